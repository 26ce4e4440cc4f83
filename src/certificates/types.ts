import type { Instant } from '../kernel/time.ts'

/** Whose authority it is; authorities and signers are named after it. */
export type Organisation = { id: number; name: string }

/** A certificate authority of an organisation. The one without `retiredAt` issues; the others stay trusted. */
export type Authority = {
  id: string
  organisationId: number
  /** Subject as RFC 4514 text. */
  name: string
  /** PEM, one certificate. */
  pem: string
  createdAt: Instant
  endsAt: Instant
  /** Since when another issues in its place; null while it issues. */
  retiredAt: Instant | null
}

/**
 * `device`: the identity of a device. `signer`: signs profiles in the organisation's name. `derived`: says who its
 * owner is, on a device; it is no device's own and proves nothing at our doors.
 */
export type CertificateKind = 'device' | 'signer' | 'derived'

/** RFC 5280 section 5.3.1, those that occur here. */
export type RevocationReason = 'unspecified' | 'key_compromise' | 'superseded' | 'cessation_of_operation'

/** A certificate that one of the authorities issued. */
export type IssuedCertificate = {
  /** The serial number, lower-case hex, 16 to 20 bytes. */
  serial: string
  organisationId: number
  authorityId: string
  kind: CertificateKind
  accountId: string | null
  deviceId: string | null
  subject: string
  pem: string
  createdAt: Instant
  endsAt: Instant
  /** In the future while a successor is on its way: it holds until then. */
  revokedAt: Instant | null
  reason: RevocationReason | null
}

/** What is asked to be certified: RFC 2986 DER, or a public key as SPKI DER that we made ourselves. */
export type Subject = {
  /** RFC 4514 text, variables filled in. */
  subject: string
  /** rfc822Name of the subject alternative name. */
  email: string
  keyUsage: ('digital_signature' | 'key_encipherment')[]
}

/** A private key with its chain, as a device without a key of its own receives it. */
export type Identity = {
  /** The device's certificate, then the authorities above it. PEM each. */
  chain: string[]
  serial: string
  endsAt: Instant
  /** PKCS#12 (RFC 7292), protected by `password`. */
  pkcs12: Uint8Array
  password: string
}

/** Signs bytes as CMS SignedData (RFC 5652) with the content attached. Returns DER. */
export type SignBytes = (content: Uint8Array) => Promise<Uint8Array>

export type CsrRefusal =
  /** Not PKCS#10, or its signature does not fit. */
  | 'bad_request'
  /** An algorithm or size that is not accepted: P-256, P-384, Ed25519, RSA from 2048 bits are. */
  | 'weak_key'

/** `rate_limited`: the device was issued as many certificates within a day as it gets. Nothing was changed. */
export type IssueRefusal = 'rate_limited'

/** `valid`: neither revoked nor ended. */
export type CertificateState = 'valid' | 'revoked' | 'ended'

/**
 * Which issued certificates: all newest first; `valid` by their end, the next first; `revoked` and `ended` the
 * latest first. Those of one device are newest first whatever the state. One that is superseded counts as
 * `revoked` here from then on, though it holds for another day.
 */
export type CertificateFilter = {
  /** The cursor of the page before; null for the first. */
  after: string | null
  deviceId?: string | null
  state?: CertificateState | null
  now: Instant
  /** Rows a page. */
  size?: number
}

/** `built_in`: the certificate comes from the organisation's own authority. */
export type SignerSource = 'uploaded' | 'built_in'

/** What signs in an organisation's name at present. */
export type Signer = {
  sign: SignBytes
  source: SignerSource
  endsAt: Instant
  /** PEM each: the signer's certificate, then those above it. */
  chain: string[]
}

/** The signer that an organisation uploaded, as a manager sees it: without its key. */
export type SignerView = {
  /** PEM each, the signer's certificate first. */
  chain: string[]
  /** RFC 4514 text. */
  subject: string
  issuer: string
  keyKind: 'rsa' | 'ec'
  createdAt: Instant
  endsAt: Instant
}
