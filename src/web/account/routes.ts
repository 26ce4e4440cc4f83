import type { EdgeApp } from '../http/edge.ts'

/** `/account`: what everybody who is signed in does with their own account. */
export function declareAccountRoutes(_app: EdgeApp): void {}
