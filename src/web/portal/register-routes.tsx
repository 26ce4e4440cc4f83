import type { EdgeApp } from '../http/edge.ts'

/** Setting up one more device: by message, PIN or QR code; what is still open. */
export function declareRegisterRoutes(_app: EdgeApp): void {}
