import type { Browser, BrowserContext, Page } from 'playwright-core'

export type Person = {
  context: BrowserContext
  page: Page
  /** What the browser complained of: errors on the console, exceptions, violations of the content security policy. */
  complaints: string[]
}

const SAFARI = 'AppleWebKit/605.1.15 (KHTML, like Gecko)'
const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X)'

/** What the browsers of phones and tablets say of themselves. */
export const PHONES = {
  iphoneSafari: `${IPHONE} ${SAFARI} Version/18.1 Mobile/15E148 Safari/604.1`,
  iphoneChrome: `${IPHONE} ${SAFARI} CriOS/140.0.7339.101 Mobile/15E148 Safari/604.1`,
  iphoneInApp: `${IPHONE} ${SAFARI} Mobile/15E148 Instagram 350.0.0.0.1`,
  ipadAsMac: `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${SAFARI} Version/18.1 Safari/605.1.15`,
  android:
    'Mozilla/5.0 (Linux; Android 16; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
} as const

export type Phone = (typeof PHONES)[keyof typeof PHONES]

/** A person with a browser of their own: no cookies, English, a laptop's window at twice the pixels. */
export async function invitePerson(
  browser: Browser,
  options: { script?: boolean; locale?: string; colorScheme?: 'light' | 'dark'; phone?: Phone } = {},
): Promise<Person> {
  const script = options.script ?? true
  const context = await browser.newContext({
    javaScriptEnabled: script,
    locale: options.locale ?? 'en-GB',
    colorScheme: options.colorScheme ?? 'light',
    // What is measured or photographed stands still.
    reducedMotion: 'reduce',
    viewport: { width: 1280, height: 900 },
    deviceScaleFactor: 2,
    ...(options.phone && {
      userAgent: options.phone,
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
      // What these browsers are recognised by is their User-Agent: Safari sends no client hints.
      extraHTTPHeaders: { 'sec-ch-ua-platform': '' },
    }),
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
