import { createHash, createPublicKey, type KeyObject } from 'node:crypto'
import { ok, type Result, refuse } from '../kernel/result.ts'
import type { Instant } from '../kernel/time.ts'
import {
  CERTIFICATE_NAMES_MAX,
  CERTIFICATES_IN_FILE_MAX,
  CHAIN_LENGTH_MAX,
  EXTENDED_USAGES,
  KEY_USAGES_BY_BIT,
  PARSED_MAX,
  UPLOAD_MAX,
} from './account-certificates-rules.ts'
import type { FileProblem } from './account-certificates-types.ts'
import { countNameBytes } from './ber.ts'
import { isAcceptedRsa, readKeyPem, readPkcs8 } from './keys.ts'
import { readCertificate, readPemChain, serialIn } from './pem.ts'
import { isPkcs12, readPkcs12, readShroudedKey } from './pkcs12-reading.ts'
import { findIssuer, isFor, isSame, spkiOf, tellName } from './uploads.ts'
import * as x509 from './x509.ts'

/** The files that people bring: PEM, DER or PKCS#12. */

export type ReadFile = {
  /** DER each, the certificate itself first, then those above it. */
  chain: Uint8Array[]
  /** PKCS#8, DER; null where the file has none. */
  pkcs8: Uint8Array | null
  /** SHA-256 of the certificate's DER, lower-case hex. */
  fingerprint: string
  serial: string
  /** RFC 4514 text, cut to what is kept. */
  subject: string
  issuer: string
  /** What its subject is called; empty where that is not told. */
  commonName: string
  usages: string[]
  startsAt: Instant
  endsAt: Instant
}

/** What a file holds, before it is known to fit together. `loose`: certificates that lead nowhere are passed over. */
type Pieces = { certificates: Uint8Array[]; key: KeyObject | null; loose: boolean }

/** `password` opens PKCS#12 and keys that are protected; it is not kept. */
export async function readCertificateFile(input: {
  bytes: Uint8Array
  password: string
  now: Instant
}): Promise<Result<ReadFile, FileProblem>> {
  if (input.bytes.length > UPLOAD_MAX) return refuse('too_large')
  const pieces = takeApart(input.bytes, input.password)
  if (!pieces.ok) return pieces
  const fault = findExcess(pieces.value.certificates)
  if (fault) return refuse(fault)
  try {
    return await putTogether(pieces.value, input.now)
  } catch {
    // Names, times or extensions within that are no such thing.
    return refuse('unreadable')
  }
}

/** What nobody’s certificates have, and would take its time. */
function findExcess(certificates: Uint8Array[]): FileProblem | null {
  if (certificates.length > CERTIFICATES_IN_FILE_MAX) return 'chain_too_long'
  if (certificates.some(({ length }) => length > PARSED_MAX)) return 'too_large'
  return certificates.some((der) => countNameBytes(der) > CERTIFICATE_NAMES_MAX) ? 'unreadable' : null
}

function takeApart(bytes: Uint8Array, password: string): Result<Pieces, FileProblem> {
  const text = new TextDecoder('latin1').decode(bytes)
  if (text.includes('-----BEGIN ')) return readPem(text, password)
  if (isPkcs12(bytes)) return openPkcs12(bytes, password)
  const der = readCertificate(bytes)
  return der ? ok({ certificates: [der], key: null, loose: false }) : refuse('unreadable')
}

const KEY_BLOCK = /-----BEGIN [A-Z ]*PRIVATE KEY-----/g
const SHROUDED = /-----BEGIN ENCRYPTED PRIVATE KEY-----([A-Za-z0-9+/=\s]+)-----END ENCRYPTED PRIVATE KEY-----/

function readPem(text: string, password: string): Result<Pieces, FileProblem> {
  const keys = text.match(KEY_BLOCK)?.length ?? 0
  const certificates = readPemChain(text)
  if (!certificates) return refuse(keys > 0 ? 'no_certificate' : 'unreadable')
  if (keys > 1) return refuse('several_keys')
  if (keys === 0) return ok({ certificates, key: null, loose: false })
  const shrouded = SHROUDED.exec(text)?.[1]
  if (shrouded !== undefined) {
    if (password === '') return refuse('password_needed')
    const opened = readShroudedKey(Uint8Array.from(Buffer.from(shrouded, 'base64')), password)
    if (!opened.ok) return opened
    const key = toKey(opened.value)
    return key ? ok({ certificates, key, loose: false }) : refuse('wrong_password')
  }
  if (/^Proc-Type:.*ENCRYPTED/m.test(text)) return refuse('locked_key')
  const key = readKeyPem(text)
  return key ? ok({ certificates, key, loose: false }) : refuse('unreadable')
}

