import type { Child } from 'hono/jsx'
import { type CommandKind, canBeTold, isEnding, isOpen, mayEndNow, scopeOf } from '../../../commands/index.ts'
import { ActForm } from '../../ui/people.tsx'
import { Act, ActLink, Explained } from '../../ui/staff-form.tsx'
import { Muted } from '../../ui/text.tsx'
import { commandPath } from '../command-words.ts'
import type { CommandView } from './command-subject.ts'

/** What can be asked of a device: those `may` allows. `lock` may bring a form of its own. */
export function CommandActs(props: CommandView & { may: (kind: CommandKind) => boolean; lock?: Child }) {
  const { frame, device, commands, may } = props
  const words = frame.copy.commands
  if (!canBeTold(device))
    return (
      <>
        <Muted>{words.unreachable}</Muted>
        {may('retire') && (
          <Explained act={<Destructive view={props} act="end" label={words.acts.retire} />}>
            {words.what.retireUnreachable}
          </Explained>
        )}
      </>
    )
  const asked = new Set(
    commands.filter((one) => one.current && isOpen(one, frame.now)).map(({ kind }) => kind),
  )
  const kinds = (['lock', 'unlock', 'ring', 'locate', 'wipe', 'retire'] as const).filter(may)
  return (
    <>
      {kinds.map((kind) =>
        kind === 'lock' && props.lock && !asked.has(kind) ? (
          props.lock
        ) : (
          <Explained act={<OneAct view={props} kind={kind} asked={asked.has(kind)} />}>
            {kind === 'wipe' ? words.what.wipe[scopeOf(device.ownership)] : words.what[kind]}
          </Explained>
        ),
      )}
      {may('retire') && mayEndNow(device, commands) && (
        <Explained act={<Destructive view={props} act="end" />}>{words.what.end}</Explained>
      )}
    </>
  )
}

function OneAct({ view, kind, asked }: { view: CommandView; kind: CommandKind; asked: boolean }) {
  const words = view.frame.copy.commands
  if (asked) return <Muted>{words.askedAlready}</Muted>
  if (isEnding(kind)) return <Destructive view={view} act={kind} />
  return (
    <ActForm action={commandPath(view.path, kind)}>
      <Act weight="secondary">{words.acts[kind]}</Act>
    </ActForm>
  )
}

/** Leads to a page that asks first. */
function Destructive(props: { view: CommandView; act: 'wipe' | 'retire' | 'end'; label?: string }) {
  const { view, act } = props
  return (
    <ActLink href={commandPath(view.path, act)} weight="danger">
      {props.label ?? view.frame.copy.commands.acts[act]}
    </ActLink>
  )
}
