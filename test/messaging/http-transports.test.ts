import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { readWebhookSecret, verifyWebhook } from '../../src/kernel/webhooks.ts'
import type { Fetcher } from '../../src/messaging/transports/http.ts'
import { makeHttpMailTransport } from '../../src/messaging/transports/http-mail.ts'
import { makeTwilioTransport } from '../../src/messaging/transports/sms-twilio.ts'
import {
  makeSmsBindingTransport,
  makeSmsWebhookTransport,
} from '../../src/messaging/transports/sms-webhook.ts'
import type { Mail, TextMessage } from '../../src/messaging/types.ts'

const NOW = Date.UTC(2050, 10, 20, 12)
const KEY = 're_SENTINEL_key_of_the_provider'
const MAIL: Mail = {
  messageId: 'msg.ref.7',
  to: 'ada@acme.example',
  from: { name: 'Äcme, Inc.', email: 'no-reply@latchkey.example' },
  subject: 'Grüße',
  text: 'Text\n',
  html: '<p>HTML</p>\n',
  locale: 'de',
  images: [{ contentId: 'qr', type: 'image/png', filename: 'qr.png', bytes: Uint8Array.of(1, 2, 250) }],
}
const TEXT: TextMessage = { messageId: 'msg.ref.8', to: '+4930123456', text: 'Grüße\nvon €' }
const SECRET = readWebhookSecret(`whsec_${Buffer.alloc(32, 7).toString('base64')}`) as Uint8Array

const lines: string[] = []
beforeEach(() => {
  lines.length = 0
  for (const level of ['info', 'warn', 'error'] as const)
    vi.spyOn(console, level).mockImplementation((line) => void lines.push(String(line)))
})
afterEach(() => vi.restoreAllMocks())

function answering(status: number, body: unknown = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return vi.fn<Fetcher>(async () => new Response(status === 204 ? null : text, { status }))
}

const mailBy = (fetcher: Fetcher) =>
  makeHttpMailTransport({ url: 'https://mail.example/emails', key: KEY, fetcher })
const twilioBy = (fetcher: Fetcher) =>
  makeTwilioTransport({ url: 'https://sms.example', account: 'AC1', token: KEY, sender: 'Acme', fetcher })
const webhookBy = (fetcher: Fetcher) =>
  makeSmsWebhookTransport({
    url: 'https://hook.example/sms',
    secret: SECRET,
    sender: null,
    fetcher,
    now: () => NOW,
  })

const failed = (reason: string, permanent: boolean) => ({ ok: false, error: { reason, permanent } })

describe('e-mail by HTTP', () => {
  test('is one POST in the documented shape, with our id as the key of a repeat', async () => {
    const fetcher = answering(200, { id: 'provider-1', more: 1 })
    expect(await mailBy(fetcher).send(MAIL)).toEqual({ ok: true, value: { providerId: 'provider-1' } })
    const [url, init] = fetcher.mock.calls[0] ?? []
    expect(url).toBe('https://mail.example/emails')
    expect(init).toMatchObject({ method: 'POST', redirect: 'manual' })
    expect(init?.signal).toBeInstanceOf(AbortSignal)
    expect(init?.headers).toEqual({
      authorization: `Bearer ${KEY}`,
      'content-type': 'application/json',
      'idempotency-key': 'msg.ref.7',
    })
    expect(JSON.parse(String(init?.body))).toEqual({
      from: '"Äcme, Inc." <no-reply@latchkey.example>',
      to: ['ada@acme.example'],
      subject: 'Grüße',
      text: 'Text\n',
      html: '<p>HTML</p>\n',
      headers: {
        'X-Latchkey-Message-ID': 'msg.ref.7',
        'Auto-Submitted': 'auto-generated',
        'Content-Language': 'de',
      },
      attachments: [{ filename: 'qr.png', content: 'AQL6', content_type: 'image/png', content_id: 'qr' }],
    })
  })

  test.each<[number, unknown, string, boolean]>([
    [400, { name: 'validation_error' }, 'malformed', true],
    [422, {}, 'malformed', true],
    [401, { name: 'missing_api_key' }, 'sender_not_ready', false],
    [403, { name: 'invalid_api_key' }, 'sender_not_ready', false],
    [409, { name: 'concurrent_idempotent_requests' }, 'unavailable', false],
    [429, { name: 'daily_quota_exceeded' }, 'over_quota', false],
    [500, '<html>', 'unavailable', false],
    [503, {}, 'unavailable', false],
    [301, {}, 'unavailable', false],
    [307, {}, 'unavailable', false],
  ])('a %i with %j is %s', async (status, body, reason, permanent) => {
    expect(await mailBy(answering(status, body)).send(MAIL)).toEqual(failed(reason, permanent))
  })

  test('the same key with other words was accepted before, and is not sent twice', async () => {
    const sent = await mailBy(answering(409, { name: 'invalid_idempotent_request' })).send(MAIL)
    expect(sent).toEqual({ ok: true, value: { providerId: 'msg.ref.7' } })
  })

  test('an answer without an id, or without end, is an answer', async () => {
    expect(await mailBy(answering(200, 'ok')).send(MAIL)).toMatchObject({
      value: { providerId: 'msg.ref.7' },
    })
    expect(await mailBy(answering(200, { id: 'x\r\ny' })).send(MAIL)).toMatchObject({ ok: true })
    const long = JSON.stringify({ id: 'x', more: 'y'.repeat(100_000) })
    expect(await mailBy(answering(200, long)).send(MAIL)).toMatchObject({
      value: { providerId: 'msg.ref.7' },
    })
  })

  test('a network that fails is a passing fault', async () => {
    const away = vi.fn<Fetcher>(() => Promise.reject(new TypeError(`no route to ${MAIL.to}`)))
    expect(await mailBy(away).send(MAIL)).toEqual(failed('unavailable', false))
    expect(lines.join()).toContain('TypeError')
    expect(lines.join()).not.toContain(MAIL.to)
  })
})

