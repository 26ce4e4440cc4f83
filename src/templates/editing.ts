import type { Change } from '../audit/index.ts'
import type { FieldProblems } from '../kernel/fields.ts'
import type { Platform } from '../kernel/platform.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import type { Keyring } from '../kernel/secrets.ts'
import type { Instant } from '../kernel/time.ts'
import type { Actor } from '../referee/index.ts'
import { findConstraint } from '../runtime/constraints.ts'
import { type Database, runBatch, type Statement } from '../runtime/database.ts'
import { compareContents } from './changes.ts'
import { type CheckedContent, checkContent } from './checks.ts'
import { authorOf, contentOf, templateEntry } from './entries.ts'
import { makeHistory } from './history.ts'
import { reportsOffered, usualReports } from './rules.ts'
import { revealSettings, sealSettings } from './sealing.ts'
import { mapSecrets, normaliseSettings, placesOfSecrets } from './settings.ts'
import * as store from './store.ts'
import type { DeviceTemplate, FullSettings, TemplateContent, TemplateRecord } from './types.ts'

/** `stale`: somebody saved in between; `changes` is what they changed. */
export type SaveRefusal =
  | { code: 'not_found' }
  | { code: 'invalid'; problems: FieldProblems; current: TemplateRecord }
  | { code: 'stale'; current: TemplateRecord; changes: Change[] }

export type Saved = { template: DeviceTemplate; changed: boolean }

/** `lost`: the version has a secret that nothing can open any more, or says what is not accepted today. */
export type RestoreRefusal = { code: 'not_found' } | { code: 'stale' } | { code: 'lost' }

/** `meanwhile`: somebody offered, archived or took it back at the same moment. */
export type ArchiveRefusal =
  | { code: 'not_found' }
  | { code: 'meanwhile' }
  | { code: 'offered'; template: TemplateRecord; platforms: Platform[] }

