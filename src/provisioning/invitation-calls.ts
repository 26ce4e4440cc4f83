import { ok, refuse } from '../kernel/result.ts'
import { hashSecret } from '../kernel/secrets.ts'
import type { ProvisionSessionCalls } from '../referee/index.ts'
import type { SessionDesk } from './desk.ts'
import { viewInvitationLink } from './invitation-views.ts'
import {
  deactivateInvitation as deactivate,
  issueInvitation as issue,
  noteInvitationFetched,
  openInvitation as open,
} from './invitations.ts'
import { renewInvitationPin as renewPin } from './pins.ts'
import { grantStateAt, isLiving } from './rules.ts'

/** The provision session's calls about invitations, at its desk. */
type Call<Name extends keyof ProvisionSessionCalls> = (
  desk: SessionDesk,
  ...input: Parameters<ProvisionSessionCalls[Name]>
) => ReturnType<ProvisionSessionCalls[Name]>

export const issueInvitation: Call<'issueInvitation'> = async (desk, input) => {
  if (desk.store.isForgotten()) return refuse('setup_disabled')
  desk.store.migrate()
  const issued = desk.decide((context) => issue(context, input))
  if (!issued.ok) return issued
  const { invitation, rev } = issued.value
  if (!(await desk.land(rev))) return refuse('temporarily_unavailable')
  const shown = desk.viewInvitation(invitation)
  return shown ? ok(shown) : refuse('temporarily_unavailable')
}

export const showInvitation: Call<'showInvitation'> = async (desk, invitationId) => {
  const invitation = desk.store.isReady() ? desk.store.invitations.find(invitationId) : null
  return invitation && desk.viewInvitation(invitation)
}

export const livingInvitation: Call<'livingInvitation'> = async (desk) => {
  const { store, now } = desk.context()
  const open = store.isReady() ? store.invitations.listOpen() : []
  const living = open.find((invitation) => isLiving(grantStateAt(invitation, now)))
  return living ? desk.viewInvitation(living) : null
}

export const deactivateInvitation: Call<'deactivateInvitation'> = async (desk, input) => {
  if (!desk.store.isReady()) return refuse('unknown')
  const ended = desk.decide((context) => deactivate(context, input))
  if (!ended) return refuse('unknown')
  if (!(await desk.land(ended.rev))) return refuse('temporarily_unavailable')
  const shown = desk.viewInvitation(ended.invitation)
  return shown ? ok(shown) : refuse('unknown')
}

export const renewInvitationPin: Call<'renewInvitationPin'> = async (desk, input) => {
  if (!desk.store.isReady()) return null
  const renewed = desk.decide((context) => renewPin(context, input))
  desk.handOver()
  return renewed && desk.viewInvitation(renewed)
}

export const inspectInvitation: Call<'inspectInvitation'> = async (desk, { by, fetched, browser }) => {
  if (!desk.store.isReady()) return null
  const { invitations } = desk.store
  const found =
    'secret' in by ? invitations.findBySecret(hashSecret(by.secret)) : invitations.find(by.invitationId)
  if (!found) return null
  const note = fetched && found.fetchedAt === null
  const invitation = note ? desk.decide((context) => noteInvitationFetched(context, found)) : found
  if (note) desk.handOver()
  return viewInvitationLink(desk.context(), invitation, browser)
}

export const openInvitation: Call<'openInvitation'> = async (desk, { secret }) => {
  if (!desk.store.isReady()) return null
  const opened = desk.decide((context) => open(context, secret))
  if (!opened) return null
  if (opened.changed) desk.handOver()
  return viewInvitationLink(desk.context(), opened.invitation, null)
}
