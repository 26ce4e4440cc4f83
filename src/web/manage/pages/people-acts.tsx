import type { PersonRead } from '../../../accounts/index.ts'
import type { Frame } from '../../ui/frame.ts'
import { ActForm } from '../../ui/people.tsx'
import { Act, ActLink, Explained, Panel } from '../../ui/staff-form.tsx'
import { Muted } from '../../ui/text.tsx'
import { personPath } from '../people-paths.ts'

/** What a manager can do with one account, each beside what it does. */
export function PersonActs({ frame, found, self }: { frame: Frame; found: PersonRead; self: boolean }) {
  const { account } = found
  const words = frame.copy.people.person
  const to = (act: string) => personPath(account.id, act)
  const post = (act: string, label: string) => (
    <ActForm action={to(act)}>
      <Act weight="secondary">{label}</Act>
    </ActForm>
  )
  const danger = (act: string, label: string) => (
    <ActLink href={to(act)} weight="danger">
      {label}
    </ActLink>
  )
  const waiting = account.state === 'unapproved'
  const disabled = account.state === 'disabled'
  const manager = account.role === 'manager'
  return (
    <Panel title={words.acts}>
      {waiting && (
        <>
          <Explained act={post('approve', words.approve)}>{words.approveWhat}</Explained>
          <Explained act={danger('refuse', words.refuse)}>{words.refuseWhat}</Explained>
        </>
      )}
      {account.state === 'active' ? (
        <Explained act={<ActLink href={to('reprovision')}>{words.reprovision}</ActLink>}>
          {words.reprovisionWhat}
        </Explained>
      ) : (
        <Muted>{words.reprovisionNot}</Muted>
      )}
      {!waiting && !disabled && manager && !found.otherManager && <Muted>{words.lastManager}</Muted>}
      {!waiting && !disabled && manager && found.otherManager && (
        <Explained act={danger('role', words.makeOwner)}>{words.makeOwnerWhat}</Explained>
      )}
      {!waiting && !disabled && !manager && (
        <Explained act={<ActLink href={to('role')}>{words.makeManager}</ActLink>}>
          {words.makeManagerWhat}
        </Explained>
      )}
      {disabled && <Explained act={post('enable', words.enable)}>{words.enableWhat}</Explained>}
      {!disabled && !waiting && self && <Muted>{words.disableSelf}</Muted>}
      {!disabled && !waiting && !self && (
        <Explained act={danger('disable', words.disable)}>{words.disableWhat}</Explained>
      )}
      <Deletion frame={frame} found={found} self={self} />
    </Panel>
  )
}

/** The last manager who can sign in stays; who asked for it is told above. */
function Deletion({ frame, found, self }: { frame: Frame; found: PersonRead; self: boolean }) {
  const { account, otherManager } = found
  const words = frame.copy.myData.people
  if (self || (account.role === 'manager' && account.state === 'active' && !otherManager)) return null
  return (
    <Explained
      act={
        <ActLink href={personPath(account.id, 'delete')} weight="danger">
          {words.act}
        </ActLink>
      }
    >
      {words.what}
    </Explained>
  )
}
