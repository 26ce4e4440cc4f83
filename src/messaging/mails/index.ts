import type { Locale } from '../../kernel/locale.ts'
import { unreachable } from '../../kernel/result.ts'
import type { Instant } from '../../kernel/time.ts'
import type { MessageContent } from '../types.ts'
import { makeApprovedMail } from './approved-mail.ts'
import type { MailBody, Sender } from './layout.ts'
import { makeManagerInvitedMail } from './manager-invited-mail.ts'
import { makeProvisionCodeMail } from './provision-code-mail.ts'
import { makeTheftSignalMail } from './theft-signal-mail.ts'

/** What every mail is made with, besides its own content. */
export type MailOptions = { locale: Locale; organisation: Sender; baseUrl: string }

/** What the owner of a message's secret said at sending time. */
export type MailSecrets = { credentials: { secret: string; pin: string }; validUntil: Instant }

/** A message's content with the secrets that its mail carries. */
export type MailContent =
  | Exclude<MessageContent, { kind: 'provision_code' }>
  | (Extract<MessageContent, { kind: 'provision_code' }> & { secrets: MailSecrets })

/** The mail of a message from the outbox. */
export function makeMail(content: MailContent, options: MailOptions): MailBody {
  switch (content.kind) {
    case 'theft_signal':
      return makeTheftSignalMail({ signal: content.payload, ...options })
    case 'provision_code':
      return makeProvisionCodeMail({ ...content.payload, ...content.secrets, ...options })
    case 'approved':
      return makeApprovedMail(options)
    case 'manager_invited':
      return makeManagerInvitedMail({ role: content.payload, ...options })
    default:
      return unreachable(content)
  }
}
