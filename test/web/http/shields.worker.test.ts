import { exports } from 'cloudflare:workers'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { invite } from '../../support/invitations.ts'
import { makeManager } from '../../support/staff.ts'
import { catchMail, makeVisitor, register } from '../../support/visitor.ts'
import {
  BASE,
  bindings,
  breakDatabase,
  call,
  inD1,
  issueCode,
  makePerson,
  makeTestDevice,
  seedWorld,
  time,
} from '../../support/world.ts'

beforeAll(seedWorld)
beforeEach(time.start)
afterEach(() => vi.restoreAllMocks())

describe('a form that another site posts (CSRF)', () => {
  const cases: [string, Record<string, string>, number][] = [
    ['same-origin', { 'sec-fetch-site': 'same-origin' }, 303],
    ['our exact Origin', { origin: BASE }, 303],
    ['cross-site', { 'sec-fetch-site': 'cross-site', origin: BASE }, 403],
    ['same-site', { 'sec-fetch-site': 'same-site' }, 403],
    ['another Origin', { origin: 'https://evil.example' }, 403],
    ['an Origin that only begins like ours', { origin: `${BASE}.evil.example` }, 403],
    ['Origin null', { origin: 'null' }, 403],
    ['neither', {}, 403],
  ]
  test.each(cases)('%s', async (_name, headers, status) => {
    const mail = catchMail()
    const get = vi.spyOn(bindings.addressGates, 'get')
    for (const type of ['application/x-www-form-urlencoded', 'text/plain']) {
      const answer = await exports.default.fetch(`${BASE}/setup/acme`, {
        method: 'POST',
        headers: { ...headers, 'content-type': type },
        body: 'email=ada@acme.example',
        redirect: 'manual',
      })
      if (status === 403) expect(answer.status).toBe(403)
    }
    if (status === 403) expect(get).not.toHaveBeenCalled()
    else expect(get).toHaveBeenCalledTimes(1)
    expect(await mail.all()).toHaveLength(status === 403 ? 0 : 1)
  })

  test('an owner stays signed in when another site posts a sign-out', async () => {
    const visitor = makeVisitor()
    await register(visitor, catchMail(), 'csrf@acme.example')
    const answer = await visitor.post('/setup/acme/sign-out', {}, { 'sec-fetch-site': 'cross-site' })
    expect(answer.status).toBe(403)
    expect((await visitor.get('/setup/acme/device')).status).toBe(200)
  })
})

describe('a body that is too large', () => {
  const huge = 'x'.repeat(70 * 1024)

  test('is refused by its Content-Length', async () => {
    const answer = await call('POST', '/device/v1/redeem', {}, { code: huge })
    expect([answer.status, answer.body.code]).toEqual([413, 'too_large'])
  })

  test('is refused without one, when it comes in chunks', async () => {
    let sent = 0
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 8192
        if (sent > 10 * 1024 * 1024) controller.close()
        else controller.enqueue(new TextEncoder().encode('x'.repeat(8192)))
      },
    })
    const answer = await exports.default.fetch(`${BASE}/device/v1/redeem`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    })
    expect(answer.status).toBe(413)
    expect(sent).toBeLessThan(1024 * 1024)
  })

  test('people get a page', async () => {
    const page = await makeVisitor().post('/setup/acme', { email: huge })
    expect([page.status, page.html.includes('<h1')]).toEqual([413, true])
  })
})

describe('headers', () => {
  test('no page may run inline script, be framed or be stored; every answer names its request', async () => {
    const { headers } = await makeVisitor().get('/setup/acme')
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe|\*/)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-request-id')).toMatch(/\S/)
  })

  test('links are built on the configured base, whatever Host says', async () => {
    const mail = catchMail()
    const visitor = makeVisitor({ headers: { host: 'evil.example', 'x-forwarded-host': 'evil.example' } })
    await visitor.post('/setup/acme', { email: 'host@acme.example' })
    await mail.codeFor('host@acme.example')
    const [message] = mail.sent
    expect(`${message?.text}${message?.html}`).not.toContain('evil.example')
    expect(message?.text).toContain(BASE)
  })

  test('so is the link of an invitation, under whatever Host a manager sends it', async () => {
    const mail = catchMail()
    const manager = await makeManager()
    const person = await makePerson()
    const { invitation } = await invite(person)
    const visitor = makeVisitor({ headers: { host: 'evil.example', 'x-forwarded-host': 'evil.example' } })
    for (const [name, value] of manager.visitor.cookies) visitor.cookies.set(name, value)
    expect(
      (await visitor.post(`/manage/invitations/${invitation.id}/renew`, { channel: 'email' })).status,
    ).toBe(303)
    const message = await mail.mailTo(person.address)
    expect(JSON.stringify(message)).not.toContain('evil.example')
    expect(message.text).toContain(`${BASE}/i/${person.account.ref}?k=`)
  })
})

