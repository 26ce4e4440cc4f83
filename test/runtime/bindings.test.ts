import { describe, expect, test, vi } from 'vitest'
import { checkBindings } from '../../src/runtime/bindings.ts'
import { describeError, log } from '../../src/runtime/logger.ts'

const binding = { prepare() {}, idFromName() {}, send() {}, limit() {} }
const KEY = 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8'
const env = {
  DB: binding,
  PROVISION_SESSION: binding,
  ADDRESS_GATE: binding,
  LINK_REQUEST: binding,
  MESSAGES: binding,
  EMAIL: binding,
  PEOPLE_LIMIT: binding,
  DEVICE_LIMIT: binding,
  BASE_URL: 'https://setup.acme.example',
  MAIL_FROM: 'Acme <no-reply@acme.example>',
  MASTER_KEY: `k1:${KEY}`,
  NAMING_KEY: KEY,
}

describe('bindings are checked at the start', () => {
  test('whole ones pass', () => expect(checkBindings({ ...env }).baseUrl).toBe('https://setup.acme.example'))

  test('a rotation may begin with the same key in both places', () => {
    const keys = (change: object) => checkBindings({ ...env, ...change }).keys
    expect(keys({ MASTER_KEY_PREVIOUS: env.MASTER_KEY })).toMatchObject({ currentId: 'k1', formerId: null })
    expect(keys({ MASTER_KEY_PREVIOUS: env.MASTER_KEY, MASTER_KEY: `k2:${KEY}` })).toMatchObject({
      currentId: 'k2',
      formerId: 'k1',
    })
  })

  test.each(Object.keys(env))('without %s the error names it and the doc, never a value', (key) => {
    const broken = { ...env, [key]: undefined }
    expect(() => checkBindings(broken)).toThrow(new RegExp(`Binding ${key} .*docs/architecture\\.md`))
  })

  test.each([
    ['BASE_URL', 'http://setup.acme.example'],
    ['BASE_URL', 'https://setup.acme.example/x'],
    ['MAIL_FROM', 'no-reply@acme.example'],
    ['MAIL_FROM', 'Acme\r\nBcc: x <a@b.example>'],
    ['MASTER_KEY', `wrong-secret-${KEY}`],
    ['MASTER_KEY_PREVIOUS', `k1:${KEY.toUpperCase()}`],
    ['NAMING_KEY', 'short'],
    ['DB', {}],
  ])('a malformed %s (%j) is refused without being repeated', (key, value) => {
    let message = ''
    try {
      checkBindings({ ...env, [key]: value })
    } catch (error) {
      message = String(error)
    }
    expect(message).toContain(key)
    expect(message).not.toContain(String(value))
  })
})

