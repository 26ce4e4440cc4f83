import {
  type Artefact,
  type ArtefactInput,
  renderAgentConfiguration,
  renderAppleProfile,
} from '../artefacts/index.ts'
import type { DeviceFacts } from '../kernel/device-facts.ts'
import type { AccountRef, DeviceId } from '../kernel/ids.ts'
import type { Platform } from '../kernel/platform.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { equalText, hashSecret, type Keyring } from '../kernel/secrets.ts'
import type { Instant } from '../kernel/time.ts'
import { type ArtefactRefusal, refereeOf } from '../referee/index.ts'
import type { Database } from '../runtime/database.ts'
import { revealSettings } from '../templates/index.ts'
import { changedFacts, needsLastSeen, parseCredential } from './rules.ts'
import * as store from './store.ts'
import { type DeviceLifecycle, LIVING } from './types.ts'

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

  /** What the device consumes, secrets of its template included. */
  const render = ({ device, template, organisation }: store.DeviceRead) =>
    renderAgentConfiguration({
      device,
      template: { ...template, settings: revealSettings(keys, template) },
      organisation,
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
      const { device, template, organisation } = found
      const { confirmKey } = taken.value
      return ok(
        renderAppleProfile({
          template: { ...template, settings: revealSettings(keys, template) },
          device,
          organisation,
          confirmUrl: confirmKey && input.confirmUrlOf(confirmKey),
          words: input.wordsOf(organisation.name),
        }),
      )
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
