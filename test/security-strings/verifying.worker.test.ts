import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { DAY, MINUTE } from '../../src/kernel/time.ts'
import { refusal } from '../support/devices.ts'
import { breakDatabase, call, inD1, services, time, watchTrips } from '../support/world.ts'
import {
  ACTOR,
  type Asked,
  allow,
  at,
  auditedFor,
  batchesOf,
  key,
  makeHolder,
  makeKey,
  makeOwner,
  readState,
  startStrings,
  VERIFY,
  verify,
} from './support.ts'

/** The API by which other systems verify strings, and the keys that open it. */

beforeAll(startStrings)
beforeEach(time.start)
afterEach(() => vi.restoreAllMocks())

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
    expect((await readState(owner.holder.id))?.left).toBe(97)
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
