import type { EdgeApp } from '../http/edge.ts'

export function declareManageAuditRoutes(_app: EdgeApp): void {}
