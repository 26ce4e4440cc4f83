import { PAGE_SIZE } from '../kernel/paging.ts'
import type { BulkOutcome } from './list-types.ts'

/** How many provision sessions are asked at a time. */
export const AT_ONCE = 5

/** What a bulk act is for: each once, and not more than a page has. */
export function idsOf(deviceIds: string[]): string[] {
  return [...new Set(deviceIds)].slice(0, PAGE_SIZE)
}

/** Does `work` for one after the other, a few at a time; results in order. */
export async function inGroups<Item, Value>(
  items: Item[],
  work: (item: Item) => Promise<Value>,
  width = AT_ONCE,
): Promise<Value[]> {
  const results: Value[] = []
  for (let begin = 0; begin < items.length; begin += width)
    results.push(...(await Promise.all(items.slice(begin, begin + width).map(work))))
  return results
}

/** `refusals`: null for what was done. */
export function sumUp<Refusal extends string>(
  ids: string[],
  refusals: Map<string, Refusal | null>,
  unknown: Refusal,
): BulkOutcome<Refusal> {
  const told = ids.map((id) => {
    const reason = refusals.get(id)
    return { id, reason: reason === undefined ? unknown : reason }
  })
  return {
    done: told.filter(({ reason }) => reason === null).map(({ id }) => id),
    refused: told.flatMap(({ id, reason }) => (reason === null ? [] : [{ id, reason }])),
  }
}
