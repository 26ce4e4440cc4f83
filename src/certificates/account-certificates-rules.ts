import type { FieldProblem, FieldProblems } from '../kernel/fields.ts'
import type { Instant } from '../kernel/time.ts'
import type { FileProblem } from './account-certificates-types.ts'
import { needsRenewal } from './rules.ts'

/** Limits and words of the certificates that people bring. Pure. */

export const USER_CERTIFICATES_MAX = 20
export const USER_CERTIFICATE_NAME_MAX = 60
export const CHAIN_LENGTH_MAX = 5
/** Chain and key together, as they are kept, in bytes. */
export const PARSED_MAX = 16 * 1024
/** What is looked at at all: PKCS#12 may carry more certificates than are kept. */
export const UPLOAD_MAX = 256 * 1024
export const FILE_PASSWORD_MAX = 200
/** Certificates of one file that are looked at: each may be compared with every other. */
export const CERTIFICATES_IN_FILE_MAX = 20
/** Bytes of all object identifiers of one certificate together; usual are about 150. */
export const CERTIFICATE_NAMES_MAX = 1024

/** RFC 5280 section 4.2.1.3, bit by bit. */
export const KEY_USAGES_BY_BIT = [
  'digital_signature',
  'non_repudiation',
  'key_encipherment',
  'data_encipherment',
  'key_agreement',
  'cert_sign',
  'crl_sign',
] as const

/** Extended usages that have words: RFC 5280 section 4.2.1.12, and Microsoft's for smart cards. */
export const EXTENDED_USAGES: Record<string, string> = {
  '1.3.6.1.5.5.7.3.1': 'server_auth',
  '1.3.6.1.5.5.7.3.2': 'client_auth',
  '1.3.6.1.5.5.7.3.3': 'code_signing',
  '1.3.6.1.5.5.7.3.4': 'email_protection',
  '1.3.6.1.5.5.7.3.8': 'time_stamping',
  '1.3.6.1.5.5.7.3.36': 'document_signing',
  '1.3.6.1.4.1.311.10.3.12': 'document_signing',
  '1.3.6.1.4.1.311.20.2.2': 'smart_card',
  '2.5.29.37.0': 'any',
}

/** What a certificate is good for, as people say it; each has its words. */
export type CertificatePurpose =
  | 'mail_encryption'
  | 'mail_signature'
  | 'client'
  | 'smart_card'
  | 'documents'
  | 'server'
  | 'code'
  | 'time'
  | 'authority'
  | 'signature'
  | 'encryption'
  | 'any'
  | 'other'

/** What usages come down to, in the order in which people ask for it. Never empty. */
export function purposesOf(usages: readonly string[]): CertificatePurpose[] {
  const has = (...names: string[]) => names.some((name) => usages.includes(name))
  const isSaid = (KEY_USAGES_BY_BIT as readonly string[]).some((name) => has(name))
  const signs = !isSaid || has('digital_signature', 'non_repudiation')
  const encrypts = !isSaid || has('key_encipherment', 'data_encipherment', 'key_agreement')
  const told: [CertificatePurpose, boolean][] = [
    ['mail_encryption', has('email_protection') && encrypts],
    ['mail_signature', has('email_protection') && signs],
    ['client', has('client_auth')],
    ['smart_card', has('smart_card')],
    ['documents', has('document_signing')],
    ['server', has('server_auth')],
    ['code', has('code_signing')],
    ['time', has('time_stamping')],
    ['authority', has('cert_sign')],
  ]
  const found = told.flatMap(([purpose, is]) => (is ? [purpose] : []))
  if (found.length > 0) return found
  if (has('other')) return ['other']
  // Nothing narrower is said: what the key may do at all.
  if (!isSaid || has('any')) return ['any']
  return [...(signs ? ['signature' as const] : []), ...(encrypts ? ['encryption' as const] : [])]
}

export type LifeOfCertificate = 'valid' | 'soon' | 'ended'

/** `soon`: it ends within 30 days. */
export function lifeOf({ endsAt }: { endsAt: Instant }, now: Instant): LifeOfCertificate {
  if (endsAt <= now) return 'ended'
  return needsRenewal(endsAt, now) ? 'soon' : 'valid'
}

/** Where on the form a problem stands. */
export function placeProblem(problem: FileProblem): FieldProblems {
  const field = problem === 'password_needed' || problem === 'wrong_password' ? 'password' : 'file'
  const told: FieldProblem = { code: 'not_accepted', detail: problem }
  return { [field]: told }
}
