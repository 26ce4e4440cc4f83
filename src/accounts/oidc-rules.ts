import { ok, type Result, refuse } from '../kernel/result.ts'
import type { Account } from './types.ts'

/** Why somebody came: to work at `/manage` or look after devices, or to set a device up at `/setup`. */
export type OidcPurpose = 'sign-in' | 'setup'

type Claims = Readonly<Record<string, unknown>>

export type EmailProblem = 'no_address' | 'not_verified'

/** OpenID Connect Core 5.1 says boolean; some providers write it as a text. */
function isVerified(claims: Claims): boolean {
  return claims.email_verified === true || claims.email_verified === 'true'
}

function textAt(claims: Claims, name: string): string | null {
  const value = Object.hasOwn(claims, name) ? claims[name] : null
  return typeof value === 'string' && value !== '' ? value : null
}

/** Whether the ID token leaves something open that the provider's userinfo may answer. */
export function needsUserinfo(idToken: Claims, emailClaim: string): boolean {
  if (textAt(idToken, emailClaim) === null) return true
  return emailClaim === 'email' && idToken.email_verified === undefined
}

/**
 * The address that the provider vouches for. Of the claim `email` it has to say that it was verified, and what one
 * document says of another address than the other's does not count. Another claim is the manager's own choice.
 */
export function readEmail(
  idToken: Claims,
  userinfo: Claims | null,
  emailClaim: string,
): Result<string, EmailProblem> {
  const address = textAt(idToken, emailClaim) ?? (userinfo && textAt(userinfo, emailClaim))
  if (!address) return refuse('no_address')
  if (emailClaim !== 'email') return ok(address)
  const source = [idToken, userinfo].find(
    (claims) => claims && textAt(claims, 'email') === address && claims.email_verified !== undefined,
  )
  return source && isVerified(source) ? ok(address) : refuse('not_verified')
}

export type ArrivalRefusal =
  | { code: 'account_disabled' }
  /** Nobody was invited by this address, and people cannot register here by themselves. */
  | { code: 'no_account'; address: string | null }
  /** Owners of this organisation sign in by e-mail. */
  | { code: 'not_for_owners' }
  | { code: EmailProblem }
  | { code: 'not_accepted'; address: string }
  /** The account of this address belongs to somebody else at the same provider. */
  | { code: 'other_person'; address: string }
  | { code: 'organisation_unfinished' }

/**
 * Who comes in, after the provider has said who they are. `bound`: the account of this issuer and subject;
 * `byAddress`: that of the verified address, `taken` where another subject of the issuer has it. Managers have to
 * exist; owners may be new at `/setup`, and the organisation's e-mail rule decides about them every time.
 */
export function decideArrival(arrival: {
  purpose: OidcPurpose
  forOwners: boolean
  bound: Account | null
  byAddress: Account | null
  taken: boolean
  /** Normalised. */
  address: Result<string, EmailProblem>
  accepted: boolean
  /** Whether a new account could be made. */
  finished: boolean
}): Result<{ account: Account | null; bind: boolean }, ArrivalRefusal> {
  const { purpose, bound, byAddress } = arrival
  const account = bound ?? byAddress
  const address = arrival.address.ok ? arrival.address.value : null
  if (!bound && !arrival.address.ok) return refuse({ code: arrival.address.error })
  if (account?.state === 'disabled' || account?.state === 'deleted')
    return refuse({ code: 'account_disabled' })
  if (account?.role === 'supervisor') return refuse({ code: 'no_account', address })
  if (!bound && account && arrival.taken) return refuse({ code: 'other_person', address: address ?? '' })
  const come = ok({ account, bind: !bound })
  if (account?.role === 'manager' && purpose === 'sign-in') return come

  if (!arrival.forOwners) {
    const known = account !== null || purpose === 'setup'
    return refuse(known ? { code: 'not_for_owners' } : { code: 'no_account', address })
  }
  if (!arrival.address.ok) return refuse({ code: arrival.address.error })
  if (!arrival.accepted) return refuse({ code: 'not_accepted', address: arrival.address.value })
  if (account) return come
  if (purpose === 'sign-in') return refuse({ code: 'no_account', address })
  return arrival.finished ? come : refuse({ code: 'organisation_unfinished' })
}
