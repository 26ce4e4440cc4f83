import type { EdgeApp } from '../http/edge.ts'
import { declareLinkPages } from './link-routes.tsx'
import { declareOAuth } from './oauth-routes.ts'

/** Device authorisation (RFC 8628): devices without browser or camera ask, their owner allows it at `/link`. */
export function declareLinking(app: EdgeApp): void {
  declareOAuth(app)
  declareLinkPages(app)
}
