import { abortAllDurableObjects, runInDurableObject } from 'cloudflare:test'
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { sealAudit } from '../../src/audit/index.ts'
import { MINUTE } from '../../src/kernel/time.ts'
import { readReference } from '../../src/messaging/consumer.ts'
import { openDatabase } from '../../src/runtime/database.ts'
import { verifyAudit } from '../../src/tools/verify-audit/verify.ts'
import { makeConsumerDeps } from '../../src/wiring.ts'
import { ask } from '../commands/support.ts'
import { exportD1, importD1 } from '../support/dump.ts'
import { invite } from '../support/invitations.ts'
import { holdQueue } from '../support/queue.ts'
import { makeSupervisor } from '../support/staff.ts'
import {
  bindings,
  inD1,
  issueCode,
  makePerson,
  makeTestDevice,
  rowsIn,
  seedWorld,
  services,
  sessionOf,
  settle,
  type TestPerson,
  time,
} from '../support/world.ts'

beforeAll(seedWorld)
beforeEach(() => {
  time.start()
  for (const level of ['info', 'warn', 'error'] as const) vi.spyOn(console, level).mockReturnValue()
})

/** A person with a device that has checked in, and what it says of itself when it comes again. */
async function makeOwner(person?: TestPerson) {
  const owner = person ?? (await makePerson())
  const device = await makeTestDevice()
  const code = await issueCode(owner, { deviceLimit: null })
  const redeemed = await device.redeem({ code: code.code })
  expect(redeemed.status).toBe(201)
  const token: string = redeemed.body.credential.token
  const checkIn = async () => (await device.checkIn(token)).status
  expect(await checkIn()).toBe(200)
  return { ...owner, id: String(redeemed.body.device.id), checkIn }
}
type Owner = Awaited<ReturnType<typeof makeOwner>>

const supervisor = { kind: 'supervisor', id: 'acc_supervisor' } as const
const manager = { kind: 'manager', id: 'acc_manager' } as const

/** Presses the button, and plays the queue until nothing is left. Returns what the audit says at the end. */
async function replay() {
  const { waiting: queued } = holdQueue()
  expect(await services.replaying.begin(supervisor, time.now())).toEqual({ ok: true, value: null })
  for (let next = queued.shift(); next; next = queued.shift())
    if (readReference(next)?.kind === 'replay') await makeConsumerDeps(bindings).replay(next.id)
  for (const send of [bindings.messages.send, bindings.messages.sendBatch]) vi.mocked(send).mockRestore()
  const [told] = await inD1(
    `SELECT detail FROM audit WHERE action = 'sessions.replayed' ORDER BY rowid DESC LIMIT 1`,
  )
  return JSON.parse(String(told?.detail)) as Record<string, number>
}

const lifecycleOf = async ({ id }: Pick<Owner, 'id'>) =>
  (await inD1('SELECT lifecycle FROM devices WHERE id = ?', id))[0]?.lifecycle

const closeAccount = ({ account: { organisationId, id: accountId, ref, address, locale } }: TestPerson) =>
  sessionOf(ref).closeAccount({ organisationId, accountId, ref, actor: manager, notify: { address, locale } })

const TOTALS = 'SELECT * FROM device_totals ORDER BY organisation_id, platform, lifecycle'
const DAYS = 'SELECT * FROM daily_totals ORDER BY organisation_id, day, action, platform'
const AUDIT = 'SELECT * FROM audit ORDER BY rowid'

