import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { hashSecret } from '../../../src/kernel/secrets.ts'
import { devicesOf } from '../../support/devices.ts'
import { invite } from '../../support/invitations.ts'
import { ANDROID, phone } from '../../support/phones.ts'
import { makeVisitor, type Visitor } from '../../support/visitor.ts'
import {
  inD1,
  makePerson,
  makeTestDevice,
  rowsIn,
  seedWorld,
  services,
  settle,
  tablesIn,
  time,
  watchTrips,
} from '../../support/world.ts'

// Eighty requests in one test, on a machine that may be busy.
vi.setConfig({ testTimeout: 30_000 })

beforeAll(seedWorld)
beforeEach(time.start)
afterEach(() => vi.restoreAllMocks())

type Invitation = Awaited<ReturnType<typeof invite>>

const pathOf = ({ ref, secret }: Pick<Invitation, 'ref' | 'secret'>) => `/i/${ref}?k=${secret}`
const CHROME_PC = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36'
const owned = { ownership: 'personal' }

/** Opens the invitation and presses the button. */
async function accept(visitor: Visitor, invitation: Invitation, form: Record<string, string>) {
  await visitor.get(pathOf(invitation))
  return visitor.post(`/i/${invitation.ref}`, { k: invitation.secret, ...form })
}

const stateOf = async ({ ref, invitation }: Invitation) =>
  services.provisioning.sessionOf(ref).showInvitation(invitation.id)

describe('a link scanner', () => {
  test('may fetch, HEAD and post without the cookie as often as it likes: the person still succeeds', async () => {
    const ada = await makePerson()
    const invitation = await invite(ada, { confirmation: 'pin', invitationDeviceLimit: 1 })
    const { ref, secret: k, pin } = invitation
    for (let index = 0; index < 20; index += 1) {
      await makeVisitor().get(pathOf(invitation))
      await makeVisitor().ask('HEAD', pathOf(invitation))
      await makeVisitor().post(`/i/${ref}`, { k, platform: 'ios', pin, ...owned })
      await makeVisitor().post(`/i/${ref}/opened`, { k })
    }
    expect(await stateOf(invitation)).toMatchObject({
      state: 'issued',
      fetchedAt: time.now(),
      openedAt: null,
      devices: 0,
      pinLocked: false,
    })
    expect(await rowsIn(ref, 'SELECT id FROM claims')).toEqual([])
    const accepted = await accept(phone(), invitation, { platform: 'ios', pin, ...owned })
    expect(accepted.location).toMatch(new RegExp(`^/p/${ref}/dev_[\\w-]{22}$`))
    expect(await stateOf(invitation)).toMatchObject({ state: 'opened', devices: 1 })
  })

  test('control: a person whose browser has the cookie does open it', async () => {
    const invitation = await invite(await makePerson())
    const visitor = phone()
    await visitor.get(pathOf(invitation))
    const noted = await visitor.post(`/i/${invitation.ref}/opened`, { k: invitation.secret })
    expect(noted.status).toBe(204)
    expect(await stateOf(invitation)).toMatchObject({ state: 'opened', openedAt: time.now() })
  })
})