describe('what is not there', () => {
  test('programs get a problem, people a page', async () => {
    const answer = await call('GET', '/device/v1/nothing')
    expect(answer.body).toMatchObject({ status: 404, code: 'not_found' })
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect((await makeVisitor().get('/nothing')).html).toContain('<h1')
  })

  test("another person's code is not found", async () => {
    const visitor = makeVisitor()
    await register(visitor, catchMail(), 'curious@acme.example')
    const { grant } = await issueCode(await makePerson())
    expect((await visitor.get(`/setup/acme/ready/${grant.id}`)).status).toBe(404)
  })
})

describe('the live socket', () => {
  const open = (visitor: ReturnType<typeof makeVisitor>, grantId: string, headers: Record<string, string>) =>
    exports.default.fetch(`${BASE}/setup/acme/ready/${grantId}/live`, {
      redirect: 'manual',
      headers: {
        upgrade: 'websocket',
        cookie: [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...headers,
      },
    })

  async function ownerWithCode(address: string) {
    const visitor = makeVisitor()
    await register(visitor, catchMail(), address)
    const chosen = await visitor.post('/setup/acme/device', { platform: 'agent', ownership: 'company' })
    const grantId = chosen.location?.split('/').at(-1) ?? ''
    const { html } = await visitor.get(`/setup/acme/ready/${grantId}`)
    const [, ref = '', secret = ''] = /\/p\/([\w-]{22})\?k=([\w-]{22})/.exec(html) ?? []
    return { visitor, grantId, code: `${ref}.${secret}` }
  }

  test('tells the owner each state as it comes, and nothing else', async () => {
    const { visitor, grantId, code } = await ownerWithCode('live@acme.example')
    const answer = await open(visitor, grantId, { origin: BASE })
    expect(answer.status).toBe(101)
    const heard: unknown[] = []
    answer.webSocket?.accept()
    answer.webSocket?.addEventListener('message', ({ data }) => heard.push(JSON.parse(String(data))))
    const device = await makeTestDevice()
    const { token } = (await device.redeem({ code })).body.credential
    await device.checkIn(token)
    await vi.waitFor(() =>
      expect(heard).toEqual([{ state: 'waiting' }, { state: 'redeemed' }, { state: 'active' }]),
    )
    answer.webSocket?.close()
  })

  test('opens for nobody from another site, nobody who is not signed in, and closes at sign-out', async () => {
    const { visitor, grantId } = await ownerWithCode('live-shut@acme.example')
    expect((await open(visitor, grantId, { origin: 'https://evil.example' })).status).toBe(403)
    expect((await open(makeVisitor(), grantId, { origin: BASE })).status).toBe(303)
    const answer = await open(visitor, grantId, { origin: BASE })
    let closed = 0
    answer.webSocket?.accept()
    answer.webSocket?.addEventListener('close', ({ code }) => {
      closed = code
    })
    await visitor.post('/setup/acme/sign-out', {})
    await vi.waitFor(() => expect(closed).toBe(4401))
  })
})

test('no secret reaches a log line, on the good way or the bad', async () => {
  const lines: string[] = []
  for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const)
    vi.spyOn(console, level).mockImplementation((...words) => void lines.push(words.map(String).join(' ')))
  const mail = catchMail()
  const visitor = makeVisitor()
  await register(visitor, mail, 'secretive@acme.example')
  const code = await mail.codeFor('secretive@acme.example')
  const person = await makePerson()
  const issued = await issueCode(person)
  const device = await makeTestDevice()
  await visitor.get(`/p/${issued.ref}?k=${issued.secret}`)
  const { token } = (await device.redeem({ code: issued.code })).body.credential
  await device.redeem({ code: issued.code, pin: issued.pin })
  await device.checkIn(token)
  const broken = breakDatabase(`D1 failed at /p/${issued.ref}?k=${issued.secret} with ${token}`)
  await visitor.get(`/p/${issued.ref}?k=${issued.secret}`)
  await device.redeem({ code: issued.code })
  broken.mend()
  expect(lines.length).toBeGreaterThan(0)
  const text = lines.join('\n')
  for (const secret of [issued.secret, issued.pin, token, person.secret, code, ...visitor.cookies.values()])
    expect(text).not.toContain(secret)
  vi.restoreAllMocks()
  expect(await inD1('SELECT 1 AS one')).toHaveLength(1)
})
