import type { EdgeApp } from '../http/edge.ts'

/** `/i/<ref>`: where an invitation leads. */
export function declareInvitationLinkRoutes(_app: EdgeApp): void {}
