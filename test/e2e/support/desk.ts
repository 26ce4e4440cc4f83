import type { Locator, Page } from 'playwright-core'
import { codeIn, readMails, waitForMail } from './mailbox.ts'

/** Somebody at the pages of managers or supervisors: fields by name, buttons by what stands on them. */
export class Desk {
  readonly page: Page
  private readonly baseUrl: string

  constructor(page: Page, baseUrl: string) {
    this.page = page
    this.baseUrl = baseUrl
  }

  async open(path: string): Promise<void> {
    await this.page.goto(`${this.baseUrl}${path}`)
  }

  field(name: string): Locator {
    return this.page.locator(`main [name="${name}"]`)
  }

  async fill(fields: Record<string, string>): Promise<void> {
    for (const [name, value] of Object.entries(fields)) await this.field(name).fill(value)
  }

  /** Chooses from a list by what an option begins with. */
  async pick(name: string, beginning: string): Promise<void> {
    const option = this.field(name).locator('option', { hasText: new RegExp(`^${beginning}`) })
    await this.field(name).selectOption((await option.getAttribute('value')) ?? '')
  }

  /** One of several cards; the radio button itself is covered by it. */
  async choose(name: string, value: string): Promise<void> {
    await this.page.locator(`main label:has([name="${name}"][value="${value}"])`).click()
  }

  async press(name: string): Promise<void> {
    await this.page.locator('main').getByRole('button', { name, exact: true }).first().click()
  }

  async follow(name: string): Promise<void> {
    await this.page.locator('main').getByRole('link', { name, exact: true }).first().click()
  }

  /** Waits for words on the page. */
  async read(text: string | RegExp): Promise<void> {
    await this.page.locator('main').getByText(text).first().waitFor()
  }

  path(): string {
    return new URL(this.page.url()).pathname
  }

  async goesTo(path: string | RegExp): Promise<void> {
    await this.page.waitForURL((url) =>
      typeof path === 'string' ? url.pathname === path : path.test(url.pathname),
    )
  }

  /** From `/sign-in` to the passkey, by the code that is mailed. */
  async proveAddress(address: string): Promise<void> {
    const before = (await readMails(this.baseUrl, address)).length
    await this.fill({ email: address })
    await this.press('Send me a code')
    await this.field('code').waitFor()
    await this.fill({ code: codeIn(await waitForMail(this.baseUrl, address, before + 1)) })
    await this.press('Continue')
  }

  /** At the step that asks for it: makes the first passkey of the account. */
  async makePasskey(name: string): Promise<void> {
    await this.fill({ name })
    await this.press('Make a passkey')
  }
}
