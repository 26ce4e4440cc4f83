import type { EdgeApp } from '../http/edge.ts'

export function declareOidcRoutes(_app: EdgeApp): void {}
