import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { sealAudit } from '../../src/audit/index.ts'
import { makeKeyring } from '../../src/kernel/secrets.ts'
import { openDatabase } from '../../src/runtime/database.ts'
import { verifyAudit } from '../../src/tools/verify-audit/verify.ts'
import { bindings, d1Prototype, inD1, time } from '../support/world.ts'
import { emptyAudit, listRefusals, source, verify, write } from './support.ts'

const database = openDatabase(bindings.db)
const { keys } = bindings

const seal = (bounds?: { rows?: number; times?: number }, by = keys) =>
  sealAudit({ database, keys: by }, time.now(), bounds)

let triggers: string[] = []
beforeAll(async () => {
  triggers = await listRefusals()
})
beforeEach(async () => {
  time.start()
  vi.spyOn(console, 'info').mockReturnValue()
  await emptyAudit()
})

afterEach(() => vi.restoreAllMocks())

test('nothing of ours can change or delete what is sealed', async () => {
  expect(triggers).toHaveLength(5)
  for (const trigger of triggers) await inD1(trigger)
  await write(1, 2)
  await seal()
  for (const query of [
    "UPDATE audit SET actor_id = 'x'",
    'DELETE FROM audit',
    "UPDATE audit_seals SET hash = 'x'",
    'DELETE FROM audit_seals',
    'UPDATE audit_heads SET cut_seq = -1',
  ])
    await expect(inD1(query)).rejects.toThrow(/audit rows|seals|audit_heads/)
  expect(await verify()).toEqual({ 1: [2, 0] })
})

describe('sealing', () => {
  test('begins with what was there before it, in bounded runs, and gives each organisation its own chain', async () => {
    await write(1, 5)
    await write(2, 3)
    await write(1, 4)
    expect(await seal({ rows: 3, times: 2 })).toBe(6)
    expect(await verify()).toEqual({ 1: [5, 4], 2: [1, 2] })
    expect(await seal({ rows: 3 })).toBe(6)
    expect(await seal()).toBe(0)
    expect(await verify()).toEqual({ 1: [9, 0], 2: [3, 0] })
    const order = await inD1(
      'SELECT audit.rowid AS row FROM audit_seals JOIN audit ON id = entry_id WHERE audit_seals.organisation_id = 1 ORDER BY seq',
    )
    expect(order).toEqual([...order].sort((one, other) => Number(one.row) - Number(other.row)))
  })

  test.each([
    ['nothing was', 0, 1],
    ['little was, however much is sealed', 1, 2],
  ])('asks little while %s written', async (_what, rows, batches) => {
    await write(1, 300)
    await seal()
    await write(1, rows)
    const spy = vi.spyOn(d1Prototype, 'batch')
    await seal()
    const answers = (await Promise.all(spy.mock.results.map(({ value }) => value))) as D1Result[][]
    spy.mockRestore()
    expect(answers).toHaveLength(batches)
    expect(answers.flat().reduce((sum, { meta }) => sum + meta.rows_read, 0)).toBeLessThan(60)
  })

  test('by several at once, while rows are written, gives no number twice and leaves no row out', async () => {
    const sealing = async () => {
      for (let turn = 0; turn < 6; turn++) await seal({ rows: 4, times: 2 })
    }
    const writing = async () => {
      for (let turn = 0; turn < 12; turn++) await write(1 + (turn % 2), 3)
    }
    await Promise.all([sealing(), writing(), sealing(), writing(), sealing()])
    await seal()
    expect(await verify()).toEqual({ 1: [36, 0], 2: [36, 0] })
  })

  test('that ends in the middle leaves a whole chain, and the next run goes on', async () => {
    await write(1, 4)
    await seal({ rows: 2, times: 1 })
    const batch = d1Prototype.batch
    const spy = vi.spyOn(d1Prototype, 'batch').mockImplementation(function (this: D1Database, statements) {
      if (statements.length === 3 && spy.mock.calls.length > 1)
        throw new Error('D1_ERROR: network connection lost')
      return batch.call(this, statements) as never
    })
    await expect(seal()).rejects.toThrow('lost')
    spy.mockRestore()
    expect(await verify()).toEqual({ 1: [2, 2] })
    await seal()
    expect(await verify()).toEqual({ 1: [4, 0] })
  })

  test('goes on where it was after a dump was read in again, which numbers rows anew', async () => {
    await write(1, 3)
    await seal()
    await inD1('UPDATE audit_cursor SET "row" = "row" + 1000')
    await write(1, 2)
    expect(await seal()).toBe(2)
    // Without the row that was sealed last, the one that is there.
    await inD1("UPDATE audit_cursor SET entry_id = 'aud_gone'")
    await write(1, 1)
    expect(await seal()).toBe(1)
    expect(await verify()).toEqual({ 1: [6, 0] })
  })

  test('leaves no row out that got the number of one that somebody removed, nor seals twice without its cursor', async () => {
    await write(1, 5)
    await seal()
    await inD1('DELETE FROM audit WHERE rowid > (SELECT max(rowid) - 2 FROM audit)')
    await write(1, 1)
    expect(await seal()).toBe(1)
    expect(await verify()).toEqual({ 1: [6, 0, 'missing', 'missing'] })
    await inD1('DELETE FROM audit_cursor')
    await write(1, 1)
    expect(await seal()).toBe(1)
    expect(await verify()).toEqual({ 1: [7, 0, 'missing', 'missing'] })
  })

  test('sees that a head was forged, says so in the log, and goes on', async () => {
    const log = vi.spyOn(console, 'error').mockReturnValue()
    await write(1, 3)
    await write(2, 1)
    await seal()
    await inD1("UPDATE audit_heads SET hash = 'x' WHERE organisation_id = 1")
    await write(1, 2)
    await write(2, 1)
    await seal()
    expect(log.mock.calls).toEqual([
      ['{"level":"error","event":"audit.chain_broken","organisation":1,"rows":3}'],
    ])
    log.mockRestore()
    expect(await verify()).toEqual({ 1: [5, 0, 'went_on'], 2: [2, 0] })
  })

  test('tells the log how far it is once an hour, so that a roll-back of everything can be seen', async () => {
    const log = vi.mocked(console.info)
    for (const minutes of [0, 1, 30, 61]) {
      time.start()
      time.pass(minutes * 60_000)
      await write(1)
      await seal()
    }
    expect(log.mock.calls.map(([line]) => JSON.parse(String(line)))).toMatchObject([
      { event: 'audit.sealed', organisation: 1, rows: 1, hash: expect.stringMatching(/^[\w-]{43}$/) },
      { event: 'audit.sealed', organisation: 1, rows: 4 },
    ])
  })

  test('goes on under a new master key while the former is there; a head whose key is gone is not trusted', async () => {
    vi.spyOn(console, 'error').mockReturnValue()
    const naming = new Uint8Array(32)
    const former = { id: 'k0', bytes: new Uint8Array(32).fill(7) }
    const current = { id: 'k2', bytes: new Uint8Array(32).fill(8) }
    const old = makeKeyring({ current: former, naming })
    const both = makeKeyring({ current, previous: former, naming })
    await write(1)
    await seal({}, old)
    expect(await verify(makeKeyring({ current, naming }))).toEqual({ 1: [1, 0, 'key_unknown'] })
    await write(1)
    await seal({}, both)
    expect(await verify(makeKeyring({ current, naming }))).toEqual({ 1: [2, 0] })
  })
})

