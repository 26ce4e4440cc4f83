export { endForgottenInvitationsStatement, forgetInvitationsStatements } from './forgetting-store.ts'
export { type InvitationLinks, type Invited, type InvitedRefusal, makeInvitationLinks } from './link.ts'
export { NO_INVITATION_FILTER } from './list-rules.ts'
export { readDressing } from './reader-store.ts'
export { type Invitations, type InvitationsOptions, makeInvitations } from './service.ts'
export type { SlotInvitation } from './slots-store.ts'
export { saveInvitationStatement } from './store.ts'
export {
  INVITATION_CHANNELS,
  INVITATION_STATUSES,
  type Invitation,
  type InvitationChannel,
  type InvitationDecision,
  type InvitationDelivery,
  type InvitationFilter,
  type InvitationRefusal,
  type InvitationStatus,
  type InviteRefusal,
  type ItemReason,
  type ItemState,
  type Job,
  type ListedInvitation,
  type ListedItem,
  type StatusCounts,
} from './types.ts'
export {
  INVITE_MAX,
  INVITE_MAX_BYTES,
  type InviteCounts,
  type InvitePreview,
  type InviteProblem,
  type InviteRow,
  type StartRefusal,
  type Whom,
  type WhomFilter,
  type WhomProblem,
} from './whom-types.ts'
