import { auditStatement, describeChanges, newEntry } from '../audit/index.ts'
import type { FieldProblems } from '../kernel/fields.ts'
import { makeId } from '../kernel/ids.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { randomBytes } from '../kernel/secrets.ts'
import type { Instant } from '../kernel/time.ts'
import { readTypedNumber } from '../kernel/typed.ts'
import type { Actor } from '../referee/index.ts'
import { type Database, runBatch } from '../runtime/database.ts'
import { type AccountTemplateFields, checkTemplateFields, TEMPLATES_MAX } from './account-template-rules.ts'
import * as store from './account-templates-store.ts'
import { splitGroups } from './group-rules.ts'
import type { AccountTemplate } from './types.ts'

/** An account template as a form brings it: nothing in it is trusted. */
export type AccountTemplateForm = {
  name: string
  permissions: string[]
  /** `"Sales, Berlin"`. */
  groups: string
  /** `any`, `one` at a time, or `some`: then the limit and what happens there count. */
  devices: string
  /** Digits. */
  deviceLimit: string
  atLimit: string
  defaultOwnership: string
  locale: string
}

/** One mobile client per person: a new device takes the place of the old one. */
const ONE_AT_A_TIME = { deviceLimit: 1, atLimit: 'replace' } as const

function readForm(form: AccountTemplateForm) {
  const read = { ...form, groups: splitGroups(form.groups) }
  if (form.devices === 'one') return { ...read, ...ONE_AT_A_TIME }
  if (form.devices === 'any') return { ...read, deviceLimit: null }
  return { ...read, deviceLimit: readTypedNumber(form.deviceLimit) ?? Number.NaN }
}

/** The form of what a template says. */
export function writeTemplateForm(fields: AccountTemplateFields): AccountTemplateForm {
  const { deviceLimit, atLimit } = fields
  const one = deviceLimit === ONE_AT_A_TIME.deviceLimit && atLimit === ONE_AT_A_TIME.atLimit
  return {
    ...fields,
    groups: fields.groups.join(', '),
    devices: deviceLimit === null ? 'any' : one ? 'one' : 'some',
    deviceLimit: deviceLimit === null ? '' : String(deviceLimit),
  }
}

/** What managers do with account templates. */
export function makeAccountTemplates(database: Database) {
  const audited = (
    template: Pick<AccountTemplate, 'organisationId' | 'id' | 'name'>,
    action: `account_template.${'created' | 'changed' | 'archived' | 'restored'}`,
    actor: Actor,
    now: Instant,
    detail: Parameters<typeof newEntry>[0]['detail'] = {},
  ) =>
    auditStatement(
      database,
      newEntry({
        organisationId: template.organisationId,
        at: now,
        actor,
        action,
        detail: { template: template.id, name: template.name, ...detail },
      }),
    )

  /** Two templates of one name could not be told apart where one is chosen. */
  const isTaken = (existing: store.ListedAccountTemplate[], name: string, except: string | null) =>
    existing.some(
      (one) => one.id !== except && one.archivedAt === null && one.name.toLowerCase() === name.toLowerCase(),
    )

  async function insert(
    organisationId: number,
    fields: AccountTemplateFields,
    actor: Actor,
    now: Instant,
  ): Promise<AccountTemplate> {
    const made = { ...fields, id: makeId('act', randomBytes(16)), organisationId, version: 1 }
    await runBatch(database, [
      store.insertTemplateStatement(database, made, now),
      audited(made, 'account_template.created', actor, now),
    ])
    return made
  }

  return {
    /** Every template, archived ones too, by name; with whether anybody has it and whether new people get it. */
    listAll: (organisationId: number) => store.listAll(database, organisationId),

    /** One template, archived or not, with how many accounts have it (counted to 1000). */
    find: (organisationId: number, id: string): Promise<store.CountedAccountTemplate | null> =>
      store.findTemplate(database, organisationId, id),

    /** Makes a template of what a program says; throws where that is not accepted. */
    async make(
      organisationId: number,
      fields: AccountTemplateFields,
      actor: Actor,
      now: Instant,
    ): Promise<AccountTemplate> {
      const checked = checkTemplateFields(fields)
      if (!checked.ok) throw new Error(`not an account template: ${JSON.stringify(checked.error)}`)
      return insert(organisationId, checked.value, actor, now)
    },

    /** Makes a template of what a manager filled in. */
    async create(
      organisationId: number,
      form: AccountTemplateForm,
      actor: Actor,
      now: Instant,
    ): Promise<Result<AccountTemplate, FieldProblems>> {
      const checked = checkTemplateFields(readForm(form))
      if (!checked.ok) return checked
      const existing = await store.listAll(database, organisationId)
      if (existing.length >= TEMPLATES_MAX)
        return refuse({ name: { code: 'too_many', limit: TEMPLATES_MAX } })
      if (isTaken(existing, checked.value.name, null)) return refuse({ name: { code: 'taken' } })
      return ok(await insert(organisationId, checked.value, actor, now))
    },

    /**
     * Changes a template. Everybody who has it gets its permissions, its limit and its ownership at once; groups
     * and language are what new people start with. Saving what it says already changes nothing. Null: unknown.
     */
    async change(
      organisationId: number,
      id: string,
      form: AccountTemplateForm,
      actor: Actor,
      now: Instant,
    ): Promise<Result<null, FieldProblems> | null> {
      const existing = await store.listAll(database, organisationId)
      const before = existing.find((one) => one.id === id)
      if (!before) return null
      const checked = checkTemplateFields(readForm(form))
      if (!checked.ok) return checked
      if (before.archivedAt === null && isTaken(existing, checked.value.name, id))
        return refuse({ name: { code: 'taken' } })
      const changes = describeChanges<Record<string, unknown>>(before, checked.value)
      if (changes.length === 0) return ok(null)
      const named = { ...before, name: checked.value.name }
      await runBatch(database, [
        store.changeTemplateStatement(database, before, checked.value, now),
        audited(named, 'account_template.changed', actor, now, { changes }),
      ])
      return ok(null)
    },

    /**
     * Offers a template no longer; who has it keeps it. The one that new people get stays until another one is
     * chosen for them. Repeating it changes nothing.
     */
    async archive(
      organisationId: number,
      id: string,
      actor: Actor,
      now: Instant,
    ): Promise<Result<null, 'unknown' | 'for_new_people'>> {
      const found = await store.findTemplate(database, organisationId, id)
      if (!found) return refuse('unknown')
      if (found.archivedAt !== null) return ok(null)
      if (found.forNewPeople) return refuse('for_new_people')
      await runBatch(database, [
        store.changeTemplateStatement(database, found, { archivedAt: now }, now),
        audited(found, 'account_template.archived', actor, now),
      ])
      return ok(null)
    },

    /** Offers it again, under a name that another one may have taken meanwhile. */
    async restore(
      organisationId: number,
      id: string,
      actor: Actor,
      now: Instant,
    ): Promise<Result<null, 'unknown'>> {
      const found = await store.findTemplate(database, organisationId, id)
      if (!found) return refuse('unknown')
      if (found.archivedAt === null) return ok(null)
      await runBatch(database, [
        store.changeTemplateStatement(database, found, { archivedAt: null }, now),
        audited(found, 'account_template.restored', actor, now),
      ])
      return ok(null)
    },
  }
}

export type AccountTemplates = ReturnType<typeof makeAccountTemplates>
