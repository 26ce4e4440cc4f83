import type { PersonRead } from '../../../accounts/index.ts'
import { isThrowAway } from '../../../challenges/index.ts'
import type { ListedDevice } from '../../../devices/index.ts'
import { LANGUAGE_NAMES } from '../../../kernel/locale.ts'
import type { OpenGrant } from '../../../referee/index.ts'
import { StampTime } from '../../ui/audit-list.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Notice } from '../../ui/notice.tsx'
import { Heading, Lines, MoreLink } from '../../ui/people.tsx'
import { RowLink } from '../../ui/row-link.tsx'
import { ActLink, Panel } from '../../ui/staff-form.tsx'
import { StaffLayout } from '../../ui/staff-layout.tsx'
import { Badge, RowTitle, Table } from '../../ui/table.tsx'
import { Facts, Muted, Stack } from '../../ui/text.tsx'
import { ClockTime, RelativeTime } from '../../ui/time.tsx'
import { describeEntry } from '../audit-words.ts'
import { issuedPath } from '../certificate-paths.ts'
import { devicePath } from '../device-paths.ts'
import { inviteePath } from '../invitation-paths.ts'
import { codePath, PEOPLE_PATH, personPath } from '../people-paths.ts'
import { DEVICE_TONES } from './devices-words.tsx'
import { PersonActs } from './people-acts.tsx'
import { ThrowAwayBadge } from './people-throw-away.tsx'
import { STATE_TONES, templateName, whoIs } from './people-words.ts'

export type PersonPageProps = {
  frame: Frame
  found: PersonRead
  devices: ListedDevice[]
  /** Null where the provision session did not answer. */
  codes: OpenGrant[] | null
  /** Whether this is who looks at the page. */
  self: boolean
  done?: string | null
  trouble?: string | null
}

/** One account with everything about it. GET `/manage/accounts/<id>`. */
export function PersonPage(props: PersonPageProps) {
  const { frame, found } = props
  const { account } = found
  const words = frame.copy.people
  return (
    <StaffLayout
      frame={frame}
      area="manage"
      section="people"
      title={whoIs(account)}
      lead={
        <>
          <Badge tone={STATE_TONES[account.state]}>{words.states[account.state]}</Badge>{' '}
          {words.roles[account.role]}
        </>
      }
      parent={{ href: PEOPLE_PATH, label: words.title }}
      actions={
        <>
          <ActLink href={personPath(account.id, 'edit')}>{words.person.edit}</ActLink>
          {(account.state === 'active' || account.state === 'invited') && (
            <ActLink href={inviteePath([account.id])}>{words.person.invite}</ActLink>
          )}
        </>
      }
      done={props.done ?? null}
    >
      {props.trouble && <Notice tone="warning">{props.trouble}</Notice>}
      {found.deletionAskedAt !== null && <Notice tone="warning">{frame.copy.myData.people.asked}</Notice>}
      {found.addresses.some(({ address }) => isThrowAway(address)) && (
        <Notice tone="info">{frame.copy.abuse.throwAway.explained}</Notice>
      )}
      <About {...props} />
      <Devices {...props} />
      <Codes {...props} />
      <PersonActs frame={frame} found={found} self={props.self} />
      <History {...props} />
    </StaffLayout>
  )
}

