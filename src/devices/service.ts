import { renderAgentConfiguration } from '../artefacts/index.ts'
import type { DeviceFacts } from '../kernel/device-facts.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { equalText, hashSecret } from '../kernel/secrets.ts'
import type { Instant } from '../kernel/time.ts'
import { refereeOf } from '../referee/index.ts'
import type { Database } from '../runtime/database.ts'
import { changedFacts, needsLastSeen, parseCredential } from './rules.ts'
import * as store from './store.ts'
import { type DeviceLifecycle, LIVING } from './types.ts'

/** How a request proves that it comes from the device: its token, and the key that signed the DPoP proof. */
export type PresentedCredential = { token: string; thumbprint: string | null }

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
export function makeDevices(options: { database: Database; provisionSessions: DurableObjectNamespace }) {
  const { database } = options

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
      const { device, template, organisation } = found.value
      const body = renderAgentConfiguration({ device, template, organisation })
      return ok({ body, contentType: 'application/json', etag: etagOf(body) })
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
      const { device, template, organisation } = found.value
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
      const etag = etagOf(renderAgentConfiguration({ device, template, organisation }))
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
