import {
  type Account,
  NAME_MAX,
  type OwnAccount,
  type Passkey,
  type ProfileForm,
  type SessionEntry,
} from '../../../accounts/index.ts'
import type { FieldProblems } from '../../../kernel/fields.ts'
import { FieldRow, problemAt, Select } from '../../ui/controls.tsx'
import { Field } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { LANGUAGE_OPTIONS } from '../../ui/languages.tsx'
import { Lines } from '../../ui/people.tsx'
import { RowLink } from '../../ui/row-link.tsx'
import { Act, ActLink, Acts, Panel, StaffForm } from '../../ui/staff-form.tsx'
import { StaffLayout } from '../../ui/staff-layout.tsx'
import { Badge, Empty, RowTitle, Table } from '../../ui/table.tsx'
import { Facts } from '../../ui/text.tsx'
import { RelativeTime } from '../../ui/time.tsx'
import { areaOf } from './area.ts'
import { MyDataPanel } from './my-data-panel.tsx'

export type AccountPageProps = {
  frame: Frame
  account: Account
  organisation: { name: string; phoneRequired: boolean }
  own: OwnAccount
  /** The id of the session that asks. */
  current: string
  /** What was done just now, in words. */
  done: string | null
  profile: ProfileForm
  problems: FieldProblems
}

/** `/account`: who I am here, how I sign in, where I am signed in. */
export function AccountPage(props: AccountPageProps) {
  const { frame, account, own, done } = props
  const { copy } = frame
  const words = copy.account
  const owner = account.role === 'device_owner'
  return (
    <StaffLayout
      frame={frame}
      {...areaOf(account)}
      title={words.title}
      parent={homeOf(props)}
      actions={account.role === 'manager' && <ActLink href="/portal">{words.myDevices}</ActLink>}
      done={done}
      failed={Object.keys(props.problems).length > 0}
    >
      <Panel>
        <Facts
          facts={[
            addressFact(props),
            { name: words.facts.role, value: copy.signIn.roles[account.role] },
            ...(account.role === 'supervisor'
              ? []
              : [{ name: words.facts.organisation, value: props.organisation.name }]),
          ]}
        />
      </Panel>
      <Panel title={words.profile.title} lead={owner ? words.profile.leadOwner : words.profile.lead}>
        <Profile {...props} />
      </Panel>
      <Panel title={words.passkeys.title} lead={owner ? words.passkeys.leadOwner : words.passkeys.leadStaff}>
        <Passkeys frame={frame} passkeys={own.passkeys} />
        {own.passkeys.length > 0 && (
          <Acts>
            <ActLink href="/account/passkeys/new">{words.passkeys.add}</ActLink>
          </Acts>
        )}
      </Panel>
      <Panel title={words.sessions.title} lead={words.sessions.lead}>
        <Sessions frame={frame} sessions={own.sessions} current={props.current} />
        {own.sessions.length > 1 && (
          <Acts>
            <ActLink href="/account/sessions/others/end">{words.sessions.others}</ActLink>
          </Acts>
        )}
      </Panel>
      {account.role !== 'supervisor' && <MyDataPanel frame={frame} askedAt={own.deletionAskedAt} />}
    </StaffLayout>
  )
}

/** Every address that leads to the account; which one mail goes to, and which nobody has proved. */
function addressFact({ frame, account, own }: AccountPageProps) {
  const { facts, addressStates } = frame.copy.account
  const { addresses } = own
  if (addresses.length === 0) return { name: facts.address, value: account.address }
  const several = addresses.length > 1
  const stateOf = ({ address, provedAt }: (typeof addresses)[number]) => [
    ...(several && address === account.address ? [addressStates.current] : []),
    ...(provedAt === 0 ? [addressStates.unproved] : []),
  ]
  return {
    name: several ? facts.addresses : facts.address,
    value: (
      <Lines
        items={addresses.map((one) => {
          const states = stateOf(one).join(', ')
          return states ? `${one.address} (${states})` : one.address
        })}
      />
    ),
  }
}

function Profile({ frame, account, organisation, profile, problems }: AccountPageProps) {
  const { copy } = frame
  const words = copy.account.profile
  return (
    <StaffForm action="/account/profile">
      <FieldRow>
        <Field
          name="name"
          label={words.name}
          value={profile.name}
          autocomplete="name"
          maxlength={NAME_MAX}
          error={problemAt(copy, problems, 'name')}
        />
        {account.role !== 'supervisor' && (
          <Field
            name="phone"
            label={words.phone}
            note={organisation.phoneRequired ? null : copy.ui.optional}
            hint={words.phoneHint}
            value={profile.phone}
            type="tel"
            inputmode="tel"
            autocomplete="tel"
            required={organisation.phoneRequired}
            error={problemAt(copy, problems, 'phone')}
          />
        )}
        <Select
          name="locale"
          label={words.language}
          value={profile.locale}
          options={LANGUAGE_OPTIONS}
          error={problemAt(copy, problems, 'locale')}
        />
      </FieldRow>
      <Acts>
        <Act weight="secondary">{copy.staff.save}</Act>
      </Acts>
    </StaffForm>
  )
}

/** Where somebody of this role comes from; owners have it in their side bar. */
function homeOf({ frame, account }: AccountPageProps) {
  const { areas } = frame.copy.staff
  if (account.role === 'manager') return { href: '/manage', label: areas.manage }
  return account.role === 'supervisor' ? { href: '/supervise', label: areas.supervise } : null
}

function Passkeys({ frame, passkeys }: { frame: Frame; passkeys: Passkey[] }) {
  const words = frame.copy.account.passkeys
  return (
    <Table
      caption={words.title}
      columns={[
        { label: words.columns.name },
        { label: words.columns.made, lesser: true },
        { label: words.columns.used },
        { label: words.columns.actions, silent: true, align: 'end' },
      ]}
      rows={passkeys.map((passkey) => [
        <RowTitle
          href={`/account/passkeys/${passkey.id}`}
          title={passkey.name}
          detail={passkey.backedUp ? words.synced : words.single}
        />,
        <RelativeTime frame={frame} at={passkey.createdAt} />,
        passkey.lastUsedAt === null ? words.unused : <RelativeTime frame={frame} at={passkey.lastUsedAt} />,
        <RowLink href={`/account/passkeys/${passkey.id}/remove`} about={passkey.name}>
          {words.remove}
        </RowLink>,
      ])}
      empty={
        <Empty>
          <p>{words.empty}</p>
          <ActLink href="/account/passkeys/new">{words.add}</ActLink>
        </Empty>
      }
    />
  )
}

function Sessions(props: { frame: Frame; sessions: SessionEntry[]; current: string }) {
  const { frame } = props
  const words = frame.copy.account.sessions
  return (
    <Table
      caption={words.title}
      columns={[
        { label: words.columns.browser },
        { label: words.columns.since },
        { label: words.columns.how, lesser: true },
        { label: words.columns.actions, silent: true, align: 'end' },
      ]}
      rows={props.sessions.map((session) => [
        <>
          <RowTitle title={session.agent || words.unknown} />
          {session.id === props.current && <Badge tone="good">{words.here}</Badge>}
        </>,
        <RelativeTime frame={frame} at={session.createdAt} />,
        words.by[session.assurance],
        <RowLink href={`/account/sessions/${session.id}/end`} about={session.agent || words.unknown}>
          {words.end}
        </RowLink>,
      ])}
    />
  )
}