describe('the page behind an invitation', () => {
  test('is about the kind of device that opened it, and leaves the others at hand', async () => {
    const invitation = await invite(await makePerson())
    const { html, headers } = await phone().get(pathOf(invitation))
    expect(html).toMatch(/<h1[^>]*>Set up this iPhone or iPad</)
    expect(html).toContain('Acme Robotics invites you')
    expect(html).toContain('Acme Robotics cannot see')
    expect(html).toContain(`action="/i/${invitation.ref}"`)
    expect(html).toContain('name="platform" value="ios"')
    expect(html).toContain('any number of your devices')
    expect(html).toContain(`href="/i/${invitation.ref}?k=${invitation.secret}&amp;for=android"`)
    expect(html).not.toContain('for=ios"')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-robots-tag')).toBe('noindex')
  })

  test('asks which device it is where the browser does not say, and takes the answer', async () => {
    const invitation = await invite(await makePerson())
    const asking = await makeVisitor().get(pathOf(invitation))
    expect(asking.html).toContain('Which device is this?')
    expect(asking.html).not.toContain('name="platform"')
    const chosen = await makeVisitor().get(`${pathOf(invitation)}&for=linux`)
    expect(chosen.html).toContain('name="platform" value="linux"')
  })

  test('says that nothing is prepared for the kind of device that opened it', async () => {
    await inD1("DELETE FROM organisation_platforms WHERE platform = 'windows'")
    const invitation = await invite(await makePerson())
    const { status, html } = await phone(CHROME_PC).get(pathOf(invitation))
    expect(status).toBe(200)
    expect(html).toContain('This seems to be a Windows PC. Acme Robotics has not prepared anything for it.')
    expect(html).not.toContain('for=windows')
    const refused = await accept(phone(CHROME_PC), invitation, { platform: 'windows', ...owned })
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('Choose one of these devices')
  })

  test('asks for ownership only where the template leaves it open, and keeps what was said', async () => {
    const ada = await makePerson()
    const invitation = await invite(ada)
    const page = await phone().get(pathOf(invitation))
    expect(page.html).toContain('name="ownership"')
    expect((await phone().get(`${pathOf(invitation)}&for=chromeos`)).html).not.toContain('name="ownership"')
    const silent = await accept(phone(), invitation, { platform: 'ios' })
    expect(silent.html).toContain('id="ownership-error"')
    await accept(phone(), invitation, { platform: 'ios', ownership: 'company' })
    expect(await devicesOf(ada.account.id)).toMatchObject([{ platform: 'ios', ownership: 'company' }])
  })

  test('says how many devices are left where there is a limit', async () => {
    const invitation = await invite(await makePerson(), { invitationDeviceLimit: 2 })
    expect((await phone().get(pathOf(invitation))).html).toContain('It sets up 2 more devices.')
    await accept(phone(), invitation, { platform: 'ios', ...owned })
    expect((await phone().get(pathOf(invitation))).html).toContain('It sets up one more device.')
  })

  test('speaks German', async () => {
    const invitation = await invite(await makePerson())
    const { html } = await phone().get(pathOf(invitation), { 'accept-language': 'de' })
    expect(html).toContain('lädt Sie ein, Ihre Geräte einzurichten')
  })

  test('asks D1 at most three times', async () => {
    const invitation = await invite(await makePerson())
    await settle(invitation.ref)
    const trips = watchTrips()
    await phone().get(pathOf(invitation))
    await settle(invitation.ref)
    // The note that it was fetched lands by itself.
    expect(trips.count()).toBeLessThanOrEqual(3)
    trips.stop()
  })
})

describe('whoever accepts', () => {
  test('gets the page of the claim, and sets up a second kind of device from the same browser', async () => {
    const ada = await makePerson()
    const invitation = await invite(ada)
    const visitor = phone()
    const first = await accept(visitor, invitation, { platform: 'ios', ...owned })
    const page = await visitor.get(first.location ?? '')
    expect(page.html).toMatch(/\/profile\?k=/)
    const back = await visitor.get(pathOf(invitation))
    expect(back.html).toContain('Set up in this browser')
    expect(back.html).toContain(`href="${first.location}"`)
    expect((await accept(visitor, invitation, { platform: 'ios', ...owned })).location).toBe(first.location)
    const second = await accept(visitor, invitation, { platform: 'android', ...owned })
    expect(second.location).not.toBe(first.location)
    expect(await devicesOf(ada.account.id)).toHaveLength(2)
  })

  test("nobody else's browser is told of it", async () => {
    const invitation = await invite(await makePerson())
    const first = await accept(phone(), invitation, { platform: 'ios', ...owned })
    const { html } = await phone().get(pathOf(invitation))
    expect(html).not.toContain('Set up in this browser')
    expect((await phone().get(first.location ?? '')).status).toBe(404)
  })

  test('on Android gets the store link, which carries a ticket and never the invitation', async () => {
    await inD1(
      "UPDATE device_templates SET settings = json_set(settings, '$.agentApp', json(?)) WHERE platform = 'android'",
      JSON.stringify({ name: 'Acme Agent', playPackage: 'example.acme.agent' }),
    )
    const invitation = await invite(await makePerson())
    const visitor = phone(ANDROID)
    const accepted = await accept(visitor, invitation, { platform: 'android', ...owned })
    const { html } = await visitor.get(accepted.location ?? '')
    expect(html).toContain('https://play.google.com/store/apps/details?id=example.acme.agent')
    expect(html).not.toContain(invitation.secret)
  })

  test('with an agent is given link and code for it, and nothing is used up', async () => {
    const invitation = await invite(await makePerson(), { confirmation: 'pin', invitationDeviceLimit: 1 })
    const visitor = makeVisitor()
    const about = await visitor.get(`${pathOf(invitation)}&for=agent`)
    expect(about.html).not.toContain('name="pin"')
    const pressed = await visitor.post(`/i/${invitation.ref}`, { k: invitation.secret, platform: 'agent' })
    const { html } = await visitor.get(pressed.location ?? '')
    expect(html).toContain('data-testid="provision-url"')
    expect(html).toContain(`/i/${invitation.ref}?k=${invitation.secret}"`)
    expect(html).toContain('data-testid="qr"')
    expect(html).toContain('Have the PIN from your message at hand')
    expect(html).not.toContain(invitation.pin)
    const device = await makeTestDevice()
    expect((await device.redeem({ code: invitation.code, pin: invitation.pin })).status).toBe(201)
  })
})

