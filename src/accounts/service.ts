import { z } from 'zod'
import { type AuditEntry, auditStatement, newEntry } from '../audit/index.ts'
import { makeId, makeRef } from '../kernel/ids.ts'
import { LOCALES, type Locale } from '../kernel/locale.ts'
import { OWNERSHIPS } from '../kernel/ownership.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { hashSecret, makeLongSecret, randomBytes } from '../kernel/secrets.ts'
import type { Instant } from '../kernel/time.ts'
import type { Organisation } from '../organisations/index.ts'
import type { Actor } from '../referee/index.ts'
import { type Database, runBatch } from '../runtime/database.ts'
import {
  checkDetails,
  type DetailErrors,
  describeAgent,
  OWNER_SESSION,
  renewedEnd,
  STAFF_SESSION,
} from './rules.ts'
import * as store from './store.ts'
import { type Account, type AccountTemplate, type Assurance, PERMISSIONS, type WebSession } from './types.ts'

const templateSchema = z.object({
  name: z.string().trim().min(1).max(120),
  deviceLimit: z.int().min(1).max(1000).nullable(),
  atLimit: z.enum(['refuse', 'replace']),
  defaultOwnership: z.enum([...OWNERSHIPS, 'inherit']),
  locale: z.enum(LOCALES),
  permissions: z.array(z.enum(PERMISSIONS)),
  groups: z.array(z.string().trim().min(1).max(60)).max(20),
})

export type EnterRefusal = 'account_disabled' | 'organisation_unfinished'

export type SessionOptions = { assurance: Assurance; userAgent: string }

/** Whether a session opens `/manage` or `/supervise`: e-mail alone never does. */
export function isStaff(account: Pick<Account, 'role'>, assurance: Assurance): boolean {
  return account.role !== 'device_owner' && assurance !== 'email'
}

/** `secret` is the cookie's value: it is handed out once and stored only as its hash. */
export type Entered = { account: Account; session: WebSession; secret: string }

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
  function prepareSession(account: Account, options: SessionOptions, now: Instant) {
    const secret = makeLongSecret()
    const session: WebSession = {
      id: hashSecret(secret),
      accountId: account.id,
      organisationId: account.organisationId,
      endsAt: now + (isStaff(account, options.assurance) ? STAFF_SESSION : OWNER_SESSION),
      assurance: options.assurance,
    }
    const { address } = account
    const agent = describeAgent(options.userAgent)
    const statements = [
      store.insertSessionStatement(database, session, { address, agent }, now),
      auditStatement(database, entry(account, 'session.started', now, { by: options.assurance })),
    ]
    return { session, secret, statements }
  }

  return {
    /**
     * Signs in whoever proved the address, making the account from the organisation's account template the
     * first time. Two browsers that prove the same address at once meet in one account.
     */
    async enter(input: {
      organisation: Organisation
      address: string
      locale: Locale
      now: Instant
      assurance?: Assurance
      userAgent?: string
    }): Promise<Result<Entered, EnterRefusal>> {
      const { organisation, address, now } = input
      const options = { assurance: input.assurance ?? 'email', userAgent: input.userAgent ?? '' }
      const find = () =>
        store.findEntrance(database, organisation.id, address, organisation.accountTemplateId)
      const { account, template } = await find()
      let known = account
      const made = known || !template ? null : createFrom(template, organisation, address, input.locale, now)
      if (!known && !made) return refuse('organisation_unfinished')

      if (made) {
        const { session, secret, statements } = prepareSession(made.account, options, now)
        try {
          await runBatch(database, [...made.statements, ...statements])
          return ok({ account: made.account, session, secret })
        } catch (error) {
          known = (await find()).account
          if (!known) throw error
        }
      }
      if (!known) return refuse('organisation_unfinished')
      if (known.state === 'disabled' || known.state === 'deleted') return refuse('account_disabled')
      // Somebody whom a manager entered has now proved the address.
      const entered = known.state === 'invited' ? { ...known, state: 'active' as const } : known
      const { session, secret, statements } = prepareSession(entered, options, now)
      const proved = known.state === 'invited' ? [store.activateStatement(database, known, now)] : []
      await runBatch(database, [...proved, ...statements])
      return ok({ account: entered, session, secret })
    },

    /** Opens a session for somebody who proved who they are at `/sign-in`; a new id every time. */
    async openSession(account: Account, options: SessionOptions, now: Instant): Promise<Entered> {
      const { session, secret, statements } = prepareSession(account, options, now)
      const proved = account.state === 'invited' ? [store.activateStatement(database, account, now)] : []
      await runBatch(database, [...proved, ...statements])
      return { account, session, secret }
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
      const staff = isStaff(found.account, found.session.assurance)
      const endsAt = staff ? null : renewedEnd(found.session.endsAt, now)
      if (endsAt === null) return { ...found, renewed: false }
      await store.renewSession(database, found.session.id, endsAt)
      return { ...found, session: { ...found.session, endsAt }, renewed: true }
    },

    /** Ends one session of the account. Repeating it changes nothing but the audit. */
    async endSession(account: Account, session: WebSession, now: Instant): Promise<void> {
      await runBatch(database, [
        store.endSessionStatement(database, session.organisationId, session.id),
        auditStatement(database, entry(account, 'session.ended', now, {})),
      ])
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

    async createTemplate(
      organisationId: number,
      template: Omit<AccountTemplate, 'id' | 'organisationId' | 'version'>,
      actor: Actor,
      now: Instant,
    ): Promise<AccountTemplate> {
      const made = {
        ...templateSchema.parse(template),
        id: makeId('act', randomBytes(16)),
        organisationId,
        version: 1,
      }
      await runBatch(database, [
        store.insertTemplateStatement(database, made, now),
        auditStatement(
          database,
          newEntry({
            organisationId,
            at: now,
            actor,
            action: 'account_template.created',
            detail: { template: made.id, name: made.name },
          }),
        ),
      ])
      return made
    },

    deleteEndedSessions: (now: Instant): Promise<void> => store.deleteEndedSessions(database, now),
  }
}

export type Accounts = ReturnType<typeof makeAccounts>
