import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { MINUTE } from '../../../src/kernel/time.ts'
import { makeAuthenticator, optionsIn } from '../../support/authenticator.ts'
import { SERVICE } from '../../support/mail.ts'
import { enrol, enterByPasskey, makeNewManager, proveAddress } from '../../support/sign-in.ts'
import { makeSupervisor } from '../../support/staff.ts'
import { catchMail, type MailCatcher, makeVisitor, type Visitor } from '../../support/visitor.ts'
import {
  BASE,
  bindings,
  inD1,
  makePerson,
  seedWorld,
  services,
  time,
  watchTrips,
} from '../../support/world.ts'

beforeAll(seedWorld)
let visitor: Visitor
let mail: MailCatcher
beforeEach(() => {
  time.start()
  visitor = makeVisitor()
  mail = catchMail()
})
afterEach(() => vi.restoreAllMocks())

const actor = { kind: 'system', id: 'test' } as const

describe('an owner signs in', () => {
  test('by the code alone, and is at their devices', async () => {
    const { address } = await makePerson()
    const proved = await proveAddress(visitor, mail, ` ${address.toUpperCase()} `.trim().toLowerCase())
    expect([proved.status, proved.location]).toEqual([303, '/portal'])
    expect((await visitor.get('/portal')).status).toBe(200)
    expect(mail.sent[0]?.subject).toContain('Latchkey')
    expect(mail.sent[0]?.text).toContain(`${BASE}/sign-in/code?code=`)
  })

  test('with a new session each time: the former one of that browser is dead', async () => {
    const { address } = await makePerson()
    await proveAddress(visitor, mail, address)
    const first = visitor.cookies.get('__Host-latchkey') ?? ''
    await proveAddress(visitor, mail, address)
    expect(visitor.cookies.get('__Host-latchkey')).not.toBe(first)
    const thief = makeVisitor()
    thief.cookies.set('__Host-latchkey', first)
    expect((await thief.get('/setup/acme/device')).location).toBe('/setup/acme')
  })

  test('by a passkey, once they added one, without a code', async () => {
    const { address } = await makePerson()
    await proveAddress(visitor, mail, address)
    const authenticator = makeAuthenticator({ origin: BASE, verifies: false })
    const page = await visitor.get('/account/passkeys/new')
    const added = await visitor.post('/account/passkeys/new', {
      name: 'Phone',
      response: authenticator.create(optionsIn(page.html)),
    })
    expect(added.location).toBe('/account?done=added')
    const other = makeVisitor()
    mail.sent.length = 0
    expect((await enterByPasskey(other, authenticator)).location).toBe('/portal')
    expect(await mail.all()).toEqual([])
  })
})

test('who has an account cannot be told: same status, body, headers and work', async () => {
  const { address } = await makePerson()
  const manager = await makeNewManager()
  const work = async (email: string) => {
    const who = makeVisitor()
    await who.get('/sign-in')
    const trips = watchTrips()
    const gates = vi.spyOn(bindings.addressGates, 'get')
    const sessions = vi.spyOn(bindings.provisionSessions, 'get')
    const send = vi.spyOn(bindings.messages, 'send').mockClear()
    const page = await who.post('/sign-in', { email })
    const calls = [trips.count(), ...[gates, sessions, send].map((spy) => spy.mock.calls.length)]
    trips.stop()
    for (const spy of [gates, sessions]) spy.mockRestore()
    const headers = [...page.headers].map(([name, value]) => [
      name,
      /^(set-cookie|x-request-id)$/.test(name) ? value.length > 0 : value,
    ])
    return { status: page.status, html: page.html, headers, calls }
  }
  const known = await work(address)
  expect(known.status).toBe(303)
  expect(known.calls[0]).toBe(1)
  expect(await work('stranger@elsewhere.example')).toEqual(known)
  expect(await work(manager.address)).toEqual(known)
})

test('an address without an account is told so only after it was proved, and where to get one', async () => {
  const proved = await proveAddress(visitor, mail, 'nobody@elsewhere.example')
  expect(proved.status).toBe(404)
  expect(proved.html).toContain('href="/setup"')
  expect(await inD1("SELECT * FROM account_addresses WHERE address = 'nobody@elsewhere.example'")).toEqual([])
})

test('a code works only in the browser that asked, and its link elsewhere only shows it', async () => {
  const { address } = await makePerson()
  await visitor.post('/sign-in', { email: address })
  const code = await mail.codeFor(address)
  const other = makeVisitor()
  expect((await other.get(`/sign-in/code?code=${code}`)).html).toContain(code)
  expect((await other.post('/sign-in/code', { code })).location).toBe('/sign-in')
  expect((await visitor.get(`/sign-in/code?code=${code}`)).html).toContain(`value="${code}"`)
  expect((await visitor.post('/sign-in/code', { code })).status).toBe(303)
})

test('a code for signing in proves nothing at /setup, and the other way round', async () => {
  const { address } = await makePerson()
  await visitor.post('/setup/acme', { email: address })
  const setup = await mail.codeFor(address)
  await visitor.post('/sign-in', { email: address })
  expect((await visitor.post('/sign-in/code', { code: setup })).status).toBe(422)
})