/** How templates change: every change is a version of its own, and leaves a trace. */
export function makeEditing(database: Database, keys: Keyring) {
  const history = makeHistory(database, keys)

  /** Writes the next version, or finds that somebody else has. Saving what is there already changes nothing. */
  async function write(
    current: TemplateRecord,
    content: CheckedContent,
    entry: { actor: Actor; now: Instant; more?: Record<string, number> },
  ): Promise<Result<Saved, SaveRefusal>> {
    const { actor, now, more } = entry
    const changes = compareContents(history.reveal(current, current), content)
    if (changes.length === 0) return ok({ template: current, changed: false })
    const { id, organisationId, platform } = current
    const settings = sealSettings(keys, id, content.settings)
    const next = { ...content, settings, id, organisationId, platform, version: current.version + 1 }
    const before = { template: current, changedBy: 'unknown:', at: current.changedAt }
    const action = 'device_template.changed'
    const statements = [
      store.keepVersionStatement(database, before),
      store.insertVersionStatement(database, { template: next, changedBy: authorOf(actor), at: now }),
      store.updateTemplateStatement(database, next, now),
      templateEntry(database, { template: next, actor, now, action, changes, ...(more && { more }) }),
    ]
    if (await landed(statements)) return ok({ template: next, changed: true })
    return describeStale(await store.findVersion(database, organisationId, id, current.version))
  }

  /** Whether the batch went through; false where what it was made from no longer holds. */
  async function landed(statements: Statement[]): Promise<boolean> {
    try {
      await runBatch(database, statements)
      return true
    } catch (error) {
      if (findConstraint(error) === null) throw error
      return false
    }
  }

  function describeStale(found: Awaited<ReturnType<typeof store.findVersion>>): Result<never, SaveRefusal> {
    if (!found) return refuse({ code: 'not_found' })
    const { template, content } = found
    const changes = content
      ? compareContents(history.reveal(template, content), history.reveal(template, template))
      : []
    return refuse({ code: 'stale', current: template, changes })
  }

  return {
    readHistory: history.readHistory,
    readVersion: history.readVersion,

    /**
     * Saves what a form says, made from `version`. `content` carries secrets as they were typed; those of
     * `kept` places (`wifi.w1.passphrase`) stay what they are.
     */
    async saveTemplate(input: {
      organisationId: number
      id: string
      version: number
      content: TemplateContent
      kept: ReadonlySet<string>
      /** What the form found itself: it keeps the content from being saved. */
      problems?: FieldProblems
      actor: Actor
      now: Instant
    }): Promise<Result<Saved, SaveRefusal>> {
      const { organisationId, id, content, kept } = input
      const found = await store.findVersion(database, organisationId, id, input.version)
      if (!found) return refuse({ code: 'not_found' })
      const { template } = found
      if (template.version !== input.version) return describeStale(found)
      const revealed = secretsOf(revealSettings(keys, template))
      const settings = mapSecrets(normaliseSettings(content.settings), (secret, { place }) =>
        secret === null && kept.has(place) ? (revealed.get(place) ?? null) : secret,
      )
      const lost = lostPlaces(template, revealed).filter((place) => kept.has(place))
      const checked = checkContent({ ...content, settings })
      const problems = {
        ...(!checked.ok && checked.error),
        ...(!reportsOffered(template.platform).includes(content.reports) && NOT_OFFERED),
        ...missingAt(lost, settings),
        ...input.problems,
      }
      if (!checked.ok || Object.keys(problems).length > 0)
        return refuse({ code: 'invalid', problems, current: template })
      return write(template, checked.value, input)
    },

    /** Makes an earlier version the next one. */
    async restoreVersion(input: {
      organisationId: number
      id: string
      version: number
      actor: Actor
      now: Instant
    }): Promise<Result<Saved, RestoreRefusal>> {
      const { organisationId, id, version, actor, now } = input
      const found = await store.findVersion(database, organisationId, id, version)
      if (!found?.content) return refuse({ code: 'not_found' })
      const { template, content } = found
      const former = history.reveal(template, content)
      const checked = checkContent(former)
      if (!checked.ok || lostPlaces(content, secretsOf(former.settings)).length > 0)
        return refuse({ code: 'lost' })
      const written = await write(template, checked.value, { actor, now, more: { restored: version } })
      if (written.ok) return written
      return refuse({ code: written.error.code === 'not_found' ? 'not_found' : 'stale' })
    },

    /**
     * What a copy is made from: the content with its secrets, and how devices of the platform report. `lost` where
     * nothing can open one of the secrets any more.
     */
    async readCopy(organisationId: number, id: string, platform: Platform | null) {
      const template = await store.findTemplate(database, organisationId, id)
      if (!template) return null
      const same = platform === null || platform === template.platform
      const reports = same ? template.reports : usualReports(platform)
      const settings = revealSettings(keys, template)
      const lost = lostPlaces(template, secretsOf(settings)).length > 0
      return { content: { ...contentOf(template), settings, reports }, lost }
    },

    /** Devices that have it keep working; it can no longer be chosen. Refused while setup offers it. */
    async archiveTemplate(input: {
      organisationId: number
      id: string
      actor: Actor
      now: Instant
    }): Promise<Result<TemplateRecord, ArchiveRefusal>> {
      const { organisationId, id, actor, now } = input
      const found = await store.findUsed(database, organisationId, id)
      if (!found) return refuse({ code: 'not_found' })
      const { template, offeredFor } = found
      if (offeredFor.length > 0) return refuse({ code: 'offered', template, platforms: offeredFor })
      if (template.archivedAt !== null) return ok(template)
      const archived = await landed([
        store.archiveStatement(database, organisationId, id, now),
        templateEntry(database, { template, actor, now, action: 'device_template.archived' }),
      ])
      return archived ? ok(template) : refuse({ code: 'meanwhile' })
    },

    /** Takes it back from the archive. */
    async unarchiveTemplate(input: {
      organisationId: number
      id: string
      actor: Actor
      now: Instant
    }): Promise<Result<TemplateRecord, { code: 'not_found' }>> {
      const { organisationId, id, actor, now } = input
      const template = await store.findTemplate(database, organisationId, id)
      if (!template) return refuse({ code: 'not_found' })
      if (template.archivedAt !== null)
        await landed([
          store.unarchiveStatement(database, organisationId, id, now),
          templateEntry(database, { template, actor, now, action: 'device_template.restored' }),
        ])
      return ok(template)
    },
  }
}

const NOT_OFFERED: FieldProblems = { reports: { code: 'not_a_choice' } }

export type Editing = ReturnType<typeof makeEditing>

function secretsOf(settings: FullSettings): Map<string, string> {
  const secrets = new Map<string, string>()
  mapSecrets(settings, (secret, { place }) => {
    if (secret !== null) secrets.set(place, secret)
    return secret
  })
  return secrets
}

/** Places whose secret is stored, but not among those that could be opened. */
function lostPlaces(stored: Pick<TemplateContent, 'settings'>, revealed: ReadonlyMap<string, string>) {
  const places = placesOfSecrets(normaliseSettings(stored.settings))
  return [...places].filter((place) => !revealed.has(place))
}

/** Secrets that nothing can open any more have to be typed again. */
function missingAt(places: string[], settings: FullSettings): FieldProblems {
  const lost = new Set(places)
  const fields = new Map<string, string>()
  for (const list of ['wifi', 'vpn', 'mail'] as const)
    for (const [index, { key }] of settings[list].entries()) fields.set(`${list}.${key}`, `${list}.${index}`)
  const problems: FieldProblems = {}
  mapSecrets(settings, (secret, { place }) => {
    const [list, key, ...rest] = place.split('.')
    if (lost.has(place)) problems[[fields.get(`${list}.${key}`), ...rest].join('.')] = { code: 'missing' }
    return secret
  })
  return problems
}
