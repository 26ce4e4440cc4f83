import { type AuditDetail, auditStatement, describeChanges, newEntry } from '../audit/index.ts'
import { checkFields, type FieldProblems } from '../kernel/fields.ts'
import { cutPage, PAGE_SIZE, type Page, readCursor } from '../kernel/paging.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { DIGITS, makeCode } from '../kernel/secrets.ts'
import type { Instant } from '../kernel/time.ts'
import type { Actor } from '../referee/index.ts'
import { findConstraint } from '../runtime/constraints.ts'
import { type Database, runBatch, type Statement } from '../runtime/database.ts'
import { PROVISION_CODE_SECONDS } from './rules.ts'
import { insertOrganisationStatement, saveServiceStatement } from './store.ts'
import {
  type NamesForm,
  type NewOrganisationForm,
  NOBODY_YET,
  namesSchema,
  newOrganisationSchema,
  type ServiceForm,
  serviceSchema,
} from './supervision-fields.ts'
import * as store from './supervision-store.ts'
import type { Organisation, ServiceSettings } from './types.ts'

type Action = Parameters<typeof newEntry>[0]['action']

/** What a fresh installation begins with: off, until somebody switches it on. */
export const FRESH_SERVICE: ServiceSettings = {
  enabled: false,
  defaultOrganisationId: null,
  provisionCodeSeconds: PROVISION_CODE_SECONDS.default,
  ownersMayProvision: true,
  logDeviceFacts: true,
  androidSmsCode: false,
  dailyMessages: null,
  derivedCredentialUrl: null,
  helpdesk: { email: null, phone: null, url: null },
}

/** More organisations than this are not offered as a list to choose from. */
const CHOICES_MAX = 100
/** Two supervisors may make an organisation at the same moment; three do not keep losing. */
const CREATE_TRIES = 3

/** What new people of a new organisation start with; the room that owns it stands below this one. */
export type FirstTemplate = (
  organisationId: number,
  actor: Actor,
  now: Instant,
) => { id: string; statements: Statement[] }

