import { auditStatement, describeChanges, newEntry } from '../audit/index.ts'
import type { FieldProblems } from '../kernel/fields.ts'
import { type Page, readCursor, writeCursor } from '../kernel/paging.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import type { Instant } from '../kernel/time.ts'
import type { Actor } from '../referee/index.ts'
import type { Bindings } from '../runtime/bindings.ts'
import { isRefusedBy } from '../runtime/constraints.ts'
import { type Database, runBatch } from '../runtime/database.ts'
import { sendProvisionCode } from './code-message.ts'
import { makeBulk } from './people-bulk.ts'
import { tell } from './people-csv.ts'
import { makeImport } from './people-import.ts'
import {
  mergeWalks,
  NO_FILTER,
  type PeopleFilter,
  type Person,
  type PersonRole,
  planList,
} from './people-list-rules.ts'
import { makeAccount } from './people-making.ts'
import * as read from './people-read-store.ts'
import { checkPerson, checkRole, type PersonForm } from './people-rules.ts'
import { type Counts, readList, type TemplateChoice } from './people-store.ts'
import * as write from './people-write-store.ts'
import { endAllSessionsStatement } from './store.ts'
import type { Account } from './types.ts'

export type PeopleList = {
  page: Page<Person>
  templates: TemplateChoice[]
  /** Only on the first page of the whole list. */
  counts: Counts | null
}

/** `taken`: the account that has the address. */
export type AddRefusal = {
  problems: FieldProblems
  takenBy: string | null
  templates: TemplateChoice[]
}

export type RoleRefusal = 'unchanged' | 'last_manager' | 'not_active'

/** Rows that an export asks for at a time. */
const EXPORT_PAGE = 500
/** D1 answers a bounded number of questions a request; an export that would need more breaks off visibly. */
const EXPORT_PAGES = 800

export type PeopleOptions = {
  database: Database
  messages: Bindings['messages']
  /** The one spelling of an address; null for what is none. */
  normalise(text: string): string | null
}

