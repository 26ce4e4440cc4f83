import { runInDurableObject } from 'cloudflare:test'
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { MINUTE } from '../../src/kernel/time.ts'
import { runMinute } from '../../src/minute.ts'
import { ROWS } from '../../src/tools/cost/model.ts'
import {
  bindings,
  d1Prototype,
  issueCode,
  makePerson,
  makeTestDevice,
  seedWorld,
  sessionOf,
  settle,
  time,
} from '../support/world.ts'

beforeAll(seedWorld)
beforeEach(() => {
  time.start()
  vi.spyOn(console, 'info').mockReturnValue()
})

type Rows = { read: number; written: number }

/** What D1 and the objects read and write for it. */
async function measure(ref: string, work: () => Promise<unknown>): Promise<{ d1: Rows; objects: Rows }> {
  const d1 = { read: 0, written: 0 }
  const count = (meta: D1Meta) => {
    d1.read += meta.rows_read
    d1.written += meta.rows_written
  }
  const statement = Object.getPrototypeOf(bindings.db.prepare('SELECT 1')) as D1PreparedStatement
  const { batch } = d1Prototype
  const { all } = statement
  const cursors: { rowsRead: number; rowsWritten: number }[] = []
  const sql = await runInDurableObject(
    sessionOf(ref),
    (_session, state) => Object.getPrototypeOf(state.storage.sql) as SqlStorage,
  )
  const { exec } = sql
  const spies: { mockRestore(): void }[] = []
  spies.push(
    vi.spyOn(sql, 'exec').mockImplementation(function (this: SqlStorage, ...given: unknown[]) {
      const cursor = exec.apply(this, given as Parameters<typeof exec>)
      cursors.push(cursor)
      return cursor
    } as typeof exec),
  )
  spies.push(
    vi.spyOn(d1Prototype, 'batch').mockImplementation(async function (this: D1Database, statements) {
      const answers = await batch.call(this, statements)
      for (const { meta } of answers) count(meta)
      return answers as never
    }),
  )
  const through = async function (this: D1PreparedStatement) {
    const answer = await all.call(this)
    count(answer.meta)
    return answer
  }
  spies.push(vi.spyOn(statement, 'all').mockImplementation(through as never))
  spies.push(vi.spyOn(statement, 'run').mockImplementation(through as never))
  // Drizzle drops what D1 says of its reads: each is run once more.
  const { raw } = statement
  spies.push(
    vi.spyOn(statement, 'raw').mockImplementation(async function (this: D1PreparedStatement) {
      count((await all.call(this)).meta)
      return raw.call(this) as never
    }),
  )
  await work()
  await settle(ref)
  for (const spy of spies) spy.mockRestore()
  const objects = { read: 0, written: 0 }
  for (const { rowsRead, rowsWritten } of cursors) {
    objects.read += rowsRead
    objects.written += rowsWritten
  }
  return { d1, objects }
}

/** What the model says is what happens, or somewhat more: never less, and not three times as much. */
function expectAbout(said: { d1: Rows; objects: Rows }, measured: { d1: Rows; objects: Rows }): void {
  for (const where of ['d1', 'objects'] as const)
    for (const kind of ['read', 'written'] as const) {
      expect(measured[where][kind]).toBeLessThanOrEqual(said[where][kind])
      if (said[where][kind] > 20) expect(measured[where][kind] * 3).toBeGreaterThanOrEqual(said[where][kind])
    }
}

test('the rows that the costs are computed from are those that are read and written', async () => {
  const first = await makePerson()
  const { ref } = first.account
  await issueCode(first)
  await settle(ref)
  const person = await measure(ref, () => makePerson())
  let code = ''
  const issued = await measure(ref, async () => {
    code = (await issueCode(first)).code
  })
  const device = await makeTestDevice()
  let token = ''
  const redeemed = await measure(ref, async () => {
    token = (await device.redeem({ code })).body.credential.token
  })
  const confirmed = await measure(ref, () => device.checkIn(token))
  time.pass(60 * MINUTE)
  const heard = await measure(ref, () => device.checkIn(token))
  await runMinute(bindings)
  const idle = await measure(ref, () => runMinute(bindings))
  expectAbout(ROWS.person, person)
  expectAbout(ROWS.code, issued)
  expectAbout(ROWS.redeem, redeemed)
  expectAbout(ROWS.firstCheckIn, confirmed)
  expectAbout(ROWS.checkIn, heard)
  expectAbout(ROWS.minute, idle)
})
