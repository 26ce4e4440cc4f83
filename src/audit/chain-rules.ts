import { hashSecret, type Keyring } from '../kernel/secrets.ts'
import type { Instant } from '../kernel/time.ts'

/**
 * The chain of an organisation's audit: each row's hash covers the row, its number and the hash before. The head
 * says how far it goes, under a key that D1 does not have (docs/storage.md, "How the audit is sealed").
 */

/** A row of `audit` as it is stored: `detail` is the text, not what it says. */
export type ChainEntry = {
  id: string
  organisationId: number
  at: Instant
  actorKind: string
  actorId: string
  action: string
  accountId: string | null
  deviceId: string | null
  detail: string
}

/** The entry with its place in the order of insertion. */
export type PlacedChainEntry = ChainEntry & { row: number }

/** Number `seq` of its organisation, from 1. */
export type Seal = { organisationId: number; seq: number; entryId: string; hash: string }

export type Head = {
  organisationId: number
  /** How many rows are sealed. */
  seq: number
  /** Of the last one; empty before the first. */
  hash: string
  sealedAt: Instant
  /** How many rows were sealed when the sealer found a head that it could not trust, and went on; null: never. */
  brokenSeq: number | null
  brokenAt: Instant | null
  /** How many rows were cut at the beginning because of their age. */
  cutSeq: number
  /** Of the last one that was cut: what the first that is left goes on from. */
  cutHash: string
  /** All that were cut had happened before this; 0: none was. */
  cutUntil: Instant
  mac: string
}

/** What nothing was cut from. */
const WHOLE = { cutSeq: 0, cutHash: '', cutUntil: 0 }

/** What the first row's hash covers in place of one before. */
const GENESIS = ''
/** Names what is hashed, so that another encoding can follow. */
const ENTRY_FORM = 'latchkey-audit-1'
const HEAD_FORM = 'latchkey-audit-head-1'
const CUT_HEAD_FORM = 'latchkey-audit-head-2'

/** JSON of a list of texts, numbers and nulls: no two different lists give the same text. */
export function encodeEntry(previous: string, seq: number, entry: ChainEntry): string {
  const { organisationId, id, at, actorKind, actorId, action, accountId, deviceId, detail } = entry
  return JSON.stringify([
    ...[ENTRY_FORM, previous, organisationId, seq, id, at],
    ...[actorKind, actorId, action, accountId, deviceId, detail],
  ])
}

/** SHA-256, base64url. */
export function hashEntry(previous: string, seq: number, entry: ChainEntry): string {
  return hashSecret(encodeEntry(previous, seq, entry))
}

/** Whether the seal is of this row, behind the one with the hash `before`. */
export function isSealOf(seal: Seal, entry: ChainEntry, before: string): boolean {
  const own = entry.organisationId === seal.organisationId && entry.id === seal.entryId
  return own && hashEntry(before, seal.seq, entry) === seal.hash
}

/** The hash before the first row that was not cut. */
export function beginningOf({ cutSeq, cutHash }: Pick<Head, 'cutSeq' | 'cutHash'>): string {
  return cutSeq === 0 ? GENESIS : cutHash
}

/** Of a whole chain as it was before any was cut, so that what was signed then holds. */
function headData(head: Omit<Head, 'mac'>): string {
  const { organisationId, seq, hash, sealedAt, brokenSeq, brokenAt, cutSeq, cutHash, cutUntil } = head
  const data = [organisationId, seq, hash, sealedAt, brokenSeq, brokenAt]
  return JSON.stringify(
    cutSeq === 0 ? [HEAD_FORM, ...data] : [CUT_HEAD_FORM, ...data, cutSeq, cutHash, cutUntil],
  )
}

export function signHead(keys: Pick<Keyring, 'mac'>, head: Omit<Head, 'mac'>): Head {
  return { ...head, mac: keys.mac('audit', headData(head)) }
}

/** Whether the head was written by somebody who has the key that it names. */
export function isTrusted(keys: Pick<Keyring, 'matchesMac'>, head: Head): boolean {
  return keys.matchesMac('audit', head.mac, headData(head))
}

/** What is sealed next: rows in the order of insertion, and where the chains of their organisations stand. */
export type Stretch = {
  rows: PlacedChainEntry[]
  heads: Head[]
  /** The last seal of each organisation that has one. */
  tails: Seal[]
}

export type Extension = {
  seals: Seal[]
  heads: Head[]
  /** Organisations whose chain could not be trusted any more. */
  broken: { organisationId: number; seq: number }[]
}

/**
 * Seals the rows. Where head and last seal do not fit, or the head's key is unknown, sealing goes on behind what
 * is there, and the new head says so for good: nothing is left unsealed because something was forged before.
 */
export function extendChains(keys: Keyring, { rows, heads, tails }: Stretch, now: Instant): Extension {
  const seals: Seal[] = []
  const broken: Extension['broken'] = []
  const chains = new Map<number, Omit<Head, 'mac'>>()
  const begin = (organisationId: number): Omit<Head, 'mac'> => {
    const head = heads.find((one) => one.organisationId === organisationId)
    const tail = tails.find((one) => one.organisationId === organisationId)
    const fresh = { organisationId, sealedAt: now, brokenSeq: null, brokenAt: null }
    if (!head && !tail) return { ...fresh, ...WHOLE, seq: 0, hash: GENESIS }
    const trusted = head && isTrusted(keys, head) ? head : null
    if (trusted && tail?.seq === trusted.seq && tail.hash === trusted.hash) return trusted
    const known = [trusted, tail].filter((one) => one !== null && one !== undefined)
    const { seq, hash } = known.sort((one, other) => other.seq - one.seq)[0] ?? { seq: 0, hash: GENESIS }
    broken.push({ organisationId, seq })
    const { cutSeq, cutHash, cutUntil } = head ?? WHOLE
    return { ...fresh, seq, hash, brokenSeq: seq, brokenAt: now, cutSeq, cutHash, cutUntil }
  }
  for (const entry of rows) {
    const { organisationId } = entry
    const chain = chains.get(organisationId) ?? begin(organisationId)
    const seq = chain.seq + 1
    const hash = hashEntry(chain.hash, seq, entry)
    seals.push({ organisationId, seq, entryId: entry.id, hash })
    chains.set(organisationId, { ...chain, seq, hash, sealedAt: now })
  }
  return { seals, heads: [...chains.values()].map((chain) => signHead(keys, chain)), broken }
}
