import { type AuditEntry, auditStatement, newEntry } from '../audit/index.ts'
import { noteStatement, personStatement } from '../challenges/index.ts'
import { makeId, makeRef } from '../kernel/ids.ts'
import type { Locale } from '../kernel/locale.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { hashSecret, randomBytes } from '../kernel/secrets.ts'
import type { Instant } from '../kernel/time.ts'
import type { Organisation } from '../organisations/index.ts'
import { findConstraint } from '../runtime/constraints.ts'
import { type Database, runBatch } from '../runtime/database.ts'
import { makeAccountTemplates } from './account-templates.ts'
import { checkDetails, type DetailErrors, renewedEnd } from './rules.ts'
import {
  type Entered,
  endFormer,
  isStaff,
  prepareSession as prepareSessionFor,
  type SessionOptions,
  sessionAudit,
} from './sessions.ts'
import * as sessions from './sessions-store.ts'
import * as store from './store.ts'
import type { Account, AccountTemplate, Assurance, SessionEntry, WebSession } from './types.ts'

export type EnterRefusal = 'account_disabled' | 'organisation_unfinished' | 'people_full'

export type { Entered }

/** What the accounts room offers: who somebody is, after they proved an address. */
export function makeAccounts(database: Database) {
  const entry = (
    account: Pick<Account, 'organisationId' | 'id'>,
    action: AuditEntry['action'],
    now: Instant,
    detail: AuditEntry['detail'],
  ): AuditEntry =>
    newEntry({
      organisationId: account.organisationId,
      at: now,
      actor: { kind: 'owner', id: account.id },
      action,
      accountId: account.id,
      detail,
    })

  /** Extends an owner's session that is used, at most daily; null where it stays as it is. */
  async function keepSession(
    { account, session }: { account: Account; session: WebSession },
    now: Instant,
  ): Promise<WebSession | null> {
    const endsAt = isStaff(account, session.assurance) ? null : renewedEnd(session.endsAt, now)
    if (endsAt === null) return null
    await store.renewSession(database, session.id, endsAt)
    return { ...session, endsAt }
  }

  function createFrom(
    template: AccountTemplate,
    organisation: Organisation,
    address: string,
    locale: Locale,
    now: Instant,
  ) {
    const account: Account = {
      id: makeId('acc', randomBytes(16)),
      organisationId: organisation.id,
      ref: makeRef(randomBytes(16)),
      role: 'device_owner',
      state: organisation.approvalRequired ? 'unapproved' : 'active',
      name: '',
      phone: null,
      locale,
      address,
      termsVersion: null,
      deviceLimit: template.deviceLimit,
      atLimit: template.atLimit,
      permissions: template.permissions,
      defaultOwnership: template.defaultOwnership,
      templateId: template.id,
      groups: template.groups,
    }
    return {
      account,
      statements: [
        ...store.insertAccountStatements(database, account, now),
        auditStatement(database, entry(account, 'account.registered', now, { address })),
      ],
    }
  }

  /** The statements that open a session, and the cookie's value. */
  const prepareSession = (account: Account, options: SessionOptions, now: Instant) =>
    prepareSessionFor(database, account, options, now)

  return {
    /**
     * Signs in whoever proved the address, making the account from the organisation's account template the
     * first time. Two browsers that prove the same address at once meet in one account. `stranger`: nobody but a
     * mailed code vouches for them, so that the day's limit of new people holds.
     */
    async enter(input: {
      organisation: Organisation
      address: string
      locale: Locale
      now: Instant
      assurance?: Assurance
      userAgent?: string
      stranger?: boolean
    }): Promise<Result<Entered, EnterRefusal>> {
      const { organisation, address, now, stranger = false } = input
      const options = { assurance: input.assurance ?? 'email', userAgent: input.userAgent ?? '' }
      const find = () =>
        store.findEntrance(database, organisation.id, address, organisation.accountTemplateId, now)
      const { account, template, full } = await find()
      let known = account
      const made = known || !template ? null : createFrom(template, organisation, address, input.locale, now)
      if (!known && !made) return refuse('organisation_unfinished')
      if (made && stranger && full) {
        await runBatch(database, [noteStatement(database, organisation.id, 'people', now)])
        return refuse('people_full')
      }

      if (made) {
        const { session, secret, statements } = prepareSession(made.account, options, now)
        const counted = stranger ? [personStatement(database, organisation.id, now)] : []
        try {
          await runBatch(database, [...made.statements, ...statements, ...counted])
          return ok({ account: made.account, session, secret })
        } catch (error) {
          // The last place of the day went to somebody else meanwhile.
          if (findConstraint(error)?.includes('abuse_counters')) return refuse('people_full')
          known = (await find()).account
          if (!known) throw error
        }
      }
      if (!known) return refuse('organisation_unfinished')
      if (known.state === 'disabled' || known.state === 'deleted') return refuse('account_disabled')
      const { account: entered, session, secret, statements } = prepareSession(known, options, now)
      await runBatch(database, statements)
      return ok({ account: entered, session, secret })
    },

    /** Opens a session for somebody who proved who they are at `/sign-in`; a new id every time. */
    async openSession(account: Account, options: SessionOptions, now: Instant): Promise<Entered> {
      const former = await endFormer(database, options.former, now)
      const { account: entered, session, secret, statements } = prepareSession(account, options, now)
      await runBatch(database, [...former, ...statements])
      return { account: entered, session, secret }
    },

    /** Whose session a cookie of `/manage`, `/supervise` or `/account` is, wherever they belong. */
    findAnySession(secret: string, now: Instant): Promise<store.SessionRead | null> {
      return store.findAnySession(database, hashSecret(secret), now)
    },

    /** The signed-in person behind a cookie, and the session's new end when it was extended. */
    async findSession(
      organisationId: number,
      secret: string,
      now: Instant,
    ): Promise<{ session: WebSession; account: Account; renewed: boolean } | null> {
      const found = await store.findSession(database, organisationId, hashSecret(secret), now)
      if (!found) return null
      const session = await keepSession(found, now)
      return session ? { ...found, session, renewed: true } : { ...found, renewed: false }
    },

    keepSession,

    /** Ends one session of the account. Repeating it changes nothing but the audit. */
    async endSession(account: Account, session: Pick<WebSession, 'id'>, now: Instant): Promise<void> {
      await runBatch(database, [
        store.endSessionStatement(database, account, session.id),
        sessionAudit(database, account, 'session.ended', now, {}),
      ])
    },

    /** Where the account is signed in, newest first; at most 100. */
    listSessions(account: Pick<Account, 'organisationId' | 'id'>, now: Instant): Promise<SessionEntry[]> {
      return sessions.listSessions(database, account, now)
    },

    /** Ends every session of the account but one. Says which, so that their sockets can be closed. */
    async endOtherSessions(account: Account, kept: WebSession, now: Instant): Promise<SessionEntry[]> {
      const others = (await sessions.listSessions(database, account, now)).filter(({ id }) => id !== kept.id)
      if (others.length === 0) return []
      await runBatch(database, [
        sessions.endOtherSessionsStatement(database, account, kept.id),
        sessionAudit(database, account, 'session.ended', now, { sessions: others.length }),
      ])
      return others
    },

    /** Completes an account with what its person told and accepted. */
    async complete(input: {
      account: Account
      organisation: Organisation
      form: { name: string; phone: string; termsAccepted: boolean }
      country: string | null
      locale: Locale
      now: Instant
    }): Promise<Result<null, DetailErrors>> {
      const { account, organisation, now } = input
      const checked = checkDetails({
        ...input.form,
        phoneRequired: organisation.phoneRequired,
        termsRequired: organisation.terms !== null,
        country: input.country,
      })
      if (!checked.ok) return checked
      const termsVersion = organisation.terms === null ? null : organisation.termsVersion
      const details = { ...checked.value, termsVersion, locale: input.locale }
      await runBatch(database, [
        store.completeAccountStatement(database, account, details, now),
        auditStatement(database, entry(account, 'account.completed', now, { termsVersion })),
      ])
      return ok(null)
    },

    /** For programs that fill an installation; managers use the account templates' own service. */
    createTemplate: makeAccountTemplates(database).make,

    /** Statements for this room's own batches, where more changes than who is signed in. */
    prepareAccount: createFrom,
    prepareSession,

    /** What ended by itself is deleted: sessions, what was used once, old recovery links. */
    deleteEnded: (now: Instant): Promise<void> => sessions.deleteEnded(database, now),
  }
}

export type Accounts = ReturnType<typeof makeAccounts>
