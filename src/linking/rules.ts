import type { AccountRef } from '../kernel/ids.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { type Instant, isWithin, MINUTE, SECOND } from '../kernel/time.ts'
import type {
  AllowedLink,
  AnswerRefusal,
  FindLinkInput,
  FindLinkRefusal,
  Link,
  LinkAnswer,
  LinkView,
  OpenLinkInput,
  PollInput,
  PollRefusal,
} from './types.ts'

/** How long a device waits for an answer, and then again how long it may come for it. */
export const LINK_LIFE = 10 * MINUTE
/** How long the object says `expired_token` before it forgets. */
const LINK_MEMORY = 5 * MINUTE
export const INTERVAL_SECONDS = 5
/** RFC 8628 section 3.5: for this and all later requests. */
const SLOWER_BY_SECONDS = 5
/** Two questions left the device far enough apart, and the second was faster on its way. */
const JITTER = SECOND
/** How long *Allow* may take before somebody may press it again. */
const ALLOWING_LEASE = 30 * SECOND

/** Wrong codes that somebody may type within the window. */
const TRIES_MAX = 5
export const TRIES_WINDOW = 15 * MINUTE

export function makeLink(input: OpenLinkInput, now: Instant): Link {
  return {
    ...input,
    state: 'pending',
    intervalSeconds: INTERVAL_SECONDS,
    askedAt: now,
    polledAt: null,
    seenBy: null,
    decidedAt: null,
    grantId: null,
  }
}

/** An answer counts as long again as the question did: a device that waits longer between two looks hears it. */
function lifeOf(link: Link): Instant {
  const answered = link.state === 'allowed' || link.state === 'denied'
  return answered ? (link.decidedAt ?? link.askedAt) : link.askedAt
}

function isLiving(link: Link, now: Instant): boolean {
  return isWithin({ from: lifeOf(link), length: LINK_LIFE }, now)
}

/** False once nobody needs it any more, or the clock ran back before its beginning. */
export function isKept(link: Link, now: Instant): boolean {
  return isWithin({ from: lifeOf(link), length: LINK_LIFE + LINK_MEMORY }, now)
}

/** When there is something to forget. */
export function forgetAt(link: Link | null, tries: Instant[]): Instant | null {
  const ends = tries.map((at) => at + TRIES_WINDOW)
  if (link) ends.push(lifeOf(link) + LINK_LIFE + LINK_MEMORY)
  return ends.length > 0 ? Math.max(...ends) : null
}

/** A device asks how it stands. `link`: what is to be kept of it, null where nothing changed. */
export function decidePoll(
  known: Link | null,
  input: PollInput,
  now: Instant,
): { link: Link | null; result: Result<AllowedLink, PollRefusal> } {
  if (known?.secretHash !== input.secretHash || known.clientId !== input.clientId)
    return { link: null, result: refuse('invalid_grant') }
  if (known.thumbprint !== null && known.thumbprint !== input.thumbprint)
    return { link: null, result: refuse('invalid_grant') }
  if (!isLiving(known, now)) return { link: null, result: refuse('expired_token') }
  const bound: Link = { ...known, thumbprint: input.thumbprint }
  if (known.state === 'denied') return { link: null, result: refuse('access_denied') }
  if (known.state === 'allowed' && known.seenBy !== null && known.grantId !== null) {
    const { seenBy: ref, grantId, device } = known
    return { link: bound, result: ok({ ref, grantId, device }) }
  }
  const pause = bound.intervalSeconds * SECOND - JITTER
  const early = known.polledAt !== null && now - known.polledAt < pause
  const intervalSeconds = known.intervalSeconds + (early ? SLOWER_BY_SECONDS : 0)
  return {
    link: { ...bound, polledAt: now, intervalSeconds },
    result: refuse(early ? 'slow_down' : 'authorization_pending'),
  }
}

/** Somebody typed the code. Only one who is of the organisation that the device names, if it names one. */
export function decideFind(
  known: Link | null,
  input: FindLinkInput,
  now: Instant,
): Result<Link, FindLinkRefusal> {
  if (!known || !isLiving(known, now)) return refuse('unknown')
  if (known.seenBy !== null && known.seenBy !== input.account) return refuse('unknown')
  if (known.organisation !== null && !input.names.includes(known.organisation))
    return refuse('other_organisation')
  return ok({ ...known, seenBy: input.account })
}

/** What the person may see who typed the code. */
export function viewFor(known: Link | null, account: AccountRef, now: Instant): LinkView | null {
  if (!known || known.seenBy !== account || !isLiving(known, now)) return null
  return viewLink(known)
}

export function viewLink(link: Link): LinkView {
  const { clientId, device, askedAt } = link
  const state = link.state === 'allowing' ? 'pending' : link.state
  return { clientId, device, askedAt, state, endsAt: lifeOf(link) + LINK_LIFE }
}

/** A request is answered once, by who typed its code. */
export function decideAnswer(
  known: Link | null,
  { account, answer }: { account: AccountRef; answer: LinkAnswer },
  now: Instant,
): Result<Link, AnswerRefusal> {
  if (!known || known.seenBy !== account || !isLiving(known, now)) return refuse('gone')
  if (known.state === 'allowed' || known.state === 'denied') return refuse('answered')
  switch (answer.kind) {
    case 'begin':
    case 'deny': {
      const lease = { from: known.decidedAt ?? 0, length: ALLOWING_LEASE }
      if (known.state === 'allowing' && isWithin(lease, now)) return refuse('busy')
      return ok({ ...known, state: answer.kind === 'deny' ? 'denied' : 'allowing', decidedAt: now })
    }
    case 'allow':
    case 'release':
      // Somebody began anew meanwhile: what they issue has superseded this.
      if (known.state !== 'allowing' || known.decidedAt !== answer.since) return refuse('gone')
      return answer.kind === 'allow'
        ? ok({ ...known, state: 'allowed', decidedAt: now, grantId: answer.grantId })
        : ok({ ...known, state: 'pending', decidedAt: null })
  }
}

/** Whether one more code may be typed, after those `tries`. A try that lies in the future counts from now. */
export function judgeTries(tries: Instant[], now: Instant): Result<null, { opensAt: Instant }> {
  const counted = tries
    .map((at) => Math.min(at, now))
    .filter((at) => now - at < TRIES_WINDOW)
    .toSorted((one, other) => one - other)
  const oldest = counted.at(-TRIES_MAX)
  return oldest === undefined ? ok(null) : refuse({ opensAt: oldest + TRIES_WINDOW })
}
