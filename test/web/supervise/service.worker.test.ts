import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { describeSeconds } from '../../../src/web/supervise/duration.ts'
import { makeManager, makeSupervisor, type TestStaff } from '../../support/staff.ts'
import { makeVisitor } from '../../support/visitor.ts'
import {
  inD1,
  issueCode,
  makePerson,
  makeTestDevice,
  seedWorld,
  time,
  watchTrips,
} from '../../support/world.ts'

beforeAll(seedWorld)
let staff: TestStaff
beforeEach(async () => {
  time.start()
  staff = await makeSupervisor()
})
afterEach(() => vi.restoreAllMocks())

const PATH = '/supervise/service'
const get = (path: string) => staff.visitor.get(path)
const post = (path: string, form: Record<string, string> = {}) => staff.visitor.post(path, form)

const good = {
  defaultOrganisation: 'acme',
  provisionCodeSeconds: '600',
  ownersMayProvision: 'yes',
  derivedCredentialUrl: '',
  helpdeskEmail: 'help@latchkey.example',
  helpdeskPhone: '+44 20 7946 0000',
  helpdeskUrl: '',
}
const stored = async () => (await inD1('SELECT * FROM service'))[0]

describe('settings of the service', () => {
  test('are saved, and the audit of the service says what was before and after', async () => {
    const form = {
      ...good,
      provisionCodeSeconds: ' 1000000 ',
      androidSmsCode: 'yes',
      derivedCredentialUrl: 'https://dc.example/start',
    }
    expect((await post(PATH, form)).location).toBe(`${PATH}?done=saved`)
    expect(await stored()).toMatchObject({
      enabled: 1,
      default_organisation_id: 1,
      provision_code_seconds: 1_000_000,
      owners_may_provision: 1,
      log_device_facts: 0,
      android_sms_code: 1,
      derived_credential_url: 'https://dc.example/start',
      helpdesk_email: 'help@latchkey.example',
    })
    const [row] = await inD1(
      "SELECT detail FROM audit WHERE organisation_id = 0 AND action = 'service.configured' AND actor_id = ?",
      staff.account.id,
    )
    expect(JSON.parse(String(row?.detail)).changes).toContainEqual({
      field: 'provisionCodeSeconds',
      before: 600,
      after: 1_000_000,
    })
    const { html } = await get(PATH)
    expect(html).toContain('11 days 13 hours 46 minutes 40 seconds')
    await post(PATH, good)
  })

  test.each([
    ['provisionCodeSeconds', '9'],
    ['provisionCodeSeconds', '1000001'],
    ['provisionCodeSeconds', '10.5'],
    ['provisionCodeSeconds', ''],
    ['provisionCodeSeconds', '<b>600'],
    ['defaultOrganisation', 'nobody-here'],
    ['derivedCredentialUrl', 'http://dc.example/start'],
    ['derivedCredentialUrl', 'javascript:alert(1)'],
    ['helpdeskEmail', 'help@'],
    ['helpdeskPhone', 'call us'],
    ['helpdeskUrl', 'ftp://help.example'],
  ])('%s is not saved as %j, and what was typed is kept', async (field, value) => {
    const before = await stored()
    const refused = await post(PATH, { ...good, helpdeskUrl: 'https://kept.example/', [field]: value })
    expect(refused.status).toBe(422)
    expect(refused.html).toContain(`id="${field}-error"`)
    expect(refused.html).not.toContain('<b>600')
    if (field !== 'helpdeskUrl') expect(refused.html).toContain('value="https://kept.example/"')
    if (field !== 'defaultOrganisation' && value !== '')
      expect(refused.html).toContain(`value="${value.replace('<', '&lt;').replace('>', '&gt;')}"`)
    expect(await stored()).toEqual(before)
  })

  test('10 and 1,000,000 seconds are within the bounds', async () => {
    for (const provisionCodeSeconds of ['10', '1000000', '600'])
      expect((await post(PATH, { ...good, provisionCodeSeconds })).status).toBe(303)
  })

  test('switching off asks once, and turns everybody away; supervisors stay', async () => {
    const manager = await makeManager()
    const code = await issueCode(await makePerson())
    const device = await makeTestDevice()
    expect((await get(`${PATH}/off`)).html).toContain('Devices that report are told that setup is disabled')
    expect((await stored())?.enabled).toBe(1)
    expect((await post(`${PATH}/off`)).location).toBe(`${PATH}?done=off`)
    expect((await makeVisitor().get('/setup/acme')).status).toBe(503)
    expect((await device.redeem({ code: code.code })).body.code).toBe('setup_disabled')
    expect((await get(PATH)).html).toContain('Device setup is off for everybody')
    expect((await manager.visitor.get('/manage')).status).toBe(200)
    await post(`${PATH}/on`)
    expect((await makeVisitor().get('/setup/acme')).status).toBe(200)
    expect((await device.redeem({ code: code.code })).status).toBe(201)
  })

  test('on an empty installation the page works, and the first save makes it', async () => {
    const before = await stored()
    await inD1('DELETE FROM service')
    const { status, html } = await get(PATH)
    expect(status).toBe(200)
    expect(html).toContain('Nothing is set up yet')
    expect((await post(PATH, { ...good, defaultOrganisation: '' })).status).toBe(303)
    expect(await stored()).toMatchObject({ enabled: 0, default_organisation_id: null })
    await inD1('DELETE FROM service')
    expect((await post(`${PATH}/on`)).status).toBe(303)
    expect(await stored()).toMatchObject({ enabled: 1, provision_code_seconds: 600 })
    await post(PATH, good)
    expect(await stored()).toMatchObject({
      enabled: 1,
      default_organisation_id: before?.default_organisation_id,
    })
  })

  test('a default organisation stays chosen where there are too many for a list', async () => {
    await inD1(
      `WITH RECURSIVE n(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value < 101)
       INSERT INTO organisations (id, slug, site_id, name, enabled, accent, email_rule, terms_version, phone_required,
         confirmation, created_at, changed_at)
       SELECT 5000 + value, 'many-' || value, 70000 + value, 'Many', 1, '#000000', '', 0, 0, 'tap', 0, 0 FROM n`,
    )
    const watched = watchTrips()
    const { html } = await get(PATH)
    expect(watched.count()).toBeLessThanOrEqual(3)
    watched.stop()
    expect(html).toMatch(/<input[^>]* name="defaultOrganisation"[^>]* value="acme"/)
    await inD1('DELETE FROM organisations WHERE id > 5000')
  })
})

