import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { MINUTE } from '../../../src/kernel/time.ts'
import { devicesOf } from '../../support/devices.ts'
import { invite } from '../../support/invitations.ts'
import { phone } from '../../support/phones.ts'
import { makeVisitor } from '../../support/visitor.ts'
import {
  bindings,
  issueCode,
  makePerson,
  rowsIn,
  seedWorld,
  services,
  settle,
  tablesIn,
  time,
  watchTrips,
} from '../../support/world.ts'

beforeAll(seedWorld)
beforeEach(time.start)
afterEach(() => vi.restoreAllMocks())

const ios = { platform: 'ios', ownership: 'personal' }
const actor = { kind: 'manager', id: 'acc_manager' } as const

async function invited(options: Parameters<typeof invite>[1] = {}) {
  const ada = await makePerson()
  const invitation = await invite(ada, { confirmation: 'pin', ...options })
  return { ada, ...invitation, form: { site: '4711', email: ada.address, pin: invitation.pin } }
}

describe("an invitation's PIN at /go", () => {
  test('leads to the same page without the PIN field, and sets up the device', async () => {
    const { ada, ref, secret, form } = await invited()
    const visitor = phone()
    expect((await visitor.post('/go', form)).location).toBe('/go/continue')
    const page = await visitor.get('/go/continue')
    expect(page.html).toContain('Acme Robotics invites you')
    expect(page.html).toMatch(/<form method="post" action="\/go\/continue"/)
    expect(page.html).toContain('href="/go/continue?for=android"')
    expect(page.html).not.toContain('name="pin"')
    expect(page.html).not.toContain(secret)
    const accepted = await visitor.post('/go/continue', ios)
    expect(accepted.location).toMatch(new RegExp(`^/p/${ref}/dev_`))
    expect((await visitor.get(accepted.location ?? '')).status).toBe(200)
    expect(await devicesOf(ada.account.id)).toMatchObject([{ platform: 'ios', lifecycle: 'pending' }])
    expect((await visitor.get('/go/continue')).location).toBe('/go')
  })

  test('sets up one device after the other, each typed anew', async () => {
    const { ada, form } = await invited()
    for (const platform of ['ios', 'android', 'agent']) {
      const visitor = makeVisitor()
      await visitor.post('/go', form)
      const chosen = await visitor.get(`/go/continue?for=${platform}`)
      expect(chosen.html).toContain(`name="platform" value="${platform}"`)
      const accepted = await visitor.post('/go/continue', { platform, ownership: 'company' })
      expect(accepted.status).toBe(303)
    }
    expect(await devicesOf(ada.account.id)).toHaveLength(3)
  })

  test('proves it to this browser and for a while only', async () => {
    const { ada, form } = await invited()
    const visitor = phone()
    await visitor.post('/go', form)
    const thief = phone()
    await thief.get('/go')
    for (const [name, value] of visitor.cookies) if (name.includes('proved')) thief.cookies.set(name, value)
    expect((await thief.post('/go/continue', ios)).location).toBe('/go')
    time.pass(11 * MINUTE)
    expect((await visitor.post('/go/continue', ios)).location).toBe('/go')
    expect(await devicesOf(ada.account.id)).toMatchObject([{ lifecycle: 'invited' }])
  })

  test('is worth nothing once a newer invitation was sent, or it was deactivated', async () => {
    const { ada, ref, form } = await invited()
    const visitor = phone()
    await visitor.post('/go', form)
    const newer = await invite(ada, { confirmation: 'pin' })
    const page = await visitor.post('/go/continue', ios)
    expect([page.status, page.html.includes('There is a newer invitation')]).toEqual([410, true])
    expect((await phone().post('/go', form)).html).toContain('These do not fit together')
    await services.provisioning
      .sessionOf(ref)
      .deactivateInvitation({ invitationId: newer.invitation.id, actor })
    const late = await phone().post('/go', { ...form, pin: newer.pin })
    expect(late.status).toBe(422)
  })

  test('is told from the PIN of a code, which still leads to that code', async () => {
    const { ada, form } = await invited()
    const code = await issueCode(ada, { platform: 'ios' })
    const visitor = phone()
    await visitor.post('/go', { ...form, pin: code.pin })
    expect((await visitor.get('/go/continue')).html).toContain(`name="grant" value="${code.grant.id}"`)
    await visitor.post('/go', form)
    expect((await visitor.get('/go/continue')).html).not.toContain('name="grant"')
  })

  test('opens nothing after five wrong ones, until there is a new one', async () => {
    const { ref, invitation, form } = await invited()
    const wrong = form.pin === '00000000' ? '11111111' : '00000000'
    for (let index = 0; index < 5; index += 1) await phone().post('/go', { ...form, pin: wrong })
    expect((await phone().post('/go', form)).status).toBe(422)
    const renewed = await services.provisioning
      .sessionOf(ref)
      .renewInvitationPin({ invitationId: invitation.id, actor })
    expect((await phone().post('/go', form)).status).toBe(422)
    const fresh = await phone().post('/go', { ...form, pin: renewed?.credentials?.pin ?? '' })
    expect(fresh.location).toBe('/go/continue')
  })
})

test('who was invited cannot be told: same status, page, headers and work, and no object is written', async () => {
  const { form, ref } = await invited()
  const wrong = form.pin === '00000000' ? '11111111' : '00000000'
  const email = `stranger${'x'.repeat(Math.max(0, form.email.length - 21))}@acme.example`
  const work = async (typed: typeof form) => {
    const trips = watchTrips()
    const sessions = vi.spyOn(bindings.provisionSessions, 'get')
    const page = await phone().post('/go', typed)
    const calls = [trips.count(), sessions.mock.calls.length]
    trips.stop()
    sessions.mockRestore()
    const headers = [...page.headers].map(([name, value]) => [
      name,
      /^(set-cookie|x-request-id)$/.test(name) ? value.length > 0 : value,
    ])
    return { status: page.status, html: page.html.replaceAll(typed.email, '…'), headers, calls }
  }
  // The first failure of a quarter of an hour is written down after the answer: it is no part of the work.
  await phone().post('/go', { ...form, pin: wrong })
  await settle(ref)
  const known = await work({ ...form, pin: wrong })
  const unknown = await work({ ...form, email, pin: wrong })
  expect(unknown).toEqual(known)
  expect(await rowsIn(ref, 'SELECT id FROM claims')).toEqual([])
  const stranger = services.keys.nameOf('unknown', '1', email)
  expect(await tablesIn(stranger)).toEqual([])
})
