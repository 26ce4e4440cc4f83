import type { Locale } from '../../kernel/locale.ts'
import { escapeMarkup } from '../../kernel/text.ts'
import type { Block, HelpLine, LogoImage } from './layout.ts'

/** Long names and addresses break rather than widen the mail. */
const FONT = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;word-break:break-word"
const MONO = "font-family:ui-monospace,'SF Mono',Menlo,Consolas,'Courier New',monospace"
const TABLE = 'role="presentation" cellpadding="0" cellspacing="0" border="0"'
export const QUIET = 'padding-top:20px;font-size:14px;line-height:21px'

/** Dark colours; `data-ogsc` is how Outlook marks its own dark mode. A card keeps its accent on top. */
const DARK: Record<string, string> = {
  '.ground': 'background-color:#16181b!important',
  '.card':
    'background-color:#1f2226!important;border-right-color:#33373d!important;border-bottom-color:#33373d!important;border-left-color:#33373d!important',
  '.ink': 'color:#f2f3f5!important',
  '.quiet': 'color:#b4b8bf!important',
  '.field': 'background-color:#16181b!important;border-color:#33373d!important',
  '.line': 'border-color:#33373d!important',
}

/** How a mail looks besides its blocks: the organisation's colour, and which way its language is written. */
export type Look = { accent: string; direction: 'ltr' | 'rtl' }

export function renderBlock(block: Block, { accent, direction }: Look): string {
  switch (block.type) {
    case 'heading':
      return row(
        `<h1 class="ink" style="margin:0 0 16px;${FONT};font-size:22px;line-height:28px;color:#17191c">${escapeMarkup(block.text)}</h1>`,
      )
    case 'subheading':
      return renderSubheading(block.text)
    case 'paragraph':
      return paragraph(escapeMarkup(block.text).replaceAll('\n', '<br>'), 'ink', 'padding-bottom:12px')
    case 'note':
      return paragraph(escapeMarkup(block.text), 'quiet', QUIET)
    case 'code':
      return row(
        `<div class="ink field" dir="ltr" style="margin:0 0 20px;padding:16px;border:1px solid #dcdedb;border-radius:10px;background-color:#f6f6f4;text-align:center;${MONO};font-size:32px;line-height:40px;letter-spacing:4px;font-weight:600;color:#17191c">${escapeMarkup(block.code)}</div>`,
      )
    case 'action':
      return row(renderButton(block, accent)) + (block.leads ? renderLeads(block.leads, block.href) : '')
    case 'facts':
      return row(
        `<table ${TABLE} style="margin:0 0 8px">${block.rows.map((fact) => renderFact(fact, direction)).join('')}</table>`,
      )
    case 'picture':
      return renderPicture(block)
  }
}

function renderSubheading(text: string): string {
  return row(
    `<h2 class="ink line" style="margin:20px 0 0;padding:20px 0 4px;border-top:1px solid #e4e5e2;${FONT};font-size:16px;line-height:24px;font-weight:600;color:#17191c">${escapeMarkup(text)}</h2>`,
  )
}

function renderPicture(block: Extract<Block, { type: 'picture' }>): string {
  const { size } = block
  const picture = `<img src="cid:${escapeMarkup(block.contentId)}" width="${size}" height="${size}" alt="${escapeMarkup(block.alt)}" class="ink" style="display:block;max-width:100%;height:auto;border:0;border-radius:10px;${FONT};font-size:14px;line-height:20px;color:#17191c">`
  return (
    renderSubheading(block.title) +
    paragraph(escapeMarkup(block.lead), 'ink', 'padding-bottom:12px') +
    // Fixed, so that the words which stand in for a blocked picture do not widen the mail.
    row(
      `<table ${TABLE} width="100%" style="margin:4px 0 8px;table-layout:fixed"><tr><td>${picture}</td></tr></table>`,
    )
  )
}

function renderButton({ href, label }: { href: string; label: string }, accent: string): string {
  return `<table ${TABLE} style="margin:8px 0 16px"><tr><td bgcolor="${accent}" style="border-radius:10px;background-color:${accent}"><a href="${escapeMarkup(href)}" target="_blank" style="display:inline-block;padding:12px 20px;${FONT};font-size:16px;line-height:20px;font-weight:600;text-decoration:none;color:${inkOn(accent)}">${escapeMarkup(label)}</a></td></tr></table>`
}

/** Where the button leads, to be read before it is pressed: the secret in the address is left out. */
function renderLeads(leads: string, href: string): string {
  const link = `<a class="quiet" href="${escapeMarkup(href)}" target="_blank" style="color:#5b6067">${isolate(showAddress(href))}</a>`
  return paragraph(
    `${escapeMarkup(leads)} ${link}`,
    'quiet',
    'padding-bottom:16px;font-size:14px;line-height:21px',
  )
}

