import type { deviceList as english } from '../en/device-list.ts'

export const deviceList: typeof english = {}
