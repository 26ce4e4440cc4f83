import { z } from 'zod'
import { auditStatement, newEntry } from '../audit/index.ts'
import { makeId } from '../kernel/ids.ts'
import { OWNERSHIPS } from '../kernel/ownership.ts'
import { PLATFORMS, type Platform } from '../kernel/platform.ts'
import { ok, type Result } from '../kernel/result.ts'
import { type Keyring, randomBytes } from '../kernel/secrets.ts'
import { checkShape, type ShapeRefusal } from '../kernel/shape.ts'
import { isPrintable } from '../kernel/text.ts'
import { HOUR, type Instant, SECOND } from '../kernel/time.ts'
import type { Actor } from '../referee/index.ts'
import { type Database, runBatch } from '../runtime/database.ts'
import * as store from './store.ts'
import type { DeviceTemplate, TemplateSettings } from './types.ts'

/** WPA passphrases are 8 to 63 printable ASCII characters (IEEE 802.11 annex J.4). */
const PASSPHRASE = /^[\x20-\x7e]{8,63}$/
const SSID_MAX_BYTES = 32

/** Text that a device or a person is shown. */
function printable(max: number) {
  return z.string().trim().min(1).max(max).refine(isPrintable, 'control characters are not accepted')
}

const wifiSchema = z
  .object({
    ssid: z
      .string()
      .refine(
        (ssid) => ssid !== '' && isPrintable(ssid) && new TextEncoder().encode(ssid).length <= SSID_MAX_BYTES,
        'a network name has 1 to 32 bytes',
      ),
    security: z.enum(['none', 'wpa2', 'wpa3']),
    hidden: z.boolean(),
    autoJoin: z.boolean(),
    passphrase: z.string().nullable(),
  })
  .refine(
    ({ security, passphrase }) =>
      security === 'none' ? passphrase === null : PASSPHRASE.test(passphrase ?? ''),
    { path: ['passphrase'], message: 'a passphrase has 8 to 63 printable ASCII characters' },
  )

export const DEFAULT_CHECK_IN_SECONDS = HOUR / SECOND

const markdownSchema = z.object({ en: z.string().min(1).max(20_000) }).catchall(z.string().max(20_000))

const templateSchema = z.object({
  platform: z.enum(PLATFORMS),
  name: printable(120),
  settings: z.object({
    wifi: z.array(wifiSchema).max(20),
    webLinks: z
      .array(z.object({ label: printable(60), url: z.url({ protocol: /^https?$/ }).max(2000) }))
      .max(50),
    passcode: z.object({ required: z.boolean(), minLength: z.int().min(0).max(16) }).nullable(),
    agentApp: z
      .object({
        name: printable(60),
        playPackage: z
          .string()
          .regex(/^[A-Za-z]\w*(\.[A-Za-z]\w*)+$/)
          .max(150)
          .nullable(),
      })
      .nullable(),
    policies: z.record(z.string().max(60), z.union([z.string().max(2000), z.number(), z.boolean()])),
  }),
  instructions: markdownSchema,
  notes: markdownSchema.nullable(),
  ownership: z.object({ default: z.enum([...OWNERSHIPS, 'inherit']), choosable: z.boolean() }),
  reports: z.enum(['agent', 'ota', 'certificate', 'none']),
  checkInSeconds: z
    .int()
    .min(60)
    .max(7 * 86_400),
})

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

  return {
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

    async createTemplate(
      organisationId: number,
      template: NewDeviceTemplate,
      actor: Actor,
      now: Instant,
    ): Promise<Result<DeviceTemplate, ShapeRefusal>> {
      const checked = checkShape(templateSchema, template)
      if (!checked.ok) return checked
      const id = makeId('tpl', randomBytes(16))
      const { settings, ...rest } = checked.value as NewDeviceTemplate
      const sealed = sealSettings(keys, id, settings)
      const made = { ...rest, id, settings: sealed, organisationId, version: 1 }
      await runBatch(database, [
        store.insertTemplateStatement(database, made, now),
        auditStatement(
          database,
          newEntry({
            organisationId,
            at: now,
            actor,
            action: 'device_template.created',
            detail: { template: made.id, name: made.name, platform: made.platform },
          }),
        ),
      ])
      return ok(made)
    },
  }
}

/** Secrets of a template are sealed to it before they are stored. */
function sealSettings(keys: Keyring, templateId: string, settings: TemplateSettings): TemplateSettings {
  return {
    ...settings,
    wifi: settings.wifi.map((network) => ({
      ...network,
      passphrase: network.passphrase && keys.seal(network.passphrase, sealContext(templateId, network.ssid)),
    })),
  }
}

/** The settings with their secrets, for the artefact that is about to be handed to a device. */
export function revealSettings(
  keys: Keyring,
  template: Pick<DeviceTemplate, 'id' | 'settings'>,
): TemplateSettings {
  return {
    ...template.settings,
    wifi: template.settings.wifi.map((network) => ({
      ...network,
      passphrase: network.passphrase && keys.open(network.passphrase, sealContext(template.id, network.ssid)),
    })),
  }
}

function sealContext(templateId: string, ssid: string): string {
  return `template/${templateId}/wifi/${ssid}`
}

export type Templates = ReturnType<typeof makeTemplates>
