import * as z from 'zod'
import { auditStatement, newEntry } from '../audit/index.ts'
import type { Platform } from '../kernel/platform.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { checkShape, type ShapeRefusal } from '../kernel/shape.ts'
import type { Instant } from '../kernel/time.ts'
import type { Actor } from '../referee/index.ts'
import { type Database, runBatch } from '../runtime/database.ts'
import { checkLogo, type LogoProblem, versionOf } from './logo.ts'
import {
  ACCENT,
  compileEmailRule,
  type Door,
  type DoorRefusal,
  decideAddress,
  decideDoor,
  type EmailRule,
  isReservedSlug,
  PROVISION_CODE_SECONDS,
  SITE_ID,
  SLUG,
} from './rules.ts'
import * as store from './store.ts'
import type { Logo, Organisation, ServiceSettings } from './types.ts'

/** Managers' patterns, compiled once for each isolate. Bounded, so that many tenants cannot fill the memory. */
const compiledRules = new Map<string, EmailRule>()
const COMPILED_RULES_MAX = 500

const organisationSchema = z.object({
  slug: z
    .string()
    .regex(SLUG)
    .refine((slug) => !isReservedSlug(slug), 'reserved'),
  siteId: z.string().regex(SITE_ID),
  name: z.string().trim().min(1).max(120),
  accent: z.string().regex(ACCENT),
  helpdesk: z.object({
    email: z.email().nullable(),
    phone: z.string().max(40).nullable(),
    url: z.url({ protocol: /^https$/ }).nullable(),
  }),
  emailRule: z.string().refine((pattern) => compileEmailRule(pattern).ok, 'not an e-mail rule'),
})

/** A rule that no longer compiles accepts nobody. */
function acceptsAddress(organisation: Organisation, address: string): boolean {
  let rule = compiledRules.get(organisation.emailRule)
  if (!rule) {
    const compiled = compileEmailRule(organisation.emailRule)
    rule = compiled.ok ? compiled.value : { accepts: () => false }
    if (compiledRules.size >= COMPILED_RULES_MAX) compiledRules.clear()
    compiledRules.set(organisation.emailRule, rule)
  }
  return rule.accepts(address)
}

export type NewOrganisation = Omit<
  Organisation,
  'id' | 'enabled' | 'setupOpen' | 'logoVersion' | 'accountTemplateId'
>

