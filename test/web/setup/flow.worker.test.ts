import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { SERVICE } from '../../support/mail.ts'
import { catchMail, type MailCatcher, makeVisitor, register, type Visitor } from '../../support/visitor.ts'
import { bindings, inD1, seedWorld, services, tablesIn, time, watchTrips } from '../../support/world.ts'

beforeAll(seedWorld)
let visitor: Visitor
let mail: MailCatcher
let people = 0
let address = ''
beforeEach(() => {
  time.start()
  visitor = makeVisitor()
  mail = catchMail()
  people += 1
  address = `flow-${people}@acme.example`
})
afterEach(() => vi.restoreAllMocks())

const chooseAgent = async () => {
  const chosen = await visitor.post('/setup/acme/device', { platform: 'agent', ownership: 'company' })
  return chosen.location ?? ''
}

describe('a person registers', () => {
  test('from address to provision URL, and coming back goes straight to the device', async () => {
    expect((await visitor.get('/setup')).location).toBe('/setup/acme')
    expect((await visitor.get('/setup/acme')).html).toContain('name="email"')
    const started = await visitor.post('/setup/acme', { email: ` ${address.toUpperCase()} ` })
    expect([started.status, started.location]).toEqual([303, '/setup/acme/code'])
    const proved = await visitor.post('/setup/acme/code', { code: await mail.codeFor(address) })
    expect(proved.location).toBe('/setup/acme/about')
    const told = await visitor.post('/setup/acme/about', { name: 'Ada', phone: '', terms: 'yes' })
    expect(told.location).toBe('/setup/acme/device')
    const ready = await visitor.get(await chooseAgent())
    expect(ready.html).toContain('data-testid="provision-url"')
    expect(ready.html).toContain('data-state="waiting"')
    expect((await visitor.get('/setup/acme')).location).toBe('/setup/acme/device')
    expect(
      await inD1(
        'SELECT name, state FROM accounts a JOIN account_addresses d ON d.account_id = a.id WHERE d.address = ?',
        address,
      ),
    ).toEqual([{ name: 'Ada', state: 'active' }])
  })

  test('who comes again from another browser finds their account, and skips what they told', async () => {
    await register(visitor, mail, address)
    const other = makeVisitor()
    await other.post('/setup/acme', { email: address })
    mail.sent.length = 0
    await other.post('/setup/acme/code/again', {})
    await other.post('/setup/acme/code', { code: await mail.codeFor(address) })
    expect((await other.get('/setup/acme/about')).location).toBe('/setup/acme/device')
    expect(await inD1('SELECT account_id FROM account_addresses WHERE address = ?', address)).toHaveLength(1)
  })

  test('what is wrong with the details stands at the field, and what was typed is kept', async () => {
    await visitor.post('/setup/acme', { email: address })
    await visitor.post('/setup/acme/code', { code: await mail.codeFor(address) })
    const refused = await visitor.post('/setup/acme/about', { name: 'Ada <b>', phone: 'call me' })
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('value="Ada &lt;b&gt;"')
    expect(refused.html).toContain('value="call me"')
    expect(refused.html.match(/aria-invalid="true"/g)?.length).toBeGreaterThanOrEqual(2)
  })

  test('no code is issued before the name is told', async () => {
    await visitor.post('/setup/acme', { email: address })
    await visitor.post('/setup/acme/code', { code: await mail.codeFor(address) })
    expect(await chooseAgent()).toBe('/setup/acme/about')
    const [row] = await inD1('SELECT ref FROM accounts WHERE address = ?', address)
    expect(await tablesIn(String(row?.ref))).toEqual([])
  })

  test('a session cookie that somebody planted is worth nothing: a new one is made at sign-in', async () => {
    const planted = 'A'.repeat(43)
    visitor.cookies.set('__Host-latchkey', planted)
    await register(visitor, mail, address)
    expect(visitor.cookies.get('__Host-latchkey')).not.toBe(planted)
    const attacker = makeVisitor()
    attacker.cookies.set('__Host-latchkey', planted)
    expect((await attacker.get('/setup/acme/device')).location).toBe('/setup/acme')
  })

  test('each sign-in has a session of its own', async () => {
    await register(visitor, mail, address)
    const first = visitor.cookies.get('__Host-latchkey') ?? ''
    mail.sent.length = 0
    await visitor.post('/setup/acme', { email: address })
    await visitor.post('/setup/acme/code', { code: await mail.codeFor(address) })
    expect(visitor.cookies.get('__Host-latchkey')).not.toBe(first)
    const stored = await inD1('SELECT id FROM web_sessions')
    expect(stored.map(({ id }) => id)).not.toContain(first)
  })

  test('signing out ends the session at once', async () => {
    await register(visitor, mail, address)
    const kept = new Map(visitor.cookies)
    await visitor.post('/setup/acme/sign-out', {})
    for (const [name, value] of kept) visitor.cookies.set(name, value)
    expect((await visitor.get('/setup/acme/device')).location).toBe('/setup/acme')
  })
})

