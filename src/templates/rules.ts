import { PLATFORMS, type Platform, type Reports } from '../kernel/platform.ts'
import { type AppleLimit, appleLimits } from './apple-limits.ts'
import { type SetLimit, setLimits } from './set-limits.ts'
import { normaliseSettings } from './settings.ts'
import type { FullSettings, TemplateSettings } from './types.ts'

/** The parts of a template's settings, in the order of its page. */
export const PARTS = [
  ...(['wifi', 'wifiEnterprise', 'certificates', 'identity', 'vpn', 'mail', 'passcode', 'webLinks'] as const),
  ...(['agentApp', 'policies', 'apple', 'android', 'agent'] as const),
]
export type Part = (typeof PARTS)[number]

/** Platforms whose settings a browser downloads as a set of files, links and words. */
const SET_PLATFORMS = ['android', 'windows', 'chromeos', 'linux'] as const
type SetPlatform = (typeof SET_PLATFORMS)[number]

/**
 * How a device of the template gets its settings: Apple's profile, an agent's JSON, or the files of its platform
 * with what its owner types from the page.
 */
export type Carrier = 'profile' | 'agent' | SetPlatform

function isSetPlatform(platform: Platform): platform is SetPlatform {
  return (SET_PLATFORMS as readonly Platform[]).includes(platform)
}

/** A browser downloads where no agent reports; an agent reads where one does. */
export function carrierOf(template: { platform: Platform; reports: Reports }): Carrier {
  const { platform, reports } = template
  if (platform === 'ios' || platform === 'macos')
    return reports === 'none' || reports === 'ota' ? 'profile' : 'agent'
  return reports === 'none' && isSetPlatform(platform) ? platform : 'agent'
}

/**
 * Whether the browser that holds a claim is handed anything: a profile where no agent reports, and on the
 * platforms of sets also what helps an agent to get there.
 */
export function servesBrowsers(device: { platform: Platform; reports: Reports }): boolean {
  return isSetPlatform(device.platform) || carrierOf(device) === 'profile'
}

/** How devices of a platform can report. Only Apple's say what they are while they are set up. */
export function reportsOffered(platform: Platform): Reports[] {
  const all: Reports[] = ['agent', 'none', 'ota', 'certificate']
  return platform === 'ios' || platform === 'macos' ? all : all.filter((reports) => reports !== 'ota')
}

/** iPhones and Macs take a profile and report nothing; everything else has an agent. */
export function usualReports(platform: Platform): Reports {
  return platform === 'ios' || platform === 'macos' ? 'none' : 'agent'
}

/** Why a part is rendered or not; each has its words. */
export type RenderingReason =
  | 'in_profile'
  | 'in_file'
  | 'in_windows_file'
  | 'in_passpoint'
  | 'in_pkcs12'
  | 'wifi_by_code'
  | 'typed_from_page'
  | 'linked_on_page'
  | 'code_or_link'
  | 'enrolment_link'
  | 'agent_reads'
  | 'agent_asks'
  | 'named_on_page'
  | AppleLimit['reason']
  | SetLimit['reason']
  | 'agents_only'
  | 'no_app_takes_over'
  | 'agent_is_there'
  | 'needs_management'
  | 'apple_only'
  | 'android_only'
  | 'profile_only'

export type Rendering = { state: 'rendered' | 'not_possible'; reason: RenderingReason }

const rendered = (reason: RenderingReason): Rendering => ({ state: 'rendered', reason })
const notPossible = (reason: RenderingReason): Rendering => ({ state: 'not_possible', reason })

/** What every platform does alike whose owner installs files and types the rest. */
const BY_HAND: Omit<Record<Part, Rendering>, 'wifi' | 'wifiEnterprise' | 'vpn'> = {
  certificates: rendered('in_file'),
  identity: rendered('in_pkcs12'),
  mail: rendered('typed_from_page'),
  passcode: notPossible('needs_management'),
  webLinks: rendered('linked_on_page'),
  agentApp: notPossible('no_app_takes_over'),
  policies: notPossible('agents_only'),
  apple: notPossible('apple_only'),
  android: notPossible('android_only'),
  agent: notPossible('agents_only'),
}

