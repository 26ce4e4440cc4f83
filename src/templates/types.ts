import type { Localised } from '../kernel/locale.ts'
import type { OwnershipDefault } from '../kernel/ownership.ts'
import type { Platform, Reports } from '../kernel/platform.ts'
import type { Policies } from '../referee/index.ts'

export type WifiSecurity = 'none' | 'wpa2' | 'wpa3'

/** A network to join. As stored, the passphrase is sealed; revealed, it is what is typed. */
export type WifiNetwork = {
  /** 1 to 32 bytes of UTF-8. */
  ssid: string
  security: WifiSecurity
  hidden: boolean
  autoJoin: boolean
  /** 8 to 63 printable ASCII characters; null where security is `none`. */
  passphrase: string | null
}

/** What every platform's artefact is made from. Later settings are added as optional fields. */
export type TemplateSettings = {
  wifi: WifiNetwork[]
  webLinks: { label: string; url: string }[]
  passcode: { required: boolean; minLength: number } | null
  /** The app that speaks the device API on this platform; null where there is none. */
  agentApp: { name: string /** Google Play package. */; playPackage: string | null } | null
  /** What an agent reads as its policy, passed through as it is. */
  policies: Policies
}

/** `inherit`: what the owner's account template or the organisation says. */
export type TemplateOwnership = { default: OwnershipDefault; choosable: boolean }

/** What a device of one platform receives, and what its owner is told to do. */
export type DeviceTemplate = {
  id: string
  organisationId: number
  platform: Platform
  name: string
  /** Rises with every change; part of the configuration's ETag. */
  version: number
  settings: TemplateSettings
  /** Markdown, shown to the owner beside the code. */
  instructions: Localised
  /** Markdown: what the organisation adds on the device's own page to the steps that stand there. */
  notes: Localised | null
  ownership: TemplateOwnership
  reports: Reports
  /** Seconds between check-ins once the device is active. */
  checkInSeconds: number
}

/** What changes from version to version of a template. */
export type TemplateContent = Omit<DeviceTemplate, 'id' | 'organisationId' | 'version' | 'platform'>
