import type { oidc as english } from '../en/oidc.ts'

export const oidc: typeof english = {}
