import type { Locator, Page } from 'playwright-core'
import { codeIn, waitForMail } from './mailbox.ts'

export type Step = 'email' | 'code' | 'name' | 'platform'

/** The setup wizard as a person meets it: each step is a form in `<main>`, known by its field. */
export class Wizard {
  readonly page: Page
  private readonly baseUrl: string

  constructor(page: Page, baseUrl: string) {
    this.page = page
    this.baseUrl = baseUrl
  }

  async open(path = '/setup/acme'): Promise<void> {
    await this.page.goto(`${this.baseUrl}${path}`)
  }

  step(field: Step): Locator {
    return this.page.locator(`main form:has([name="${field}"])`)
  }

  field(name: Step | 'phone'): Locator {
    return this.page.locator(`main [name="${name}"]`)
  }

  error(): Locator {
    return this.page.getByTestId('error')
  }

  async submit(field: Step): Promise<void> {
    await this.step(field).locator('button[type="submit"], button:not([type])').first().click()
  }

  async giveEmail(address: string): Promise<void> {
    await this.field('email').fill(address)
    await this.submit('email')
  }

  async giveCode(code: string): Promise<void> {
    await this.field('code').fill(code)
    await this.submit('code')
  }

  /** Takes the newest code from the mailbox and gives it. */
  async giveMailedCode(address: string): Promise<void> {
    await this.field('code').waitFor()
    await this.giveCode(codeIn(await waitForMail(this.baseUrl, address)))
  }

  async giveName(name: string): Promise<void> {
    await this.field('name').fill(name)
    const terms = this.page.locator('main [name="terms"]')
    if ((await terms.count()) > 0) await terms.check()
    await this.submit('name')
  }

  async choosePlatform(platform: string): Promise<void> {
    // The radio itself may be covered by its card; the label is what a person clicks.
    await this.page.locator(`main label:has([name="platform"][value="${platform}"])`).click()
    const own = this.page.locator('main label:has([name="ownership"][value="personal"])')
    if ((await own.count()) > 0 && (await own.isVisible())) await own.click()
    await this.submit('platform')
  }

  /** From the address to the result page. */
  async register(options: {
    address: string
    name?: string
    platform?: string
    path?: string
  }): Promise<void> {
    await this.open(options.path)
    await this.giveEmail(options.address)
    await this.giveMailedCode(options.address)
    await this.giveName(options.name ?? 'Ada Lovelace')
    await this.choosePlatform(options.platform ?? 'agent')
    await this.page.getByTestId('status').waitFor()
  }

  async provisionUrl(): Promise<string> {
    return this.page.getByTestId('provision-url').inputValue()
  }

  /** The live status once it is `state`. */
  status(state: 'waiting' | 'opened' | 'redeemed' | 'delivered' | 'active' | 'ended'): Locator {
    return this.page.locator(`[data-testid="status"][data-state="${state}"]`)
  }
}
