import type { FieldProblems } from '../kernel/fields.ts'
import { makeId } from '../kernel/ids.ts'
import { PAGE_SIZE, type Page } from '../kernel/paging.ts'
import { PLATFORMS, type Platform } from '../kernel/platform.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { type Keyring, randomBytes } from '../kernel/secrets.ts'
import { HOUR, type Instant, SECOND } from '../kernel/time.ts'
import type { Actor } from '../referee/index.ts'
import { type Database, runBatch } from '../runtime/database.ts'
import { checkContent } from './checks.ts'
import { type Editing, makeEditing } from './editing.ts'
import { authorOf, contentOf, templateEntry } from './entries.ts'
import { sealSettings } from './sealing.ts'
import * as store from './store.ts'
import type { DeviceTemplate, DeviceTemplateSummary, ListedTemplate, TemplateRecord } from './types.ts'

export const DEFAULT_CHECK_IN_SECONDS = HOUR / SECOND

export type NewDeviceTemplate = Omit<DeviceTemplate, 'id' | 'organisationId' | 'version'>

/** What the templates room offers: what a platform's device receives and what its owner is told. */
export function makeTemplates(database: Database, keys: Keyring) {
  /** Services live for one request: what was read once is not read again. */
  const offeredBy = new Map<number, Promise<DeviceTemplate[]>>()
  const readOffered = (organisationId: number) => {
    const known = offeredBy.get(organisationId) ?? store.listOffered(database, organisationId)
    offeredBy.set(organisationId, known)
    return known
  }

  const editing: Editing = makeEditing(database, keys)

  return {
    ...editing,

    /** The templates that an organisation offers, in the order of `PLATFORMS`. */
    async listOffered(organisationId: number): Promise<DeviceTemplate[]> {
      const offered = await readOffered(organisationId)
      return offered.toSorted(
        (one, other) => PLATFORMS.indexOf(one.platform) - PLATFORMS.indexOf(other.platform),
      )
    },

    async findOffered(organisationId: number, platform: Platform): Promise<DeviceTemplate | null> {
      const offered = await readOffered(organisationId)
      return offered.find((template) => template.platform === platform) ?? null
    },

    /** Every template to choose from, archived ones included, oldest first; at most 500. */
    listTemplates(organisationId: number): Promise<DeviceTemplateSummary[]> {
      return store.listTemplates(database, organisationId)
    },

    /** A page of the templates in use, or of those that were archived. */
    readPage(
      organisationId: number,
      filter: { archived: boolean; after: string | null },
    ): Promise<Page<ListedTemplate>> {
      return store.readPage(database, organisationId, { ...filter, size: PAGE_SIZE })
    },

    /** Null where the organisation has no such template. Its secrets are sealed. */
    findTemplate(organisationId: number, id: string): Promise<TemplateRecord | null> {
      return store.findTemplate(database, organisationId, id)
    },

    /** The same with the platforms that setup offers with it. */
    findUsed(organisationId: number, id: string) {
      return store.findUsed(database, organisationId, id)
    },

    /** A template of its first version. `template` carries secrets as they were typed. */
    async createTemplate(
      organisationId: number,
      template: NewDeviceTemplate,
      actor: Actor,
      now: Instant,
    ): Promise<Result<DeviceTemplate, FieldProblems>> {
      if (!PLATFORMS.includes(template.platform)) return refuse({ platform: { code: 'not_a_choice' } })
      const checked = checkContent(contentOf(template))
      if (!checked.ok) return checked
      const id = makeId('tpl', randomBytes(16))
      const settings = sealSettings(keys, id, checked.value.settings)
      const { platform } = template
      const made = { ...checked.value, platform, id, settings, organisationId, version: 1 }
      await runBatch(database, [
        store.insertTemplateStatement(database, made, now),
        store.insertVersionStatement(database, { template: made, changedBy: authorOf(actor), at: now }),
        templateEntry(database, { template: made, actor, now, action: 'device_template.created' }),
      ])
      return ok(made)
    },
  }
}

export type Templates = ReturnType<typeof makeTemplates>
