import type { EdgeApp } from '../http/edge.ts'

/** The list of somebody’s devices, the page of one, its name and whose it is. */
export function declareMyDeviceRoutes(_app: EdgeApp): void {}
