import { evictDurableObject, runInDurableObject } from 'cloudflare:test'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { DAY, MINUTE, SECOND } from '../../../src/kernel/time.ts'
import type { LinkRequest } from '../../../src/linking/index.ts'
import { makeManager, makeSupervisor } from '../../support/staff.ts'
import { makeVisitor } from '../../support/visitor.ts'
import {
  bindings,
  breakDatabase,
  call,
  d1Prototype,
  inD1,
  seedWorld,
  services,
  time,
  watchTrips,
} from '../../support/world.ts'
import { ask, HOSTILE, makeAsking, makeOwner, objectOf, postForm, token } from './support.ts'

beforeAll(async () => {
  await seedWorld()
})
beforeEach(time.start)
afterEach(() => vi.restoreAllMocks())

const plain = (code: string) => code.replace('-', '')
const inside = <Value>(
  stub: DurableObjectStub,
  work: (object: LinkRequest, state: DurableObjectState) => Value | Promise<Value>,
) => runInDurableObject(stub as DurableObjectStub<LinkRequest>, work)
const tablesIn = (stub: DurableObjectStub) =>
  inside(stub, (_object, { storage }) =>
    storage.sql
      .exec("SELECT name FROM sqlite_master WHERE name NOT LIKE '\\_%' ESCAPE '\\'")
      .toArray()
      .map(({ name }) => name),
  )

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

