import type { Bundle } from './build.ts'
import type { Call } from './load.ts'

/** How often a request asked D1, a batch counting once, and how many rows D1 read for it. */
export type Counts = { trips: number; rows: number }

const ASKS = 'x-count-d1'
const MEASURED = 'measured.js'

/** Before the Worker: requests that ask for it are counted, all others pass. Runs in workerd. */
const ENTRY = `
import worker from './${MEASURED}'
export * from './${MEASURED}'

const statements = new WeakMap()

function watchStatement(statement, counts, sql) {
  const watched = new Proxy(statement, {
    get(target, key) {
      if (key === 'bind') return (...values) => watchStatement(target.bind(...values), counts, sql)
      if (!['all', 'first', 'run', 'raw'].includes(key)) return target[key]
      return async (...values) => {
        counts.trips += 1
        const answer = await target[key](...values)
        // These two do not say what was read: what only reads is asked once more.
        const told = key === 'all' || key === 'run' ? answer : /^\\s*(select|with)/i.test(sql) ? await target.all() : null
        counts.rows += told?.meta.rows_read ?? 0
        return answer
      }
    },
  })
  statements.set(watched, statement)
  return watched
}

function watch(database, counts) {
  return new Proxy(database, {
    get(target, key) {
      if (key === 'withSession') return (from) => watch(target.withSession(from), counts)
      if (key === 'prepare') return (sql) => watchStatement(target.prepare(sql), counts, sql)
      if (key === 'batch') return async (all) => {
        counts.trips += 1
        const answers = await target.batch(all.map((one) => statements.get(one)))
        for (const { meta } of answers) counts.rows += meta.rows_read
        return answers
      }
      const value = target[key]
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

export default {
  ...worker,
  async fetch(request, env, context) {
    if (!request.headers.has('${ASKS}')) return worker.fetch(request, env, context)
    const counts = { trips: 0, rows: 0 }
    const answer = await worker.fetch(request, { ...env, DB: watch(env.DB, counts) }, context)
    const told = new Response(answer.body, answer)
    told.headers.set('${ASKS}', JSON.stringify(counts))
    return told
  },
}
`

/** The same Worker, which counts where it is asked to. */
export function withCounts(bundle: Bundle): Pick<Bundle, 'text' | 'modules'> {
  return { text: ENTRY, modules: [{ ...bundle, name: MEASURED }, ...bundle.modules] }
}

/** One request, counted. */
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