test('a dump of D1, imported into an empty database, is the same service: people, devices, totals, audit', async () => {
  const owner = await makeOwner()
  const database = openDatabase(bindings.db)
  await sealAudit({ database, keys: bindings.keys }, time.now())
  const read = () => Promise.all([TOTALS, DAYS, AUDIT].map((sql) => inD1(sql)))
  const before = await read()
  const dump = await exportD1()
  // As it comes it cannot be imported: rows stand before tables that they refer to.
  await expect(importD1(dump, (statements) => statements)).rejects.toThrow(/no such table/)
  await importD1(dump)
  expect(await read()).toEqual(before)

  expect(await owner.checkIn()).toBe(200)
  const found = await services.accounts.findAnySession(owner.secret, time.now())
  expect(found?.account.id).toBe(owner.account.id)
  const { visitor } = await makeSupervisor()
  expect((await visitor.get('/supervise/health')).status).toBe(200)
  await makeOwner()
  await sealAudit({ database, keys: bindings.keys }, time.now())
  const source = { name: 'D1', query: (sql: string) => inD1(sql), close: () => {} }
  const reports = await verifyAudit(source, bindings.keys, [])
  expect(reports.flatMap(({ findings }) => findings)).toEqual([])
  // Rows are still counted once, and sealed ones still cannot be changed.
  await expect(inD1(`UPDATE audit SET at = 1 WHERE organisation_id = 1`)).rejects.toThrow()
  expect(await exportD1()).not.toEqual(dump)
})

