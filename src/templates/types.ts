import type { Localised } from '../kernel/locale.ts'
import type { OwnershipDefault } from '../kernel/ownership.ts'
import type { Platform, Reports } from '../kernel/platform.ts'
import type { Instant } from '../kernel/time.ts'
import type { Policies } from '../referee/index.ts'
import type { ClientIdentity, MailAccount, TrustedCertificate, VpnConnection } from './types-connections.ts'
import type { WifiNetwork } from './types-wifi.ts'

export * from './types-connections.ts'
export * from './types-wifi.ts'

/** What is asked of the device's own lock. */
export type PasscodeRules = {
  /** False: only who sets a passcode keeps to the rest. */
  required: boolean
  /** 0 to 16. */
  minLength: number
  alphanumeric?: boolean
  /** 1 to 730. */
  maxAgeDays?: number | null
  /** 1 to 15. */
  lockAfterMinutes?: number | null
  /** 2 to 11; then the device erases itself or refuses. */
  maxFailedTries?: number | null
}

/** The app that speaks the device API, and where its platform's store has it. */
export type AgentApp = {
  name: string
  /** Google Play package. */
  playPackage: string | null
  /** `https://apps.apple.com/…`. */
  appStore?: string | null
  /** `https://apps.microsoft.com/…`. */
  windowsStore?: string | null
}

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }
export type JsonObject = { [key: string]: Json }

/** What only one kind of device understands. Shown to managers as it is: no place for secrets. */
export type Extras = {
  /** Payloads of an Apple profile, each with its `PayloadType`. */
  apple: JsonObject[]
  android: JsonObject | null
  /** Handed to agents as it is. */
  agent: JsonObject | null
}

/**
 * What every platform's artefact is made from, as it is handed in and stored. What came later is optional, so
 * that rows of before still read: `normaliseSettings` fills it in.
 */
export type TemplateSettings = {
  wifi: WifiNetwork[]
  webLinks: { label: string; url: string }[]
  passcode: PasscodeRules | null
  /** Null where there is none. */
  agentApp: AgentApp | null
  /** What an agent reads as its policy, passed through as it is. */
  policies: Policies
  certificates?: TrustedCertificate[]
  /** The device also gets what its owner brought themselves. */
  userCertificates?: boolean
  identity?: ClientIdentity | null
  vpn?: VpnConnection[]
  mail?: MailAccount[]
  extras?: Partial<Extras>
}

type Full<Thing> = { [Name in keyof Thing]-?: Exclude<Thing[Name], undefined> }

/** Settings with nothing left out; every row of a list that holds a secret has its key. */
export type FullSettings = Full<Omit<TemplateSettings, 'wifi' | 'passcode' | 'agentApp' | 'extras'>> & {
  wifi: Full<WifiNetwork>[]
  passcode: Full<PasscodeRules> | null
  agentApp: Full<AgentApp> | null
  extras: Extras
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

/** A template with what the pages of managers need besides. Its secrets are sealed. */
export type TemplateRecord = DeviceTemplate & { archivedAt: Instant | null; changedAt: Instant }

/** What stands in lists: nothing of it is secret. */
export type DeviceTemplateSummary = Pick<
  TemplateRecord,
  'id' | 'platform' | 'name' | 'version' | 'archivedAt' | 'changedAt'
>

/** A template in the managers' list. */
export type ListedTemplate = DeviceTemplateSummary & {
  /** The platforms that the organisation's setup offers with it. */
  offeredFor: Platform[]
}

/** Whoever made a version: a name where it is somebody of the organisation. */
export type VersionAuthor = { kind: string; id: string; name: string | null }
