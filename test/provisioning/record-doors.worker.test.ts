import { runInDurableObject } from 'cloudflare:test'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { SECOND } from '../../src/kernel/time.ts'
import { findOffer } from '../../src/provisioning/offers.ts'
import { openDatabase } from '../../src/runtime/database.ts'
import { invite } from '../support/invitations.ts'
import { actor, auditOf, browser, key, manager, must, start } from '../support/record.ts'
import {
  bindings,
  issueCode,
  makePerson,
  NOON,
  rowsIn,
  runAlarm,
  seedWorld,
  sessionOf,
  time,
} from '../support/world.ts'

beforeAll(seedWorld)
beforeEach(time.start)
afterEach(() => vi.restoreAllMocks())

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

test('once the master key of a claim is gone nothing of it is told, and nothing opens it', async () => {
  const { code, session, redeem } = await start()
  const { deviceId } = must(await redeem(browser('safari')))
  const shown = () => session().showClaim({ deviceId, browser: 'safari'.padEnd(43, 'b') })
  const artefact = String((await shown())?.artefactKey)
  await runInDurableObject(sessionOf(code.ref), (_session, { storage }) => {
    storage.sql.exec(`UPDATE claims SET key_id = 'gone'`)
  })
  expect(await redeem(browser('safari'))).toEqual({ ok: false, error: 'temporarily_unavailable' })
  expect(await shown()).toMatchObject({ deviceId, artefactKey: null, confirmKey: null, ticket: null })
  expect(await session().takeArtefact({ deviceId, key: artefact })).toEqual({ ok: false, error: 'unknown' })
})

test('a certificate only where the template has one; asked for again, it says whether its device is active', async () => {
  const { code, said, session } = await start()
  const ask = () =>
    session().redeem({
      by: { kind: 'url', secret: code.secret, pin: null },
      holder: key('est'),
      facts: {},
      ownership: null,
      certificate: true,
    })
  expect(await ask()).toEqual({ ok: false, error: 'not_entitled' })
  expect((await said({ grant: code.grant.id })).at(-1)).toEqual([
    'device unknown',
    'device.provisioning_failed',
    null,
    { reason: 'no_identity', count: 1, grant: 'grant' },
  ])
  await runInDurableObject(sessionOf(code.ref), (_session, { storage }) => {
    storage.sql.exec('UPDATE grants SET certifies = 1')
  })
  const { deviceId, status, token } = must(await ask())
  expect(status).toBe('pending')
  const [claim] = await rowsIn(code.ref, 'SELECT id, reports FROM claims')
  expect(claim?.reports).toBe('certificate')
  must(await session().confirm({ deviceId, claimId: String(claim?.id), epoch: 1 }))
  expect(must(await ask())).toMatchObject({ deviceId, status: 'active', token, tokenType: 'DPoP' })
})

test('a device that comes by its own key, by a code that names it, and by an invitation', async () => {
  const { person, code, said, session, redeem } = await start()
  const { deviceId } = must(await redeem(key('one')))
  const claims = () => rowsIn(code.ref, `SELECT * FROM claims WHERE state IN ('claimed', 'confirmed')`)

  // Its own place: it must not end itself as the one that it replaces.
  const instead = await issueCode(person, { device: { id: deviceId, as: 'replace' } })
  expect(must(await redeem(key('one'), instead)).deviceId).toBe(deviceId)
  const [claim] = await claims()
  expect(claim).toMatchObject({ epoch: 2, replaces: null, reports: 'agent' })
  must(await session().confirm({ deviceId, claimId: String(claim?.id), epoch: 2 }))
  expect(await claims()).toMatchObject([{ device_id: deviceId, state: 'confirmed', epoch: 2 }])

  const named = await issueCode(person, { device: { id: deviceId, as: 'reprovision' } })
  await said({})
  expect(must(await redeem(key('two'), named)).deviceId).toBe(deviceId)
  const detail = { platform: 'agent', ownership: 'company', by: 'url', holder: 'device_key' }
  expect(await said({ named: named.grant.id, device: deviceId })).toEqual([
    [
      'device device',
      'device.provisioned',
      'device',
      { ...detail, grant: 'named', reprovisioned: true, again: true, model: 'T14', osVersion: '13' },
    ],
  ])

  const { invitation, secret } = await invite(person)
  const offer = await findOffer(openDatabase(bindings.db), code.ref, 'agent')
  await said({})
  const brought = await session().redeem({
    by: { kind: 'url', secret, pin: null },
    holder: key('three'),
    facts: { model: 'T15' },
    ownership: 'personal',
    offer: { ...must(offer), ownershipOpen: true },
  })
  const { deviceId: other, ownership } = must(brought)
  expect(ownership).toBe('personal')
  const [accepted, provisioned] = await said({ invitation: invitation.id, device: other })
  expect(provisioned?.[3]).toEqual({
    ...detail,
    grant: expect.stringMatching(/^grt_/),
    invitation: 'invitation',
    ownership: 'personal',
    reprovisioned: false,
  })
  expect(accepted?.slice(1)).toEqual(['invitation.accepted', 'device', { invitation: 'invitation' }])
})
