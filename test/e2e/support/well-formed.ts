import { HtmlValidate, StaticConfigLoader } from 'html-validate'
import type { Page } from 'playwright-core'

/** How something is spelled that means the same is the renderer's affair. */
const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:recommended'],
    rules: {
      'attribute-boolean-style': 'off',
      'attribute-empty-style': 'off',
      'doctype-style': 'off',
      'void-style': 'off',
      'tel-non-breaking': 'off',
      'valid-id': ['error', { relaxed: true }],
      'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit'] }],
    },
  }),
)

/** `<line> <rule>: <message>` for whatever is not well-formed. */
export async function findFaults(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html)
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => `${line} ${ruleId}: ${message}`),
  )
}

/** Pages as the server sent them, before any script touches them: those whose paths begin as told. */
export class KeptPages {
  private readonly beginnings: string[]
  private readonly kept = new Map<string, Promise<string>>()

  constructor(beginnings: string[]) {
    this.beginnings = beginnings
  }

  /** Keeps what the tab meets from now on, the last of each kind. */
  follow(page: Page): void {
    page.on('response', (answer) => {
      const method = answer.request().method()
      const isPage = answer.headers()['content-type']?.startsWith('text/html') ?? false
      // A page that was left at once has no body any more.
      if (isPage) this.keep(`${method} ${answer.status()}`, answer.url(), () => answer.text().catch(() => ''))
    })
  }

  /** Asks for pages that nobody went to. */
  async fetch(page: Page, urls: string[]): Promise<void> {
    for (const url of urls) {
      const answer = await page.request.get(url)
      this.keep(`GET ${answer.status()}`, url, () => answer.text())
    }
  }

  private keep(how: string, url: string, read: () => Promise<string>): void {
    const { pathname, searchParams } = new URL(url)
    if (!this.beginnings.some((one) => pathname.startsWith(one))) return
    const view = searchParams.get('by') ?? searchParams.get('for') ?? ''
    this.kept.set(`${how} ${pathname.replaceAll(/[\w-]{22,}/g, ':id')} ${view}`.trim(), read())
  }

  /** What was kept, as `<method> <status> <path>`, and what is wrong with it. */
  async judge(): Promise<{ seen: string[]; faults: Record<string, string[]> }> {
    const seen: string[] = []
    const faults: Record<string, string[]> = {}
    for (const [name, body] of this.kept) {
      const html = await body
      if (html === '') continue
      seen.push(name)
      const found = await findFaults(html)
      if (found.length > 0) faults[name] = found
    }
    return { seen: seen.sort(), faults }
  }
}
