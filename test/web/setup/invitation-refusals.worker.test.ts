import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { DAY, SECOND } from '../../../src/kernel/time.ts'
import { devicesOf } from '../../support/devices.ts'
import { invite } from '../../support/invitations.ts'
import { phone } from '../../support/phones.ts'
import type { Visitor } from '../../support/visitor.ts'
import {
  breakDatabase,
  inD1,
  makePerson,
  makeTestDevice,
  rowsIn,
  seedWorld,
  services,
  time,
} from '../../support/world.ts'

beforeAll(seedWorld)
beforeEach(time.start)
afterEach(() => vi.restoreAllMocks())

type Invitation = Awaited<ReturnType<typeof invite>>

const actor = { kind: 'manager', id: 'acc_manager' } as const
const pathOf = ({ ref, secret }: Invitation) => `/i/${ref}?k=${secret}`
const ios = { platform: 'ios', ownership: 'personal' }
const press = (visitor: Visitor, { ref, secret }: Invitation, form: Record<string, string> = {}) =>
  visitor.post(`/i/${ref}`, { k: secret, ...ios, ...form })
const wrongFor = ({ pin }: Invitation) => (pin === '00000000' ? '11111111' : '00000000')

/** A browser that has the page open. */
async function open(invitation: Invitation) {
  const visitor = phone()
  await visitor.get(pathOf(invitation))
  return visitor
}

describe('a wrong PIN', () => {
  test('is said at its field, without the number of tries, and is not kept in the page', async () => {
    const invitation = await invite(await makePerson(), { confirmation: 'pin' })
    const visitor = await open(invitation)
    for (const pin of ['', wrongFor(invitation)]) {
      const refused = await press(visitor, invitation, { pin })
      expect(refused.status).toBe(422)
      expect(refused.html).toContain('id="pin-error"')
      expect(refused.html).not.toMatch(/\btr(y|ies) (is |are )?left/)
      expect(refused.html).toMatch(/name="pin" type="text" value=""/)
      expect(refused.html).toMatch(/value="personal" checked/)
    }
    const grouped = `${invitation.pin.slice(0, 4)} ${invitation.pin.slice(4)}`
    expect((await press(visitor, invitation, { pin: grouped })).status).toBe(303)
  })

  test('five times closes PIN entry behind this link; a new PIN opens it, and the link stays', async () => {
    const invitation = await invite(await makePerson(), { confirmation: 'pin' })
    const visitor = await open(invitation)
    const pages = []
    for (let index = 0; index < 5; index += 1)
      pages.push(await press(visitor, invitation, { pin: wrongFor(invitation) }))
    expect(pages.at(-1)?.html).toContain('The PIN is closed for now')
    expect(pages.at(-1)?.html).toContain('Ask for a new PIN')
    expect(pages.at(-1)?.html).not.toContain('<form method="post" action="/i/')
    const right = await press(visitor, invitation, { pin: invitation.pin })
    expect([right.status, right.html.includes('The PIN is closed')]).toEqual([422, true])
    expect((await phone().get(pathOf(invitation))).html).toContain('The PIN is closed for now')

    const renewed = await services.provisioning
      .sessionOf(invitation.ref)
      .renewInvitationPin({ invitationId: invitation.invitation.id, actor })
    const pin = renewed?.credentials?.pin ?? ''
    expect((await press(visitor, invitation, { pin })).status).toBe(303)
  })

  test('at the other door closes that door only: the page still takes the right one', async () => {
    const ada = await makePerson()
    const invitation = await invite(ada, { confirmation: 'pin' })
    for (let index = 0; index < 6; index += 1) {
      const guess = await makeTestDevice()
      await guess.redeem({ site: '4711', username: ada.address, code: wrongFor(invitation) })
    }
    expect((await press(await open(invitation), invitation, { pin: invitation.pin })).status).toBe(303)
  })
})

