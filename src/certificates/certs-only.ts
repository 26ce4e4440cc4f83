import { element, integer, oid, sequence, setOf } from './der.ts'
import { fromPem } from './pem.ts'

const SIGNED_DATA = '1.2.840.113549.1.7.2'
const DATA = '1.2.840.113549.1.7.1'
/** `[0]`, constructed. */
const TAGGED = 0xa0

/**
 * PEM certificates as a degenerate SignedData (RFC 5652 section 5.2): no content, no signers, in the given
 * order. Returns DER. Pure.
 */
export function certsOnly(certificates: string[]): Uint8Array {
  const none = setOf()
  const content = sequence(oid(DATA))
  const members = element(TAGGED, ...certificates.map(fromPem))
  return sequence(oid(SIGNED_DATA), element(TAGGED, sequence(integer(1), none, content, members, none)))
}
