import { type Account, type PersonRole, REFUSAL_REASON_MAX } from '../../../accounts/index.ts'
import type { FieldProblems } from '../../../kernel/fields.ts'
import { problemAt, TextArea } from '../../ui/controls.tsx'
import { Hidden } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Lines } from '../../ui/people.tsx'
import { ConfirmPage } from '../../ui/staff-form.tsx'
import { PEOPLE_PATH, personPath } from '../people-paths.ts'
import { whoIs } from './people-words.ts'

type Props = { frame: Frame; account: Account }

const around = ({ frame, account }: Props) => ({
  frame,
  area: 'manage' as const,
  section: 'people' as const,
  parent: { href: personPath(account.id), label: whoIs(account) },
  cancel: personPath(account.id),
})

export function DisablePage(props: Props) {
  const words = props.frame.copy.people.disable
  return (
    <ConfirmPage
      {...around(props)}
      title={words.title(whoIs(props.account))}
      consequences={words.consequences}
      action={personPath(props.account.id, 'disable')}
      act={words.act}
    />
  )
}

export function RefusePage(props: Props & { reason: string; problems: FieldProblems }) {
  const { frame, reason, problems } = props
  const words = frame.copy.people.refuse
  return (
    <ConfirmPage
      {...around(props)}
      title={words.title(whoIs(props.account))}
      consequences={words.consequences}
      action={personPath(props.account.id, 'refuse')}
      act={words.act}
    >
      <TextArea
        name="reason"
        label={words.reason}
        note={frame.copy.ui.optional}
        hint={words.reasonHint}
        value={reason}
        error={problemAt(frame.copy, problems, 'reason')}
        rows={2}
        maxlength={REFUSAL_REASON_MAX}
      />
    </ConfirmPage>
  )
}

export function RolePage(props: Props & { role: PersonRole }) {
  const { frame, account, role } = props
  const words = frame.copy.people.role
  const up = role === 'manager'
  return (
    <ConfirmPage
      {...around(props)}
      title={up ? words.toManager(whoIs(account)) : words.toOwner(whoIs(account))}
      consequences={up ? words.managerConsequences : words.ownerConsequences}
      action={personPath(account.id, 'role')}
      act={up ? words.actManager : words.actOwner}
      hidden={{ role }}
    />
  )
}

/** Several at once. Who looks at the page is not among them. */
export function DisableManyPage(props: { frame: Frame; people: Account[]; selfLeftOut: boolean }) {
  const { frame, people } = props
  const { people: words } = frame.copy
  const { consequences, self, titleMany, act } = words.disable
  return (
    <ConfirmPage
      frame={frame}
      area="manage"
      section="people"
      parent={{ href: PEOPLE_PATH, label: words.title }}
      cancel={PEOPLE_PATH}
      title={titleMany(people.length)}
      consequences={props.selfLeftOut ? [...consequences, self] : consequences}
      action={`${PEOPLE_PATH}/disable`}
      act={act}
    >
      {people.map(({ id }) => (
        <Hidden name="id" value={id} />
      ))}
      <Lines items={people.map((person) => `${whoIs(person)} (${person.address})`)} />
    </ConfirmPage>
  )
}

export function ApproveAllPage(props: { frame: Frame; count: number; more: boolean }) {
  const { frame, count, more } = props
  const { people: words } = frame.copy
  const { approveAll } = words
  return (
    <ConfirmPage
      frame={frame}
      area="manage"
      section="people"
      parent={{ href: `${PEOPLE_PATH}?state=unapproved`, label: words.states.unapproved }}
      cancel={`${PEOPLE_PATH}?state=unapproved`}
      title={approveAll.title}
      consequences={[approveAll.consequences(count, more), ...(count > 0 ? [approveAll.mail] : [])]}
      action={`${PEOPLE_PATH}/approve-all`}
      weight="primary"
      act={approveAll.act}
    />
  )
}
