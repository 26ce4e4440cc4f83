import { createHash, type KeyObject } from 'node:crypto'
import type { Instant } from '../kernel/time.ts'
import { element, integer, octets, oid, SET, sequence, setOf, time } from './der.ts'
import { signBytes } from './keys.ts'
import { fromPem, issuerAndSerialOf } from './pem.ts'
import type { SignBytes } from './types.ts'

const SIGNED_DATA = '1.2.840.113549.1.7.2'
const DATA = '1.2.840.113549.1.7.1'
const CONTENT_TYPE = '1.2.840.113549.1.9.3'
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4'
const SIGNING_TIME = '1.2.840.113549.1.9.5'
const SHA256 = '2.16.840.1.101.3.4.2.1'
const ECDSA_WITH_SHA256 = '1.2.840.10045.4.3.2'
/** The key's own identifier, not that of the signature: what every verifier of RSA takes (RFC 3370 section 3.2). */
const RSA_ENCRYPTION = '1.2.840.113549.1.1.1'
const NULL = Uint8Array.of(5, 0)
/** `[0]`, constructed. */
const TAGGED = 0xa0

/** Signs from now on as at that time. */
export type SignerAt = (now: Instant) => SignBytes

/**
 * Signs as CMS SignedData (RFC 5652) with the content attached and the whole chain within. Written here because
 * profiles are signed as they are downloaded: everything but digest and signature is prepared once.
 */
export function makeSigner(input: { chain: string[]; key: KeyObject }): SignerAt {
  const certificates = input.chain.map(fromPem)
  const [own] = certificates
  if (!own) throw new Error('A signer needs its certificate')
  const [version, data, signedData] = [integer(1), oid(DATA), oid(SIGNED_DATA)]
  const [signingTime, messageDigest] = [oid(SIGNING_TIME), oid(MESSAGE_DIGEST)]
  const digestAlgorithm = sequence(oid(SHA256))
  const digestAlgorithms = element(SET, digestAlgorithm)
  const contentType = attribute(oid(CONTENT_TYPE), data)
  const signatureAlgorithm =
    input.key.asymmetricKeyType === 'rsa'
      ? sequence(oid(RSA_ENCRYPTION), NULL)
      : sequence(oid(ECDSA_WITH_SHA256))
  const signerId = issuerAndSerialOf(own)
  // A SET OF like others, under the tag of its field.
  const chain = retag(TAGGED, setOf(...certificates))

  return (now) => async (content) => {
    const digest = createHash('sha256').update(content).digest()
    const attributes = setOf(
      contentType,
      attribute(signingTime, time(now)),
      attribute(messageDigest, octets(digest)),
    )
    const signerInfo = sequence(
      version,
      signerId,
      digestAlgorithm,
      retag(TAGGED, attributes),
      signatureAlgorithm,
      // RFC 5652 section 5.4: over the attributes as a SET OF.
      octets(signBytes(input.key, attributes)),
    )
    const signed = sequence(
      version,
      digestAlgorithms,
      sequence(data, element(TAGGED, octets(content))),
      chain,
      element(SET, signerInfo),
    )
    return sequence(signedData, element(TAGGED, signed))
  }
}

function attribute(type: Uint8Array, value: Uint8Array): Uint8Array {
  return sequence(type, element(SET, value))
}

/** The same element under another tag (of one byte). */
function retag(tag: number, encoded: Uint8Array): Uint8Array {
  const copy = encoded.slice()
  copy[0] = tag
  return copy
}
