import type { Platform } from '../kernel/platform.ts'

/**
 * Which platforms a visitor's browser seems to run on, likeliest first, from `User-Agent` and
 * `Sec-CH-UA-Platform`. Safari on an iPad says that it is a Mac: both are offered then.
 */
export function guessPlatforms(input: { userAgent: string; clientPlatform: string }): Platform[] {
  const hinted = HINTS[input.clientPlatform.replaceAll('"', '').toLowerCase()]
  if (hinted) return [hinted]
  const { userAgent } = input
  if (/\b(iPhone|iPad|iPod)\b/.test(userAgent)) return ['ios']
  if (/\bAndroid\b/.test(userAgent)) return ['android']
  if (/\bCrOS\b/.test(userAgent)) return ['chromeos']
  if (/\bWindows\b/.test(userAgent)) return ['windows']
  if (/\bMacintosh\b/.test(userAgent))
    return /\bVersion\/[0-9.]+ Safari\b/.test(userAgent) ? ['macos', 'ios'] : ['macos']
  if (/\bLinux\b/.test(userAgent)) return ['linux']
  return []
}

const HINTS: Record<string, Platform> = {
  android: 'android',
  ios: 'ios',
  macos: 'macos',
  windows: 'windows',
  linux: 'linux',
  'chrome os': 'chromeos',
  chromeos: 'chromeos',
  'chromium os': 'chromeos',
}

/** Browsers on iOS that are not Safari say so, and in-app views lack its `Version/… Safari/…`. */
const NOT_SAFARI =
  /\b(CriOS|FxiOS|EdgiOS|OPiOS|OPT|GSA|DuckDuckGo|YaBrowser|Brave|Focus|FBAN|FBAV|Instagram|Line|MicroMessenger|Snapchat|LinkedInApp|Twitter|Pinterest|TikTok|musical_ly)\b/

/** Whether this browser on an iPhone or iPad is Safari: no other installs configuration profiles. */
export function installsProfiles(userAgent: string): boolean {
  return /\bVersion\/[0-9.]+\b.*\bSafari\//.test(userAgent) && !NOT_SAFARI.test(userAgent)
}
