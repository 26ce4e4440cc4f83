import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { Desk } from './support/desk.ts'
import { type Access, readAccess, redeem, scan } from './support/invited.ts'
import { type Guest, Inviting, makeGuest } from './support/inviting.ts'
import { LiveList } from './support/live-lists.ts'
import { waitForMail } from './support/mailbox.ts'
import { invitePerson, type Person, PHONES } from './support/people.ts'
import { rentServer } from './support/server.ts'
import { findFaults, KeptPages } from './support/well-formed.ts'

/**
 * A manager brings people in: invites them by a file, watches how they come, helps, and ends an invitation. Both
 * lists stand open in tabs of their own and are never loaded again.
 */

const { baseUrl } = await rentServer()
/** The demonstration's organisation. */
const SITE = '4711'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const pages = new KeptPages(['/i/', '/manage/invitations', '/manage/devices'])

async function signInAsManager(): Promise<Person> {
  const manager = await invitePerson(browser)
  await manager.page.goto(`${baseUrl}/dev`)
  await manager.page.getByRole('button', { name: 'Sign in and open /manage', exact: true }).click()
  await manager.page.waitForURL(`${baseUrl}/manage`)
  manager.context.on('page', (page) => pages.follow(page))
  pages.follow(manager.page)
  return manager
}

/** Somebody on their phone, by the link of their mail. */
async function openLink({ link }: Access): Promise<Person> {
  const person = await invitePerson(browser, { phone: PHONES.iphoneSafari })
  pages.follow(person.page)
  await person.page.goto(link)
  await person.page.getByRole('heading', { level: 1 }).waitFor()
  return person
}

const receive = async ({ address }: Guest, count = 1) =>
  readAccess(baseUrl, await waitForMail(baseUrl, address, count))

/** Link and PIN open nothing any more, to a browser and to a device; the page says why. */
async function expectDead(access: Access, { address }: Guest, why: string): Promise<void> {
  const person = await invitePerson(browser, { phone: PHONES.iphoneSafari })
  pages.follow(person.page)
  expect((await person.page.goto(access.link))?.status()).toBe(410)
  await person.page.getByRole('heading', { level: 1, name: why }).waitFor()
  await person.context.close()
  const typed = { site: SITE, username: address, code: access.pin }
  for (const { answer } of [await redeem(access), await redeem(access, typed)])
    expect(answer).toMatchObject({ status: 403, body: { code: 'invalid_provision_code' } })
}

