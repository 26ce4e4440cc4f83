import type { EdgeApp } from '../http/edge.ts'

/** A derived credential for a device. */
export function declareDerivedRoutes(_app: EdgeApp): void {}
