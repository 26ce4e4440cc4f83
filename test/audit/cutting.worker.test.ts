import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { AUDIT_KEPT, cutAudit, sealAudit } from '../../src/audit/index.ts'
import { DAY, HOUR, MINUTE } from '../../src/kernel/time.ts'
import { runMinute } from '../../src/minute.ts'
import { openDatabase } from '../../src/runtime/database.ts'
import { bindings, d1Prototype, inD1, time } from '../support/world.ts'
import { emptyAudit, listRefusals, verify, write } from './support.ts'

const database = openDatabase(bindings.db)
const { keys } = bindings
const OLD = AUDIT_KEPT + DAY

const seal = () => sealAudit({ database, keys }, time.now())
const cut = (bounds?: { rows?: number; times?: number }) => cutAudit({ database, keys }, time.now(), bounds)
const countRows = async () => {
  const [row] = await inD1(
    'SELECT (SELECT count(*) FROM audit) AS rows, (SELECT count(*) FROM audit_seals) AS seals',
  )
  return [row?.rows, row?.seals]
}

let refusals: string[] = []
beforeAll(async () => {
  refusals = await listRefusals()
})
beforeEach(async () => {
  time.start()
  time.pass(HOUR - (time.now() % HOUR) + 17 * MINUTE)
  vi.spyOn(console, 'info').mockReturnValue()
  await emptyAudit()
  for (const trigger of refusals) await inD1(trigger)
})
afterEach(async () => {
  vi.restoreAllMocks()
  await emptyAudit()
})

test('old rows are cut with their seals from every chain, and what is left is as whole as before', async () => {
  await write(1, 5, OLD)
  await write(2, 2, OLD)
  await write(3, 2)
  await write(1, 3)
  await seal()
  // The last row of a chain stays, whatever its age.
  expect(await cut()).toBe(6)
  expect(await countRows()).toEqual([6, 6])
  expect(await verify()).toEqual({ 1: [8, 0], 2: [2, 0], 3: [2, 0] })
  expect(await cut()).toBe(0)
  await write(1, 1)
  await write(2, 1)
  await seal()
  expect(await cut()).toBe(1)
  expect(await verify()).toEqual({ 1: [9, 0], 2: [3, 0], 3: [2, 0] })
})

test('rows are kept 400 days, and looked at once an hour', async () => {
  await write(1, 3, AUDIT_KEPT - HOUR)
  await seal()
  expect(await cut()).toBe(0)
  time.pass(HOUR + MINUTE)
  expect(await cut()).toBe(0)
  time.pass(59 * MINUTE)
  expect(await cut()).toBe(2)
})

test('a run has a bound, and the next one goes on', async () => {
  await write(1, 9, OLD)
  await seal()
  expect(await cut({ rows: 3, times: 2 })).toBe(6)
  expect(await verify()).toEqual({ 1: [9, 0] })
  expect(await cut({ rows: 3 })).toBe(2)
  expect(await countRows()).toEqual([1, 1])
})

test('the cron cuts what it sealed', async () => {
  await write(1, 3, OLD)
  await runMinute(bindings)
  expect(await inD1('SELECT cut_seq FROM audit_heads WHERE organisation_id = 1')).toEqual([{ cut_seq: 2 }])
})

test('rows that wait for their seal are not cut', async () => {
  await write(1, 2, OLD)
  await seal()
  await write(1, 3, OLD)
  expect(await cut()).toBe(1)
  await seal()
  expect(await verify()).toEqual({ 1: [5, 0] })
})

test('nobody who can write D1 has a row removed by making it old, nor an old one altered unseen', async () => {
  const log = vi.spyOn(console, 'error').mockReturnValue()
  await write(1, 4, OLD)
  await write(1, 4)
  await seal()
  await inD1('DROP TRIGGER audit_unchanged')
  await inD1('UPDATE audit SET at = 5 WHERE rowid = (SELECT min(rowid) + 4 FROM audit)')
  expect(await cut()).toBe(4)
  expect(await verify()).toEqual({ 1: [8, 0, 'changed'] })
  expect(log).not.toHaveBeenCalled()
  time.pass(OLD)
  expect(await cut()).toBe(3)
  expect(log.mock.calls).toEqual([
    ['{"level":"error","event":"audit.chain_broken","organisation":1,"rows":5}'],
  ])
  expect(await verify()).toEqual({ 1: [8, 0, 'went_on'] })
})

test('a chain whose head nobody of ours signed is left alone', async () => {
  await write(1, 4, OLD)
  await seal()
  await inD1('UPDATE audit_heads SET cut_seq = 2, cut_until = 1')
  expect(await cut()).toBe(0)
  expect(await verify()).toEqual({ 1: [4, 0, 'changed', 'head_forged', 'inserted', 'inserted'] })
})

test('a seal put below what was cut is seen', async () => {
  await write(1, 4, OLD)
  await write(1, 1)
  await seal()
  await cut()
  await inD1("INSERT INTO audit_seals SELECT organisation_id, 2, 'aud_x', hash FROM audit_seals")
  expect(await verify()).toEqual({ 1: [5, 0, 'inserted'] })
})

test('a sealer that read before the cut and writes after it begins anew, and the other way round', async () => {
  await write(1, 4, OLD)
  await seal()
  await write(1, 1)
  const batch = d1Prototype.batch
  /** Lets `meanwhile` happen between the first question and what is written. */
  const between = async (act: () => Promise<unknown>, meanwhile: () => Promise<unknown>) => {
    let calls = 0
    const spy = vi.spyOn(d1Prototype, 'batch').mockImplementation(async function (
      this: D1Database,
      statements,
    ) {
      calls += 1
      if (calls === 2) {
        spy.mockRestore()
        await meanwhile()
      }
      return (await batch.call(this, statements)) as never
    })
    await act()
  }
  await between(seal, cut)
  expect(await verify()).toEqual({ 1: [4, 1] })
  await seal()
  expect(await verify()).toEqual({ 1: [5, 0] })
  // Row 4 is old, and not the last one any more.
  await write(1, 1)
  await between(cut, seal)
  expect(await verify()).toEqual({ 1: [6, 0] })
  expect(await countRows()).toEqual([3, 3])
  expect(await cut()).toBe(1)
  expect(await verify()).toEqual({ 1: [6, 0] })
})
