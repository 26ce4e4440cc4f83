import type { EdgeApp } from '../http/edge.ts'

/** A one-time PIN for the passcode of secure apps. */
export function declarePasscodeRoutes(_app: EdgeApp): void {}
