import type { Copy } from '../../copy/index.ts'
import type { Locale } from '../../kernel/locale.ts'
import type { NewRole } from '../types.ts'
import { type MailBody, renderMail, type Sender } from './layout.ts'

/** Tells somebody that they manage an organisation now, or supervise the service, and where to sign in. */
export function makeManagerInvitedMail(options: {
  role: NewRole
  locale: Locale
  catalogue: Copy
  /** The service itself. */
  organisation: Sender
  baseUrl: string
}): MailBody {
  const { role, locale, catalogue, organisation, baseUrl } = options
  const copy = catalogue.mail.managerInvited
  const words = role.organisation === null ? copy.supervisor : copy.manager
  const named = { organisation: role.organisation ?? organisation.name }
  return renderMail({
    subject: words.subject(named),
    preview: copy.preview,
    locale,
    catalogue,
    sender: organisation,
    blocks: [
      { type: 'heading', text: words.heading(named) },
      { type: 'paragraph', text: words.what(named) },
      { type: 'paragraph', text: copy.how },
      { type: 'action', label: copy.open, href: `${baseUrl}/sign-in` },
      { type: 'note', text: copy.why },
    ],
  })
}
