import { createPublicKey } from 'node:crypto'
import { calculateJwkThumbprint } from 'jose'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { readElement, readSequence } from './der.ts'
import { isAcceptedRsa } from './keys.ts'
import type { CsrRefusal } from './types.ts'
import * as x509 from './x509.ts'

/** What is taken from a request: its key. What it says of itself counts for nothing. */
export type CsrKey = {
  publicKey: x509.PublicKey
  kind: 'ec' | 'ed25519' | 'rsa'
  /** RFC 7638, SHA-256, base64url. */
  thumbprint: string
}

/** A request with an RSA key of 8192 bits and a dozen extensions has 3 KB. */
const CSR_MAX = 16_384

/** AlgorithmIdentifiers of keys, DER in hex: RFC 5480 with named curves, RFC 8410, RFC 3279. */
const ACCEPTED: Record<string, CsrKey['kind']> = {
  '301306072a8648ce3d020106082a8648ce3d030107': 'ec',
  '301006072a8648ce3d020106052b81040022': 'ec',
  '300506032b6570': 'ed25519',
  '300d06092a864886f70d0101010500': 'rsa',
}

/**
 * Reads PKCS#10 (RFC 2986, DER) and checks that who made it holds its private key. Never throws, whatever the
 * bytes are.
 */
export async function readRequest(csr: Uint8Array): Promise<Result<CsrKey, CsrRefusal>> {
  const parts = partsOf(csr)
  if (!parts) return refuse('bad_request')
  const { spki, algorithm, signature } = parts
  const kind = ACCEPTED[Buffer.from(readSequence(spki)?.[0] ?? []).toString('hex')]
  if (!kind) return refuse('weak_key')
  if (!isSigned(algorithm, signature)) return refuse('bad_request')
  try {
    const key = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' })
    if (kind === 'rsa' && !isAcceptedRsa(key)) return refuse('weak_key')
    // A copy, from the one place that was looked at: nothing of the request reaches the certificate but this.
    const publicKey = new x509.PublicKey(Uint8Array.from(spki))
    const request = new x509.Pkcs10CertificateRequest(Uint8Array.from(csr))
    if (!(await request.verify(crypto))) return refuse('bad_request')
    const thumbprint = await calculateJwkThumbprint(key.export({ format: 'jwk' }))
    return ok({ publicKey, kind, thumbprint })
  } catch {
    return refuse('bad_request')
  }
}

/**
 * A request's SubjectPublicKeyInfo and what it is signed with, by its shape alone: so that what is no request, or a
 * very large one, costs nothing.
 */
function partsOf(csr: Uint8Array) {
  if (csr.length > CSR_MAX) return null
  const [info, algorithm, signature, ...rest] = readSequence(csr) ?? []
  if (!info || !algorithm || !signature || rest.length > 0) return null
  const [_version, _subject, spki] = readSequence(info) ?? []
  return spki && readSequence(spki)?.length === 2 ? { spki, algorithm, signature } : null
}

const [INTEGER, BIT_STRING, OBJECT_IDENTIFIER] = [2, 3, 6]
const NULL = Uint8Array.of(5, 0)

/**
 * Whether algorithm and signature, which no signature covers, are what they must be to the byte: the parser that
 * verifies takes other tags in their places for the same.
 */
function isSigned(algorithm: Uint8Array, signature: Uint8Array): boolean {
  const [name, parameters, ...more] = readSequence(algorithm) ?? []
  if (name?.[0] !== OBJECT_IDENTIFIER || more.length > 0) return false
  if (parameters && Buffer.compare(parameters, NULL) !== 0) return false
  const bits = readElement(signature, 0)
  if (bits?.tag !== BIT_STRING || signature[bits.begin] !== 0) return false
  // ECDSA: two numbers (RFC 3279 section 2.2.3). The others are numbers without a shape.
  const members = readSequence(signature.subarray(bits.begin + 1))
  return members === null || (members.length === 2 && members.every(([tag]) => tag === INTEGER))
}
