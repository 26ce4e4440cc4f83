import { readdirSync, readFileSync } from 'node:fs'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { makeHumanCheck } from '../../src/challenges/human-check.ts'
import { makeMailTransport, makeSmsTransport } from '../../src/messaging/index.ts'
import type { Mail, TextMessage } from '../../src/messaging/types.ts'
import { makeProviders } from '../../src/organisations/oidc-discovery.ts'
import { checkIssuer } from '../../src/organisations/oidc-rules.ts'
import { checkBindings } from '../../src/runtime/bindings.ts'

/** Every place from which the service calls an address that somebody gave it (fault 22). */

/** Ways to write a host that is inside, or none: numbers in every base, IPv6, names of inner networks. */
const INSIDE = [
  ...['127.0.0.1', '127.1', '2130706433', '0x7f000001', '0177.0.0.1', '017700000001', '0', '10.0.0.8'],
  ...['172.16.0.1', '192.168.1.1', '100.64.0.1', '169.254.169.254', '\u2460\u2461\u2466.0.0.1', '8.8.8.8'],
  ...[
    '[::1]',
    '[::]',
    '[::ffff:127.0.0.1]',
    '[::ffff:a9fe:a9fe]',
    '[fd00::1]',
    '[fe80::1]',
    '[64:ff9b::7f00:1]',
  ],
  ...['localhost', 'LOCALHOST', 'localhost.', 'x.localhost', 'printer', 'printer.local', 'router.home.arpa'],
  ...[
    'metadata.google.internal',
    'wiki.corp',
    'nas.lan',
    'wiki.intranet',
    'db.private',
    '1.0.0.127.in-addr.arpa',
  ],
  ...['%6c%6f%63alhost', '\u24db\u24de\u24d2\u24d0\u24db\u24d7\u24de\u24e2\u24e3'],
]
const PUBLIC = 'hooks.acme.example'
const METADATA = 'http://169.254.169.254/latest/meta-data/'

const binding = { prepare() {}, idFromName() {}, send() {}, limit() {} }
const SECRET = `whsec_${Buffer.alloc(32, 1).toString('base64')}`
const KEY = 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8'
const names = ['DB', 'PROVISION_SESSION', 'ADDRESS_GATE', 'LINK_REQUEST', 'MESSAGES', 'EMAIL', 'PEOPLE_LIMIT']
const env = {
  ...Object.fromEntries([...names, 'DEVICE_LIMIT'].map((name) => [name, binding])),
  ...{ BASE_URL: 'https://setup.acme.example', MAIL_FROM: 'Acme <no-reply@acme.example>' },
  ...{ MASTER_KEY: `k1:${KEY}`, NAMING_KEY: KEY },
}
const http = (url: string) => ({ ...env, MAIL_TRANSPORT: 'http', MAIL_HTTP_KEY: 'k', MAIL_HTTP_URL: url })
const smtp = (host: string) => ({
  ...{ ...env, MAIL_TRANSPORT: 'smtp', SMTP_HOST: host, SMTP_USER: 'u', SMTP_PASSWORD: 'p' },
})
const twilio = (url: string) => ({
  ...{
    ...env,
    SMS_TRANSPORT: 'twilio',
    SMS_URL: url,
    SMS_ACCOUNT: 'AC1',
    SMS_TOKEN: 't',
    SMS_SENDER: 'Acme',
  },
})
const webhook = (url: string) => ({
  ...{ ...env, SMS_TRANSPORT: 'webhook', SMS_URL: url, SMS_WEBHOOK_SECRET: SECRET },
})
const starts = (settings: object) => {
  checkBindings(settings)
  return true
}

/** Each setting that names an address, as it is saved: whether it is taken. Throws for the deployment's own. */
const SAVED: Record<string, (host: string) => boolean> = {
  'an identity provider': (host) => checkIssuer(`https://${host}/realm`, false).ok,
  'the HTTP provider of e-mail': (host) => starts(http(`https://${host}/emails`)),
  'the server of e-mail': (host) => starts(smtp(host)),
  'the provider of text messages': (host) => starts(twilio(`https://${host}/`)),
  'the webhook of text messages': (host) => starts(webhook(`https://${host}/sms`)),
}

const MAIL: Mail = {
  ...{ messageId: 'm', to: 'ada@acme.example', from: { name: 'Acme', email: 'no-reply@acme.example' } },
  ...{ subject: 's', text: 't', html: 'h', locale: 'en', images: [] },
}
const TEXT: TextMessage = { messageId: 'm', to: '+4930123456', text: 't' }
const providers = () => makeProviders('https://setup.acme.example')

