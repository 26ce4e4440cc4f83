import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { DAY } from '../../../src/kernel/time.ts'
import { makeManager, type TestStaff } from '../../support/staff.ts'
import {
  inD1,
  issueCode,
  makePerson,
  makeTestDevice,
  seedWorld,
  services,
  settle,
  time,
  watchTrips,
} from '../../support/world.ts'

let manager: TestStaff
beforeAll(async () => {
  time.start()
  await seedWorld()
})
beforeEach(async () => {
  time.start()
  manager = await makeManager()
})
afterEach(() => vi.restoreAllMocks())

const textOf = (html: string) =>
  html
    .replaceAll(/<(title|desc)[^>]*>[^<]*<\/\1>/g, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
const overviewOf = async (path = '/manage') => textOf((await manager.visitor.get(path)).html)

test('a new organisation is told what to do first, and sees no empty picture', async () => {
  const page = await manager.visitor.get('/manage')
  expect(page.status).toBe(200)
  const text = textOf(page.html)
  expect(text).toContain('First steps')
  expect(text).toContain('Try it yourself (to do)')
  expect(text).toContain('Say who may register (done)')
  expect(text).toContain('No device has been set up yet.')
  expect(page.html).not.toContain('id="by-platform-title"')
})

describe('an organisation at work', () => {
  test('sees its way from address to device, and devices by platform and by day', async () => {
    const before = await services.overview.read(1, 7, time.now())
    const person = await makePerson({ name: 'Ada' })
    const code = await issueCode(person)
    await issueCode(person, { platform: 'linux' })
    const device = await makeTestDevice()
    const { token } = (await device.redeem({ code: code.code })).body.credential
    await device.checkIn(token)
    await settle(person.account.ref)
    const after = await services.overview.read(1, 7, time.now())
    const added = after.funnel.map(({ count }, index) => count - (before.funnel[index]?.count ?? 0))
    expect(added).toEqual([1, 1, 2, 1, 1])
    const page = await manager.visitor.get('/manage?days=7')
    const text = textOf(page.html)
    expect(text).not.toContain('First steps')
    expect(text).toContain('Nothing needs your attention.')
    expect(text).toContain('Another device 1 active')
    expect(text).toContain('20 Nov 1')
    for (const id of ['funnel', 'by-platform', 'by-day']) expect(page.html).toContain(`id="${id}-title"`)
    expect(page.html).not.toContain('style=')
  })

  test('a repeated projection counts nothing twice, and another period counts its own days', async () => {
    const now = await services.overview.read(1, 7, time.now())
    const later = await services.overview.read(1, 7, time.now() + 8 * DAY)
    const wider = await services.overview.read(1, 30, time.now() + 8 * DAY)
    expect(now.provisioned).toHaveLength(1)
    expect(later.provisioned).toEqual([])
    expect(wider.provisioned).toEqual(now.provisioned)
    expect(await overviewOf('/manage?days=12345')).toContain('in 30 days')
  })
})

describe('what needs attention', () => {
  test('stands there with where to look, the most urgent first', async () => {
    const person = await makePerson()
    const at = time.now()
    await inD1("UPDATE accounts SET state = 'unapproved' WHERE id = ?", person.account.id)
    for (const action of ['pin.locked', 'theft.suspected'])
      await inD1(
        "INSERT INTO audit VALUES (?, 1, ?, 'device', 'unknown', ?, ?, NULL, '{}')",
        `aud_${action}`,
        at,
        action,
        person.account.id,
      )
    await inD1(
      "INSERT INTO messages (id, organisation_id, account_id, kind, channel, recipient, locale, payload, state, created_at, queued_at, changed_at) VALUES ('msg_f', 1, ?, 'theft_signal', 'email', 'gone@acme.example', 'en', '{}', 'failed', ?, ?, ?)",
      person.account.id,
      at,
      at,
      at,
    )
    await inD1('UPDATE service SET enabled = 0')
    const { html } = await manager.visitor.get('/manage')
    await inD1('UPDATE service SET enabled = 1')
    const text = textOf(html)
    const order = [
      'A used code, or a device’s credential, was tried by somebody else',
      'A PIN was locked after wrong tries',
      'Device setup is switched off for the whole service',
      'One person waits for your approval',
      'A message could not be delivered',
    ].map((words) => text.indexOf(words))
    expect(order.every((place) => place > 0)).toBe(true)
    expect(order).toEqual(order.toSorted((one, other) => one - other))
    expect(text).toContain('gone@acme.example')
    expect(html).toContain('href="/manage/audit?kind=pin.locked&amp;from=2050-11-19"')
    expect(text).toMatch(/First [a-z ]*now ?\./)
  })

  test('of another organisation is no concern of this one', async () => {
    const read = await services.overview.read(2, 90, time.now())
    expect(read).toMatchObject({ unapproved: 0, pinLocks: 0, thefts: 0, undelivered: [], platforms: [] })
    expect(read.funnel.every(({ count }) => count === 0)).toBe(true)
  })

  test('is not shown for ever: locks for a day, thefts and failures for a week', async () => {
    const day = await services.overview.read(1, 7, time.now() + DAY + 1)
    expect([day.pinLocks, day.thefts, day.undelivered.length]).toEqual([0, 1, 1])
    const week = await services.overview.read(1, 7, time.now() + 7 * DAY + 1)
    expect([week.thefts, week.undelivered.length]).toEqual([0, 0])
  })
})

test('the page asks D1 three times at most, and counting reads a bounded number of rows', async () => {
  await inD1(
    `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)
     INSERT INTO audit SELECT 'aud_many_' || i, 1, ${time.now()} - i * 100000, 'device', 'unknown',
       CASE i % 2 WHEN 0 THEN 'pin.locked' ELSE 'session.started' END, NULL, NULL, '{}' FROM n`,
  )
  const trips = watchTrips()
  const text = await overviewOf('/manage?days=90')
  expect(trips.count()).toBeLessThanOrEqual(3)
  trips.stop()
  expect(text).toContain('More than 99 times PINs were locked')
})
