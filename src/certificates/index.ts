export { makeUserCertificates, type UserCertificates } from './account-certificates.ts'
export {
  type CertificatePurpose,
  CHAIN_LENGTH_MAX,
  FILE_PASSWORD_MAX,
  lifeOf,
  purposesOf,
  UPLOAD_MAX,
  USER_CERTIFICATE_NAME_MAX,
  USER_CERTIFICATES_MAX,
} from './account-certificates-rules.ts'
export { forgetAccountCertificatesStatement } from './account-certificates-store.ts'
export * from './account-certificates-types.ts'
export { certsOnly } from './certs-only.ts'
export { revokeDeviceStatements as revokeStatements } from './issued-store.ts'
export { escapeNameValue } from './names.ts'
export { makeCertificateResealing } from './resealing.ts'
export { RENEWAL_TIME, stateOf } from './rules.ts'
export { type Certificates, makeCertificates } from './service.ts'
export * from './types.ts'
