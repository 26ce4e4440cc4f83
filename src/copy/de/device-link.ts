import type { deviceLink as english } from '../en/device-link.ts'

export const deviceLink: typeof english = {}
