import type { EdgeApp } from '../http/edge.ts'

/** `/manage/invitations`: inviting people, watching, helping, ending. */
export function declareInvitationRoutes(_app: EdgeApp): void {}
