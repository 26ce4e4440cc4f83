import type { superviseService as english } from '../en/supervise-service.ts'

export const superviseService: typeof english = {}
