import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { codeIn, freshAddress, waitForMail } from './support/mailbox.ts'
import { invitePerson } from './support/people.ts'
import { rentServer } from './support/server.ts'
import { Wizard } from './support/wizard.ts'

const { baseUrl } = await rentServer()
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

/** What axe-core finds on the page as it stands: `<rule>: <element>`. */
async function findBarriers(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(`axe.run().then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html.slice(0, 160))))`)
}

test.each(['light', 'dark'] as const)(
  'every step of the wizard is free of barriers that a machine can find: %s',
  async (colorScheme) => {
    const { page, context } = await invitePerson(browser, { colorScheme })
    const found: Record<string, string[]> = {}
    const look = async (step: string) => {
      found[step] = await findBarriers(page)
    }
    const wizard = new Wizard(page, baseUrl)
    const address = freshAddress()
    await wizard.open()
    await look('address')
    await wizard.giveEmail('eve@elsewhere.example')
    await wizard.error().first().waitFor()
    await look('address refused')
    await wizard.giveEmail(address)
    await wizard.field('code').waitFor()
    await look('code')
    await wizard.giveCode(codeIn(await waitForMail(baseUrl, address)))
    await wizard.field('name').waitFor()
    await look('about')
    await wizard.giveName('Ada Lovelace')
    await wizard.step('platform').waitFor()
    await look('device')
    await wizard.choosePlatform('agent')
    await wizard.status('waiting').waitFor()
    await look('result')
    await page.goto(await wizard.provisionUrl())
    await look('link')

    expect(Object.keys(found)).toHaveLength(7)
    expect(Object.entries(found).filter(([, barriers]) => barriers.length > 0)).toEqual([])
    await context.close()
  },
)

test('the search for barriers finds one that is there', async () => {
  const { page, context } = await invitePerson(browser)
  await new Wizard(page, baseUrl).open()
  await page.evaluate(
    `document.querySelector('main [name="email"]').labels.forEach((label) => label.remove())`,
  )
  expect((await findBarriers(page)).join()).toMatch(/label/)
  await context.close()
})

test('the wizard fits a window 320 pixels wide', async () => {
  const { page, context } = await invitePerson(browser)
  await page.setViewportSize({ width: 320, height: 640 })
  const wizard = new Wizard(page, baseUrl)
  const overflow = () => page.evaluate('document.documentElement.scrollWidth - innerWidth')
  await wizard.open()
  expect(await overflow()).toBe(0)
  await wizard.register({ address: freshAddress('a-person-with-a-rather-long-name') })
  expect(await overflow()).toBe(0)
  await context.close()
})
