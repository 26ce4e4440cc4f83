import {
  AboutPage,
  CodeElsewherePage,
  CodePage,
  type DeadEndKind,
  DeadEndPage,
  DevicePage,
  LinkPage,
  type OfferedPlatform,
  StartPage,
} from '../../src/web/setup/pages/index.ts'
import { renderMarkdown } from '../../src/web/ui/index.ts'
import { abuseScenes } from './abuse-scenes.tsx'
import { claimScenes, type Scene } from './claim-scenes.tsx'
import { filesScenes } from './files-scenes.tsx'
import * as fixture from './fixtures.ts'
import { invitationLinkScenes } from './invitation-link-scenes.tsx'
import { languageScenes } from './language-scenes.tsx'
import { otaScenes } from './ota-scenes.tsx'
import { readyScenes } from './ready-scenes.tsx'
import { setupGateScenes } from './setup-gate-scenes.tsx'
import { staffScenes } from './staff-scenes.ts'

/** Every page in every state, by the name of its picture. */

const { makeFrame, NOW } = fixture
const en = makeFrame({})
const de = makeFrame({ locale: 'de' })
const signedIn = makeFrame({ signedInAs: 'ada@acme.example' })
const signedInDe = makeFrame({ locale: 'de', signedInAs: 'ada@acme.example' })
const long = fixture.longFrame
const nowhere = makeFrame({ organisation: null })
const soon = NOW + 12 * 60_000

const company = { default: 'company', choosable: false } as const
const either = { default: 'personal', choosable: true } as const
const platforms: OfferedPlatform[] = [
  { platform: 'ios', suggested: false, ownership: either },
  { platform: 'android', suggested: false, ownership: either },
  { platform: 'macos', suggested: true, ownership: company },
  { platform: 'windows', suggested: false, ownership: company },
  { platform: 'linux', suggested: false, ownership: company },
  { platform: 'chromeos', suggested: false, ownership: company },
  { platform: 'agent', suggested: false, ownership: either },
]

const code = {
  frame: en,
  address: 'ada@acme.example',
  code: '',
  letters: false,
  delivery: 'sent',
  resent: false,
  error: null,
} as const
const about = {
  frame: signedIn,
  values: { name: '', phone: '', terms: false },
  phoneRequired: false,
  termsHtml: null,
  errors: {},
}
const device = {
  frame: signedIn,
  platforms,
  values: { platform: null, ownership: null },
  open: [],
  error: null,
}

const link = {
  frame: en,
  link: fixture.link,
  ref: fixture.ref,
  secret: 'mT4uQv9cXb7NwZk2Rp8yLA',
  claims: false,
  values: { ownership: null },
  error: null,
  provisionUrl: fixture.provisionUrl,
  justOpened: false,
  instructionsHtml: renderMarkdown(fixture.agentInstructions),
}

const deadEnds = Object.keys(en.copy.deadEnds) as DeadEndKind[]

