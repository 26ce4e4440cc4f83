import worker from '../../src/index.ts'
import { ASKS, type Counts } from './counting.ts'

/** Stands before the Worker: requests that ask for it have their questions to D1 counted, all others pass. */
export * from '../../src/index.ts'

const statements = new WeakMap<object, D1PreparedStatement>()

/** A property of something that workerd made: what it does needs its own `this`. */
function own(target: object, key: string | symbol): unknown {
  const value: unknown = Reflect.get(target, key)
  return typeof value === 'function' ? value.bind(target) : value
}

function watchStatement(statement: D1PreparedStatement, sql: string, counts: Counts): D1PreparedStatement {
  /** What D1 read for a statement of which it does not say so: what only reads is asked once more. */
  const readAgain = async () => (/^\s*(select|with)/i.test(sql) ? (await statement.all()).meta.rows_read : 0)
  const watched = new Proxy(statement, {
    get(target, key) {
      if (key === 'bind') return (...values: unknown[]) => watchStatement(target.bind(...values), sql, counts)
      if (key !== 'all' && key !== 'run' && key !== 'first' && key !== 'raw') return own(target, key)
      return async (...values: unknown[]) => {
        counts.trips += 1
        const answer = await (own(target, key) as (...values: unknown[]) => Promise<unknown>)(...values)
        const told = key === 'all' || key === 'run' ? (answer as D1Result).meta.rows_read : await readAgain()
        counts.rows += told
        return answer
      }
    },
  })
  statements.set(watched, statement)
  return watched
}

function watch<Client extends D1Database | D1DatabaseSession>(client: Client, counts: Counts): Client {
  return new Proxy(client, {
    get(target, key) {
      switch (key) {
        case 'withSession':
          return (from: string) => watch((target as D1Database).withSession(from), counts)
        case 'prepare':
          return (sql: string) => watchStatement(target.prepare(sql), sql, counts)
        case 'batch':
          return async (asked: D1PreparedStatement[]) => {
            counts.trips += 1
            const answers = await target.batch(asked.map((one) => statements.get(one) ?? one))
            for (const { meta } of answers) counts.rows += meta.rows_read
            return answers
          }
        default:
          return own(target, key)
      }
    },
  })
}

export default {
  ...worker,
  async fetch(request, env, context) {
    if (!request.headers.has(ASKS)) return worker.fetch(request, env, context)
    const counts: Counts = { trips: 0, rows: 0 }
    const { DB } = env as { DB: D1Database }
    const answer = await worker.fetch(request, { ...env, DB: watch(DB, counts) }, context)
    const told = new Response(answer.body, answer)
    told.headers.set(ASKS, JSON.stringify(counts))
    return told
  },
} satisfies typeof worker