/** Host and path: `setup.acme.example/i/Zk3v…`. */
export function showAddress(href: string): string {
  const { host, pathname } = new URL(href)
  return pathname === '/' ? host : host + pathname
}

function renderFact(
  { name, value, href }: { name: string; value: string; href?: string },
  direction: Look['direction'],
): string {
  const gap = direction === 'rtl' ? '2px 0 2px 16px' : '2px 16px 2px 0'
  const style = `${FONT};font-size:15px;line-height:22px`
  const shown = href
    ? `<a class="ink" href="${escapeMarkup(href)}" target="_blank" style="color:#17191c">${isolate(value)}</a>`
    : isolate(value)
  return `<tr><td class="quiet" valign="top" style="padding:${gap};${style};color:#5b6067">${escapeMarkup(name)}</td><td class="ink" valign="top" style="padding:2px 0;${style};font-weight:600;color:#17191c">${shown}</td></tr>`
}

/** Addresses, numbers and codes are read from left to right within every language; words in Arabic letters are not. */
function isolate(text: string): string {
  return /[\u0590-\u08ff]/.test(text) ? escapeMarkup(text) : `<span dir="ltr">${escapeMarkup(text)}</span>`
}

function row(html: string): string {
  return `<tr><td>${html}</td></tr>`
}

export function paragraph(html: string, tone: 'ink' | 'quiet', style: string): string {
  const colour = tone === 'ink' ? '#17191c' : '#5b6067'
  return `<tr><td class="${tone}" style="${FONT};font-size:16px;line-height:24px;color:${colour};${style}">${html}</td></tr>`
}

/** Logo and name. The logo stands on white in dark mode too: many are drawn for nothing else. */
export function renderBrand(name: string, logo: LogoImage | null, direction: Look['direction']): string {
  const words = `<strong>${escapeMarkup(name)}</strong>`
  if (!logo) return paragraph(words, 'ink', 'padding-bottom:20px')
  const { image, width, height } = logo
  return row(
    `<table ${TABLE} style="margin:0 0 20px"><tr><td bgcolor="#ffffff" style="padding:4px;border-radius:8px;background-color:#ffffff"><img src="cid:${image.contentId}" width="${width}" height="${height}" alt="" style="display:block;border:0"></td><td class="ink" style="padding-${direction === 'rtl' ? 'right' : 'left'}:12px;${FONT};font-size:16px;line-height:24px;color:#17191c">${words}</td></tr></table>`,
  )
}

export function helpHtml(intro: string, lines: HelpLine[]): string {
  const links = lines.map((line) => {
    const label = isolate(line.text)
    return line.href
      ? `<a class="quiet" href="${escapeMarkup(line.href)}" target="_blank" style="color:#5b6067">${label}</a>`
      : label
  })
  return [escapeMarkup(intro), ...links].join('<br>')
}

export function renderFrame(options: {
  subject: string
  preview: string
  locale: Locale
  look: Look
  rows: string[]
  footer: string
}): string {
  const { subject, preview, locale, look, rows, footer } = options
  const { accent, direction } = look
  const media = Object.entries(DARK).map(([selector, style]) => `${selector}{${style}}`)
  const outlook = Object.entries(DARK).map(([selector, style]) => `[data-ogsc] ${selector}{${style}}`)
  return `<!doctype html>
<html lang="${locale}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeMarkup(subject)}</title>
<style>:root{color-scheme:light dark}@media (prefers-color-scheme:dark){${media.join('')}}${outlook.join('')}</style>
</head>
<body class="ground" dir="${direction}" style="margin:0;padding:0;background-color:#f6f6f4">
<div dir="${direction}" style="display:none;max-height:0;overflow:hidden;mso-hide:all">${escapeMarkup(preview)}</div>
<table ${TABLE} width="100%" dir="${direction}" class="ground" style="background-color:#f6f6f4"><tr><td align="center" style="padding:24px 12px">
<table ${TABLE} width="480" class="card" style="width:100%;max-width:480px;background-color:#ffffff;border:1px solid #e4e5e2;border-top:4px solid ${accent};border-radius:16px"><tr><td style="padding:28px">
<table ${TABLE} width="100%">
${rows.join('\n')}
</table>
</td></tr></table>
<p class="quiet" style="margin:16px 0 0;${FONT};font-size:13px;line-height:18px;color:#5b6067">${escapeMarkup(footer)}</p>
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