/** Each place that calls out, as it calls: whether it took what came back for an answer. */
const CALLED: Record<string, () => Promise<boolean>> = {
  'an identity provider': async () => (await providers().discover(`https://${PUBLIC}`)).ok,
  'the HTTP provider of e-mail': async () =>
    (await makeMailTransport(checkBindings(http(`https://${PUBLIC}/`))).send(MAIL)).ok,
  'the provider of text messages': async () =>
    (await makeSmsTransport(checkBindings(twilio(`https://${PUBLIC}/`))).send(TEXT)).ok,
  'the webhook of text messages': async () =>
    (await makeSmsTransport(checkBindings(webhook(`https://${PUBLIC}/`))).send(TEXT)).ok,
}

function answering(status: number, body: string | null = null, headers: Record<string, string> = {}) {
  return vi.spyOn(globalThis, 'fetch').mockImplementation(async () => new Response(body, { status, headers }))
}
afterEach(() => vi.restoreAllMocks())

describe('an address that leads inside', () => {
  test.each(Object.entries(SAVED))(
    'is refused when it is saved for %s, however it is written',
    (_name, save) => {
      expect(save(PUBLIC)).toBe(true)
      for (const host of INSIDE) {
        let taken = false
        try {
          taken = save(host)
        } catch (error) {
          expect(String(error)).toMatch(/must be/)
        }
        expect(taken, host).toBe(false)
      }
    },
  )

  test('is not called for signing in, though it stands in D1 or in the document of a public one', async () => {
    const asked = answering(200, '{}')
    for (const host of INSIDE.filter((one) => URL.canParse(`https://${one}`)))
      expect((await providers().discover(`https://${host}`)).ok, host).toBe(false)
    expect(asked).not.toHaveBeenCalled()
    for (const endpoint of ['token_endpoint', 'jwks_uri', 'userinfo_endpoint', 'authorization_endpoint']) {
      const document: Record<string, string> = { issuer: `https://${PUBLIC}` }
      for (const name of ['authorization_endpoint', 'token_endpoint', 'jwks_uri'])
        document[name] = `https://${PUBLIC}/${name}`
      document[endpoint] = 'https://169.254.169.254/'
      answering(200, JSON.stringify(document), { 'content-type': 'application/json' })
      expect(await providers().discover(`https://${PUBLIC}`)).toEqual({
        ok: false,
        error: { code: 'incomplete', detail: endpoint },
      })
    }
  })
})

describe.each(Object.entries(CALLED))('%s that redirects', (_name, callOut) => {
  test.each([301, 302, 303, 307, 308])('with %i is not followed, and has not answered', async (status) => {
    for (const level of ['info', 'warn', 'error'] as const) vi.spyOn(console, level).mockReturnValue()
    const asked = answering(status, null, { location: METADATA })
    expect(await callOut()).toBe(false)
    expect(asked).toHaveBeenCalledTimes(1)
    expect(String(asked.mock.calls[0]?.[0])).toMatch(new RegExp(`^https://${PUBLIC}(/|$)`))
    expect(asked.mock.calls[0]?.[1]).toMatchObject({ redirect: 'manual' })
  })
})

test('the human check asks one address of its own, and follows no redirect', async () => {
  vi.spyOn(console, 'warn').mockReturnValue()
  const asked = vi.fn(async () => new Response(null, { status: 302, headers: { location: METADATA } }))
  const check = makeHumanCheck({
    settings: { siteKey: 'k', secret: 's', mode: 'always', hostname: 'setup.acme.example' },
    fetch: asked,
    makeKey: () => 'key',
  })
  expect(await check.verify('x'.repeat(40), 'setup')).toBe('unreachable')
  expect(asked).toHaveBeenCalled()
  for (const [url, init] of asked.mock.calls as unknown as [string, RequestInit][]) {
    expect(url).toMatch(/^https:\/\/challenges\.cloudflare\.com\//)
    expect(init.redirect).toBe('manual')
  }
})

test('nothing else in the service calls out: the module for derived credentials is visited by browsers only', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
    (path) => /\.tsx?$/.test(path) && !/^(tools|local|web\/client)\b/.test(path),
  )
  const calls = files.filter((path) =>
    /(?<![.\w])fetch\((?!request|\s)|(import\(|from )'cloudflare:sockets'/.test(
      readFileSync(`src/${path}`, 'utf8'),
    ),
  )
  expect(calls.sort()).toEqual([
    'challenges/human-check.ts',
    'messaging/transports/index.ts',
    'messaging/transports/socket.ts',
    'organisations/oidc-discovery.ts',
    'wiring.ts',
  ])
})
