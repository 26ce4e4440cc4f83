import type { CommandKind } from '../../commands/index.ts'
import type { Copy } from '../../copy/index.ts'
import { HOUR, MINUTE, SECOND } from '../../kernel/time.ts'

/** A command as a sentence says where it was: "52.52000, 13.40500". */
export function coordinatesText({ latitude, longitude }: { latitude: number; longitude: number }): string {
  return `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`
}

/** RFC 5870: opens whatever shows maps on the reader's device. `u` is the uncertainty in metres. */
export function geoLink(place: { latitude: number; longitude: number; accuracy: number }): string {
  return `geo:${place.latitude.toFixed(5)},${place.longitude.toFixed(5)};u=${Math.ceil(place.accuracy)}`
}

/** "an hour", "15 minutes": how long it takes until a device checks in. */
export function rhythmText(copy: Copy, seconds: number): string {
  const minutes = Math.max(1, Math.ceil((seconds * SECOND) / MINUTE))
  if (minutes < 60) return copy.commands.minutes(minutes)
  return copy.commands.hours(Math.ceil((seconds * SECOND) / HOUR))
}

type Query = (name: string) => string | undefined
const own = <Words extends object>(words: Words, word: string | undefined): string | null =>
  word !== undefined && Object.hasOwn(words, word) ? String(words[word as keyof Words]) : null

/** What was done just now with a command, as the address of the page says it; null for anything else. */
export const describeCommandDone = (copy: Copy, query: Query) => own(copy.commands.told, query('done'))

/** What was not done. */
export const describeCommandTrouble = (copy: Copy, query: Query) =>
  own(copy.commands.trouble, query('trouble'))

/** `…/commands/lock` below the page of a device. */
export const commandPath = (devicePath: string, act: CommandKind | 'end' | `${string}/cancel`) =>
  `${devicePath}/commands/${act}`
