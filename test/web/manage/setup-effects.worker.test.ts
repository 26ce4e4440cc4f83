import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { makeManager, type TestStaff } from '../../support/staff.ts'
import { catchMail, type MailCatcher, makeVisitor, register, type Visitor } from '../../support/visitor.ts'
import { inD1, makeTestDevice, seedWorld, settle, tablesIn, time } from '../../support/world.ts'

/** What a manager sets, as the person at `/setup` and the device meet it. */

let manager: TestStaff
let person: Visitor
let mail: MailCatcher
let people = 0
let address = ''
beforeAll(async () => {
  time.start()
  await seedWorld()
})
beforeEach(async () => {
  time.start()
  manager = await makeManager()
  person = makeVisitor()
  mail = catchMail()
  people += 1
  address = `effects-${people}@acme.example`
})
const PERMISSIONS = '["register","pin","qr","change_ownership","retire"]'
afterEach(async () => {
  vi.restoreAllMocks()
  await inD1(
    "UPDATE organisations SET enabled = 1, qr_enabled = 1, approval_required = 0, confirmation = 'tap' WHERE id = 1",
  )
  await inD1('UPDATE service SET owners_may_provision = 1')
  await inD1('UPDATE account_templates SET permissions = ? WHERE organisation_id = 1', PERMISSIONS)
})

const permit = (...permissions: string[]) =>
  inD1('UPDATE account_templates SET permissions = ? WHERE organisation_id = 1', JSON.stringify(permissions))
const choose = () => person.post('/setup/acme/device', { platform: 'agent', ownership: 'company' })
const refOf = async () => String((await inD1('SELECT ref FROM accounts WHERE address = ?', address))[0]?.ref)
const templateOf = async () =>
  String((await inD1('SELECT account_template_id AS id FROM organisations WHERE id = 1'))[0]?.id)

describe('approval before provisioning', () => {
  beforeEach(async () => {
    await manager.visitor.post('/manage/setup/people', {
      panel: 'entry',
      accountTemplateId: await templateOf(),
      approvalRequired: 'yes',
    })
  })

  test('a new person waits, without a code, until a manager has accepted them', async () => {
    await register(person, mail, address)
    expect(await inD1('SELECT state FROM accounts WHERE address = ?', address)).toEqual([
      { state: 'unapproved' },
    ])
    expect((await person.get('/setup/acme/device')).location).toBe('/setup/acme/waiting')
    const waiting = await person.get('/setup/acme/waiting')
    expect(waiting.status).toBe(200)
    expect(waiting.headers.get('refresh')).toBe('30')
    expect(waiting.html).toContain('help@acme.example')
    expect(waiting.html).toContain('href="/setup/acme/waiting"')
    expect((await choose()).location).toBe('/setup/acme/waiting')
    expect(await tablesIn(await refOf())).toEqual([])

    await inD1("UPDATE accounts SET state = 'active' WHERE address = ?", address)
    expect((await person.get('/setup/acme/waiting')).location).toBe('/setup/acme/device')
    expect((await choose()).location).toMatch(/\/ready\/grt_/)
  })

  test('who has not told their name does so first', async () => {
    await person.post('/setup/acme', { email: address })
    await person.post('/setup/acme/code', { code: await mail.codeFor(address) })
    expect((await person.get('/setup/acme/waiting')).location).toBe('/setup/acme/about')
    expect((await choose()).location).toBe('/setup/acme/about')
  })

  test('who was there before goes on', async () => {
    expect((await manager.visitor.get('/manage/setup/people')).html).toMatch(
      /name="approvalRequired"[^>]*checked/,
    )
    await inD1('UPDATE organisations SET approval_required = 0 WHERE id = 1')
    await register(person, mail, address)
    await inD1('UPDATE organisations SET approval_required = 1 WHERE id = 1')
    expect((await person.get('/setup/acme/device')).status).toBe(200)
    expect((await person.get('/setup/acme/waiting')).location).toBe('/setup/acme/device')
  })

  test('strangers and other doors see no waiting page', async () => {
    expect((await makeVisitor().get('/setup/acme/waiting')).location).toBe('/setup/acme')
  })
})

