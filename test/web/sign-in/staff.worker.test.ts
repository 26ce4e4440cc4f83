import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { MINUTE } from '../../../src/kernel/time.ts'
import { makeAuthenticator, optionsIn } from '../../support/authenticator.ts'
import { enrol, makeNewManager, proveAddress, staffCookie } from '../../support/sign-in.ts'
import { catchMail, type MailCatcher, makeVisitor, type Visitor } from '../../support/visitor.ts'
import { BASE, inD1, seedWorld, time } from '../../support/world.ts'

beforeAll(seedWorld)
let visitor: Visitor
let mail: MailCatcher
beforeEach(() => {
  time.start()
  visitor = makeVisitor()
  mail = catchMail()
})
afterEach(() => vi.restoreAllMocks())

describe('a manager signs in', () => {
  test('for the first time: address, code, a passkey of their own, and then they are in', async () => {
    const { address, account } = await makeNewManager()
    const proved = await proveAddress(visitor, mail, address)
    expect(proved.location).toBe('/sign-in/passkey/new')
    expect(staffCookie(visitor)).toBeNull()
    const page = await visitor.get('/sign-in/passkey/new')
    const asked = JSON.parse(optionsIn(page.html))
    expect(asked).toMatchObject({
      rp: { id: 'localhost' },
      attestation: 'none',
      authenticatorSelection: { userVerification: 'required', residentKey: 'required' },
    })
    const authenticator = makeAuthenticator({ origin: BASE })
    const response = authenticator.create(JSON.stringify(asked))
    const made = await visitor.post('/sign-in/passkey/new', { name: 'Laptop', response })
    expect([made.status, made.location]).toEqual([303, '/manage'])
    expect((await visitor.get('/account')).html).toContain('Laptop')
    expect(
      await inD1('SELECT action FROM audit WHERE account_id = ? ORDER BY rowid DESC LIMIT 2', account.id),
    ).toEqual([{ action: 'session.started' }, { action: 'passkey.added' }])
  })

  test('later: the code alone opens nothing, the passkey does', async () => {
    const { address } = await makeNewManager()
    const { authenticator } = await enrol(makeVisitor(), mail, address)
    const proved = await proveAddress(visitor, mail, address)
    expect(proved.location).toBe('/sign-in/passkey')
    expect((await visitor.get('/manage')).location).toContain('/sign-in')
    const page = await visitor.get('/sign-in/passkey')
    const asked = JSON.parse(optionsIn(page.html))
    expect(asked.allowCredentials).toHaveLength(1)
    expect(asked.userVerification).toBe('required')
    const entered = await visitor.post('/sign-in/passkey', {
      response: authenticator.get(JSON.stringify(asked)),
    })
    expect(entered.location).toBe('/manage')
    expect(staffCookie(visitor)).not.toBeNull()
  })

  test('by the passkey alone, without a code', async () => {
    const { address } = await makeNewManager()
    const { authenticator } = await enrol(makeVisitor(), mail, address)
    mail.sent.length = 0
    const page = await visitor.get('/sign-in?to=/account')
    const response = authenticator.get(optionsIn(page.html))
    const entered = await visitor.post('/sign-in/passkey', { response })
    expect(entered.location).toBe('/account')
    expect(await mail.all()).toEqual([])
  })

  test('only once by the page of the first passkey: who has one cannot make another by e-mail', async () => {
    const { address, account } = await makeNewManager()
    await proveAddress(visitor, mail, address)
    const page = await visitor.get('/sign-in/passkey/new')
    await enrol(makeVisitor(), mail, address)
    const response = makeAuthenticator({ origin: BASE }).create(optionsIn(page.html))
    const late = await visitor.post('/sign-in/passkey/new', { name: 'Thief', response })
    expect(late.status).toBe(422)
    expect(staffCookie(visitor)).toBeNull()
    expect(await inD1('SELECT name FROM passkeys WHERE account_id = ?', account.id)).toEqual([
      { name: 'Laptop' },
    ])
  })

  test('a session that only an e-mail opened lets nobody in to /manage, nor to passkeys', async () => {
    const { address } = await makeNewManager()
    await visitor.post('/setup/acme', { email: address })
    await visitor.post('/setup/acme/code', { code: await mail.codeFor(address) })
    visitor.cookies.set('__Host-latchkey-staff', visitor.cookies.get('__Host-latchkey') ?? '')
    expect((await visitor.get('/manage')).status).toBe(403)
    for (const path of ['/account', '/account/passkeys/new'])
      expect((await visitor.get(path)).location).toBe('/sign-in?to=/account')
  })
})

