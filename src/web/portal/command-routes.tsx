import type { EdgeApp } from '../http/edge.ts'

/** What somebody asks their devices to do. */
export function declareMyCommandRoutes(_app: EdgeApp): void {}