describe('an invitation that is over', () => {
  const endings = [
    ['superseded', 'There is a newer invitation', 'Look for the newest message'],
    ['deactivated', 'This invitation has ended', 'Ask the helpdesk for a new one'],
    ['expired', 'This invitation has run out', 'Ask the helpdesk for a new one'],
  ] as const
  const end = {
    superseded: async (ada: Awaited<ReturnType<typeof makePerson>>) => {
      await invite(ada)
    },
    deactivated: async (_ada: unknown, { ref, invitation }: Invitation) => {
      await services.provisioning.sessionOf(ref).deactivateInvitation({ invitationId: invitation.id, actor })
    },
    expired: async () => time.pass(2 * DAY),
  }

  test.each(endings)('%s says so, names the next step, and sets up nothing', async (how, title, next) => {
    const ada = await makePerson()
    const invitation = await invite(ada, { validitySeconds: DAY / SECOND })
    const before = await open(invitation)
    const set = await press(before, invitation)
    await end[how](ada, invitation)
    const devices = (await devicesOf(ada.account.id)).filter(({ lifecycle }) => lifecycle === 'pending')
    for (const page of [
      await phone().get(pathOf(invitation)),
      await press(await open(invitation), invitation),
    ]) {
      expect([page.status, page.html.includes(title), page.html.includes(next)]).toEqual([410, true, true])
      expect(page.html).not.toContain(set.location)
    }
    // Who set one up with it before still finds it.
    expect((await before.get(pathOf(invitation))).html).toContain(`href="${set.location}"`)
    expect(devices).toHaveLength(1)
  })

  test('with all its devices there says that, and leads to them', async () => {
    const invitation = await invite(await makePerson(), { invitationDeviceLimit: 1 })
    const late = await open(invitation)
    const visitor = await open(invitation)
    const set = await press(visitor, invitation)
    const full = await press(late, invitation)
    expect([full.status, full.html.includes('All devices of this invitation are set up')]).toEqual([
      409,
      true,
    ])
    expect((await visitor.get(pathOf(invitation))).html).toContain(`href="${set.location}"`)
  })

  test('by the limit of the account says that the invitation is not used up', async () => {
    const invitation = await invite(await makePerson(), { deviceLimit: 1 })
    await press(await open(invitation), invitation)
    const refused = await press(await open(invitation), invitation)
    expect([refused.status, refused.html.includes('No more devices for this account')]).toEqual([409, true])
  })
})

describe('what is switched off between page and button', () => {
  test.each(['enabled', 'setup_open'])(
    'the organisation (%s): a clear page, and nothing is set up',
    async (column) => {
      const ada = await makePerson()
      const invitation = await invite(ada)
      const visitor = await open(invitation)
      await inD1(`UPDATE organisations SET ${column} = 0 WHERE id = 1`)
      const pages = [await press(visitor, invitation), await visitor.get(pathOf(invitation))]
      await inD1(`UPDATE organisations SET ${column} = 1 WHERE id = 1`)
      for (const page of pages) {
        expect([page.status, page.html.includes('Device setup is switched off')]).toEqual([503, true])
        expect(page.html).toContain('Acme Robotics')
      }
      expect(await rowsIn(invitation.ref, 'SELECT id FROM claims')).toEqual([])
      expect((await press(visitor, invitation)).status).toBe(303)
    },
  )

  test('the account: its invitation has ended with it', async () => {
    const ada = await makePerson()
    const invitation = await invite(ada)
    const visitor = await open(invitation)
    await services.provisioning.setDisabled({ account: ada.account, disabled: true, actor })
    const page = await press(visitor, invitation)
    expect([page.status, page.html.includes('This invitation has ended')]).toEqual([410, true])
  })

  test('the account in D1 alone: it is told so', async () => {
    const ada = await makePerson()
    const invitation = await invite(ada)
    const visitor = await open(invitation)
    await inD1('UPDATE accounts SET disabled_at = 1 WHERE id = ?', ada.account.id)
    const page = await press(visitor, invitation)
    expect([page.status, page.html.includes('Your account is switched off')]).toEqual([403, true])
  })

  test('the database: nothing is used up', async () => {
    const ada = await makePerson()
    const invitation = await invite(ada)
    const visitor = await open(invitation)
    const broken = breakDatabase()
    for (const page of [await press(visitor, invitation), await visitor.get(pathOf(invitation))])
      expect([page.status, page.html.includes('Nothing is lost')]).toEqual([503, true])
    broken.mend()
    expect(await rowsIn(invitation.ref, 'SELECT id FROM claims')).toEqual([])
    expect((await press(visitor, invitation)).status).toBe(303)
  })
})

test('a form from another site changes nothing', async () => {
  const invitation = await invite(await makePerson())
  const visitor = await open(invitation)
  const foreign = await visitor.post(
    `/i/${invitation.ref}`,
    { k: invitation.secret, ...ios },
    { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
  )
  expect(foreign.status).toBe(403)
  expect(await rowsIn(invitation.ref, 'SELECT id FROM claims')).toEqual([])
})
