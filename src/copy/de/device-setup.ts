import type { deviceSetup as english } from '../en/device-setup.ts'

export const deviceSetup: typeof english = {}
