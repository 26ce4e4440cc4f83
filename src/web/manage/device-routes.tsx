import type { EdgeApp } from '../http/edge.ts'

/** `/manage/devices`: every device and every slot, and what managers do about them. */
export function declareDeviceRoutes(_app: EdgeApp): void {}
