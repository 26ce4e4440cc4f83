import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { MINUTE } from '../../src/kernel/time.ts'
import { linkOf, phone, prepare } from '../support/phones.ts'
import type { Visitor } from '../support/visitor.ts'
import { bindings, makePerson, seedWorld, services, time, watchTrips } from '../support/world.ts'

beforeAll(seedWorld)
beforeEach(time.start)
afterEach(() => vi.restoreAllMocks())

describe('where the code asks for a PIN', () => {
  test('a mail with link and PIN: the link alone does not do', async () => {
    const { code, live } = await prepare({ confirmation: 'pin' })
    const safari = phone()
    expect((await safari.get(linkOf(code))).html).toContain('name="pin"')
    expect((await safari.post(`/p/${code.ref}`, { k: code.secret })).status).toBe(422)
    const wrong = code.pin === '00000000' ? '11111111' : '00000000'
    expect((await safari.post(`/p/${code.ref}`, { k: code.secret, pin: wrong })).status).toBe(422)
    expect(await live()).toBe('waiting')
    const spaced = `${code.pin.slice(0, 4)} ${code.pin.slice(4)}`
    expect((await safari.post(`/p/${code.ref}`, { k: code.secret, pin: spaced })).status).toBe(303)
    expect(await live()).toBe('redeemed')
  })

  test('five wrong ones close it there until its owner asks for a new PIN, on the same link', async () => {
    const { person, code } = await prepare({ confirmation: 'pin' })
    const safari = phone()
    await safari.get(linkOf(code))
    const wrong = code.pin === '00000000' ? '11111111' : '00000000'
    const type = (pin: string) => safari.post(`/p/${code.ref}`, { k: code.secret, pin })
    for (let index = 0; index < 5; index += 1) await type(wrong)
    expect((await type(code.pin)).status).toBe(422)
    expect((await services.provisioning.showGrant(person.account, code.grant.id))?.pinLocked).toBe(true)

    const renewed = await services.provisioning
      .sessionOf(code.ref)
      .renewPin({ grantId: code.grant.id, actor: { kind: 'owner', id: person.account.id } })
    expect(renewed?.credentials?.secret).toBe(code.secret)
    expect(renewed?.credentials?.pin).not.toBe(code.pin)
    expect(renewed?.pinLocked).toBe(false)
    expect((await type(code.pin)).status).toBe(422)
    expect((await type(renewed?.credentials?.pin ?? '')).status).toBe(303)
  })
})

describe('/go', () => {
  const go = (visitor: Visitor, person: { address: string }, pin: string, site = '4711') =>
    visitor.post('/go', { site, email: person.address, pin })

  test('site, address and PIN lead to the same claim as the link', async () => {
    const { person, code, live } = await prepare()
    const safari = phone()
    expect((await go(safari, person, code.pin, 'acme')).location).toBe('/go/continue')
    expect(await live()).toBe('waiting')
    expect((await safari.get('/go/continue')).html).toContain('Acme Robotics')
    const page = (await safari.post('/go/continue', {})).location ?? ''
    expect(page).toMatch(/^\/p\//)
    expect(await live()).toBe('redeemed')
    expect((await safari.get(linkOf(code))).location).toBe(page)
  })

  test('an unknown person and a wrong PIN get the same answer', async () => {
    const { person, code } = await prepare()
    const wrong = code.pin === '00000000' ? '11111111' : '00000000'
    const known = await go(phone(), person, wrong)
    const unknown = await go(phone(), { address: 'nobody-here@acme.example' }, wrong)
    expect(known.status).toBe(unknown.status)
    expect(known.html.replaceAll(person.address, 'X')).toBe(
      unknown.html.replaceAll('nobody-here@acme.example', 'X'),
    )
  })

  test('an unknown person causes the same work as a known one without a code', async () => {
    const known = await makePerson()
    const work = async (address: string) => {
      const trips = watchTrips()
      const get = vi.spyOn(bindings.provisionSessions, 'get')
      const { status } = await go(phone(), { address }, '12345678')
      const calls = { status, trips: trips.count(), objects: get.mock.calls.length }
      trips.stop()
      get.mockRestore()
      return calls
    }
    const one = await work(known.address)
    expect(await work('nobody-at-all@acme.example')).toEqual(one)
    expect(one).toEqual({ status: 422, trips: 1, objects: 1 })
  })

  test('guessing there locks PINs like everywhere; New PIN opens them again', async () => {
    const { person, code, live } = await prepare()
    const wrong = code.pin === '00000000' ? '11111111' : '00000000'
    for (let index = 0; index < 5; index += 1) await go(phone(), person, wrong)
    expect((await go(phone(), person, code.pin)).status).toBe(422)
    expect(await live()).toBe('waiting')
    const renewed = await services.provisioning
      .sessionOf(code.ref)
      .renewPin({ grantId: code.grant.id, actor: { kind: 'owner', id: person.account.id } })
    expect((await go(phone(), person, renewed?.credentials?.pin ?? '')).location).toBe('/go/continue')
  })

  test('what was proved is for that browser and for ten minutes', async () => {
    const { person, code } = await prepare()
    const safari = phone()
    await go(safari, person, code.pin)
    const other = phone()
    await other.get(`/p/${code.ref}?k=${'Z'.repeat(22)}`)
    other.cookies.set('__Host-latchkey-proved', safari.cookies.get('__Host-latchkey-proved') ?? '')
    expect((await other.post('/go/continue', {})).location).toBe('/go')
    time.pass(10 * MINUTE)
    expect((await safari.post('/go/continue', {})).location).toBe('/go')
  })
})
