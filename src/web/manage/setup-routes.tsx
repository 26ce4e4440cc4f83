import type { EdgeApp } from '../http/edge.ts'

export function declareDeviceSetupRoutes(_app: EdgeApp): void {}
