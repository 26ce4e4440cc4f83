import type { Locale } from '../../kernel/locale.ts'
import type { Instant } from '../../kernel/time.ts'
import type { TheftSignal } from '../types.ts'
import { MAIL_COPY } from './copy.ts'
import { type MailBody, renderMail, type Sender } from './layout.ts'

/** Tells the owner that a setup link was tried by a second device. The owner may have been either of the two. */
export function makeTheftSignalMail(options: {
  signal: TheftSignal
  locale: Locale
  organisation: Sender
  baseUrl: string
}): MailBody {
  const { signal, locale, organisation, baseUrl } = options
  const copy = MAIL_COPY[locale].theftSignal
  const what = copy.what({
    when: showTime(signal.happenedAt, locale),
    device: signal.deviceName,
    platform: MAIL_COPY[locale].platforms[signal.platform],
  })
  return renderMail({
    subject: copy.subject,
    preview: copy.preview,
    locale,
    sender: organisation,
    blocks: [
      { type: 'heading', text: copy.heading },
      { type: 'paragraph', text: what },
      { type: 'paragraph', text: copy.notMine },
      { type: 'paragraph', text: copy.mine },
      {
        type: 'action',
        label: copy.again,
        href: `${baseUrl}/setup/${encodeURIComponent(organisation.slug)}`,
      },
      { type: 'note', text: copy.why({ organisation: organisation.name }) },
    ],
  })
}

/** Day and minute, in UTC and saying so: nobody knows the reader's zone. */
function showTime(at: Instant, locale: Locale): string {
  const format = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'UTC',
  })
  return `${format.format(at)} UTC`
}
