import type { EdgeApp } from '../http/edge.ts'

export function declareSuperviseAuditRoutes(_app: EdgeApp): void {}
