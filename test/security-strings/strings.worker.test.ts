import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { DAY, MINUTE } from '../../src/kernel/time.ts'
import { openDatabase, readBatch, runBatch } from '../../src/runtime/database.ts'
import { pruneStrings, voidStringsStatement } from '../../src/security-strings/index.ts'
import { pruneStatements } from '../../src/security-strings/pruning-store.ts'
import { refusal } from '../support/devices.ts'
import {
  bindings,
  breakDatabase,
  call,
  inD1,
  issueCode,
  makePerson,
  makeTestDevice,
  seedWorld,
  services,
  time,
  watchTrips,
} from '../support/world.ts'

const PATH = '/device/v1/security-strings'
/** What a check-in tells of them. */
async function readState(id: string) {
  const { statement, read } = services.securityStrings.fetchState({ organisationId: 1, id, epoch: 1 })
  const [rows = []] = await readBatch(openDatabase(bindings.db), [statement])
  return read(rows)
}

const VERIFY = '/api/v1/security-strings/verify'
const ACTOR = { kind: 'manager', id: 'acc_manager' } as const

let key: string
beforeAll(async () => {
  time.start()
  await seedWorld()
  await inD1(
    `UPDATE account_templates SET permissions = '["register","pin","qr","security_strings"]' WHERE organisation_id = 1`,
  )
  key = await makeKey(1)
})
beforeEach(time.start)
afterEach(() => vi.restoreAllMocks())

async function makeKey(organisationId: number, endsOn = '') {
  const made = await services.apiKeys.make(
    { organisationId, actor: ACTOR, now: time.now() },
    { name: 'VPN gateway', scopes: ['security_strings'], endsOn, once: '' },
  )
  if (!made.ok) throw new Error(JSON.stringify(made.error))
  return made.value.secret
}

/** A device that is set up, with its own way to fetch strings. */
async function makeHolder(
  person: Awaited<ReturnType<typeof makePerson>>,
  options: { checkIn?: boolean } = {},
) {
  const device = await makeTestDevice()
  const { code } = await issueCode(person)
  const { body } = await device.redeem({ code, device: { name: 'Desk' } })
  const { token } = body.credential
  if (options.checkIn !== false) await device.checkIn(token)
  return {
    device,
    token,
    id: body.device.id as string,
    async fetch(credential = token) {
      const dpop = await device.proofFor('POST', PATH, credential)
      return call('POST', PATH, { dpop, authorization: `DPoP ${credential}` })
    },
  }
}

/** Somebody with an active device and its strings. */
async function makeOwner() {
  const person = await makePerson()
  const holder = await makeHolder(person)
  const { body } = await holder.fetch()
  return { person, holder, batch: body.batch as string, strings: body.strings as string[] }
}

type Asked = { username: string; position: number; string: string; device?: string }
const verify = (asked: { [Name in keyof Asked]?: Asked[Name] | undefined }, presented = key) =>
  call('POST', VERIFY, { authorization: `Bearer ${presented}` }, asked)
const at = (owner: { person: { address: string }; strings: string[] }, position: number): Asked => ({
  ...{ username: owner.person.address, position },
  string: owner.strings[position - 1] ?? '',
})

const batchesOf = (deviceId: string) =>
  inD1(
    'SELECT id, used, failures, void_reason FROM security_batches WHERE device_id = ? ORDER BY created_at, rowid',
    deviceId,
  )
const auditedFor = async (accountId: string, action: string) =>
  (
    await inD1('SELECT detail FROM audit WHERE account_id = ? AND action = ? ORDER BY at', accountId, action)
  ).map(({ detail }) => JSON.parse(String(detail)))

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

const allow = (templateId: string) =>
  inD1(
    `UPDATE account_templates SET permissions = '["register","pin","qr","security_strings"]' WHERE id = ?`,
    templateId,
  )