export const scenes: Scene[] = [
  ...claimScenes,
  ...filesScenes,
  ...otaScenes,
  ...invitationLinkScenes,
  ...readyScenes,
  ...setupGateScenes,
  ...abuseScenes,
  ...staffScenes,
  ...languageScenes,
  { name: 'start', page: <StartPage frame={en} values={{ email: '' }} error={null} /> },
  {
    name: 'start-not-accepted',
    page: <StartPage frame={en} values={{ email: 'ada@gmail.com' }} error={{ code: 'not_accepted' }} />,
  },
  {
    name: 'start-not-accepted-long',
    page: <StartPage frame={long} values={{ email: 'ada@gmail.com' }} error={{ code: 'not_accepted' }} />,
  },
  {
    name: 'start-not-an-address',
    page: <StartPage frame={de} values={{ email: 'ada' }} error={{ code: 'not_an_address' }} />,
  },
  {
    name: 'start-too-many-sends',
    page: (
      <StartPage
        frame={en}
        values={{ email: 'a@acme.example' }}
        error={{ code: 'too_many_sends', opensAt: soon }}
      />
    ),
  },
  {
    name: 'start-rate-limited',
    page: <StartPage frame={en} values={{ email: 'a@acme.example' }} error={{ code: 'rate_limited' }} />,
  },
  {
    name: 'start-unavailable',
    page: (
      <StartPage
        frame={de}
        values={{ email: 'a@acme.example' }}
        error={{ code: 'temporarily_unavailable' }}
      />
    ),
  },
  { name: 'code', page: <CodePage {...code} /> },
  { name: 'code-queued-de', page: <CodePage {...code} frame={de} delivery="queued" /> },
  { name: 'code-prefilled-letters', page: <CodePage {...code} letters code="WDJBMJHT" /> },
  { name: 'code-failed', page: <CodePage {...code} delivery="failed" /> },
  { name: 'code-resent', page: <CodePage {...code} resent delivery="queued" /> },
  {
    name: 'code-wrong',
    page: <CodePage {...code} code="123456" error={{ code: 'wrong_code', triesLeft: 3 }} />,
  },
  { name: 'code-expired', page: <CodePage {...code} code="123456" error={{ code: 'expired' }} /> },
  {
    name: 'code-too-many-tries-de',
    page: <CodePage {...code} frame={de} error={{ code: 'too_many_tries' }} />,
  },
  { name: 'code-no-challenge', page: <CodePage {...code} error={{ code: 'no_challenge' }} /> },
  {
    name: 'code-too-many-sends',
    page: <CodePage {...code} error={{ code: 'too_many_sends', opensAt: soon }} />,
  },
  { name: 'code-rate-limited', page: <CodePage {...code} error={{ code: 'rate_limited' }} /> },
  { name: 'code-unavailable', page: <CodePage {...code} error={{ code: 'temporarily_unavailable' }} /> },
  { name: 'code-long', page: <CodePage {...code} frame={long} address={long.signedInAs ?? ''} /> },
  { name: 'code-elsewhere', page: <CodeElsewherePage frame={en} code="482910" /> },
  { name: 'code-elsewhere-de', page: <CodeElsewherePage frame={de} code="WDJBMJHT" /> },
  { name: 'about', page: <AboutPage {...about} /> },
  {
    name: 'about-terms',
    page: (
      <AboutPage
        {...about}
        values={{ name: 'Ada Lovelace', phone: '+44 7400 123456', terms: true }}
        termsHtml={renderMarkdown(fixture.terms)}
      />
    ),
  },
  {
    name: 'about-errors-de',
    page: (
      <AboutPage
        {...about}
        frame={signedInDe}
        values={{ name: '', phone: '12', terms: false }}
        phoneRequired
        termsHtml={renderMarkdown(fixture.terms)}
        errors={{ name: 'missing', phone: 'not_a_number', terms: 'not_accepted' }}
      />
    ),
  },
  { name: 'device', page: <DevicePage {...device} /> },
  {
    name: 'device-open',
    page: <DevicePage {...device} open={[fixture.grant, fixture.redeemed, fixture.delivered]} />,
  },
  {
    name: 'device-replaces-de',
    page: (
      <DevicePage
        {...device}
        frame={signedInDe}
        replaced={[fixture.redeemed.claim, fixture.active.claim].filter((one) => one !== null)}
      />
    ),
  },
  {
    name: 'device-open-de',
    page: <DevicePage {...device} frame={signedInDe} open={[fixture.toDownload, fixture.delivered]} />,
  },
  {
    name: 'device-choosable',
    page: (
      <DevicePage
        {...device}
        platforms={platforms.map((offer) => ({ ...offer, suggested: offer.platform === 'ios' }))}
      />
    ),
  },
  {
    name: 'device-choose-platform-de',
    page: <DevicePage {...device} frame={signedInDe} error={{ code: 'choose_platform' }} />,
  },
  {
    name: 'device-choose-ownership',
    page: (
      <DevicePage
        {...device}
        values={{ platform: 'android', ownership: null }}
        error={{ code: 'choose_ownership' }}
      />
    ),
  },
  {
    name: 'device-limit',
    page: (
      <DevicePage
        {...device}
        values={{ platform: 'linux', ownership: 'company' }}
        error={{ code: 'device_limit_reached', limit: 3 }}
      />
    ),
  },
  { name: 'device-rate-limited', page: <DevicePage {...device} error={{ code: 'rate_limited' }} /> },
  {
    name: 'device-unavailable',
    page: <DevicePage {...device} error={{ code: 'temporarily_unavailable' }} />,
  },
  { name: 'device-long', page: <DevicePage {...device} frame={long} /> },
  { name: 'link', page: <LinkPage {...link} /> },
  { name: 'link-de', page: <LinkPage {...link} frame={de} link={{ ...link.link, ownership: 'company' }} /> },
  {
    name: 'link-pin-long',
    page: <LinkPage {...link} frame={long} link={{ ...link.link, confirmation: 'pin' }} />,
  },
  { name: 'link-opened', page: <LinkPage {...link} justOpened /> },
  ...deadEnds.map((kind) => ({
    name: `dead-end-${kind}`,
    page: (
      <DeadEndPage
        frame={
          kind === 'no_organisation' || kind === 'unknown_organisation' || kind === 'not_found' ? nowhere : en
        }
        kind={kind}
        detail={{
          slug: kind === 'unknown_organisation' ? 'acmee' : '',
          requestId: 'req_8Kq2',
          claim: fixture.redeemed.claim,
        }}
      />
    ),
  })),
]