describe('a passkey that proves nothing opens nothing', () => {
  const signIn = async (change: Parameters<typeof makeAuthenticator>[0], who = visitor) => {
    const { address } = await makeNewManager()
    const good = makeAuthenticator({ origin: BASE, counts: true })
    await enrol(makeVisitor(), mail, address, good)
    const other = makeAuthenticator(change)
    other.stored.push(...good.stored)
    const page = await who.get('/sign-in')
    return who.post('/sign-in/passkey', { response: other.get(optionsIn(page.html)) })
  }

  test('of another origin', async () => {
    expect((await signIn({ origin: 'https://evil.example' })).status).toBe(422)
    expect(staffCookie(visitor)).toBeNull()
  })

  test('whose authenticator did not check who holds it, for a manager', async () => {
    expect((await signIn({ origin: BASE, verifies: false })).status).toBe(422)
    expect(staffCookie(visitor)).toBeNull()
  })

  test('(the control: with nothing wrong it does)', async () => {
    expect((await signIn({ origin: BASE, counts: true })).status).toBe(303)
  })

  test('whose signature is another’s', async () => {
    const { address } = await makeNewManager()
    const { authenticator } = await enrol(makeVisitor(), mail, address)
    const thief = makeAuthenticator({ origin: BASE })
    thief.create(optionsIn((await openFirst()).html))
    const [mine] = thief.stored
    const [known] = authenticator.stored
    if (!mine || !known) throw new Error('no passkeys')
    mine.id = known.id
    mine.userHandle = known.userHandle
    const page = await visitor.get('/sign-in')
    const entered = await visitor.post('/sign-in/passkey', { response: thief.get(optionsIn(page.html)) })
    expect(entered.status).toBe(422)
  })

  test.each(['', '{}', 'null', '[]', '{"id":"x"}', '"', `{"id":"${'x'.repeat(3000)}"}`])(
    'that is none: %j',
    async (response) => {
      await visitor.get('/sign-in')
      const writes = await inD1('SELECT count(*) AS n FROM audit')
      const refused = await visitor.post('/sign-in/passkey', { response })
      expect(refused.status).toBe(422)
      expect(refused.html).toContain('data-testid="error"')
      expect(await inD1('SELECT count(*) AS n FROM audit')).toEqual(writes)
    },
  )

  test('whose question was asked in another browser, or too long ago', async () => {
    const { address } = await makeNewManager()
    const { authenticator } = await enrol(makeVisitor(), mail, address)
    const page = await makeVisitor().get('/sign-in')
    await visitor.get('/sign-in')
    const response = authenticator.get(optionsIn(page.html))
    expect((await visitor.post('/sign-in/passkey', { response })).status).toBe(422)
    const own = await visitor.get('/sign-in')
    time.pass(5 * MINUTE + 1)
    const late = await visitor.post('/sign-in/passkey', { response: authenticator.get(optionsIn(own.html)) })
    expect(late.status).toBe(422)
  })

  test('whose answer was used before: a copy of the whole request is refused', async () => {
    const { address } = await makeNewManager()
    const { authenticator } = await enrol(makeVisitor(), mail, address)
    const page = await visitor.get('/sign-in')
    const cookies = new Map(visitor.cookies)
    const response = authenticator.get(optionsIn(page.html))
    expect((await visitor.post('/sign-in/passkey', { response })).status).toBe(303)
    const thief = makeVisitor()
    for (const [name, value] of cookies) thief.cookies.set(name, value)
    expect((await thief.post('/sign-in/passkey', { response })).status).toBe(422)
    expect(staffCookie(thief)).toBeNull()
  })

  test('whose counter went backwards: refused, and the audit says so', async () => {
    const { address, account } = await makeNewManager()
    const counting = makeAuthenticator({ origin: BASE, counts: true })
    await enrol(makeVisitor(), mail, address, counting)
    const use = async (counter: number) => {
      const page = await visitor.get('/sign-in')
      return visitor.post('/sign-in/passkey', { response: counting.get(optionsIn(page.html), { counter }) })
    }
    expect((await use(7)).status).toBe(303)
    expect((await use(7)).status).toBe(422)
    expect((await use(6)).status).toBe(422)
    expect((await use(8)).status).toBe(303)
    const audited = "SELECT detail FROM audit WHERE account_id = ? AND action = 'passkey.refused'"
    expect(await inD1(audited, account.id)).toHaveLength(2)
  })

  /** The page of the first passkey of somebody new. */
  async function openFirst() {
    const who = makeVisitor()
    await proveAddress(who, mail, (await makeNewManager()).address)
    return who.get('/sign-in/passkey/new')
  }
})

