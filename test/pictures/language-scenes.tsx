import type { Locale } from '../../src/kernel/locale.ts'
import { DeviceListPage } from '../../src/web/manage/pages/devices-list.tsx'
import { OverviewPage } from '../../src/web/manage/pages/overview.tsx'
import { SetupAddressesPage } from '../../src/web/manage/pages/setup-addresses.tsx'
import { textsOf } from '../../src/web/manage/texts-by-language.ts'
import { MyDevicePage } from '../../src/web/portal/pages/device-one.tsx'
import { AboutPage, CodePage, DevicePage, ReadyPage, StartPage } from '../../src/web/setup/pages/index.ts'
import { drawQr, renderMarkdown } from '../../src/web/ui/index.ts'
import { list } from './device-scenes.tsx'
import * as fixture from './fixtures.ts'
import { busy, overview } from './manage-scenes.tsx'
import { one } from './portal-device-scenes.tsx'

/** A few pages of each kind where words run from right to left, and where they are longest. */
const IN = ['ar', 'fr'] as const
export const languageScenes = IN.flatMap((locale) => named(locale, doorScenes(locale)))
export const staffLanguageScenes = IN.flatMap((locale) => named(locale, staffScenes(locale)))

function named(locale: Locale, scenes: { name: string; page: unknown }[]) {
  return scenes.map(({ name, page }) => ({ name: `in-${locale}-${name}`, page }))
}

function doorScenes(locale: Locale) {
  const visitor = fixture.makeFrame({ locale })
  const owner = fixture.makeFrame({ locale, signedInAs: 'ada@acme.example' })
  const either = { default: 'personal', choosable: true } as const
  return [
    {
      name: 'start',
      page: <StartPage frame={visitor} values={{ email: 'ada@gmail' }} error={{ code: 'not_an_address' }} />,
    },
    {
      name: 'code',
      page: (
        <CodePage
          frame={visitor}
          address="ada@acme.example"
          code="482910"
          letters={false}
          delivery="sent"
          resent
          error={{ code: 'wrong_code', triesLeft: 2 }}
        />
      ),
    },
    {
      name: 'about',
      page: (
        <AboutPage
          frame={owner}
          values={{ name: 'Ada Lovelace', phone: '+44 7400 123456', terms: false }}
          phoneRequired
          termsHtml={renderMarkdown(fixture.terms)}
          errors={{ terms: 'not_accepted' }}
        />
      ),
    },
    {
      name: 'device',
      page: (
        <DevicePage
          frame={owner}
          platforms={(['ios', 'android', 'windows', 'agent'] as const).map((platform) => ({
            platform,
            suggested: platform === 'android',
            ownership: either,
          }))}
          values={{ platform: 'android', ownership: null }}
          open={[]}
          error={null}
        />
      ),
    },
    {
      name: 'ready',
      page: (
        <ReadyPage
          frame={owner}
          grant={{ ...fixture.grant, confirmation: 'pin' }}
          provisionUrl={fixture.provisionUrl}
          qr={drawQr(fixture.provisionUrl)}
          siteId="4711"
          address="ada@acme.example"
          instructionsHtml={renderMarkdown(fixture.instructions)}
          onThisDevice={false}
          goUrl="https://setup.acme.example/go"
          pinRenewed={false}
        />
      ),
    },
  ]
}

function staffScenes(locale: Locale) {
  const owner = fixture.makeFrame({ locale, signedInAs: 'ada@acme.example' })
  const manager = fixture.makeFrame({ locale, signedInAs: 'margaret@acme.example' })
  const hints = { en: 'addresses that end in @acme.example', ar: 'العناوين التي تنتهي بـ @acme.example' }
  return [
    { name: 'portal-device', page: <MyDevicePage {...one} frame={owner} /> },
    { name: 'manage-devices', page: <DeviceListPage {...list} frame={manager} /> },
    { name: 'manage-overview', page: <OverviewPage {...overview} frame={manager} overview={busy} /> },
    {
      name: 'manage-addresses',
      page: (
        <SetupAddressesPage
          frame={manager}
          rule={{ emailRule: '[^@]+@acme\\.example', hints: textsOf(hints), tryThese: '' }}
          trial={null}
          exceptions={[]}
          adding={{ addresses: '', verdict: 'accept', wrongLines: [] }}
          problems={{ 'hint.ar': { code: 'too_long', limit: 200 } }}
          done={null}
        />
      ),
    },
  ]
}
