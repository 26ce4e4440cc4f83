import type { deviceTemplates as english } from '../en/device-templates.ts'

export const deviceTemplates: typeof english = {}
