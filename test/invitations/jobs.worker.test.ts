import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { MINUTE } from '../../src/kernel/time.ts'
import { inD1, seedWorld, time } from '../support/world.ts'
import { drain, makeQueue, makeRoom, makeSessions, send } from './support.ts'

const { env } = import.meta as unknown as { env: Record<string, string | undefined> }
/** Four groups and a bit. `VITE_PEOPLE=10000` in the environment: as many as a send may have, a minute and a half. */
const PEOPLE = Number(env.VITE_PEOPLE ?? 2_200)

beforeAll(async () => {
  time.start()
  await seedWorld()
})
beforeEach(() => {
  time.start()
  for (const level of ['info', 'warn', 'error'] as const) vi.spyOn(console, level).mockReturnValue()
})

const countOf = async (query: string, ...values: unknown[]) =>
  Number((await inD1(`SELECT count(*) AS count ${query}`, ...values))[0]?.count)

const addresses = (count: number, prefix: string) =>
  Array.from({ length: count }, (_, index) => `${prefix}-${index}@acme.example`).join('\n')

/** Who got how many invitations and messages. */
async function tellOf(jobId: string) {
  const invited = await inD1(
    `SELECT i.account_id, count(DISTINCT i.id) AS invitations, count(m.id) AS messages FROM invitations AS i
     LEFT JOIN messages AS m ON m.invitation_id = i.id WHERE i.job_id = ? GROUP BY i.account_id`,
    jobId,
  )
  const odd = invited.filter((row) => row.invitations !== 1 || row.messages !== 1)
  return { people: invited.length, odd }
}

test('thousands of people are invited once each, though the consumer is killed in the middle and the queue lost', async () => {
  const queue = makeQueue()
  const sessions = makeSessions({ projectAtOnce: 1000 })
  const room = makeRoom(queue, sessions.namespace)
  const { jobId, total } = await send(room, { kind: 'addresses', text: addresses(PEOPLE, 'many') })
  expect(total).toBe(PEOPLE)

  // The pump dies between marking its people and telling the queue of all of them.
  queue.failAfter(2)
  const [job] = queue.waiting.splice(0)
  await room.deliver(job as never, time.now())
  queue.failAfter(Number.POSITIVE_INFINITY)
  expect(queue.waiting).toHaveLength(200)

  // Consumers die when a session has decided and before anybody wrote it down; what they held is gone with them.
  let left = 37
  sessions.hooks.after = () => (left-- > 0 ? Promise.resolve() : new Promise(() => {}))
  for (const reference of queue.waiting.splice(0).slice(0, 60)) void room.deliver(reference, time.now())
  await vi.waitFor(() => expect(left).toBe(-23), { timeout: 20_000 })
  sessions.hooks.after = async () => {}
  expect(await countOf("FROM invitation_items WHERE job_id = ? AND state = 'done'", jobId)).toBeLessThan(60)

  let sweeps = 0
  while ((await room.readJob(1, jobId))?.finishedAt === null && sweeps < 10) {
    time.pass(3 * MINUTE)
    expect(await room.sweep(time.now())).toBeGreaterThan(0)
    await drain(room, queue)
    sweeps += 1
  }
  await sessions.settle()
  expect(await room.readJob(1, jobId)).toMatchObject({ total: PEOPLE, done: PEOPLE, failed: 0, skipped: 0 })
  expect(await tellOf(jobId)).toEqual({ people: PEOPLE, odd: [] })
  expect(sessions.issued()).toBe(PEOPLE)
  time.pass(3 * MINUTE)
  expect(await room.sweep(time.now())).toBe(0)
}, 600_000)
