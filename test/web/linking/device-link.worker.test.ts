import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { DAY, MINUTE } from '../../../src/kernel/time.ts'
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
import { HOSTILE, inside, makeAsking, makeOwner, objectOf, plain, tablesIn } from './support.ts'

/** The owner who is asked about a device that shows a code, and what comes of the answer. */

beforeAll(seedWorld)
beforeEach(time.start)
afterEach(() => vi.restoreAllMocks())

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
