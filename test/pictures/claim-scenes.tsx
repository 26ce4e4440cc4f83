import {
  ClaimPage,
  type ClaimPageProps,
  DeadEndPage,
  GoPage,
  InstalledPage,
  LinkPage,
  type LinkPageProps,
  TicketPage,
  WrongPlatformPage,
} from '../../src/web/setup/pages/index.ts'
import { renderMarkdown } from '../../src/web/ui/index.ts'
import * as fixture from './fixtures.ts'

/** What a person sees on the device itself, when its browser claims. */

export type Scene = { name: string; page: unknown }

const { browserClaim, appClaim, deliveredClaim, activeClaim, movedClaim, makeFrame, NOW, ref } = fixture
const en = makeFrame({})
const de = makeFrame({ locale: 'de' })
const long = makeFrame({ organisation: fixture.sunny, locale: 'de' })
const nowhere = makeFrame({ organisation: null })
const nowhereDe = makeFrame({ organisation: null, locale: 'de' })

const link: LinkPageProps = {
  frame: en,
  link: { ...fixture.link, platform: 'ios', reports: 'none' },
  ref,
  secret: 'mT4uQv9cXb7NwZk2Rp8yLA',
  claims: true,
  values: { ownership: null },
  error: null,
  provisionUrl: fixture.provisionUrl,
  justOpened: false,
  instructionsHtml: '',
}
const asksPin = { ...link.link, confirmation: 'pin' } as const
const asksAll = { ...asksPin, ownershipOpen: true }
const android = { ...link.link, platform: 'android', ownershipOpen: true } as const

const claim: ClaimPageProps = {
  frame: en,
  claim: browserClaim,
  ref,
  here: 'safari',
  profileHref: `/p/${ref}/${browserClaim.deviceId}/profile?k=${browserClaim.artefactKey}`,
  ticketUrl: fixture.ticketUrl,
  storeUrl: null,
  plainStoreUrl: null,
  appName: null,
  instructionsHtml: '',
}
const filesHref = `/p/${ref}/${browserClaim.deviceId}/files?k=${browserClaim.artefactKey}`
const spent = { profileHref: null, ticketUrl: null }
const app = {
  ...claim,
  claim: appClaim,
  here: 'any',
  profileHref: null,
  appName: 'Acme Agent',
  instructionsHtml: renderMarkdown(fixture.appInstructions),
} as const
const notes = renderMarkdown(fixture.profileNotes)

const links: Scene[] = [
  { name: 'claim-link', page: <LinkPage {...link} /> },
  { name: 'claim-link-de', page: <LinkPage {...link} frame={de} /> },
  { name: 'claim-link-android', page: <LinkPage {...link} link={android} /> },
  { name: 'claim-link-pin', page: <LinkPage {...link} link={asksAll} /> },
  { name: 'claim-link-pin-long', page: <LinkPage {...link} link={asksAll} frame={long} /> },
  {
    name: 'claim-link-wrong-pin',
    page: (
      <LinkPage {...link} link={asksAll} values={{ ownership: 'company' }} error={{ code: 'wrong_pin' }} />
    ),
  },
  {
    name: 'claim-link-choose-ownership-de',
    page: <LinkPage {...link} frame={de} link={android} error={{ code: 'choose_ownership' }} />,
  },
  {
    name: 'claim-link-pin-closed',
    page: <LinkPage {...link} link={{ ...asksPin, pinClosed: true }} error={{ code: 'pin_closed' }} />,
  },
  {
    name: 'claim-link-pin-closed-before-long',
    page: <LinkPage {...link} frame={long} link={{ ...asksPin, pinClosed: true }} />,
  },
  {
    name: 'claim-link-rate-limited',
    page: <LinkPage {...link} error={{ code: 'rate_limited' }} />,
  },
  {
    name: 'claim-link-unavailable-de',
    page: <LinkPage {...link} frame={de} error={{ code: 'temporarily_unavailable' }} />,
  },
  { name: 'go-proved', page: <LinkPage {...link} link={asksAll} secret={null} provisionUrl={null} /> },
  {
    name: 'go-proved-choose-ownership',
    page: (
      <LinkPage
        {...link}
        link={asksAll}
        secret={null}
        provisionUrl={null}
        error={{ code: 'choose_ownership' }}
      />
    ),
  },
  {
    name: 'wrong-platform',
    page: <WrongPlatformPage frame={en} link={link.link} seems="android" path="/p/x?k=y&here=1" />,
  },
  {
    name: 'wrong-platform-long',
    page: <WrongPlatformPage frame={long} link={{ platform: 'linux' }} seems="macos" path="/p/x?k=y" />,
  },
]

