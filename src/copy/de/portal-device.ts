import type { portalDevice as english } from '../en/portal-device.ts'

export const portalDevice: typeof english = {}
