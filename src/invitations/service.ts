import type { Account } from '../accounts/index.ts'
import type { Page } from '../kernel/paging.ts'
import type { Result } from '../kernel/result.ts'
import type { Instant } from '../kernel/time.ts'
import type { Organisation } from '../organisations/index.ts'
import type { Actor, InvitationView } from '../referee/index.ts'
import type { Bindings, MessageReference } from '../runtime/bindings.ts'
import type { Database } from '../runtime/database.ts'
import { makeIssuing } from './issuing.ts'
import { makeJobs } from './jobs.ts'
import { makeListing } from './listing.ts'
import { makeReminders } from './reminders.ts'
import { readSlots, type SlotInvitation } from './slots-store.ts'
import type {
  Invitation,
  InvitationChannel,
  InvitationFilter,
  InvitationRefusal,
  InviteRefusal,
  ItemState,
  Job,
  ListedInvitation,
  ListedItem,
  StatusCounts,
} from './types.ts'
import { makeWhom } from './whom.ts'
import type { InvitePreview, StartRefusal, Whom, WhomProblem } from './whom-types.ts'

export type InvitationsOptions = {
  database: Database
  provisionSessions: DurableObjectNamespace
  messages: Bindings['messages']
  /** The one spelling of an address; null for what is none. */
  normalise(text: string): string | null
}

type By = { actor: Actor; now: Instant }
type One = { organisationId: number; id: string } & By

/** What managers do with invitations. Everything by an id asks for the organisation: a foreign one is not found. */
export type Invitations = {
  /** Whom sending would invite, row by row, and what is wrong with whom. Changes nothing: two round trips. */
  preview(input: {
    organisation: Organisation
    whom: Whom
    channel: InvitationChannel
    now: Instant
  }): Promise<Result<InvitePreview, WhomProblem>>

  /**
   * Does what was shown, checked again from nothing: new people become accounts, the job and its people are
   * written in one transaction, then the queue is told. Rows with errors are left out if `skipErrors`.
   */
  start(
    input: {
      organisation: Organisation
      whom: Whom
      channel: InvitationChannel
      /** Of what was shown. */
      digest: string
      skipErrors: boolean
    } & By,
  ): Promise<Result<{ jobId: string; total: number }, StartRefusal>>

  /** Invites one person at once; an invitation that they have ends. `view.credentials` are those of the new one. */
  inviteOne(
    input: {
      organisation: Organisation
      /** One of the two. */
      account?: Account
      accountId?: string
      channel: InvitationChannel
    } & By,
  ): Promise<Result<InvitationView, InviteRefusal>>

  /** A new invitation in place of this one, to the same recipient. `channel` absent: as before. */
  resend(
    input: { organisation: Organisation; id: string; channel?: InvitationChannel } & By,
  ): Promise<Result<InvitationView, InviteRefusal>>

  /** Ends an invitation at once; devices stay. One that has ended already is answered as it is. */
  deactivate(input: One): Promise<Result<InvitationView, Exclude<InvitationRefusal, 'ended'>>>

  /** A new PIN for the same invitation and link; reopens PIN entry everywhere. */
  renewPin(input: One): Promise<Result<InvitationView, InvitationRefusal>>

  /**
   * Link secret and PIN, while the invitation lives. That they were shown stands in the audit before they are
   * answered. The link is `<base>/i/<invitation.ref>?k=<credentials.secret>`.
   */
  credentials(input: One): Promise<
    Result<
      {
        invitation: Invitation
        view: InvitationView
        credentials: { secret: string; pin: string }
      },
      InvitationRefusal
    >
  >

  /** Null: none of this organisation. */
  find(organisationId: number, id: string): Promise<Invitation | null>

  /** A page, newest first; with a search in the order of names, then of addresses. A short page may have a next. */
  list(
    organisationId: number,
    filter: InvitationFilter,
    after?: string | null,
  ): Promise<Page<ListedInvitation>>

  /** What changed at `since` or after it and matches the filter, the newest change first: at most 100. */
  changedSince(organisationId: number, since: Instant, filter?: InvitationFilter): Promise<ListedInvitation[]>

  /** How those fare that stand as slots in the list of devices, by id; at most 100. One round trip. */
  ofSlots(organisationId: number, ids: string[]): Promise<ReadonlyMap<string, SlotInvitation>>

  /** How many have each status, each counted up to 100, and the newest 20 jobs: one round trip. */
  board(organisationId: number): Promise<{ counts: StatusCounts; jobs: Job[] }>

  /** The account's newest 20. */
  ofAccount(organisationId: number, accountId: string): Promise<ListedInvitation[]>

  readJob(organisationId: number, jobId: string): Promise<Job | null>
  /** A job's people of one state, in the order in which they were given. */
  listJobItems(
    organisationId: number,
    jobId: string,
    state: ItemState,
    after?: string | null,
  ): Promise<Page<ListedItem>>

  /** Leaves a person out of reminders, or no longer. Who stands so already is left alone. */
  setReminders(input: One & { off: boolean }): Promise<Result<null, 'not_found'>>

  /** What the queue's consumer calls. Never throws; null: done. */
  deliver(reference: MessageReference, now: Instant): Promise<{ retryInSeconds: number | null }>
  /** Queues again what was lost on the way. For the minute job; returns how many. */
  sweep(now: Instant): Promise<number>
  /** Reminds those whose time has come. For the minute job; returns how many. */
  sendDueReminders(now: Instant): Promise<number>
}

export function makeInvitations(options: InvitationsOptions): Invitations {
  return {
    ...makeWhom(options),
    ...makeIssuing(options),
    ...makeListing(options),
    ...makeJobs(options),
    ...makeReminders(options),
    ofSlots: (organisationId, ids) => readSlots(options.database, organisationId, ids),
  }
}
