import type { KeyObject } from 'node:crypto'
import type { Instant } from '../kernel/time.ts'
import { bitString, element, integer, octets, oid, sequence, time, unsigned } from './der.ts'
import { signBytes } from './keys.ts'
import { fromPem } from './pem.ts'
import { REASON_CODES } from './rules.ts'
import type { RevocationReason } from './types.ts'
import * as x509 from './x509.ts'

const ECDSA_WITH_SHA256 = '1.2.840.10045.4.3.2'
const CRL_NUMBER = '2.5.29.20'
const AUTHORITY_KEY_IDENTIFIER = '2.5.29.35'
const REASON_CODE = '2.5.29.21'
const ENUMERATED = 0x0a
/** `[0]`, constructed. */
const TAGGED = 0xa0

export type RevokedEntry = { serial: string; revokedAt: Instant; reason: RevocationReason }

/**
 * A list of revoked certificates (RFC 5280 section 5, version 2), signed by the authority. Written here rather
 * than by a library: it grows with the organisation, and is made anew at each revocation. Returns DER.
 */
export function makeCrl(input: {
  /** The authority's certificate, PEM. */
  pem: string
  key: KeyObject
  number: number
  entries: RevokedEntry[]
  thisUpdate: Instant
  nextUpdate: Instant
}): Uint8Array {
  const authority = new x509.X509Certificate(fromPem(input.pem))
  const algorithm = sequence(oid(ECDSA_WITH_SHA256))
  const entries = input.entries.map(entryOf)
  const list = sequence(
    integer(1),
    algorithm,
    new Uint8Array(authority.subjectName.toArrayBuffer()),
    time(input.thisUpdate),
    time(input.nextUpdate),
    // Absent, not empty, where nothing was revoked.
    ...(entries.length > 0 ? [sequence(...entries)] : []),
    element(
      TAGGED,
      sequence(
        extension(AUTHORITY_KEY_IDENTIFIER, keyIdentifierOf(authority)),
        extension(CRL_NUMBER, integer(input.number)),
      ),
    ),
  )
  return sequence(list, algorithm, bitString(signBytes(input.key, list)))
}

function entryOf({ serial, revokedAt, reason }: RevokedEntry): Uint8Array {
  const code = REASON_CODES[reason]
  const told =
    code === null ? [] : [sequence(extension(REASON_CODE, element(ENUMERATED, Uint8Array.of(code))))]
  return sequence(unsigned(Buffer.from(serial, 'hex')), time(revokedAt), ...told)
}

function extension(id: string, value: Uint8Array): Uint8Array {
  return sequence(oid(id), octets(value))
}

function keyIdentifierOf(authority: x509.X509Certificate): Uint8Array {
  const own = authority.getExtension(x509.SubjectKeyIdentifierExtension)
  return sequence(element(0x80, Buffer.from(own?.keyId ?? '', 'hex')))
}
