import { evictDurableObject } from 'cloudflare:test'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { DAY, MINUTE, SECOND } from '../../../src/kernel/time.ts'
import { bindings, seedWorld, services, time } from '../../support/world.ts'
import { ask, inside, makeAsking, objectOf, plain, postForm, tablesIn, token } from './support.ts'

/** A device that asks to be linked, until somebody has answered. */

beforeAll(seedWorld)
beforeEach(time.start)
afterEach(() => vi.restoreAllMocks())

describe('a device that asks', () => {
  test('gets two codes, of which only the one it shows can be typed', async () => {
    const { status, body, headers } = await ask({ device_name: 'Display 3', scope: 'device' })
    expect(status).toBe(200)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(body).toEqual({
      device_code: expect.stringMatching(/^[0-9a-f]{64}\.[A-Za-z0-9_-]{22}$/),
      user_code: expect.stringMatching(/^[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}$/),
      verification_uri: `${services.baseUrl}/link`,
      verification_uri_complete: `${services.baseUrl}/link?code=${body.user_code}`,
      expires_in: 600,
      interval: 5,
    })
    expect(
      JSON.stringify(
        await inside(objectOf('link', plain(body.user_code)), (_o, { storage }) =>
          storage.sql.exec('SELECT * FROM link').toArray(),
        ),
      ),
    ).not.toContain(body.device_code.split('.')[1])
  })

  test('draws again where another device has the code', async () => {
    const first = await makeAsking()
    const [one, other] = [plain(first.userCode), 'BCDFGHJK']
    const names = vi.spyOn(bindings.linkRequests, 'idFromName')
    const bytes = (code: string) => [...code].map((letter) => 'BCDFGHJKLMNPQRSTVWXZ'.indexOf(letter))
    const draws = [bytes(one), bytes(other)]
    const random = crypto.getRandomValues.bind(crypto)
    vi.spyOn(crypto, 'getRandomValues').mockImplementation((array) => {
      const bytes = array as unknown as Uint8Array
      if (bytes.length === 8) bytes.set(draws.shift() ?? [])
      else random(array as Uint8Array<ArrayBuffer>)
      return array
    })
    expect((await ask()).body.user_code).toBe('BCDF-GHJK')
    expect(names).toHaveBeenCalledTimes(2)
    expect((await first.poll()).body.error).toBe('authorization_pending')
  })

  test.each<[string, string | Record<string, string>, number, string, Record<string, string>?]>([
    ['without a client', {}, 400, 'invalid_request'],
    ['with a client of odd characters', { client_id: 'a\nb' }, 401, 'invalid_client'],
    ['with a client too long', { client_id: 'a'.repeat(101) }, 401, 'invalid_client'],
    ['with a secret of a client', { client_id: 'a' }, 401, 'invalid_client', { authorization: 'Basic eDp5' }],
    ['with a parameter twice', 'client_id=a&client_id=b', 400, 'invalid_request'],
    ['for another scope', { client_id: 'a', scope: 'openid' }, 400, 'invalid_scope'],
    ['as a platform that is none', { client_id: 'a', platform: 'toaster' }, 400, 'invalid_request'],
    [
      'under a name that turns the text around',
      { client_id: 'a', device_name: 'a\u202eb' },
      400,
      'invalid_request',
    ],
    ['in JSON', '{}', 400, 'invalid_request', { 'content-type': 'application/json' }],
    ['with a proof that does not hold', { client_id: 'a' }, 400, 'invalid_dpop_proof', { dpop: 'x' }],
  ])('%s is refused, and nothing is stored', async (_what, form, status, error, headers) => {
    const objects = vi.spyOn(bindings.linkRequests, 'get')
    const answer = await postForm('/oauth/device_authorization', form, headers)
    expect([answer.status, answer.body.error]).toEqual([status, error])
    expect(answer.body.error_description).toMatch(/^[\x20\x21\x23-\x5b\x5d-\x7e]+$/)
    expect(objects).not.toHaveBeenCalled()
  })
})

