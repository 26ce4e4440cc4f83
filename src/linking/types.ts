import type { DeviceFacts } from '../kernel/device-facts.ts'
import type { AccountRef } from '../kernel/ids.ts'
import type { Platform } from '../kernel/platform.ts'
import type { Result } from '../kernel/result.ts'
import type { Instant } from '../kernel/time.ts'

/** What an asking device says of itself. Nothing of it is proved. */
export type AskingDevice = DeviceFacts & { platform: Platform }

/** `allowing`: its owner pressed *Allow*, and the provision code is being issued. */
export type LinkState = 'pending' | 'allowing' | 'allowed' | 'denied'

/** One device's request to be linked to somebody (RFC 8628), as its object keeps it. */
export type Link = {
  /** SHA-256 of the secret half of the device code. */
  secretHash: string
  /** The program that asks, as it calls itself. */
  clientId: string
  device: AskingDevice
  /** Site id or short name of the organisation that the device names; null: it names none. */
  organisation: string | null
  /** RFC 7638 thumbprint of the key that the answer is for; null until a proof came. */
  thumbprint: string | null
  state: LinkState
  /** Seconds that the device must leave between two questions. Only rises. */
  intervalSeconds: number
  askedAt: Instant
  polledAt: Instant | null
  /** Who typed the code first: for everybody else it does not exist from then on. */
  seenBy: AccountRef | null
  /** When it was answered, or when the answer began; null while nobody did. */
  decidedAt: Instant | null
  /** The provision code that was issued for it. */
  grantId: string | null
}

/** A request as the person sees it who typed its code. */
export type LinkView = Pick<Link, 'clientId' | 'device' | 'askedAt'> & {
  state: 'pending' | 'allowed' | 'denied'
  /** When the device stops waiting. */
  endsAt: Instant
}

export type OpenLinkInput = Pick<Link, 'secretHash' | 'clientId' | 'device' | 'organisation' | 'thumbprint'>

export type PollInput = { secretHash: string; clientId: string; thumbprint: string }

/** The errors of RFC 8628 section 3.5. `invalid_grant`: unknown, another client's, or another key's. */
export type PollRefusal =
  | 'authorization_pending'
  | 'slow_down'
  | 'access_denied'
  | 'expired_token'
  | 'invalid_grant'

/** What the device's question leads to once somebody allowed it. */
export type AllowedLink = { ref: AccountRef; grantId: string; device: AskingDevice }

/** `names`: what a device may call the person's organisation by. */
export type FindLinkInput = { account: AccountRef; names: string[] }

/** `unknown` covers a wrong code, one that is over, and one that somebody else has typed. */
export type FindLinkRefusal = 'unknown' | 'other_organisation'

/**
 * What somebody does with the request that they looked at. `begin` keeps others, and a second press of the button,
 * away for half a minute; `since` is what it answered.
 */
export type LinkAnswer =
  | { kind: 'begin' }
  | { kind: 'allow'; since: Instant; grantId: string }
  | { kind: 'release'; since: Instant }
  | { kind: 'deny' }

/** `gone`: unknown, over, or somebody else's. `busy`: an answer is on its way. `answered`: there is one already. */
export type AnswerRefusal = 'gone' | 'busy' | 'answered'

/** The calls of a link request's object. RPC stays compatible one version back. */
export type LinkRequestCalls = {
  /** Takes the user code for a device. `taken`: another device has it. */
  open(input: OpenLinkInput): Promise<Result<null, 'taken'>>
  /** The device asks how it stands. A wrong secret writes nothing. */
  poll(input: PollInput): Promise<Result<AllowedLink, PollRefusal>>
  /** Somebody typed the code: from now on the request is theirs to answer. */
  find(input: FindLinkInput): Promise<Result<LinkView, FindLinkRefusal>>
  /** The request of somebody who typed its code; null for everybody else, and once it is over. */
  look(input: { account: AccountRef }): Promise<LinkView | null>
  answer(input: {
    account: AccountRef
    answer: LinkAnswer
  }): Promise<Result<{ link: LinkView; since: Instant }, AnswerRefusal>>
}

/** The calls of the object that counts somebody's wrong codes. */
export type CodeTryCalls = {
  /** Counts a try before anything is compared. */
  countTry(): Promise<Result<{ id: number }, { opensAt: Instant }>>
  /** The code was right: the try does not count. */
  forgiveTry(input: { id: number }): Promise<void>
}