test('people who are invited turn into devices while their manager looks on', async () => {
  const [ada, bob, cleo] = [makeGuest('Ada'), makeGuest('Bob'), makeGuest('Cleo')]
  const manager = await signInAsManager()
  const acts = new Inviting(new Desk(manager.page, baseUrl))
  const devices = await LiveList.open(manager, baseUrl, '/manage/devices')

  await acts.sendFile([ada, bob, cleo])
  const invitations = await LiveList.open(manager, baseUrl, '/manage/invitations')
  const [adas, bobs, cleos] = [await receive(ada), await receive(bob), await receive(cleo)]
  for (const { qr, link } of [adas, bobs, cleos]) expect(qr).toBe(link)

  const slot = {
    ada: await devices.line(ada.name),
    bob: await devices.line(bob.name),
    cleo: await devices.line(cleo.name),
  }
  const sent = {
    ada: await invitations.line(ada.name),
    bob: await invitations.line(bob.name),
    cleo: await invitations.line(cleo.name),
  }
  for (const line of Object.values(slot)) await line.says(/^Invited\s*Invitation sent$/)
  for (const line of Object.values(sent)) await line.says(/^Sent/)

  // A program follows Ada's link. Bob's device redeems, and has not said what it is.
  await scan(adas.link)
  const { device, answer } = await redeem(bobs)
  expect(answer).toMatchObject({ status: 201, body: { device: { id: slot.bob.id } } })
  await slot.ada.says('Invitation sent. Link fetched, possibly by a mail scanner')
  await sent.ada.says(/^Sent.*Link fetched .*, possibly by a mail scanner$/s)
  await slot.bob.says('Pending…')
  await slot.bob.says('Waiting for its first check-in')
  await sent.bob.says('Accepted')

  // Ada touches the page, Bob's device reports, and Cleo gets another invitation.
  const phone = await openLink(adas)
  await phone.page.getByRole('heading', { level: 1 }).tap()
  await device.configuration()
  const reported = await device.checkIn({ name: `Arm of ${bob.name}`, model: 'Arm 7' })
  expect(reported.body).toMatchObject({ status: 'active' })
  await acts.sendNewOne(cleo)
  await expectDead(cleos, cleo, 'There is a newer invitation')
  await slot.ada.says('Invitation opened')
  await sent.ada.says(/^Opened(?!.*scanner)/s)
  await slot.bob.says(`Arm of ${bob.name}`)
  await slot.bob.says(/^Active$/)
  await sent.cleo.says('Replaced')
  const newer = await receive(cleo, 2)
  expect((await redeem(newer)).answer).toMatchObject({ status: 201, body: { device: { id: slot.cleo.id } } })

  // What the manager sees is what the mail said, and renewing the device leaves it so.
  expect(await acts.showCredentials(bob)).toEqual(bobs)
  await acts.renewDevice(slot.bob.id)
  expect(await receive(bob, 2)).toEqual(bobs)
  expect(await acts.showCredentials(bob)).toEqual(bobs)
  expect(await acts.count(bob)).toBe(1)
  const audit = await acts.readAudit()
  expect(audit.split(`Credentials of ${bob.name}’s invitation looked at`)).toHaveLength(3)
  for (const { link, pin } of [adas, bobs, cleos, newer]) {
    expect(audit).not.toContain(new URL(link).searchParams.get('k'))
    expect(audit).not.toContain(pin)
  }

  await acts.deactivate(ada)
  await expectDead(adas, ada, 'This invitation has ended')
  await phone.page.locator('main form[method="post"] button').first().tap()
  await phone.page.getByRole('heading', { level: 1, name: 'This invitation has ended' }).waitFor()
  await slot.ada.goes()
  await slot.cleo.says('Pending…')
  await sent.ada.says('Deactivated')
  expect((await device.checkIn()).status).toBe(200)

  expect(await Promise.all([devices.stayed(), invitations.stayed()])).toEqual([true, true])
  // The file with the wrong address was refused: browsers complain of that.
  expect(manager.complaints.filter((one) => !one.includes('status of 422'))).toEqual([])
  await lookAtPages(manager, { link: newer.link, invitation: sent.bob.id, device: slot.bob.id })
  await Promise.all([manager.context.close(), phone.context.close()])
}, 300_000)

/** What only the way through them shows, and one of each kind beside it. */
const PAGES = [
  ...['GET 200 /i/:id', 'GET 200 /i/:id ios', 'GET 404 /i/:id', 'GET 410 /i/:id', 'POST 410 /i/:id'],
  ...['POST 200 /manage/invitations/new', 'POST 422 /manage/invitations/new'],
  ...['GET 200 /manage/invitations/jobs/:id', 'GET 200 /manage/invitations/:id'],
  ...[
    'POST 200 /manage/invitations/:id/credentials',
    'GET 200 /manage/devices',
    'GET 200 /manage/devices/:id',
  ],
]

/** All that was met on the way is well-formed, and the pages beside it. */
async function lookAtPages(manager: Person, at: { link: string; invitation: string; device: string }) {
  const [invitations, devices] = [`${baseUrl}/manage/invitations`, `${baseUrl}/manage/devices`]
  await pages.fetch(manager.page, [
    ...['addresses', 'accounts'].map((way) => `${invitations}/new?by=${way}`),
    ...['', '/deactivate', '/renew', '/credentials'].map((act) => `${invitations}/${at.invitation}${act}`),
    ...['', '/delete', '/renew'].map((act) => `${devices}/${at.device}${act}`),
    ...['/views', '/views?status=active', '?status=ended'].map((rest) => `${devices}${rest}`),
    ...['ios', 'android', 'windows', 'agent'].map((platform) => `${at.link}&for=${platform}`),
    `${at.link}x`,
  ])
  const { seen, faults } = await pages.judge()
  expect(faults).toEqual({})
  expect(seen).toEqual(expect.arrayContaining(PAGES))
}

test('the look at pages finds what is broken', async () => {
  const page = await (await fetch(`${baseUrl}/i/nobody`)).text()
  expect(await findFaults(page)).toEqual([])
  expect(await findFaults(page.replace('</h1>', ''))).not.toEqual([])
  expect(await findFaults(page.replace('<h1', '<h1 id="a"').replace('<body', '<body id="a"'))).not.toEqual([])
})
