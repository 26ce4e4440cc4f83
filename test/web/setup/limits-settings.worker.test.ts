import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { DAY, HOUR } from '../../../src/kernel/time.ts'
import { runMinute } from '../../../src/minute.ts'
import { holdQueue } from '../../support/queue.ts'
import { makeManager, makeSupervisor } from '../../support/staff.ts'
import { makeVisitor } from '../../support/visitor.ts'
import { bindings, inD1, makePerson, seedWorld, services, time } from '../../support/world.ts'
import { ACME, counted, endDay, limit, setUp, signIn, startDay } from './limits-support.ts'

/** The limits of each organisation and of the service: who sets them, and who hears when they are reached. */

const SUNNY = 77

beforeAll(async () => {
  time.start()
  await seedWorld()
  await services.organisations.createOrganisation(
    SUNNY,
    {
      ...{ slug: 'sunny', siteId: '77001', name: 'Sunny', accent: '#1d4ed8', emailRule: '' },
      helpdesk: { email: null, phone: null, url: null },
      ...{ emailRuleHint: null, terms: null, termsVersion: 0, phoneRequired: false, confirmation: 'tap' },
      ...{ defaultOwnership: 'personal', ownershipChoosable: true, qrEnabled: true, approvalRequired: false },
      ...{ invitationDays: null, invitationDeviceLimit: null, reminderDays: [], dailyMessages: null },
    },
    { kind: 'system', id: 'test' },
    time.now(),
  )
})
beforeEach(() => {
  startDay()
  holdQueue()
})
afterEach(endDay)

describe('the limit of codes an hour', () => {
  test('of one organisation, or of /setup, closes neither another organisation nor signing in', async () => {
    await limit(0, 1)
    for (let number = 0; number < 53; number += 1)
      await services.limits.admitAsk(
        { organisationId: ACME, door: 'setup', checked: false, checkDown: false },
        time.now(),
      )
    // The service's limit is long past, and each organisation still has the share that is kept for it, within its own.
    expect(await counted(ACME, 'setup')).toBe(1)
    expect((await signIn('somebody@acme.example')).status).toBe(303)
    await limit(0, 60)
    time.pass(HOUR)
    const ask = { door: 'setup', checked: false, checkDown: false } as const
    for (let number = 0; number < 70; number += 1)
      await services.limits.admitAsk({ ...ask, organisationId: ACME }, time.now())
    expect(await counted(0, 'setup')).toBe(60)
    const sunny = await services.limits.admitAsk({ ...ask, organisationId: SUNNY }, time.now())
    expect(sunny.ok).toBe(true)
  })
})

test('throw-away addresses are refused where managers say so, but for those that they accept by name', async () => {
  await inD1("UPDATE organisations SET email_rule = '' WHERE id = ?", ACME)
  const manager = await makeManager()
  const save = (throwAway: string) =>
    manager.visitor.post('/manage/setup/protection', { hourlyCodes: '', dailyPeople: '', throwAway })
  expect((await setUp('ada@mailinator.com')).status).toBe(303)
  expect((await save('refuse')).location).toBe('/manage/setup/protection?done=limits')
  const refused = await setUp('bob@mailinator.com')
  expect([refused.status, refused.html.includes('services that lend them')]).toEqual([422, true])
  await inD1("INSERT INTO email_exceptions VALUES (?, 'carol@mailinator.com', 'accept', 0)", ACME)
  expect((await setUp('carol@mailinator.com')).status).toBe(303)
  await makePerson({ address: 'dave@yopmail.com', name: 'Dave' })
  const list = await manager.visitor.get('/manage/accounts?q=dave')
  expect(list.html).toContain('throw-away address?')
  expect((await manager.visitor.get('/manage/accounts?q=Grace')).html).not.toContain('throw-away address?')
  await inD1("UPDATE organisations SET email_rule = '[^@]+@acme\\.example' WHERE id = ?", ACME)
})

test('managers set limits within the service’s, and what they set is in the audit', async () => {
  const manager = await makeManager()
  const supervisor = await makeSupervisor()
  const path = '/manage/setup/protection'
  const form = { hourlyCodes: '300', dailyPeople: '', throwAway: 'hint' }
  const service = await supervisor.visitor.post('/supervise/service/protection', {
    ...form,
    hourlyCodes: '200',
  })
  expect(service.location).toBe('/supervise/service/protection?done=saved')
  const refused = await manager.visitor.post(path, form)
  expect([refused.status, refused.html.includes('value="300"')]).toEqual([422, true])
  expect((await manager.visitor.post(path, { ...form, hourlyCodes: '150' })).status).toBe(303)
  expect((await manager.visitor.get(path)).html).toContain('of 150')
  const rows = await inD1("SELECT organisation_id FROM audit WHERE detail LIKE '%hourlyCodes%' ORDER BY 1")
  expect(rows.map((row) => row.organisation_id)).toEqual([0, ACME])
})

describe('alarms', () => {
  test('are told of locked PINs, of thefts and of guessed codes, and are no concern of another organisation', async () => {
    const manager = await makeManager({ address: 'guard@acme.example' })
    const at = time.now()
    for (const action of ['pin.locked', 'theft.suspected'])
      await inD1(
        "INSERT INTO audit (id, organisation_id, at, actor_kind, actor_id, action, detail) VALUES (?, 1, ?, 'device', 'unknown', ?, '{}')",
        ...[`aud_limits_${action}`, at, action],
      )
    for (let number = 0; number < 5; number += 1) {
      const visitor = makeVisitor()
      const address = `guess-${number}@acme.example`
      await setUp(address, visitor)
      // A code dies once, however often it is tried.
      for (let tries = 0; tries < 6; tries += 1) await visitor.post('/setup/acme/code', { code: '000000' })
    }
    await runMinute(bindings)
    const kinds = await inD1(
      "SELECT json_extract(payload, '$.alarm') AS kind, organisation_id FROM messages WHERE recipient = ? ORDER BY 1",
      manager.address,
    )
    expect(kinds.filter(({ kind }) => kind !== 'codes')).toEqual(
      ['guesses', 'pins', 'thefts'].map((kind) => ({ kind, organisation_id: ACME })),
    )
    expect((await manager.visitor.get('/manage')).html).toContain('5 mailed codes were closed')
    expect((await services.overview.read(SUNNY, 7, at)).alarms).toEqual([])
  })

  test('of the service are for supervisors, with where to look', async () => {
    const supervisor = await makeSupervisor()
    await limit(0, 0)
    expect((await signIn('flood@acme.example')).status).toBe(429)
    const { html } = await supervisor.visitor.get('/supervise/health')
    expect(html).toContain('Sign-in codes were held back once')
    expect(html).toContain('href="/supervise/service/protection"')
  })

  test('and counters are forgotten', async () => {
    time.pass(9 * DAY)
    await runMinute(bindings)
    expect(await inD1('SELECT 1 FROM abuse_counters')).toEqual([])
  })
})
