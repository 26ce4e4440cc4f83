import type { GrantView } from '../../src/referee/index.ts'
import { ReadyPage } from '../../src/web/setup/pages/index.ts'
import { drawQr, type Frame, renderMarkdown } from '../../src/web/ui/index.ts'
import * as fixture from './fixtures.ts'

/** The last page of device setup, in every state of its code. */

const { makeFrame, NOW } = fixture
const signedIn = makeFrame({ signedInAs: 'ada@acme.example' })
const signedInDe = makeFrame({ locale: 'de', signedInAs: 'ada@acme.example' })
const long = fixture.longFrame

function Ready(props: { grant: GrantView; frame?: Frame; here?: boolean; renewed?: boolean }) {
  const usable = props.grant.credentials !== null
  return (
    <ReadyPage
      frame={props.frame ?? signedIn}
      grant={props.grant}
      provisionUrl={usable ? fixture.provisionUrl : null}
      qr={usable ? drawQr(fixture.provisionUrl) : null}
      siteId="4711"
      address={props.frame?.signedInAs ?? 'ada@acme.example'}
      instructionsHtml={renderMarkdown(fixture.instructions)}
      onThisDevice={props.here ?? false}
      goUrl="https://setup.acme.example/go"
      pinRenewed={props.renewed ?? false}
    />
  )
}

export const readyScenes = [
  { name: 'ready-waiting', page: <Ready grant={fixture.grant} /> },
  { name: 'ready-opened', page: <Ready grant={fixture.opened} /> },
  { name: 'ready-opened-de', page: <Ready grant={fixture.opened} frame={signedInDe} /> },
  { name: 'ready-here', page: <Ready grant={fixture.grant} here /> },
  {
    name: 'ready-pin-locked-long',
    page: <Ready grant={{ ...fixture.grant, platform: 'agent', pinLocked: true }} frame={long} />,
  },
  { name: 'ready-long', page: <Ready grant={{ ...fixture.grant, confirmation: 'pin' }} frame={long} /> },
  {
    name: 'ready-pin-locked-needed',
    page: <Ready grant={{ ...fixture.opened, confirmation: 'pin', pinLocked: true }} />,
  },
  { name: 'ready-pin-renewed', page: <Ready grant={fixture.opened} renewed /> },
  { name: 'ready-pin-renewed-de', page: <Ready grant={fixture.opened} renewed frame={signedInDe} /> },
  { name: 'ready-agent', page: <Ready grant={{ ...fixture.grant, platform: 'agent' }} /> },
  { name: 'ready-redeemed', page: <Ready grant={fixture.redeemed} /> },
  { name: 'ready-active', page: <Ready grant={fixture.active} /> },
  { name: 'ready-to-download', page: <Ready grant={fixture.toDownload} /> },
  { name: 'ready-delivered', page: <Ready grant={fixture.delivered} /> },
  { name: 'ready-delivered-long', page: <Ready grant={fixture.delivered} frame={long} /> },
  { name: 'ready-said', page: <Ready grant={fixture.said} /> },
  { name: 'ready-active-theft', page: <Ready grant={{ ...fixture.active, theftSuspectedAt: NOW }} /> },
  { name: 'ready-expired', page: <Ready grant={fixture.expired} /> },
  {
    name: 'ready-superseded-de',
    page: <Ready grant={{ ...fixture.expired, state: 'superseded' }} frame={signedInDe} />,
  },
  { name: 'ready-revoked', page: <Ready grant={{ ...fixture.expired, state: 'revoked', openedAt: null }} /> },
]