/** What managers do with the accounts of their organisation. */
export function makePeople(options: PeopleOptions) {
  const { database } = options

  return {
    bulk: makeBulk(options),
    importing: makeImport(options),

    /** A page of the organisation's accounts: one round trip, however the filters are combined. */
    async list(input: {
      organisationId: number
      filter: PeopleFilter
      after?: string | null
    }): Promise<PeopleList> {
      const { filter } = input
      const plan = planList(filter)
      const after = readCursor(input.after, 3)
      const whole =
        after === null &&
        Object.entries(NO_FILTER).every(([name, value]) =>
          name === 'sort' ? true : filter[name as keyof PeopleFilter] === value,
        )
      const found = await readList(database, input.organisationId, plan, { after, counts: whole })
      const { people, next } = mergeWalks(found.found, plan)
      return {
        page: { rows: people, next: next && writeCursor(next) },
        templates: found.templates,
        counts: found.counts,
      }
    },

    /** Everybody whom `list` would show, in pieces. Throws when it is too much to be complete. */
    async *listAll(
      organisationId: number,
      filter: PeopleFilter,
    ): AsyncGenerator<{ people: Person[]; templates: TemplateChoice[] }> {
      const plan = planList(filter, EXPORT_PAGE)
      let after: ReturnType<typeof readCursor> = null
      for (let pages = 0; pages < EXPORT_PAGES; pages++) {
        const { found, templates } = await readList(database, organisationId, plan, { after, counts: false })
        const { people, next } = mergeWalks(found, plan, EXPORT_PAGE)
        yield { people, templates }
        if (next === null) return
        after = next
      }
      throw new Error('the export has more accounts than one request can carry')
    },

    /** Notes that somebody took a list away. `filter` says which, never who was in it. */
    async recordExport(input: {
      organisationId: number
      filter: PeopleFilter
      actor: Actor
      now: Instant
    }): Promise<void> {
      const { organisationId, filter, actor, now } = input
      const set = Object.entries(filter).filter(([, value]) => value !== null && value !== '')
      const entry = newEntry({
        organisationId,
        at: now,
        actor,
        action: 'accounts.exported',
        detail: Object.fromEntries(set),
      })
      await runBatch(database, [auditStatement(database, entry)])
    },

    /** One account with everything that stands on its page. Null: none of this organisation. */
    find: (organisationId: number, id: string) => read.readPerson(database, organisationId, id),

    /** The organisation's templates, for a new account. */
    async listTemplates(organisationId: number): Promise<TemplateChoice[]> {
      return (await read.readKnown(database, organisationId, [])).templates
    },

    /**
     * Adds somebody whose address nobody has proved yet: the account is `invited` until they sign in with it.
     * The e-mail rule plays no part.
     */
    async add(input: {
      organisationId: number
      form: PersonForm & { address: string; role: string }
      actor: Actor
      now: Instant
    }): Promise<Result<Account, AddRefusal>> {
      const { organisationId, form, actor, now } = input
      const address = options.normalise(form.address)
      const asked = address === null ? [] : [address]
      const { known, templates } = await read.readKnown(database, organisationId, asked)
      const checked = checkPerson(form, templates)
      const role = checkRole(form.role)
      const problems: FieldProblems = checked.ok ? {} : checked.error
      if (!role.ok) problems.role = role.error
      if (address === null)
        problems.address = { code: form.address.trim() === '' ? 'missing' : 'not_an_address' }
      else if (known[0]) problems.address = { code: 'taken' }
      if (!checked.ok || !role.ok || address === null || known[0])
        return refuse({ problems, takenBy: known[0]?.id ?? null, templates })
      const account = makeAccount({ organisationId, address, details: checked.value, role: role.value })
      const entry = newEntry({
        organisationId,
        at: now,
        actor,
        action: 'account.added',
        accountId: account.id,
        detail: { address, role: account.role },
      })
      try {
        await runBatch(database, [...write.insertPeople([account], now), auditStatement(database, entry)])
      } catch (error) {
        // Somebody else was quicker: the address registered, or another manager added it.
        const [owner] = (await read.readKnown(database, organisationId, [address])).known
        if (!owner) throw error
        return refuse({ problems: { address: { code: 'taken' } }, takenBy: owner.id, templates })
      }
      return ok(account)
    },

    /** Changes what a manager may change of a person. `found` is what `find` gave. */
    async change(input: {
      found: read.PersonRead
      form: PersonForm
      actor: Actor
      now: Instant
    }): Promise<Result<null, FieldProblems>> {
      const { found, form, actor, now } = input
      const { account, templates } = found
      const checked = checkPerson(form, templates, account.templateId)
      if (!checked.ok) return checked
      const changes = describeChanges(tell(account, templates), tell(checked.value, templates))
      if (changes.length === 0) return ok(null)
      const { organisationId, id } = account
      await runBatch(database, [
        ...write.updatePeople(organisationId, [{ id, ...checked.value }], now),
        auditStatement(
          database,
          newEntry({
            organisationId,
            at: now,
            actor,
            action: 'account.changed',
            accountId: id,
            detail: { address: account.address, changes },
          }),
        ),
      ])
      return ok(null)
    },

    /** Makes somebody a manager, or a device owner again. Every session of theirs ends. */
    async setRole(input: {
      found: read.PersonRead
      role: PersonRole
      actor: Actor
      now: Instant
    }): Promise<Result<null, RoleRefusal>> {
      const { found, role, actor, now } = input
      const { account } = found
      const { organisationId, id } = account
      if (account.role === role) return refuse('unchanged')
      if (account.state === 'disabled' || account.state === 'unapproved') return refuse('not_active')
      if (role === 'device_owner' && !found.otherManager) return refuse('last_manager')
      const changes = describeChanges({ role: account.role }, { role })
      try {
        await runBatch(database, [
          write.roleStatement(database, account, role, now),
          endAllSessionsStatement(database, account),
          auditStatement(
            database,
            newEntry({
              organisationId,
              at: now,
              actor,
              action: 'account.role_changed',
              accountId: id,
              detail: { address: account.address, changes },
            }),
          ),
        ])
      } catch (error) {
        if (isRefusedBy(error, 'accounts.role')) return refuse('last_manager')
        throw error
      }
      return ok(null)
    },

    /** Puts the mail with a fresh provision code on its way. */
    sendCode: (input: Parameters<typeof sendProvisionCode>[1]) => sendProvisionCode(options, input),
  }
}

export type People = ReturnType<typeof makePeople>