describe('the owner', () => {
  test('sees which device asks, allows it, and it becomes theirs', async () => {
    const owner = await makeOwner()
    const asking = await makeAsking({ device_name: HOSTILE, device_model: 'D-100', site: '4711' })
    expect((await asking.poll()).body.error).toBe('authorization_pending')
    const found = await owner.visitor.post('/link', { code: asking.userCode.toLowerCase() })
    expect([found.status, found.location]).toEqual([303, `/link/device?code=${plain(asking.userCode)}`])
    const page = await owner.visitor.get(found.location ?? '')
    expect(page.html).toContain('probe')
    expect(page.html).toContain('D-100')
    expect(page.html).toContain('&lt;img src=x onerror=alert(1)&gt;')
    expect(page.html).not.toContain('<img src=x')
    expect(
      page.html.match(/<button type="submit" data-testid="(deny|allow)"[^>]*class="([^"]*)"/g),
    ).toHaveLength(2)

    const trips = watchTrips()
    const allowed = await owner.visitor.post('/link/allow', { code: asking.userCode, ownership: 'company' })
    // Three of the request, and the session's own, which carries its event into D1.
    expect(trips.count()).toBeLessThanOrEqual(4)
    trips.stop()
    expect(allowed.location).toBe(`/link/device?code=${asking.userCode}`)
    expect((await owner.visitor.get(allowed.location ?? '')).html).toContain('goes on by itself')

    const { status, body, headers } = await asking.poll()
    expect([status, headers.get('cache-control')]).toEqual([200, 'no-store'])
    expect(body).toMatchObject({
      token_type: 'DPoP',
      scope: 'device',
      device: { status: 'pending', platform: 'agent', ownership: 'company' },
      organisation: { site: '4711' },
      account: { username: owner.address },
    })
    expect(body).not.toHaveProperty('credential')
    expect((await asking.device.checkIn(body.access_token)).body.status).toBe('active')
    expect(await inD1('SELECT account_id, name, model FROM devices WHERE id = ?', body.device.id)).toEqual([
      { account_id: owner.account.id, name: HOSTILE, model: 'D-100' },
    ])
    const [noted] = await inD1(
      "SELECT actor_kind, actor_id, detail FROM audit WHERE action = 'device_link.allowed' AND account_id = ?",
      owner.account.id,
    )
    expect(noted).toMatchObject({ actor_kind: 'owner', actor_id: owner.account.id })
    expect(String(noted?.detail)).not.toContain(plain(asking.userCode))
  })

  test('is answered once however often Allow is pressed, and a lost answer is repeated to the same key only', async () => {
    const owner = await makeOwner()
    const asking = await makeAsking()
    await owner.visitor.post('/link', { code: asking.userCode })
    const press = () => owner.visitor.post('/link/allow', { code: asking.userCode, ownership: 'company' })
    await Promise.all([press(), press(), press()])
    const [first, again] = [await asking.poll(), await asking.poll()]
    expect(again.body).toEqual(first.body)
    expect(first.status).toBe(200)
    const thief = (await makeAsking()).device
    expect((await asking.poll(thief)).body.error).toBe('invalid_grant')
    await owner.visitor.post('/link/deny', { code: asking.userCode })
    expect((await asking.poll()).status).toBe(200)
    const issued = await inD1(
      "SELECT count(*) AS count FROM audit WHERE action = 'provision_code.created' AND account_id = ?",
      owner.account.id,
    )
    expect(issued).toEqual([{ count: 1 }])
  })

  test('turns a device away for good', async () => {
    const owner = await makeOwner()
    const asking = await makeAsking()
    const denied = await owner.answer(asking.userCode, 'deny')
    expect((await owner.visitor.get(denied.location ?? '')).html).toContain('turned away')
    await owner.visitor.post('/link/allow', { code: asking.userCode, ownership: 'company' })
    expect((await asking.poll()).body.error).toBe('access_denied')
    expect(await inD1('SELECT id FROM devices WHERE account_id = ?', owner.account.id)).toEqual([])
  })

  test('alone has the code: once somebody typed it, it is useless for every other account', async () => {
    const [owner, eve] = [await makeOwner(), await makeOwner()]
    const asking = await makeAsking()
    await owner.visitor.post('/link', { code: asking.userCode })
    for (const how of ['allow', 'deny'] as const)
      expect((await eve.answer(asking.userCode, how)).location).toBe('/link?over=yes')
    expect((await asking.poll()).body.error).toBe('authorization_pending')
    await owner.answer(asking.userCode, 'allow')
    expect((await eve.visitor.post('/link', { code: asking.userCode })).status).toBe(422)
    expect((await eve.visitor.get(`/link/device?code=${asking.userCode}`)).location).toBe('/link?over=yes')
    expect((await asking.poll()).body.account.username).toBe(owner.address)
  })

  test('cannot answer what they have not looked at, nor learn by GET whether a code exists', async () => {
    const owner = await makeOwner()
    const asking = await makeAsking()
    for (const path of ['/link/allow', '/link/deny'])
      expect((await owner.visitor.post(path, { code: asking.userCode })).location).toBe('/link?over=yes')
    expect((await owner.visitor.get(`/link/device?code=${asking.userCode}`)).location).toBe('/link?over=yes')
    const prefilled = await owner.visitor.get(`/link?code=${asking.userCode}`)
    expect(prefilled.html).toContain(`value="${asking.userCode}"`)
    expect(prefilled.html).not.toContain('Display 3')
  })

  test('has five wrong codes in a quarter of an hour, also at once, and a right one does not count', async () => {
    const owner = await makeOwner()
    const asking = await makeAsking()
    expect((await owner.visitor.post('/link', { code: 'not a code' })).status).toBe(422)
    for (let turn = 0; turn < 6; turn += 1) await owner.visitor.post('/link', { code: asking.userCode })
    const wrong = () => owner.visitor.post('/link', { code: 'BCDF-BCDF' })
    const answers = await Promise.all(Array.from({ length: 12 }, wrong))
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(5)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(7)
    const closed = await owner.visitor.post('/link', { code: asking.userCode })
    expect([closed.status, closed.html.includes('in 15 minutes')]).toEqual([429, true])
    time.pass(15 * MINUTE)
    expect((await wrong()).status).toBe(422)
    // Typed while a clock was ten years ahead: they count from when it was put right, not until then.
    time.pass(3650 * DAY)
    for (let turn = 0; turn < 5; turn += 1)
      await inside(objectOf('link-tries', owner.account.ref), (tries) => tries.countTry())
    time.pass(-3650 * DAY)
    expect((await wrong()).status).toBe(429)
    time.pass(15 * MINUTE)
    expect((await wrong()).status).toBe(422)
    const stub = objectOf('link-tries', owner.account.ref)
    time.pass(15 * MINUTE)
    await inside(stub, (object) => object.alarm())
    expect(await tablesIn(stub)).toEqual([])
  })

  test('is asked whose device it is, and told where their organisation has nothing for it', async () => {
    const owner = await makeOwner()
    const asking = await makeAsking()
    await owner.visitor.post('/link', { code: asking.userCode })
    const unsaid = await owner.visitor.post('/link/allow', { code: asking.userCode })
    expect([unsaid.status, unsaid.html.includes('data-testid="error"')]).toEqual([422, true])
    const elsewhere = await makeAsking({ organisation: 'globex' })
    expect((await owner.visitor.post('/link', { code: elsewhere.userCode })).html).toContain(
      'another organisation',
    )
    vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    await inD1("DELETE FROM organisation_platforms WHERE platform = 'chromeos'")
    const odd = await makeAsking({ platform: 'chromeos' })
    await owner.visitor.post('/link', { code: odd.userCode })
    const page = await owner.visitor.get(`/link/device?code=${odd.userCode}`)
    expect(page.html.match(/data-testid="(deny|allow)"/g)).toEqual(['data-testid="deny"'])
    expect((await owner.visitor.post('/link/allow', { code: odd.userCode })).status).toBe(200)
    expect((await odd.poll()).body.error).toBe('authorization_pending')
  })

  test('who may not register devices is told so, and nothing is looked up', async () => {
    const owner = await makeOwner()
    const asking = await makeAsking()
    const kept = await inD1('SELECT id, permissions FROM account_templates')
    await inD1("UPDATE account_templates SET permissions = '[]'")
    const links = vi.spyOn(bindings.linkRequests, 'get')
    for (const answer of [
      await owner.visitor.get('/link'),
      await owner.visitor.post('/link', { code: asking.userCode }),
      await owner.visitor.post('/link/allow', { code: asking.userCode }),
    ])
      expect(answer.status).toBe(403)
    expect(links).not.toHaveBeenCalled()
    for (const { id, permissions } of kept)
      await inD1('UPDATE account_templates SET permissions = ? WHERE id = ?', permissions, id)
  })

  test('may be a manager, who has devices too, but no supervisor', async () => {
    const [manager, supervisor] = [await makeManager(), await makeSupervisor()]
    const asking = await makeAsking()
    expect((await supervisor.visitor.get('/link')).status).toBe(403)
    expect((await manager.visitor.get('/link')).status).toBe(200)
    await manager.visitor.post('/link', { code: asking.userCode })
    await manager.visitor.post('/link/allow', { code: asking.userCode, ownership: 'company' })
    expect((await asking.poll()).body.account).toMatchObject({ username: manager.address })
  })

  test('who is not signed in comes back with the code, and with nothing else', async () => {
    const visitor = makeVisitor()
    expect((await visitor.get('/link?code=bcdf-ghjk&x=1')).location).toBe(
      '/sign-in?to=%2Flink%3Fcode%3DBCDF-GHJK',
    )
    expect((await visitor.get('/link?code=%2F%2Fevil.example')).location).toBe('/sign-in?to=%2Flink')
  })
})

