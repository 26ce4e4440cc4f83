import { type IssuedCertificate, stateOf } from '../../../certificates/index.ts'
import type { KnownDevice } from '../../../devices/index.ts'
import type { Page } from '../../../kernel/paging.ts'
import { Select } from '../../ui/controls.tsx'
import { Hidden } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { StaffLayout } from '../../ui/staff-layout.tsx'
import { FilterBar, Pager, RowTitle, Table } from '../../ui/table.tsx'
import { InlineLink, Muted } from '../../ui/text.tsx'
import { ClockTime, RelativeTime } from '../../ui/time.tsx'
import {
  CERTIFICATE_STATES,
  certificatePath,
  ISSUED_PATH,
  type IssuedFilter,
  issuedPath,
} from '../certificate-paths.ts'
import { personPath } from '../people-paths.ts'
import { isForgotten, personName } from '../person-names.ts'
import { around, parentOf, StateBadge } from './certificate-parts.tsx'

export type CertificateListProps = {
  frame: Frame
  filter: IssuedFilter
  page: Page<IssuedCertificate>
  devices: ReadonlyMap<string, KnownDevice>
  /** Not the first page. */
  later: boolean
}

/** What the authorities issued. GET `/manage/certificates/issued`, with the filters in the address. */
export function CertificateListPage(props: CertificateListProps) {
  const { frame, filter, page } = props
  const words = frame.copy.certificates.issued
  const filtered = filter.state !== null || filter.deviceId !== null
  return (
    <StaffLayout {...around(frame)} title={words.title} lead={words.lead} parent={parentOf(frame)}>
      <FilterBar frame={frame} action={ISSUED_PATH} clear={filtered ? ISSUED_PATH : null}>
        <Select
          name="state"
          label={words.state}
          value={filter.state ?? ''}
          options={[
            { value: '', label: frame.copy.staff.all },
            ...CERTIFICATE_STATES.map((value) => ({
              value,
              label: frame.copy.certificates.states[value],
            })),
          ]}
        />
        {filter.deviceId !== null && <Hidden name="device" value={filter.deviceId} />}
      </FilterBar>
      {filter.deviceId !== null && <Muted>{words.ofDevice}</Muted>}
      <Table
        caption={words.caption}
        columns={[
          { label: words.columns.subject },
          { label: words.columns.device },
          { label: words.columns.account, lesser: true },
          { label: words.columns.state },
          { label: words.columns.issued, lesser: true, steady: true },
          { label: words.columns.ends, lesser: true, steady: true },
        ]}
        rows={page.rows.map((certificate) => rowOf(props, certificate))}
        empty={filtered || props.later ? words.nothingFound : words.empty}
      />
      <Pager frame={frame} path={issuedPath(filter)} next={page.next} later={props.later} />
    </StaffLayout>
  )
}

function rowOf({ frame, devices }: CertificateListProps, certificate: IssuedCertificate) {
  const known = certificate.deviceId === null ? undefined : devices.get(certificate.deviceId)
  return [
    <RowTitle
      href={certificatePath(certificate.serial)}
      title={certificate.subject || frame.copy.certificates.issued.noSubject}
    />,
    <DeviceOf frame={frame} certificate={certificate} known={known} />,
    <OwnerOf frame={frame} certificate={certificate} known={known} />,
    <StateBadge frame={frame} state={stateOf(certificate, frame.now)} />,
    <RelativeTime frame={frame} at={certificate.createdAt} />,
    <ClockTime frame={frame} at={certificate.endsAt} />,
  ]
}

type Whose = { frame: Frame; certificate: IssuedCertificate; known: KnownDevice | undefined }

/** What has the certificate: a device by its name, or ourselves. */
export function DeviceOf({ frame, certificate, known }: Whose) {
  const { certificates, platforms } = frame.copy
  if (certificate.kind === 'signer') return certificates.issued.signs
  if (!known) return certificates.issued.unknownDevice
  return <RowTitle title={known.name ?? known.model ?? platforms[known.platform].name} />
}

/** Whose device it is, with the way to the account. */
export function OwnerOf({ frame, certificate, known }: Whose) {
  if (known && isForgotten(known.owner)) return personName(frame.copy, known.owner)
  if (known)
    return <InlineLink href={personPath(known.owner.id)}>{personName(frame.copy, known.owner)}</InlineLink>
  if (certificate.accountId === null) return frame.copy.staff.none
  return (
    <InlineLink href={personPath(certificate.accountId)}>
      {frame.copy.certificates.issued.openAccount}
    </InlineLink>
  )
}