describe('text messages by an API like Twilio’s', () => {
  test('are one form with account, token and sender', async () => {
    const fetcher = answering(201, { sid: 'SM123' })
    expect(await twilioBy(fetcher).send(TEXT)).toEqual({ ok: true, value: { providerId: 'SM123' } })
    const [url, init] = fetcher.mock.calls[0] ?? []
    expect(url).toBe('https://sms.example/2010-04-01/Accounts/AC1/Messages.json')
    expect(init).toMatchObject({ method: 'POST', redirect: 'manual' })
    expect(Object.fromEntries(new URLSearchParams(String(init?.body)))).toEqual({
      To: '+4930123456',
      From: 'Acme',
      Body: 'Grüße\nvon €',
    })
    expect(init?.headers).toMatchObject({ authorization: `Basic ${btoa(`AC1:${KEY}`)}` })
  })

  test.each<[number, unknown, string, boolean]>([
    [400, { code: 21610 }, 'suppressed', true],
    [400, { code: 21408 }, 'not_allowed', true],
    [400, { code: 21211 }, 'rejected', true],
    [400, { code: 21606 }, 'sender_not_ready', false],
    [400, {}, 'rejected', true],
    [401, { code: 20003 }, 'sender_not_ready', false],
    [404, '<html>', 'sender_not_ready', false],
    [429, { code: 20429 }, 'over_quota', false],
    [500, {}, 'unavailable', false],
    [302, {}, 'unavailable', false],
  ])('a %i with %j is %s', async (status, body, reason, permanent) => {
    expect(await twilioBy(answering(status, body)).send(TEXT)).toEqual(failed(reason, permanent))
  })
})

