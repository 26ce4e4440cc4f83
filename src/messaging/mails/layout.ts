import type { Locale } from '../../kernel/locale.ts'
import type { Helpdesk, Organisation } from '../../organisations/index.ts'
import type { Mail } from '../types.ts'
import { MAIL_COPY } from './copy.ts'

/** What a mail is made of. Text and HTML are two renderings of the same blocks, so neither can fall behind. */
export type Block =
  | { type: 'heading' | 'paragraph' | 'note'; text: string }
  /** `spoken` is the line that says it where nothing can be large. */
  | { type: 'code'; code: string; spoken: string }
  | { type: 'action'; label: string; href: string }

export type MailBody = Pick<Mail, 'subject' | 'text' | 'html'>

/** Who a mail comes from, as it shows. */
export type Sender = Pick<Organisation, 'name' | 'slug' | 'accent' | 'helpdesk'>

/** Long names and addresses break rather than widen the mail. */
const FONT = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;word-break:break-word"
const MONO = "font-family:ui-monospace,'SF Mono',Menlo,Consolas,'Courier New',monospace"
const DEFAULT_ACCENT = '#1d4ed8'

/** Dark colours; `data-ogsc` is how Outlook marks its own dark mode. A card keeps its accent on top. */
const DARK: Record<string, string> = {
  '.ground': 'background-color:#16181b!important',
  '.card':
    'background-color:#1f2226!important;border-right-color:#33373d!important;border-bottom-color:#33373d!important;border-left-color:#33373d!important',
  '.ink': 'color:#f2f3f5!important',
  '.quiet': 'color:#b4b8bf!important',
  '.field': 'background-color:#16181b!important;border-color:#33373d!important',
}

/** Renders a whole mail: subject, plain text, and HTML that needs nothing from elsewhere. */
export function renderMail(options: {
  subject: string
  /** What an inbox shows beside the subject. */
  preview: string
  locale: Locale
  sender: Sender
  blocks: Block[]
}): MailBody {
  const { subject, preview, locale, sender, blocks } = options
  const copy = MAIL_COPY[locale]
  const help = helpLines(sender.helpdesk)
  const footer = copy.footer({ organisation: sender.name })
  const helpIntro = help.length > 0 ? copy.help({ organisation: sender.name }) : null
  const text = [
    ...blocks.map(blockText),
    ...(helpIntro ? [[helpIntro, ...help.map((line) => line.text)].join('\n')] : []),
    `-- \n${footer}`,
  ].join('\n\n')
  const accent = /^#[0-9a-f]{6}$/i.test(sender.accent) ? sender.accent : DEFAULT_ACCENT
  const rows = [
    paragraph(`<strong>${escapeHtml(sender.name)}</strong>`, 'ink', 'padding-bottom:20px'),
    ...blocks.map((block) => blockHtml(block, accent)),
    ...(helpIntro ? [paragraph(helpHtml(helpIntro, help), 'quiet', QUIET)] : []),
  ]
  return { subject, text: `${text}\n`, html: frame({ subject, preview, locale, accent, rows, footer }) }
}

function blockText(block: Block): string {
  switch (block.type) {
    case 'code':
      return block.spoken
    case 'action':
      return `${block.label}:\n${block.href}`
    default:
      return block.text
  }
}

const QUIET = 'padding-top:20px;font-size:14px;line-height:21px'

