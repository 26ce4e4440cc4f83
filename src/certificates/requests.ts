import { createPublicKey } from 'node:crypto'
import { calculateJwkThumbprint } from 'jose'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { readSequence } from './der.ts'
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
  const spki = keyWithin(csr)
  if (!spki) return refuse('bad_request')
  const kind = ACCEPTED[Buffer.from(readSequence(spki)?.[0] ?? []).toString('hex')]
  if (!kind) return refuse('weak_key')
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
 * SubjectPublicKeyInfo of a request, by its shape alone: so that what is no request, or a very large one, costs
 * nothing.
 */
function keyWithin(csr: Uint8Array): Uint8Array | null {
  if (csr.length > CSR_MAX) return null
  const [info, ...rest] = readSequence(csr) ?? []
  const [_version, _subject, spki] = (info && rest.length === 2 && readSequence(info)) || []
  return spki && readSequence(spki)?.length === 2 ? spki : null
}
