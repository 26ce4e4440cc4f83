import { setTimeout } from 'node:timers/promises'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDevice } from '../../src/tools/device/client.ts'
import { parseProvisionUrl } from '../../src/tools/device/link.ts'
import { launchBrowser } from '../support/browser.ts'
import { addAuthenticator, type VirtualAuthenticator } from './support/authenticator.ts'
import { Desk } from './support/desk.ts'
import { freshAddress, linkIn, readMails, waitForMail } from './support/mailbox.ts'
import { invitePerson, type Person } from './support/people.ts'
import { rentServer } from './support/server.ts'
import { Wizard } from './support/wizard.ts'

/**
 * The whole service through its pages, from a fresh installation to a device that works: the first supervisor, a
 * manager, and a person who meets what these two have set up. Nobody edits a row by hand.
 */

const { baseUrl, bootstrapSecret } = await rentServer()
const SUPERVISOR = freshAddress('katherine', 'latchkey.example')

let browser: Browser
/** Who claimed the service: the secret works once in a run, so it is spent here and nowhere else. */
let supervisor: { person: Person; desk: Desk; authenticator: VirtualAuthenticator }
beforeAll(async () => {
  browser = await launchBrowser()
  supervisor = await claimService()
})
afterAll(() => browser.close())

async function claimService() {
  const person = await invitePerson(browser)
  const authenticator = await addAuthenticator(person.page)
  const desk = new Desk(person.page, baseUrl)
  await desk.open('/supervise/claim')
  await desk.fill({
    secret: bootstrapSecret,
    email: SUPERVISOR,
    name: 'Katherine Johnson',
  })
  await desk.press('Claim the service')
  await desk.makePasskey('Laptop')
  await desk.goesTo('/supervise')
  expect(await authenticator.count()).toBe(1)
  return { person, desk, authenticator }
}

test('supervisor, manager, person, device: everything that registration needs is set up in pages', async () => {
  const slug = `nova-${crypto.randomUUID().slice(0, 8)}`
  const domain = `${slug}.example`

  const invited = await makeOrganisation(slug, `margaret@${domain}`)
  const manager = await joinAsManager(invited)
  await writeRule(manager.desk, domain)
  await makeTemplates(manager.desk)
  await offerThem(manager.desk)

  await meetTheRule(slug, domain)
  const owner = await invitePerson(browser)
  const wizard = new Wizard(owner.page, baseUrl)
  const address = freshAddress('ada', domain)
  await wizard.register({ path: `/setup/${slug}`, address, platform: 'agent' })
  await wizard.status('waiting').waitFor()
  // The account template allows no PIN; the device template says what to do.
  expect(await owner.page.getByTestId('pin').count()).toBe(0)
  await owner.page.getByText('Hold the arm’s badge to the reader').waitFor()

  const first = await provision(wizard)
  expect(first.configuration).toContain('https://workshop.nova.example/')
  expect(owner.complaints).toEqual([])

  await lookAfterwards(manager.desk, address)
  expect(manager.person.complaints).toEqual([])
  expect(supervisor.person.complaints).toEqual([])
  await owner.context.close()
  await manager.person.context.close()
}, 180_000)

/** Makes an organisation, invites its manager, switches it on. The invitation's link. */
async function makeOrganisation(slug: string, manager: string) {
  const { desk } = supervisor
  await desk.open('/supervise/organisations/new')
  await desk.fill({ name: 'Nova Arms', slug })
  expect(await desk.field('siteId').inputValue()).toMatch(/^\d{4,10}$/)
  await desk.press('Make the organisation')
  await desk.read('The organisation is there, switched off. Next: invite a manager.')
  await desk.read('Its manager writes the e-mail requirement, under Device setup. Until then no address is')

  await desk.fill({ email: manager })
  await desk.press('Send the invitation')
  await desk.read('Invited. The e-mail is on its way.')
  const mail = await waitForMail(baseUrl, manager)
  expect(mail.subject).toContain('Nova Arms')

  await desk.follow('Switch on')
  await desk.read('No address is accepted until its manager has written the e-mail requirement.')
  await desk.press('Switch on')
  await desk.read('Switched on. It takes effect at once.')
  return { address: manager, link: linkIn(mail, baseUrl) }
}

