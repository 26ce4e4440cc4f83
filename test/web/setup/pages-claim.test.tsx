import { describe, expect, test } from 'vitest'
import {
  ClaimFragment,
  ClaimPage,
  type ClaimPageProps,
  InstalledPage,
  TicketPage,
} from '../../../src/web/setup/pages/index.ts'
import * as fixture from '../../pictures/fixtures.ts'

const { browserClaim, deliveredClaim, activeClaim, movedClaim, appClaim, makeFrame, NOW, ref } = fixture
const en = makeFrame({})
const PROFILE = '/p/r/d/profile?k=a7Qw'
const place = `/p/${ref}/${browserClaim.deviceId}`

function propsOf(changes: Partial<ClaimPageProps>): ClaimPageProps {
  return {
    frame: en,
    claim: browserClaim,
    ref,
    here: 'safari',
    profileHref: PROFILE,
    ticketUrl: fixture.ticketUrl,
    storeUrl: null,
    plainStoreUrl: null,
    appName: 'Acme Agent',
    instructionsHtml: '<p>Ask at the desk.</p>',
    ...changes,
  }
}

const page = (changes: Partial<ClaimPageProps>) => String(<ClaimPage {...propsOf(changes)} />)
const fragment = (changes: Partial<ClaimPageProps>) => String(<ClaimFragment {...propsOf(changes)} />)
const phases = (html: string) => [...html.matchAll(/data-phase="(\w+)"/g)].map(([, phase]) => phase)
const primary = (html: string) =>
  [...html.matchAll(/class="btn btn-primary[^"]*">([^<]*)</g)].map(([, words]) => words)

const spent = { profileHref: null, ticketUrl: null }
const mac = { ...browserClaim, platform: 'macos' } as const
const FILES = '/p/r/d/files?k=a7Qw'
const windows = { ...browserClaim, platform: 'windows' } as const
const spentFiles = { profileHref: null, filesHref: FILES }
const linux = { ...appClaim, platform: 'linux' } as const
const abandoned = { ...browserClaim, state: 'abandoned', live: 'ended' } as const
const revoked = { ...deliveredClaim, state: 'revoked', live: 'ended' } as const
const late = { ...browserClaim, windowEndsAt: NOW }

describe('every stage of a claim', () => {
  const stages: [string, Partial<ClaimPageProps>, string[], string[]][] = [
    ['download', {}, ['Download the profile'], ['done', 'now', 'next', 'next']],
    [
      'download on a Mac',
      { claim: mac, here: 'any' },
      ['Download the profile'],
      ['done', 'now', 'next', 'next'],
    ],
    ['Safari', { here: 'other_browser' }, ['Copy the link for Safari'], ['done', 'now', 'next', 'next']],
    ['install', { claim: deliveredClaim }, ['It is installed'], ['done', 'done', 'now', 'next']],
    ['active by its owner', { ...spent, claim: activeClaim }, [], ['done', 'done', 'done', 'done']],
    ['store', { claim: appClaim, storeUrl: fixture.storeUrl }, ['Get Acme Agent'], ['done', 'now', 'next']],
    ['app', { claim: appClaim }, ['Copy the link for the app'], ['done', 'now', 'next']],
    ['script', { claim: linux, filesHref: FILES }, ['Get the script'], ['done', 'now', 'next']],
    ['files', { ...spentFiles, claim: windows }, ['Show what to install'], ['done', 'now', 'next', 'next']],
    [
      'files handed out',
      { ...spentFiles, claim: { ...windows, live: 'delivered', deliveredAt: NOW } },
      ['It is installed'],
      ['done', 'done', 'now', 'next'],
    ],
    [
      'files, too late',
      { ...spentFiles, claim: { ...windows, windowEndsAt: NOW } },
      ['Get a new code'],
      ['done', 'ended'],
    ],
    ['moved', { ...spent, claim: movedClaim }, [], ['done', 'done', 'now']],
    ['over', { claim: late }, ['Get a new code'], ['done', 'ended']],
    ['abandoned', { ...spent, claim: abandoned }, ['Get a new code'], ['done', 'ended']],
    ['revoked', { ...spent, claim: revoked }, ['Get a new code'], ['done', 'done', 'ended']],
  ]

  test.each(stages)('%s: one thing to do, and page and fragment tell the same', (_, changes, todo, list) => {
    for (const html of [page(changes), fragment(changes)]) {
      expect(primary(html)).toEqual(todo)
      expect(phases(html)).toEqual(list)
      const live = changes.claim?.live ?? 'redeemed'
      expect(html).toContain(`data-testid="status" data-state="${live}"`)
    }
  })

  test('the fragment replaces only regions that the page has', () => {
    const regions = (html: string) => [...html.matchAll(/data-region="(\w+)"/g)].map(([, name]) => name)
    const own = regions(page({}))
    for (const [, changes] of stages) {
      for (const name of regions(fragment(changes))) expect(own).toContain(name)
    }
  })

  test('the page is kept fresh, and works by a link where no script runs', () => {
    const html = page({})
    expect(html).toContain(`data-live="${place}/live" data-status="${place}/status"`)
    expect(html).toMatch(new RegExp(`<a href="${place}"[^>]*>Check again<`))
    expect(page({ ...spent, claim: activeClaim })).not.toContain('Check again')
  })

  test('a manager’s instructions stand there as long as something is to be done, and leave with the script too', () => {
    expect(page({})).toContain('<p>Ask at the desk.</p>')
    expect(fragment({})).not.toContain('data-region="guide"')
    for (const claim of [activeClaim, movedClaim, abandoned]) {
      expect(page({ ...spent, claim })).not.toContain('Ask at the desk')
      expect(fragment({ ...spent, claim })).toMatch(/<div data-region="guide"[^>]*><\/div>/)
    }
  })
})

describe('a profile', () => {
  test('is downloaded by a link, and is not offered where it cannot be installed', () => {
    expect(page({})).toContain(`href="${PROFILE}"`)
    const elsewhere = page({ here: 'other_browser' })
    expect(elsewhere).not.toContain(PROFILE)
    expect(elsewhere).toContain(`value="${fixture.ticketUrl}"`)
    expect(page({ here: 'other_browser', claim: mac })).toContain(`href="${PROFILE}"`)
  })

  test('is said to be installed by a form of its own, without a secret', () => {
    const html = page({ claim: deliveredClaim })
    const form = new RegExp(`<form method="post" action="${place}/installed"[^>]*>(.*?)</form>`, 's').exec(
      html,
    )
    expect(form?.[1]).toMatch(/^<button type="submit"[^>]*>It is installed<\/button>$/)
    expect(html).toContain('Profile Downloaded')
  })

  test.each([
    [{}, 'Download again (2 left)'],
    [{ claim: { ...deliveredClaim, downloadsLeft: 0 } }, 'Get a new code'],
    [{ claim: { ...deliveredClaim, windowEndsAt: NOW } }, 'Get a new code'],
    [{ profileHref: null }, 'Get a new code'],
    [{ here: 'other_browser' }, 'Get a new code'],
  ] as const)('that is gone from the device can be had again %j', (changes, way) => {
    const html = page({ claim: deliveredClaim, ...changes })
    expect(html).toContain(`>${way}</a>`)
    expect(html).toContain('It is installed')
    expect(html.includes(PROFILE)).toBe(way !== 'Get a new code')
  })

  test('is no matter where an agent reports: its app takes over on an iPhone too', () => {
    const html = page({ claim: { ...browserClaim, reports: 'agent' }, profileHref: null })
    expect(primary(html)).toEqual(['Copy the link for the app'])
  })
})

describe('an app', () => {
  test('is got from its store, by a link that is one', () => {
    const html = page({ claim: appClaim, storeUrl: fixture.storeUrl })
    expect(html).toContain(
      'href="https://play.google.com/store/apps/details?id=example.acme.agent&amp;referrer=',
    )
    expect(html).toContain(`value="${fixture.ticketUrl}"`)
    const other = page({ claim: appClaim, storeUrl: 'javascript:alert(1)' })
    expect(other).not.toContain('javascript:')
    expect(primary(other)).toEqual(['Copy the link for the app'])
  })

  test('is linked in a store that hands nothing on, and the link is still to be copied', () => {
    const appStore = 'https://apps.apple.com/app/id123456789'
    const windowsStore = 'https://apps.microsoft.com/detail/9wzdncrfj3q8'
    const iphone = page({ claim: { ...appClaim, platform: 'ios' }, plainStoreUrl: appStore })
    expect(iphone).toMatch(new RegExp(`href="${appStore}"[^>]*>Get Acme Agent in the App Store<`))
    const pc = page({ claim: { ...appClaim, platform: 'windows' }, plainStoreUrl: windowsStore })
    expect(pc).toMatch(new RegExp(`href="${windowsStore}"[^>]*>Get Acme Agent in the Microsoft Store<`))
    for (const html of [iphone, pc]) {
      expect(primary(html)).toEqual(['Copy the link for the app'])
      expect(html).toContain('With the link above.')
    }
    expect(page({ claim: appClaim, plainStoreUrl: 'javascript:alert(1)' })).not.toContain('javascript:')
  })

  test('on Linux is a script, or a link for whoever speaks the interface', () => {
    const html = page({ claim: linux, filesHref: FILES })
    expect(html).toContain(`href="${FILES}"`)
    expect(html).toContain(`value="${fixture.ticketUrl}"`)
  })

  test.each([
    ['android', 'Show code and link'],
    ['windows', 'Show the link'],
  ] as const)('on %s other ways to an agent stand beside the link', (platform, words) => {
    const claim = { ...appClaim, platform }
    expect(page({ claim, filesHref: FILES })).toContain(`>${words}</a>`)
    expect(page({ claim })).not.toContain(words)
  })

  test('the password of a profile’s certificate stands there once the profile is downloaded', () => {
    const identityPassword = 'BCDF-GHJK-LMNP-QRST'
    expect(page({ claim: deliveredClaim, identityPassword })).toContain(`value="${identityPassword}"`)
    expect(page({ claim: deliveredClaim })).not.toContain('Password of the file')
  })
})

describe('a claim that went on elsewhere', () => {
  test('shows none of its secrets, what to do, and whom to tell', () => {
    const html = page({ ...spent, claim: movedClaim })
    expect(html).toContain('It went on elsewhere')
    expect(html).toMatch(/That was not you\?.*mailto:it@acme\.example/s)
    expect(html).not.toMatch(/ticket-url|profile\?k=|<form/)
  })

  test('still follows what becomes of it', () => {
    expect(page({ ...spent, claim: movedClaim })).toContain('Waiting for you to finish there')
    const app = page({ ...spent, claim: { ...movedClaim, reports: 'agent' } })
    expect(app).toContain('Waiting for its first report')
    const done = page({ ...spent, claim: { ...activeClaim, moved: true } })
    expect(done).toContain('It was finished there')
    expect(phases(done)).toEqual(['done', 'done', 'done', 'done'])
  })
})

describe('the pages around it', () => {
  test('a handover link says what happens and is used by a POST alone', () => {
    const html = String(<TicketPage frame={en} claim={browserClaim} ref={ref} ticket="tRk29" />)
    expect(html).toContain('The former browser lets go')
    expect(html).toMatch(
      new RegExp(`<form method="post" action="/p/${ref}"[^>]*><input type="hidden" name="t" value="tRk29"/>`),
    )
    expect(primary(html)).toEqual(['Continue here'])
    expect(html).not.toMatch(/href="[^"]*tRk29/)
    expect(String(<TicketPage frame={en} claim={appClaim} ref={ref} ticket="t" />)).toContain(
      'meant for the app',
    )
  })

  test('the icon of the profile leads to one button, and to none once it was pressed', () => {
    const installed = (claim: typeof browserClaim) =>
      String(<InstalledPage frame={en} claim={claim} ref={ref} confirmKey="cXcV" />)
    const html = installed(deliveredClaim)
    expect(primary(html)).toEqual(['It is installed'])
    expect(html).toContain(`<form method="post" action="${place}/installed"`)
    expect(html).toContain('<input type="hidden" name="k" value="cXcV"/>')
    expect(installed(activeClaim)).toMatch(/You said so <time/)
    expect(installed({ ...activeClaim, reports: 'agent' })).not.toContain('You said so')
    for (const claim of [activeClaim, revoked]) expect(installed(claim)).not.toMatch(/<form|cXcV/)
    expect(primary(installed(revoked))).toEqual(['Get a new code'])
  })
})
