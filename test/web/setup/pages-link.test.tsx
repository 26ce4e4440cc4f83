import { describe, expect, test } from 'vitest'
import {
  DeadEndPage,
  LinkPage,
  type LinkPageProps,
  WrongPlatformPage,
} from '../../../src/web/setup/pages/index.ts'
import * as fixture from '../../pictures/fixtures.ts'

const { makeFrame } = fixture
const en = makeFrame({})

describe('the page behind a link', () => {
  const link = (justOpened: boolean) =>
    String(
      <LinkPage
        frame={en}
        link={fixture.link}
        ref="Zk3vT8qLw2NcYb7RmX0pJg"
        secret="mT4uQv9cXb7NwZk2Rp8yLA"
        claims={false}
        values={{ ownership: null }}
        error={null}
        provisionUrl={fixture.provisionUrl}
        justOpened={justOpened}
        instructionsHtml="<p>Open the app.</p>"
      />,
    )

  test('says who asks, what happens, what is seen and what not, until when, and asks for a POST', () => {
    const html = link(false)
    expect(html).toContain('Acme Robotics offers to set up this device for you.')
    expect(html).toContain('Acme Robotics can see')
    expect(html).toContain('Acme Robotics cannot see')
    expect(html).toMatch(/This link ends <time datetime="2026-11-20T10:41:41Z"/)
    expect(html).toContain('<form method="post" action="/p/Zk3vT8qLw2NcYb7RmX0pJg"')
    expect(html).toContain('<input type="hidden" name="k" value="mT4uQv9cXb7NwZk2Rp8yLA"/>')
    expect(html).toContain('data-opened="/p/Zk3vT8qLw2NcYb7RmX0pJg/opened"')
  })

  test('afterwards it tells what comes next and that nothing is used up', () => {
    const html = link(true)
    expect(html).toContain('<p>Open the app.</p>')
    expect(html).toContain('Nothing has been used up')
    expect(html).not.toContain('data-opened')
  })
})

describe('the page behind a link, where the browser claims', () => {
  const ios = { ...fixture.link, platform: 'ios', reports: 'none' } as const
  const claiming = (props: Partial<LinkPageProps>) =>
    String(
      <LinkPage
        frame={en}
        link={ios}
        ref="Zk3vT8qLw2NcYb7RmX0pJg"
        secret="mT4uQv9cXb7NwZk2Rp8yLA"
        claims
        values={{ ownership: null }}
        error={null}
        provisionUrl={fixture.provisionUrl}
        justOpened={false}
        instructionsHtml=""
        {...props}
      />,
    )
  const fields = (html: string) => [...html.matchAll(/<input[^>]* name="(\w+)"/g)].map(([, name]) => name)

  test('one button, named by what it does, even when it was opened before', () => {
    for (const justOpened of [false, true]) {
      const html = claiming({ justOpened })
      expect(html).toMatch(/class="btn btn-primary[^"]*">Set up this iPhone or iPad<\/button>/)
      expect(fields(html)).toEqual(['k'])
    }
  })

  test('asks for what its grant leaves open, and for nothing else', () => {
    expect(fields(claiming({ link: { ...ios, ownershipOpen: true } }))).toEqual([
      'k',
      'ownership',
      'ownership',
    ])
    const html = claiming({ link: { ...ios, confirmation: 'pin' } })
    expect(fields(html)).toEqual(['k', 'pin'])
    expect(html).toMatch(/name="pin" type="text" value="" autocomplete="off" inputmode="numeric"/)
    // Two groups of four, with a space or two between them, fit in.
    expect(Number(/name="pin"[^>]*maxlength="(\d+)"/.exec(html)?.[1])).toBeGreaterThanOrEqual(10)
  })

  test('says what is true of the device: a profile does not report, an app does', () => {
    expect(claiming({})).toContain('Nothing on the device reports back')
    expect(claiming({})).not.toContain('serial number')
    expect(claiming({ link: { ...ios, reports: 'agent' } })).toContain('serial number')
    expect(claiming({ link: { ...ios, platform: 'android', reports: 'agent' } })).toContain('serial number')
  })

  test('a wrong PIN stands at its field, what was chosen stays, what was typed does not', () => {
    const html = claiming({
      link: { ...ios, confirmation: 'pin', ownershipOpen: true },
      values: { ownership: 'company' },
      error: { code: 'wrong_pin' },
    })
    expect(html).toContain('aria-invalid="true" aria-describedby="pin-hint pin-error"')
    expect(html).toMatch(/value="company" checked/)
    expect(html).toMatch(/name="pin" type="text" value=""/)
  })

  test('nobody chose: nothing is chosen for them the second time', () => {
    const html = claiming({ link: { ...ios, ownershipOpen: true }, error: { code: 'choose_ownership' } })
    expect(html).toContain('id="ownership-error"')
    expect(html).not.toMatch(/value="(?:company|personal)" checked/)
    expect(claiming({ link: { ...ios, ownershipOpen: true } })).toMatch(/value="personal" checked/)
  })

  test.each([
    [{ ...ios, confirmation: 'pin', pinClosed: true } as const, null, 'role="alert"'],
    [{ ...ios, confirmation: 'pin' } as const, { code: 'pin_closed' } as const, 'data-testid="error"'],
  ])('a closed PIN is not asked for: the owner can open it again', (link, error, told) => {
    const html = claiming({ link, error })
    expect(html).not.toContain('<form')
    expect(html).toContain(told)
    expect(html).toContain('Press “New PIN”')
    expect(html).toContain('href="/p/Zk3vT8qLw2NcYb7RmX0pJg?k=mT4uQv9cXb7NwZk2Rp8yLA"')
    expect(html).toContain(`href="/setup/acme/ready/${fixture.link.id}"`)
  })

  test('after /go the grant is posted: no secret, no PIN again, no note that it was opened', () => {
    const html = claiming({
      link: { ...ios, confirmation: 'pin', pinClosed: true, ownershipOpen: true },
      secret: null,
      provisionUrl: null,
    })
    expect(html).toContain('<form method="post" action="/go/continue"')
    expect(fields(html)).toEqual(['grant', 'ownership', 'ownership'])
    expect(html).not.toMatch(/<script|data-opened|name="k"/)
  })
})

