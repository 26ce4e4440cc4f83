import type { accountTemplates as english } from '../en/account-templates.ts'

export const accountTemplates: typeof english = {}
