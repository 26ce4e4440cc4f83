import type { EdgeApp } from '../http/edge.ts'

export function declareOverviewRoutes(_app: EdgeApp): void {}