describe('the wrong kind of device', () => {
  test('says which it is for and which it seems to be, and lets the person overrule the guess', () => {
    const html = String(
      <WrongPlatformPage frame={en} link={{ platform: 'ios' }} seems="android" path="/p/x?k=y&here=1" />,
    )
    expect(html).toMatch(/<h1[^>]*>This code is for an iPhone or iPad</)
    expect(html).toContain('This seems to be an Android device.')
    expect(html).toContain('href="/setup/acme/device"')
    expect(html).toMatch(/href="\/p\/x\?k=y&amp;here=1"[^>]*>This is an iPhone or iPad</)
    expect(html).not.toContain('<form')
  })
})

describe('dead ends', () => {
  test('a used link says when and by which device', () => {
    const html = String(
      <DeadEndPage frame={en} kind="link_used" detail={{ claim: fixture.redeemed.claim }} />,
    )
    expect(html).toMatch(/It set up <strong[^>]*>Ada’s iPhone<\/strong>, at <time[^>]*>10:31 UTC</)
    expect(html).toMatch(/That was not you\?.*mailto:it@acme\.example/s)
    expect(html).toContain('href="/setup/acme/device"')
  })

  test.each(['ticket_used', 'claim_unknown', 'artefact_gone'] as const)('%s leads to a new code', (kind) => {
    const html = String(<DeadEndPage frame={en} kind={kind} />)
    expect(html).toMatch(/<a href="\/setup\/acme" class="btn btn-primary[^"]*">Get a new code</)
  })

  test('a full account says that nothing was used up, and who makes room', () => {
    const html = String(<DeadEndPage frame={en} kind="link_limit" />)
    expect(html).toContain('This link has not been used up.')
    expect(html).toContain('The helpdesk can remove a device')
  })

  test('without an organisation a form asks for it', () => {
    const html = String(<DeadEndPage frame={makeFrame({ organisation: null })} kind="no_organisation" />)
    expect(html).toMatch(/<form method="get" action="\/setup"/)
    expect(html).toContain('name="organisation"')
    expect(html).not.toContain('theme.css')
  })

  test('an unexpected error shows its number', () => {
    const html = String(<DeadEndPage frame={en} kind="error" detail={{ requestId: 'req_42' }} />)
    expect(html).toContain('req_42')
  })
})
