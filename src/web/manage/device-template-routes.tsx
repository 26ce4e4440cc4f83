import type { EdgeApp } from '../http/edge.ts'

export function declareDeviceTemplateRoutes(_app: EdgeApp): void {}
