import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { DAY, SECOND } from '../../src/kernel/time.ts'
import { FAILURE_QUARTER } from '../../src/provisioning/rules.ts'
import type { Holder } from '../../src/referee/index.ts'
import { invite } from '../support/invitations.ts'
import {
  inD1,
  issueCode,
  makePerson,
  NOON,
  runAlarm,
  seedWorld,
  sessionOf,
  settle,
  type TestPerson,
  time,
} from '../support/world.ts'

beforeAll(seedWorld)
beforeEach(time.start)
afterEach(() => vi.restoreAllMocks())

const actor = { kind: 'manager', id: 'acc_manager' } as const
const manager = 'manager acc_manager'
const key = (name: string): Holder => ({
  kind: 'device_key',
  thumbprint: name.padEnd(43, 'k'),
  jti: crypto.randomUUID(),
})
const browser = (name: string): Holder => ({ kind: 'browser', hash: name.padEnd(43, 'b') })
const facts = { name: 'bench', model: 'T14', os_version: '13' }

/** What a person's audit gained since this was asked last: who, what, which device, and the detail. */
async function auditOf(person: TestPerson) {
  const all = () =>
    inD1(
      `SELECT actor_kind, actor_id, action, device_id, detail FROM audit WHERE account_id = ? ORDER BY rowid`,
      person.account.id,
    )
  let read = (await all()).length
  return async (names: Record<string, string>) => {
    await settle(person.account.ref)
    const rows = await all()
    const fresh = rows.slice(read)
    read = rows.length
    const words = { ...names, owner: person.account.id }
    const name = (text: string) =>
      Object.entries(words).reduce((said, [word, id]) => said.replaceAll(id, word), text)
    return fresh.map((row) => [
      name(`${row.actor_kind} ${row.actor_id}`),
      row.action,
      row.device_id && name(String(row.device_id)),
      JSON.parse(name(String(row.detail))),
    ])
  }
}

async function start(options: Parameters<typeof issueCode>[1] = {}) {
  const person = await makePerson()
  const said = await auditOf(person)
  const code = await issueCode(person, options)
  const session = () => sessionOf(person.account.ref)
  const redeem = (holder: Holder, by: { secret: string; pin?: string } = code) =>
    session().redeem({
      by: { kind: 'url', secret: by.secret, pin: null },
      holder,
      facts,
      ownership: null,
      logFacts: true,
    })
  return { person, code, said, session, redeem }
}

function must<Value>(result: { ok: true; value: Value } | { ok: false; error: unknown }): Value {
  if (!result.ok) throw new Error(String(result.error))
  return result.value
}

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

test('an account that is disabled says so at every door, to who holds a claim too', async () => {
  const { person, code, said, session, redeem } = await start()
  const { deviceId } = must(await redeem(browser('safari')))
  const shown = await session().showClaim({ deviceId, browser: 'safari'.padEnd(43, 'b') })
  const open = await issueCode(person, { platform: 'linux' })
  const known = {
    organisationId: person.account.organisationId,
    accountId: person.account.id,
    ref: person.account.ref,
    actor,
    notify: { address: person.account.address, locale: 'en' as const },
  }
  await said({})
  for (const disabled of [true, true]) must(await session().setDisabled({ ...known, disabled }))
  const refused = { ok: false, error: 'setup_disabled' }
  expect(await redeem(browser('safari'))).toEqual(refused)
  const ticket = String(shown?.ticket)
  expect(
    await session().redeem({
      by: { kind: 'ticket', ticket },
      holder: key('app'),
      facts: {},
      ownership: null,
    }),
  ).toEqual(refused)
  expect(await session().takeArtefact({ deviceId, key: String(shown?.artefactKey) })).toEqual({
    ok: false,
    error: 'over',
  })
  expect(await session().issuePasscodeReset({ deviceId, actor })).toEqual(refused)
  expect(await session().provePin({ pin: open.pin })).toEqual({ ok: false, error: 'invalid_provision_code' })
  must(await session().setDisabled({ ...known, disabled: false }))
  expect(must(await redeem(browser('safari'))).deviceId).toBe(deviceId)
  const names = { grant: code.grant.id, open: open.grant.id }
  expect(await said(names)).toEqual([
    [manager, 'account.disabled', null, {}],
    [manager, 'provision_code.revoked', null, { grant: 'open', platform: 'linux' }],
    [
      'device unknown',
      'device.provisioning_failed',
      null,
      { reason: 'setup_disabled', count: 1, grant: 'grant' },
    ],
    [manager, 'account.enabled', null, {}],
  ])
})

