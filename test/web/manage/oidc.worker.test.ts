import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { CLIENT, stubProvider } from '../../support/oidc-stub.ts'
import { makeManager, type TestStaff } from '../../support/staff.ts'
import { makeVisitor } from '../../support/visitor.ts'
import { bindings, inD1, seedWorld, services, time, watchTrips } from '../../support/world.ts'

beforeAll(seedWorld)
let manager: TestStaff
let count = 0
let issuer = ''
beforeEach(async () => {
  time.start()
  count += 1
  issuer = `https://settings-${count}.acme.example`
  manager = await makeManager()
  await inD1('DELETE FROM organisation_oidc')
})
afterEach(() => vi.restoreAllMocks())

const fields = (change: Record<string, string> = {}) => ({
  enabled: 'yes',
  issuer,
  clientId: CLIENT.id,
  clientSecret: CLIENT.secret,
  emailClaim: 'email',
  ...change,
})
const save = (change: Record<string, string> = {}) => manager.visitor.post('/manage/sign-in', fields(change))
const stored = async () => (await inD1('SELECT * FROM organisation_oidc'))[0]
const audited = async () =>
  (
    await inD1(
      "SELECT detail FROM audit WHERE action = 'oidc.configured' AND actor_id = ?",
      manager.account.id,
    )
  ).map(({ detail }) => JSON.parse(String(detail)).changes)

test('a manager enters a provider, which is asked before anything is saved', async () => {
  await stubProvider({ issuer })
  const empty = await manager.visitor.get('/manage/sign-in')
  expect(empty.html).toContain('value="http://localhost:8787/sign-in/oidc/callback"')
  const saved = await save({ issuer: `${issuer}/.well-known/openid-configuration`, forOwners: 'yes' })
  expect([saved.status, saved.location]).toEqual([303, '/manage/sign-in?done=saved'])
  expect(await stored()).toMatchObject({ organisation_id: 1, enabled: 1, issuer, for_owners: 1 })
  const { html } = await manager.visitor.get(saved.location ?? '')
  expect(html).toContain('href="/sign-in/oidc/acme?to=')
  expect(html).not.toContain('with &quot;signs')
})

test('the secret is sealed, bound to the organisation, and in no page and no audit row', async () => {
  await stubProvider({ issuer })
  await save()
  const sealed = String((await stored())?.client_secret)
  expect(sealed).not.toContain('secret')
  expect(bindings.keys.open(sealed, 'oidc/1')).toBe(CLIENT.secret)
  expect(bindings.keys.open(sealed, 'oidc/2')).toBeNull()
  await save({ clientSecret: 'quite another' })
  expect((await audited()).map((changes) => changes.at(-1))).toContainEqual({
    field: 'clientSecret',
    before: null,
    after: 'changed',
  })
  expect(JSON.stringify(await inD1('SELECT * FROM audit'))).not.toMatch(/signs|quite another/)
})

test('what was changed is audited, before and after; an empty secret keeps the one that is set', async () => {
  await stubProvider({ issuer })
  await save()
  await save({ clientSecret: '', emailClaim: 'upn' })
  expect((await audited()).at(-1)).toEqual([{ field: 'emailClaim', before: 'email', after: 'upn' }])
  expect(bindings.keys.open(String((await stored())?.client_secret), 'oidc/1')).toBe(CLIENT.secret)
})

