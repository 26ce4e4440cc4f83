import type { FieldProblems } from '../kernel/fields.ts'
import type { Instant } from '../kernel/time.ts'

/** Whose certificates are meant. */
export type CertificateOwner = { organisationId: number; accountId: string }

/** A certificate that somebody brought, as its owner sees it: without its key. */
export type UserCertificate = {
  id: string
  /** What its owner calls it. */
  name: string
  /** RFC 4514 text. */
  subject: string
  issuer: string
  /** Lower-case hex. */
  serial: string
  /** Names of key usages and of extended ones (`account-certificates-rules.ts`). */
  usages: string[]
  /** SHA-256 of its DER, lower-case hex. */
  fingerprint: string
  /** Certificates in its chain, itself included. */
  chainLength: number
  hasKey: boolean
  startsAt: Instant
  endsAt: Instant
  createdAt: Instant
}

/** One that has not ended, as devices of its owner receive it. */
export type DeliveredCertificate = {
  name: string
  fingerprint: string
  /** PEM each, the certificate itself first. */
  chain: string[]
  /** PKCS#8 as PEM; null where it came without, or its seal cannot be opened any more. */
  key: string | null
}

/** `known`: it was there already, with all that came now. */
export type AddedHow = 'added' | 'key_added' | 'changed' | 'known'

/**
 * `invalid`: problems stand at `file`, `password` and `name`. `not_accepted` says by its `detail` what was wrong,
 * a `FileProblem`.
 */
export type AddCertificateRefusal = { code: 'not_permitted' } | { code: 'invalid'; problems: FieldProblems }

/** What keeps a file from being taken. The first group stands at the password, the rest at the file. */
export type FileProblem =
  | 'password_needed'
  | 'wrong_password'
  /** Neither PEM nor a certificate nor PKCS#12. */
  | 'unreadable'
  /** A cipher that is not accepted any more, or more rounds than are worked through here. */
  | 'protection'
  /** A private key in the old form of PEM that a password protects. */
  | 'locked_key'
  | 'no_certificate'
  | 'several_keys'
  | 'weak_key'
  | 'key_mismatch'
  | 'not_a_chain'
  | 'chain_too_long'
  | 'too_large'
  | 'ended'
