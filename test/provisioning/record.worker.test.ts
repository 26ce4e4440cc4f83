import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { DAY, SECOND } from '../../src/kernel/time.ts'
import { FAILURE_QUARTER } from '../../src/provisioning/rules.ts'
import type { Holder } from '../../src/referee/index.ts'
import { actor, browser, key, manager, must, start } from '../support/record.ts'
import { inD1, issueCode, NOON, runAlarm, seedWorld, time } from '../support/world.ts'

beforeAll(seedWorld)
beforeEach(time.start)
afterEach(() => vi.restoreAllMocks())

test('the whole life of a device, as the audit tells it', async () => {
  const { person, code, said, session, redeem } = await start()
  const grant = code.grant.id
  await session().inspectLink({ secret: code.secret, fetched: true })
  await session().openLink({ secret: code.secret })
  await session().openLink({ secret: code.secret })
  const { deviceId } = must(await redeem(key('one')))
  const [claim] = (await session().listReplaced({ deviceLimit: 1, atLimit: 'replace' })).map((one) => one)
  expect(claim).toMatchObject({ deviceId, name: 'bench', model: 'T14', state: 'claimed', claimedAt: NOON })
  const names = { grant, device: deviceId }
  const created = ['owner owner', 'provision_code.created', null]
  expect(await said(names)).toEqual([
    [...created, expect.objectContaining({ grant: 'grant', platform: 'agent' })],
    ['owner owner', 'provision_code.opened', null, { grant: 'grant', platform: 'agent' }],
    [
      'device device',
      'device.provisioned',
      'device',
      {
        grant: 'grant',
        platform: 'agent',
        ownership: 'company',
        by: 'url',
        holder: 'device_key',
        reprovisioned: false,
        model: 'T14',
        osVersion: '13',
      },
    ],
  ])

  // Another key, the same key as before, and its first check-in twice.
  time.pass(SECOND)
  expect(await redeem(key('two'))).toEqual({ ok: false, error: 'invalid_provision_code' })
  expect(must(await redeem(key('one'))).deviceId).toBe(deviceId)
  const row = (await inD1('SELECT claim_id FROM devices WHERE id = ?', deviceId))[0]
  const spoken = { deviceId, claimId: String(row?.claim_id), epoch: 1 }
  expect(await session().confirm({ ...spoken, epoch: 2 })).toEqual({ ok: false, error: 'invalid_credential' })
  expect(must(await session().confirm(spoken))).toEqual({ confirmedAt: NOON + SECOND })
  time.pass(SECOND)
  expect(must(await session().confirm(spoken))).toEqual({ confirmedAt: NOON + SECOND })
  expect(await said(names)).toEqual([
    ['device unknown', 'theft.suspected', 'device', { grant: 'grant', mailed: true }],
    ['device unknown', 'device.provisioning_failed', null, { reason: 'used', count: 1, grant: 'grant' }],
    ['device device', 'device.confirmed', 'device', { platform: 'agent' }],
  ])

  // Whose it is, a PIN for its passcode, its end; each twice.
  await session().setOwnership({ deviceId, ownership: 'personal', actor })
  await session().setOwnership({ deviceId, ownership: 'personal', actor })
  const { pin } = must(await session().issuePasscodeReset({ deviceId, actor }))
  const wrong = pin === '11111111' ? '22222222' : '11111111'
  await session().usePasscodeReset({ deviceId, pin: wrong })
  await session().usePasscodeReset({ deviceId, pin: wrong })
  must(await session().usePasscodeReset({ deviceId, pin: String(pin) }))
  must(await session().endDevice({ deviceId, actor, as: 'retired', reason: 'left' }))
  must(await session().endDevice({ deviceId, actor, as: 'retired', reason: 'left' }))
  expect(await session().confirm(spoken)).toEqual({ ok: false, error: 'invalid_credential' })
  time.pass(FAILURE_QUARTER)
  expect(await redeem(key('one'))).toEqual({ ok: false, error: 'invalid_provision_code' })
  expect(await said(names)).toEqual([
    [manager, 'device.ownership_changed', 'device', expect.objectContaining({ ownership: 'personal' })],
    [manager, 'passcode_reset.issued', 'device', { platform: 'agent' }],
    ['device device', 'passcode_reset.refused', 'device', { count: 1 }],
    ['device device', 'passcode_reset.used', 'device', {}],
    [manager, 'device.retired', 'device', { platform: 'agent' }],
    ['device unknown', 'device.provisioning_failed', null, { reason: 'revoked', count: 1, grant: 'grant' }],
  ])
  expect(await inD1('SELECT lifecycle, ended_reason, ownership FROM devices WHERE id = ?', deviceId)).toEqual(
    [{ lifecycle: 'retired', ended_reason: 'left', ownership: 'personal' }],
  )
  expect(person.account.ref).toBe(code.ref)
})

