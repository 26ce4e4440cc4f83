import { raw } from 'hono/html'
import { micromark } from 'micromark'

const SAFE_LINK = /^(?:https?:\/\/|mailto:)/i

/**
 * Markdown that a manager wrote, as HTML: raw HTML shows as text, links go to http, https and mailto only,
 * pictures become their description. Headings begin at `topLevel` (3 by default), below the page's own.
 */
export function renderMarkdown(text: string, options: { topLevel?: number } = {}): string {
  const shift = (options.topLevel ?? 3) - 1
  return micromark(text)
    .replace(/<img src="[^"]*" alt="([^"]*)"[^>]*>/g, '$1')
    .replace(/<a href="([^"]*)"[^>]*>(.*?)<\/a>/gs, (_, href: string, inner: string) =>
      SAFE_LINK.test(href) ? `<a href="${href}" rel="noopener noreferrer">${inner}</a>` : inner,
    )
    .replace(/<(\/?)h([1-6])>/g, (_, slash: string, level: string) => {
      return `<${slash}h${Math.min(6, Number(level) + shift)}>`
    })
}

/** `html` comes from `renderMarkdown`. Where there is no text in the page's language it is English: it runs its own way. */
export function Written({ html }: { html: string }) {
  return (
    <div class="written" dir="auto">
      {raw(html)}
    </div>
  )
}
