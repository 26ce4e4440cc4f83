import type { health as english } from '../en/health.ts'

export const health: typeof english = {}
