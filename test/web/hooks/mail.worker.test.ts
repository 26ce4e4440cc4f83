import { env, exports } from 'cloudflare:workers'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { makeApp } from '../../../src/app.ts'
import { readWebhookSecret, signWebhook } from '../../../src/kernel/webhooks.ts'
import { routeTable } from '../../../src/web/http/routes.ts'
import { BASE, bindings, inD1, makePerson, NOON, seedWorld, time } from '../../support/world.ts'

const TEXT = `whsec_${Buffer.alloc(32, 9).toString('base64')}`
const secret = readWebhookSecret(TEXT) as Uint8Array
const app = makeApp({ ...env, MAIL_WEBHOOK_SECRET: TEXT })

beforeEach(async () => {
  time.start()
  for (const level of ['info', 'warn', 'error'] as const) vi.spyOn(console, level).mockReturnValue()
  await bindings.db.exec('DELETE FROM messages')
  await bindings.db.exec('DELETE FROM audit')
})
afterEach(() => vi.restoreAllMocks())

async function put(state: string, providerId: string | null, id = 'msg.ref.7') {
  await bindings.db
    .prepare(
      `INSERT INTO messages (id, organisation_id, account_id, kind, channel, recipient, locale, payload, state, created_at, queued_at, changed_at, sent_at, provider_id, invitation_id)
       VALUES (?, 1, 'acc_1', 'invitation', 'email', 'ada@acme.example', 'en', '{}', ?, 1, 1, 1, 2, ?, 'inv_1')`,
    )
    .bind(id, state, providerId)
    .run()
}

type Options = {
  body?: string
  at?: number
  headers?: Record<string, string>
  key?: Uint8Array
  prefix?: string
}

function post(json: unknown, options: Options = {}) {
  const body = options.body ?? JSON.stringify(json)
  const signed = signWebhook({
    secret: options.key ?? secret,
    id: 'wh_1',
    body,
    now: options.at ?? time.now(),
  })
  const { prefix = 'webhook' } = options
  return app.request(`${BASE}/hooks/mail`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      [`${prefix}-id`]: signed.id,
      [`${prefix}-timestamp`]: signed.timestamp,
      [`${prefix}-signature`]: signed.signature,
      ...options.headers,
    },
    body,
  })
}

const rows = () => inD1('SELECT id, state, last_error FROM messages ORDER BY id')
const audited = () =>
  inD1("SELECT account_id, actor_kind, detail FROM audit WHERE action = 'message.bounced'")
const FAILED = [{ id: 'msg.ref.7', state: 'failed', last_error: 'bounced' }]

describe('a message that came back', () => {
  test.each([
    ['by the provider’s id', { type: 'bounced', provider_id: 'prov-1' }],
    ['by our id', { type: 'bounced', message_id: 'msg.ref.7' }],
    ['by our Message-ID', { type: 'bounced', message_id: '<msg.ref.7@latchkey.example>' }],
    ['with fields that nobody knows', { type: 'bounced', provider_id: 'prov-1', reason: 'full', more: [{}] }],
    [
      'as Resend says it',
      { type: 'email.bounced', created_at: 'x', data: { email_id: 'prov-1', to: ['a'] } },
    ],
  ])('%s is failed, and stands in the audit', async (_how, body) => {
    await put('sent', 'prov-1')
    await put('sent', 'prov-2', 'msg.ref.8')
    const answer = await post(body)
    expect([answer.status, await answer.text()]).toEqual([204, ''])
    expect(await rows()).toEqual([...FAILED, { id: 'msg.ref.8', state: 'sent', last_error: null }])
    const [entry, ...more] = await audited()
    expect(more).toEqual([])
    expect(entry).toMatchObject({ account_id: 'acc_1', actor_kind: 'system' })
    expect(JSON.parse(String(entry?.detail))).toMatchObject({
      kind: 'invitation',
      recipient: 'ada@acme.example',
      reason: 'bounced',
    })
  })

  test('told ten times, at once and later, is told once', async () => {
    await put('sent', 'prov-1')
    const bounce = { type: 'bounced', provider_id: 'prov-1' }
    const answers = await Promise.all(Array.from({ length: 5 }, () => post(bounce)))
    for (let index = 0; index < 5; index += 1) answers.push(await post({ ...bounce, type: 'complained' }))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([204]))
    expect(await rows()).toEqual(FAILED)
    expect(await audited()).toHaveLength(1)
  })

  test('a complaint is noted as one', async () => {
    await put('sent', 'prov-1')
    await post({ type: 'complained', provider_id: 'prov-1' })
    expect(await rows()).toMatchObject([{ state: 'failed', last_error: 'complained' }])
  })

  test('before we noted that it went is failed too', async () => {
    await put('queued', null)
    await post({ type: 'bounced', message_id: '<msg.ref.7@latchkey.example>' })
    expect(await rows()).toEqual(FAILED)
  })

  test('and is being sent again is left alone by the former bounce', async () => {
    await put('queued', 'prov-1')
    await post({ type: 'bounced', provider_id: 'prov-1' })
    await post({ type: 'bounced', message_id: 'msg.ref.7' })
    expect(await rows()).toMatchObject([{ state: 'queued' }])
    await bindings.db.exec(
      "UPDATE messages SET state = 'sent', provider_id = 'msg.ref.7~abcdefgh@latchkey.example'",
    )
    await post({ type: 'bounced', message_id: '<msg.ref.7@latchkey.example>' })
    expect(await rows()).toMatchObject([{ state: 'sent' }])
    await post({ type: 'bounced', message_id: '<msg.ref.7~abcdefgh@latchkey.example>' })
    expect(await rows()).toEqual(FAILED)
  })

  test.each(['failed', 'obsolete'])('and was %s already stays so', async (state) => {
    await put(state, 'prov-1')
    expect((await post({ type: 'bounced', provider_id: 'prov-1' })).status).toBe(204)
    expect(await rows()).toMatchObject([{ state, last_error: null }])
    expect(await audited()).toEqual([])
  })

  test('makes the delivery of its invitation failed, with the reason', async () => {
    await seedWorld()
    const { account } = await makePerson()
    await bindings.db
      .prepare(
        `INSERT INTO invitations (id, organisation_id, account_id, ref, rev, state, channel, recipient, created_at, created_by, devices, slot_device_id, delivery, changed_at)
         VALUES ('inv_1', 1, ?, 'ref', 1, 'issued', 'email', 'ada@acme.example', 1, 'x', 0, 'dev_1', 'sent', 1)`,
      )
      .bind(account.id)
      .run()
    await put('sent', 'prov-1')
    expect(await inD1('SELECT status FROM invitations')).toEqual([{ status: 'sending' }])
    await post({ type: 'bounced', provider_id: 'prov-1' })
    expect(await inD1('SELECT status, delivery, delivery_reason, changed_at FROM invitations')).toEqual([
      { status: 'delivery_failed', delivery: 'failed', delivery_reason: 'bounced', changed_at: NOON },
    ])
  })
})

