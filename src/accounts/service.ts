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
import { checkDetails, type DetailErrors, OWNER_SESSION, renewedEnd } from './rules.ts'
import * as store from './store.ts'
import type { Account, AccountTemplate, WebSession } from './types.ts'

const templateSchema = z.object({
  name: z.string().trim().min(1).max(120),
  deviceLimit: z.int().min(1).max(1000).nullable(),
  defaultOwnership: z.enum(OWNERSHIPS),
  locale: z.enum(LOCALES),
})

export type EnterRefusal = 'account_disabled' | 'organisation_unfinished'

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
      state: 'active',
      name: '',
      phone: null,
      locale,
      address,
      termsVersion: null,
      deviceLimit: template.deviceLimit,
    }
    return {
      account,
      statements: [
        ...store.insertAccountStatements(database, account, template.id, now),
        auditStatement(database, entry(account, 'account.registered', now, { address })),
      ],
    }
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
    }): Promise<Result<Entered, EnterRefusal>> {
      const { organisation, address, now } = input
      const find = () =>
        store.findEntrance(database, organisation.id, address, organisation.accountTemplateId)
      const { account, template } = await find()
      let known = account
      const made = known || !template ? null : createFrom(template, organisation, address, input.locale, now)
      if (!known && !made) return refuse('organisation_unfinished')

      const secret = makeLongSecret()
      const open = (account: Account) => {
        const session: WebSession = {
          id: hashSecret(secret),
          accountId: account.id,
          organisationId: organisation.id,
          endsAt: now + OWNER_SESSION,
          assurance: 'email',
        }
        const statements = [
          store.insertSessionStatement(database, session, address, now),
          auditStatement(database, entry(account, 'session.started', now, { by: 'email' })),
        ]
        return { session, statements }
      }

      if (made) {
        const opened = open(made.account)
        try {
          await runBatch(database, [...made.statements, ...opened.statements])
          return ok({ account: made.account, session: opened.session, secret })
        } catch (error) {
          known = (await find()).account
          if (!known) throw error
        }
      }
      if (!known) return refuse('organisation_unfinished')
      if (known.state === 'disabled' || known.state === 'deleted') return refuse('account_disabled')
      const opened = open(known)
      await runBatch(database, opened.statements)
      return ok({ account: known, session: opened.session, secret })
    },

    /** The signed-in person behind a cookie, and the session's new end when it was extended. */
    async findSession(
      organisationId: number,
      secret: string,
      now: Instant,
    ): Promise<{ session: WebSession; account: Account; renewed: boolean } | null> {
      const found = await store.findSession(database, organisationId, hashSecret(secret), now)
      if (!found) return null
      const endsAt = found.account.role === 'device_owner' ? renewedEnd(found.session.endsAt, now) : null
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
      template: Omit<AccountTemplate, 'id' | 'organisationId'>,
      actor: Actor,
      now: Instant,
    ): Promise<AccountTemplate> {
      const made = {
        ...templateSchema.parse(template),
        id: makeId('act', randomBytes(16)),
        organisationId,
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
