import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { expireCommands, forgetLocations, pruneCommands } from '../../src/commands/index.ts'
import { COMMANDS_KEPT, OPEN_MAX } from '../../src/commands/rules.ts'
import { DAY, HOUR, MINUTE } from '../../src/kernel/time.ts'
import { runMinute } from '../../src/minute.ts'
import { openDatabase } from '../../src/runtime/database.ts'
import { makeManager } from '../support/staff.ts'
import { bindings, inD1, seedWorld, services, time, watchTrips } from '../support/world.ts'
import { ACME, act, ask, clearCommands, makeOwner, setUp, stateOf } from './support.ts'

/** A command from its asking to its answer, and the check-in that brings it. */

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
  await clearCommands()
})
afterEach(() => vi.restoreAllMocks())

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
    expect(
      await expireCommands({ database, provisionSessions: bindings.provisionSessions }, time.now()),
    ).toBe(0)
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
