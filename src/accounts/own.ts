import {
  type AuditDetail,
  type AuditEntry,
  auditStatement,
  describeChanges,
  newEntry,
} from '../audit/index.ts'
import type { FieldProblems } from '../kernel/fields.ts'
import { isLocale } from '../kernel/locale.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import type { Instant } from '../kernel/time.ts'
import { type Database, runBatch, type Statement } from '../runtime/database.ts'
import * as store from './own-store.ts'
import { findFaultInName, NAME_MAX, readPhone, tidyName } from './rules.ts'
import { ownActor } from './sessions.ts'
import type { Account } from './types.ts'

/** What somebody says of themselves, as it is typed. */
export type ProfileForm = { name: string; phone: string; locale: string }

/** What people do with their own account, whoever they are here. */
export function makeOwnAccount(database: Database) {
  const audited = (
    account: Account,
    action: AuditEntry['action'],
    now: Instant,
    detail: AuditDetail,
  ): Statement =>
    auditStatement(
      database,
      newEntry({
        organisationId: account.organisationId,
        at: now,
        actor: ownActor(account),
        action,
        accountId: account.id,
        detail,
      }),
    )

  return {
    /** Addresses, passkeys, sessions, and whether its deletion was asked for: one round trip. */
    read: (account: Account, now: Instant) => store.readOwn(database, account, now),

    /**
     * Name, phone number, language of pages and mails. A phone number without a country is read as one of `country`
     * (ISO 3166-1 alpha-2) and kept as E.164.
     */
    async saveProfile(input: {
      account: Account
      form: ProfileForm
      phoneRequired: boolean
      country: string | null
      now: Instant
    }): Promise<Result<null, FieldProblems>> {
      const { account, form, now } = input
      const problems: FieldProblems = {}
      const name = tidyName(form.name)
      const wrong = findFaultInName(name)
      if (wrong) problems.name = { code: wrong, limit: NAME_MAX }
      const phone = readPhone(form.phone, input.country)
      if (phone === undefined) problems.phone = { code: 'not_a_phone_number' }
      if (phone === null && input.phoneRequired) problems.phone = { code: 'missing' }
      const { locale } = form
      if (!isLocale(locale)) problems.locale = { code: 'not_a_choice' }
      if (Object.keys(problems).length > 0 || phone === undefined || !isLocale(locale))
        return refuse(problems)
      const before = { name: account.name, phone: account.phone, locale: account.locale as string }
      const changes = describeChanges(before, { name, phone, locale })
      if (changes.length === 0) return ok(null)
      await runBatch(database, [
        store.setProfileStatement(database, account, { name, phone, locale }, now),
        audited(account, 'account.changed', now, { changes }),
      ])
      return ok(null)
    },

    /** Asks the managers to delete the account. Asked again, nothing changes. */
    async askDeletion(account: Account, now: Instant): Promise<void> {
      if ((await store.readDeletionAskedAt(database, account)) !== null) return
      await runBatch(database, [
        store.askDeletionStatement(database, account, now),
        audited(account, 'account.deletion_asked', now, {}),
      ])
    },

    async withdrawDeletion(account: Account, now: Instant): Promise<void> {
      if ((await store.readDeletionAskedAt(database, account)) === null) return
      await runBatch(database, [
        store.withdrawDeletionStatement(database, account, now),
        audited(account, 'account.deletion_withdrawn', now, {}),
      ])
    },

    /** Notes that somebody took their data away. */
    recordExport: (account: Account, now: Instant): Promise<void> =>
      runBatch(database, [audited(account, 'account.exported', now, {})]),
  }
}

export type OwnAccountService = ReturnType<typeof makeOwnAccount>
