import type { derived as english } from '../en/derived.ts'

export const derived: typeof english = {}
