import { type AppleGap, fitApplePayloads } from './apple-extras.ts'
import type { AppleSystem } from './apple-schema.ts'
import type { FullSettings } from './types.ts'

/** What of a part a profile cannot say, though it carries the part. `name` is what managers call it. */
export type AppleLimit = {
  part: 'wifiEnterprise' | 'vpn' | 'mail' | 'apple'
  name: string
  reason: AppleGap['reason'] | 'inner_negotiated' | 'needs_identity' | 'sender_by_server'
}

/**
 * What does not reach an iPhone or Mac of these settings, with why. Everything else of the parts that profiles
 * carry is in the profile. Pure.
 */
export function appleLimits(settings: FullSettings, system: AppleSystem): AppleLimit[] {
  const limits: AppleLimit[] = []
  for (const { ssid, eap } of settings.wifi) {
    if (eap?.inner === 'gtc' || (eap?.method === 'peap' && eap.inner === 'pap'))
      limits.push({ part: 'wifiEnterprise', name: ssid, reason: 'inner_negotiated' })
    if (eap?.method === 'tls' && !settings.identity)
      limits.push({ part: 'wifiEnterprise', name: ssid, reason: 'needs_identity' })
  }
  for (const { name, authentication } of settings.vpn)
    if (authentication === 'certificate' && !settings.identity)
      limits.push({ part: 'vpn', name, reason: 'needs_identity' })
  for (const { name, kind, senderName } of settings.mail)
    if (kind === 'exchange' && senderName !== '')
      limits.push({ part: 'mail', name, reason: 'sender_by_server' })
  for (const gap of fitApplePayloads(settings, system).gaps) limits.push({ part: 'apple', ...gap })
  return limits
}