const claims: Scene[] = [
  { name: 'claim-download', page: <ClaimPage {...claim} /> },
  { name: 'claim-download-notes-de', page: <ClaimPage {...claim} frame={de} instructionsHtml={notes} /> },
  {
    name: 'claim-download-mac',
    page: <ClaimPage {...claim} here="any" claim={{ ...browserClaim, platform: 'macos' }} />,
  },
  { name: 'claim-safari', page: <ClaimPage {...claim} here="other_browser" /> },
  { name: 'claim-safari-long', page: <ClaimPage {...claim} here="other_browser" frame={long} /> },
  { name: 'claim-install', page: <ClaimPage {...claim} claim={deliveredClaim} instructionsHtml={notes} /> },
  { name: 'claim-install-long', page: <ClaimPage {...claim} claim={deliveredClaim} frame={long} /> },
  {
    name: 'claim-install-mac-de',
    page: <ClaimPage {...claim} here="any" frame={de} claim={{ ...deliveredClaim, platform: 'macos' }} />,
  },
  {
    name: 'claim-install-spent',
    page: <ClaimPage {...claim} {...spent} claim={{ ...deliveredClaim, downloadsLeft: 0 }} />,
  },
  { name: 'claim-active', page: <ClaimPage {...claim} {...spent} claim={activeClaim} /> },
  { name: 'claim-active-de', page: <ClaimPage {...claim} {...spent} frame={de} claim={activeClaim} /> },
  { name: 'claim-store', page: <ClaimPage {...app} storeUrl={fixture.storeUrl} /> },
  { name: 'claim-app', page: <ClaimPage {...app} claim={{ ...appClaim, platform: 'windows' }} /> },
  {
    name: 'claim-app-nameless-long',
    page: <ClaimPage {...app} appName={null} frame={long} claim={{ ...appClaim, platform: 'chromeos' }} />,
  },
  {
    name: 'claim-script',
    page: (
      <ClaimPage
        {...app}
        instructionsHtml=""
        filesHref={filesHref}
        claim={{ ...appClaim, platform: 'linux' }}
      />
    ),
  },
  {
    name: 'claim-files',
    page: (
      <ClaimPage
        {...claim}
        profileHref={null}
        filesHref={filesHref}
        claim={{ ...browserClaim, platform: 'windows' }}
      />
    ),
  },
  {
    name: 'claim-files-install-de',
    page: (
      <ClaimPage
        {...claim}
        frame={de}
        profileHref={null}
        filesHref={filesHref}
        claim={{ ...deliveredClaim, platform: 'chromeos' }}
      />
    ),
  },
  {
    name: 'claim-app-active',
    page: (
      <ClaimPage
        {...app}
        ticketUrl={null}
        claim={{ ...activeClaim, platform: 'android', reports: 'agent', deliveredAt: null }}
      />
    ),
  },
  { name: 'claim-moved', page: <ClaimPage {...claim} {...spent} claim={movedClaim} /> },
  {
    name: 'claim-moved-app-de',
    page: <ClaimPage {...app} {...spent} frame={de} claim={{ ...movedClaim, reports: 'agent' }} />,
  },
  {
    name: 'claim-moved-active',
    page: <ClaimPage {...claim} {...spent} claim={{ ...activeClaim, moved: true }} />,
  },
  {
    name: 'claim-over',
    page: <ClaimPage {...claim} {...spent} claim={{ ...browserClaim, windowEndsAt: NOW - 1 }} />,
  },
  {
    name: 'claim-abandoned-de',
    page: (
      <ClaimPage
        {...claim}
        {...spent}
        frame={de}
        claim={{ ...browserClaim, state: 'abandoned', live: 'ended' }}
      />
    ),
  },
  {
    name: 'claim-revoked',
    page: <ClaimPage {...claim} {...spent} claim={{ ...deliveredClaim, state: 'revoked', live: 'ended' }} />,
  },
  { name: 'ticket', page: <TicketPage frame={en} claim={browserClaim} ref={ref} ticket="t" /> },
  { name: 'ticket-app-long', page: <TicketPage frame={long} claim={appClaim} ref={ref} ticket="t" /> },
  { name: 'installed', page: <InstalledPage frame={en} claim={deliveredClaim} ref={ref} confirmKey="k" /> },
  {
    name: 'installed-long',
    page: <InstalledPage frame={long} claim={deliveredClaim} ref={ref} confirmKey="k" />,
  },
  {
    name: 'installed-already',
    page: <InstalledPage frame={en} claim={activeClaim} ref={ref} confirmKey="k" />,
  },
  {
    name: 'installed-removed',
    page: (
      <InstalledPage
        frame={en}
        claim={{ ...deliveredClaim, state: 'revoked', live: 'ended' }}
        ref={ref}
        confirmKey="k"
      />
    ),
  },
]

const go = { frame: nowhere, values: { site: '', email: '' }, organisationKnown: false, error: null }
const typed = { site: '4711', email: 'ada@acme.example' }
const goes: Scene[] = [
  { name: 'go', page: <GoPage {...go} /> },
  { name: 'go-known-de', page: <GoPage {...go} frame={de} values={typed} organisationKnown /> },
  { name: 'go-not-accepted', page: <GoPage {...go} values={typed} error={{ code: 'not_accepted' }} /> },
  {
    name: 'go-not-accepted-long',
    page: <GoPage {...go} frame={long} values={typed} organisationKnown error={{ code: 'not_accepted' }} />,
  },
  {
    name: 'go-incomplete-de',
    page: (
      <GoPage {...go} frame={nowhereDe} error={{ code: 'incomplete', fields: ['site', 'email', 'pin'] }} />
    ),
  },
  {
    name: 'go-unknown-site',
    page: <GoPage {...go} values={{ ...typed, site: 'acmee' }} error={{ code: 'unknown_site' }} />,
  },
  { name: 'go-rate-limited', page: <GoPage {...go} values={typed} error={{ code: 'rate_limited' }} /> },
  {
    name: 'go-unavailable',
    page: <GoPage {...go} values={typed} error={{ code: 'temporarily_unavailable' }} />,
  },
  {
    name: 'dead-end-link_used-long',
    page: <DeadEndPage frame={long} kind="link_used" detail={{ claim: fixture.delivered.claim }} />,
  },
]

export const claimScenes: Scene[] = [...links, ...claims, ...goes]
