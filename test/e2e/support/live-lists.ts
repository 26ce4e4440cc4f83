import type { Locator, Page } from 'playwright-core'
import type { Person } from './people.ts'

/** The list asks every five seconds; the machine may be busy. */
const PATIENCE = { timeout: 60_000 }

/** A list in a tab of its own, watched and never loaded again. */
export class LiveList {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  static async open(person: Person, baseUrl: string, path: string): Promise<LiveList> {
    const page = await person.context.newPage()
    await page.goto(`${baseUrl}${path}`)
    await page.evaluate('globalThis.stayed = true')
    return new LiveList(page)
  }

  /** Waits for the newest line that names this. */
  async line(name: string): Promise<LiveLine> {
    const row = this.page.locator('tbody tr[data-row]', { hasText: name }).first()
    await row.waitFor(PATIENCE)
    return new LiveLine(this.page, (await row.getAttribute('data-row')) ?? '')
  }

  /** Whether the page is still the one that was opened. */
  stayed(): Promise<boolean> {
    return this.page.evaluate('globalThis.stayed === true')
  }
}

/** A line of the list, which stays the same however it changes. */
export class LiveLine {
  readonly id: string
  private readonly row: Locator

  constructor(page: Page, id: string) {
    this.id = id
    this.row = page.locator(`tbody tr[data-row="${id}"]`)
  }

  /** Waits until a cell of it says so. */
  async says(text: string | RegExp): Promise<void> {
    await this.row.locator('th, td', { hasText: text }).first().waitFor(PATIENCE)
  }

  text(): Promise<string> {
    return this.row.innerText()
  }

  /** Waits until the list has it no more. */
  async goes(): Promise<void> {
    await this.row.waitFor({ ...PATIENCE, state: 'detached' })
  }
}
