import type { Copy } from '../../copy/index.ts'
import type { Locale } from '../../kernel/locale.ts'
import type { ChallengePurpose } from '../types.ts'
import { type MailBody, renderMail, type Sender } from './layout.ts'

/**
 * The mail that carries a code. The code leads the subject, so that a notification is enough to read it; the
 * link only fills the code in, so a scanner that follows it changes nothing.
 */
export function makeChallengeMail(options: {
  /** As it is compared: no spaces, no dashes. */
  code: string
  purpose: ChallengePurpose
  /** How long the code works once the mail is on its way. */
  minutes: number
  locale: Locale
  catalogue: Copy
  organisation: Sender
  baseUrl: string
}): MailBody {
  const { code, purpose, minutes, locale, catalogue, organisation, baseUrl } = options
  const copy = catalogue.mail.challenge
  const shown = showCode(code)
  const page = purpose === 'sign-in' ? '/sign-in' : `/setup/${encodeURIComponent(organisation.slug)}`
  const link = `${baseUrl}${page}/code?code=${encodeURIComponent(code)}`
  return renderMail({
    subject: copy.subject({ code: shown, organisation: organisation.name }),
    preview: copy.preview({ minutes }),
    locale,
    catalogue,
    sender: organisation,
    blocks: [
      { type: 'heading', text: copy.heading[purpose] },
      { type: 'code', code: shown, spoken: copy.codeIs({ code: shown }) },
      { type: 'paragraph', text: copy.howTo({ minutes }) },
      { type: 'action', label: copy.fillIn, href: link },
      { type: 'note', text: copy.keepIt({ organisation: organisation.name }) },
      { type: 'note', text: copy.why({ organisation: organisation.name }) },
    ],
  })
}

/** Letters in two groups; six digits are read, and chosen by a double click, in one. */
function showCode(code: string): string {
  return code.length > 6 ? `${code.slice(0, 4)}-${code.slice(4)}` : code
}