test('what is no address is said at the field, and a wrong code is counted down', async () => {
  const refused = await visitor.post('/sign-in', { email: 'ada <b>' })
  expect(refused.status).toBe(422)
  expect(refused.html).toContain('value="ada &lt;b&gt;"')
  expect(refused.html).toContain('aria-invalid="true"')
  const { address } = await makePerson()
  await visitor.post('/sign-in', { email: address })
  const right = await mail.codeFor(address)
  const wrong = await visitor.post('/sign-in/code', { code: right === '000000' ? '111111' : '000000' })
  expect([wrong.status, wrong.html.includes('4 tries')]).toEqual([422, true])
})

test('after three codes the page says when the next one may be asked for', async () => {
  const { address } = await makePerson()
  for (let sent = 0; sent < 3; sent += 1) await visitor.post('/sign-in', { email: address })
  const refused = await visitor.post('/sign-in', { email: address })
  expect(refused.status).toBe(429)
  expect(refused.html).toContain('<time')
})

describe('after signing in people go where they wanted to, and nowhere else', () => {
  test.each([
    ['/account', '/account'],
    ['/setup/acme', '/setup/acme'],
    ['/setup/acme/device?x=1', '/setup/acme/device?x=1'],
    ['//evil.example', '/portal'],
    ['/\\evil.example', '/portal'],
    ['/account/%0d%0aset-cookie:x=1', '/portal'],
    ['/account\r\nlocation: //evil.example', '/portal'],
    ['javascript:alert(1)', '/portal'],
    ['https://evil.example/account', '/portal'],
    ['/account/..//evil.example', '/portal'],
    ['/account@evil.example', '/portal'],
    ['/setup/acme.evil.example', '/portal'],
    ['/supervise', '/portal'],
    ['/manage', '/portal'],
  ])('%j leads to %s', async (to, expected) => {
    const { address } = await makePerson()
    await visitor.get(`/sign-in?to=${encodeURIComponent(to)}`)
    expect((await proveAddress(visitor, mail, address)).location).toBe(expected)
  })

  test('a page that asked for signing in is the one they come back to', async () => {
    const { address } = await makeNewManager()
    const asked = await visitor.get('/manage/audit')
    await visitor.get(asked.location ?? '')
    const { made } = await enrol(visitor, mail, address)
    expect(made.location).toBe('/manage/audit')
  })
})

describe('an address with several accounts', () => {
  test('lets its person choose, and only among their own', async () => {
    const { account, address } = await makePerson()
    const supervisor = await makeSupervisor({ address })
    const stranger = await makePerson()
    const proved = await proveAddress(visitor, mail, address)
    expect(proved.location).toBe('/sign-in/choose')
    const page = await visitor.get('/sign-in/choose')
    for (const text of ['Acme', account.id, supervisor.account.id]) expect(page.html).toContain(text)
    expect((await visitor.post('/sign-in/choose', { account: stranger.account.id })).status).toBe(422)
    expect((await visitor.post('/sign-in/choose', {})).status).toBe(422)
    const staff = await visitor.post('/sign-in/choose', { account: supervisor.account.id })
    expect(staff.location).toBe('/sign-in/passkey/new')
    const owner = await visitor.post('/sign-in/choose', { account: account.id })
    expect(owner.location).toBe('/portal')
  })

  test('that choice ends after ten minutes, and belongs to one browser', async () => {
    const { address } = await makePerson()
    await makeSupervisor({ address })
    await proveAddress(visitor, mail, address)
    const other = makeVisitor()
    other.cookies.set('__Host-latchkey-entering', visitor.cookies.get('__Host-latchkey-entering') ?? '')
    expect((await other.get('/sign-in/choose')).location).toBe('/sign-in')
    time.pass(10 * MINUTE + 1)
    expect((await visitor.get('/sign-in/choose')).location).toBe('/sign-in')
  })
})

describe('what is switched off', () => {
  test('an organisation lets nobody in, and supervisors come in whatever is off', async () => {
    const { organisations } = services
    const { address } = await makePerson()
    const supervisor = await makeSupervisor()
    await organisations.configureService({ ...SERVICE, enabled: false }, actor, time.now())
    await organisations.configureOrganisation(1, { enabled: false }, actor, time.now())
    const off = await proveAddress(visitor, mail, address)
    const on = await proveAddress(makeVisitor(), mail, supervisor.address)
    await organisations.configureOrganisation(1, { enabled: true }, actor, time.now())
    await organisations.configureService(SERVICE, actor, time.now())
    expect(off.status).toBe(404)
    expect(on.location).toBe('/sign-in/passkey/new')
  })
})

test('without a code proved before, the later steps begin again', async () => {
  for (const path of ['/sign-in/code', '/sign-in/choose', '/sign-in/passkey', '/sign-in/passkey/new'])
    expect((await visitor.get(path)).location).toBe('/sign-in')
  for (const path of ['/sign-in/code', '/sign-in/choose', '/sign-in/passkey/new', '/sign-in/code/again'])
    expect((await visitor.post(path, { code: '123456' })).location).toBe('/sign-in')
})
