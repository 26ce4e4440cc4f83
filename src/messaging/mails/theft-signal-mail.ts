import type { Copy } from '../../copy/index.ts'
import type { Locale } from '../../kernel/locale.ts'
import type { Logo } from '../../organisations/index.ts'
import type { TheftSignal } from '../types.ts'
import { type MailBody, renderMail, type Sender, showTime } from './layout.ts'

/** Tells the owner that a setup link was tried by a second device. The owner may have been either of the two. */
export function makeTheftSignalMail(options: {
  signal: TheftSignal
  locale: Locale
  catalogue: Copy
  organisation: Sender
  baseUrl: string
  logo?: Logo | null | undefined
}): MailBody {
  const { signal, locale, catalogue, organisation, baseUrl, logo } = options
  const copy = catalogue.mail.theftSignal
  const what = copy.what({
    when: showTime(signal.happenedAt, locale),
    device: signal.deviceName,
    platform: catalogue.mail.platforms[signal.platform],
  })
  return renderMail({
    subject: copy.subject,
    preview: copy.preview,
    locale,
    catalogue,
    sender: organisation,
    logo,
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
