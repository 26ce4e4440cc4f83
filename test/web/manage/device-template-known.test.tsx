import { describe, expect, test } from 'vitest'
import type { Platform } from '../../../src/kernel/platform.ts'
import { draftOf } from '../../../src/web/manage/device-template-draft.ts'
import { KnownExtras } from '../../../src/web/manage/pages/device-template-known.tsx'
import { manager, managerDe } from '../../pictures/staff-fixtures.ts'
import { CERTIFICATE, emptySettings, newTemplate } from '../../templates/samples.ts'

/** Beside each JSON field of a template: what in it is more than passed on. */

const shown = (platform: Platform, part: 'apple' | 'android' | 'agent', frame = manager) => {
  const certificates = [{ key: 'c7', name: 'Acme & Sons', pem: CERTIFICATE }]
  const content = newTemplate({ ...emptySettings, certificates })
  const editing = {
    ...{ frame, template: { id: 'tpl_1', platform }, draft: draftOf(content), problems: {} },
    ...{ stored: new Set<string>(), added: null },
  }
  return String(<KnownExtras editing={editing} part={part} />)
}

describe('the editor says what means something', () => {
  test('to Windows: the link to a management server, and to no other platform', () => {
    expect(shown('windows', 'agent')).toContain('ms-device-enrollment')
    expect(shown('windows', 'agent', managerDe)).toContain('Ihr Verwaltungsserver')
    for (const platform of ['android', 'linux', 'agent', 'chromeos'] as const)
      expect(shown(platform, 'agent')).not.toContain('ms-device-enrollment')
  })

  test('to Android: what becomes a code or a link', () => {
    const words = shown('android', 'android')
    for (const key of ['android.app.extra.PROVISIONING_', 'enrollmentToken', 'qrCode'])
      expect(words).toContain(key)
  })

  test('to Apple: how certificates of this template are named', () => {
    const words = shown('ios', 'apple')
    expect(words).toContain('&quot;identity&quot;')
    expect(words).toContain('&quot;c7&quot;')
    expect(words).toContain('Acme &amp; Sons')
  })
})
