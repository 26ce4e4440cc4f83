import { createHmac } from 'node:crypto'
import { isRef } from '../kernel/ids.ts'
import { equalText } from '../kernel/secrets.ts'
import { HOUR, type Instant, isWithin, MINUTE } from '../kernel/time.ts'
import type { DerivedResult, DerivedState } from './types.ts'

/** How long the external module has until its answer must be back: a smart card may have to be found first. */
export const EXTERNAL_LIFE = 30 * MINUTE
/** How long the page with the activation password can fetch its file. */
export const FILE_LIFE = HOUR
/**
 * How long after the file was made the same page may fetch it once more: an answer was lost, or the button was
 * pressed twice. Each time is a new key and a new certificate, and the one before is revoked.
 */
export const REPEAT_TIME = 2 * MINUTE

/** What a module is told, in this order. */
export type ModuleRequest = {
  /** Address of the account. */
  account: string
  name: string
  /** Id of the device. */
  device: string
  platform: string
  /** Site id. */
  organisation: string
  return_to: string
  state: string
  /** Unix seconds. */
  expires: number
}

/** HMAC-SHA-256, base64url. The key is the text of the secret itself, so that nothing has to be decoded first. */
export function signText(secret: string, text: string): string {
  return createHmac('sha256', secret).update(text).digest('base64url')
}

/**
 * The way to the module: its URL with the parameters behind it, `signature` last. Signed is the query as it stands
 * there, from behind the `?` to before `&signature=`.
 */
export function writeModuleUrl(base: string, request: ModuleRequest, secret: string): string {
  const url = new URL(base)
  url.hash = ''
  const own = url.search.slice(1)
  const told = Object.entries(request).map(([name, value]) => `${name}=${encodeStrictly(String(value))}`)
  const query = [...(own === '' ? [] : [own]), ...told].join('&')
  url.search = ''
  return `${url}?${query}&signature=${signText(secret, query)}`
}

/** RFC 3986: everything but unreserved characters. A browser leaves such a query alone, and the signature fits. */
function encodeStrictly(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

/** What comes back from the module, as it stands in the address. */
export type ModuleAnswer = { state: string; result: string; signature: string }

/** Null for what has not the shape of an answer. */
export function readModuleAnswer(answer: ModuleAnswer): { state: string; result: DerivedResult } | null {
  const { state, result } = answer
  if (!isRef(state) || (result !== 'success' && result !== 'failure')) return null
  return { state, result }
}

/** Signed is `state=<state>&result=<result>`. */
export function isSigned(answer: ModuleAnswer, secret: string): boolean {
  return equalText(answer.signature, signText(secret, `state=${answer.state}&result=${answer.result}`))
}

export type ReturnFacts = {
  state: DerivedState
  createdAt: Instant
  secretEndsAt: Instant | null
  /** Whether its device is active, and as it was set up when this began. */
  holds: boolean
}

/**
 * What becomes of an answer that the module signed. `again`: the same answer once more, from a page that was
 * reloaded; nothing changes.
 */
export function judgeReturn(
  facts: ReturnFacts,
  result: DerivedResult,
  now: Instant,
): 'accept' | 'again' | 'used' | 'expired' {
  const { state, createdAt: from, secretEndsAt } = facts
  if (!facts.holds || state === 'ended') return 'expired'
  if (state !== 'started') return (state === 'issued') === (result === 'success') ? 'again' : 'used'
  return isWithin({ from, length: (secretEndsAt ?? from) - from }, now) ? 'accept' : 'expired'
}

export type Holding = {
  state: DerivedState
  endsAt: Instant | null
  /** Of its certificate. */
  revokedAt: Instant | null
}

/** What is shown of it: one whose certificate has ended or was revoked is over. */
export function shownState({ state, endsAt, revokedAt }: Holding, now: Instant): DerivedState {
  if (state !== 'issued') return state
  return (endsAt !== null && endsAt <= now) || (revokedAt !== null && revokedAt <= now) ? 'ended' : 'issued'
}
