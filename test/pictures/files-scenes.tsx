import { artefactSetOf, type SetInput } from '../../src/artefacts/index.ts'
import { partsLeftOut, type TemplateSettings } from '../../src/templates/index.ts'
import { FilesPage, type FilesPageProps } from '../../src/web/setup/pages/index.ts'
import {
  connection,
  enterprise,
  identity,
  inputFor,
  plainNetwork,
  type SET_PLATFORMS,
  trusted,
} from '../artefacts/set-samples.ts'
import * as fixture from './fixtures.ts'

/** What a browser is handed where there is no single file, on each platform. */

type Scene = { name: string; page: unknown }

const settings: Partial<TemplateSettings> = {
  wifi: [plainNetwork, enterprise()],
  certificates: [trusted],
  identity,
  vpn: [connection],
  passcode: { required: true, minLength: 6 },
  webLinks: [{ label: 'Help desk', url: 'https://help.acme.example/' }],
}
const android = { 'android.app.extra.PROVISIONING_DEVICE_ADMIN_COMPONENT_NAME': 'example.acme.agent/.Admin' }
const agent = { 'ms-device-enrollment': { servername: 'https://mdm.acme.example/x' } }

function propsOf(
  platform: (typeof SET_PLATFORMS)[number],
  made: Partial<TemplateSettings>,
  changes: Partial<Pick<SetInput, 'reports'>> & { locale?: 'en' | 'de' } = {},
): FilesPageProps {
  const { locale = 'en', reports = 'none' } = changes
  const input = inputFor(platform, made, { reports })
  return {
    frame: fixture.makeFrame({ locale }),
    ref: fixture.ref,
    claim: { ...fixture.deliveredClaim, platform, reports },
    set: artefactSetOf(input),
    left: partsLeftOut({ platform, reports, settings: input.template.settings }),
    password: 'BCDF-GHJK-LMNP-QRST',
    hrefOf: (name) => `/p/${fixture.ref}/${fixture.deliveredClaim.deviceId}/file?n=${name}&s=k1.AAAA`,
  }
}

const scene = (name: string, props: FilesPageProps): Scene => ({ name, page: <FilesPage {...props} /> })

export const filesScenes: Scene[] = [
  scene('files-windows', propsOf('windows', settings)),
  scene('files-windows-de', propsOf('windows', settings, { locale: 'de' })),
  scene('files-windows-managed', propsOf('windows', { extras: { agent } }, { reports: 'agent' })),
  scene('files-linux', propsOf('linux', settings)),
  scene('files-linux-script', propsOf('linux', settings, { reports: 'agent' })),
  scene('files-chromeos', propsOf('chromeos', settings)),
  scene('files-android', propsOf('android', settings)),
  scene('files-android-managed', propsOf('android', { extras: { android } }, { reports: 'agent' })),
  scene('files-nothing', propsOf('chromeos', {})),
]