test('what concerns no message of ours is answered like any other', async () => {
  await put('sent', 'prov-1')
  for (const body of [
    { type: 'bounced', provider_id: 'prov-9' },
    { type: 'bounced', message_id: 'chl_AAAA' },
    { type: 'delivered', provider_id: 'prov-1' },
    { type: 'email.opened', data: { email_id: 'prov-1' } },
  ])
    expect((await post(body)).status).toBe(204)
  expect(await rows()).toMatchObject([{ state: 'sent' }])
})

describe('nobody without the secret can end a message', () => {
  const bounce = { type: 'bounced', provider_id: 'prov-1' }
  test.each<[string, Options]>([
    ['unsigned', { headers: { 'webhook-signature': '' } }],
    ['signed by another key', { key: Buffer.alloc(32, 8) }],
    ['signed for another id', { headers: { 'webhook-id': 'wh_2' } }],
    ['signed for another time', { headers: { 'webhook-timestamp': String(NOON / 1000 + 1) } }],
    ['without a time', { headers: { 'webhook-timestamp': '' } }],
    ['with a time that is none', { headers: { 'webhook-timestamp': '1e3' } }],
    ['older than five minutes', { at: NOON - 301_000 }],
    ['from the future', { at: NOON + 301_000 }],
    ['without an id', { headers: { 'webhook-id': '' } }],
  ])('%s', async (_how, options) => {
    await put('sent', 'prov-1')
    const answer = await post(bounce, options)
    expect(answer.status).toBe(401)
    expect(await answer.json()).toMatchObject({ code: 'invalid_signature' })
    expect(await rows()).toMatchObject([{ state: 'sent' }])
  })

  test('one good signature among several is enough, and svix is the old name of the headers', async () => {
    await put('sent', 'prov-1')
    expect((await post(bounce, { prefix: 'svix' })).status).toBe(204)
    expect(await rows()).toEqual(FAILED)
  })
})

test.each([
  ['', 400],
  ['[]', 400],
  ['null', 400],
  ['{"type":"bounced"}', 400],
  ['{"type":"bounced","message_id":"x y\\r\\nz"}', 400],
  ['{"type":"bounced","provider_id":7}', 400],
  ['{"type":"email.bounced","data":{}}', 400],
])('a signed body of %j is not understood', async (body, status) => {
  expect((await post(null, { body })).status).toBe(status)
})

test('a body that is too large is refused before it is read, as JSON', async () => {
  const answer = await post(null, { body: 'x'.repeat(70_000) })
  expect(answer.status).toBe(413)
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
})

test('without a secret the address does not exist, whatever comes', async () => {
  const answer = await exports.default.fetch(`${BASE}/hooks/mail`, {
    method: 'POST',
    headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    body: '{"type":"bounced","provider_id":"prov-1"}',
  })
  expect(answer.status).toBe(404)
  expect(routeTable).toContainEqual({ method: 'POST', path: '/hooks/mail', access: 'device' })
})

test('a browser of another site is not asked for its origin: what counts is the signature', async () => {
  await put('sent', 'prov-1')
  const headers = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
  expect((await post({ type: 'bounced', provider_id: 'prov-1' }, { headers })).status).toBe(204)
})