/** What supervisors do with the service and its organisations. */
export function makeSupervision(options: { database: Database; firstTemplate: FirstTemplate }) {
  const { database, firstTemplate } = options
  const audited = (organisationId: number, action: Action, actor: Actor, now: Instant, detail: AuditDetail) =>
    auditStatement(database, newEntry({ organisationId, at: now, actor, action, detail }))

  /** Runs the batch. A name that somebody else took meanwhile is a problem of its field. */
  async function runNamed(statements: Statement[]): Promise<Result<null, FieldProblems>> {
    try {
      await runBatch(database, statements)
      return ok(null)
    } catch (error) {
      const constraint = findConstraint(error) ?? ''
      if (constraint.includes('organisations.slug')) return refuse({ slug: { code: 'taken' } })
      if (constraint.includes('organisations.site_id')) return refuse({ siteId: { code: 'taken' } })
      throw error
    }
  }

  async function saveService(
    before: ServiceSettings | null,
    after: ServiceSettings,
    actor: Actor,
    now: Instant,
  ): Promise<void> {
    const changes = describeChanges(before ?? {}, after)
    if (changes.length === 0) return
    await runBatch(database, [
      saveServiceStatement(database, after, now),
      audited(store.SERVICE_ID, 'service.configured', actor, now, { changes }),
    ])
  }

  return {
    /** A page of organisations by slug; with `search`, those whose name, slug or site id begins so. */
    async list(search: string, after: string | null): Promise<Page<store.ListedOrganisation>> {
      const [slug] = readCursor(after, 1) ?? []
      const rows = await store.listOrganisations(
        database,
        search.trim().slice(0, 120),
        typeof slug === 'string' ? slug : null,
        PAGE_SIZE + 1,
      )
      return cutPage(rows, (row) => [row.slug])
    },

    /** All organisations to choose one from, by slug; null where they are more than a list should offer. */
    async choices(): Promise<Pick<Organisation, 'id' | 'slug' | 'name'>[] | null> {
      const found = await store.listChoices(database, CHOICES_MAX + 1)
      return found.length > CHOICES_MAX ? null : found
    },

    /** Null for none, and for the service's own. */
    find: (id: number) => store.findOrganisation(database, id),

    /** A site id that nobody has: five digits. Empty where chance found none. */
    async suggestSiteId(): Promise<string> {
      const drawn = Array.from({ length: 10 }, () => `${makeCode('123456789', 1)}${makeCode(DIGITS, 4)}`)
      return (await store.keepFreeSiteIds(database, drawn))[0] ?? ''
    },

    /**
     * Makes an organisation with a first account template. It begins switched off, and accepts no address
     * until its manager writes an e-mail rule. Returns its id.
     */
    async create(
      form: NewOrganisationForm,
      actor: Actor,
      now: Instant,
    ): Promise<Result<number, FieldProblems>> {
      const checked = checkFields(newOrganisationSchema, form)
      if (!checked.ok) return checked
      const { slug, siteId, name, accent } = checked.value
      for (let tries = 1; ; tries += 1) {
        const vacancy = await store.readVacancy(database, { slug, siteId })
        if (vacancy.slugTaken || vacancy.siteIdTaken)
          return refuse({
            ...(vacancy.slugTaken && { slug: { code: 'taken' } }),
            ...(vacancy.siteIdTaken && { siteId: { code: 'taken' } }),
          })
        const id = vacancy.nextId
        const template = firstTemplate(id, actor, now)
        try {
          const made = await runNamed([
            insertOrganisationStatement(
              database,
              { ...freshOrganisation(id), slug, siteId, name, accent },
              now,
            ),
            ...template.statements,
            store.changeOrganisationStatement(database, id, { accountTemplateId: template.id }, now),
            audited(id, 'organisation.created', actor, now, { slug, siteId, name }),
          ])
          return made.ok ? ok(id) : made
        } catch (error) {
          const lost = findConstraint(error)?.includes('organisations.id') ?? false
          if (!lost || tries >= CREATE_TRIES) throw error
        }
      }
    },

    /** Changes name, slug and site id. What is the same already writes nothing. */
    async rename(
      before: Organisation,
      form: NamesForm,
      actor: Actor,
      now: Instant,
    ): Promise<Result<null, FieldProblems>> {
      const checked = checkFields(namesSchema, form)
      if (!checked.ok) return checked
      const changes = describeChanges<Record<string, unknown>>(before, checked.value)
      if (changes.length === 0) return ok(null)
      return runNamed([
        store.changeOrganisationStatement(database, before.id, checked.value, now),
        audited(before.id, 'organisation.configured', actor, now, { changed: 'names', changes }),
      ])
    },

    /** Takes effect at the next request of anyone, since every door reads it. Repeating it writes nothing. */
    async switch(before: Organisation, enabled: boolean, actor: Actor, now: Instant): Promise<void> {
      if (before.enabled === enabled) return
      const action = enabled ? 'organisation.switched_on' : 'organisation.switched_off'
      await runBatch(database, [
        store.changeOrganisationStatement(database, before.id, { enabled }, now),
        audited(before.id, action, actor, now, {}),
      ])
    },

    /** Saves the service's settings, but not whether it is on. `before` is null on an empty installation. */
    async configure(
      before: ServiceSettings | null,
      form: ServiceForm,
      actor: Actor,
      now: Instant,
    ): Promise<Result<null, FieldProblems>> {
      const checked = checkFields(serviceSchema, form)
      if (!checked.ok) return checked
      const { defaultOrganisation, helpdeskEmail, helpdeskPhone, helpdeskUrl, ...rest } = checked.value
      const defaultOrganisationId =
        defaultOrganisation === '' ? null : await store.findIdBySlug(database, defaultOrganisation)
      if (defaultOrganisation !== '' && defaultOrganisationId === null)
        return refuse({ defaultOrganisation: { code: 'unknown' } })
      const helpdesk = { email: helpdeskEmail, phone: helpdeskPhone, url: helpdeskUrl }
      const enabled = before?.enabled ?? FRESH_SERVICE.enabled
      await saveService(before, { ...rest, enabled, defaultOrganisationId, helpdesk }, actor, now)
      return ok(null)
    },

    /** Device setup on or off for everybody. */
    async switchService(
      before: ServiceSettings | null,
      enabled: boolean,
      actor: Actor,
      now: Instant,
    ): Promise<void> {
      await saveService(before, { ...(before ?? FRESH_SERVICE), enabled }, actor, now)
    },
  }
}

export type Supervision = ReturnType<typeof makeSupervision>

/** Everything that its manager decides later. */
function freshOrganisation(id: number): Omit<Organisation, 'slug' | 'siteId' | 'name' | 'accent'> {
  return {
    id,
    enabled: false,
    setupOpen: true,
    logoVersion: null,
    helpdesk: { email: null, phone: null, url: null },
    emailRule: NOBODY_YET,
    emailRuleHint: null,
    terms: null,
    termsVersion: 0,
    phoneRequired: false,
    confirmation: 'tap',
    accountTemplateId: null,
    defaultOwnership: 'personal',
    ownershipChoosable: true,
    qrEnabled: true,
    approvalRequired: false,
    invitationDays: null,
    invitationDeviceLimit: null,
    reminderDays: [],
    dailyMessages: null,
  }
}
