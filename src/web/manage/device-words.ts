import type { Copy } from '../../copy/index.ts'
import type { BulkOutcome, DeleteRefusal, RenewRefusal } from '../../devices/index.ts'

type Refusal = DeleteRefusal | RenewRefusal
type Query = (name: string) => string | undefined

const COUNTED_MAX = 1000
const isBulk = (word: string | undefined): word is 'renew' | 'delete' => word === 'renew' || word === 'delete'

function readCount(text: string | undefined): number {
  return Math.min(Math.max(Number.parseInt(text ?? '', 10) || 0, 0), COUNTED_MAX)
}

function refusalText(copy: Copy, word: string): string | null {
  const words = copy.deviceList.refusals
  return Object.hasOwn(words, word) ? words[word as Refusal] : null
}

/** What was done just now, as the address of the page says it; null for anything else. */
export function describeDone(copy: Copy, query: Query): string | null {
  const { done, summary } = copy.deviceList
  const word = query('done')
  if (isBulk(word)) return query('count') === undefined ? null : summary[word](readCount(query('count')))
  return word !== undefined && Object.hasOwn(done, word) ? done[word as keyof typeof done] : null
}

/** What was not done: `nothing` chosen, one refusal, or `refusal:count` for each reason of a bulk act. */
export function describeTrouble(copy: Copy, query: Query): string | null {
  const { bulk, summary } = copy.deviceList
  const word = query('trouble')
  if (word === undefined) return null
  if (word === 'nothing') return bulk.nothing
  if (!word.includes(':')) return refusalText(copy, word)
  const told = word.split(',').flatMap((part) => {
    const [reason = '', count] = part.split(':')
    const text = refusalText(copy, reason)
    return text === null ? [] : [summary.failed(readCount(count), text)]
  })
  return told.join(' ') || null
}

/** The same for the address of the list: how many were done, and why others were not. */
export function tellOutcome(act: 'renew' | 'delete', { done, refused }: BulkOutcome<Refusal>) {
  const counts = new Map<Refusal, number>()
  for (const { reason } of refused) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  const trouble = [...counts].map(([reason, count]) => `${reason}:${count}`).join(',')
  return { done: act, count: String(done.length), ...(trouble && { trouble }) }
}
