import type { EdgeApp } from '../http/edge.ts'

export function declareHealthRoutes(_app: EdgeApp): void {}
