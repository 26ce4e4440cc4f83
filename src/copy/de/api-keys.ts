import type { apiKeys as english } from '../en/api-keys.ts'

export const apiKeys: typeof english = {}
