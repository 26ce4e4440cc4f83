import { describe, expect, test } from 'vitest'
import {
  AboutPage,
  ClaimFragment,
  ClaimPage,
  CodeElsewherePage,
  CodePage,
  DeadEndPage,
  DevicePage,
  GoPage,
  InstalledPage,
  LinkPage,
  ReadyPage,
  StartPage,
  StatusFragment,
  TicketPage,
  WrongPlatformPage,
} from '../../../src/web/setup/pages/index.ts'
import { drawQr, type Frame } from '../../../src/web/ui/index.ts'
import * as fixture from '../../pictures/fixtures.ts'

const corpus = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onfocus=alert(1) autofocus='",
  '</title><script>alert(1)</script>',
  '</textarea><svg onload=alert(1)>',
  'javascript:alert(1)',
  '{{constructor.constructor("alert(1)")()}}',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '\u202e<b>gro.live</b>',
]

function hostileFrame(text: string): Frame {
  return {
    ...fixture.makeFrame({ signedInAs: text }),
    organisation: {
      slug: 'acme',
      name: text,
      accent: text,
      logoVersion: text,
      helpdesk: { email: text, phone: text, url: text },
      emailRuleHint: { en: text },
    },
  }
}

/** Every page, with the text wherever a person or a manager may have put one. */
function pagesWith(text: string): string[] {
  const frame = hostileFrame(text)
  const claim = fixture.active.claim && { ...fixture.active.claim, name: text, model: text }
  const grant = { ...fixture.active, claim, theftSuspectedAt: fixture.NOW }
  const living = { ...fixture.grant, credentials: { secret: text, pin: text } }
  const ready = {
    frame,
    siteId: text,
    address: text,
    goUrl: `https://e.example/${text}`,
    pinRenewed: true,
    instructionsHtml: '',
    onThisDevice: false,
  }
  const device = {
    frame,
    ref: text,
    profileHref: `/p/${text}`,
    ticketUrl: `https://e.example/${text}`,
    storeUrl: text,
    plainStoreUrl: text,
    appName: text,
  }
  const own = { ...fixture.browserClaim, deviceId: text }
  const asked = { ...fixture.link, platform: 'ios', confirmation: 'pin', ownershipOpen: true } as const
  return [
    <StartPage frame={frame} values={{ email: text }} error={{ code: 'not_accepted' }} />,
    <CodePage
      frame={frame}
      address={text}
      code={text}
      letters={false}
      delivery="sent"
      resent={false}
      error={{ code: 'wrong_code', triesLeft: 1 }}
    />,
    <CodeElsewherePage frame={frame} code={text} />,
    <AboutPage
      frame={frame}
      values={{ name: text, phone: text, terms: false }}
      phoneRequired
      termsHtml={null}
      errors={{ name: 'not_text' }}
    />,
    <DevicePage
      frame={frame}
      platforms={[{ platform: 'ios', suggested: true, ownership: { default: 'company', choosable: true } }]}
      values={{ platform: null, ownership: null }}
      open={[grant]}
      error={{ code: 'device_limit_reached', limit: 1 }}
    />,
    <ReadyPage {...ready} grant={grant} provisionUrl={null} qr={null} />,
    <ReadyPage {...ready} grant={living} provisionUrl={`https://e.example/${text}`} qr={drawQr('x')} />,
    <StatusFragment frame={frame} grant={grant} />,
    <LinkPage
      frame={frame}
      link={fixture.link}
      ref={text}
      secret={text}
      claims={false}
      values={{ ownership: null }}
      error={null}
      provisionUrl={`https://e.example/${text}`}
      justOpened={false}
      instructionsHtml=""
    />,
    <LinkPage
      frame={frame}
      link={asked}
      ref={text}
      secret={text}
      claims
      values={{ ownership: null }}
      error={{ code: 'wrong_pin' }}
      provisionUrl={null}
      justOpened={false}
      instructionsHtml=""
    />,
    <LinkPage
      frame={frame}
      link={{ ...asked, id: text, pinClosed: true }}
      ref={text}
      secret={text}
      claims
      values={{ ownership: null }}
      error={{ code: 'pin_closed' }}
      provisionUrl={null}
      justOpened={false}
      instructionsHtml=""
    />,
    <WrongPlatformPage frame={frame} link={asked} seems="linux" path={`/p/${text}`} />,
    <ClaimPage {...device} claim={own} here="safari" instructionsHtml="" />,
    <ClaimPage {...device} claim={own} here="other_browser" instructionsHtml="" />,
    <ClaimFragment {...device} claim={{ ...own, live: 'delivered' }} here="safari" />,
    <ClaimFragment {...device} claim={{ ...own, platform: 'android', reports: 'agent' }} here="any" />,
    <ClaimFragment {...device} claim={{ ...own, platform: 'linux', reports: 'agent' }} here="any" />,
    <ClaimFragment {...device} claim={{ ...own, moved: true }} here="any" />,
    <TicketPage frame={frame} claim={own} ref={text} ticket={text} />,
    <InstalledPage frame={frame} claim={own} ref={text} confirmKey={text} />,
    <GoPage
      frame={frame}
      values={{ site: text, email: text }}
      organisationKnown
      error={{ code: 'not_accepted' }}
    />,
    <GoPage
      frame={frame}
      values={{ site: text, email: text }}
      organisationKnown={false}
      error={{ code: 'unknown_site' }}
    />,
    <DeadEndPage frame={frame} kind="link_used" detail={{ claim }} />,
    <DeadEndPage frame={frame} kind="unknown_organisation" detail={{ slug: text }} />,
    <DeadEndPage frame={frame} kind="error" detail={{ requestId: text }} />,
  ].map(String)
}

describe('fault 17: script in a name stays inert in HTML', () => {
  const harmless = pagesWith('Ada').map(shape)

  test.each(corpus)('%s', (text) => {
    expect(pagesWith(text).map(shape)).toEqual(harmless)
  })

  test('the comparison would notice text that became an element or an attribute', () => {
    const page = (value: string) => shape(`<p title="${value}">${value}</p>`)
    expect(page('<script>alert(1)</script>')).not.toEqual(page('Ada'))
    expect(page('" onfocus="alert(1)')).not.toEqual(page('Ada'))
  })

  test('a helpdesk address becomes a link only to what it claims to be', () => {
    for (const html of pagesWith('javascript:alert(1)')) {
      const links = [...html.matchAll(/\s(?:href|src|action)="([^"]*)"/g)].map(([, target]) => target ?? '')
      for (const target of links) expect(target).toMatch(/^(?:\/|#|mailto:|tel:|https:\/\/e\.example\/)/)
    }
  })
})

/** Elements and the names of their attributes, in order: what a text must never change. */
function shape(html: string): string[] {
  return [...html.matchAll(/<(\/?[a-z0-9!]+)((?:\s[^\s=>"]+(?:="[^"]*")?)*)\s*\/?>/g)].map(
    ([, name, attributes = '']) =>
      `${name} ${[...attributes.matchAll(/\s([^\s=>"]+)(?:="[^"]*")?/g)].map(([, attribute]) => attribute).join(' ')}`,
  )
}
