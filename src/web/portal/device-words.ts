import type { Copy } from '../../copy/index.ts'
import { describeCommandDone, describeCommandTrouble } from './command-words.ts'

type Query = (name: string) => string | undefined

/** What was done just now, as the address of the device's page says it; null for anything else. */
export function describeDone(copy: Copy, query: Query): string | null {
  const words = copy.portalDevice
  switch (query('done')) {
    case 'named':
      return words.name.saved
    case 'unnamed':
      return words.name.given
    case 'company':
      return words.owner.done.company
    case 'personal':
      return words.owner.done.personal
    default:
      return describeCommandDone(copy, query)
  }
}

/** What was not done. */
export function describeTrouble(copy: Copy, query: Query): string | null {
  const words: Record<string, string> = copy.portalDevice.trouble
  const word = query('trouble')
  return word !== undefined && Object.hasOwn(words, word)
    ? (words[word] ?? null)
    : describeCommandTrouble(copy, query)
}