describe('verifying', () => {
  test('while the sealer goes on finds nothing wrong', async () => {
    await write(1, 2)
    await write(2, 2)
    await seal()
    const live = {
      ...source,
      async query(sql: string) {
        const before = await inD1(sql)
        if (!sql.includes('FROM audit_seals')) return before
        // As if a page ended with the first organisation, and the sealer came before the next one.
        for (const organisationId of [1, 2, 3]) await write(organisationId)
        await seal()
        const after = await inD1(sql)
        return [...before.filter(({ chain }) => chain === 1), ...after.filter(({ chain }) => chain !== 1)]
      },
    }
    const reports = await verifyAudit(live, keys, [])
    expect(reports.flatMap(({ findings }) => findings)).toEqual([])
    expect(reports.map(({ organisationId, sealed }) => [organisationId, sealed])).toEqual([
      ...[
        [1, 2],
        [2, 2],
        [3, 1],
      ],
    ])
  })

  test.each([
    ['a changed row', "UPDATE audit SET detail = '{}' WHERE rowid = 2", [4, 0, 'changed']],
    ['a deleted row', 'DELETE FROM audit WHERE rowid = 2', [4, 0, 'missing']],
    [
      'a row put among those that are sealed',
      "INSERT INTO audit (rowid, id, organisation_id, at, actor_kind, actor_id, action, detail) VALUES (-5, 'aud_x', 1, 1, 'owner', 'x', 'x', '{}')",
      [4, 0, 'inserted'],
    ],
    [
      'seals and rows cut off',
      'DELETE FROM audit_seals WHERE seq > 2',
      [2, 0, 'truncated', 'inserted', 'inserted'],
    ],
    ['a head that is gone', 'DELETE FROM audit_heads WHERE organisation_id = 1', [4, 0, 'head_missing']],
  ])('finds %s', async (_name, tamper, found) => {
    await write(1, 4)
    const [{ row } = {}] = await inD1('SELECT min(rowid) - 1 AS row FROM audit')
    await write(2, 1)
    await seal()
    await inD1(tamper.replace('rowid = 2', `rowid = ${Number(row) + 2}`))
    expect((await verify())[1]).toEqual(found)
    expect((await verify())[2]).toEqual([1, 0])
  })
})
