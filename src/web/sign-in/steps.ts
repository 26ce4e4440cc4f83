import {
  type Account,
  type EnrolmentGround,
  type Entered,
  PASSKEY_CHALLENGE_LIFE,
  type PasskeyQuestion,
} from '../../accounts/index.ts'
import { HOUR, MINUTE } from '../../kernel/time.ts'
import type { Organisation } from '../../organisations/index.ts'
import { clearSealed, keepSealed, readSealed, readSessionCookie, setSessionCookie } from '../http/cookies.ts'
import type { EdgeContext } from '../http/edge.ts'
import { returnBelow } from '../http/return-path.ts'

/**
 * What the browser remembers between the steps of signing in, sealed and bound to it. Each step is read again
 * where it counts: nothing here lets anybody in by itself.
 */

/** The address that is about to be proved, and where to go on afterwards. */
type Asked = { address: string | null; to: string | null }

/** Somebody proved an address, or came by a link or the bootstrap secret: who they are, once that is chosen. */
export type Entering = {
  address: string
  /** Null until one of several accounts is chosen. */
  ground: EnrolmentGround | null
  role: Account['role'] | null
}

/** What the authenticator was asked. `accountId` is null where any account will do. */
type Question = { challenge: string; ceremony: 'get' | 'create'; accountId: string | null }

/** The gate forgets a code sooner. */
const ASKED_FOR = 2 * HOUR
const ENTERING_FOR = 10 * MINUTE

const ASKED = 'sign-in'
const ENTERING = 'entering'
const QUESTION = 'passkey'

export const readAsked = (c: EdgeContext): Asked => readSealed<Asked>(c, ASKED) ?? { address: null, to: null }
export const keepAsked = (c: EdgeContext, asked: Asked) => keepSealed(c, ASKED, asked, ASKED_FOR)

export const readEntering = (c: EdgeContext) => readSealed<Entering>(c, ENTERING)
export const keepEntering = (c: EdgeContext, entering: Entering) =>
  keepSealed(c, ENTERING, entering, ENTERING_FOR)

export const readQuestion = (c: EdgeContext) => readSealed<Question>(c, QUESTION)

/** Remembers the challenge, and gives what the page hands to the browser. */
export function keepQuestion(
  c: EdgeContext,
  { options, challenge }: PasskeyQuestion,
  question: Omit<Question, 'challenge'>,
): string {
  keepSealed(c, QUESTION, { challenge, ...question } satisfies Question, PASSKEY_CHALLENGE_LIFE)
  return options
}

export const clearQuestion = (c: EdgeContext) => clearSealed(c, QUESTION)

/** What signed this browser in before. */
export function formerOf(c: EdgeContext): { staff: string | null; owner: string | null } {
  return { staff: readSessionCookie(c, 'staff'), owner: readSessionCookie(c, 'owner') }
}

export function userAgentOf(c: EdgeContext): string {
  return c.req.header('user-agent') ?? ''
}

/** Somebody is signed in: the cookie is set, the steps are forgotten, and they go where they wanted to. */
export function goOn(c: EdgeContext, entered: Entered, organisation: Pick<Organisation, 'slug'>) {
  const { account, session, secret } = entered
  const { to } = readAsked(c)
  setSessionCookie(c, secret, session.endsAt, account.role === 'device_owner' ? 'owner' : 'staff')
  for (const step of [ASKED, ENTERING, QUESTION]) clearSealed(c, step)
  return c.redirect(destinationOf(account.role, organisation.slug, to), 303)
}

/** Encoded control characters and backslashes, which no page of ours has in its address. */
const ODD = /%(0[0-9a-f]|1[0-9a-f]|5c|7f)/i

/** Where somebody goes on: where they wanted to, if their role may, else to their own start. */
export function destinationOf(role: Account['role'], slug: string, to: string | null): string {
  const wanted = to !== null && !ODD.test(to) ? to : null
  switch (role) {
    case 'manager':
      return returnBelow(wanted, ['/manage', '/account', '/portal', '/link'])
    case 'supervisor':
      return returnBelow(wanted, ['/supervise', '/account'])
    case 'device_owner':
      return returnBelow(wanted, ['/portal', `/setup/${slug}`, '/account', '/link'])
  }
}
