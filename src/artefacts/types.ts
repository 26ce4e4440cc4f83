import type { Platform } from '../kernel/platform.ts'
import type { Instant } from '../kernel/time.ts'
import type { DeviceTemplate, FullSettings } from '../templates/index.ts'

/** What the device can show to others as itself: made by the certificates room. Null where the template has none. */
export type ArtefactIdentity = {
  /** PEM: the device's certificate, then the authorities above it. */
  chain: string[]
  endsAt: Instant
  pkcs12: Uint8Array
  /** In the file only where the format cannot do otherwise: shown to the owner apart. */
  password: string
}

/** A certificate that the owner brought, for templates that ask for them. */
export type OwnerCertificate = {
  name: string
  /** SHA-256 of its DER, lower-case hex: tells it apart and stays. */
  fingerprint: string
  /** PEM each: the certificate, then those above it. */
  chain: string[]
  /** PKCS#8 as PEM; null where it came without. */
  key: string | null
  /** Key and chain as a file, for a profile that carries it; null where there is no key, or nothing carries it. */
  pkcs12: { bytes: Uint8Array; password: string } | null
}

/** What an artefact is made from: pure data with the secrets revealed and variables filled in: the same input gives the same bytes. */
export type ArtefactInput = {
  template: Pick<DeviceTemplate, 'id' | 'name' | 'version'> & {
    settings: FullSettings
    /** In the owner's language, Markdown. */
    instructions: string
  }
  device: { id: string; platform: Platform; ownership: string }
  organisation: { name: string; slug: string; siteId: string }
  account: { address: string; name: string }
  identity: ArtefactIdentity | null
  /** Empty where the template does not ask for them. */
  ownerCertificates: OwnerCertificate[]
  baseUrl: string
  /** Where the owner says that it is installed; null where the device reports by itself. */
  confirmUrl: string | null
  /** What the platform shows to the owner, in their language. */
  words: { description: string; confirmLabel: string; consent: string }
}

/** What a platform consumes. */
export type Artefact = { contentType: string; fileName: string; body: string | Uint8Array }
