import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { makeManager, type TestStaff } from '../../support/staff.ts'
import {
  bindings,
  inD1,
  makeTestDevice,
  seedWorld,
  services,
  settle,
  time,
  watchTrips,
} from '../../support/world.ts'
import { holdJobs, invitationOf, invited, LIST, mailed } from './invitations-support.ts'
import { audited } from './people-support.ts'

/** The page of one invitation: what managers do with it, and its link and PIN. */

let manager: TestStaff
beforeAll(seedWorld)
beforeEach(async () => {
  time.start()
  holdJobs()
  manager = await makeManager()
})
afterEach(() => vi.restoreAllMocks())

const page = (path: string) => manager.visitor.get(path)

describe('one invitation', () => {
  test('is told with everything about it: how far it is, its devices, its messages', async () => {
    const { path } = await invited(mailed('ada@sent.example'))
    const before = await page(path)
    expect(before.html).toContain('It has brought no device yet.')
    expect(before.html).toContain('ada@sent.example')
    expect(before.html).toMatch(/href="\/manage\/messages\/msg/)
    const own = await invited()
    const device = await makeTestDevice()
    const facts = { platform: 'agent', name: 'Ada’s reader' }
    expect((await device.redeem({ code: own.code, device: facts })).status).toBe(201)
    await settle(own.ref)
    const trips = watchTrips()
    const after = await page(own.path)
    expect(trips.count()).toBeLessThanOrEqual(3)
    trips.stop()
    expect(after.html).toContain('Ada’s reader')
    expect(after.html).toMatch(/data-state="accepted"/)
    expect(after.html).not.toContain('Leave out of reminders')
  })

  test('is deactivated after a question: link and PIN are dead at once, its devices stay', async () => {
    const { path, code, ref } = await invited()
    const first = await makeTestDevice()
    const { body } = await first.redeem({ code, device: { platform: 'agent' } })
    await settle(ref)
    const asked = await page(`${path}/deactivate`)
    expect(asked.html).toContain('stop working at once')
    const done = await manager.visitor.post(`${path}/deactivate`, {})
    expect(done.location).toBe(`${path}?done=deactivated`)
    expect((await page(done.location ?? '')).html).toContain('no longer work')
    const second = await makeTestDevice()
    expect((await second.redeem({ code, device: { platform: 'agent' } })).status).toBe(403)
    expect((await first.checkIn(body.credential.token)).status).toBe(200)
    // Pressed twice it stays so.
    expect((await manager.visitor.post(`${path}/deactivate`, {})).status).toBe(303)
    expect((await page(path)).html).not.toContain('Deactivate …')
  })

  test('is replaced after a question: the old one ends, the new one has its own page', async () => {
    const { path, person, code, invitation } = await invited(mailed('ada@sent.example'))
    const asked = await page(`${path}/renew`)
    for (const part of ['die at once', 'stay as they are', 'to ada@sent.example'])
      expect(asked.html).toContain(part)
    expect(asked.html).not.toContain('value="sms"')
    const done = await manager.visitor.post(`${path}/renew`, { channel: 'email' })
    expect(done.location).toMatch(/^\/manage\/invitations\/inv_[^?]+\?done=renewed$/)
    expect(done.location).not.toContain(invitation.id)
    const fresh = await page(done.location ?? '')
    expect(fresh.html).toContain('A new invitation is on its way')
    expect(await invitationOf(person.address)).toMatchObject({
      recipient: 'ada@sent.example',
      channel: 'email',
    })
    expect((await page(path)).html).toContain('Replaced')
    const device = await makeTestDevice()
    expect((await device.redeem({ code, pin: '00000000', device: { platform: 'agent' } })).status).toBe(403)
    const quiet = await manager.visitor.post(`${path}/renew`, { channel: 'none' })
    expect(quiet.location).toContain('done=renewedNone')
  })

  test('gets a new PIN; the link stays', async () => {
    const { path, ref, pin, secret, invitation } = await invited()
    expect((await manager.visitor.post(`${path}/pin`, {})).location).toBe(`${path}?done=pin`)
    const shown = await services.provisioning.sessionOf(ref).showInvitation(invitation.id)
    expect(shown?.credentials?.secret).toBe(secret)
    expect(shown?.credentials?.pin).not.toBe(pin)
  })

  test('is left out of reminders, and taken in again', async () => {
    const { path, invitation } = await invited()
    expect((await page(path)).html).toContain(`action="${path}/leave-out"`)
    await manager.visitor.post(`${path}/leave-out`, {})
    expect(await inD1('SELECT reminders_off FROM invitations WHERE id = ?', invitation.id)).toEqual([
      { reminders_off: 1 },
    ])
    expect((await page(path)).html).toContain('off for this person')
    await manager.visitor.post(`${path}/remind`, {})
    expect((await page(path)).html).toContain(`action="${path}/leave-out"`)
  })

  test('says when the session cannot be reached, and that nothing changed', async () => {
    const { path } = await invited()
    const away = async () => {
      throw new Error('away')
    }
    const spy = vi
      .spyOn(bindings.provisionSessions, 'get')
      .mockReturnValue({ deactivateInvitation: away, showInvitation: away } as never)
    for (const act of ['deactivate', 'credentials']) {
      const refused = await manager.visitor.post(`${path}/${act}`, {})
      expect(refused.location, act).toBe(`${path}?trouble=temporarily_unavailable`)
      expect((await page(refused.location ?? '')).html).toContain('Nothing has changed')
    }
    spy.mockRestore()
    expect((await page(path)).html).toContain('Deactivate …')
  })

  test('shows only words of its own, whatever the address says', async () => {
    const { path } = await invited()
    for (const word of ['constructor', '__proto__', '<b>x</b>']) {
      const { html } = await page(
        `${path}?done=${encodeURIComponent(word)}&trouble=${encodeURIComponent(word)}`,
      )
      expect(html).not.toContain('<b>x')
      expect(html).not.toContain('role="status"')
    }
  })
})

describe('the credentials', () => {
  test('are shown by a POST, stored nowhere, and every look is in the audit', async () => {
    const { path, person, secret, pin, ref } = await invited()
    const before = (await audited('invitation.credentials_shown')).length
    const asked = await page(`${path}/credentials`)
    expect(asked.html).toContain('noted in the audit')
    expect((await audited('invitation.credentials_shown')).length).toBe(before)
    for (const look of [1, 2]) {
      const shown = await manager.visitor.post(`${path}/credentials`, {})
      expect(shown.status).toBe(200)
      expect(shown.headers.get('cache-control')).toBe('no-store')
      expect(shown.html).toContain(`/i/${ref}?k=${secret}`)
      expect(shown.html).toMatch(
        new RegExp(`data-testid="pin"[^>]*><span>${pin.slice(0, 4)}</span><span>${pin.slice(4)}`),
      )
      expect(shown.html).toContain('data-testid="qr"')
      expect(shown.html).toContain('data-testid="provision-url"')
      expect(shown.html).toContain('4711')
      expect(shown.html).toContain(person.address)
      const looks = await audited('invitation.credentials_shown')
      expect(looks.length).toBe(before + look)
      expect(looks.at(-1)).toMatchObject({ actor_id: manager.account.id, account_id: person.account.id })
      expect(JSON.stringify(looks.at(-1))).not.toMatch(new RegExp(`${secret}|${pin}`))
    }
  })

  test('of an ended invitation there are none', async () => {
    const { path, secret } = await invited()
    await manager.visitor.post(`${path}/deactivate`, {})
    expect((await page(`${path}/credentials`)).html).toContain('has no credentials any more')
    const refused = await manager.visitor.post(`${path}/credentials`, {})
    expect(refused.location).toBe(`${path}?trouble=ended`)
    expect((await page(refused.location ?? '')).html).toContain('This invitation has ended')
    expect(refused.html).not.toContain(secret)
  })
})

test('all of it can be read in German', async () => {
  const { path } = await invited()
  await inD1("UPDATE accounts SET locale = 'de' WHERE id = ?", manager.account.id)
  expect((await page(LIST)).html).toContain('Einladungen')
  expect((await page(path)).html).toContain('Wie weit es ist')
  expect((await page(`${LIST}/new`)).html).toContain('Adressen eingeben')
})
