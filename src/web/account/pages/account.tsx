import { type Account, NAME_MAX, type Passkey, type SessionEntry } from '../../../accounts/index.ts'
import type { Copy } from '../../../copy/index.ts'
import type { FieldProblems } from '../../../kernel/fields.ts'
import { LOCALES } from '../../../kernel/locale.ts'
import { FieldRow, problemAt, Select } from '../../ui/controls.tsx'
import { Field } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { RowLink } from '../../ui/row-link.tsx'
import { Act, ActLink, Acts, Panel, StaffForm } from '../../ui/staff-form.tsx'
import { StaffLayout } from '../../ui/staff-layout.tsx'
import { Badge, Empty, RowTitle, Table } from '../../ui/table.tsx'
import { Facts } from '../../ui/text.tsx'
import { RelativeTime } from '../../ui/time.tsx'

export type AccountDone = keyof Copy['account']['done']

export type AccountPageProps = {
  frame: Frame
  account: Account
  organisation: { name: string; slug: string }
  passkeys: Passkey[]
  sessions: SessionEntry[]
  /** The id of the session that asks. */
  current: string
  done: AccountDone | null
  profile: ProfileForm
  problems: FieldProblems
}

export type ProfileForm = { name: string; locale: string }

/** `/account`: who I am here, how I sign in, where I am signed in. */
export function AccountPage(props: AccountPageProps) {
  const { frame, account, done } = props
  const { copy } = frame
  const words = copy.account
  const owner = account.role === 'device_owner'
  return (
    <StaffLayout
      frame={frame}
      area="account"
      title={words.title}
      parent={homeOf(props)}
      done={done && words.done[done]}
      failed={Object.keys(props.problems).length > 0}
    >
      <Panel>
        <Facts
          facts={[
            { name: words.facts.address, value: account.address },
            { name: words.facts.role, value: copy.signIn.roles[account.role] },
            ...(account.role === 'supervisor'
              ? []
              : [{ name: words.facts.organisation, value: props.organisation.name }]),
          ]}
        />
      </Panel>
      <Panel title={words.profile.title} lead={words.profile.lead}>
        <StaffForm action="/account/profile">
          <FieldRow>
            <Field
              name="name"
              label={words.profile.name}
              value={props.profile.name}
              autocomplete="name"
              maxlength={NAME_MAX}
              error={problemAt(copy, props.problems, 'name')}
            />
            <Select
              name="locale"
              label={words.profile.language}
              value={props.profile.locale}
              options={LOCALES.map((value) => ({ value, label: words.profile.languages[value] }))}
              error={problemAt(copy, props.problems, 'locale')}
            />
          </FieldRow>
          <Acts>
            <Act weight="secondary">{copy.staff.save}</Act>
          </Acts>
        </StaffForm>
      </Panel>
      <Panel title={words.passkeys.title} lead={owner ? words.passkeys.leadOwner : words.passkeys.leadStaff}>
        <Passkeys frame={frame} passkeys={props.passkeys} />
        {props.passkeys.length > 0 && (
          <Acts>
            <ActLink href="/account/passkeys/new">{words.passkeys.add}</ActLink>
          </Acts>
        )}
      </Panel>
      <Panel title={words.sessions.title} lead={words.sessions.lead}>
        <Sessions frame={frame} sessions={props.sessions} current={props.current} />
        {props.sessions.length > 1 && (
          <Acts>
            <ActLink href="/account/sessions/others/end">{words.sessions.others}</ActLink>
          </Acts>
        )}
      </Panel>
    </StaffLayout>
  )
}

/** Where somebody of this role comes from. */
function homeOf({ frame, account, organisation }: AccountPageProps) {
  const { copy } = frame
  switch (account.role) {
    case 'manager':
      return { href: '/manage', label: copy.staff.areas.manage }
    case 'supervisor':
      return { href: '/supervise', label: copy.staff.areas.supervise }
    case 'device_owner':
      return { href: `/setup/${organisation.slug}/device`, label: copy.ui.deviceSetup }
  }
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
