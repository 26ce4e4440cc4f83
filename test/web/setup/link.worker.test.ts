import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { makeVisitor } from '../../support/visitor.ts'
import {
  inD1,
  issueCode,
  makePerson,
  makeTestDevice,
  rowsIn,
  seedWorld,
  services,
  tablesIn,
  time,
  watchTrips,
} from '../../support/world.ts'

beforeAll(seedWorld)
beforeEach(time.start)
afterEach(() => vi.restoreAllMocks())

const pathOf = (code: { ref: string; secret: string }) => `/p/${code.ref}?k=${code.secret}`

describe('a link scanner', () => {
  test('may fetch, HEAD and post without the cookie as often as it likes: the person still succeeds', async () => {
    const person = await makePerson()
    const code = await issueCode(person)
    for (let index = 0; index < 20; index += 1) {
      await makeVisitor().get(pathOf(code))
      await makeVisitor().ask('HEAD', pathOf(code))
      await makeVisitor().post(`/p/${code.ref}`, { k: code.secret })
      await makeVisitor().post(`/p/${code.ref}/opened`, { k: code.secret })
    }
    const shown = await services.provisioning.showGrant(person.account, code.grant.id)
    expect(shown).toMatchObject({ state: 'issued', live: 'waiting', openedAt: null, fetchedAt: time.now() })
    expect((await (await makeTestDevice()).redeem({ code: code.code })).status).toBe(201)
  })

  test('control: a person with the cookie does open it', async () => {
    const person = await makePerson()
    const code = await issueCode(person)
    const visitor = makeVisitor()
    await visitor.get(pathOf(code))
    const pressed = await visitor.post(`/p/${code.ref}`, { k: code.secret })
    expect(pressed.location).toBe(pathOf(code))
    const shown = await services.provisioning.showGrant(person.account, code.grant.id)
    expect(shown).toMatchObject({ state: 'opened', live: 'opened' })
  })
})

describe('the page behind the link', () => {
  test('names the organisation and what it sees, is never stored nor indexed, and asks for a POST', async () => {
    const code = await issueCode(await makePerson())
    const page = await makeVisitor().get(pathOf(code))
    expect(page.html).toContain('Acme Robotics')
    expect(page.html).toContain(`action="/p/${code.ref}"`)
    expect(page.headers.get('cache-control')).toBe('no-store')
    expect(page.headers.get('x-robots-tag')).toBe('noindex')
  })

  test('says what became of a code that is over', async () => {
    const person = await makePerson()
    const former = await issueCode(person)
    const present = await issueCode(person)
    expect((await makeVisitor().get(pathOf(former))).status).toBe(410)
    await (await makeTestDevice()).redeem({ code: present.code, device: { name: 'Kiosk' } })
    const used = await makeVisitor().get(pathOf(present))
    expect([used.status, used.html.includes('Kiosk')]).toEqual([410, true])
  })

  test.each(['/p/short?k=short', `/p/${'A'.repeat(22)}?k=${'B'.repeat(22)}`, `/p/${'A'.repeat(22)}`])(
    'an unknown link %s ends at one page and writes nothing',
    async (path) => {
      expect((await makeVisitor().get(path)).status).toBe(404)
      expect(await tablesIn('A'.repeat(22))).toEqual([])
    },
  )

  test("a wrong secret behind a known ref writes nothing into the person's object", async () => {
    const { ref } = await issueCode(await makePerson())
    await makeVisitor().get(`/p/${ref}?k=${'C'.repeat(22)}`)
    expect(await rowsIn(ref, 'SELECT fetched_at FROM grants')).toEqual([{ fetched_at: null }])
  })

  test('reads D1 at most three times', async () => {
    const code = await issueCode(await makePerson())
    const trips = watchTrips()
    await makeVisitor().get(pathOf(code))
    expect(trips.count()).toBeLessThanOrEqual(3)
    expect(trips.count()).toBeGreaterThan(0)
    trips.stop()
  })
})

test('a PC whose browser claimed is led to the app in its own store, and only to that', async () => {
  const stores = {
    name: 'Acme Agent',
    playPackage: 'example.acme.agent',
    appStore: 'https://apps.apple.com/app/id123456789',
    windowsStore: 'https://apps.microsoft.com/detail/9wzdncrfj3q8',
  }
  await inD1(
    "UPDATE device_templates SET settings = json_set(settings, '$.agentApp', json(?)) WHERE platform = 'windows'",
    JSON.stringify(stores),
  )
  const code = await issueCode(await makePerson(), { platform: 'windows' })
  const visitor = makeVisitor()
  await visitor.get(pathOf(code))
  const claimed = await visitor.post(`/p/${code.ref}`, { k: code.secret })
  const { html } = await visitor.get(claimed.location ?? '')
  expect(html).toContain(`href="${stores.windowsStore}"`)
  expect(html).not.toMatch(/apps\.apple\.com|play\.google\.com/)
})