describe('D1 is set back an hour, the objects are not', () => {
  test('what happened since is told again by the sessions: devices, ends, invitations, accounts', async () => {
    const staying = await makeOwner()
    const retired = await makeOwner()
    const disabled = await makeOwner()
    const deleted = await makeOwner()
    const invited = await makePerson()
    const open = await invite(invited)
    const former = await makeOwner()
    const dump = await exportD1()

    const later = await makeOwner(staying)
    await sessionOf(retired.account.ref).endDevice({
      deviceId: retired.id as `dev_${string}`,
      actor: manager,
      as: 'retired',
    })
    await services.provisioning.setDisabled({ account: disabled.account, disabled: true, actor: manager })
    expect(await closeAccount(deleted)).toEqual({ ok: true, value: null })
    const guest = await makeTestDevice()
    const came = await guest.redeem({ code: open.code, device: { platform: 'agent' } })
    expect(came.status).toBe(201)
    const anew = await makeTestDevice()
    const again = await issueCode(former, { device: { id: former.id as `dev_${string}`, as: 'reprovision' } })
    const secondLife = await anew.redeem({ code: again.code })
    expect(secondLife.body.device.id).toBe(former.id)
    const stranger = await makeOwner()
    await settle(staying.account.ref)
    const rowsBefore = await inD1(
      'SELECT id, lifecycle, epoch FROM devices WHERE id <> ? ORDER BY id',
      stranger.id,
    )

    await importD1(dump)
    // What would hold without the sessions: new devices are strangers, ended ones are let in.
    expect(await later.checkIn()).toBe(401)
    expect(await retired.checkIn()).toBe(200)
    expect(await deleted.checkIn()).toBe(200)

    const told = await replay()
    expect(told).toMatchObject({ madeAnew: 0, deleted: 1, unknown: 0, unanswered: 0 })
    expect(told.changed).toBe(5)
    expect(await inD1('SELECT id, lifecycle, epoch FROM devices ORDER BY id')).toEqual(rowsBefore)
    expect(await later.checkIn()).toBe(200)
    expect(await staying.checkIn()).toBe(200)
    expect(await retired.checkIn()).toBe(401)
    expect(await disabled.checkIn()).toBe(403)
    expect(await former.checkIn()).toBe(401)
    expect((await anew.checkIn(secondLife.body.credential.token)).status).toBe(200)
    expect((await guest.checkIn(came.body.credential.token)).status).toBe(200)
    expect(await deleted.checkIn()).toBe(401)
    expect(await inD1('SELECT state, name FROM accounts WHERE id = ?', deleted.account.id)).toEqual([
      { state: 'deleted', name: '' },
    ])
    expect(await inD1('SELECT status FROM invitations WHERE id = ?', open.invitation.id)).toEqual([
      { status: 'accepted' },
    ])

    // Who registered since is unknown, and registers again.
    expect(await stranger.checkIn()).toBe(401)
    await makeOwner(await makePerson({ address: stranger.address }))

    // More accounts than one step takes, most of whom never did anything.
    await inD1(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60)
       INSERT INTO accounts (id, organisation_id, ref, role, state, name, locale, template_id, created_at, changed_at)
       SELECT 'acc_extra_' || i, 1, 'extra_' || i, 'device_owner', 'active', 'Extra', 'en', template_id, ?1, ?1
       FROM n, (SELECT template_id FROM accounts WHERE id = ?2)`,
      time.now(),
      staying.account.id,
    )
    const idle = await replay()
    expect(idle).toMatchObject({ changed: 0, madeAnew: 0, deleted: 0, unanswered: 0 })
    expect(idle.accounts).toBeGreaterThan(60)
    const { visitor } = await makeSupervisor()
    expect((await visitor.get('/supervise/health')).html).toContain('Compared last')
    const pressed = await visitor.post('/supervise/health/replay', {})
    expect(pressed.headers.get('location')).toBe('/supervise/health?replay=begun')
  })
})

const SET_UP_AGAIN = [
  ['a minute ago: what came with it stays, for what D1 was read as may be older than that', MINUTE, 'queued'],
  ['before that: what was asked of the one before ends', 10 * MINUTE, 'expired'],
] as const

test.each(SET_UP_AGAIN)('a device that D1 knows as of before was set up again %s', async (_, ago, state) => {
  const owner = await makeOwner()
  const again = await issueCode(owner, {
    deviceLimit: null,
    device: { id: owner.id as `dev_${string}`, as: 'reprovision' },
    ownership: null,
  })
  expect((await (await makeTestDevice()).redeem({ code: again.code })).status).toBe(201)
  await settle(owner.account.ref)
  time.pass(ago)
  const asked = await ask(owner.account, owner.id, 'lock')
  await inD1('UPDATE devices SET epoch = 1 WHERE id = ?', owner.id)
  expect(await replay()).toMatchObject({ changed: 1, unanswered: 0 })
  expect(await inD1('SELECT epoch FROM devices WHERE id = ?', owner.id)).toEqual([{ epoch: 2 }])
  expect(await inD1('SELECT state FROM device_commands WHERE id = ?', asked.id)).toEqual([{ state }])
})

describe('the objects are lost, D1 is not', () => {
  test('devices go on; their sessions begin anew from D1, behind what D1 has heard', async () => {
    const owner = await makeOwner()
    const { ref } = owner.account
    const waiting = await makeTestDevice()
    const unheard = await waiting.redeem({ code: (await issueCode(owner, { deviceLimit: null })).code })
    const unused = await issueCode(owner, { deviceLimit: null })
    const invited = await makePerson()
    const open = await invite(invited)
    await settle(ref)
    const audited = await inD1('SELECT id FROM audit WHERE account_id = ?', owner.account.id)
    for (const name of [ref, invited.account.ref])
      await runInDurableObject(sessionOf(name), (_session, state) => state.storage.deleteAll())
    await abortAllDurableObjects()

    expect(await owner.checkIn()).toBe(200)
    expect((await waiting.checkIn(unheard.body.credential.token)).status).toBe(401)
    const end = { deviceId: owner.id as `dev_${string}`, actor: manager, as: 'retired' as const }
    expect(await sessionOf(ref).endDevice(end)).toEqual({ ok: false, error: 'unknown' })
    expect((await (await makeTestDevice()).redeem({ code: unused.code })).status).toBe(403)
    expect((await (await makeTestDevice()).redeem({ code: open.code })).status).toBe(403)

    expect(await replay()).toMatchObject({ madeAnew: expect.any(Number), unknown: 0, unanswered: 0 })
    expect((await waiting.checkIn(unheard.body.credential.token)).status).toBe(200)
    expect(await inD1('SELECT status FROM invitations WHERE id = ?', open.invitation.id)).toEqual([
      { status: 'deactivated' },
    ])
    expect(await sessionOf(ref).endDevice(end)).toEqual({ ok: true, value: null })
    expect(await lifecycleOf(owner)).toBe('retired')
    expect(await owner.checkIn()).toBe(401)
    await makeOwner(owner)
    const [session] = await rowsIn(ref, 'SELECT rev FROM session')
    expect(Number(session?.rev)).toBeGreaterThan(audited.length)
    expect(await replay()).toMatchObject({ changed: 0, madeAnew: 0 })
  })
})
