import type { portalRegister as english } from '../en/portal-register.ts'

export const portalRegister: typeof english = {}