describe('supervisors', () => {
  test('invite another and see them listed; a refused address stays typed', async () => {
    const path = `${PATH}/supervisors`
    expect((await post(path, { email: 'kay@latchkey.example' })).location).toBe(`${path}?done=invited`)
    const { html } = await get(path)
    expect(html).toContain('kay@latchkey.example')
    expect(html).toContain('Invited')
    const refused = await post(path, { email: 'not an address' })
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('value="not an address"')
  })

  test('remove one, whose session ends at once; the last one cannot be removed', async () => {
    const other = await makeSupervisor()
    const path = `${PATH}/supervisors/${other.account.id}`
    expect((await get(`${path}/remove`)).html).toContain('Every session of theirs ends at once')
    expect((await post(`${path}/remove`)).location).toBe(`${PATH}/supervisors?done=removed`)
    expect((await other.visitor.get('/supervise')).status).toBe(303)

    await inD1(
      "UPDATE accounts SET state = 'deleted' WHERE organisation_id = 0 AND id <> ?",
      staff.account.id,
    )
    const own = `${PATH}/supervisors/${staff.account.id}`
    expect((await get(`${own}/remove`)).html).toContain('This is you')
    const refused = await post(`${own}/remove`)
    expect(refused.location).toBe(`${own}?refused=last`)
    expect((await get(`${own}?refused=last`)).html).toContain('only supervisor who can sign in')
  })

  test('nobody else comes in: managers, owners and strangers', async () => {
    const manager = await makeManager()
    for (const path of ['/supervise', PATH, `${PATH}/supervisors`, '/supervise/health']) {
      expect((await manager.visitor.get(path)).status, path).toBe(403)
      expect((await makeVisitor().get(path)).location, path).toContain('/sign-in')
    }
  })
})

test('seconds are told in words', () => {
  expect(describeSeconds(600, 'en')).toBe('10 minutes')
  expect(describeSeconds(10, 'de')).toBe('10 Sekunden')
  expect(describeSeconds(90_061, 'en')).toBe('1 day 1 hour 1 minute 1 second')
})
