import { type Artefact, readOtaAnswer, renderOtaRequest } from '../artefacts/index.ts'
import type { Certificates, IssueRefusal, SignBytes } from '../certificates/index.ts'
import { copyFor } from '../copy/index.ts'
import type { AccountRef, DeviceId } from '../kernel/ids.ts'
import type { Locale } from '../kernel/locale.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import type { Keyring } from '../kernel/secrets.ts'
import type { Instant } from '../kernel/time.ts'
import { type ReportOtaRefusal, refereeOf } from '../referee/index.ts'
import type { Database } from '../runtime/database.ts'
import { describeError, log } from '../runtime/logger.ts'
import { renderArtefact, type Surroundings, signArtefact } from './artefact.ts'
import { isSwitchedOff } from './authentication.ts'
import { makeClaimIdentity } from './identity.ts'
import {
  type OwnerCertificateSource,
  packOwnerCertificates,
  readOwnerCertificates,
} from './owner-certificates.ts'
import { changedFacts, type FactColumns } from './rules.ts'
import * as store from './store.ts'

/** `invalid_request`: not a message of a device, or not intact. Nothing was counted. */
export type OtaRefusal = ReportOtaRefusal | IssueRefusal | 'invalid_request'

/** Where a device posts what its phase 1 profile asks for. Carries no secret. */
function otaUrl(baseUrl: string, deviceId: DeviceId): string {
  return `${baseUrl}/device/v1/ota/${deviceId}`
}

/** The profile that a browser downloads where its device reports by OTA: signed, and installs nothing. */
export async function renderPhaseOne(
  { device, organisation }: Pick<store.DeviceRead, 'device' | 'organisation'>,
  around: { challenge: string; baseUrl: string; locale: Locale; sign: SignBytes | null },
): Promise<Artefact> {
  const { name, description } = (await copyFor(around.locale)).ota.profile
  const profile = renderOtaRequest({
    device,
    organisation,
    url: otaUrl(around.baseUrl, device.id),
    challenge: `${device.ref}.${around.challenge}`,
    words: { name: name(organisation.name), description: description(organisation.name) },
  })
  return signArtefact(profile, around.sign)
}

/** Apple's OTA Profile Service: the device says what it is, and gets its settings in return. */
export function makeOta(options: {
  database: Database
  provisionSessions: DurableObjectNamespace
  keys: Keyring
  certificates: Pick<Certificates, 'makeIdentity' | 'signerOf'>
  userCertificates: OwnerCertificateSource
  baseUrl: string
}) {
  const { database, keys, certificates, userCertificates, baseUrl } = options

  /** The device, if it may go on, and who signs for its organisation. */
  async function prepare({ deviceId, ref, now }: { deviceId: DeviceId; ref: AccountRef; now: Instant }) {
    const found = await store.readDevice(database, deviceId)
    if (!found || found.device.ref !== ref) return refuse('invalid_provision_code' as const)
    if (isSwitchedOff(found)) return refuse('setup_disabled' as const)
    const { device, organisation } = found
    const { sign } = await certificates.signerOf({ id: device.organisationId, name: organisation.name }, now)
    return ok({ found, sign })
  }

  return {
    /**
     * The device's signed answer to its phase 1 profile. Its challenge is used up and makes it active; the final
     * profile comes back, signed. The same device may ask again within a day. What must be known of service and
     * organisation, and who signs, is read first: a refusal up to there uses nothing up.
     */
    async answerOta(input: {
      deviceId: DeviceId
      message: Uint8Array
      locale: Locale
      wordsOf(organisation: string): Surroundings['words']
      now: Instant
    }): Promise<Result<Artefact, OtaRefusal>> {
      const { deviceId, now, locale } = input
      const answer = readOtaAnswer(input.message)
      if (!answer) return refuse('invalid_request')
      const { ref, challenge, facts } = answer
      const before = await orUnavailable(() => prepare({ deviceId, ref, now }))
      if (!before.ok) return before
      const { sign, ...read } = before.value
      const { logDeviceFacts: logFacts } = read.found
      const session = refereeOf(options.provisionSessions, ref)
      const reported = await orUnavailable(() => session.reportOta({ deviceId, challenge, facts, logFacts }))
      if (!reported.ok) return reported
      const found = withFacts(read.found, changedFacts(read.found.device, facts))
      const { artefactKey: key } = reported.value
      return orUnavailable(async () => {
        const identity = await makeClaimIdentity({ keys, certificates, found, key, now })
        if (!identity.ok)
          return refuse(identity.error === 'no_certificate' ? 'temporarily_unavailable' : identity.error)
        const rendered = await renderArtefact(keys, found, {
          identity: identity.value,
          ownerCertificates: await packOwnerCertificates(
            userCertificates,
            await readOwnerCertificates(userCertificates, found, now),
          ),
          baseUrl,
          confirmUrl: null,
          locale,
          words: input.wordsOf(found.organisation.name),
          sign,
          ticket: null,
        })
        return rendered.kind === 'file' ? ok(rendered.artefact) : refuse('invalid_provision_code' as const)
      })
    },
  }
}

/** As the next read would find it: variables of the template may speak of what the device said just now. */
function withFacts(found: store.DeviceRead, facts: Partial<FactColumns>): store.DeviceRead {
  return { ...found, device: { ...found.device, ...facts } }
}

/** D1 or the session that does not answer: the device asks again, and gets the same. */
async function orUnavailable<Value, Refusal>(
  ask: () => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal | 'temporarily_unavailable'>> {
  try {
    return await ask()
  } catch (error) {
    log('error', 'ota.unavailable', { reason: describeError(error) })
    return refuse('temporarily_unavailable')
  }
}
