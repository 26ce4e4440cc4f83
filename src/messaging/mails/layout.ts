import type { Copy } from '../../copy/index.ts'
import { directionOf, intlTag, type Locale } from '../../kernel/locale.ts'
import type { Helpdesk, Logo, Organisation } from '../../organisations/index.ts'
import type { InlineImage, Mail } from '../types.ts'
import { helpHtml, paragraph, QUIET, renderBlock, renderBrand, renderFrame } from './layout-html.ts'

/** What a mail is made of. Text and HTML are two renderings of the same blocks, so neither can fall behind. */
export type Block =
  /** A paragraph may have lines. `subheading` begins a part of its own. */
  | { type: 'heading' | 'subheading' | 'paragraph' | 'note'; text: string }
  /** `spoken` is the line that says it where nothing can be large. */
  | { type: 'code'; code: string; spoken: string }
  /** `leads` comes before the address that the button opens, which is then shown below it. */
  | { type: 'action'; label: string; href: string; leads?: string }
  /** Names and values, to be copied by hand. A value with `href` is a link. */
  | { type: 'facts'; rows: { name: string; value: string; href?: string }[] }
  /** A square picture of the mail with its words; the text part has none of it. `size`: its side in pixels. */
  | { type: 'picture'; title: string; lead: string; contentId: string; alt: string; size: number }

export type MailBody = Pick<Mail, 'subject' | 'text' | 'html' | 'images'>

/** Who a mail comes from, as it shows. */
export type Sender = Pick<Organisation, 'name' | 'slug' | 'siteId' | 'accent' | 'helpdesk'>

const DEFAULT_ACCENT = '#1d4ed8'
const LOGO_ID = 'logo'
/** Words of Arabic set names apart with these; in a header they are refused, as all that turns the direction. */
const ISOLATES = /[\u2066-\u2069]/g

/** Renders a whole mail: subject, plain text, and HTML that needs nothing from elsewhere. */
export function renderMail(options: {
  subject: string
  /** What an inbox shows beside the subject. */
  preview: string
  locale: Locale
  /** Every text in that language. */
  catalogue: Copy
  sender: Sender
  blocks: Block[]
  /** Shown where it is a PNG: programs that show mails show no SVG. */
  logo?: Logo | null | undefined
  images?: InlineImage[]
}): MailBody {
  const { preview, locale, sender, blocks } = options
  const subject = options.subject.replace(ISOLATES, '')
  const copy = options.catalogue.mail
  const help = helpLines(sender.helpdesk)
  const footer = copy.footer({ organisation: sender.name })
  const helpIntro = help.length > 0 ? copy.help({ organisation: sender.name }) : null
  const text = [
    ...blocks.map(blockText).filter((part) => part !== ''),
    ...(helpIntro ? [[helpIntro, ...help.map((line) => line.text)].join('\n')] : []),
    `-- \n${footer}`,
  ].join('\n\n')
  const accent = /^#[0-9a-f]{6}$/i.test(sender.accent) ? sender.accent : DEFAULT_ACCENT
  const look = { accent, direction: directionOf(locale) }
  const logo = logoImage(options.logo)
  const rows = [
    renderBrand(sender.name, logo, look.direction),
    ...blocks.map((block) => renderBlock(block, look)),
    ...(helpIntro ? [paragraph(helpHtml(helpIntro, help), 'quiet', QUIET)] : []),
  ]
  const images = [...(logo ? [logo.image] : []), ...(options.images ?? [])]
  return {
    subject,
    text: `${text}\n`,
    html: renderFrame({ subject, preview, locale, look, rows, footer }),
    ...(images.length > 0 && { images }),
  }
}

function blockText(block: Block): string {
  switch (block.type) {
    case 'code':
      return block.spoken
    case 'action':
      return `${block.label}:\n${block.href}`
    case 'facts':
      return block.rows.map(({ name, value, href }) => `${name}: ${href ?? value}`).join('\n')
    case 'picture':
      return ''
    default:
      return block.text
  }
}

export type LogoImage = { image: InlineImage; width: number; height: number }

/** Where a PNG says its width and height (ISO/IEC 15948 section 11.2.2). */
const SIZE_AT = 16
const LOGO_HEIGHT = 40
const LOGO_WIDTH_MAX = 160

/** The logo as a picture of the mail, and how large it is shown; null where there is none to show. */
function logoImage(logo: Logo | null | undefined): LogoImage | null {
  if (logo?.type !== 'image/png' || logo.bytes.length < SIZE_AT + 8) return null
  const view = new DataView(logo.bytes.buffer, logo.bytes.byteOffset, logo.bytes.byteLength)
  const [width, height] = [view.getUint32(SIZE_AT), view.getUint32(SIZE_AT + 4)]
  if (width === 0 || height === 0) return null
  const scale = Math.min(LOGO_HEIGHT / height, LOGO_WIDTH_MAX / width)
  return {
    image: { contentId: LOGO_ID, type: 'image/png', filename: 'logo.png', bytes: logo.bytes },
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  }
}

export type HelpLine = { text: string; href: string | null }

/** Whom to ask. Only links of a known kind become links. */
function helpLines({ email, phone, url }: Helpdesk): HelpLine[] {
  const lines: HelpLine[] = []
  if (email) lines.push({ text: email, href: `mailto:${encodeURI(email)}` })
  if (phone) lines.push({ text: phone, href: `tel:${phone.replace(/[^+0-9]/g, '')}` })
  if (url) lines.push({ text: url, href: /^https?:\/\//i.test(url) ? url : null })
  return lines
}

/** Day and minute, in UTC and saying so: nobody knows the reader's zone. */
export function showTime(at: number, locale: Locale): string {
  const format = new Intl.DateTimeFormat(intlTag(locale), {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'UTC',
  })
  return `${format.format(at)} UTC`
}