/** By the link in the mail, with a browser and an authenticator of their own. */
async function joinAsManager({ address, link }: { address: string; link: string }) {
  const person = await invitePerson(browser)
  const authenticator = await addAuthenticator(person.page)
  const desk = new Desk(person.page, baseUrl)
  await person.page.goto(link)
  await desk.proveAddress(address)
  await desk.makePasskey('Work laptop')
  await desk.goesTo('/manage')
  expect(await authenticator.count()).toBe(1)
  return { person, desk }
}

/** The tester answers while the rule is typed: who matches, who does not and why, what looks wrong. */
async function writeRule(desk: Desk, domain: string): Promise<void> {
  await desk.open('/manage/setup/addresses')
  const stranger = 'eve@elsewhere.example'
  const longer = `grace@${domain}.evil.example`
  await desk.fill({
    emailRule: `[^@]+@${domain}`,
    tryThese: [`Ada@${domain}`, stranger, longer].join('\n'),
  })
  const rowOf = (address: string) => desk.page.locator('[data-region="trial"] tr', { hasText: address })
  await rowOf(stranger).getByText('Does not match the rule.').waitFor()
  await desk.read('A dot stands for any character')

  await desk.fill({ emailRule: `[^@]+@${domain.replaceAll('.', '\\.')}` })
  await desk.page.getByText('A dot stands for any character').waitFor({ state: 'detached' })
  expect(await rowOf(`Ada@${domain}`).innerText()).toContain('Matches the rule.')
  expect(await rowOf(stranger).innerText()).toContain('Does not match the rule.')
  expect(await rowOf(longer).innerText()).toContain(
    `Only “grace@${domain}” matches. The rule must match the whole address.`,
  )
  await desk.fill({ hintEn: `addresses that end in @${domain}` })
  await desk.press('Save the rule')
  await desk.read('The e-mail rule is saved.')
}

/** One account template without PIN, one device at a time; a device template each for two platforms. */
async function makeTemplates(desk: Desk): Promise<void> {
  await desk.open('/manage/account-templates/new')
  await desk.fill({ name: 'Workshop', groups: 'Arms' })
  await desk.choose('devices', 'one')
  await desk.page.locator('main [name="permissions"][value="pin"]').uncheck()
  await desk.press('Create template')
  await desk.read('The template is there.')

  await desk.open('/manage/device-templates/new')
  await desk.pick('platform', 'iPhone')
  await desk.fill({ name: 'Phones' })
  await desk.press('Make the template')
  await desk.read('The template is made.')

  await desk.open('/manage/device-templates/new?platform=agent')
  await desk.fill({ name: 'Robot arm' })
  await desk.press('Make the template')
  await desk.read('The template is made.')
  await desk.fill({ 'instructions.en': '1. Hold the arm’s badge to the reader.' })
  await desk.press('Add a link')
  await desk.field('webLinks.0.label').waitFor()
  await desk.fill({ 'webLinks.0.label': 'Workshop', 'webLinks.0.url': 'https://workshop.nova.example/' })
  await desk.press('Save')
  await desk.read('Saved. Devices get it with their next report.')
}

/** Device setup hands out exactly these. */
async function offerThem(desk: Desk): Promise<void> {
  await desk.open('/manage/setup/people')
  await desk.pick('accountTemplateId', 'Workshop')
  await desk.press('Save')
  await desk.read('Saved. It holds for whoever registers from now on.')

  await desk.open('/manage/setup/devices')
  await desk.pick('platform.ios', 'Phones')
  await desk.pick('platform.agent', 'Robot arm')
  await desk.press('Save the platforms')
  await desk.read('The platforms are saved.')
}

