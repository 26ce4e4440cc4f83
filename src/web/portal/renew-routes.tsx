import type { EdgeApp } from '../http/edge.ts'

/** Setting a device up again, and replacing it by another. */
export function declareMyRenewRoutes(_app: EdgeApp): void {}
