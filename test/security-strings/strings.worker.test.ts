import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { DAY, MINUTE } from '../../src/kernel/time.ts'
import { openDatabase, runBatch } from '../../src/runtime/database.ts'
import { pruneStrings, voidStringsStatement } from '../../src/security-strings/index.ts'
import { pruneStatements } from '../../src/security-strings/pruning-store.ts'
import { refusal } from '../support/devices.ts'
import {
  bindings,
  breakDatabase,
  call,
  inD1,
  makePerson,
  makeTestDevice,
  time,
  watchTrips,
} from '../support/world.ts'
import {
  allow,
  at,
  batchesOf,
  makeHolder,
  makeOwner,
  PATH,
  readState,
  startStrings,
  verify,
} from './support.ts'

/** The strings that devices fetch, and what makes them void. */

beforeAll(startStrings)
beforeEach(time.start)
afterEach(() => vi.restoreAllMocks())

describe('a device fetches strings', () => {
  test('99 of them, once, in at most three round trips; only HMACs are kept', async () => {
    const person = await makePerson()
    const holder = await makeHolder(person)
    const trips = watchTrips()
    const { status, body, headers } = await holder.fetch()
    expect(trips.count()).toBeLessThanOrEqual(3)
    trips.stop()
    expect([status, headers.get('cache-control')]).toEqual([201, 'no-store'])
    expect(Object.keys(body).toSorted()).toEqual(['batch', 'issued_at', 'strings'])
    expect(body.batch).toMatch(/^str_[A-Za-z0-9_-]{22}$/)
    expect(new Set(body.strings).size).toBe(99)
    for (const one of body.strings)
      expect(one).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}$/)
    const kept = JSON.stringify([
      await inD1('SELECT * FROM security_strings WHERE batch_id = ?', body.batch),
      await inD1('SELECT * FROM audit WHERE account_id = ?', person.account.id),
    ])
    expect(kept).toContain('"position":99')
    for (const one of body.strings as string[]) {
      expect(kept).not.toContain(one)
      expect(kept).not.toContain(one.replace('-', ''))
    }
    const state = await readState(holder.id)
    expect(state).toEqual({ batch: body.batch, left: 99 })
  })

  test('again: the batch before is void, and nothing is left of its strings', async () => {
    const { holder, batch, ...owner } = await makeOwner()
    const second = await holder.fetch()
    expect(await batchesOf(holder.id)).toMatchObject([
      { id: batch, void_reason: 'superseded' },
      { id: second.body.batch, void_reason: null },
    ])
    expect(await inD1('SELECT 1 FROM security_strings WHERE batch_id = ?', batch)).toEqual([])
    expect((await verify(at(owner, 1))).body).toEqual({ valid: false })
    expect((await verify(at({ ...owner, strings: second.body.strings }, 1))).body.valid).toBe(true)
  })

  test('many times at once: at most one batch counts', async () => {
    const holder = await makeHolder(await makePerson())
    const answers = await Promise.all(Array.from({ length: 6 }, () => holder.fetch()))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]))
    const living = (await batchesOf(holder.id)).filter(({ void_reason }) => void_reason === null)
    expect(living).toHaveLength(1)
  })

  test('at most ten times a day; after a day what is void is deleted', async () => {
    const holder = await makeHolder(await makePerson())
    for (let index = 0; index < 10; index++) expect((await holder.fetch()).status).toBe(201)
    const refused = await holder.fetch()
    expect(refusal(refused)).toEqual({ status: 429, code: 'rate_limited' })
    expect(refused.headers.get('retry-after')).toBe('3600')
    expect(refused.body.detail).toContain('tomorrow')
    expect((await batchesOf(holder.id)).at(-1)?.void_reason).toBeNull()
    time.pass(DAY + MINUTE)
    expect((await holder.fetch()).status).toBe(201)
    // The one that was in use until now stays for a day.
    expect(await batchesOf(holder.id)).toHaveLength(2)
  })

  test('a day is a day: what was fetched while a clock was ten years ahead keeps nobody waiting until then', async () => {
    const holder = await makeHolder(await makePerson())
    time.pass(3650 * DAY)
    for (let index = 0; index < 10; index++) expect((await holder.fetch()).status).toBe(201)
    time.pass(-3650 * DAY)
    expect((await holder.fetch()).status).toBe(201)
    expect((await batchesOf(holder.id)).filter(({ void_reason }) => void_reason === null)).toHaveLength(1)
  })

  test('only with the permission, only when it is active, and only by its own credential and key', async () => {
    const person = await makePerson()
    const pending = await makeHolder(person, { checkIn: false })
    expect(refusal(await pending.fetch())).toEqual({ status: 403, code: 'not_entitled' })
    const holder = await makeHolder(person)
    const thief = await makeTestDevice()
    const dpop = await thief.proofFor('POST', PATH, holder.token)
    const stolen = await call('POST', PATH, { dpop, authorization: `DPoP ${holder.token}` })
    expect(refusal(stolen)).toEqual({ status: 401, code: 'invalid_credential' })
    expect(refusal(await call('POST', PATH))).toEqual({ status: 401, code: 'invalid_credential' })
    await inD1(
      `UPDATE account_templates SET permissions = '["register"]' WHERE id = ?`,
      person.account.templateId,
    )
    const without = await holder.fetch()
    expect(refusal(without)).toEqual({ status: 403, code: 'not_entitled' })
    expect(without.body.detail).toContain('Security strings')
    expect(await batchesOf(holder.id)).toEqual([])
    await allow(person.account.templateId)
  })

  test('is told to try again while the database is down', async () => {
    const holder = await makeHolder(await makePerson())
    const broken = breakDatabase()
    const answer = await holder.fetch()
    broken.mend()
    expect(refusal(answer)).toEqual({ status: 503, code: 'temporarily_unavailable' })
    expect((await holder.fetch()).status).toBe(201)
  })
})