describe('text messages by signed webhook', () => {
  test('can be verified by whoever has the secret, and by nobody after five minutes', async () => {
    const fetcher = answering(202, { id: 'gw-1' })
    expect(await webhookBy(fetcher).send(TEXT)).toEqual({ ok: true, value: { providerId: 'gw-1' } })
    const [url, init] = fetcher.mock.calls[0] ?? []
    expect(url).toBe('https://hook.example/sms')
    expect(init).toMatchObject({ method: 'POST', redirect: 'manual' })
    const body = String(init?.body)
    expect(JSON.parse(body)).toEqual({
      type: 'sms.send',
      timestamp: '2050-11-20T12:00:00Z',
      data: { id: 'msg.ref.8', to: '+4930123456', from: null, text: 'Grüße\nvon €' },
    })
    const sent = init?.headers as Record<string, string>
    const headers = {
      id: sent['webhook-id'] ?? '',
      timestamp: sent['webhook-timestamp'] ?? '',
      signature: sent['webhook-signature'] ?? '',
    }
    expect(headers.id).toBe('msg.ref.8')
    expect(headers.signature).toMatch(/^v1,[A-Za-z0-9+/]{43}=$/)
    const verify = (change: object, now = NOW) =>
      verifyWebhook({ secret: SECRET, headers, body, now, ...change })
    expect(verify({})).toBe(true)
    expect(verify({}, NOW + 301_000)).toBe(false)
    expect(verify({}, NOW - 301_000)).toBe(false)
    expect(verify({ body: `${body} ` })).toBe(false)
    expect(verify({ headers: { ...headers, id: 'msg.ref.9' } })).toBe(false)
    expect(verify({ headers: { ...headers, signature: `v1,x ${headers.signature}` } })).toBe(true)
    expect(verify({ headers: { ...headers, signature: headers.signature.replace('v1', 'v2') } })).toBe(false)
  })

  test.each<[number, string, boolean]>([
    [422, 'rejected', true],
    [400, 'rejected', true],
    [401, 'sender_not_ready', false],
    [410, 'sender_not_ready', false],
    [429, 'over_quota', false],
    [502, 'unavailable', false],
    [308, 'unavailable', false],
  ])('a %i is %s', async (status, reason, permanent) => {
    expect(await webhookBy(answering(status)).send(TEXT)).toEqual(failed(reason, permanent))
  })
})

test('the signature is that of the specification’s own example', async () => {
  const secret = readWebhookSecret('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw') as Uint8Array
  const headers = {
    id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    timestamp: '1614265330',
    signature: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  }
  expect(verifyWebhook({ secret, headers, body: '{"test": 2432232314}', now: 1_614_265_330_000 })).toBe(true)
})

test('a bound Worker takes text messages, and may fail', async () => {
  const send = vi.fn(async () => ({ id: 'own-1' }))
  const transport = makeSmsBindingTransport({ binding: { send }, sender: 'Acme' })
  expect(await transport.send(TEXT)).toEqual({ ok: true, value: { providerId: 'own-1' } })
  expect(send).toHaveBeenCalledWith({ id: 'msg.ref.8', to: TEXT.to, from: 'Acme', text: TEXT.text })
  send.mockRejectedValueOnce(new Error(TEXT.text))
  expect(await transport.send(TEXT)).toEqual(failed('unavailable', false))
})

test('line breaks and control characters reach no provider', async () => {
  const fetcher = answering(200)
  const send = vi.fn(async () => ({ id: 'x' }))
  const malformed = failed('malformed', true)
  for (const change of [{ subject: 'x\r\nBcc: e' }, { to: 'a@b.example\r\nx' }, { to: 'a\u0000@b.example' }])
    expect(await mailBy(fetcher).send({ ...MAIL, ...change })).toEqual(malformed)
  for (const change of [
    { to: '+4930123456\r\n' },
    { text: 'x\r\ny' },
    { text: '' },
    { text: 'x'.repeat(500) },
  ]) {
    expect(await twilioBy(fetcher).send({ ...TEXT, ...change })).toEqual(malformed)
    expect(await webhookBy(fetcher).send({ ...TEXT, ...change })).toEqual(malformed)
    const bound = makeSmsBindingTransport({ binding: { send }, sender: null })
    expect(await bound.send({ ...TEXT, ...change })).toEqual(malformed)
  }
  expect(fetcher).not.toHaveBeenCalled()
  expect(send).not.toHaveBeenCalled()
})

test('no key, address, number or text reaches a log line', async () => {
  const echo = { message: `${MAIL.to} ${TEXT.to} ${TEXT.text} ${KEY}`, name: MAIL.to, code: KEY }
  for (const fetcher of [answering(400, echo), answering(500, echo)]) {
    await mailBy(fetcher).send(MAIL)
    await twilioBy(fetcher).send(TEXT)
    await webhookBy(fetcher).send(TEXT)
  }
  await mailBy(answering(200)).send({ ...MAIL, subject: 'x\ny' })
  await twilioBy(answering(200)).send({ ...TEXT, text: '' })
  expect(lines).toHaveLength(8)
  for (const line of lines)
    for (const secret of [KEY, MAIL.to, TEXT.to, 'Grüße']) expect(line).not.toContain(secret)
})
