import { createServer, type IncomingHttpHeaders } from 'node:http'
import { decodeJwt } from 'jose'
import { afterEach, expect, test } from 'vitest'
import { createDevice } from '../../src/tools/device/client.ts'

type Seen = { method: string; path: string; headers: IncomingHttpHeaders; body: unknown }
type Reply = { status: number; body?: unknown; headers?: Record<string, string> }

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

/** A service that answers what a test tells it to, in order, and keeps what it was asked. */
async function serve(...replies: ((seen: Seen) => Reply)[]): Promise<{ baseUrl: string; seen: Seen[] }> {
  const seen: Seen[] = []
  const server = createServer(async (request, response) => {
    let text = ''
    for await (const chunk of request) text += chunk
    const call = {
      method: request.method ?? '',
      path: request.url ?? '',
      headers: request.headers,
      body: text ? JSON.parse(text) : null,
    }
    seen.push(call)
    const reply = replies[seen.length - 1]?.(call) ?? { status: 599 }
    response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers })
    response.end(reply.body === undefined ? '' : JSON.stringify(reply.body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => server.close())
  return { baseUrl: `http://127.0.0.1:${(server.address() as { port: number }).port}`, seen }
}

function redeemed(type: 'DPoP' | 'Bearer') {
  return ({ headers }: Seen): Reply => ({
    status: 201,
    body: {
      device: { id: 'dev_1', status: 'pending', platform: 'agent', ownership: 'personal' },
      credential: { token: 'dev_1.1.t', token_type: type },
      configuration_url: `http://${headers.host}/device/v1/configuration`,
      check_in: { url: `http://${headers.host}/device/v1/check-in`, interval_seconds: 60 },
    },
  })
}

test('with a key: a proof at redeem, proof and token after it', async () => {
  const checkedIn = () => ({ status: 200, body: { status: 'active', interval_seconds: 3600 } })
  const { baseUrl, seen } = await serve(redeemed('DPoP'), checkedIn)
  const device = await createDevice({ baseUrl, holder: 'dpop' })
  await device.redeem({ code: 'ref.secret', device: { name: 'Toaster' } })
  await device.checkIn({ os_version: '2' })

  const [first, second] = seen
  expect(first).toMatchObject({ method: 'POST', path: '/device/v1/redeem' })
  expect(first?.body).toEqual({ code: 'ref.secret', device: { name: 'Toaster' } })
  expect(first?.headers.authorization).toBeUndefined()
  expect(first?.headers['idempotency-key']).toBeUndefined()
  expect(decodeJwt(String(first?.headers.dpop))).toMatchObject({
    htm: 'POST',
    htu: `${baseUrl}/device/v1/redeem`,
  })
  expect(second?.headers.authorization).toBe('DPoP dev_1.1.t')
  expect(second?.body).toEqual({ facts: { os_version: '2' }, permissions: {} })
  expect(decodeJwt(String(second?.headers.dpop)).ath).toBeTruthy()
  expect(device.state.claim?.intervalSeconds).toBe(3600)
})

test('with an idempotency key: the same key again at a retry, a bearer token after it', async () => {
  const busy = () => ({ status: 503, body: { code: 'temporarily_unavailable' } })
  const { baseUrl, seen } = await serve(busy, redeemed('Bearer'), () => ({ status: 200, body: {} }))
  const device = await createDevice({ baseUrl, holder: 'idempotency' })
  expect((await device.redeem({ code: 'ref.secret' })).status).toBe(503)
  expect((await device.redeem({ code: 'ref.secret' })).status).toBe(201)
  await device.configuration()

  const keys = seen.map(({ headers }) => headers['idempotency-key'])
  expect(keys[0]).toMatch(/^[A-Za-z0-9_-]{22}$/)
  expect(keys[1]).toBe(keys[0])
  expect(keys[2]).toBeUndefined()
  expect(seen[2]?.headers).toMatchObject({ authorization: 'Bearer dev_1.1.t' })
  expect(seen[2]?.headers.dpop).toBeUndefined()
})

test('a device whose clock is wrong works with the nonce that the service offers', async () => {
  const askForNonce = () => ({
    status: 400,
    body: { code: 'use_dpop_nonce' },
    headers: { 'dpop-nonce': 'nonce-1' },
  })
  const { baseUrl, seen } = await serve(askForNonce, redeemed('DPoP'))
  const device = await createDevice({ baseUrl, holder: 'dpop', clockOffset: -86_400 })
  expect((await device.redeem({ code: 'ref.secret' })).status).toBe(201)
  expect(seen.map(({ headers }) => decodeJwt(String(headers.dpop)).nonce)).toEqual([undefined, 'nonce-1'])
})

test('a refusal comes back as it is and leaves the device without a claim', async () => {
  const { baseUrl } = await serve(() => ({ status: 403, body: { code: 'invalid_provision_code' } }))
  const device = await createDevice({ baseUrl, holder: 'dpop' })
  expect(await device.redeem({ code: 'ref.wrong' })).toMatchObject({
    status: 403,
    body: { code: 'invalid_provision_code' },
  })
  expect(device.state.claim).toBeNull()
  await expect(device.checkIn()).rejects.toThrow('redeemed nothing')
})

test('an unchanged configuration is asked for by its ETag', async () => {
  const configured = () => ({ status: 200, body: {}, headers: { etag: '"v1"' } })
  const { baseUrl, seen } = await serve(redeemed('DPoP'), configured, () => ({ status: 304 }))
  const device = await createDevice({ baseUrl, holder: 'dpop' })
  await device.redeem({ code: 'ref.secret' })
  await device.configuration({ onlyIfChanged: true })
  expect((await device.configuration({ onlyIfChanged: true })).status).toBe(304)
  expect(seen.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, undefined, '"v1"'])
})

test('a certificate is asked for with token and proof; what is known of it is kept', async () => {
  const answer = {
    certificate: 'PEM',
    chain: ['PEM'],
    serial: '4a',
    ends_at: '2030-01-01T00:00:00.000Z',
    renew_after: '2029-09-01T00:00:00.000Z',
  }
  const { baseUrl, seen } = await serve(redeemed('DPoP'), () => ({ status: 201, body: answer }))
  const device = await createDevice({ baseUrl, holder: 'dpop' })
  await device.redeem({ code: 'ref.secret' })
  await device.certify('a request')
  expect(seen[1]).toMatchObject({
    method: 'POST',
    path: '/device/v1/certificates',
    body: { csr: 'a request' },
  })
  expect(seen[1]?.headers.authorization).toBe('DPoP dev_1.1.t')
  expect(decodeJwt(String(seen[1]?.headers.dpop))).toMatchObject({ htu: `${baseUrl}/device/v1/certificates` })
  expect(device.state.certificate).toEqual({
    serial: '4a',
    endsAt: '2030-01-01T00:00:00.000Z',
    renewAfter: '2029-09-01T00:00:00.000Z',
  })
})