describe('the batches of an account', () => {
  const voidAt = (accountId: string, moment: number, organisationId = 1) =>
    runBatch(openDatabase(bindings.db), [
      voidStringsStatement(openDatabase(bindings.db), {
        ...{ organisationId, accountId, at: moment },
        reason: 'provisioned',
      }),
    ])

  test('become void with what happened after them, not with what came late, and not for another organisation', async () => {
    const owner = await makeOwner()
    const { id } = owner.person.account
    await voidAt(id, time.now() - 1)
    await voidAt(id, time.now(), 2)
    expect((await verify(at(owner, 1))).body.valid).toBe(true)
    await voidAt(id, time.now())
    await voidAt(id, time.now() + 5)
    expect((await verify(at(owner, 2))).body).toEqual({ valid: false })
    const kept = await inD1('SELECT voided_at, void_reason FROM security_batches WHERE id = ?', owner.batch)
    expect(kept).toEqual([{ voided_at: time.now(), void_reason: 'provisioned' }])
    // Whether or not the device ever fetches another.
    const prune = (later: number) => pruneStrings(openDatabase(bindings.db), time.now() + later)
    const stringsLeft = async () =>
      (await inD1('SELECT 1 FROM security_strings WHERE batch_id = ?', owner.batch)).length
    await prune(DAY - 1)
    expect([(await batchesOf(owner.holder.id)).length, await stringsLeft()]).toEqual([1, 99])
    const other = await makeOwner()
    await prune(DAY)
    expect([(await batchesOf(owner.holder.id)).length, await stringsLeft()]).toEqual([0, 0])
    expect(await batchesOf(other.holder.id)).toMatchObject([{ id: other.batch, void_reason: null }])
    // Fetched while a clock was ten years ahead.
    time.pass(3650 * DAY)
    expect((await owner.holder.fetch()).status).toBe(201)
    time.pass(-3650 * DAY)
    await voidAt(id, time.now())
    expect((await batchesOf(owner.holder.id)).filter(({ void_reason }) => void_reason === null)).toEqual([])
    expect((await owner.holder.fetch()).status).toBe(201)
  })
})

test('void batches are looked at slice by slice, and each has its turn', async () => {
  const owners = [await makeOwner(), await makeOwner(), await makeOwner()]
  await inD1('UPDATE security_batches SET created_at = 1, voided_at = 1')
  const [{ last } = { last: 0 }] = await inD1('SELECT max(rowid) AS last FROM security_batches')
  const database = openDatabase(bindings.db)
  const countLeft = async () => (await inD1('SELECT 1 FROM security_batches')).length
  const before = await countLeft()
  for (let turn = 0; turn <= Number(last) / 2; turn++) {
    await runBatch(database, pruneStatements(database, turn, 2, time.now()))
    if (turn === 0) expect(await countLeft()).toBeGreaterThanOrEqual(before - 2)
  }
  expect(before).toBeGreaterThanOrEqual(owners.length)
  expect(await countLeft()).toBe(0)
  expect(await inD1('SELECT 1 FROM security_strings')).toEqual([])
})
