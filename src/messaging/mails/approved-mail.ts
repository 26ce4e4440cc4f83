import type { Copy } from '../../copy/index.ts'
import type { Locale } from '../../kernel/locale.ts'
import type { Logo } from '../../organisations/index.ts'
import { type MailBody, renderMail, type Sender } from './layout.ts'

/** Tells somebody who registered and waited that a manager has accepted them. */
export function makeApprovedMail(options: {
  locale: Locale
  catalogue: Copy
  organisation: Sender
  baseUrl: string
  logo?: Logo | null | undefined
}): MailBody {
  const { locale, catalogue, organisation, baseUrl, logo } = options
  const copy = catalogue.mail.approved
  const { name } = organisation
  return renderMail({
    subject: copy.subject({ organisation: name }),
    preview: copy.preview,
    locale,
    catalogue,
    sender: organisation,
    logo,
    blocks: [
      { type: 'heading', text: copy.heading },
      { type: 'paragraph', text: copy.what({ organisation: name }) },
      { type: 'action', label: copy.open, href: `${baseUrl}/setup/${encodeURIComponent(organisation.slug)}` },
      { type: 'note', text: copy.why({ organisation: name }) },
    ],
  })
}