describe('a system verifies a string', () => {
  test('which counts once, whatever its case and dashes; positions are independent', async () => {
    const owner = await makeOwner()
    const trips = watchTrips()
    const first = await verify({
      ...at(owner, 17),
      string: owner.strings[16]?.toLowerCase().replace('-', ' '),
    })
    expect(trips.count()).toBeLessThanOrEqual(3)
    trips.stop()
    expect(first.headers.get('cache-control')).toBe('no-store')
    expect(first.body).toEqual({ valid: true, device: { id: owner.holder.id, name: 'Desk' }, left: 98 })
    expect((await verify(at(owner, 17))).body).toEqual({ valid: false })
    expect((await verify({ ...at(owner, 5), string: owner.strings[5] })).body).toEqual({ valid: false })
    expect((await verify(at(owner, 5))).body).toMatchObject({ valid: true, left: 97 })
    const state = await readState(owner.holder.id)
    expect(state?.left).toBe(97)
    const used = await auditedFor(owner.person.account.id, 'security_strings.used')
    expect(used).toEqual([17, 5].map((position) => ({ position, key: 'VPN gateway' })))
  })

  test('twenty times at once: exactly one of them is told yes, and the batch lives on', async () => {
    const owner = await makeOwner()
    const answers = await Promise.all(Array.from({ length: 20 }, () => verify(at(owner, 1))))
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200))
    expect(answers.filter(({ body }) => body.valid)).toHaveLength(1)
    expect(await batchesOf(owner.holder.id)).toMatchObject([{ used: 1, failures: 0, void_reason: null }])
    expect(await auditedFor(owner.person.account.id, 'security_strings.used')).toHaveLength(1)
    expect((await verify(at(owner, 2))).body).toMatchObject({ valid: true, left: 97 })
  })

  test('of one device only where it names one; what was fetched before another came is void', async () => {
    const owner = await makeOwner()
    const other = await makeHolder(owner.person)
    expect(await batchesOf(owner.holder.id)).toMatchObject([{ void_reason: 'provisioned' }])
    expect((await verify(at(owner, 3))).body).toEqual({ valid: false })
    const strings = (await owner.holder.fetch()).body.strings as string[]
    const mine = { ...owner, strings }
    expect((await verify({ ...at(mine, 3), device: other.id })).body).toEqual({ valid: false })
    expect((await verify({ ...at(mine, 3), device: owner.holder.id })).body.valid).toBe(true)
  })

  test('ten wrong ones make the batch void, told once; of refusals the first of a quarter of an hour', async () => {
    const owner = await makeOwner()
    const { id } = owner.person.account
    for (let index = 0; index < 9; index++) await verify({ ...at(owner, 1), string: 'ZZZZ-ZZZZ' })
    expect((await verify(at(owner, 1))).body.valid).toBe(true)
    await verify({ ...at(owner, 2), string: 'ZZZZ-ZZZZ' })
    expect(await batchesOf(owner.holder.id)).toMatchObject([
      { failures: 10, void_reason: 'too_many_failures' },
    ])
    expect((await verify(at(owner, 3))).body).toEqual({ valid: false })
    expect(await auditedFor(id, 'security_strings.voided')).toHaveLength(1)
    const refused = await auditedFor(id, 'security_strings.refused')
    expect(refused.map(({ reason }) => reason).toSorted()).toEqual(['ended', 'wrong'])
    time.pass(15 * MINUTE)
    await verify(at(owner, 3))
    expect(await auditedFor(id, 'security_strings.refused')).toHaveLength(3)
  })

  test('guessed at many times at once: it counts no longer, and that is told once', async () => {
    const owner = await makeOwner()
    const guess = () => verify({ ...at(owner, 1), string: 'ZZZZ-ZZZZ' })
    await Promise.all(Array.from({ length: 25 }, guess))
    expect((await verify(at(owner, 1))).body).toEqual({ valid: false })
    expect(await batchesOf(owner.holder.id)).toMatchObject([{ void_reason: 'too_many_failures' }])
    expect(await auditedFor(owner.person.account.id, 'security_strings.voided')).toHaveLength(1)
  })

  test.each([
    ['the device was provisioned again', 'UPDATE devices SET epoch = epoch + 1 WHERE id = ?'],
    ['the device ended', "UPDATE devices SET lifecycle = 'retired' WHERE id = ?"],
    [
      'the account was disabled',
      'UPDATE accounts SET disabled_at = 1 WHERE id = (SELECT account_id FROM devices WHERE id = ?)',
    ],
  ])('that no longer counts: %s', async (_what, change) => {
    const owner = await makeOwner()
    await inD1(change, owner.holder.id)
    expect((await verify(at(owner, 1))).body).toEqual({ valid: false })
    expect(
      await inD1('SELECT 1 FROM security_strings WHERE batch_id = ? AND used_at IS NOT NULL', owner.batch),
    ).toEqual([])
  })

  test('whose account lost the permission', async () => {
    const owner = await makeOwner()
    const { templateId } = owner.person.account
    await inD1(`UPDATE account_templates SET permissions = '["register"]' WHERE id = ?`, templateId)
    expect((await verify(at(owner, 1))).body).toEqual({ valid: false })
    await allow(templateId)
    expect((await verify(at(owner, 1))).body.valid).toBe(true)
  })

  test('of somebody unknown: the same answer, the same work, and no row', async () => {
    const owner = await makeOwner()
    const rows = async () =>
      JSON.stringify(
        await inD1('SELECT count(*) FROM audit UNION ALL SELECT sum(failures) FROM security_batches'),
      )
    const measure = async (asked: Partial<Asked>) => {
      const trips = watchTrips()
      const { status, body } = await verify(asked)
      const count = trips.count()
      trips.stop()
      return { status, body, count }
    }
    const known = await measure({ ...at(owner, 1), string: 'ZZZZ-ZZZZ' })
    const before = await rows()
    for (const username of ['nobody@acme.example', 'not an address'])
      expect(await measure({ ...at(owner, 1), username })).toEqual(known)
    expect(await rows()).toBe(before)
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

describe('a key', () => {
  test.each([
    ['none', ''],
    ['of another shape', 'Bearer lk_short'],
    ['that nobody made', `Bearer lk_${'a'.repeat(16)}_${'A'.repeat(43)}`],
    ['by another scheme', 'Basic YTpi'],
  ])('%s: 401 as a problem', async (_what, authorization) => {
    const answer = await call('POST', VERIFY, authorization ? { authorization } : {}, {})
    expect(refusal(answer)).toEqual({ status: 401, code: 'invalid_api_key' })
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer /)
  })

  test('with another secret, revoked or ended lets nobody in; without the scope it may not', async () => {
    const owner = await makeOwner()
    const changed = key.slice(0, -1) + (key.endsWith('A') ? 'B' : 'A')
    expect((await verify(at(owner, 1), changed)).status).toBe(401)
    const short = await makeKey(1, '2050-11-21')
    expect((await verify(at(owner, 1), short)).body.valid).toBe(true)
    time.pass(2 * DAY)
    expect((await verify(at(owner, 2), short)).status).toBe(401)
    const doomed = await makeKey(1)
    const id = `key_${doomed.split('_')[1]}`
    expect(
      await services.apiKeys.revoke({ organisationId: 2, actor: ACTOR, now: time.now() }, id),
    ).toMatchObject({ error: 'not_found' })
    expect((await services.apiKeys.revoke({ organisationId: 1, actor: ACTOR, now: time.now() }, id)).ok).toBe(
      true,
    )
    expect((await verify(at(owner, 2), doomed)).status).toBe(401)
    const narrow = await makeKey(1)
    await inD1("UPDATE api_keys SET scopes = '[]' WHERE id = ?", `key_${narrow.split('_')[1]}`)
    expect(refusal(await verify(at(owner, 2), narrow))).toEqual({ status: 403, code: 'insufficient_scope' })
  })

  test('of another organisation sees nothing of this one, and counts nothing against it', async () => {
    const owner = await makeOwner()
    await inD1(
      `INSERT OR IGNORE INTO organisations (id, slug, site_id, name, enabled, accent, email_rule, terms_version,
         phone_required, confirmation, created_at, changed_at)
       VALUES (2, 'globex', '7777', 'Globex', 1, '#15559a', '', 1, 0, 'tap', 1, 1)`,
    )
    const theirs = await makeKey(2)
    expect((await verify(at(owner, 1), theirs)).body).toEqual({ valid: false })
    expect((await verify({ ...at(owner, 1), device: owner.holder.id }, theirs)).body).toEqual({
      valid: false,
    })
    expect(await batchesOf(owner.holder.id)).toMatchObject([{ used: 0, failures: 0 }])
    await inD1('UPDATE organisations SET enabled = 0 WHERE id = 2')
    expect(refusal(await verify(at(owner, 1), theirs))).toEqual({ status: 403, code: 'setup_disabled' })
  })

  test('is noted as used, at most every quarter of an hour', async () => {
    const own = await makeKey(1)
    const lastUsed = async () =>
      (await inD1('SELECT last_used_at FROM api_keys WHERE id = ?', `key_${own.split('_')[1]}`))[0]
        ?.last_used_at
    const ask = () => verify({ username: 'nobody@acme.example', position: 1, string: 'ZZZZ-ZZZZ' }, own)
    const start = time.now()
    await ask()
    time.pass(14 * MINUTE)
    await ask()
    expect(await lastUsed()).toBe(start)
    time.pass(MINUTE)
    await ask()
    expect(await lastUsed()).toBe(start + 15 * MINUTE)
    // Also after a clock that was ten years ahead.
    time.pass(3650 * DAY)
    await ask()
    time.pass(-3650 * DAY)
    await ask()
    expect(await lastUsed()).toBe(start + 15 * MINUTE)
  })

  test.each([
    [{}, 'username'],
    [{ username: 'ada@acme.example', position: 0, string: 'ZZZZ-ZZZZ' }, 'position'],
    [{ username: 'ada@acme.example', position: 100, string: 'ZZZZ-ZZZZ' }, 'position'],
    [{ username: 'ada@acme.example', position: 1.5, string: 'ZZZZ-ZZZZ' }, 'position'],
    [{ username: 'ada@acme.example', position: 1 }, 'string'],
  ])('with a body that is not what is expected: %j', async (body, field) => {
    const answer = await verify(body)
    expect(refusal(answer)).toEqual({ status: 400, code: 'invalid_request' })
    expect(answer.body.detail).toContain(field)
  })

  test('is told to try again while the database is down', async () => {
    const broken = breakDatabase()
    const answer = await verify({ username: 'ada@acme.example', position: 1, string: 'ZZZZ-ZZZZ' })
    broken.mend()
    expect(refusal(answer)).toEqual({ status: 503, code: 'temporarily_unavailable' })
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
