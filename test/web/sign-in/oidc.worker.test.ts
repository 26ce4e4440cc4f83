import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { CLIENT } from '../../support/oidc-stub.ts'
import { makeManager } from '../../support/staff.ts'
import { makeVisitor } from '../../support/visitor.ts'
import { inD1, makePerson, seedWorld, time, watchTrips } from '../../support/world.ts'
import { ACME, configure, provider, signIn, startOidc, visitor, who } from './oidc-support.ts'

/** Who comes in by an identity provider, and where. */

const OTHER = 7001

beforeAll(async () => {
  await seedWorld()
  await inD1(
    `INSERT INTO organisations (id, slug, site_id, name, enabled, accent, email_rule, terms_version, phone_required,
       confirmation, account_template_id, created_at, changed_at)
     SELECT ?, 'globex', '4712', 'Globex', true, accent, '', 1, false, confirmation, account_template_id, 0, 0
     FROM organisations WHERE id = ?`,
    OTHER,
    ACME,
  )
})
beforeEach(startOidc)
afterEach(() => vi.restoreAllMocks())

const sessionsOf = (id: string) =>
  inD1('SELECT assurance, ends_at FROM web_sessions WHERE account_id = ?', id)

describe('a manager', () => {
  test('signs in by the verified address, is bound, and is known by the subject from then on', async () => {
    const { account, address } = await makeManager()
    const begun = await visitor.get('/sign-in/oidc/acme?to=/manage/sign-in?done=worked')
    const asked = new URL(begun.location ?? '')
    expect(asked.origin + asked.pathname).toBe(`${provider.state.metadata.issuer}/authorize`)
    expect(Object.fromEntries(asked.searchParams)).toMatchObject({
      response_type: 'code',
      client_id: CLIENT.id,
      redirect_uri: 'http://localhost:8787/sign-in/oidc/callback',
      scope: 'openid email',
      code_challenge_method: 'S256',
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
    })
    const back = await visitor.get(provider.approve(begun.location, who(address.toUpperCase(), 'grace')))
    expect([back.status, back.location]).toEqual([303, '/manage/sign-in?done=worked'])
    expect(back.headers.get('cache-control')).toBe('no-store')
    expect((await visitor.get('/manage/sign-in')).status).toBe(200)
    expect(visitor.cookies.has('__Host-latchkey')).toBe(false)
    expect(await inD1('SELECT subject FROM account_identities WHERE account_id = ?', account.id)).toEqual([
      { subject: 'grace' },
    ])
    const bound = await inD1(
      "SELECT actor_kind, detail FROM audit WHERE action = 'identity.bound' AND account_id = ?",
      account.id,
    )
    expect(bound).toHaveLength(1)
    expect(bound[0]?.actor_kind).toBe('manager')

    // The address at the provider may change: the subject is who they are.
    const other = makeVisitor()
    const again = await signIn(who('grace.new@elsewhere.example', 'grace'), { by: other })
    expect(again.location).toBe('/manage')
    expect(await sessionsOf(account.id)).toContainEqual(expect.objectContaining({ assurance: 'oidc' }))
  })

  test('has to exist: nobody becomes one by signing in', async () => {
    const before = await inD1('SELECT count(*) AS n FROM accounts')
    const page = await signIn(who('stranger@acme.example'))
    expect(page.status).toBe(403)
    expect(page.html).toContain('stranger@acme.example')
    expect(page.html).toContain('anew=1')
    expect(await inD1('SELECT count(*) AS n FROM accounts')).toEqual(before)
    expect(visitor.cookies.has('__Host-latchkey-staff')).toBe(false)
  })

  test('whom others invited comes in, and the account is active then', async () => {
    const { account, address } = await makeManager()
    await inD1("UPDATE accounts SET state = 'invited' WHERE id = ?", account.id)
    expect((await signIn(who(address))).location).toBe('/manage')
    expect(await inD1('SELECT state FROM accounts WHERE id = ?', account.id)).toEqual([{ state: 'active' }])
  })

  test('who was switched off stays out', async () => {
    const { account, address } = await makeManager()
    await signIn(who(address))
    const before = await sessionsOf(account.id)
    await inD1('UPDATE accounts SET disabled_at = ? WHERE id = ?', time.now(), account.id)
    const page = await signIn(who(address), { by: makeVisitor() })
    expect(page.status).toBe(403)
    expect(await sessionsOf(account.id)).toEqual(before)
  })

  test('has a new session at every sign-in, and the one that the browser had before ends', async () => {
    const { account, address } = await makeManager()
    await signIn(who(address))
    const before = visitor.cookies.get('__Host-latchkey-staff')
    const sessions = (await sessionsOf(account.id)).length
    await signIn(who(address))
    expect(visitor.cookies.get('__Host-latchkey-staff')).not.toBe(before)
    expect(await sessionsOf(account.id)).toHaveLength(sessions)
    const left = makeVisitor()
    left.cookies.set('__Host-latchkey-staff', before ?? '')
    expect((await left.get('/manage/sign-in')).location).toMatch(/^\/sign-in/)
  })

  test('is sent nowhere but to our own pages', async () => {
    for (const to of ['//evil.example', 'https://evil.example', '/\\evil.example', '/setup/acme']) {
      const { address } = await makeManager()
      const start = `/sign-in/oidc/acme?to=${encodeURIComponent(to)}`
      expect((await signIn(who(address), { start, by: makeVisitor() })).location).toBe('/manage')
    }
  })
})