describe('sessions of those who work here', () => {
  test('each sign-in has a new one, and the browser’s former one is dead', async () => {
    const { address } = await makeNewManager()
    const { authenticator } = await enrol(visitor, mail, address)
    const first = staffCookie(visitor) ?? ''
    const page = await visitor.get('/sign-in')
    await visitor.post('/sign-in/passkey', { response: authenticator.get(optionsIn(page.html)) })
    expect(staffCookie(visitor)).not.toBe(first)
    expect((await visitor.get('/account')).status).toBe(200)
    const thief = makeVisitor()
    thief.cookies.set('__Host-latchkey-staff', first)
    expect((await thief.get('/account')).location).toContain('/sign-in')
  })

  test('a planted cookie is worth nothing', async () => {
    const { address } = await makeNewManager()
    visitor.cookies.set('__Host-latchkey-staff', 'A'.repeat(43))
    await enrol(visitor, mail, address)
    expect(staffCookie(visitor)).not.toBe('A'.repeat(43))
  })

  test('it ends when somebody is disabled, and the passkey opens nothing any more', async () => {
    const { address, account } = await makeNewManager()
    const { authenticator } = await enrol(visitor, mail, address)
    await inD1('UPDATE accounts SET disabled_at = ? WHERE id = ?', time.now(), account.id)
    expect((await visitor.get('/account')).location).toContain('/sign-in')
    const page = await visitor.get('/sign-in')
    const again = await visitor.post('/sign-in/passkey', {
      response: authenticator.get(optionsIn(page.html)),
    })
    expect(again.status).toBe(403)
    expect((await proveAddress(makeVisitor(), mail, address)).status).toBe(404)
  })

  test('a role that is lost shuts the door at the next request', async () => {
    const { address, account } = await makeNewManager()
    await enrol(visitor, mail, address)
    await inD1("UPDATE accounts SET role = 'device_owner' WHERE id = ?", account.id)
    expect((await visitor.get('/manage')).status).toBe(403)
  })

  test('signing out ends it at once', async () => {
    const { address } = await makeNewManager()
    await enrol(visitor, mail, address)
    const cookie = staffCookie(visitor) ?? ''
    const out = await visitor.post('/sign-out', {})
    expect(out.location).toBe('/sign-in?done=signed-out')
    expect(staffCookie(visitor)).toBeNull()
    visitor.cookies.set('__Host-latchkey-staff', cookie)
    expect((await visitor.get('/account')).location).toContain('/sign-in')
  })
})