describe('how messages leave the house', () => {
  const SECRET = `whsec_${Buffer.alloc(32, 1).toString('base64')}`
  const smtp = {
    MAIL_TRANSPORT: 'smtp',
    SMTP_HOST: 'smtp.acme.example',
    SMTP_USER: 'u',
    SMTP_PASSWORD: 'päss',
  }
  const twilio = { SMS_TRANSPORT: 'twilio', SMS_ACCOUNT: 'AC1', SMS_TOKEN: 't0ken', SMS_SENDER: 'Acme' }
  const webhook = {
    SMS_TRANSPORT: 'webhook',
    SMS_URL: 'https://sms.acme.example/in',
    SMS_WEBHOOK_SECRET: SECRET,
  }

  test('is Cloudflare and no text messages where nothing is said', () => {
    expect(checkBindings({ ...env })).toMatchObject({
      mail: { transport: 'cloudflare' },
      sms: { transport: 'none' },
      mailWebhookSecret: null,
    })
  })

  test('an HTTP provider is Resend unless another address is given; EMAIL is not asked for then', () => {
    const http = { ...env, EMAIL: undefined, MAIL_TRANSPORT: 'http', MAIL_HTTP_KEY: 're_1' }
    expect(checkBindings(http).mail).toEqual({
      transport: 'http',
      url: 'https://api.resend.com/emails',
      key: 're_1',
    })
  })

  test.each([
    [undefined, 465, 'implicit'],
    ['465', 465, 'implicit'],
    ['2465', 2465, 'implicit'],
    ['587', 587, 'starttls'],
    ['2525', 2525, 'starttls'],
  ])('SMTP on port %s is %i with %s TLS', (given, port, tls) => {
    expect(checkBindings({ ...env, ...smtp, SMTP_PORT: given }).mail).toMatchObject({ port, tls })
  })

  test('text messages go by an API like Twilio’s, by webhook, or by a bound Worker', () => {
    expect(checkBindings({ ...env, ...twilio }).sms).toMatchObject({ url: 'https://api.twilio.com' })
    expect(checkBindings({ ...env, ...webhook }).sms).toMatchObject({ transport: 'webhook', sender: null })
    const bound = { ...env, SMS_TRANSPORT: 'binding', SMS: binding, SMS_SENDER: '+4930123456' }
    expect(checkBindings(bound).sms).toMatchObject({ transport: 'binding', sender: '+4930123456' })
  })

  test.each<[string, Record<string, unknown>]>([
    ['MAIL_TRANSPORT', { MAIL_TRANSPORT: 'sendmail' }],
    ['MAIL_HTTP_KEY', { MAIL_TRANSPORT: 'http' }],
    ['MAIL_HTTP_KEY', { MAIL_TRANSPORT: 'http', MAIL_HTTP_KEY: 'sentinel\r\nX: y' }],
    [
      'MAIL_HTTP_URL',
      { MAIL_TRANSPORT: 'http', MAIL_HTTP_KEY: 'k', MAIL_HTTP_URL: 'http://a.example/sentinel' },
    ],
    ['SMTP_HOST', { ...smtp, SMTP_HOST: '127.0.0.1' }],
    ['SMTP_HOST', { ...smtp, SMTP_HOST: 'localhost' }],
    ['SMTP_PORT', { ...smtp, SMTP_PORT: '25' }],
    ['SMTP_USER', { ...smtp, SMTP_USER: '' }],
    ['SMTP_PASSWORD', { ...smtp, SMTP_PASSWORD: 'sentinel\r\n' }],
    ['SMS_TRANSPORT', { SMS_TRANSPORT: 'pigeon' }],
    ['SMS_ACCOUNT', { ...twilio, SMS_ACCOUNT: '../sentinel' }],
    ['SMS_TOKEN', { ...twilio, SMS_TOKEN: undefined }],
    ['SMS_SENDER', { ...twilio, SMS_SENDER: undefined }],
    ['SMS_SENDER', { ...twilio, SMS_SENDER: 'Acme Robotics sentinel' }],
    ['SMS_URL', { ...webhook, SMS_URL: undefined }],
    ['SMS_WEBHOOK_SECRET', { ...webhook, SMS_WEBHOOK_SECRET: undefined }],
    ['SMS_WEBHOOK_SECRET', { ...webhook, SMS_WEBHOOK_SECRET: 'whsec_c2VudGluZWw=' }],
    ['SMS', { SMS_TRANSPORT: 'binding' }],
    ['MAIL_WEBHOOK_SECRET', { MAIL_WEBHOOK_SECRET: 'sentinel!' }],
    ...[
      'http://sms.acme.example/',
      'https://localhost/',
      'https://gateway.internal/',
      'https://127.0.0.1/',
      'https://127.1/',
      'https://0x7f000001/',
      'https://2130706433/',
      'https://10.0.0.1/',
      'https://169.254.169.254/',
      'https://192.168.1.1/',
      'https://[::1]/',
      'https://[fd00::1]/',
      'https://[::ffff:10.0.0.1]/',
      'https://user:sentinel@sms.acme.example/',
      'https://sms.acme.example\\@10.0.0.1/',
      'https://sms.acme.example/#sentinel',
      'javascript:sentinel',
    ].map((url): [string, Record<string, unknown>] => ['SMS_URL', { ...webhook, SMS_URL: url }]),
  ])('a malformed or missing %s is refused without being repeated: %j', (key, change) => {
    let message = ''
    try {
      checkBindings({ ...env, ...change })
    } catch (error) {
      message = String(error)
    }
    expect(message).toMatch(new RegExp(`Binding ${key} .*docs/architecture\\.md`))
    expect(message).not.toMatch(/sentinel|whsec_[A-Za-z0-9]/)
  })
})

describe('the log', () => {
  test('is one JSON object a line', () => {
    const info = vi.spyOn(console, 'info').mockImplementation(() => {})
    log('info', 'thing.happened', { count: 1 })
    expect(JSON.parse(String(info.mock.calls[0]?.[0]))).toEqual({
      level: 'info',
      event: 'thing.happened',
      count: 1,
    })
    info.mockRestore()
  })

  test('masks queries and tokens in what an unknown error says', () => {
    const secret = 'A'.repeat(22)
    const text = describeError(new Error(`failed /p/x?k=${secret}&t=short with dev_${secret}.1.${secret}`))
    expect(text).not.toContain(secret)
    expect(text).not.toContain('short')
    expect(text).toContain('failed /p/x?k=…')
  })

  test('leaves out what a query was asked with, and says why it failed', () => {
    const cause = new Error('D1_ERROR: network connection lost')
    const text = describeError(
      new Error('Failed query: select 1 from accounts where address = ?\nparams: 1,ada@acme.example', {
        cause,
      }),
    )
    expect(text).not.toContain('ada@')
    expect(text).toContain('D1_ERROR: network connection lost')
  })
})
