import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { MINUTE } from '../../../src/kernel/time.ts'
import { makeManager } from '../../support/staff.ts'
import { makeVisitor } from '../../support/visitor.ts'
import { inD1, seedWorld, services, time } from '../../support/world.ts'
import { ACME, configure, provider, signIn, startOidc, visitor, who } from './oidc-support.ts'

/** What an identity provider answers, and what somebody else makes of it. */

beforeAll(seedWorld)
beforeEach(startOidc)
afterEach(() => vi.restoreAllMocks())

describe('what a provider says has to be right', () => {
  let address = ''
  beforeEach(async () => {
    address = (await makeManager()).address
  })
  const refused = async (page: { status: number; html: string }, status: number) => {
    expect(page.status).toBe(status)
    expect(page.html).not.toContain('Something went wrong')
    expect(visitor.cookies.has('__Host-latchkey-staff')).toBe(false)
    expect(visitor.cookies.has('__Host-latchkey')).toBe(false)
  }

  test.each<[string, Record<string, unknown>]>([
    ['a nonce of another sign-in', { nonce: 'another' }],
    ['no nonce', { nonce: undefined }],
    ['a token for another client', { aud: 'another' }],
    ['a token of another issuer', { iss: 'https://login.evil.example' }],
    ['a token that has ended', { exp: 1_000_000_000 }],
    ['no subject', { sub: undefined }],
  ])('%s is refused', async (_name, wrong) => {
    await refused(await signIn({ ...who(address), ...wrong }), 400)
  })

  test('a signature of another key is refused', async () => {
    await refused(await signIn(who(address), { signedBy: 'another' }), 400)
  })

  test('another issuer in the answer is refused: a mix-up', async () => {
    await refused(await signIn(who(address), { forge: { iss: 'https://login.evil.example' } }), 400)
  })

  test('another state is refused, and the attempt goes on', async () => {
    const begun = await visitor.get('/sign-in/oidc/acme')
    await refused(
      await visitor.get(provider.approve(begun.location, who(address), { forge: { state: 'x' } })),
      400,
    )
    expect((await visitor.get(provider.approve(begun.location, who(address)))).location).toBe('/manage')
  })

  test('an answer to another browser is refused: login CSRF', async () => {
    const attacker = makeVisitor()
    const begun = await attacker.get('/sign-in/oidc/acme')
    const answer = provider.approve(begun.location, who(address))
    await refused(await visitor.get(answer), 400)
    await visitor.get('/sign-in/oidc/acme')
    await refused(await visitor.get(answer), 400)
  })

  test('a stolen cookie is worth nothing in another browser', async () => {
    const begun = await visitor.get('/sign-in/oidc/acme')
    const thief = makeVisitor()
    thief.cookies.set('__Host-latchkey-oidc', visitor.cookies.get('__Host-latchkey-oidc') ?? '')
    expect((await thief.get(provider.approve(begun.location, who(address)))).status).toBe(400)
  })

  test('a state works once, even with its cookie and a fresh code', async () => {
    const begun = await visitor.get('/sign-in/oidc/acme')
    const kept = new Map(visitor.cookies)
    expect((await visitor.get(provider.approve(begun.location, who(address)))).location).toBe('/manage')
    const replay = makeVisitor()
    for (const [name, value] of kept) replay.cookies.set(name, value)
    expect((await replay.get(provider.approve(begun.location, who(address)))).status).toBe(400)
    expect(replay.cookies.has('__Host-latchkey-staff')).toBe(false)
    expect(
      await inD1("SELECT kind FROM spent_once WHERE kind = 'oidc_state' AND ends_at > ?", time.now()),
    ).not.toEqual([])
  })

  test('who takes longer than ten minutes begins again', async () => {
    const begun = await visitor.get('/sign-in/oidc/acme')
    time.pass(10 * MINUTE)
    await refused(await visitor.get(provider.approve(begun.location, who(address))), 400)
  })

  test.each<[string, Record<string, unknown>]>([
    ['not verified', { email_verified: false }],
    ['nothing said of verification', { email_verified: undefined }],
    ['no address', { email: undefined }],
    ['something that is no address', { email: 'Grace Hopper' }],
  ])('an address is not taken on trust: %s', async (_name, wrong) => {
    provider.state.userinfo = { sub: `sub-${address}` }
    await refused(await signIn({ ...who(address), ...wrong }), 403)
  })

  test('what the token leaves open is asked of userinfo, which must speak of the same person', async () => {
    provider.state.userinfo = who(address)
    const bare = { ...who(address), email: undefined, email_verified: undefined }
    expect((await signIn(bare)).location).toBe('/manage')
    provider.state.userinfo = who(address, 'somebody else')
    expect((await signIn(bare, { by: makeVisitor() })).status).toBe(400)
  })

  test('an address that was passed on does not open the account of whoever had it before', async () => {
    await signIn(who(address, 'first'))
    const page = await signIn(who(address, 'second'), { by: makeVisitor() })
    expect(page.status).toBe(403)
    await services.identities.forget(ACME, { kind: 'manager', id: 'acc_test' }, time.now())
    expect((await signIn(who(address, 'second'), { by: makeVisitor() })).location).toBe('/manage')
  })

  test.each(['access_denied', 'login_required'])('%s has a page with the next step', async (error) => {
    const begun = await visitor.get('/sign-in/oidc/acme')
    const state = new URL(begun.location ?? '').searchParams.get('state') ?? ''
    const iss = String(provider.state.metadata.issuer)
    const page = await visitor.get(`/sign-in/oidc/callback?${new URLSearchParams({ error, state, iss })}`)
    await refused(page, 403)
    expect(page.html).toContain(error)
    expect(page.html).toContain('href="/sign-in/oidc/acme"')
  })

  test('an error code of the provider cannot bring text of its own', async () => {
    const begun = await visitor.get('/sign-in/oidc/acme')
    const state = new URL(begun.location ?? '').searchParams.get('state') ?? ''
    const iss = String(provider.state.metadata.issuer)
    const query = new URLSearchParams({
      error: 'Call +44 1234',
      error_description: 'Call +44 1234',
      state,
      iss,
    })
    const page = await visitor.get(`/sign-in/oidc/callback?${query}`)
    expect(page.html).not.toContain('1234')
  })

  test('a wrong client secret is told as something that a manager can mend', async () => {
    await configure({ clientSecret: 'wrong' })
    await refused(await signIn(who(address)), 503)
  })
})
