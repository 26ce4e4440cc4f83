import type { TeamMember } from '../../../accounts/index.ts'
import type { FieldProblems } from '../../../kernel/fields.ts'
import { problemAt } from '../../ui/controls.tsx'
import { Field } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Act, Acts, Panel, StaffForm } from '../../ui/staff-form.tsx'
import { Badge, RowTitle, Table } from '../../ui/table.tsx'
import { RelativeTime } from '../../ui/time.tsx'

/** People of one role. */
export function TeamTable(props: {
  frame: Frame
  caption: string
  members: TeamMember[]
  hrefOf(member: TeamMember): string
  /** The account that looks at the page, where it may be among them. */
  self?: string
}) {
  const { frame, members } = props
  const { copy } = frame
  const words = copy.superviseOrganisations.managers
  return (
    <Table
      caption={props.caption}
      columns={[
        { label: words.columns.person },
        { label: words.columns.state },
        { label: words.columns.passkeys, lesser: true, align: 'end' },
        { label: words.columns.signedIn, lesser: true },
      ]}
      rows={members.map((member) => [
        <RowTitle
          href={props.hrefOf(member)}
          title={member.name || member.address}
          detail={member.name ? member.address : words.unnamed}
        />,
        <>
          <MemberState frame={frame} member={member} />{' '}
          {member.id === props.self && <Badge>{copy.superviseService.supervisors.you}</Badge>}
        </>,
        member.passkeys,
        <SignedIn frame={frame} member={member} />,
      ])}
      empty={words.empty}
    />
  )
}

const TONES = {
  invited: 'waiting',
  active: 'good',
  unapproved: 'waiting',
  disabled: 'bad',
  deleted: 'neutral',
} as const

export function MemberState({ frame, member }: { frame: Frame; member: TeamMember }) {
  const { states } = frame.copy.superviseOrganisations.managers
  return <Badge tone={TONES[member.state]}>{states[member.state]}</Badge>
}

export function SignedIn({ frame, member }: { frame: Frame; member: TeamMember }) {
  const { notLately } = frame.copy.superviseOrganisations.managers
  const at = member.signedInAt
  return <>{at === null ? notLately : <RelativeTime frame={frame} at={at} />}</>
}

/** Asks for the address of somebody new. `said` are the refusals that have words of their own here. */
export function InvitePanel(props: {
  frame: Frame
  action: string
  email: string
  problems: FieldProblems
  words: { title: string; lead: string; act: string }
  said: { taken: string; not_accepted: string }
}) {
  const { frame, problems, words, said } = props
  const code = problems.email?.code
  const own = code === 'taken' || code === 'not_accepted' ? said[code] : null
  return (
    <StaffForm action={props.action}>
      <Panel title={words.title} lead={words.lead}>
        <Field
          name="email"
          type="email"
          label={frame.copy.superviseOrganisations.managers.invite.email}
          value={props.email}
          autocomplete="off"
          maxlength={254}
          error={own ?? problemAt(frame.copy, problems, 'email')}
        />
        <Acts>
          <Act weight="secondary">{words.act}</Act>
        </Acts>
      </Panel>
    </StaffForm>
  )
}
