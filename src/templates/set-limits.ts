import type { FullSettings } from './types.ts'

/** What of a part the files of a platform cannot say, though they carry the part. `name` is what managers call it. */
export type SetLimit = {
  part: 'wifiEnterprise' | 'vpn'
  name: string
  reason: 'no_gtc' | 'no_shared_secret' | 'needs_authority'
}

/** What of these settings has no way onto a computer without an agent, with why. Pure. */
export function setLimits(
  settings: FullSettings,
  platform: 'android' | 'windows' | 'chromeos' | 'linux',
): SetLimit[] {
  if (platform === 'windows')
    return [
      // Windows speaks TLS, PEAP with MSCHAPv2, and TTLS with MSCHAPv2 or PAP.
      ...settings.wifi
        .filter(({ eap }) => eap?.inner === 'gtc')
        .map(({ ssid }) => ({ part: 'wifiEnterprise' as const, name: ssid, reason: 'no_gtc' as const })),
      // Its dialog takes a shared secret for L2TP only.
      ...settings.vpn
        .filter(({ authentication }) => authentication === 'shared_secret')
        .map(({ name }) => ({ part: 'vpn' as const, name, reason: 'no_shared_secret' as const })),
    ]
  // ChromeOS asks for an authority wherever a server shows a certificate.
  if (platform === 'chromeos' && settings.certificates.length === 0)
    return settings.vpn
      .filter(({ authentication }) => authentication !== 'shared_secret')
      .map(({ name }) => ({ part: 'vpn' as const, name, reason: 'needs_authority' as const }))
  return []
}
