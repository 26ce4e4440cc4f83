import type { EdgeApp } from '../http/edge.ts'

/** The certificates that somebody brought themselves. */
export function declareMyCertificateRoutes(_app: EdgeApp): void {}
