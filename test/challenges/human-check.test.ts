import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { makeHumanCheck } from '../../src/challenges/index.ts'
import { readTurnstileSettings } from '../../src/runtime/turnstile-settings.ts'

// Cloudflare's published test keys.
const SITE_KEY = '1x00000000000000000000AA'
const PASSES = '1x0000000000000000000000000000000AA'
const DUMMY = 'XXXX.DUMMY.TOKEN.XXXX'
const REAL = '0x4AAAAAAAtestsecretsecretsecret1'
const BASE = 'https://setup.acme.example'

const settings = readTurnstileSettings({ TURNSTILE_SITE_KEY: SITE_KEY, TURNSTILE_SECRET: REAL }, BASE)
const asked: { url: string; body: Record<string, string> }[] = []

/** A check whose siteverify answers these, one after the other. */
function checkWith(answers: (unknown | (() => Promise<never>))[], own = settings) {
  return makeHumanCheck({
    settings: own,
    makeKey: () => '6f7c1f0e-5a0b-4a63-9d2b-2f8f2ad1b111',
    async fetch(url, init) {
      asked.push({ url, body: JSON.parse(String(init.body)) })
      const answer = answers[Math.min(asked.length, answers.length) - 1]
      return typeof answer === 'function' ? answer() : Response.json(answer)
    },
  })
}

const timeout = () => Promise.reject(new DOMException('The operation timed out', 'TimeoutError'))
const good = { success: true, hostname: 'setup.acme.example', action: 'setup', 'error-codes': [] }

beforeEach(() => {
  asked.length = 0
  for (const level of ['warn', 'error'] as const) vi.spyOn(console, level).mockImplementation(() => {})
})
afterEach(() => vi.restoreAllMocks())

describe('a token of the widget', () => {
  test('passes when Cloudflare says so, for this host and this page', async () => {
    expect(await checkWith([good]).verify('token', 'setup')).toBe('passed')
    expect(asked).toEqual([
      {
        url: 'https://challenges.cloudflare.com/turnstile/v0/siteverify',
        body: { secret: REAL, response: 'token', idempotency_key: '6f7c1f0e-5a0b-4a63-9d2b-2f8f2ad1b111' },
      },
    ])
  })

  test.each([
    ['made up', { success: false, 'error-codes': ['invalid-input-response'] }],
    ['too old, or used before', { success: false, 'error-codes': ['timeout-or-duplicate'] }],
    ['made to look malformed', { success: false, 'error-codes': ['bad-request'] }],
    ['of another host', { ...good, hostname: 'evil.example' }],
    ['of another page', { ...good, action: 'sign-in' }],
    ['of a widget that was told nothing', { success: true, hostname: 'setup.acme.example' }],
  ])('that is %s fails, and is asked about once', async (_what, answer) => {
    expect(await checkWith([answer]).verify('token', 'setup')).toBe('failed')
    expect(asked).toHaveLength(1)
  })

  test('longer than any token, or with signs that none has, is not even asked about', async () => {
    for (const token of ['x'.repeat(2049), "<script>alert('1')</script>", '../etc/passwd\0'])
      expect(await checkWith([good]).verify(token, 'setup')).toBe('failed')
    expect(asked).toHaveLength(0)
  })

  test('survives one lost answer: the same validation is asked for again by its key', async () => {
    expect(await checkWith([timeout, good]).verify('token', 'setup')).toBe('passed')
    expect(asked.map(({ body }) => body.idempotency_key)).toEqual([
      asked[0]?.body.idempotency_key,
      asked[0]?.body.idempotency_key,
    ])
  })

  test.each([
    ['no answer in time', timeout],
    ['an answer that is none', { ok: true }],
    ['a fault of theirs', { success: false, 'error-codes': ['internal-error'] }],
    ['our own secret refused', { success: false, 'error-codes': ['invalid-input-secret'] }],
  ])(
    'brings %s: nothing was said, and neither token nor secret reaches a log line',
    async (_what, answer) => {
      expect(await checkWith([answer]).verify('secret-token-of-somebody', 'setup')).toBe('unreachable')
      const lines = [console.warn, console.error].flatMap((spy) =>
        vi.mocked(spy).mock.calls.flat().map(String),
      )
      expect(lines.length).toBeGreaterThan(0)
      expect(lines.join('\n')).not.toMatch(/secret-token-of-somebody|0x4AAAA/)
    },
  )
})

describe('the keys', () => {
  const read = (env: Record<string, string>, base = BASE) => readTurnstileSettings(env, base)

  test('none: there is no check', () => expect(read({})).toBeNull())

  test('Cloudflare’s test keys work on a laptop, where no host is known to them', async () => {
    const local = read({ TURNSTILE_SITE_KEY: SITE_KEY, TURNSTILE_SECRET: PASSES }, 'http://localhost:8787')
    expect(local).toMatchObject({ mode: 'limits', hostname: null })
    const answer = { success: true, hostname: 'example.com', 'error-codes': [] }
    expect(await checkWith([answer], local).verify(DUMMY, 'setup')).toBe('passed')
  })

  test.each([
    [
      'a test key in the open',
      { TURNSTILE_SITE_KEY: SITE_KEY, TURNSTILE_SECRET: PASSES },
      'TURNSTILE_SECRET',
    ],
    ['one key without the other', { TURNSTILE_SITE_KEY: SITE_KEY }, 'TURNSTILE_SECRET'],
    ['the secret alone', { TURNSTILE_SECRET: REAL }, 'TURNSTILE_SITE_KEY'],
    ['an unknown mode', { TURNSTILE_MODE: 'sometimes' }, 'TURNSTILE_MODE'],
  ])('%s is refused at the start', (_what, env, key) => {
    expect(() => read(env as unknown as Record<string, string>)).toThrow(new RegExp(`Binding ${key} `))
  })
})
