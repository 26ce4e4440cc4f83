import { DevicePage, ReadyPage, StartPage, WaitingPage } from '../../src/web/setup/pages/index.ts'
import { drawQr, renderMarkdown } from '../../src/web/ui/index.ts'
import * as fixture from './fixtures.ts'

/** Pages of device setup where managers, templates or the service decide what a person gets. */

const signedIn = fixture.makeFrame({ signedInAs: 'ada@acme.example' })
const signedInDe = fixture.makeFrame({ locale: 'de', signedInAs: 'ada@acme.example' })
const long = fixture.longFrame
const closed = {
  frame: signedIn,
  platforms: [],
  values: { platform: null, ownership: null },
  open: [],
  closed: true,
  error: null,
}
const ready = {
  frame: signedIn,
  grant: fixture.grant,
  provisionUrl: fixture.provisionUrl,
  qr: null,
  siteId: '4711',
  address: 'ada@acme.example',
  instructionsHtml: renderMarkdown(fixture.instructions),
  onThisDevice: false,
  goUrl: 'https://setup.acme.example/go',
  pinRenewed: false,
}
const asksPin = { ...fixture.grant, confirmation: 'pin' } as const

export const setupGateScenes = [
  { name: 'waiting', page: <WaitingPage frame={signedIn} /> },
  { name: 'waiting-long', page: <WaitingPage frame={long} /> },
  { name: 'device-closed', page: <DevicePage {...closed} /> },
  {
    name: 'device-closed-open-de',
    page: <DevicePage {...closed} frame={signedInDe} open={[fixture.opened]} />,
  },
  {
    name: 'start-oidc',
    page: <StartPage frame={fixture.makeFrame({})} values={{ email: '' }} error={null} oidc />,
  },
  {
    name: 'start-oidc-long',
    page: (
      <StartPage
        frame={fixture.makeFrame({ organisation: fixture.sunny, locale: 'de' })}
        values={{ email: '' }}
        error={null}
        oidc
      />
    ),
  },
  { name: 'ready-no-qr', page: <ReadyPage {...ready} /> },
  { name: 'ready-no-qr-no-pin-de', page: <ReadyPage {...ready} frame={signedInDe} pinShown={false} /> },
  {
    name: 'ready-no-pin',
    page: <ReadyPage {...ready} qr={drawQr(fixture.provisionUrl)} pinShown={false} />,
  },
  {
    name: 'ready-no-pin-asked',
    page: <ReadyPage {...ready} grant={asksPin} qr={drawQr(fixture.provisionUrl)} pinShown={false} />,
  },
]
