import { makeId } from '../kernel/ids.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { hashSecret, makeSecret, randomBytes } from '../kernel/secrets.ts'
import { SECOND } from '../kernel/time.ts'
import type { Actor, IssueInvitationInput } from '../referee/index.ts'
import { type Context, ownerOf, recordEvent } from './context.ts'
import { decisionOf, slotOf } from './invitation-views.ts'
import { openSession } from './issue.ts'
import { makeDistinctPin, pinMacOf } from './pins.ts'
import { grantStateAt, isLiving } from './rules.ts'
import type { Invitation, Session } from './types.ts'
import { type Credentials, sealContext } from './views.ts'

/**
 * Invites the session's person and supersedes the invitation before at once. The same id twice is the same
 * invitation, whatever has become of it: whoever asks again, because an answer was lost, makes no second one. Run
 * inside a transaction. `rev` is what must land before it is told.
 */
export function issueInvitation(
  context: Context,
  input: IssueInvitationInput,
): Result<{ invitation: Invitation; rev: number | null }, 'setup_disabled'> {
  const { store, keys, now } = context
  const known = store.invitations.find(input.id)
  if (known)
    return ok({ invitation: known, rev: store.nextEvent() ? (store.readSession()?.rev ?? null) : null })

  const session = openSession(context, input)
  session.deviceLimit = input.deviceLimit
  session.atLimit = input.atLimit ?? 'refuse'
  if (session.disabledAt !== null) return refuse('setup_disabled')

  let slotDeviceId: string | null = null
  for (const former of store.invitations.listOpen()) {
    // Nobody answered it: its slot goes on as the new one's.
    const inherits = former.devices === 0 && slotDeviceId === null
    if (inherits) slotDeviceId = former.slotDeviceId
    endInvitation(context, session, former, 'superseded', input.actor, { keepsSlot: inherits })
  }

  const credentials: Credentials = { secret: makeSecret(), pin: makeDistinctPin(context, session) }
  const invitation: Invitation = {
    id: input.id,
    state: 'issued',
    confirmation: input.confirmation,
    channel: input.send?.channel ?? 'none',
    recipient: input.send?.recipient ?? '',
    jobId: input.jobId,
    createdBy: input.actor.id,
    secretHash: hashSecret(credentials.secret),
    pinMac: pinMacOf(context, session.ref, credentials.pin),
    sealed: keys.seal(JSON.stringify(credentials), sealContext(session.ref, input.id)),
    createdAt: now,
    validUntil: input.validitySeconds === null ? null : now + input.validitySeconds * SECOND,
    deviceLimit: input.invitationDeviceLimit,
    devices: 0,
    slotDeviceId: slotDeviceId ?? makeId('dev', randomBytes(16)),
    fetchedAt: null,
    openedAt: null,
    acceptedAt: null,
    endedAt: null,
    pinFailures: 0,
  }
  store.invitations.save(invitation)
  const rev = recordEvent(context, session, {
    actor: input.actor,
    action: 'invitation.created',
    detail: { invitation: invitation.id, channel: invitation.channel, seconds: input.validitySeconds },
    invitation: decisionOf(session, invitation),
    slot: slotOf(session, invitation, 'invited'),
    ...(input.send && { send: { ...input.send, locale: session.locale } }),
  })
  return ok({ invitation, rev })
}

/** Ends an invitation that can still bring devices: its seal is destroyed, its devices stay as they are. */
export function endInvitation(
  context: Context,
  session: Session,
  invitation: Invitation,
  as: 'expired' | 'superseded' | 'revoked',
  actor: Actor,
  options: { keepsSlot?: boolean } = {},
): number {
  const { store, now } = context
  // Its time may have been over before anybody looked.
  const state = isLiving(grantStateAt(invitation, now)) ? as : 'expired'
  const endedAt = state === 'expired' ? Math.min(now, invitation.validUntil ?? now) : now
  const ended: Invitation = { ...invitation, state, sealed: null, endedAt }
  store.invitations.save(ended)
  const unanswered = invitation.devices === 0 && !options.keepsSlot
  return recordEvent(context, session, {
    actor,
    action: `invitation.${state}`,
    detail: { invitation: invitation.id },
    invitation: decisionOf(session, ended),
    ...(unanswered && { slot: slotOf(session, ended, 'deleted') }),
  })
}

/** Ends a living one on somebody's word. Null: no such invitation. */
export function deactivateInvitation(
  context: Context,
  input: { invitationId: string; actor: Actor },
): { invitation: Invitation; rev: number | null } | null {
  const { store, now } = context
  const session = store.readSession()
  const invitation = store.invitations.find(input.invitationId)
  if (!session || !invitation) return null
  if (!isLiving(grantStateAt(invitation, now)) && invitation.endedAt !== null)
    return { invitation, rev: store.nextEvent() ? session.rev : null }
  const rev = endInvitation(context, session, invitation, 'revoked', input.actor)
  return { invitation: store.invitations.find(invitation.id) ?? invitation, rev }
}

/** Notes that its link was fetched for the first time, possibly by a mail scanner, and nothing else. */
export function noteInvitationFetched(context: Context, invitation: Invitation): Invitation {
  const session = context.store.readSession()
  if (!session || !isLiving(grantStateAt(invitation, context.now))) return invitation
  const noted: Invitation = { ...invitation, fetchedAt: context.now }
  context.store.invitations.save(noted)
  recordEvent(context, session, {
    actor: { kind: 'system', id: 'session' },
    action: 'invitation.fetched',
    detail: { invitation: invitation.id },
    invitation: decisionOf(session, noted),
    ...slotAgain(session, noted),
  })
  return noted
}

/** A person opened it. Returns the invitation and whether this changed it. */
export function openInvitation(
  context: Context,
  secret: string,
): { invitation: Invitation; changed: boolean } | null {
  const session = context.store.readSession()
  const invitation = context.store.invitations.findBySecret(hashSecret(secret))
  if (!session || !invitation) return null
  if (grantStateAt(invitation, context.now) !== 'issued') return { invitation, changed: false }
  const opened: Invitation = { ...invitation, state: 'opened', openedAt: context.now }
  context.store.invitations.save(opened)
  recordEvent(context, session, {
    actor: ownerOf(session),
    action: 'invitation.opened',
    detail: { invitation: invitation.id },
    invitation: decisionOf(session, opened),
    ...slotAgain(session, opened),
  })
  return { invitation: opened, changed: true }
}

/** The slot changed too, for lists that ask what is new. */
function slotAgain(session: Session, invitation: Invitation) {
  return invitation.devices === 0 ? { slot: slotOf(session, invitation, 'invited') } : {}
}
