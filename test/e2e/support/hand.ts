import type { Locator, Page } from 'playwright-core'

/** The device in somebody's hand: the pages behind a provision URL. */
export class Hand {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** The one button that goes on. */
  async press(): Promise<void> {
    await this.page.locator('main form[method="post"] button:not([type="button"])').first().click()
  }

  /** The `dev_…` of the claim whose page this is. */
  async deviceId(): Promise<string> {
    await this.page.waitForURL(/\/p\/[\w-]{22}\/dev_[\w-]{22}$/)
    return this.page.url().split('/').at(-1) ?? ''
  }

  status(state: string): Locator {
    return this.page.locator(`[data-testid="status"][data-state="${state}"]`)
  }

  /** Follows the download and returns the profile. */
  async download(): Promise<string> {
    const [download] = await Promise.all([
      this.page.waitForEvent('download'),
      this.page.locator('main a[href*="/profile?k="]').first().click(),
    ])
    const stream = await download.createReadStream()
    const parts: Buffer[] = []
    for await (const part of stream) parts.push(part as Buffer)
    return Buffer.concat(parts).toString('utf8')
  }

  async sayInstalled(): Promise<void> {
    await this.page.locator('main form[action$="/installed"] button').click()
  }

  /** The handover link that the page shows, wherever it stands. */
  async ticketUrl(): Promise<string> {
    const values = await this.page
      .locator('main input[readonly]')
      .evaluateAll((inputs) => inputs.map((input) => (input as unknown as { value: string }).value))
    const link = values.map((value) => /https?:\/\/\S+\?t=[\w-]{22}/.exec(value)?.[0]).find(Boolean)
    if (!link) throw new Error(`no handover link in ${JSON.stringify(values)}`)
    return link
  }
}