describe('refused, with what was typed but the secret', () => {
  test.each<[string, Record<string, unknown>, RegExp]>([
    ['another issuer', { issuer: 'https://other.example' }, /another issuer: https:\/\/other\.example/],
    ['no issuer', { issuer: undefined }, /discovery document/],
    ['an issuer that is no address', { issuer: 'x' }, /discovery document/],
    ['a token endpoint inside a network', { token_endpoint: 'https://10.0.0.8/token' }, /token_endpoint/],
    ['keys inside a network', { jwks_uri: 'http://169.254.169.254/latest' }, /jwks_uri/],
    ['userinfo inside a network', { userinfo_endpoint: 'https://printer.local/' }, /userinfo_endpoint/],
    ['a script as its sign-in page', { authorization_endpoint: 'javascript:x' }, /authorization_endpoint/],
    ['no code flow', { response_types_supported: ['id_token'] }, /response_types_supported/],
    ['no way to show a secret', { token_endpoint_auth_methods_supported: ['none'] }, /client_secret_basic/],
    ['no public keys', { id_token_signing_alg_values_supported: ['HS256', 'none'] }, /RS256/],
    ['far too much', { padding: 'x'.repeat(300_000) }, /larger than/],
  ])('the provider answers with %s', async (_name, metadata, words) => {
    await stubProvider({ issuer, metadata })
    const page = await save({ clientId: 'typed "here"' })
    expect(page.status).toBe(422)
    expect(page.html).toMatch(words)
    expect(page.html).toContain('value="typed &quot;here&quot;"')
    expect(page.html).not.toContain('with &quot;signs')
    expect(await stored()).toBeUndefined()
  })

  test.each<[string, () => Promise<Response>, RegExp]>([
    ['nothing', () => Promise.reject(new TypeError('no connection')), /does not answer/],
    [
      'nothing in time',
      () => Promise.reject(new DOMException('too late', 'TimeoutError')),
      /does not answer/,
    ],
    ['a redirect', async () => Response.redirect('https://10.0.0.8/', 302), /discovery document/],
    ['not found', async () => new Response('no', { status: 404 }), /discovery document/],
    [
      'a page',
      async () => new Response('<p>', { headers: { 'content-type': 'text/html' } }),
      /discovery document/,
    ],
  ])('%s comes back', async (_name, answer, words) => {
    const fetch = vi.spyOn(globalThis, 'fetch').mockImplementation(answer)
    const page = await save()
    expect(page.status).toBe(422)
    expect(page.html).toMatch(words)
    expect(fetch).toHaveBeenCalledTimes(1)
    expect(fetch.mock.calls[0]?.[1]).toMatchObject({ redirect: 'manual', signal: expect.any(AbortSignal) })
  })

  test.each([
    'https://10.0.0.8',
    'https://printer.local',
    'http://login.acme.example',
    'https://acme.example:22',
  ])('nothing is asked at %s', async (address) => {
    const fetch = vi.spyOn(globalThis, 'fetch')
    const page = await save({ issuer: address })
    expect(fetch).not.toHaveBeenCalled()
    expect(page.status).toBe(422)
    expect(page.html).toContain(`value="${address}"`)
  })

  test('nobody learns the secret by naming a provider of their own', async () => {
    await stubProvider({ issuer })
    await save()
    const before = await stored()
    const page = await save({ issuer: 'https://login.evil.example', clientSecret: '' })
    expect(page.status).toBe(422)
    expect(page.html).toContain('id="clientSecret-error"')
    expect(await stored()).toEqual(before)
  })
})

test('a provider that is down can still be switched off', async () => {
  await stubProvider({ issuer })
  await save()
  vi.restoreAllMocks()
  time.start()
  const fetch = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('no connection'))
  const { enabled: _, ...off } = fields({ clientSecret: '' })
  expect((await manager.visitor.post('/manage/sign-in', off)).location).toBe('/manage/sign-in?done=savedOff')
  expect(fetch).not.toHaveBeenCalled()
  expect(await stored()).toMatchObject({ enabled: 0, issuer })
})

test('forgetting who is who asks once, and ends the bindings of this organisation alone', async () => {
  await inD1(
    `INSERT INTO organisations (id, slug, site_id, name, enabled, accent, email_rule, terms_version, phone_required,
       confirmation, created_at, changed_at)
     SELECT 7002, 'initech', '4713', 'Initech', true, accent, '', 1, false, confirmation, 0, 0
     FROM organisations WHERE id = 1`,
  )
  const { id } = manager.account
  await inD1("INSERT INTO account_identities VALUES (1, ?1, 's', ?2, 0), (7002, ?1, 's', ?2, 0)", issuer, id)
  const asked = await manager.visitor.get('/manage/sign-in/forget')
  expect(asked.html).toContain('action="/manage/sign-in/forget"')
  expect((await manager.visitor.post('/manage/sign-in/forget', {})).location).toBe(
    '/manage/sign-in?done=forgotten',
  )
  expect(await inD1('SELECT organisation_id FROM account_identities')).toEqual([{ organisation_id: 7002 }])
  expect((await audited()).at(-1)).toEqual([{ field: 'identities', before: null, after: 'removed' }])
})

test('visitors and owners see none of it', async () => {
  expect((await makeVisitor().get('/manage/sign-in')).location).toMatch(/^\/sign-in/)
  expect((await makeVisitor().post('/manage/sign-in', fields())).location).toMatch(/^\/sign-in/)
  expect(await stored()).toBeUndefined()
})

test('a save asks D1 three times at most, refused or not', async () => {
  await stubProvider({ issuer })
  for (const change of [{}, { issuer: 'x' }]) {
    const trips = watchTrips()
    await save(change)
    expect(trips.count()).toBe(3)
    trips.stop()
  }
})

test('an organisation that never had a provider has none to read', async () => {
  expect(await services.oidcSettings.read(1)).toBeNull()
})