/** What each way of getting settings does with each part (`docs/platforms.md`). */
const RENDERINGS: Record<Carrier, Record<Part, Rendering>> = {
  profile: {
    wifi: rendered('in_profile'),
    wifiEnterprise: rendered('in_profile'),
    certificates: rendered('in_profile'),
    identity: rendered('in_profile'),
    vpn: rendered('in_profile'),
    mail: rendered('in_profile'),
    passcode: rendered('in_profile'),
    webLinks: rendered('in_profile'),
    agentApp: notPossible('no_app_takes_over'),
    policies: notPossible('agents_only'),
    apple: rendered('in_profile'),
    android: notPossible('android_only'),
    agent: notPossible('agents_only'),
  },
  agent: {
    wifi: rendered('agent_reads'),
    wifiEnterprise: rendered('agent_reads'),
    certificates: rendered('agent_reads'),
    identity: rendered('agent_asks'),
    vpn: rendered('agent_reads'),
    mail: rendered('agent_reads'),
    passcode: rendered('agent_reads'),
    webLinks: rendered('agent_reads'),
    agentApp: rendered('named_on_page'),
    policies: rendered('agent_reads'),
    apple: notPossible('profile_only'),
    android: rendered('code_or_link'),
    agent: rendered('agent_reads'),
  },
  android: {
    ...BY_HAND,
    wifi: rendered('wifi_by_code'),
    wifiEnterprise: rendered('in_passpoint'),
    vpn: rendered('typed_from_page'),
    android: rendered('code_or_link'),
  },
  windows: {
    ...BY_HAND,
    wifi: rendered('in_file'),
    wifiEnterprise: rendered('in_windows_file'),
    vpn: rendered('typed_from_page'),
    agent: rendered('enrolment_link'),
  },
  chromeos: {
    ...BY_HAND,
    wifi: rendered('in_file'),
    wifiEnterprise: rendered('in_file'),
    vpn: rendered('in_file'),
  },
  linux: {
    ...BY_HAND,
    wifi: rendered('in_file'),
    wifiEnterprise: rendered('in_file'),
    vpn: rendered('in_file'),
  },
}

/** What becomes of a part on a device of this template. */
export function renderingOf(part: Part, template: { platform: Platform; reports: Reports }): Rendering {
  const { platform } = template
  if (part === 'agentApp' && platform === 'agent') return notPossible('agent_is_there')
  if (part === 'android' && platform !== 'android') return notPossible('android_only')
  if (part === 'apple' && platform !== 'ios' && platform !== 'macos') return notPossible('apple_only')
  return RENDERINGS[carrierOf(template)][part]
}

/** The platforms whose devices get a part where they report as they usually do. */
export function platformsRendering(part: Part): Platform[] {
  return PLATFORMS.filter((platform) => {
    const reports = usualReports(platform)
    return renderingOf(part, { platform, reports }).state === 'rendered'
  })
}

/** Whether the settings say anything about a part. */
const IS_SET: Record<Part, (settings: FullSettings) => boolean> = {
  wifi: ({ wifi }) => wifi.some(({ security }) => security !== 'eap'),
  wifiEnterprise: ({ wifi }) => wifi.some(({ security }) => security === 'eap'),
  certificates: ({ certificates, userCertificates }) => certificates.length > 0 || userCertificates,
  identity: ({ identity }) => identity !== null,
  vpn: ({ vpn }) => vpn.length > 0,
  mail: ({ mail }) => mail.length > 0,
  passcode: ({ passcode }) => passcode !== null,
  webLinks: ({ webLinks }) => webLinks.length > 0,
  agentApp: ({ agentApp }) => agentApp !== null,
  policies: ({ policies }) => Object.keys(policies).length > 0,
  apple: ({ extras }) => extras.apple.length > 0,
  android: ({ extras }) => extras.android !== null,
  agent: ({ extras }) => extras.agent !== null,
}

/** The parts that a template's settings speak of. */
export function partsSet(settings: TemplateSettings): Part[] {
  const full = normaliseSettings(settings)
  return PARTS.filter((part) => IS_SET[part](full))
}

/** `name`: the row of the part that is meant; absent where it is the whole part. */
export type LeftOut = { part: Part; rendering: Rendering; name?: string }

/** What is set and does not reach a device of this template, with why. Never silent: pages list it. */
export function partsLeftOut(template: {
  platform: Platform
  reports: Reports
  settings: TemplateSettings
}): LeftOut[] {
  const { settings } = template
  const parts = partsSet(settings)
    .map((part) => ({ part, rendering: renderingOf(part, template) }))
    .filter(({ rendering }) => rendering.state !== 'rendered')
  const limits = limitsOf(normaliseSettings(settings), template)
  return [
    ...parts,
    ...limits.map(({ part, name, reason }) => ({ part, name, rendering: notPossible(reason) })),
  ]
}

/** Rows of parts that reach the device, which do not. */
function limitsOf(
  settings: FullSettings,
  { platform, reports }: { platform: Platform; reports: Reports },
): (AppleLimit | SetLimit)[] {
  const carrier = carrierOf({ platform, reports })
  if (carrier === 'agent') return []
  if (carrier !== 'profile') return setLimits(settings, carrier)
  return platform === 'ios' || platform === 'macos' ? appleLimits(settings, platform) : []
}
