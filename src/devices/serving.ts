import { type Artefact, type ArtefactSet, ownFileName } from '../artefacts/index.ts'
import type { Certificates, Signer } from '../certificates/index.ts'
import type { AccountRef, DeviceId } from '../kernel/ids.ts'
import type { Locale } from '../kernel/locale.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import type { Keyring } from '../kernel/secrets.ts'
import { HOUR, type Instant } from '../kernel/time.ts'
import { type ArtefactRefusal, type BrowserClaim, refereeOf } from '../referee/index.ts'
import type { Database } from '../runtime/database.ts'
import { type LeftOut, partsLeftOut, servesBrowsers } from '../templates/index.ts'
import { identityPassword, renderArtefact, type Surroundings } from './artefact.ts'
import { isSwitchedOff } from './authentication.ts'
import { type IdentityRefusal, makeClaimIdentity, orNoCertificate } from './identity.ts'
import { renderPhaseOne } from './ota.ts'
import {
  type OwnerCertificateSource,
  packOwnerCertificates,
  readOwnerCertificates,
} from './owner-certificates.ts'
import * as store from './store.ts'
import { LIVING } from './types.ts'

/** `no_certificate`: what signs the profile, or the device's own certificate, cannot be made at present. */
export type ServingRefusal = ArtefactRefusal | IdentityRefusal | 'setup_disabled'

/** How artefacts are worded and addressed; what only the door knows. */
export type ServingWords = Pick<Surroundings, 'locale'> & {
  confirmUrlOf(confirmKey: string): string
  wordsOf(organisation: string): Surroundings['words']
}

/** A file to hand out at once; or a set with the pass that its files are asked for with. */
export type Served =
  | { kind: 'file'; artefact: Artefact }
  | {
      kind: 'set'
      set: ArtefactSet
      /** What the template sets and this platform cannot take. */
      left: LeftOut[]
      claim: BrowserClaim
      pass: string
    }

/** How long the files of a set are served once it was opened. */
const PASS_LIFE = HOUR

type Pass = { until: Instant; key: string; ticket: string | null; locale: Locale }

