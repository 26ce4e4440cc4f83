import { unreachable } from '../../kernel/result.ts'
import type { Instant } from '../../kernel/time.ts'
import type { MessageContent } from '../types.ts'
import type { AccessSecrets } from './access.ts'
import { makeAlarmMail } from './alarm-mail.ts'
import { makeApprovedMail } from './approved-mail.ts'
import { makeInvitationMail } from './invitation-mail.ts'
import type { MailBody } from './layout.ts'
import { makeManagerInvitedMail } from './manager-invited-mail.ts'
import { makeProvisionCodeMail } from './provision-code-mail.ts'
import { makeRenewalMail } from './renewal-mail.ts'
import { makeTheftSignalMail } from './theft-signal-mail.ts'
import { type MailOptions, tidyOptions } from './words.ts'

export type { AccessSecrets } from './access.ts'
export type { MailOptions, Reader } from './words.ts'

/** What the owner of a provision code said at sending time. */
export type MailSecrets = { credentials: { secret: string; pin: string }; validUntil: Instant }

type ContentOf<Kind extends MessageContent['kind']> = Extract<MessageContent, { kind: Kind }>

/** A message's content with the secrets that its mail carries. */
export type MailContent =
  | Exclude<MessageContent, { kind: 'provision_code' | 'invitation' | 'renewal' }>
  | (ContentOf<'provision_code'> & { secrets: MailSecrets })
  | (ContentOf<'invitation'> & { secrets: AccessSecrets })
  /** Null: the grant has ended, or there is none; the mail then leads to sign-in. */
  | (ContentOf<'renewal'> & { secrets: AccessSecrets | null })

/** The mail of a message from the outbox. */
export function makeMail(content: MailContent, given: MailOptions): MailBody {
  const options = tidyOptions(given)
  switch (content.kind) {
    case 'theft_signal':
      return makeTheftSignalMail({ signal: content.payload, ...options })
    case 'provision_code':
      return makeProvisionCodeMail({ ...content.payload, ...content.secrets, ...options })
    case 'approved':
      return makeApprovedMail(options)
    case 'alarm':
      return makeAlarmMail(content.payload, options)
    case 'manager_invited':
      return makeManagerInvitedMail({ role: content.payload, ...options })
    case 'invitation':
      return makeInvitationMail(content.payload, content.secrets, options)
    case 'renewal':
      return makeRenewalMail(content.payload, content.secrets, options)
    default:
      return unreachable(content)
  }
}
