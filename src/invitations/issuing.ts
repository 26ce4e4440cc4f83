import type { Account } from '../accounts/index.ts'
import { auditStatement, newEntry } from '../audit/index.ts'
import { makeId } from '../kernel/ids.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { randomBytes } from '../kernel/secrets.ts'
import { DAY, SECOND } from '../kernel/time.ts'
import type { Organisation } from '../organisations/index.ts'
import {
  type Actor,
  type InvitationView,
  type IssueInvitationRefusal,
  type Referee,
  refereeOf,
} from '../referee/index.ts'
import { runBatch } from '../runtime/database.ts'
import { describeError, log } from '../runtime/logger.ts'
import { findInvitation, readInvitee } from './list-store.ts'
import { whySkipped } from './rules.ts'
import type { Invitations, InvitationsOptions } from './service.ts'
import type { Invitation, InvitationChannel, InviteRefusal } from './types.ts'
import { recipientOf } from './whom-rules.ts'

type Sessions = Pick<InvitationsOptions, 'provisionSessions'>

/** Asks the person's session. The same id twice is one invitation. */
export async function issueInvitation(
  { provisionSessions }: Sessions,
  input: {
    id: string
    organisation: Organisation
    account: Account
    channel: InvitationChannel
    recipient: string
    jobId: string | null
    actor: Actor
  },
): Promise<Result<InvitationView, IssueInvitationRefusal>> {
  const { id, organisation, account, channel, recipient, jobId, actor } = input
  const { invitationDays, invitationDeviceLimit } = organisation
  return ask(
    refereeOf(provisionSessions, account.ref).issueInvitation({
      id,
      organisationId: organisation.id,
      accountId: account.id,
      ref: account.ref,
      actor,
      notify: { address: account.address, locale: account.locale },
      // Programs follow the links in messages: what was sent asks for the PIN.
      confirmation: channel === 'none' ? organisation.confirmation : 'pin',
      deviceLimit: account.deviceLimit,
      atLimit: account.atLimit,
      send: channel === 'none' ? null : { channel, recipient },
      jobId,
      validitySeconds: invitationDays === null ? null : (invitationDays * DAY) / SECOND,
      invitationDeviceLimit,
    }),
  )
}

/** A session that cannot be reached refuses like one that says so. */
function ask<Value, Refusal>(
  asked: Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal | 'temporarily_unavailable'>> {
  return asked.catch((error: unknown) => {
    log('error', 'invitation.session_down', { reason: describeError(error) })
    return refuse('temporarily_unavailable' as const)
  })
}

/** Whether the person's session has decided that invitation, landed or not. A session that is away has not said so. */
export async function isIssued({ provisionSessions }: Sessions, ref: string, id: string): Promise<boolean> {
  const shown = await orUnavailable(refereeOf(provisionSessions, ref).showInvitation(id))
  return shown.ok && shown.value !== null
}

/** An answer that may be none, as a `Result`. */
const orUnavailable = <Value>(asked: Promise<Value>) => ask<Value, never>(asked.then((value) => ok(value)))

/** One invitation at a time: its making, its ends, its credentials. */
export function makeIssuing(
  options: InvitationsOptions,
): Pick<Invitations, 'inviteOne' | 'resend' | 'deactivate' | 'renewPin' | 'credentials'> {
  const { database } = options

  async function invite(
    organisation: Organisation,
    account: Account,
    to: { channel: InvitationChannel; recipient: string },
    actor: Actor,
  ): Promise<Result<InvitationView, InviteRefusal>> {
    // Whether the account is disabled its session knows best, and the service is on for whoever came here.
    const asked = { account: { ...account, disabledAt: null }, organisation, serviceEnabled: true, ...to }
    const why = whySkipped(asked)
    if (why === 'organisation_off') return refuse('setup_closed')
    if (why === 'account_gone' || why === 'gave_up') return refuse('not_found')
    if (why) return refuse(why)
    const id = makeId('inv', randomBytes(16))
    const issued = await issueInvitation(options, {
      id,
      organisation,
      account,
      ...to,
      jobId: null,
      actor,
    })
    if (issued.ok) return issued
    return refuse(issued.error === 'temporarily_unavailable' ? issued.error : 'account_disabled')
  }

  /** The invitation and its session; null: none of this organisation. */
  async function find(
    organisationId: number,
    id: string,
  ): Promise<{ invitation: Invitation; session: Referee } | null> {
    const invitation = await findInvitation(database, organisationId, id)
    return invitation && { invitation, session: refereeOf(options.provisionSessions, invitation.ref) }
  }

  return {
    async inviteOne({ organisation, channel, actor, ...input }) {
      const account =
        input.account ??
        (input.accountId === undefined ? null : await readInvitee(database, organisation.id, input.accountId))
      if (!account || account.organisationId !== organisation.id) return refuse('not_found')
      return invite(organisation, account, { channel, recipient: recipientOf(account, channel) }, actor)
    },

    async resend({ organisation, id, channel, actor }) {
      const former = await findInvitation(database, organisation.id, id)
      const account = former && (await readInvitee(database, organisation.id, former.accountId))
      if (!account) return refuse('not_found')
      const chosen = channel ?? former.channel
      const same = chosen === former.channel && chosen === 'email'
      const recipient = same ? former.recipient : recipientOf(account, chosen)
      return invite(organisation, account, { channel: chosen, recipient }, actor)
    },

    async deactivate({ organisationId, id, actor }) {
      const found = await find(organisationId, id)
      if (!found) return refuse('not_found')
      const ended = await ask(found.session.deactivateInvitation({ invitationId: id, actor }))
      if (ended.ok) return ended
      return refuse(ended.error === 'unknown' ? 'not_found' : ended.error)
    },

    async renewPin({ organisationId, id, actor }) {
      const found = await find(organisationId, id)
      if (!found) return refuse('not_found')
      const renewed = await orUnavailable(found.session.renewInvitationPin({ invitationId: id, actor }))
      if (!renewed.ok) return renewed
      return renewed.value ? ok(renewed.value) : refuse('ended')
    },

    async credentials({ organisationId, id, actor, now }) {
      const found = await find(organisationId, id)
      if (!found) return refuse('not_found')
      const { invitation, session } = found
      const shown = await orUnavailable(session.showInvitation(id))
      if (!shown.ok) return shown
      const view = shown.value
      const credentials = view?.credentials
      if (!view || !credentials) return refuse('ended')
      const { accountId, address } = invitation
      const detail = { address, invitation: id }
      const action = 'invitation.credentials_shown'
      const entry = newEntry({ organisationId, at: now, actor, action, accountId, detail })
      await runBatch(database, [auditStatement(database, entry)])
      return ok({ invitation, view, credentials })
    },
  }
}