/** Somebody whom the rule refuses reads the manager's words, and no mail is sent. */
async function meetTheRule(slug: string, domain: string): Promise<void> {
  const stranger = await invitePerson(browser)
  const wizard = new Wizard(stranger.page, baseUrl)
  const address = freshAddress('eve', 'elsewhere.example')
  await wizard.open(`/setup/${slug}`)
  await wizard.giveEmail(address)
  await wizard.error().first().waitFor()
  expect(await wizard.error().first().innerText()).toContain(`addresses that end in @${domain}`)
  expect(await readMails(baseUrl, address)).toEqual([])
  await stranger.context.close()
}

/** A device redeems what the page shows and comes alive; the page says so without a reload. */
async function provision(wizard: Wizard) {
  const link = parseProvisionUrl(await wizard.provisionUrl())
  if (!link || !('code' in link)) throw new Error('the page shows no provision URL')
  await wizard.page.evaluate('globalThis.stayed = true')
  const device = await createDevice({ baseUrl: link.baseUrl, holder: 'dpop' })
  const answer = await device.redeem({ code: link.code, device: { name: 'Arm 7' } })
  expect(answer.status).toBe(201)
  await wizard.status('redeemed').waitFor({ timeout: 10_000 })
  const configuration = JSON.stringify((await device.configuration()).body)
  expect((await device.checkIn({ name: 'Arm 7' })).body).toMatchObject({ status: 'active' })
  await wizard.status('active').waitFor({ timeout: 10_000 })
  expect(await wizard.page.evaluate('globalThis.stayed')).toBe(true)
  return { device, configuration }
}

/** The manager finds the person with what the template gave them, and the audit says what happened. */
async function lookAfterwards(desk: Desk, address: string): Promise<void> {
  await desk.open('/manage/accounts')
  const row = desk.page.locator('main tr', { hasText: address })
  expect(await row.innerText()).toContain('Ada Lovelace')
  await desk.open('/manage/audit')
  await desk.read(/provisioned successfully/i)
  await desk.read(/Provision code created for/)
}

test('the supervisor signs out, and comes back by code and passkey, then by passkey alone', async () => {
  const { desk, authenticator, person } = supervisor
  const { page, complaints } = person
  const signOut = async () => {
    await desk.open('/account')
    // Nobody is at the authenticator: what the e-mail field could offer waits.
    await authenticator.answer(false)
    await page.getByRole('button', { name: 'Sign out', exact: true }).click()
    await desk.read('You are signed out.')
  }

  await desk.open('/account')
  await page.getByRole('link', { name: 'Laptop', exact: true }).waitFor()
  await signOut()
  // Its script comes late: nobody can press the button before.
  await page.route('**/passkey.js', (route) => setTimeout(1000).then(() => route.continue()))
  await desk.proveAddress(SUPERVISOR)
  await authenticator.answer(true)
  await authenticator.verify(false)
  await desk.press('Use my passkey')
  await desk.read('Press the button to try again.')
  await authenticator.verify(true)
  await desk.press('Use my passkey')
  await desk.goesTo('/supervise')

  await signOut()
  await desk.open('/supervise/service')
  expect(page.url()).toBe(`${baseUrl}/sign-in?to=%2Fsupervise%2Fservice`)
  await authenticator.answer(true)
  // The e-mail field offers it by itself where the authenticator answers at once; else the button does.
  const button = page.getByRole('button', { name: 'Sign in with a passkey', exact: true })
  await button.click({ timeout: 2000 }).catch(() => {})
  await desk.goesTo('/supervise/service')
  expect(complaints).toEqual([])
})

test('the secret that claimed the service claims it no more', async () => {
  const { page, context } = await invitePerson(browser)
  expect((await page.goto(`${baseUrl}/supervise/claim`))?.status()).toBe(200)
  expect(await page.locator('[name="secret"]').count()).toBe(0)
  await page.getByText('This service has its supervisor').waitFor()
  await context.close()
})