function blockHtml(block: Block, accent: string): string {
  switch (block.type) {
    case 'heading':
      return row(
        `<h1 class="ink" style="margin:0 0 16px;${FONT};font-size:22px;line-height:28px;color:#17191c">${escapeHtml(block.text)}</h1>`,
      )
    case 'paragraph':
      return paragraph(escapeHtml(block.text), 'ink', 'padding-bottom:12px')
    case 'note':
      return paragraph(escapeHtml(block.text), 'quiet', QUIET)
    case 'code':
      return row(
        `<div class="ink field" style="margin:0 0 20px;padding:16px;border:1px solid #dcdedb;border-radius:10px;background-color:#f6f6f4;text-align:center;${MONO};font-size:32px;line-height:40px;letter-spacing:4px;font-weight:600;color:#17191c">${escapeHtml(block.code)}</div>`,
      )
    case 'action':
      return row(
        `<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:8px 0 16px"><tr><td bgcolor="${accent}" style="border-radius:10px;background-color:${accent}"><a href="${escapeHtml(block.href)}" target="_blank" style="display:inline-block;padding:12px 20px;${FONT};font-size:16px;line-height:20px;font-weight:600;text-decoration:none;color:${inkOn(accent)}">${escapeHtml(block.label)}</a></td></tr></table>`,
      )
  }
}

function row(html: string): string {
  return `<tr><td>${html}</td></tr>`
}

function paragraph(html: string, tone: 'ink' | 'quiet', style: string): string {
  const colour = tone === 'ink' ? '#17191c' : '#5b6067'
  return `<tr><td class="${tone}" style="${FONT};font-size:16px;line-height:24px;color:${colour};${style}">${html}</td></tr>`
}

function helpHtml(intro: string, lines: HelpLine[]): string {
  const links = lines.map((line) => {
    const label = escapeHtml(line.text)
    return line.href
      ? `<a class="quiet" href="${escapeHtml(line.href)}" target="_blank" style="color:#5b6067">${label}</a>`
      : label
  })
  return [escapeHtml(intro), ...links].join('<br>')
}

type HelpLine = { text: string; href: string | null }

/** Whom to ask. Only links of a known kind become links. */
function helpLines({ email, phone, url }: Helpdesk): HelpLine[] {
  const lines: HelpLine[] = []
  if (email) lines.push({ text: email, href: `mailto:${encodeURI(email)}` })
  if (phone) lines.push({ text: phone, href: `tel:${phone.replace(/[^+0-9]/g, '')}` })
  if (url) lines.push({ text: url, href: /^https?:\/\//i.test(url) ? url : null })
  return lines
}

function frame(options: {
  subject: string
  preview: string
  locale: Locale
  accent: string
  rows: string[]
  footer: string
}): string {
  const { subject, preview, locale, accent, rows, footer } = options
  const media = Object.entries(DARK).map(([selector, style]) => `${selector}{${style}}`)
  const outlook = Object.entries(DARK).map(([selector, style]) => `[data-ogsc] ${selector}{${style}}`)
  const table = 'role="presentation" cellpadding="0" cellspacing="0" border="0"'
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(subject)}</title>
<style>:root{color-scheme:light dark}@media (prefers-color-scheme:dark){${media.join('')}}${outlook.join('')}</style>
</head>
<body class="ground" style="margin:0;padding:0;background-color:#f6f6f4">
<div style="display:none;max-height:0;overflow:hidden;mso-hide:all">${escapeHtml(preview)}</div>
<table ${table} width="100%" class="ground" style="background-color:#f6f6f4"><tr><td align="center" style="padding:24px 12px">
<table ${table} width="480" class="card" style="width:100%;max-width:480px;background-color:#ffffff;border:1px solid #e4e5e2;border-top:4px solid ${accent};border-radius:16px"><tr><td style="padding:28px">
<table ${table} width="100%">
${rows.join('\n')}
</table>
</td></tr></table>
<p class="quiet" style="margin:16px 0 0;${FONT};font-size:13px;line-height:18px;color:#5b6067">${escapeHtml(footer)}</p>
</td></tr></table>
</body>
</html>
`
}

/** Black or white, whichever stands out more on the accent (WCAG 2.2 relative luminance). */
function inkOn(accent: string): string {
  const channel = (from: number) => {
    const value = Number.parseInt(accent.slice(from, from + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  const luminance = 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
  return 1.05 / (luminance + 0.05) >= (luminance + 0.05) / 0.05 ? '#ffffff' : '#000000'
}

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character)
}
