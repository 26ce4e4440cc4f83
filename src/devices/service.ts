import {
  type Artefact,
  type ArtefactInput,
  renderAgentConfiguration,
  renderAppleProfile,
} from '../artefacts/index.ts'
import type { DeviceFacts } from '../kernel/device-facts.ts'
import type { AccountRef, DeviceId } from '../kernel/ids.ts'
import { PAGE_SIZE } from '../kernel/paging.ts'
import type { Platform } from '../kernel/platform.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { equalText, hashSecret, type Keyring } from '../kernel/secrets.ts'
import type { Instant } from '../kernel/time.ts'
import { type ArtefactRefusal, refereeOf } from '../referee/index.ts'
import type { Database } from '../runtime/database.ts'
import { fillSettings, revealSettings, valuesOf } from '../templates/index.ts'
import * as listing from './listing-store.ts'
import { changedFacts, needsLastSeen, parseCredential } from './rules.ts'
import * as store from './store.ts'
import { type DeviceLifecycle, type DeviceTotal, LIVING, type ListedDevice } from './types.ts'

/** How a request proves that it comes from the device: its token, and the key that signed the DPoP proof. */
export type PresentedCredential = { token: string; thumbprint: string | null }

/** Platforms whose browser gets a configuration profile. */
const PROFILE_PLATFORMS: Platform[] = ['ios', 'macos']

export type DeviceRefusal = 'invalid_credential' | 'setup_disabled' | 'temporarily_unavailable'

export type Configuration = { body: string; contentType: string; etag: string }

export type CheckIn = {
  status: DeviceLifecycle
  commands: never[]
  intervalSeconds: number
  configurationEtag: string
  configurationChanged: boolean
}

/** What devices may do after they were set up. */
export function makeDevices(options: {
  database: Database
  provisionSessions: DurableObjectNamespace
  keys: Keyring
}) {
  const { database, keys } = options

  /** The template as this device gets it: its secrets revealed, its variables filled in. */
  const templateFor = ({ device, template, organisation, account }: store.DeviceRead) => ({
    ...template,
    settings: fillSettings(revealSettings(keys, template), valuesOf({ account, organisation, device })),
  })

  /** What the device consumes, secrets of its template included. */
  const render = (found: store.DeviceRead) =>
    renderAgentConfiguration({
      device: found.device,
      template: templateFor(found),
      organisation: found.organisation,
    })

  /** A living device whose credential is the present one and, where it is bound to a key, came with that key. */
  async function authenticate(
    presented: PresentedCredential,
  ): Promise<Result<store.DeviceRead, DeviceRefusal>> {
    const parsed = parseCredential(presented.token)
    const found = parsed && (await store.readDevice(database, parsed.deviceId))
    if (!parsed || !found) return refuse('invalid_credential')
    const { device, account } = found
    if (!equalText(device.credentialHash, hashSecret(presented.token))) return refuse('invalid_credential')
    if (device.keyThumbprint !== presented.thumbprint) return refuse('invalid_credential')
    if (!LIVING.includes(device.lifecycle)) return refuse('invalid_credential')
    const disabled = account.disabledAt !== null || account.state === 'deleted'
    if (!found.serviceEnabled || !found.organisation.enabled || disabled) return refuse('setup_disabled')
    return ok(found)
  }

  return {
    /** The newest 50 devices of an account, ended ones included. Of another organisation: none. */
    listOf(organisationId: number, accountId: string): Promise<ListedDevice[]> {
      return listing.listDevicesOf(database, organisationId, accountId, PAGE_SIZE)
    },

    /** How many living devices each account has, of at most 50; 0 for one that is unknown here. */
    async countLivingOf(organisationId: number, accountIds: string[]): Promise<Map<string, number>> {
      const asked = accountIds.slice(0, PAGE_SIZE)
      const counted = await listing.countLivingOf(database, organisationId, asked)
      return new Map(asked.map((id) => [id, counted.get(id) ?? 0]))
    },

    /** How many devices the organisation has, by platform and state. */
    totals(organisationId: number): Promise<DeviceTotal[]> {
      return listing.listTotals(database, organisationId)
    },

    /** The device's configuration as its platform consumes it. `etag` changes with the template's version. */
    async readConfiguration(presented: PresentedCredential): Promise<Result<Configuration, DeviceRefusal>> {
      const found = await authenticate(presented)
      if (!found.ok) return found
      const body = render(found.value)
      return ok({ body, contentType: 'application/json', etag: etagOf(body) })
    },

    /**
     * The profile of a browser's claim, counting the download. What must be known of service and organisation
     * is read first, so that a refusal counts nothing.
     */
    async serveProfile(input: {
      ref: AccountRef
      deviceId: DeviceId
      key: string
      confirmUrlOf(confirmKey: string): string
      wordsOf(organisation: string): ArtefactInput['words']
    }): Promise<Result<Artefact, ArtefactRefusal | 'setup_disabled'>> {
      const found = await store.readDevice(database, input.deviceId)
      if (!found || found.device.ref !== input.ref || !PROFILE_PLATFORMS.includes(found.device.platform))
        return refuse('unknown')
      if (!found.serviceEnabled || !found.organisation.enabled || found.account.disabledAt !== null)
        return refuse('setup_disabled')
      const taken = await refereeOf(options.provisionSessions, input.ref).takeArtefact(input)
      if (!taken.ok) return taken
      const { device, organisation } = found
      const { confirmKey } = taken.value
      return ok(
        renderAppleProfile({
          template: templateFor(found),
          device,
          organisation,
          confirmUrl: confirmKey && input.confirmUrlOf(confirmKey),
          words: input.wordsOf(organisation.name),
        }),
      )
    },

    /** Those of the templates that any device has, or had. */
    usedTemplates(organisationId: number, templateIds: string[]): Promise<Set<string>> {
      return store.readUsedTemplates(database, organisationId, templateIds)
    },

    /** How many living devices have a template; counted up to 1000. */
    countUsing(organisationId: number, templateId: string): Promise<number> {
      return store.countUsing(database, organisationId, templateId, LIVING)
    },

    /**
     * A device's report. The first one confirms its claim. Facts are written when they changed, the time at
     * most every 15 minutes.
     */
    async checkIn(input: {
      presented: PresentedCredential
      facts: DeviceFacts
      /** The configuration that the device has, as it was told; null when it has none yet. */
      knownEtag: string | null
      now: Instant
    }): Promise<Result<CheckIn, DeviceRefusal>> {
      const found = await authenticate(input.presented)
      if (!found.ok) return found
      const { device } = found.value
      if (device.lifecycle === 'pending') {
        const referee = refereeOf(options.provisionSessions, device.ref)
        const { id: deviceId, claimId, epoch } = device
        const confirmed = await referee
          .confirm({ deviceId, claimId, epoch })
          .catch(() => refuse('temporarily_unavailable' as const))
        if (!confirmed.ok) return confirmed
      }
      const changed = changedFacts(device, input.facts)
      if (Object.keys(changed).length > 0 || needsLastSeen(device.lastSeenAt, input.now))
        await store.saveSeen(database, device, changed, input.now)
      const etag = etagOf(render(found.value))
      return ok({
        status: 'active',
        commands: [],
        intervalSeconds: device.checkInSeconds,
        configurationEtag: etag,
        configurationChanged: input.knownEtag !== etag,
      })
    },
  }
}

function etagOf(body: string): string {
  return `"${hashSecret(body).slice(0, 22)}"`
}

export type Devices = ReturnType<typeof makeDevices>