/** What a browser's claim is handed. Counting a download is the referee's; everything is checked before it. */
export function makeServing(options: {
  database: Database
  provisionSessions: DurableObjectNamespace
  keys: Keyring
  certificates: Pick<Certificates, 'makeIdentity' | 'signerOf'>
  userCertificates: OwnerCertificateSource
  baseUrl: string
}) {
  const { database, keys, certificates, userCertificates, baseUrl } = options

  return {
    /**
     * The artefact of a browser's claim, counting the download: Apple's profile as a file, signed and with the
     * device's own certificate where its template has one; for other platforms what there is, as a set. A
     * refusal counts nothing.
     */
    async serveArtefact(
      input: { ref: AccountRef; deviceId: DeviceId; key: string; now: Instant } & ServingWords,
    ): Promise<Result<Served, ServingRefusal>> {
      const read = await findServed(database, input)
      if (!read.ok) return read
      const found = read.value
      const { device, organisation } = found
      const profile = device.platform === 'ios' || device.platform === 'macos'
      const issuer = { id: device.organisationId, name: organisation.name }
      const signed = profile
        ? await orNoCertificate<Signer, never>(async () => ok(await certificates.signerOf(issuer, input.now)))
        : ok(null)
      if (!signed.ok) return signed
      const sign = signed.value?.sign ?? null
      const brought = await readOwnerCertificates(userCertificates, found, input.now)
      const { deviceId, key } = input
      const taken = await refereeOf(options.provisionSessions, input.ref).takeArtefact({ deviceId, key })
      if (!taken.ok) return taken
      const claim = taken.value
      if (claim.challenge) {
        const around = { challenge: claim.challenge, baseUrl, locale: input.locale, sign }
        return ok({ kind: 'file', artefact: await renderPhaseOne(found, around) })
      }
      const ticket = claim.ticket && `${input.ref}.${claim.ticket}`
      const identity = profile ? await makeClaimIdentity({ ...options, ...input, found }) : ok(null)
      if (!identity.ok) return identity
      const rendered = await renderArtefact(keys, found, {
        identity: identity.value,
        ownerCertificates: profile ? await packOwnerCertificates(userCertificates, brought) : brought,
        baseUrl,
        confirmUrl: claim.confirmKey && input.confirmUrlOf(claim.confirmKey),
        locale: input.locale,
        words: input.wordsOf(organisation.name),
        sign,
        ticket,
      })
      if (rendered.kind === 'file') return ok(rendered)
      const pass: Pass = { until: input.now + PASS_LIFE, key: input.key, ticket, locale: input.locale }
      return ok({
        ...rendered,
        left: partsLeftOut({ ...found.template, platform: device.platform, reports: claim.reports }),
        claim,
        pass: keys.seal(JSON.stringify(pass), contextOf(device)),
      })
    },

    /**
     * One file of a set that was opened within the last hour; counts nothing. The pass is good for this claim
     * while its browser holds it. A device's own certificate is made anew each time; the one before holds for
     * another day.
     */
    async serveFile(
      input: { ref: AccountRef; deviceId: DeviceId; name: string; pass: string; now: Instant } & Pick<
        ServingWords,
        'wordsOf'
      >,
    ): Promise<Result<Artefact, ServingRefusal>> {
      const read = await findServed(database, input)
      if (!read.ok) return read
      const found = read.value
      const { device } = found
      const opened = keys.open(input.pass, contextOf(device))
      if (opened === null || !LIVING.includes(device.lifecycle)) return refuse('unknown')
      const pass = JSON.parse(opened) as Pass
      if (input.now >= pass.until || input.now < pass.until - PASS_LIFE) return refuse('over')
      const brought = await readOwnerCertificates(userCertificates, found, input.now)
      const around: Surroundings = {
        identity: null,
        ownerCertificates: brought,
        baseUrl,
        confirmUrl: null,
        locale: pass.locale,
        words: input.wordsOf(found.organisation.name),
        sign: null,
        ticket: pass.ticket,
      }
      const rendered = await renderArtefact(keys, found, around)
      const file = rendered.kind === 'set' ? rendered.set.files.find(({ name }) => name === input.name) : null
      if (!file) return refuse('unknown')
      if (file.artefact) return ok(file.artefact)
      const { fileName } = file
      const asPkcs12 = (body: Uint8Array) => ok({ contentType: 'application/x-pkcs12', fileName, body })
      const own = brought.find((certificate) => ownFileName(certificate) === file.name)
      if (own?.key) {
        const password = identityPassword(keys, pass.key)
        return asPkcs12(await userCertificates.toPkcs12({ ...own, key: own.key }, password))
      }
      const identity = await makeClaimIdentity({ ...options, found, key: pass.key, now: input.now })
      if (!identity.ok) return identity
      if (!identity.value) return refuse('unknown')
      return asPkcs12(identity.value.pkcs12)
    },

    /** What protects the private keys in the files of a claim, for the page of the browser that holds it. */
    identityPasswordOf(artefactKey: string): string {
      return identityPassword(keys, artefactKey)
    },
  }
}

/** The device, where its platform is handed anything and everything above it is on. */
async function findServed(
  database: Database,
  input: { ref: AccountRef; deviceId: DeviceId },
): Promise<Result<store.DeviceRead, 'unknown' | 'setup_disabled'>> {
  const found = await store.readDevice(database, input.deviceId)
  if (!found || found.device.ref !== input.ref || !servesBrowsers(found.device)) return refuse('unknown')
  return isSwitchedOff(found) ? refuse('setup_disabled') : ok(found)
}

/** A hand-over raises the epoch: what the former browser was given is worth nothing then. */
function contextOf(device: { id: string; claimId: string; epoch: number }): string {
  return `files/${device.id}/${device.claimId}/${device.epoch}`
}
