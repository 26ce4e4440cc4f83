import * as oauth from 'oauth4webapi'
import * as openid from 'openid-client'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { SECOND } from '../../../src/kernel/time.ts'
import { BASE, call, seedWorld, time } from '../../support/world.ts'
import { fetchWorker, makeOwner } from './support.ts'

/** Clients that others wrote find everything that they need, and understand every answer. */

beforeAll(async () => {
  await seedWorld()
})
// The clients' clock is the machine's, so our own is half a lifetime ahead of it: they have to use a nonce.
beforeEach(time.start)
afterEach(() => vi.restoreAllMocks())

const send = (url: string, options: oauth.CustomFetchOptions<string, unknown>) =>
  fetchWorker(url, options as RequestInit)
const plain = { [oauth.allowInsecureRequests]: true, [oauth.customFetch]: send } as const
const DEVICE = { device_name: 'Display 3', device_model: 'D-100', platform: 'agent' }

test('oauth4webapi: discovery, device authorisation, waiting, a token bound to its key', async () => {
  const issuer = new URL(BASE)
  const discovered = await oauth.discoveryRequest(issuer, { algorithm: 'oauth2', ...plain })
  const server = await oauth.processDiscoveryResponse(issuer, discovered)
  const client: oauth.Client = { client_id: 'display-agent' }
  const keys = await oauth.generateKeyPair('ES256')
  const DPoP = oauth.DPoP(client, keys)
  const asked = await oauth.deviceAuthorizationRequest(server, client, oauth.None(), DEVICE, plain)
  const codes = await oauth.processDeviceAuthorizationResponse(server, client, asked)
  expect(codes).toMatchObject({ expires_in: 600, interval: 5 })

  const poll = async () => {
    time.pass((codes.interval ?? 5) * SECOND)
    const options = { DPoP, ...plain }
    const answer = await oauth.deviceCodeGrantRequest(
      server,
      client,
      oauth.None(),
      codes.device_code,
      options,
    )
    return oauth.processDeviceCodeResponse(server, client, answer)
  }
  const refusal = () => poll().then(String, (error: oauth.ResponseBodyError) => error)
  const first = await refusal()
  expect([oauth.isDPoPNonceError(first), (first as oauth.ResponseBodyError).error]).toEqual([
    true,
    'use_dpop_nonce',
  ])
  expect(await refusal()).toMatchObject({ error: 'authorization_pending', status: 400 })

  const owner = await makeOwner()
  await owner.answer(codes.user_code, 'allow')
  const token = await poll()
  expect(token).toMatchObject({ token_type: 'dpop', scope: 'device', device: { status: 'pending' } })

  const checkIn = new URL(`${BASE}/device/v1/check-in`)
  const headers = new Headers({ 'content-type': 'application/json' })
  const ask = () =>
    oauth.protectedResourceRequest(token.access_token, 'POST', checkIn, headers, '{}', { DPoP, ...plain })
  expect((await (await ask()).json()) as object).toMatchObject({ status: 'active' })
  const bearer = await call(
    'POST',
    '/device/v1/check-in',
    { authorization: `Bearer ${token.access_token}` },
    {},
  )
  expect(bearer.status).toBe(401)
})

test('openid-client: discovers, polls by itself, and is told when it was turned away', async () => {
  const config = await openid.discovery(new URL(BASE), 'display-agent', undefined, openid.None(), {
    algorithm: 'oauth2',
    execute: [openid.allowInsecureRequests],
    [openid.customFetch]: send,
  })
  const DPoP = openid.getDPoPHandle(config, await openid.randomDPoPKeyPair('ES256'))
  const owner = await makeOwner()

  /** Polls without pause, which the Worker takes for six seconds each; `meanwhile` happens after the second answer. */
  async function link(meanwhile: (userCode: string) => Promise<unknown>) {
    const codes = await openid.initiateDeviceAuthorization(config, { scope: 'device', ...DEVICE })
    let asked = 0
    config[openid.customFetch] = async (url, options) => {
      time.pass(6 * SECOND)
      const answer = await send(url, options)
      asked += 1
      if (asked === 2) await meanwhile(codes.user_code)
      return answer
    }
    return openid.pollDeviceAuthorizationGrant(config, { ...codes, interval: 0.01 }, undefined, { DPoP })
  }
  const token = await link((code) => owner.answer(code, 'allow'))
  expect(token).toMatchObject({ token_type: 'dpop', account: { username: owner.address } })
  expect(token.access_token).toMatch(/^dev_/)
  const refused = await link((code) => owner.answer(code, 'deny')).then(String, (error: unknown) => error)
  expect(refused).toBeInstanceOf(openid.ResponseBodyError)
  expect(refused).toMatchObject({ error: 'access_denied' })
})