test('codes that nobody used, and what became of them', async () => {
  const { person, code, said, session, redeem } = await start()
  const later = await issueCode(person)
  const linux = await issueCode(person, { platform: 'linux' })
  expect((await session().listOpenGrants()).map(({ id, live }) => [id, live])).toEqual([
    [later.grant.id, 'waiting'],
    [linux.grant.id, 'waiting'],
  ])
  expect(await session().revokeGrant({ grantId: linux.grant.id, actor })).toMatchObject({
    state: 'revoked',
    credentials: null,
  })
  await session().revokeGrant({ grantId: linux.grant.id, actor })
  const names = { first: code.grant.id, later: later.grant.id, linux: linux.grant.id }
  const made = (grant: string) => [
    'owner owner',
    'provision_code.created',
    null,
    expect.objectContaining({ grant }),
  ]
  expect(await said(names)).toEqual([
    made('first'),
    ['owner owner', 'provision_code.superseded', null, { grant: 'first', platform: 'agent' }],
    made('later'),
    made('linux'),
    [manager, 'provision_code.revoked', null, { grant: 'linux', platform: 'linux' }],
  ])

  // The same PIN at its end, and its time that is over; its alarm says so once.
  time.pass(600 * SECOND)
  await runAlarm(code.ref)
  await runAlarm(code.ref)
  expect(await session().listOpenGrants()).toEqual([])
  expect(await redeem(key('one'), later)).toEqual({ ok: false, error: 'invalid_provision_code' })
  expect(await session().provePin({ pin: later.pin })).toEqual({ ok: false, error: 'invalid_provision_code' })
  expect(await said(names)).toEqual([
    ['system session', 'provision_code.expired', null, { grant: 'later', platform: 'agent' }],
    ['device unknown', 'device.provisioning_failed', null, { reason: 'expired', count: 1, grant: 'later' }],
  ])
})

test('a device that a browser set up, went on with as an app, and was never heard of', async () => {
  const { code, said, session, redeem } = await start()
  const { deviceId, tokenType, status } = must(await redeem(browser('safari')))
  expect([tokenType, status]).toEqual(['Bearer', 'pending'])
  const hash = 'safari'.padEnd(43, 'b')
  const shown = await session().showClaim({ deviceId, browser: hash })
  expect(shown).toMatchObject({
    state: 'claimed',
    live: 'redeemed',
    moved: false,
    windowEndsAt: NOON + DAY,
    downloadsLeft: 3,
    model: 'T14',
    deliveredAt: null,
    confirmedAt: null,
  })
  const ticket = String(shown?.ticket)
  expect(await session().inspectTicket({ ticket, browser: null })).toMatchObject({ deviceId, moved: true })
  const take = (holder: Holder) =>
    session().redeem({ by: { kind: 'ticket', ticket }, holder, facts: { name: 'app' }, ownership: null })
  const app = key('app')
  const moved = must(await take(app))
  expect(await take(app)).toEqual({ ok: false, error: 'proof_replayed' })
  expect(moved).toMatchObject({ deviceId, tokenType: 'DPoP', status: 'pending' })
  expect(must(await take(key('app')))).toEqual(moved)
  expect(await take(key('thief'))).toEqual({ ok: false, error: 'invalid_provision_code' })
  expect(await session().showClaim({ deviceId, browser: hash })).toMatchObject({
    moved: true,
    artefactKey: null,
    confirmKey: null,
    ticket: null,
  })
  time.pass(7 * DAY)
  await runAlarm(code.ref)
  const device = 'device'
  expect((await said({ grant: code.grant.id, device: deviceId })).slice(1)).toEqual([
    ['device device', 'device.provisioned', device, expect.objectContaining({ holder: 'browser' })],
    ['device device', 'device.handed_over', device, { to: 'device_key', platform: 'agent' }],
    [
      'device unknown',
      'device.provisioning_failed',
      null,
      { reason: 'unknown_secret', count: 1, grant: null },
    ],
    ['system session', 'device.abandoned', device, { platform: 'agent' }],
  ])
})