test('an invitation from its making to its end', async () => {
  const person = await makePerson()
  const said = await auditOf(person)
  const first = await invite(person, { validitySeconds: 3600 })
  const second = await invite(person, { validitySeconds: 3600 })
  const session = () => sessionOf(person.account.ref)
  const by = { secret: second.secret }
  const look = (fetched: boolean) => session().inspectInvitation({ by, fetched, browser: null })
  expect(await look(true)).toMatchObject({ id: second.invitation.id, state: 'issued', pinClosed: false })
  await look(true)
  await session().openInvitation(by)
  expect(await session().openInvitation(by)).toMatchObject({ state: 'opened', openedAt: NOON })
  const renewed = await session().renewInvitationPin({ invitationId: second.invitation.id, actor })
  expect(renewed?.credentials?.secret).toBe(second.secret)
  expect(await session().provePin({ pin: String(renewed?.credentials?.pin) })).toEqual({
    ok: true,
    value: { grantId: second.invitation.id, invitation: true },
  })
  expect((await session().livingInvitation())?.id).toBe(second.invitation.id)
  time.pass(3600 * SECOND)
  expect(await session().livingInvitation()).toBeNull()
  await runAlarm(person.account.ref)
  await runAlarm(person.account.ref)
  expect(await said({ first: first.invitation.id, second: second.invitation.id })).toEqual([
    [manager, 'invitation.created', null, { invitation: 'first', channel: 'none', seconds: 3600 }],
    [manager, 'invitation.superseded', null, { invitation: 'first' }],
    [manager, 'invitation.created', null, { invitation: 'second', channel: 'none', seconds: 3600 }],
    ['system session', 'invitation.fetched', null, { invitation: 'second' }],
    ['owner owner', 'invitation.opened', null, { invitation: 'second' }],
    [manager, 'pin.renewed', null, { invitation: 'second' }],
    ['system session', 'invitation.expired', null, { invitation: 'second' }],
  ])
})

test('what its owner says is installed stays so, and its browser gets it again with its status', async () => {
  const { code, said, session, redeem } = await start({ platform: 'ios' })
  const { deviceId } = must(await redeem(browser('safari')))
  const shown = await session().showClaim({ deviceId, browser: 'safari'.padEnd(43, 'b') })
  const [artefact, confirm] = [String(shown?.artefactKey), String(shown?.confirmKey)]
  const say = (by: { key: string } | { browser: string }) => session().sayInstalled({ deviceId, by })
  expect(await say({ key: confirm })).toEqual({ ok: false, error: 'unknown' })
  expect(must(await session().takeArtefact({ deviceId, key: artefact }))).toMatchObject({
    downloadsLeft: 2,
    deliveredAt: NOON,
    challenge: null,
  })
  expect(await say({ key: artefact })).toEqual({ ok: false, error: 'unknown' })
  expect(await say({ browser: 'other' })).toEqual({ ok: false, error: 'unknown' })
  time.pass(SECOND)
  expect(must(await say({ key: confirm }))).toEqual({ confirmedAt: NOON + SECOND })
  time.pass(SECOND)
  expect(must(await say({ browser: 'safari'.padEnd(43, 'b') }))).toEqual({ confirmedAt: NOON + SECOND })
  const names = { grant: code.grant.id, device: deviceId }
  expect((await said(names)).slice(2)).toEqual([
    ['device device', 'profile.delivered', 'device', { platform: 'ios' }],
    ['owner owner', 'device.confirmed', 'device', { platform: 'ios', by: 'owner' }],
  ])
})

test('wrong PINs, at each door: five close it, the audit says which', async () => {
  const { code, said, session } = await start({ confirmation: 'pin' })
  const wrong = code.pin === '11111111' ? '22222222' : '11111111'
  const type = (pin: string | null) =>
    session().redeem({
      by: { kind: 'url', secret: code.secret, pin },
      holder: browser('safari'),
      facts: {},
      ownership: null,
    })
  const refused = { ok: false, error: 'invalid_provision_code' }
  expect(await type(null)).toEqual({ ok: false, error: 'pin_required' })
  for (let tries = 0; tries < 5; tries += 1) expect(await type(wrong)).toEqual(refused)
  expect(await type(code.pin)).toEqual(refused)
  expect(await session().showGrant(code.grant.id)).toMatchObject({ pinLocked: true })
  for (let tries = 0; tries < 5; tries += 1) expect(await session().provePin({ pin: wrong })).toEqual(refused)
  const renewed = await session().renewPin({ grantId: code.grant.id, actor })
  expect(renewed).toMatchObject({ pinLocked: false, credentials: { secret: code.secret } })
  expect(await type(code.pin)).toEqual(refused)
  expect(await type(String(renewed?.credentials?.pin))).toMatchObject({ ok: true })
  expect((await said({ grant: code.grant.id })).slice(1, -1)).toEqual([
    ['device unknown', 'device.provisioning_failed', null, { reason: 'wrong_pin', count: 1, grant: 'grant' }],
    ['device unknown', 'pin.locked', null, { tries: 5, door: 'url', grant: 'grant' }],
    ['device unknown', 'pin.locked', null, { tries: 5, door: 'email' }],
    [manager, 'pin.renewed', null, { grant: 'grant', platform: 'agent' }],
  ])
})
