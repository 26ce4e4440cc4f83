import type { userCertificates as english } from '../en/user-certificates.ts'

export const userCertificates: typeof english = {}
