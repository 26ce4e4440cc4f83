import type { Call } from './load.ts'

/** How often a request asked D1, a batch counting once, and how many rows D1 read for it. */
export type Counts = { trips: number; rows: number }

/** The header by which a request asks to be counted, and by which its answer tells. */
export const ASKS = 'x-count-d1'

/** One request, counted. Throws where it is refused. */
export async function countCall(origin: string, call: Call): Promise<Counts> {
  const answer = await fetch(new URL(call.path, origin), {
    ...call,
    body: call.body ?? null,
    headers: { ...call.headers, [ASKS]: 'yes' },
    redirect: 'manual',
  })
  const counts = answer.headers.get(ASKS)
  if (answer.status >= 400 || counts === null)
    throw new Error(`${call.method} ${call.path} answered ${answer.status}: ${await answer.text()}`)
  return JSON.parse(counts)
}