describe('while nobody has answered', () => {
  test('the device is told to wait, to slow down, and at last that it is too late; then nothing is left', async () => {
    const asking = await makeAsking()
    const errors: string[] = []
    for (const seconds of [0, 6, 1, 6, 15]) {
      time.pass(seconds * SECOND)
      errors.push((await asking.poll()).body.error)
      await evictDurableObject(objectOf('link', plain(asking.userCode)))
    }
    const [pending, slower] = ['authorization_pending', 'slow_down']
    expect(errors).toEqual([pending, pending, slower, slower, pending])
    time.pass(10 * MINUTE)
    expect((await asking.poll()).body).toMatchObject({ error: 'expired_token' })
    const stub = objectOf('link', plain(asking.userCode))
    const alarm = () => inside(stub, (object) => object.alarm())
    await alarm()
    expect(await tablesIn(stub)).not.toEqual([])
    time.pass(5 * MINUTE)
    await alarm()
    expect(await tablesIn(stub)).toEqual([])
    expect((await asking.poll()).body.error).toBe('invalid_grant')
    expect(await tablesIn(stub)).toEqual([])
  })

  test('one that a clock made which was ten years ahead is over, and its object is emptied now', async () => {
    time.pass(3650 * DAY)
    const asking = await makeAsking()
    await asking.poll()
    time.pass(-3650 * DAY)
    expect((await asking.poll()).body.error).toBe('expired_token')
    const stub = objectOf('link', plain(asking.userCode))
    expect(await inside(stub, (_object, { storage }) => storage.getAlarm())).toBeLessThanOrEqual(time.now())
    await inside(stub, (object) => object.alarm())
    expect(await tablesIn(stub)).toEqual([])
  })

  test('what is no device code, another client, grant type or key gets nothing, and guesses write nothing', async () => {
    const asking = await makeAsking()
    const [name = ''] = asking.deviceCode.split('.')
    const guess = `${name.replace(/^./, (c) => (c === '0' ? '1' : '0'))}.${'A'.repeat(22)}`
    const thief = (await makeAsking()).device
    await asking.poll()
    const errors = [
      await token(thief, 'nonsense'),
      await token(thief, guess),
      await token(thief, `${name}.${'A'.repeat(22)}`),
      await asking.poll(thief),
      await asking.poll(undefined, { client_id: 'other' }),
      await asking.poll(undefined, { grant_type: 'password' }),
      await asking.poll(undefined, { device_code: '' }),
      await postForm('/oauth/token', { grant_type: 'x', client_id: 'a' }, {}),
    ].map(({ status, body }) => `${status} ${body.error}`)
    expect(errors).toEqual([
      ...Array(5).fill('400 invalid_grant'),
      '400 unsupported_grant_type',
      '400 invalid_request',
      '400 unsupported_grant_type',
    ])
    const stranger = bindings.linkRequests.get(bindings.linkRequests.idFromName(guess.slice(0, 64)))
    expect(await tablesIn(stranger)).toEqual([])
  })

  test('a proof is required, and one from a wrong clock gets a nonce', async () => {
    const { deviceCode, device } = await makeAsking()
    const form = {
      grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
      device_code: deviceCode,
      client_id: 'probe',
    }
    expect((await postForm('/oauth/token', form)).body.error).toBe('invalid_dpop_proof')
    const elsewhere = await device.proofFor('POST', '/oauth/device_authorization')
    expect((await postForm('/oauth/token', form, { dpop: elsewhere })).body.error).toBe('invalid_dpop_proof')
    const stale = await device.proofFor('POST', '/oauth/token')
    time.pass(6 * MINUTE)
    const late = await postForm('/oauth/token', form, { dpop: stale })
    expect([late.status, late.body.error]).toEqual([400, 'use_dpop_nonce'])
    expect(late.headers.get('dpop-nonce')).toMatch(/^\d+\./)
  })
})
