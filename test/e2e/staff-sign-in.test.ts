import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { codeIn, freshAddress, waitForMail } from './support/mailbox.ts'
import { invitePerson } from './support/people.ts'
import { rentServer } from './support/server.ts'

const { baseUrl } = await rentServer()
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

test('without script the page says what to do, and signing in by a code still works', async () => {
  const { page, context } = await invitePerson(browser, { script: false })
  const address = freshAddress()
  await page.goto(`${baseUrl}/sign-in`)
  await page.getByText('Passkeys need JavaScript').waitFor()
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.getByTestId('error').waitFor()
  await page.locator('[name="email"]').fill(address)
  await page.getByRole('button', { name: 'Send me a code' }).click()
  await page.locator('[name="code"]').fill(codeIn(await waitForMail(baseUrl, address)))
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByText('No account yet').waitFor()
  await context.close()
})
