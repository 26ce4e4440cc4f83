import type { Copy } from '../../copy/index.ts'
import type { Locale } from '../../kernel/locale.ts'
import type { Platform } from '../../kernel/platform.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Logo } from '../../organisations/index.ts'
import { type MailBody, renderMail, type Sender, showTime } from './layout.ts'

/**
 * The mail that carries a provision code: its link, and the PIN that the link asks for, since what is sent by
 * e-mail is not enough by itself. Whoever may not see PINs gets theirs elsewhere.
 */
export function makeProvisionCodeMail(options: {
  ref: string
  platform: Platform
  /** As the provision session shows them at sending time. */
  credentials: { secret: string; pin: string }
  validUntil: Instant
  pinElsewhere?: boolean | undefined
  locale: Locale
  catalogue: Copy
  organisation: Sender
  baseUrl: string
  logo?: Logo | null | undefined
}): MailBody {
  const {
    ref,
    platform,
    credentials,
    validUntil,
    locale,
    catalogue,
    organisation,
    baseUrl,
    logo,
    pinElsewhere,
  } = options
  const copy = catalogue.mail.provisionCode
  const device = catalogue.mail.platforms[platform]
  const pin = `${credentials.pin.slice(0, 4)} ${credentials.pin.slice(4)}`
  return renderMail({
    subject: copy.subject({ device, organisation: organisation.name }),
    preview: pinElsewhere ? copy.previewLink : copy.preview,
    locale,
    catalogue,
    sender: organisation,
    logo,
    blocks: [
      { type: 'heading', text: copy.heading({ device }) },
      { type: 'paragraph', text: copy.what({ organisation: organisation.name }) },
      {
        type: 'action',
        label: copy.open,
        href: `${baseUrl}/p/${encodeURIComponent(ref)}?k=${encodeURIComponent(credentials.secret)}`,
      },
      ...(pinElsewhere
        ? [{ type: 'paragraph' as const, text: copy.asksElsewhere }]
        : [
            { type: 'paragraph' as const, text: copy.asks },
            { type: 'code' as const, code: pin, spoken: copy.pinIs({ pin }) },
          ]),
      { type: 'paragraph', text: copy.until({ when: showTime(validUntil, locale) }) },
      { type: 'note', text: copy.keepIt },
      { type: 'note', text: copy.why({ organisation: organisation.name }) },
    ],
  })
}
