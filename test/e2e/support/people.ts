import type { Browser, BrowserContext, Page } from 'playwright-core'

export type Person = {
  context: BrowserContext
  page: Page
  /** What the browser complained of: errors on the console, exceptions, violations of the content security policy. */
  complaints: string[]
}

/** A person with a browser of their own: no cookies, English, a laptop's window at twice the pixels. */
export async function invitePerson(
  browser: Browser,
  options: { script?: boolean; locale?: string } = {},
): Promise<Person> {
  const script = options.script ?? true
  const context = await browser.newContext({
    javaScriptEnabled: script,
    locale: options.locale ?? 'en-GB',
    viewport: { width: 1280, height: 900 },
    deviceScaleFactor: 2,
  })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} (${message.location().url})`)
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  if (script) {
    await page.exposeFunction('reportViolation', (text: string) => complaints.push(text))
    await page.addInitScript(REPORT_VIOLATIONS)
  }
  return { context, page, complaints }
}

const REPORT_VIOLATIONS = `addEventListener('securitypolicyviolation', (event) =>
  reportViolation(event.violatedDirective + ' refused ' + event.blockedURI))`
