import type { Child } from 'hono/jsx'
import { isEnding, isOpen, knownLocation, type ListedCommand, mayEndNow } from '../../../commands/index.ts'
import { intlTag } from '../../../kernel/locale.ts'
import { unreachable } from '../../../kernel/result.ts'
import { Coordinates, Folded } from '../../ui/commands.tsx'
import { Fill } from '../../ui/fill.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Item, Items } from '../../ui/items.tsx'
import { ActForm } from '../../ui/people.tsx'
import { Act } from '../../ui/staff-form.tsx'
import { Badge } from '../../ui/table.tsx'
import { Muted } from '../../ui/text.tsx'
import { RelativeTime } from '../../ui/time.tsx'
import { commandPath, coordinatesText, geoLink, rhythmText } from '../command-words.ts'
import type { CommandView } from './command-subject.ts'

/** How many that are over stand in the open. */
const SHOWN = 3

const TONES = {
  queued: 'waiting',
  delivered: 'waiting',
  done: 'good',
  failed: 'bad',
  expired: 'warning',
  cancelled: 'neutral',
} as const

/** What was asked of a device, and how far it is: what is open and the newest of the rest, others folded away. */
export function CommandList(view: CommandView) {
  const { frame, commands } = view
  const words = frame.copy.commands
  const over = commands.filter((command) => !isOpen(command, frame.now))
  const folded = new Set(over.slice(SHOWN))
  const items = (some: ListedCommand[]) => some.map((command) => <Line view={view} command={command} />)
  if (commands.length === 0) return <Muted>{words.nothing}</Muted>
  return (
    <>
      <Items label={words.asked}>{items(commands.filter((one) => !folded.has(one)))}</Items>
      {folded.size > 0 && (
        <Folded label={words.earlier}>
          <Items label={words.earlier}>{items([...folded])}</Items>
        </Folded>
      )}
    </>
  )
}

type Told = { view: CommandView; command: ListedCommand }

function Line({ view, command }: Told) {
  const { frame } = view
  const words = frame.copy.commands
  const open = isOpen(command, frame.now)
  // What ran out counts as over before anybody noted it.
  const state = open || !(command.state in WAITING) ? command.state : 'expired'
  return (
    <Item
      title={words.kinds[command.kind]}
      badge={<Badge tone={TONES[state]}>{words.states[state]}</Badge>}
      about={
        <>
          <WhoAsked view={view} command={command} />
          {open && (
            <>
              {' '}
              <At frame={frame} text={words.until} at={command.endsAt} />
            </>
          )}
        </>
      }
      act={
        open &&
        mayCancel(view, command) && (
          <ActForm action={commandPath(view.path, `${command.id}/cancel`)}>
            <Act weight="secondary">{words.cancel}</Act>
          </ActForm>
        )
      }
    >
      <p>
        <Story view={view} command={{ ...command, state }} />
      </p>
      {state === 'done' && command.kind === 'locate' && <Place view={view} command={command} />}
    </Item>
  )
}

const WAITING = { queued: true, delivered: true }

/** Owners take back what they asked for themselves. */
function mayCancel({ viewer }: CommandView, { state, askedById }: ListedCommand): boolean {
  return state === 'queued' && (viewer.as === 'manager' || viewer.accountId === askedById)
}

function At({ frame, text, at }: { frame: Frame; text: string; at: number }) {
  return <Fill text={text} slots={{ time: <RelativeTime frame={frame} at={at} /> }} />
}

function WhoAsked({ view, command }: Told) {
  const { frame, viewer } = view
  const words = frame.copy.commands
  const { askedBy, askedById, askedByName: name, createdAt } = command
  const byManager = askedBy === 'manager'
  const who = byManager ? (name === null ? words.aManager : words.manager(name)) : (name ?? words.somebody)
  const text = askedById === viewer.accountId ? words.askedByYou : words.askedBy(who)
  return <At frame={frame} text={text} at={createdAt} />
}

/** How far it is, in a sentence, and what comes next. */
function Story({ view, command }: Told): Child {
  const { frame, device } = view
  const words = frame.copy.commands
  const { state, finishedAt, deliveredAt, endsAt, createdAt } = command
  const ended = finishedAt ?? endsAt
  switch (state) {
    case 'queued':
      return device.unresponsive
        ? words.queuedSilent
        : words.queued(rhythmText(frame.copy, device.checkInSeconds))
    case 'delivered':
      return <At frame={frame} text={words.delivered} at={deliveredAt ?? createdAt} />
    case 'done':
      return <At frame={frame} text={doneText(view, command)} at={ended} />
    case 'failed':
      return (
        <>
          <At frame={frame} text={words.failed} at={ended} />{' '}
          {command.result?.message ? words.reason(command.result.message) : words.noReason} {words.failedNext}
          <CanEnd view={view} command={command} />
        </>
      )
    case 'expired':
      if (finishedAt !== null && finishedAt < endsAt)
        return <At frame={frame} text={words.dropped} at={finishedAt} />
      return (
        <>
          {deliveredAt === null ? words.expired : words.expiredDelivered}
          <CanEnd view={view} command={command} />
        </>
      )
    case 'cancelled':
      return <At frame={frame} text={words.cancelled} at={ended} />
    default:
      return unreachable(state)
  }
}

function CanEnd({ view, command }: Told) {
  const { frame, device, commands } = view
  if (device.over || !isEnding(command.kind) || !mayEndNow(device, commands)) return null
  return <> {frame.copy.commands.canEnd}</>
}

function doneText({ frame }: CommandView, { kind, params }: ListedCommand): string {
  const words = frame.copy.commands
  if (kind === 'wipe') return words.erased[params.scope ?? 'everything']
  return kind === 'retire' ? words.retired : words.done
}

/** Where the device was, for its owner; forgotten after a day. */
function Place({ view, command }: Told) {
  const { frame, viewer } = view
  const words = frame.copy.commands.location
  const place = knownLocation(command, frame.now)
  if (viewer.as === 'manager') return <p>{words.owners}</p>
  if (!place) return <p>{words.forgotten}</p>
  const metres = Math.ceil(place.accuracy).toLocaleString(intlTag(frame.locale))
  return (
    <>
      <p>
        <At frame={frame} text={words.at} at={place.at} />
      </p>
      <Coordinates
        text={coordinatesText(place)}
        accuracy={words.accuracy(metres)}
        href={geoLink(place)}
        open={words.open}
      />
    </>
  )
}
