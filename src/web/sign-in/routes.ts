import type { EdgeApp } from '../http/edge.ts'

/** `/sign-in`: the door of everybody who signs in. */
export function declareSignInRoutes(_app: EdgeApp): void {}
