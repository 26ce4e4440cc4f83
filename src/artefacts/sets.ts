import type { Platform, Reports } from '../kernel/platform.ts'
import { normaliseSettings, type TemplateSettings } from '../templates/index.ts'
import { androidSet, hasAndroidExtras } from './android.ts'
import { chromeosSet } from './chromeos.ts'
import { linuxSet } from './linux.ts'
import { type ArtefactSet, emptySet, type SetInput } from './set-parts.ts'
import { mdmLinkOf, windowsSet } from './windows.ts'

/** The set of Android, Windows, ChromeOS or Linux; empty for other platforms. */
export function artefactSetOf(input: SetInput): ArtefactSet {
  switch (input.device.platform) {
    case 'android':
      return androidSet(input)
    case 'windows':
      return windowsSet(input)
    case 'chromeos':
      return chromeosSet(input)
    case 'linux':
      return linuxSet(input)
    default:
      return emptySet()
  }
}

/**
 * Whether a set of this template has anything in it, without a look at secrets. Where an agent reports, it is only
 * what leads to it: the script on Linux, codes and links on Android and Windows.
 */
export function offersSet(template: {
  platform: Platform
  reports: Reports
  settings: TemplateSettings
}): boolean {
  const { platform, reports } = template
  const settings = normaliseSettings(template.settings)
  switch (platform) {
    case 'linux':
      return true
    case 'android':
      return reports === 'none' || hasAndroidExtras(settings)
    case 'windows':
      return reports === 'none' || mdmLinkOf(settings, NOBODY) !== null
    case 'chromeos':
      return reports === 'none'
    default:
      return false
  }
}

const NOBODY = {
  device: { id: '', platform: 'windows' as const, ownership: '' },
  account: { address: '', name: '' },
}