function About({ frame, found }: PersonPageProps) {
  const { people: words, staff } = frame.copy
  const { account, addresses, templates } = found
  const says = words.person
  return (
    <Panel title={says.facts}>
      <Facts
        facts={[
          {
            name: says.addresses,
            value: (
              <Lines
                items={addresses.map(({ address, provedAt }) => (
                  <>
                    {address}
                    {provedAt === 0 && <> ({says.unproved})</>}
                    <ThrowAwayBadge frame={frame} address={address} />
                    {address === account.address && addresses.length > 1 && <> ({says.current})</>}
                  </>
                ))}
              />
            ),
          },
          { name: says.phone, value: account.phone ? <bdi dir="ltr">{account.phone}</bdi> : staff.none },
          { name: says.locale, value: LANGUAGE_NAMES[account.locale] },
          { name: says.template, value: templateName(frame.copy, templates, account.templateId) },
          { name: says.limit, value: account.deviceLimit ?? says.noLimit },
          { name: says.groups, value: account.groups.join(', ') || staff.none },
          { name: says.registered, value: <RelativeTime frame={frame} at={found.createdAt} /> },
          ...(found.termsAcceptedAt === null
            ? []
            : [{ name: says.terms, value: <RelativeTime frame={frame} at={found.termsAcceptedAt} /> }]),
          ...(found.disabledAt === null
            ? []
            : [{ name: says.disabledSince, value: <RelativeTime frame={frame} at={found.disabledAt} /> }]),
          ...(found.deletionAskedAt === null
            ? []
            : [
                {
                  name: frame.copy.myData.people.since,
                  value: <RelativeTime frame={frame} at={found.deletionAskedAt} />,
                },
              ]),
        ]}
      />
    </Panel>
  )
}

function Devices({ frame, devices }: PersonPageProps) {
  const { certificates, people, platforms, staff } = frame.copy
  const words = people.person
  const columns = words.deviceColumns
  const nameOf = ({ name, model, platform }: ListedDevice) => name ?? model ?? platforms[platform].name
  return (
    <Stack gap="tight">
      <Heading>{words.devices}</Heading>
      <Table
        caption={words.devices}
        columns={[
          { label: columns.name },
          { label: columns.state },
          { label: columns.ownership, lesser: true },
          { label: columns.registered, lesser: true },
          { label: columns.seen },
          { label: staff.actions, silent: true },
        ]}
        rows={devices.map((device) => [
          <RowTitle
            href={devicePath(device.id)}
            title={nameOf(device)}
            detail={platforms[device.platform].name}
          />,
          <Badge tone={DEVICE_TONES[device.lifecycle]}>{words.lifecycles[device.lifecycle]}</Badge>,
          words.ownership[device.ownership],
          <RelativeTime frame={frame} at={device.registeredAt} />,
          device.lastSeenAt === null ? staff.never : <RelativeTime frame={frame} at={device.lastSeenAt} />,
          <RowLink href={issuedPath({ deviceId: device.id })} about={nameOf(device)}>
            {certificates.title}
          </RowLink>,
        ])}
        empty={words.noDevices}
      />
    </Stack>
  )
}

function Codes({ frame, found, codes }: PersonPageProps) {
  const words = frame.copy.people.person
  return (
    <Panel title={words.codes}>
      {codes === null ? (
        <Muted>{words.codesAway}</Muted>
      ) : codes.length === 0 ? (
        <Muted>{words.noCodes}</Muted>
      ) : (
        <Lines
          items={codes.map(({ id, platform, claim, validUntil }) => (
            <>
              {frame.copy.platforms[platform].name},{' '}
              {claim ? (
                words.codeClaimed
              ) : (
                <>
                  {words.codeUntil} <ClockTime frame={frame} at={validUntil} />
                  <MoreLink href={codePath(found.account.id, id)}>{words.codePin}</MoreLink>
                </>
              )}
            </>
          ))}
        />
      )}
    </Panel>
  )
}

function History({ frame, found }: PersonPageProps) {
  const words = frame.copy.people.person
  const { account, recent, actors } = found
  const named = [{ ...account }, ...actors].map(({ id, name, address, role }) => ({
    id,
    name,
    address,
    role,
  }))
  const people = new Map(named.map((one) => [one.id, one]))
  return (
    <Stack gap="tight">
      <Heading>{words.history}</Heading>
      <Table
        caption={words.history}
        columns={[
          { label: words.historyColumns.when },
          { label: words.historyColumns.who, lesser: true },
          { label: words.historyColumns.what },
        ]}
        rows={recent.map((entry) => {
          const { who, what } = describeEntry(frame.copy, entry, people)
          return [<StampTime frame={frame} at={entry.at} by={who} />, who, what]
        })}
        empty={words.noHistory}
      />
      <MoreLink href={`/manage/audit?account=${encodeURIComponent(account.id)}`}>{words.allHistory}</MoreLink>
    </Stack>
  )
}
