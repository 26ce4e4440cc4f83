import { runInDurableObject } from 'cloudflare:test'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  closeCommandsStatement,
  expireCommands,
  forgetLocations,
  pruneCommands,
} from '../../src/commands/index.ts'
import { COMMANDS_KEPT, OPEN_MAX } from '../../src/commands/rules.ts'
import { DAY, HOUR, MINUTE } from '../../src/kernel/time.ts'
import { runMinute } from '../../src/minute.ts'
import { openDatabase, runBatch } from '../../src/runtime/database.ts'
import { makeManager } from '../support/staff.ts'
import { bindings, inD1, seedWorld, services, sessionOf, settle, time, watchTrips } from '../support/world.ts'
import { ACME, act, ask, makeOwner, setUp } from './support.ts'

type Owner = Awaited<ReturnType<typeof makeOwner>>
type Device = Awaited<ReturnType<typeof setUp>>

const database = openDatabase(bindings.db)
let owner: Owner
let phone: Device
let other: Device

beforeAll(async () => {
  time.start()
  await seedWorld()
  owner = await makeOwner()
  phone = await setUp(owner)
  other = await setUp(await makeOwner())
})
beforeEach(async () => {
  time.start()
  await inD1('DELETE FROM device_commands')
  // The minute that these tests run seals what was written.
  await inD1('DROP TRIGGER IF EXISTS audit_sealed_kept')
  await inD1("DELETE FROM audit WHERE action LIKE 'command.%'")
})
afterEach(() => vi.restoreAllMocks())

const stateOf = async (id: string) =>
  (await inD1('SELECT state FROM device_commands WHERE id = ?', id))[0]?.state
const audited = async () =>
  (await inD1("SELECT action, actor_kind FROM audit WHERE action LIKE 'command.%' ORDER BY rowid")).map(
    ({ action, actor_kind }) => `${action} by ${actor_kind}`,
  )

