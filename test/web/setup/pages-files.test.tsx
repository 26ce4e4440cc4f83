import { describe, expect, test } from 'vitest'
import { artefactSetOf } from '../../../src/artefacts/index.ts'
import { FilesPage, type FilesPageProps } from '../../../src/web/setup/pages/index.ts'
import {
  connection,
  HOSTILE,
  identity,
  inputFor,
  plainNetwork,
  trusted,
} from '../../artefacts/set-samples.ts'
import { filesScenes } from '../../pictures/files-scenes.tsx'
import * as fixture from '../../pictures/fixtures.ts'

const sceneOf = (name: string) => String(filesScenes.find((scene) => scene.name === name)?.page)

describe('the page with files', () => {
  test.each(filesScenes.map(({ name }) => name))('%s works without script and style of its own', (name) => {
    const html = sceneOf(name)
    expect(html).not.toMatch(/<script(?![^>]* src=)|\sstyle="|\son\w+="/)
    expect(html.match(/<h1/g)).toHaveLength(1)
  })

  test('asks whether it is installed only where its owner says so', () => {
    expect(sceneOf('files-windows')).toContain('/installed"')
    expect(sceneOf('files-linux-script')).not.toContain('/installed"')
  })

  test('shows the password beside the certificate, and not where there is none', () => {
    expect(sceneOf('files-windows')).toContain('value="BCDF-GHJK-LMNP-QRST"')
    expect(sceneOf('files-android-managed')).not.toContain('BCDF-GHJK')
  })

  test('names what has no way onto the platform', () => {
    for (const name of ['files-windows', 'files-linux', 'files-chromeos', 'files-android'])
      expect(sceneOf(name)).toMatch(/Not on this device.*Passcode/s)
  })

  test('says so where there is nothing', () => {
    expect(sceneOf('files-nothing')).toContain('There is nothing to install here')
  })

  test.each(['windows', 'linux', 'chromeos', 'android'] as const)(
    'nothing hostile comes alive on %s',
    (platform) => {
      for (const evil of [...HOSTILE, '<script>alert(1)</script>', '"><img src=x onerror=alert(1)>']) {
        const made = {
          wifi: [{ ...plainNetwork, ssid: evil.slice(0, 8) || 'x' }],
          certificates: [{ ...trusted, name: evil }],
          identity,
          vpn: [{ ...connection, name: evil }],
          webLinks: [{ label: evil, url: 'javascript:alert(1)' }],
        }
        const props: FilesPageProps = {
          frame: fixture.makeFrame({}),
          ref: fixture.ref,
          claim: { ...fixture.deliveredClaim, platform },
          set: artefactSetOf(inputFor(platform, made)),
          left: [{ part: 'vpn', name: evil, rendering: { state: 'not_possible', reason: 'no_gtc' } }],
          password: null,
          hrefOf: (name) => `/f?n=${name}`,
        }
        const html = String(<FilesPage {...props} />)
        expect(html).not.toMatch(/<script>|<img src=x|javascript:/)
      }
    },
  )
})
