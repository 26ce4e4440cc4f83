import type { EdgeApp } from '../http/edge.ts'

/** Device authorisation (RFC 8628): devices without browser or camera ask, their owner allows it at `/link`. */
export function declareLinking(_app: EdgeApp): void {}