describe('what goes wrong meanwhile', () => {
  test('a code that ended before the device came for it turns the device away', async () => {
    const owner = await makeOwner()
    const asking = await makeAsking()
    await owner.answer(asking.userCode, 'allow')
    const [open] = await services.provisioning.listOpenGrants(owner.account)
    const actor = { kind: 'owner', id: owner.account.id } as const
    await services.provisioning.sessionOf(owner.account.ref).revokeGrant({ grantId: open?.id ?? '', actor })
    const { body } = await asking.poll()
    expect(body).toMatchObject({
      error: 'access_denied',
      error_description: expect.stringContaining('ended meanwhile'),
    })
  })

  test('a device that was turned away while the database is away is turned away, and told once it is back', async () => {
    const owner = await makeOwner()
    const asking = await makeAsking()
    await owner.visitor.post('/link', { code: asking.userCode })
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const broken = vi
      .spyOn(d1Prototype, 'batch')
      .mockRejectedValue(new Error('D1_ERROR: network connection lost'))
    const deny = () => owner.visitor.post('/link/deny', { code: asking.userCode })
    expect((await deny()).status).toBe(503)
    broken.mockRestore()
    expect((await asking.poll()).body.error).toBe('access_denied')
    expect([(await deny()).status, (await deny()).status]).toEqual([303, 303])
    const told = await inD1(
      "SELECT id FROM audit WHERE action = 'device_link.denied' AND account_id = ?",
      owner.account.id,
    )
    expect(told).toHaveLength(1)
  })

  test('a database that is away loses nothing: neither the answer of the owner nor that of the device', async () => {
    const owner = await makeOwner()
    const asking = await makeAsking()
    await owner.answer(asking.userCode, 'allow')
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const broken = breakDatabase()
    const { status, body, headers } = await asking.poll()
    expect([status, body.error, headers.get('retry-after')]).toEqual([503, 'temporarily_unavailable', '5'])
    broken.mend()
    expect((await asking.poll()).status).toBe(200)
  })

  test('programs hear of an unknown address in JSON', async () => {
    const answer = await call('POST', '/oauth/revoke')
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'application/problem+json'])
  })
})