describe('an owner', () => {
  test('goes on to what a link asked for, else to the portal, and into no set-up', async () => {
    const { address } = await makePerson()
    const start = `/sign-in/oidc/acme?to=${encodeURIComponent('/link?code=ABCD-EFGH')}`
    expect((await signIn(who(address), { start })).location).toBe('/link?code=ABCD-EFGH')
    expect((await signIn(who(address), { by: makeVisitor() })).location).toBe('/portal')
  })
})

describe('an owner at /setup', () => {
  const start = '/sign-in/oidc/acme?for=setup'

  test('finds the way on the first page, and registers with an address that the rule accepts', async () => {
    const page = await visitor.get('/setup/acme')
    expect(page.html).toContain(`href="${start}"`)
    const back = await signIn(who('new.owner@acme.example'), { start })
    expect([back.status, back.location]).toEqual([303, '/setup/acme/about'])
    expect((await visitor.get('/setup/acme/about')).html).toContain('name="name"')
    expect(visitor.cookies.has('__Host-latchkey-staff')).toBe(false)
    // A provider of whatever organisation says what it likes: codes to that address stay within the limits.
    expect(visitor.cookies.has('__Host-latchkey-known')).toBe(false)
    const rows = await inD1(
      `SELECT a.role, s.assurance FROM accounts a JOIN web_sessions s ON s.account_id = a.id
       JOIN account_identities i ON i.account_id = a.id WHERE a.address = 'new.owner@acme.example'`,
    )
    expect(rows).toEqual([{ role: 'device_owner', assurance: 'oidc' }])
  })

  test.each(['eve@elsewhere.example', 'eve@acme.example.evil.example'])(
    'the e-mail rule decides about %s too, and no account is made',
    async (address) => {
      const page = await signIn(who(address), { start })
      expect(page.status).toBe(403)
      expect(page.html).toContain(address)
      expect(await inD1('SELECT id FROM accounts WHERE address = ?', address)).toEqual([])
    },
  )

  test('the exceptions say first: one accepted, one refused, whatever the rule says', async () => {
    const except = (address: string, verdict: string) =>
      inD1('INSERT INTO email_exceptions VALUES (?, ?, ?, 0)', ACME, address, verdict)
    await except('friend@elsewhere.example', 'accept')
    await except('foe@acme.example', 'refuse')
    expect((await signIn(who('friend@elsewhere.example'), { start })).location).toBe('/setup/acme/about')
    expect((await signIn(who('foe@acme.example'), { start, by: makeVisitor() })).status).toBe(403)
  })

  test('the e-mail rule decides about those who have an account, every time', async () => {
    const { address } = await makePerson()
    expect((await signIn(who(address), { start })).status).toBe(303)
    const moved = await signIn(who('moved@elsewhere.example', `sub-${address}`), { start, by: makeVisitor() })
    expect(moved.status).toBe(403)
  })

  test('where only managers sign in there, nothing is offered and nobody comes in', async () => {
    await configure({ forOwners: false })
    expect((await visitor.get('/setup/acme')).html).not.toContain('/sign-in/oidc/')
    expect((await visitor.get(start)).status).toBe(403)
    const { address } = await makePerson()
    expect((await signIn(who(address))).status).toBe(403)
  })
})