function openPkcs12(bytes: Uint8Array, password: string): Result<Pieces, FileProblem> {
  const opened = readPkcs12(bytes, password)
  if (!opened.ok)
    return refuse(opened.error === 'wrong_password' && password === '' ? 'password_needed' : opened.error)
  const { certificates, keys } = opened.value
  if (certificates.length === 0) return refuse('no_certificate')
  if (keys.length > 1) return refuse('several_keys')
  const [der] = keys
  const key = der ? toKey(der) : null
  if (der && !key) return refuse('unreadable')
  return ok({ certificates, key, loose: true })
}

function toKey(pkcs8: Uint8Array): KeyObject | null {
  try {
    return readPkcs8(pkcs8)
  } catch {
    return null
  }
}

async function putTogether(pieces: Pieces, now: Instant): Promise<Result<ReadFile, FileProblem>> {
  const { key } = pieces
  const all = pieces.certificates.map((der) => new x509.X509Certificate(der))
  const found = key ? all.find((one) => fits(one, key)) : await findLowest(all)
  if (!found) return refuse(key ? 'key_mismatch' : 'not_a_chain')
  const path = await climb(found, all)
  const isWhole = all.every((one) => path.some((other) => isSame(one, other)))
  if (!pieces.loose && !isWhole) return refuse('not_a_chain')
  if (!isAccepted(found)) return refuse('weak_key')
  if (found.notAfter.getTime() <= now) return refuse('ended')
  if (path.length > CHAIN_LENGTH_MAX) return refuse('chain_too_long')
  const chain = path.map((one) => new Uint8Array(one.rawData))
  const pkcs8 = key && Uint8Array.from(key.export({ format: 'der', type: 'pkcs8' }))
  const size = [...chain, ...(pkcs8 ? [pkcs8] : [])].reduce((sum, { length }) => sum + length, 0)
  if (size > PARSED_MAX) return refuse('too_large')
  const [own = new Uint8Array()] = chain
  return ok({
    ...{ chain, pkcs8, serial: serialIn(own), usages: usagesOf(found) },
    fingerprint: createHash('sha256').update(own).digest('hex'),
    subject: cut(tellName(found.subjectName)),
    issuer: cut(tellName(found.issuerName)),
    commonName: found.subjectName.getField('CN').at(-1) ?? '',
    startsAt: found.notBefore.getTime(),
    endsAt: found.notAfter.getTime(),
  })
}

const NAME_MAX = 400
const cut = (text: string) => [...text].slice(0, NAME_MAX).join('')

/** Keys of other kinds stand above many a certificate: they fit nothing. */
function fits(certificate: x509.X509Certificate, key: KeyObject): boolean {
  try {
    return isFor(certificate, key)
  } catch {
    return false
  }
}

/** Without a key: the only one, or the one that signed none of the others. */
async function findLowest(all: x509.X509Certificate[]): Promise<x509.X509Certificate | null> {
  const [only] = all
  if (all.length === 1) return only ?? null
  const issuers = await Promise.all(
    all.map((one) =>
      findIssuer(
        one,
        all.filter((other) => !isSame(one, other)),
      ),
    ),
  )
  const lowest = all.filter((one) => !issuers.some((issuer) => issuer && isSame(issuer, one)))
  return lowest.length === 1 ? (lowest[0] ?? null) : null
}

/** From `own` upwards, each signed by the next, as far as they go. */
async function climb(
  own: x509.X509Certificate,
  all: x509.X509Certificate[],
): Promise<x509.X509Certificate[]> {
  const path = [own]
  for (let last = own; ; ) {
    const left = all.filter((one) => !path.some((other) => isSame(one, other)))
    const above = await findIssuer(last, left)
    if (!above) return path
    path.push(above)
    last = above
  }
}

const CURVES = ['prime256v1', 'secp384r1']

/** RSA from 2048 bits, or EC on P-256 or P-384. */
function isAccepted(certificate: x509.X509Certificate): boolean {
  const key = createPublicKey({ key: spkiOf(certificate), format: 'der', type: 'spki' })
  if (key.asymmetricKeyType === 'rsa') return isAcceptedRsa(key)
  return key.asymmetricKeyType === 'ec' && CURVES.includes(key.asymmetricKeyDetails?.namedCurve ?? '')
}

function usagesOf(certificate: x509.X509Certificate): string[] {
  const bits = certificate.getExtension(x509.KeyUsagesExtension)?.usages ?? 0
  const extended = certificate.getExtension(x509.ExtendedKeyUsageExtension)?.usages ?? []
  const known = extended.flatMap((oid) => EXTENDED_USAGES[String(oid)] ?? [])
  // An extended usage without words still says that it is not for everything.
  const other = extended.length > known.length ? ['other'] : []
  return [
    ...KEY_USAGES_BY_BIT.filter((_, bit) => (bits & (1 << bit)) !== 0),
    ...new Set([...known, ...other]),
  ]
}
