import { describe, expect, test } from 'vitest'
import {
  checkIssuer,
  checkOidcForm,
  isAllowedAddress,
  type OidcForm,
} from '../../src/organisations/oidc-rules.ts'

describe('an issuer is https at a public name', () => {
  test.each([
    'https://login.acme.example',
    'https://login.acme.example/',
    'https://login.acme.example/realms/staff',
    'https://login.microsoftonline.com/0f0e0d0c-0b0a-0908-0706-050403020100/v2.0',
    'https://accounts.google.com',
    'https://m\u00fcnchen.example',
    'https://login.acme.example:443/realms/staff',
  ])('%s', (issuer) => {
    expect(checkIssuer(issuer, false)).toEqual({ ok: true, value: issuer })
  })

  test('spaces around it and the path of the discovery document are taken off', () => {
    expect(checkIssuer(' https://login.acme.example/x/.well-known/openid-configuration\n', false)).toEqual({
      ok: true,
      value: 'https://login.acme.example/x',
    })
  })

  test.each([
    ['', 'missing'],
    [`https://acme.example/${'a'.repeat(300)}`, 'too_long'],
    ['login.acme.example', 'not_a_url'],
    ['https://', 'not_a_url'],
    ['https://login.acme.example/a b', 'not_a_url'],
    ['https://login.acme.example\\@127.0.0.1/', 'not_a_url'],
    ['https://login.acme\t.example', 'not_a_url'],
    ['https://[::1', 'not_a_url'],
    ['http://login.acme.example', 'not_https'],
    ['ftp://login.acme.example', 'not_https'],
    ['file:///etc/passwd', 'not_https'],
    ['javascript:alert(1)', 'not_https'],
    ['data:text/plain,x', 'not_https'],
    ['https://login.acme.example?x=1', 'with_extras'],
    ['https://login.acme.example/?', 'with_extras'],
    ['https://login.acme.example/#x', 'with_extras'],
    ['https://user@login.acme.example', 'with_extras'],
    ['https://user:secret@login.acme.example', 'with_extras'],
    ['https://login.acme.example@127.0.0.1', 'with_extras'],
    ['https://login.acme.example:8443', 'with_port'],
    ['https://login.acme.example:22', 'with_port'],
  ])('%j is refused: %s', (issuer, problem) => {
    expect(checkIssuer(issuer, false)).toEqual({ ok: false, error: problem })
  })

  test.each([
    '127.0.0.1',
    '127.1',
    '2130706433',
    '0x7f000001',
    '0x7f.1',
    '017700000001',
    '0177.0.0.1',
    '\u2460\u2461\u2466.0.0.1',
    '10.0.0.8',
    '169.254.169.254',
    '192.168.1.1',
    '100.64.0.1',
    '8.8.8.8',
    '0',
    '[::1]',
    '[::]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[fd00::1]',
    '[fe80::1]',
    '[2001:db8::1]',
    'localhost',
    'LOCALHOST',
    'localhost.',
    'foo.localhost',
    'printer',
    'printer.local',
    'printer.local.',
    'metadata.google.internal',
    'wiki.corp',
    'nas.lan',
    'router.home',
    'router.home.arpa',
    '1.0.0.127.in-addr.arpa',
    'wiki.intranet',
    'db.private',
    'x.localdomain',
    'x.onion',
    'x.invalid',
    'login.acme.example.',
    'login..acme.example',
    '-login.acme.example',
    'login_.acme.example',
    'login.acme.123',
    'login.acme.0x7f',
    '%6c%6f%63alhost',
    '\u24db\u24de\u24d2\u24d0\u24db\u24d7\u24de\u24e2\u24e3',
  ])('%s is no public name', (host) => {
    const checked = checkIssuer(`https://${host}`, false)
    expect(checked.ok ? host : checked.error).toMatch(/^(not_public|not_a_url)$/)
  })

  test('a provider on the same laptop is reached, and only from there', () => {
    for (const issuer of ['http://localhost:4000', 'http://127.0.0.1:4000/oidc', 'https://[::1]:4000']) {
      expect(checkIssuer(issuer, true).ok).toBe(true)
      expect(checkIssuer(issuer, false).ok).toBe(false)
    }
    for (const issuer of ['http://10.0.0.8:4000', 'http://login.acme.example', 'https://printer.local'])
      expect(checkIssuer(issuer, true).ok).toBe(false)
  })
})

test.each([undefined, 7, '', '/token', 'javascript:alert(1)', 'https://10.0.0.8/token', 'http://a.example/'])(
  'an endpoint that the provider names is held to the same rule: %j',
  (endpoint) => {
    expect(isAllowedAddress(endpoint, false)).toBe(false)
  },
)

describe('the form', () => {
  const form: OidcForm = {
    enabled: true,
    issuer: 'https://login.acme.example',
    clientId: 'latchkey',
    clientSecret: '',
    emailClaim: 'email',
    forOwners: false,
  }
  const before = { issuer: 'https://login.acme.example/', clientId: 'latchkey' }

  test('an empty secret keeps the one that is set', () => {
    expect(checkOidcForm(form, before, false)).toEqual({ ok: true, value: form })
  })

  test('a secret is needed the first time', () => {
    const checked = checkOidcForm(form, null, false)
    expect(!checked.ok && checked.error.fields).toEqual({ clientSecret: { code: 'missing' } })
  })

  test.each<[string, Partial<OidcForm>]>([
    ['another issuer', { issuer: 'https://login.evil.example' }],
    ['another client', { clientId: 'evil' }],
  ])('nobody learns the secret by naming %s: it has to be entered again', (_name, change) => {
    const checked = checkOidcForm({ ...form, ...change }, before, false)
    expect(!checked.ok && checked.error.fields).toEqual({ clientSecret: { code: 'missing' } })
    expect(checkOidcForm({ ...form, ...change, clientSecret: 'x' }, before, false).ok).toBe(true)
  })

  test('everything that is wrong is told at once', () => {
    const checked = checkOidcForm(
      { ...form, issuer: '', clientId: ' ', clientSecret: 'ü', emailClaim: 'e mail' },
      null,
      false,
    )
    expect(checked).toEqual({
      ok: false,
      error: {
        issuer: 'missing',
        fields: {
          clientId: { code: 'missing' },
          clientSecret: { code: 'not_text' },
          emailClaim: { code: 'not_accepted' },
        },
      },
    })
  })

  test('an empty claim is the usual one', () => {
    const checked = checkOidcForm({ ...form, emailClaim: ' ' }, before, false)
    expect(checked.ok && checked.value.emailClaim).toBe('email')
  })
})
