import type { EdgeApp } from '../http/edge.ts'

export function declareAccountTemplateRoutes(_app: EdgeApp): void {}
