import { createPublicKey, type KeyObject } from 'node:crypto'
import type { FieldProblems } from '../kernel/fields.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import type { Instant } from '../kernel/time.ts'
import { kindOfKey, publicHalfOf, readKeyPem } from './keys.ts'
import { escapeNameValue } from './names.ts'
import { fromPem, readPemChain, serialIn, toPem } from './pem.ts'
import type { SignerView } from './types.ts'
import * as x509 from './x509.ts'

/** Certificates and keys that somebody else made. */

export type Upload = {
  /** PEM each, from the signer's own upwards. */
  chain: string[]
  /** PKCS#8, DER. */
  pkcs8: Uint8Array
  serial: string
  endsAt: Instant
}

const CHAIN_MAX = 10
const TEXT_MAX = 64_000

/**
 * A signer's chain and key as a manager gives them: certificates of one chain in any order, and the key of one of
 * them. Problems stand at `chain` and `key`.
 */
export async function readUpload(input: {
  chainPem: string
  keyPem: string
  now: Instant
}): Promise<Result<Upload, FieldProblems>> {
  const problems: FieldProblems = {}
  const chain = readChain(input.chainPem)
  if (!chain) problems.chain = { code: input.chainPem.trim() ? 'not_a_certificate' : 'missing' }
  const key = input.keyPem.length <= TEXT_MAX ? readKeyPem(input.keyPem) : null
  if (!key || !kindOfKey(key)) problems.key = { code: input.keyPem.trim() ? 'not_a_key' : 'missing' }
  if (!chain || !key || problems.key) return refuse(problems)
  const own = chain.find((one) => isFor(one, key))
  if (!own) return refuse({ key: { code: 'other_key' } })
  const ordered = await orderChain(own, chain)
  if (!ordered) return refuse({ chain: { code: 'not_a_chain' } })
  if (ordered.some((one) => !isValidAt(one, input.now))) return refuse({ chain: { code: 'not_valid_now' } })
  if (!maySign(own)) return refuse({ chain: { code: 'not_for_signing' } })
  const der = (one: x509.X509Certificate) => new Uint8Array(one.rawData)
  return ok({
    chain: ordered.map((one) => toPem(der(one))),
    pkcs8: key.export({ format: 'der', type: 'pkcs8' }),
    serial: serialIn(der(own)),
    endsAt: Math.min(...ordered.map((one) => one.notAfter.getTime())),
  })
}

function readChain(text: string): x509.X509Certificate[] | null {
  const found = text.length <= TEXT_MAX ? readPemChain(text) : null
  if (!found || found.length > CHAIN_MAX) return null
  try {
    // Reading names, times and keys as well: what is broken in there is found now.
    return found.map((der) => {
      const certificate = new x509.X509Certificate(der)
      createPublicKey({ key: spkiOf(certificate), format: 'der', type: 'spki' })
      return certificate
    })
  } catch {
    return null
  }
}

/** SubjectPublicKeyInfo, DER. */
export function spkiOf(certificate: x509.X509Certificate): Buffer {
  return Buffer.from(certificate.publicKey.rawData)
}

/** Whether the key is the one that is certified. */
export function isFor(certificate: x509.X509Certificate, key: KeyObject): boolean {
  // Read and written again: the same key may be encoded in more than one way.
  const spki = createPublicKey({ key: spkiOf(certificate), format: 'der', type: 'spki' })
  return Buffer.compare(spki.export({ format: 'der', type: 'spki' }), publicHalfOf(key)) === 0
}

/** From `own` upwards, each signed by the next, as far as they go. Null where one is left over. */
async function orderChain(
  own: x509.X509Certificate,
  all: x509.X509Certificate[],
): Promise<x509.X509Certificate[] | null> {
  const left = new Set(all.filter((one) => !isSame(one, own)))
  const ordered = [own]
  for (let last = own; left.size > 0; ) {
    const above = await findIssuer(last, left)
    if (!above) return null
    for (const one of left) if (isSame(one, above)) left.delete(one)
    ordered.push(above)
    last = above
  }
  return ordered
}

/** The one of the candidates that signed it. */
export async function findIssuer(
  below: x509.X509Certificate,
  candidates: Iterable<x509.X509Certificate>,
): Promise<x509.X509Certificate | null> {
  for (const one of candidates) {
    if (one.subject !== below.issuer) continue
    const signed = await below
      .verify({ publicKey: one.publicKey, signatureOnly: true }, crypto)
      .catch(() => false)
    if (signed) return one
  }
  return null
}

export function isSame(one: x509.X509Certificate, other: x509.X509Certificate): boolean {
  return Buffer.compare(new Uint8Array(one.rawData), new Uint8Array(other.rawData)) === 0
}

function isValidAt(certificate: x509.X509Certificate, now: Instant): boolean {
  return certificate.notBefore.getTime() <= now && now < certificate.notAfter.getTime()
}

/** RFC 5280 section 4.2.1.3: where key usage is said, it must say signatures. */
function maySign(certificate: x509.X509Certificate): boolean {
  const usages = certificate.getExtension(x509.KeyUsagesExtension)?.usages
  const { digitalSignature, nonRepudiation } = x509.KeyUsageFlags
  return usages === undefined || (usages & (digitalSignature | nonRepudiation)) !== 0
}

/** What a manager sees of a chain. */
export function describeChain(chain: string[]): Pick<SignerView, 'subject' | 'issuer' | 'keyKind'> {
  const certificate = new x509.X509Certificate(fromPem(chain[0] ?? ''))
  const key = createPublicKey({ key: spkiOf(certificate), format: 'der', type: 'spki' })
  return {
    subject: tellName(certificate.subjectName),
    issuer: tellName(certificate.issuerName),
    keyKind: key.asymmetricKeyType === 'rsa' ? 'rsa' : 'ec',
  }
}

/** RFC 4514: the last part of the name first. */
export function tellName(name: x509.Name): string {
  const parts = name.toJSON().map((part) =>
    Object.entries(part)
      .flatMap(([type, values]) => values.map((value) => `${type}=${escapeNameValue(value)}`))
      .join('+'),
  )
  return parts.toReversed().join(',')
}
