import type { DeviceDecision } from '../devices/index.ts'
import type { InvitationDecision } from '../invitations/index.ts'
import type { InvitationLinkView, InvitationView } from '../referee/index.ts'
import type { Context } from './context.ts'
import { grantStateAt, isHolder, isLiving, liveStateOf, PIN_TRIES, takesPlace } from './rules.ts'
import type { Claim, Invitation, Session } from './types.ts'
import { type Credentials, sealContext } from './views.ts'

/** An invitation as a manager sees it. Credentials only while it lives. */
export function viewInvitation(
  { keys, now }: Pick<Context, 'keys' | 'now'>,
  session: Session,
  invitation: Invitation,
): InvitationView {
  const state = grantStateAt(invitation, now)
  const { id, sealed } = invitation
  const opened = isLiving(state) && sealed ? keys.open(sealed, sealContext(session.ref, id)) : null
  return {
    id,
    state,
    confirmation: invitation.confirmation,
    createdAt: invitation.createdAt,
    validUntil: invitation.validUntil,
    deviceLimit: invitation.deviceLimit,
    devices: invitation.devices,
    fetchedAt: invitation.fetchedAt,
    openedAt: invitation.openedAt,
    acceptedAt: invitation.acceptedAt,
    endedAt: invitation.endedAt,
    pinLocked: session.pinLockedAt !== null || invitation.pinFailures >= PIN_TRIES,
    credentials: opened === null ? null : (JSON.parse(opened) as Credentials),
  }
}

/** The claims that came by it, the newest last. */
export function claimsOf({ store }: Context, invitation: Pick<Invitation, 'id'>): Claim[] {
  const grants = new Map(store.listGrants().map((grant) => [grant.id, grant.invitationId]))
  return store.listClaims().filter((claim) => grants.get(claim.grantId) === invitation.id)
}

/** How many more devices may come from it; null: any number. */
export function devicesLeft(invitation: Invitation, claims: Claim[]): number | null {
  if (invitation.deviceLimit === null) return null
  return Math.max(0, invitation.deviceLimit - claims.filter(takesPlace).length)
}

/** An invitation as whoever holds its link sees it: nothing of the account, no credentials. */
export function viewInvitationLink(
  context: Context,
  invitation: Invitation,
  browser: string | null,
): InvitationLinkView {
  const claims = claimsOf(context, invitation)
  const holder = browser === null ? null : { kind: 'browser' as const, id: browser }
  return {
    id: invitation.id,
    state: grantStateAt(invitation, context.now),
    confirmation: invitation.confirmation,
    validUntil: invitation.validUntil,
    openedAt: invitation.openedAt,
    acceptedAt: invitation.acceptedAt,
    pinClosed: invitation.pinFailures >= PIN_TRIES,
    devicesLeft: devicesLeft(invitation, claims),
    own: claims
      .filter((claim) => holder !== null && takesPlace(claim) && isHolder(claim, holder))
      .map((claim) => ({
        deviceId: claim.deviceId,
        platform: claim.platform,
        live: liveStateOf('exhausted', claim),
      }))
      .toReversed(),
  }
}

/** Its row in D1. */
export function decisionOf(session: Session, invitation: Invitation): Omit<InvitationDecision, 'rev'> {
  const { confirmation: _c, secretHash: _s, pinMac: _p, sealed: _e, pinFailures: _f, ...told } = invitation
  return {
    ...told,
    organisationId: session.organisationId,
    accountId: session.accountId,
    ref: session.ref,
  }
}

/** The row in `devices` that stands for it until its first device takes that over. */
export function slotOf(
  session: Session,
  invitation: Invitation,
  lifecycle: 'invited' | 'deleted',
): Omit<DeviceDecision, 'rev'> {
  const ended = lifecycle === 'deleted'
  const reason = invitation.state === 'revoked' ? 'deactivated' : invitation.state
  return {
    id: invitation.slotDeviceId,
    organisationId: session.organisationId,
    accountId: session.accountId,
    ref: session.ref,
    lifecycle,
    platform: null,
    ownership: 'personal',
    templateId: null,
    templateVersion: 0,
    reports: 'none',
    checkInSeconds: 0,
    claimId: '',
    grantId: '',
    invitationId: invitation.id,
    epoch: 0,
    credentialHash: '',
    keyThumbprint: null,
    registeredAt: invitation.createdAt,
    deliveredAt: null,
    confirmedAt: null,
    confirmedBy: null,
    endedAt: ended ? invitation.endedAt : null,
    endedReason: ended ? `invitation_${reason}` : null,
    facts: {},
  }
}