describe('the e-mail rule decides before anything is sent or stored', () => {
  test.each([
    'ada@gmail.example',
    'ada@acme.example.evil.example',
    'ada@evil.example?ada@acme.example',
    'ada@evil.example\nada@acme.example',
    'ada@acme.example\n',
    '\u212Aate@acme.example',
    'ada@ac\u200Bme.example',
    'a@b@acme.example',
  ])('%j does not pass by the rule', async (email) => {
    const get = vi.spyOn(bindings.addressGates, 'get')
    const refused = await visitor.post('/setup/acme', { email })
    expect(refused.status).toBe(422)
    expect(get).not.toHaveBeenCalled()
    expect(refused.html).toContain('data-testid="error"')
  })

  test('a refusal names what is accepted and who helps', async () => {
    const { html } = await visitor.post('/setup/acme', { email: 'ada@gmail.example' })
    expect(html).toContain('@acme.example')
    expect(html).toContain('help@acme.example')
    expect(html).toContain('value="ada@gmail.example"')
  })
})

test('who has an account cannot be told: same status, body, headers and work', async () => {
  await register(visitor, mail, address)
  const work = async (email: string) => {
    const trips = watchTrips()
    const gates = vi.spyOn(bindings.addressGates, 'get')
    const sessions = vi.spyOn(bindings.provisionSessions, 'get')
    const send = vi.spyOn(bindings.messages, 'send').mockClear()
    const page = await makeVisitor().post('/setup/acme', { email })
    const calls = [trips.count(), ...[gates, sessions, send].map((spy) => spy.mock.calls.length)]
    trips.stop()
    for (const spy of [gates, sessions]) spy.mockRestore()
    const headers = [...page.headers].map(([name, value]) => [
      name,
      /^(set-cookie|x-request-id)$/.test(name) ? value.length > 0 : value,
    ])
    return { status: page.status, html: page.html, headers, calls }
  }
  expect(await work(address)).toEqual(await work('stranger@acme.example'))
})

describe('a door that is shut has a page of its own', () => {
  test('an unknown organisation', async () => {
    const page = await visitor.get('/setup/nobody')
    expect([page.status, page.html.includes('nobody')]).toEqual([404, true])
  })

  test('no default organisation asks for one', async () => {
    const actor = { kind: 'system', id: 'test' } as const
    const settings = SERVICE
    const { organisations } = services
    await organisations.configureService({ ...settings, defaultOrganisationId: null }, actor, time.now())
    expect((await visitor.get('/setup')).html).toContain('name="organisation"')
    await organisations.configureService(
      { ...settings, defaultOrganisationId: 1, enabled: false },
      actor,
      time.now(),
    )
    expect((await visitor.get('/setup/acme')).status).toBe(503)
    await organisations.configureService({ ...settings, defaultOrganisationId: 1 }, actor, time.now())
    expect((await visitor.get('/setup?organisation=ACME')).location).toBe('/setup/acme')
  })

  test('an organisation switched off', async () => {
    const actor = { kind: 'system', id: 'test' } as const
    await services.organisations.configureOrganisation(1, { enabled: false }, actor, time.now())
    const page = await visitor.get('/setup/acme')
    await services.organisations.configureOrganisation(1, { enabled: true }, actor, time.now())
    expect(page.status).toBe(503)
    expect(page.html).toContain('Acme Robotics')
  })
})

describe('the code', () => {
  test('works only in the browser that asked', async () => {
    await visitor.post('/setup/acme', { email: address })
    const code = await mail.codeFor(address)
    const other = makeVisitor()
    await other.post('/setup/acme', { email: address })
    expect((await other.post('/setup/acme/code', { code })).status).toBe(422)
    expect((await visitor.post('/setup/acme/code', { code })).location).toBe('/setup/acme/about')
  })

  test('its link, opened elsewhere, shows the code and changes nothing', async () => {
    await visitor.post('/setup/acme', { email: address })
    const code = await mail.codeFor(address)
    const elsewhere = makeVisitor()
    const page = await elsewhere.get(`/setup/acme/code?code=${code}`)
    expect(page.html).toContain(code.slice(0, 3))
    expect(elsewhere.cookies.has('__Host-latchkey')).toBe(false)
    expect((await visitor.get(`/setup/acme/code?code=${code}`)).html).toContain(`value="${code}"`)
    expect((await visitor.post('/setup/acme/code', { code })).status).toBe(303)
  })

  test('wrong ones are counted down, and after five a new one is asked for', async () => {
    await visitor.post('/setup/acme', { email: address })
    const right = await mail.codeFor(address)
    const wrong = right === '000000' ? '111111' : '000000'
    const pages = []
    for (let index = 0; index < 5; index += 1)
      pages.push(await visitor.post('/setup/acme/code', { code: wrong }))
    expect(pages.every(({ status }) => status === 422)).toBe(true)
    const last = await visitor.post('/setup/acme/code', { code: right })
    expect(last.status).toBe(422)
    expect(last.html).toContain('/setup/acme/code/again')
  })
})
