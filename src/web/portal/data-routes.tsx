import type { EdgeApp } from '../http/edge.ts'

/** One’s own data, and the wish to be deleted. */
export function declareMyDataRoutes(_app: EdgeApp): void {}