describe('the result page', () => {
  const ready = async () => person.get((await choose()).location ?? '')

  test('shows link, QR code and PIN', async () => {
    await register(person, mail, address)
    const { html } = await ready()
    for (const hook of ['provision-url', 'qr', 'pin']) expect(html).toContain(`data-testid="${hook}"`)
  })

  test('shows no QR code where the organisation switched it off, and the link leads', async () => {
    await manager.visitor.post('/manage/setup/devices', { panel: 'rules', defaultOwnership: 'personal' })
    await register(person, mail, address)
    const { html } = await ready()
    expect(html).not.toContain('data-testid="qr"')
    expect(html.match(/data-testid="provision-url"/g)).toHaveLength(1)
    expect(html).toContain('data-testid="pin"')
    expect(html).not.toMatch(/[Ss]can the code/)
  })

  test('shows no QR code to whom the account template gives none', async () => {
    await permit('register', 'pin')
    await register(person, mail, address)
    const { html } = await ready()
    expect(html).not.toContain('data-testid="qr"')
    expect(html).toContain('data-testid="pin"')
  })

  test('shows no PIN to whom the account template gives none, nor a new one', async () => {
    await permit('register', 'qr')
    await register(person, mail, address)
    const { location } = await choose()
    const { html } = await person.get(location ?? '')
    expect(html).toContain('data-testid="qr"')
    expect(html).not.toContain('data-testid="pin"')
    expect(html).not.toContain(`${location}/pin`)
    expect((await person.post(`${location}/pin`, {})).status).toBe(403)
    expect((await person.get(`${location}/status`)).html).not.toContain('/pin"')
  })

  test('says who tells the PIN where it is asked for and not shown', async () => {
    await permit('register')
    await inD1("UPDATE organisations SET confirmation = 'pin' WHERE id = 1")
    await register(person, mail, address)
    const { html } = await ready()
    expect(html).not.toContain('data-testid="pin"')
    expect(html).toContain('The helpdesk tells you yours.')
  })
})

describe('who may not get codes by themselves', () => {
  const closed = async () => {
    const page = await person.get('/setup/acme/device')
    expect(page.status).toBe(200)
    expect(page.html).not.toContain('name="platform"')
    expect(page.html).toContain('help@acme.example')
    const refused = await choose()
    expect([refused.status, refused.location]).toEqual([403, null])
    expect(await tablesIn(await refOf())).toEqual([])
  }

  test('is told who helps, where the service says so', async () => {
    await register(person, mail, address)
    await inD1('UPDATE service SET owners_may_provision = 0')
    await closed()
  })

  test('is told who helps, where the account template says so', async () => {
    await permit('pin', 'qr')
    await register(person, mail, address)
    await closed()
  })

  test('is a manager too, at their own door', async () => {
    const { account } = manager
    await inD1('UPDATE service SET owners_may_provision = 0')
    address = account.address
    await person.post('/setup/acme', { email: address })
    await person.post('/setup/acme/code', { code: await mail.codeFor(address) })
    await closed()
  })

  test('still sees what they began before', async () => {
    await register(person, mail, address)
    const { location } = await choose()
    await inD1('UPDATE service SET owners_may_provision = 0')
    expect((await person.get('/setup/acme/device')).html).toContain(`href="${location}"`)
    expect((await person.get(location ?? '')).status).toBe(200)
  })
})

test('switched off by the manager mid-flow: asked once, then refused at every step and told why', async () => {
  await register(person, mail, address)
  const { location } = await choose()
  const { html } = await person.get(location ?? '')
  const [, ref = '', secret = ''] = /\/p\/([\w-]{22})\?k=([\w-]{22})/.exec(html) ?? []
  await settle(ref)
  const early = await makeTestDevice()
  const redeemed = await early.redeem({ code: `${ref}.${secret}` })
  expect(redeemed.status).toBe(201)
  const second = await choose()
  const [, , fresh = ''] =
    /\/p\/([\w-]{22})\?k=([\w-]{22})/.exec((await person.get(second.location ?? '')).html) ?? []

  const asked = await manager.visitor.get('/manage/setup/off')
  expect(asked.html).toContain('Nothing is deleted.')
  expect((await person.get('/setup/acme/device')).status).toBe(200)

  const off = await manager.visitor.post('/manage/setup/off', {})
  expect(off.location).toBe('/manage/setup?done=off')
  expect((await person.get('/setup/acme/device')).status).toBe(503)
  expect((await person.get('/setup/acme/device')).html).toContain('Acme Robotics')
  expect((await choose()).status).toBe(503)
  expect((await makeVisitor().post('/setup/acme', { email: address })).status).toBe(503)
  const late = await makeTestDevice()
  expect((await late.redeem({ code: `${ref}.${fresh}` })).body.code).toBe('setup_disabled')
  // Who is set up already goes on, and whoever closed the door can open it.
  expect((await early.checkIn(redeemed.body.credential.token)).status).toBe(200)
  expect((await manager.visitor.get('/manage/setup')).html).toContain('action="/manage/setup/on"')
  const [row] = await inD1(
    "SELECT actor_id, detail FROM audit WHERE action = 'setup.switched_off' ORDER BY rowid DESC LIMIT 1",
  )
  expect([row?.actor_id, JSON.parse(String(row?.detail))]).toEqual([
    manager.account.id,
    { changes: [{ field: 'setupOpen', before: true, after: false }] },
  ])

  expect((await manager.visitor.post('/manage/setup/on', {})).location).toBe('/manage/setup?done=on')
  expect((await late.redeem({ code: `${ref}.${fresh}` })).status).toBe(201)
})