describe('the terms', () => {
  const owes = (accountId: string) => inD1('UPDATE accounts SET terms_version = NULL WHERE id = ?', accountId)
  const termsOf = async (accountId: string) =>
    (await inD1('SELECT terms_version, name FROM accounts WHERE id = ?', accountId))[0]

  test('are accepted with the device, by whoever owes that, and kept', async () => {
    const ada = await makePerson()
    await owes(ada.account.id)
    const invitation = await invite(ada)
    const refused = await accept(phone(), invitation, { platform: 'ios', ...owned })
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('id="terms-error"')
    expect(await devicesOf(ada.account.id)).toMatchObject([{ lifecycle: 'invited' }])
    await accept(phone(), invitation, { platform: 'ios', terms: 'yes', ...owned })
    expect(await termsOf(ada.account.id)).toEqual({ terms_version: 1, name: 'Ada Lovelace' })
    const again = await phone().get(pathOf(invitation))
    expect(again.html).not.toContain('name="terms"')
    expect(again.html).toContain('accepted')
    const kept = await inD1(
      "SELECT actor_kind FROM audit WHERE account_id = ? AND action = 'account.completed'",
      ada.account.id,
    )
    expect(kept).toHaveLength(2)
  })

  test("are not accepted in somebody's name by whoever lacks the PIN", async () => {
    const ada = await makePerson()
    await owes(ada.account.id)
    const invitation = await invite(ada, { confirmation: 'pin' })
    const wrong = invitation.pin === '00000000' ? '11111111' : '00000000'
    await accept(phone(), invitation, { platform: 'ios', terms: 'yes', pin: wrong, ...owned })
    expect(await termsOf(ada.account.id)).toMatchObject({ terms_version: null })
  })
})

test('somebody who never signed in takes part by accepting', async () => {
  const ada = await makePerson()
  await inD1("UPDATE accounts SET state = 'invited' WHERE id = ?", ada.account.id)
  const invitation = await invite(ada)
  expect((await accept(phone(), invitation, { platform: 'ios', ...owned })).status).toBe(303)
  expect(await inD1('SELECT state FROM accounts WHERE id = ?', ada.account.id)).toEqual([{ state: 'active' }])
})

describe('an unknown link', () => {
  const stranger = hashSecret('nobody').slice(0, 22)

  test.each([`/i/short?k=short`, `/i/${stranger}?k=${'B'.repeat(22)}`, `/i/${stranger}`])(
    '%s ends at one page and writes nothing',
    async (path) => {
      const page = await makeVisitor().get(path)
      expect([page.status, page.html.includes('Acme Robotics')]).toEqual([404, false])
      expect(await tablesIn(stranger)).toEqual([])
    },
  )

  test("a wrong secret behind a known ref writes nothing into the person's object", async () => {
    const { ref } = await invite(await makePerson())
    expect((await phone().get(`/i/${ref}?k=${'C'.repeat(22)}`)).status).toBe(404)
    expect(await rowsIn(ref, 'SELECT fetched_at FROM invitations')).toEqual([{ fetched_at: null }])
  })

  test("the secret of a code is none of an invitation's, nor the other way round", async () => {
    const invitation = await invite(await makePerson())
    expect((await phone().get(`/p/${invitation.ref}?k=${invitation.secret}`)).status).toBe(404)
  })
})
