import type { Permission } from '../accounts/index.ts'
import type { Ownership } from '../kernel/ownership.ts'
import type { Reports } from '../kernel/platform.ts'
import { isPrintable } from '../kernel/text.ts'
import { DAY, HOUR, type Instant, isWithin, MINUTE } from '../kernel/time.ts'
import type { Actor } from '../referee/index.ts'
import type {
  Command,
  CommandKind,
  CommandOutcome,
  CommandResult,
  CommandState,
  DeliveredCommand,
  WipeScope,
} from './types.ts'

/** How long a device may take to fetch and to answer it. */
export const LIFETIME: Record<CommandKind, number> = {
  lock: DAY,
  unlock: DAY,
  ring: HOUR,
  locate: HOUR,
  wipe: 30 * DAY,
  retire: 30 * DAY,
}
export const LIFETIME_MAX = Math.max(...Object.values(LIFETIME))

/** How many commands a device may have open. */
export const OPEN_MAX = 10
/** What is shown on a device: characters. */
export const MESSAGE_MAX = 200
/** How long it is known what a device was asked to do, after that came to its end: as long as the audit says so. */
export const COMMANDS_KEPT = 400 * DAY
/** How long it is known where a device was. */
export const LOCATION_KEPT = DAY
/** For how long a device that was ended by its own answer may repeat that answer. */
export const REPEAT_KEPT = DAY

/** How often a device comes back while it works on something, in seconds, and for how long after it got it. */
const EAGER_SECONDS = 60
const EAGER_FOR = 10 * MINUTE

const PERMISSION: Record<CommandKind, Permission> = {
  lock: 'lock',
  unlock: 'lock',
  ring: 'lock',
  locate: 'locate',
  wipe: 'wipe',
  retire: 'retire',
}

/** The kinds after which the device is over. */
export const isEnding = (kind: CommandKind): kind is 'wipe' | 'retire' => kind === 'wipe' || kind === 'retire'

/**
 * Whether somebody may ask for it: owners what their permissions allow; managers everything but where a device is,
 * which is its owner's alone to ask.
 */
export function mayAsk(
  asker: { actor: Actor['kind']; role: string; permissions: readonly Permission[] },
  kind: CommandKind,
): boolean {
  if (asker.actor === 'owner') return asker.permissions.includes(PERMISSION[kind])
  return asker.actor === 'manager' && asker.role === 'manager' && kind !== 'locate'
}

/** Only an agent asks by itself what there is to do. */
export const canBeTold = ({ reports }: { reports: Reports }) => reports === 'agent'

const OPEN: CommandState[] = ['queued', 'delivered']

/** Whether the device may still fetch or answer it. What ran out counts as over before anybody noted it. */
export const isOpen = (command: Pick<Command, 'state' | 'createdAt' | 'endsAt'>, now: Instant) =>
  OPEN.includes(command.state) && isInTime(command, now)

const isInTime = ({ createdAt, endsAt }: Pick<Command, 'createdAt' | 'endsAt'>, now: Instant) =>
  isWithin({ from: createdAt, length: endsAt - createdAt }, now)

/** What a wipe erases of a device. */
export const scopeOf = (ownership: Ownership): WipeScope =>
  ownership === 'personal' ? 'organisation_data' : 'everything'

/** The same, never more than what who asked was told. */
export const narrowScope = (told: WipeScope | undefined, ownership: Ownership): WipeScope =>
  told === 'organisation_data' ? told : scopeOf(ownership)

/** One line as a device may show it; undefined where nothing is left. */
export function readMessage(text: string | undefined): string | undefined {
  const printable = [...(text ?? '')].map((letter) => (isPrintable(letter) ? letter : ' ')).join('')
  return printable.replaceAll(/\s+/g, ' ').trim().slice(0, MESSAGE_MAX).toWellFormed().trim() || undefined
}

/**
 * What to make of a device's answer. `repeat`: it is known already. An answer that differs from the known one is to
 * a command that is over.
 */
export function judgeAnswer(
  command: Pick<Command, 'state' | 'createdAt' | 'endsAt' | 'kind' | 'epoch'> | null,
  device: { epoch: number },
  answer: { outcome: CommandOutcome; result: CommandResult },
  now: Instant,
): 'record' | 'repeat' | 'unknown_command' | 'location_required' {
  if (!command || command.epoch !== device.epoch) return 'unknown_command'
  if (command.state === answer.outcome) return 'repeat'
  if (command.state !== 'delivered' || !isInTime(command, now)) return 'unknown_command'
  const blind = command.kind === 'locate' && answer.outcome === 'done' && !answer.result.location
  return blind ? 'location_required' : 'record'
}

/**
 * Whether a device that is over said so itself just now: its credential is dead, and this answer alone may be
 * repeated with it, since the answer to the first time may have been lost.
 */
export function mayRepeat(
  command: Pick<Command, 'state' | 'kind' | 'epoch' | 'finishedAt'>,
  device: { epoch: number },
  outcome: CommandOutcome,
  now: Instant,
): boolean {
  const { state, kind, epoch, finishedAt } = command
  if (!isEnding(kind) || state !== 'done' || outcome !== 'done' || epoch !== device.epoch) return false
  return finishedAt !== null && isWithin({ from: finishedAt, length: REPEAT_KEPT }, now)
}

/** What is kept of an answer: a place only where it was asked for, and never one of the future. */
export function keptResult(
  kind: CommandKind,
  outcome: CommandOutcome,
  { location, message }: CommandResult,
  now: Instant,
): CommandResult | null {
  const kept: CommandResult = {
    ...(location &&
      kind === 'locate' &&
      outcome === 'done' && { location: { ...location, at: Math.min(location.at, now) } }),
    ...(message && { message }),
  }
  return Object.keys(kept).length > 0 ? kept : null
}

/** Where the device was, while that may be known. */
export function knownLocation({ result, finishedAt }: Command, now: Instant) {
  const known = finishedAt !== null && isWithin({ from: finishedAt, length: LOCATION_KEPT }, now)
  return known ? (result?.location ?? null) : null
}

/** When the device is to come again, in seconds: soon, while it works on what it got a few minutes ago. */
export function nextCheckIn(
  usual: number,
  commands: Pick<DeliveredCommand, 'deliveredAt'>[],
  now: Instant,
): number {
  const busy = commands.some(({ deliveredAt }) => isWithin({ from: deliveredAt, length: EAGER_FOR }, now))
  return busy ? Math.min(usual, EAGER_SECONDS) : usual
}

/**
 * Whether a device may be ended without its answer: one that cannot be told, and one that was asked to go and has
 * not come to its end.
 */
export function mayEndNow(
  device: { reports: Reports },
  commands: (Pick<Command, 'kind' | 'state'> & { current: boolean })[],
): boolean {
  const asked = commands.some(
    ({ kind, state, current }) => isEnding(kind) && state !== 'cancelled' && current,
  )
  return asked || !canBeTold(device)
}
