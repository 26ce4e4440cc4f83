import type { Child } from 'hono/jsx'
import type { TeamMember } from '../../../accounts/index.ts'
import type { Frame } from '../../ui/frame.ts'
import { Act, ActLink, Explained, Panel, StaffForm } from '../../ui/staff-form.tsx'
import { StaffLayout, type StaffSection } from '../../ui/staff-layout.tsx'
import { Facts } from '../../ui/text.tsx'
import { MemberState, SignedIn } from './team.tsx'

export type MemberPageProps = {
  frame: Frame
  section: StaffSection
  member: TeamMember
  /** Of this page; its acts stand below it. */
  path: string
  parent: { href: string; label: string }
  remove: { label: string; text: string }
  /** Whether a recovery link can be made for them. */
  recoverable: boolean
  done?: string | null
  /** Said above all else. */
  notice?: Child
}

/** One manager or supervisor, and what can be done about them. */
export function MemberPage(props: MemberPageProps) {
  const { frame, member, path, remove } = props
  const { facts, acts } = frame.copy.superviseOrganisations.managers
  return (
    <StaffLayout
      frame={frame}
      area="supervise"
      section={props.section}
      title={member.name || member.address}
      parent={props.parent}
      done={props.done ?? null}
    >
      {props.notice}
      <Panel>
        <Facts
          facts={[
            { name: facts.address, value: member.address },
            { name: facts.state, value: <MemberState frame={frame} member={member} /> },
            { name: facts.passkeys, value: member.passkeys },
            { name: facts.signedIn, value: <SignedIn frame={frame} member={member} /> },
          ]}
        />
      </Panel>
      <Panel title={acts.title}>
        {member.state === 'invited' && (
          <Explained
            act={
              <StaffForm action={`${path}/invite-again`}>
                <Act weight="secondary">{acts.remind}</Act>
              </StaffForm>
            }
          >
            {acts.remindText}
          </Explained>
        )}
        {props.recoverable && (
          <Explained act={<ActLink href={`${path}/recovery`}>{acts.recovery}</ActLink>}>
            {acts.recoveryText}
          </Explained>
        )}
        <Explained
          act={
            <ActLink href={`${path}/remove`} weight="danger">
              {remove.label}
            </ActLink>
          }
        >
          {remove.text}
        </Explained>
      </Panel>
    </StaffLayout>
  )
}
