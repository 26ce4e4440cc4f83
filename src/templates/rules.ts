import { PLATFORMS, type Platform, type Reports } from '../kernel/platform.ts'
import { normaliseSettings } from './settings.ts'
import type { FullSettings, TemplateSettings } from './types.ts'

/** The parts of a template's settings, in the order of its page. */
export const PARTS = [
  ...(['wifi', 'wifiEnterprise', 'certificates', 'identity', 'vpn', 'mail', 'passcode', 'webLinks'] as const),
  ...(['agentApp', 'policies', 'apple', 'android', 'agent'] as const),
]
export type Part = (typeof PARTS)[number]

/** How a device of the template gets its settings: Apple's profile, an agent's JSON, or by its owner's hands. */
export type Carrier = 'profile' | 'agent' | 'hands'

/** A profile is downloaded where its owner says that it is installed; an agent reads where one reports. */
export function carrierOf(template: { platform: Platform; reports: Reports }): Carrier {
  const { platform, reports } = template
  if (reports === 'none' && platform !== 'agent')
    return platform === 'ios' || platform === 'macos' ? 'profile' : 'hands'
  return 'agent'
}

/** iPhones and Macs take a profile and report nothing; everything else has an agent. */
export function usualReports(platform: Platform): Reports {
  return platform === 'ios' || platform === 'macos' ? 'none' : 'agent'
}

/** Why a part is rendered or not; each has its words. */
export type RenderingReason =
  | 'in_profile'
  | 'agent_reads'
  | 'named_on_page'
  | 'profile_lacks_it'
  | 'no_file_yet'
  | 'no_authority_yet'
  | 'agents_only'
  | 'no_app_takes_over'
  | 'agent_is_there'
  | 'needs_management'
  | 'apple_only'
  | 'android_only'
  | 'profile_only'

export type Rendering = { state: 'rendered' | 'not_yet' | 'not_possible'; reason: RenderingReason }

const rendered = (reason: RenderingReason): Rendering => ({ state: 'rendered', reason })
const notYet = (reason: RenderingReason): Rendering => ({ state: 'not_yet', reason })
const notPossible = (reason: RenderingReason): Rendering => ({ state: 'not_possible', reason })

/** What each way of getting settings does with each part (`docs/platforms.md`). */
const RENDERINGS: Record<Carrier, Record<Part, Rendering>> = {
  profile: {
    wifi: rendered('in_profile'),
    wifiEnterprise: notYet('profile_lacks_it'),
    certificates: notYet('profile_lacks_it'),
    identity: notYet('no_authority_yet'),
    vpn: notYet('profile_lacks_it'),
    mail: notYet('profile_lacks_it'),
    passcode: notYet('profile_lacks_it'),
    webLinks: rendered('in_profile'),
    agentApp: notPossible('no_app_takes_over'),
    policies: notPossible('agents_only'),
    apple: notYet('profile_lacks_it'),
    android: notPossible('android_only'),
    agent: notPossible('agents_only'),
  },
  agent: {
    wifi: rendered('agent_reads'),
    wifiEnterprise: rendered('agent_reads'),
    certificates: rendered('agent_reads'),
    identity: notYet('no_authority_yet'),
    vpn: rendered('agent_reads'),
    mail: rendered('agent_reads'),
    passcode: rendered('agent_reads'),
    webLinks: rendered('agent_reads'),
    agentApp: rendered('named_on_page'),
    policies: rendered('agent_reads'),
    apple: notPossible('profile_only'),
    android: notYet('no_file_yet'),
    agent: rendered('agent_reads'),
  },
  hands: {
    wifi: notYet('no_file_yet'),
    wifiEnterprise: notYet('no_file_yet'),
    certificates: notYet('no_file_yet'),
    identity: notYet('no_authority_yet'),
    vpn: notYet('no_file_yet'),
    mail: notYet('no_file_yet'),
    passcode: notPossible('needs_management'),
    webLinks: notYet('no_file_yet'),
    agentApp: rendered('named_on_page'),
    policies: notPossible('agents_only'),
    apple: notPossible('apple_only'),
    android: notYet('no_file_yet'),
    agent: notPossible('agents_only'),
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
  certificates: ({ certificates }) => certificates.length > 0,
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

/** What is set and does not reach a device of this template, with why. Never silent: pages list it. */
export function partsLeftOut(template: {
  platform: Platform
  reports: Reports
  settings: TemplateSettings
}): { part: Part; rendering: Rendering }[] {
  return partsSet(template.settings)
    .map((part) => ({ part, rendering: renderingOf(part, template) }))
    .filter(({ rendering }) => rendering.state !== 'rendered')
}