describe('a command', () => {
  test('is queued, delivered at check-in, and done: told to the owner’s pages and audited', async () => {
    const asked = await ask(owner.account, phone.id, 'ring')
    expect(asked).toMatchObject({ state: 'queued', endsAt: time.now() + HOUR })
    time.pass(MINUTE)
    const first = await phone.checkIn()
    expect(first.commands).toEqual([
      { id: asked.id, kind: 'ring', created_at: '2050-11-20T12:00:00Z', expires_at: '2050-11-20T13:00:00Z' },
    ])
    expect(first.interval_seconds).toBe(60)
    expect(await stateOf(asked.id)).toBe('delivered')
    time.pass(MINUTE)
    expect((await phone.answer(asked.id, { status: 'done' })).status).toBe(204)
    expect(await phone.checkIn()).toMatchObject({ commands: [], interval_seconds: 3600 })
    const [listed] = await services.commands.listOf(ACME, phone.id)
    expect(listed).toMatchObject({
      state: 'done',
      askedByName: 'Ada Lovelace',
      deliveredAt: time.now() - MINUTE,
      finishedAt: time.now(),
    })
    expect(await audited()).toEqual(['command.queued by owner', 'command.done by device'])
  })

  test('that was delivered and not answered is delivered again: the same id, its first time kept', async () => {
    const asked = await ask(owner.account, phone.id, 'lock')
    await phone.checkIn()
    time.pass(30 * MINUTE)
    const again = await phone.checkIn()
    expect(again.commands.map(({ id }: { id: string }) => id)).toEqual([asked.id])
    // It is not waited for every minute for ever.
    expect(again.interval_seconds).toBe(3600)
    const [listed] = await services.commands.listOf(ACME, phone.id)
    expect(listed?.deliveredAt).toBe(time.now() - 30 * MINUTE)
  })

  test('is the same while it is open, also when asked twice at once', async () => {
    const [one, two] = await Promise.all([
      ask(owner.account, phone.id, 'lock'),
      ask(owner.account, phone.id, 'lock'),
    ])
    expect(one.id).toBe(two.id)
    await phone.checkIn()
    expect((await ask(owner.account, phone.id, 'lock')).id).toBe(one.id)
    await phone.answer(one.id, { status: 'failed', message: 'No screen.' })
    expect((await ask(owner.account, phone.id, 'lock')).id).not.toBe(one.id)
    expect(await audited()).toEqual([
      'command.queued by owner',
      'command.failed by device',
      'command.queued by owner',
    ])
  })

  test('is answered once: the same again is taken, another is not', async () => {
    const { id } = await ask(owner.account, phone.id, 'locate')
    await phone.checkIn()
    const location = { latitude: 52.52, longitude: 13.4, accuracy: 20, at: '2050-11-20T11:59:00+00:00' }
    expect((await phone.answer(id, { status: 'done' })).status).toBe(400)
    expect((await phone.answer(id, { status: 'done', location: { ...location, latitude: 91 } })).status).toBe(
      400,
    )
    const answers = await Promise.all([1, 2].map(() => phone.answer(id, { status: 'done', location })))
    expect(answers.map(({ status }) => status)).toEqual([204, 204])
    const changed = await phone.answer(id, { status: 'failed' })
    expect([changed.status, changed.body.code]).toEqual([404, 'unknown_command'])
    const [listed] = await services.commands.listOf(ACME, phone.id)
    expect(listed?.result).toEqual({ location: { ...location, at: time.now() - MINUTE } })
    expect(await audited()).toEqual(['command.queued by owner', 'command.done by device'])
  })

  test('of another device is unknown: it is neither handed over nor taken', async () => {
    const { id } = await ask(owner.account, phone.id, 'ring')
    expect((await other.checkIn()).commands).toEqual([])
    await phone.checkIn()
    for (const unknown of [id, 'cmd_AAAAAAAAAAAAAAAAAAAAAA']) {
      const answer = await other.answer(unknown, { status: 'done' })
      expect([answer.status, answer.body.code]).toEqual([404, 'unknown_command'])
    }
    expect(await stateOf(id)).toBe('delivered')
  })

  test('can be taken back until the device has it, by who asked', async () => {
    const { account } = owner
    const { id } = await ask(account, phone.id, 'lock')
    const cancel = (by: typeof act extends (...args: never[]) => infer Act ? Omit<Act, 'kind'> : never) =>
      services.commands.cancel({ ...by, commandId: id })
    const stranger = (await makeOwner()).account
    expect(await cancel(act(stranger, phone.id, 'lock'))).toMatchObject({ error: 'not_found' })
    expect(await cancel(act(account, phone.id, 'lock'))).toEqual({ ok: true, value: null })
    expect((await phone.checkIn()).commands).toEqual([])
    const next = await ask(account, phone.id, 'lock')
    await phone.checkIn()
    const late = await services.commands.cancel({ ...act(account, phone.id, 'lock'), commandId: next.id })
    expect(late).toMatchObject({ error: 'too_late' })
    expect(await audited()).toContain('command.cancelled by owner')
  })

  test('that a manager asked for is not its owner’s to take back', async () => {
    const { account } = await makeManager()
    const by = {
      account,
      deviceId: phone.id,
      actor: { kind: 'manager' as const, id: account.id },
      now: time.now(),
    }
    const asked = await services.commands.ask({ ...by, kind: 'lock', message: 'Call the helpdesk' })
    if (!asked.ok) throw new Error(asked.error)
    const mine = { ...act(owner.account, phone.id, 'lock'), commandId: asked.value.id }
    expect(await services.commands.cancel(mine)).toMatchObject({ error: 'not_permitted' })
    expect(await services.commands.ask({ ...by, kind: 'locate' })).toMatchObject({ error: 'not_permitted' })
    const [handed] = (await phone.checkIn()).commands
    expect(handed).toMatchObject({ kind: 'lock', message: 'Call the helpdesk' })
    expect((await services.commands.listOf(ACME, phone.id))[0]).toMatchObject({
      askedBy: 'manager',
      askedByName: 'Grace Hopper',
    })
  })

  test('is refused by the service: without permission, for another’s device, for too many', async () => {
    const bare = { ...owner.account, permissions: [] }
    for (const kind of ['lock', 'unlock', 'ring', 'locate', 'wipe', 'retire'] as const) {
      expect(await services.commands.ask(act(bare, phone.id, kind))).toMatchObject({ error: 'not_permitted' })
      expect(await services.commands.ask(act(owner.account, other.id, kind))).toMatchObject({
        error: 'not_found',
      })
    }
    expect(await services.commands.end(act(bare, phone.id, 'retire'))).toMatchObject({
      error: 'not_permitted',
    })
    expect(await services.commands.end(act(owner.account, phone.id, 'retire'))).toMatchObject({
      error: 'not_asked',
    })
    await ask(owner.account, phone.id, 'lock')
    await inD1(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
       INSERT INTO device_commands SELECT id || i, organisation_id, account_id, device_id, epoch, kind, state, params,
         result, asked_by, asked_by_id, created_at, ends_at, delivered_at, finished_at, changed_at
       FROM device_commands, n`,
      OPEN_MAX - 1,
    )
    expect(await services.commands.ask(act(owner.account, phone.id, 'ring'))).toMatchObject({
      error: 'too_many',
    })
  })

  test('runs out: it is no more handed over or answered, then ended with a word in the audit', async () => {
    const { id } = await ask(owner.account, phone.id, 'ring')
    await phone.checkIn()
    const waiting = await ask(owner.account, phone.id, 'lock')
    time.pass(HOUR)
    expect((await phone.checkIn()).commands.map((one: { id: string }) => one.id)).toEqual([waiting.id])
    expect((await phone.answer(id, { status: 'done' })).body.code).toBe('unknown_command')
    await runMinute(bindings)
    expect([await stateOf(id), await stateOf(waiting.id)]).toEqual(['expired', 'delivered'])
    expect(await audited()).toContain('command.expired by system')
    expect(await expireCommands(bindingsOf(), time.now())).toBe(0)
  })

  test('forgets a day later where the device was', async () => {
    const { id } = await ask(owner.account, phone.id, 'locate')
    const handed = (await phone.checkIn()).commands[0]
    expect(handed.message).toContain('Ada Lovelace')
    const location = { latitude: 1, longitude: 2, accuracy: 3, at: '2050-11-20T12:00:00Z' }
    await phone.answer(id, { status: 'done', location })
    expect(JSON.stringify(await services.commands.listForManagers(ACME, phone.id))).not.toContain('latitude')
    await forgetLocations(database, time.now() + DAY - 1)
    expect(await inD1('SELECT id FROM device_commands WHERE result IS NOT NULL')).toHaveLength(1)
    await forgetLocations(database, time.now() + DAY)
    expect(await inD1('SELECT id FROM device_commands WHERE result IS NOT NULL')).toHaveLength(0)
  })

  test('is forgotten 400 days after its end, and never before its end', async () => {
    const { id } = await ask(owner.account, phone.id, 'ring')
    await phone.checkIn()
    const open = await ask(owner.account, phone.id, 'lock')
    await phone.answer(id, { status: 'done' })
    await pruneCommands(database, time.now() + COMMANDS_KEPT - 1)
    expect([await stateOf(id), await stateOf(open.id)]).toEqual(['done', 'queued'])
    await pruneCommands(database, time.now() + COMMANDS_KEPT)
    expect([await stateOf(id), await stateOf(open.id)]).toEqual([undefined, 'queued'])
  })
})

const bindingsOf = () => ({ database, provisionSessions: bindings.provisionSessions })

describe('a clock that was ten years ahead', () => {
  test('leaves no command behind: it can be asked for again, and what was asked then never comes to life', async () => {
    time.pass(3650 * DAY)
    const { id } = await ask(owner.account, phone.id, 'wipe')
    time.pass(-3650 * DAY)
    const again = await ask(owner.account, phone.id, 'wipe')
    expect(again.id).not.toBe(id)
    expect((await phone.checkIn()).commands.map((one: { id: string }) => one.id)).toEqual([again.id])
    await runMinute(bindings)
    expect([await stateOf(id), await stateOf(again.id)]).toEqual(['expired', 'delivered'])
    expect(await audited()).toContain('command.expired by system')
  })

  test('leaves no place behind', async () => {
    time.pass(3650 * DAY)
    const { id } = await ask(owner.account, phone.id, 'locate')
    await phone.checkIn()
    const location = { latitude: 1, longitude: 2, accuracy: 3, at: '2050-11-20T12:00:00Z' }
    await phone.answer(id, { status: 'done', location })
    time.pass(-3650 * DAY)
    await runMinute(bindings)
    expect(await inD1('SELECT id FROM device_commands WHERE result IS NOT NULL')).toEqual([])
    await inD1('UPDATE devices SET last_seen_at = NULL, silent_at = NULL WHERE id = ?', phone.id)
  })
})

describe('a check-in', () => {
  test('tells policies as the template says them now, filled in, and the name that the owner gave', async () => {
    await inD1(
      `UPDATE device_templates SET settings = json_set(settings, '$.policies', json('{"pin":true,"who":"{{account.name}}"}'))
       WHERE platform = 'agent'`,
    )
    const before = await phone.checkIn()
    expect(before.policies).toEqual({ pin: true, who: 'Ada Lovelace' })
    expect('name' in before).toBe(false)
    await inD1("UPDATE devices SET name = 'My phone', name_given = 1 WHERE id = ?", phone.id)
    expect((await phone.checkIn()).name).toBe('My phone')
  })

  test('asks D1 at most three times, and its answer to a wipe too; the waiting ones come by their index', async () => {
    const { id } = await ask(owner.account, phone.id, 'lock')
    let trips = watchTrips()
    await phone.checkIn()
    expect(trips.count()).toBe(2)
    trips.stop()
    trips = watchTrips()
    await phone.answer(id, { status: 'done' })
    expect(trips.count()).toBe(2)
    trips.stop()
    const { sql, params } = services.commands
      .fetch({ id: phone.id, organisationId: ACME, epoch: 1 }, time.now())
      .statement.toSQL()
    const plan = await inD1(`EXPLAIN QUERY PLAN ${sql}`, ...params)
    expect(JSON.stringify(plan)).toContain('device_commands_waiting')
  })
})

describe('what ends a device', () => {
  test('a wipe loses everything of a company device, and a personal one what the organisation brought', async () => {
    const mine = await setUp(owner, 'personal')
    const scopes = []
    for (const device of [phone, mine]) {
      await ask(owner.account, device.id, 'wipe')
      scopes.push((await device.checkIn()).commands[0].scope)
    }
    expect(scopes).toEqual(['everything', 'organisation_data'])
  })

  test('who owns it when it is delivered counts: it may become less than what was asked, never more', async () => {
    const { id } = await ask(owner.account, phone.id, 'wipe')
    const scopeAfter = async (ownership: string) => {
      await inD1('UPDATE devices SET ownership = ? WHERE id = ?', ownership, phone.id)
      return (await phone.checkIn()).commands[0].scope
    }
    expect(await scopeAfter('personal')).toBe('organisation_data')
    expect(await scopeAfter('company')).toBe('organisation_data')
    expect(await stateOf(id)).toBe('delivered')
  })

  test.each(['retire', 'wipe'] as const)(
    '%s: its answer is kept, then it ends and its credential is dead',
    async (kind) => {
      const old = await setUp(owner)
      const { id } = await ask(owner.account, old.id, kind)
      const waiting = await ask(owner.account, old.id, 'ring')
      await old.checkIn()
      const trips = watchTrips()
      expect((await old.answer(id, { status: 'done' })).status).toBe(204)
      expect(trips.count()).toBe(3)
      trips.stop()
      const [row] = await inD1('SELECT lifecycle FROM devices WHERE id = ?', old.id)
      expect(row?.lifecycle).toBe(kind === 'wipe' ? 'wiped' : 'retired')
      const [ended] = await inD1(
        'SELECT actor_id FROM audit WHERE device_id = ? AND action = ?',
        old.id,
        `device.${row?.lifecycle}`,
      )
      expect(ended?.actor_id).toBe(owner.account.id)
      expect([await stateOf(id), await stateOf(waiting.id)]).toEqual(['done', 'expired'])
      expect((await old.device.checkIn(old.token)).body.code).toBe('invalid_credential')
      // The answer was lost on its way: the very same is taken for a day, and nothing else.
      expect((await old.answer(id, { status: 'done' })).status).toBe(204)
      expect((await old.answer(id, { status: 'failed' })).body.code).toBe('invalid_credential')
      expect((await old.answer(waiting.id, { status: 'done' })).body.code).toBe('invalid_credential')
      time.pass(DAY)
      expect((await old.answer(id, { status: 'done' })).body.code).toBe('invalid_credential')
    },
  )

  test('an answer whose end failed is kept, and repeating it ends the device', async () => {
    const old = await setUp(owner)
    const { id } = await ask(owner.account, old.id, 'retire')
    await old.checkIn()
    const down = vi.spyOn(bindings.provisionSessions, 'get').mockImplementation(() => {
      throw new Error('the object is away')
    })
    expect((await old.answer(id, { status: 'done' })).status).toBe(503)
    down.mockRestore()
    expect(await stateOf(id)).toBe('done')
    expect((await old.answer(id, { status: 'done' })).status).toBe(204)
    expect(await inD1('SELECT lifecycle FROM devices WHERE id = ?', old.id)).toEqual([
      { lifecycle: 'retired' },
    ])
  })

  test('the last word of a device does not end what it was set up as since, while D1 does not know yet', async () => {
    const old = await setUp(owner)
    const { id } = await ask(owner.account, old.id, 'wipe')
    await old.checkIn()
    await runInDurableObject(sessionOf(owner.account.ref), (_session, { storage }) => {
      storage.sql.exec('UPDATE claims SET epoch = epoch + 1 WHERE device_id = ?', old.id)
    })
    expect((await old.answer(id, { status: 'done' })).status).toBe(204)
    expect(await inD1('SELECT lifecycle FROM devices WHERE id = ?', old.id)).toEqual([
      { lifecycle: 'active' },
    ])
  })

  test('one that stays silent is ended by hand once it was asked to go', async () => {
    const old = await setUp(owner)
    await ask(owner.account, old.id, 'retire')
    expect(await services.commands.end(act(owner.account, old.id, 'retire'))).toEqual({
      ok: true,
      value: null,
    })
    await settle(owner.account.ref)
    expect((await old.device.checkIn(old.token)).status).toBe(401)
    expect(await services.commands.ask(act(owner.account, old.id, 'lock'))).toMatchObject({ error: 'ended' })
  })

  test('set up again, a device does not get what it was asked before, and what is asked later stays', async () => {
    const { id } = await ask(owner.account, phone.id, 'wipe')
    const at = time.now()
    await inD1('UPDATE devices SET epoch = epoch + 1 WHERE id = ?', phone.id)
    const fetched = services.commands.fetch({ id: phone.id, organisationId: ACME, epoch: 2 }, at)
    expect(
      fetched.read(await inD1(fetched.statement.toSQL().sql, ...fetched.statement.toSQL().params)),
    ).toEqual([])
    time.pass(MINUTE)
    const later = await ask(owner.account, phone.id, 'wipe')
    expect(later.id).not.toBe(id)
    await runBatch(database, [
      closeCommandsStatement(database, { organisationId: ACME, deviceId: phone.id, at }),
    ])
    expect([await stateOf(id), await stateOf(later.id)]).toEqual(['expired', 'queued'])
    await inD1('UPDATE devices SET epoch = epoch - 1 WHERE id = ?', phone.id)
  })

  test('a device that cannot be told is not asked, and may be retired at once', async () => {
    const silent = await setUp(owner)
    await inD1("UPDATE devices SET reports = 'none' WHERE id = ?", silent.id)
    expect(await services.commands.ask(act(owner.account, silent.id, 'lock'))).toMatchObject({
      error: 'unreachable',
    })
    expect(await services.commands.end(act(owner.account, silent.id, 'retire'))).toEqual({
      ok: true,
      value: null,
    })
  })
})
