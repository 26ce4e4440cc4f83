/** What a device template is written for. `agent` is anything that speaks the device API. */
export const PLATFORMS = ['ios', 'android', 'macos', 'windows', 'linux', 'chromeos', 'agent'] as const
export type Platform = (typeof PLATFORMS)[number]

export function isPlatform(text: unknown): text is Platform {
  return PLATFORMS.includes(text as Platform)
}

/** How a device tells that it came alive. `none`: its owner says so. */
export type Reports = 'agent' | 'ota' | 'certificate' | 'none'