/** What the organisations room offers. Takes the database and who acts; `now` comes from the caller's edge. */
export function makeOrganisations(database: Database) {
  async function admitsAddress(organisation: Organisation, address: string): Promise<boolean> {
    const exception = await store.readException(database, organisation.id, address)
    return decideAddress(exception, acceptsAddress(organisation, address))
  }

  /** Whether an address may register itself at a door, and whether it is a manager who says so of this very one. */
  async function judgeAtDoor(door: Door, address: string): Promise<{ admitted: boolean; excepted: boolean }> {
    const { organisation, exception } = door
    const verdict =
      exception?.address === address
        ? exception.verdict
        : await store.readException(database, organisation.id, address)
    const admitted = decideAddress(verdict, acceptsAddress(organisation, address))
    return { admitted, excepted: verdict === 'accept' }
  }

  return {
    /** The open door of an organisation by its slug; with `address`, what the exceptions say of it. */
    async openDoor(slug: string, address: string | null = null): Promise<Result<Door, DoorRefusal>> {
      const known = SLUG.test(slug) ? { slug, address } : { id: -1 }
      return decideDoor({ ...(await store.readDoor(database, known)), asked: true })
    },

    /** The open door of the service's default organisation. */
    async openDefaultDoor(): Promise<Result<Door, DoorRefusal>> {
      return decideDoor({ ...(await store.readDoor(database, 'default')), asked: false })
    },

    /** The open door of a site id, as a device user types it. */
    async openSite(siteId: string): Promise<Result<Door, DoorRefusal>> {
      const known = SITE_ID.test(siteId) ? { siteId } : { id: -1 }
      return decideDoor({ ...(await store.readDoor(database, known)), asked: true })
    },

    /** The organisation while service and organisation are on, else null: for messages about to go out. */
    async findActive(organisationId: number): Promise<Organisation | null> {
      const door = decideDoor({ ...(await store.readDoor(database, { id: organisationId })), asked: true })
      return door.ok ? door.value.organisation : null
    },

    readLogo: (slug: string): Promise<Logo | null> => store.readLogo(database, slug),

    isEmpty: () => store.isEmpty(database),

    /** Whether the organisation's rule alone accepts a normalised address. */
    acceptsAddress,

    /**
     * Whether a normalised address may register itself: the exceptions say first, then the rule. One read,
     * whoever the address belongs to.
     */
    admitsAddress,

    /** The same at a door that was opened with the address: nothing is read again. */
    async admitsAtDoor(door: Door, address: string): Promise<boolean> {
      return (await judgeAtDoor(door, address)).admitted
    },

    judgeAtDoor,

    async configureService(
      settings: ServiceSettings,
      actor: Actor,
      now: Instant,
    ): Promise<Result<null, ShapeRefusal>> {
      const { min, max } = PROVISION_CODE_SECONDS
      const seconds = settings.provisionCodeSeconds
      if (!Number.isInteger(seconds) || seconds < min || seconds > max)
        return refuse({ code: 'invalid', field: 'provisionCodeSeconds', reason: `${min} to ${max} seconds` })
      await runBatch(database, [
        store.saveServiceStatement(database, settings, now),
        auditStatement(
          database,
          newEntry({
            organisationId: 0,
            at: now,
            actor,
            action: 'service.configured',
            detail: { enabled: settings.enabled, provisionCodeSeconds: seconds },
          }),
        ),
      ])
      return ok(null)
    },

    async createOrganisation(
      id: number,
      organisation: NewOrganisation,
      actor: Actor,
      now: Instant,
    ): Promise<Result<null, ShapeRefusal>> {
      const checked = checkShape(organisationSchema, organisation)
      if (!checked.ok) return checked
      const made = {
        ...organisation,
        ...checked.value,
        id,
        enabled: true,
        setupOpen: true,
        logoVersion: null,
        accountTemplateId: null,
      }
      await runBatch(database, [
        store.insertOrganisationStatement(database, made, now),
        auditStatement(
          database,
          newEntry({
            organisationId: id,
            at: now,
            actor,
            action: 'organisation.created',
            detail: { slug: made.slug, siteId: made.siteId, name: made.name },
          }),
        ),
      ])
      return ok(null)
    },

    /** Sets what a registration needs: the account template, the template of each platform, on or off. */
    async configureOrganisation(
      organisationId: number,
      change: {
        enabled?: boolean
        accountTemplateId?: string
        confirmation?: Organisation['confirmation']
        platforms?: Partial<Record<Platform, string | null>>
      },
      actor: Actor,
      now: Instant,
    ): Promise<void> {
      const { platforms = {}, ...columns } = change
      await runBatch(database, [
        store.updateOrganisationStatement(database, organisationId, columns, now),
        ...Object.entries(platforms).map(([platform, templateId]) =>
          store.savePlatformStatement(database, organisationId, platform as Platform, templateId, now),
        ),
        auditStatement(
          database,
          newEntry({
            organisationId,
            at: now,
            actor,
            action: 'organisation.configured',
            detail: { changed: Object.keys(change).join(', ') },
          }),
        ),
      ])
    },

    /** Sets the logo from the bytes of a picture. `checkLogo` finds what kind it is and makes it safe. */
    async setLogo(
      organisationId: number,
      picture: Logo,
      actor: Actor,
      now: Instant,
    ): Promise<Result<null, LogoProblem>> {
      const checked = checkLogo(picture.bytes)
      if (!checked.ok) return checked
      const logo = checked.value
      const logoVersion = versionOf(logo)
      await runBatch(database, [
        store.saveLogoStatement(database, organisationId, logo, now),
        store.updateOrganisationStatement(database, organisationId, { logoVersion }, now),
        auditStatement(
          database,
          newEntry({
            organisationId,
            at: now,
            actor,
            action: 'logo.changed',
            detail: { type: logo.type, bytes: logo.bytes.length },
          }),
        ),
      ])
      return ok(null)
    },
  }
}

export type Organisations = ReturnType<typeof makeOrganisations>