describe('one organisation is not another', () => {
  test('who is bound at one is nobody at the other, though the provider is the same', async () => {
    const { address } = await makeManager()
    expect((await signIn(who(address, 'grace'))).location).toBe('/manage')
    await configure({}, OTHER)
    const page = await signIn(who(address, 'grace'), { start: '/sign-in/oidc/globex', by: makeVisitor() })
    expect(page.status).toBe(403)
  })

  test('an answer for one does not finish a sign-in at the other', async () => {
    const { address } = await makeManager()
    await configure({}, OTHER)
    const elsewhere = await visitor.get('/sign-in/oidc/globex')
    const answer = provider.approve(elsewhere.location, who(address))
    await visitor.get('/sign-in/oidc/acme')
    expect((await visitor.get(answer)).status).toBe(400)
  })

  test.each(['/sign-in/oidc/nobody', '/sign-in/oidc/-', '/sign-in/oidc/Acme%00'])(
    '%s is not offered',
    async (path) => {
      expect((await visitor.get(path)).status).toBe(404)
    },
  )

  test('switched off in the middle: nobody comes in', async () => {
    const { address } = await makeManager()
    const begun = await visitor.get('/sign-in/oidc/acme')
    const answer = provider.approve(begun.location, who(address))
    await configure({ enabled: false })
    expect((await visitor.get(answer)).status).toBe(404)
    expect((await visitor.get('/setup/acme')).html).not.toContain('/sign-in/oidc/')
    await configure()
    const second = await visitor.get('/sign-in/oidc/acme')
    await inD1('UPDATE organisations SET enabled = false WHERE id = ?', ACME)
    const again = await visitor.get(provider.approve(second.location, who(address)))
    const start = await visitor.get('/sign-in/oidc/acme')
    await inD1('UPDATE organisations SET enabled = true WHERE id = ?', ACME)
    expect([again.status, start.status]).toEqual([503, 503])
  })

  test('another provider in the middle: the old answer is refused', async () => {
    const { address } = await makeManager()
    const begun = await visitor.get('/sign-in/oidc/acme')
    const answer = provider.approve(begun.location, who(address))
    await configure({ clientId: 'another', clientSecret: 'x' })
    expect((await visitor.get(answer)).status).toBe(400)
  })

  test('setup switched off for the whole service stops owners, not managers', async () => {
    const { address } = await makeManager()
    await inD1('UPDATE service SET enabled = false')
    const setup = await visitor.get('/sign-in/oidc/acme?for=setup')
    const manager = await signIn(who(address))
    await inD1('UPDATE service SET enabled = true')
    expect([setup.status, manager.location]).toEqual([503, '/manage'])
  })
})

test('the short name of the organisation leads to its provider', async () => {
  expect((await visitor.get('/sign-in/organisation')).html).toContain('name="organisation"')
  const sent = await visitor.get('/sign-in/organisation?organisation=%20ACME%20&to=/manage/audit')
  // Not a redirect: the form's policy would stop it at the provider.
  expect(sent.status).toBe(200)
  expect(sent.headers.get('refresh')).toBe('0;url=/sign-in/oidc/acme?to=%2Fmanage%2Faudit')
  expect(sent.html).toContain('href="/sign-in/oidc/acme?to=%2Fmanage%2Faudit"')
  const refused = await visitor.get('/sign-in/organisation?organisation=a%2Fb')
  expect(refused.status).toBe(422)
  expect(refused.html).toContain('value="a/b"')
})

test('a provider that is down is told in words', async () => {
  vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('connection refused'))
  const page = await visitor.get('/sign-in/oidc/acme')
  expect(page.status).toBe(503)
  expect(page.html).toContain('does not answer')
})

test('D1 is asked at most three times, and the provider for its document once', async () => {
  const trips = watchTrips()
  const begun = await visitor.get('/sign-in/oidc/acme?for=setup')
  expect(trips.count()).toBe(1)
  await visitor.get(provider.approve(begun.location, who('trips@acme.example')))
  expect(trips.count()).toBe(4)
  trips.stop()
  await visitor.get('/sign-in/oidc/acme')
  const documents = provider.state.requests.filter((path) => path.includes('.well-known'))
  // One when the settings were saved, one by the Worker.
  expect(documents).toHaveLength(2)
})
