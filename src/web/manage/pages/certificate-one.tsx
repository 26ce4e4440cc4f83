import { type IssuedCertificate, type RevocationReason, stateOf } from '../../../certificates/index.ts'
import type { KnownDevice } from '../../../devices/index.ts'
import { fingerprintOf } from '../../http/certificate-files.ts'
import { Fingerprint, Mono } from '../../ui/certificates.tsx'
import { Select } from '../../ui/controls.tsx'
import type { Frame } from '../../ui/frame.ts'
import { MoreLink } from '../../ui/people.tsx'
import { ActLink, ConfirmPage, Explained, Panel } from '../../ui/staff-form.tsx'
import { StaffLayout } from '../../ui/staff-layout.tsx'
import { Facts, InlineLink } from '../../ui/text.tsx'
import { ClockTime, RelativeTime } from '../../ui/time.tsx'
import { certificatePath, ISSUED_PATH, issuedPath, publicPaths } from '../certificate-paths.ts'
import { DeviceOf, OwnerOf } from './certificate-list.tsx'
import { around, EndTime, StateBadge } from './certificate-parts.tsx'

export type CertificatePageProps = {
  frame: Frame
  certificate: IssuedCertificate
  /** Its device; missing for a signer's. */
  known: KnownDevice | undefined
  done: string | null
}

/** One issued certificate. GET `/manage/certificates/issued/<serial>`. */
export function CertificatePage(props: CertificatePageProps) {
  const { frame, certificate } = props
  const words = frame.copy.certificates
  const state = stateOf(certificate, frame.now)
  return (
    <StaffLayout
      {...around(frame)}
      title={certificate.subject || words.issued.noSubject}
      lead={<StateBadge frame={frame} state={state} />}
      parent={{ href: ISSUED_PATH, label: words.issued.title }}
      actions={<ActLink href={certificatePath(certificate.serial, 'pem')}>{words.one.download}</ActLink>}
      done={props.done}
    >
      <About {...props} />
      {state === 'valid' && (
        <Panel>
          <Explained
            act={
              <ActLink weight="danger" href={certificatePath(certificate.serial, 'revoke')}>
                {words.revoke.link}
              </ActLink>
            }
          >
            {words.revoke.text[certificate.kind]}
          </Explained>
        </Panel>
      )}
      {certificate.deviceId !== null && (
        <MoreLink href={issuedPath({ deviceId: certificate.deviceId })}>{words.one.all}</MoreLink>
      )}
    </StaffLayout>
  )
}

function About({ frame, certificate, known }: CertificatePageProps) {
  const { one: words, facts, reasons, issued } = frame.copy.certificates
  const { kind, revokedAt, reason } = certificate
  const whose = { frame, certificate, known }
  return (
    <Panel>
      <Facts
        facts={[
          { name: words.purpose, value: words.purposes[kind] },
          ...(kind !== 'signer'
            ? [
                { name: words.device, value: <DeviceOf {...whose} /> },
                { name: words.account, value: <OwnerOf {...whose} /> },
              ]
            : []),
          ...(revokedAt === null
            ? []
            : [
                { name: words.revokedAt, value: <RelativeTime frame={frame} at={revokedAt} /> },
                { name: words.reason, value: reasons[reason ?? 'unspecified'] },
              ]),
          { name: issued.columns.issued, value: <ClockTime frame={frame} at={certificate.createdAt} /> },
          {
            name: facts.ends,
            value:
              revokedAt === null ? (
                <EndTime frame={frame} at={certificate.endsAt} />
              ) : (
                <ClockTime frame={frame} at={certificate.endsAt} />
              ),
          },
          { name: words.serial, value: <Mono>{certificate.serial}</Mono> },
          { name: facts.fingerprint, value: <Fingerprint text={fingerprintOf(certificate.pem)} /> },
          {
            name: words.authority,
            value: (
              <InlineLink href={publicPaths(certificate.authorityId).certificate}>
                {words.authorityFile}
              </InlineLink>
            ),
          },
        ]}
      />
    </Panel>
  )
}

export const REASONS = [
  'unspecified',
  'key_compromise',
  'superseded',
  'cessation_of_operation',
] as const satisfies RevocationReason[]

/** Asks once, and why. */
export function RevokePage({ frame, certificate }: { frame: Frame; certificate: IssuedCertificate }) {
  const { revoke: words, reasons, issued } = frame.copy.certificates
  const here = certificatePath(certificate.serial)
  return (
    <ConfirmPage
      {...around(frame)}
      title={words.title}
      parent={{ href: here, label: certificate.subject || issued.noSubject }}
      consequences={words.consequences[certificate.kind]}
      action={`${here}/revoke`}
      act={words.act}
      cancel={here}
    >
      <Select
        name="reason"
        label={words.reason}
        value="unspecified"
        options={REASONS.map((value) => ({ value, label: reasons[value] }))}
      />
    </ConfirmPage>
  )
}
