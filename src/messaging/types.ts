import type { AlarmKind } from '../kernel/alarms.ts'
import type { AccountRef } from '../kernel/ids.ts'
import type { Locale } from '../kernel/locale.ts'
import type { Platform } from '../kernel/platform.ts'
import type { Result } from '../kernel/result.ts'
import type { Instant } from '../kernel/time.ts'

/** How a message travels. */
export type Channel = 'email' | 'sms'

/** A picture inside a mail, shown by `cid:<contentId>`. */
export type InlineImage = { contentId: string; type: 'image/png'; filename: string; bytes: Uint8Array }

/** One e-mail as a transport takes it. Header fields carry no control characters: `findUnsafeField` sees to it. */
export type Mail = {
  /** The outbox row's id: the same for every attempt, so that a repeat can be recognised. */
  messageId: string
  to: string
  from: { name: string; email: string }
  subject: string
  text: string
  html: string
  locale: Locale
  images?: InlineImage[]
}

/** One text message. `text` is what is sent, already within the limits of `sms-rules`. */
export type TextMessage = {
  messageId: string
  /** E.164. */
  to: string
  text: string
}

/** A way to send text messages. Never throws. */
export type SmsTransport = {
  send(message: TextMessage): Promise<Result<{ providerId: string }, DeliveryFailure>>
}

/** Why a provider did not take a message, in our words; a manager reads them. */
export type DeliveryReason =
  /** The address bounced before or complained. */
  | 'suppressed'
  /** The provider may not send to this address. */
  | 'not_allowed'
  /** The receiving server would not have it. */
  | 'rejected'
  | 'over_quota'
  | 'unavailable'
  /** The sender's domain is not set up with the provider. */
  | 'sender_not_ready'
  /** The message itself is at fault. */
  | 'malformed'
  /** It was accepted, and came back. */
  | 'bounced'
  /** Its reader said that it is unwanted. */
  | 'complained'
  /** The person, the organisation or the service has had its share for now. */
  | 'capped'
  /** The service sends no text messages. */
  | 'no_sms'

export type DeliveryFailure = { reason: DeliveryReason; permanent: boolean }

/** A way to send e-mail. Never throws: what a provider says becomes a value. */
export type Transport = { send(mail: Mail): Promise<Result<{ providerId: string }, DeliveryFailure>> }

/** What an address is proved for. */
export type ChallengePurpose = 'registration' | 'sign-in'

/** A code on its way out, as its gate hands it to the consumer. */
export type ChallengeMessage = {
  messageId: string
  to: string
  code: string
  locale: Locale
  organisationId: number
  purpose: ChallengePurpose
  /** How long the code works from the provider's acceptance. */
  validMinutes: number
  /** This one included. */
  attempts: number
}

/** The outbox of one address gate. */
export type ChallengeOutbox = {
  /** Null: there is nothing to send (obsolete, sent already, or another consumer is at it). */
  prepareMessage(id: string): Promise<ChallengeMessage | null>
  noteAccepted(id: string): Promise<void>
  /** `retryInSeconds` is null when it will not be tried again. */
  noteFailed(input: {
    id: string
    reason: string
    permanent: boolean
  }): Promise<{ retryInSeconds: number | null }>
}

export type MessageState = 'queued' | 'sent' | 'failed' | 'obsolete'

/** Somebody else tried to use a setup link that a device had used already. */
export type TheftSignal = { happenedAt: Instant; platform: Platform; deviceName: string | null }

/** A provision code that is sent: its link and PIN are asked of the session of `ref` at sending time. */
export type SentCode = {
  ref: AccountRef
  grantId: string
  platform: Platform
  /** The PIN stays out of the mail: its reader may not see it, and hears it from whoever sends the code. */
  pinElsewhere?: boolean | undefined
}

/** Somebody became a manager of this organisation, by its name; null: a supervisor of the service. */
export type NewRole = { organisation: string | null }

/** Something that whoever looks after an organisation, or the service, should know. */
export type AlarmTold = { alarm: AlarmKind; count: number; since: Instant }

/** An invitation on its way; link and PIN are asked of the session of `ref` at sending time. */
export type SentInvitation = {
  ref: AccountRef
  invitationId: string
  /** 0: the invitation itself; 1 and more: which reminder it is. */
  reminder: number
}

/** What a manager's *Renew* tells the owner of a device. Where its grant lives, QR and PIN come along. */
export type DeviceRenewal = {
  ref: AccountRef
  deviceId: string
  deviceName: string | null
  platform: Platform | null
  /** What is wrong, as the manager saw it. */
  state: 'invited' | 'pending' | 'active' | 'silent' | 'permissions' | 'ended'
  permissions: string[]
  /** The living invitation, else the provision code that brings this device; null: the mail leads to sign-in. */
  grant: { kind: 'invitation' | 'provision_code'; id: string } | null
}

/** The kinds whose words a manager may change. */
export const EDITABLE_KINDS = ['invitation', 'reminder', 'renewal'] as const
export type EditableKind = (typeof EDITABLE_KINDS)[number]

/** What can be put into the outbox: its kind and what its mail is made of. No secrets. */
export type MessageContent =
  | { kind: 'theft_signal'; payload: TheftSignal }
  | { kind: 'provision_code'; payload: SentCode }
  | { kind: 'approved'; payload: Record<string, never> }
  | { kind: 'manager_invited'; payload: NewRole }
  | { kind: 'invitation'; payload: SentInvitation }
  | { kind: 'renewal'; payload: DeviceRenewal }
  | { kind: 'alarm'; payload: AlarmTold }

export type NewMessage = MessageContent & {
  /** Deterministic where the cause is: the same message twice is one message. */
  id: string
  organisationId: number
  accountId: string | null
  /** Absent: e-mail. */
  channel?: Channel
  /** A normalised e-mail address, or an E.164 phone number. */
  recipient: string
  locale: Locale
  /** The invitation that it brings or reminds of. */
  invitationId?: string | null
}
