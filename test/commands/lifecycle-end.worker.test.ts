import { runInDurableObject } from 'cloudflare:test'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { closeCommandsStatement } from '../../src/commands/index.ts'
import { DAY, MINUTE } from '../../src/kernel/time.ts'
import { openDatabase, runBatch } from '../../src/runtime/database.ts'
import { bindings, inD1, seedWorld, services, sessionOf, settle, time, watchTrips } from '../support/world.ts'
import { ACME, act, ask, clearCommands, makeOwner, setUp, stateOf } from './support.ts'

/** Commands that end a device: wiping it, and letting it go. */

const database = openDatabase(bindings.db)
let owner: Awaited<ReturnType<typeof makeOwner>>
let phone: Awaited<ReturnType<typeof setUp>>

beforeAll(async () => {
  time.start()
  await seedWorld()
  owner = await makeOwner()
  phone = await setUp(owner)
})
beforeEach(async () => {
  time.start()
  await clearCommands()
})
afterEach(() => vi.restoreAllMocks())

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
