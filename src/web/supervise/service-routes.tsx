import type { EdgeApp } from '../http/edge.ts'

export function declareServiceRoutes(_app: EdgeApp): void {}
