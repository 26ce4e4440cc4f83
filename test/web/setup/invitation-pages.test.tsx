import { describe, expect, test } from 'vitest'
import {
  DeadEndPage,
  InvitationAgentPage,
  InvitationPage,
  type InvitationPageProps,
} from '../../../src/web/setup/pages/index.ts'
import { makeFrame, ref } from '../../pictures/fixtures.ts'
import { invitationPage, invitationUrl, mailedPage, ownDevices } from '../../pictures/invitation-fixtures.ts'

const page = (props: Partial<InvitationPageProps>) =>
  String(<InvitationPage {...invitationPage} {...props} />)
const mailed = (props: Partial<InvitationPageProps>) => String(<InvitationPage {...mailedPage} {...props} />)
const fields = (html: string) => [...html.matchAll(/<input[^>]* name="(\w+)"/g)].map(([, name]) => name)

describe('the page of an invitation', () => {
  test('has one button, named by what it does, and asks for nothing that nobody needs', () => {
    const html = page({ platform: 'macos' })
    expect(html).toMatch(/class="btn btn-primary[^"]*">Set up this Mac<\/button>/)
    expect(fields(html)).toEqual(['k', 'platform'])
    expect(fields(mailed({}))).toEqual(['k', 'platform', 'ownership', 'ownership', 'terms', 'pin'])
  })

  test('says who asks, what happens, what is seen and what not, until when, and for how many', () => {
    const html = mailed({})
    for (const words of ['Acme Robotics invites you', 'Acme Robotics can see', 'Acme Robotics cannot see'])
      expect(html).toContain(words)
    expect(html).toContain('It sets up 3 more devices.')
    expect(html).toMatch(/This invitation ends <time datetime="2026-11-29T10:32:00Z"/)
    expect(page({})).not.toContain('This invitation ends')
  })

  test('tells the server that a person is here, once', () => {
    expect(page({})).toContain(`data-opened="/i/${ref}/opened"`)
    expect(page({})).toContain('/assets/link.')
    expect(page({ link: { ...invitationPage.link, openedAt: 1 } })).not.toContain('/assets/link.')
  })

  test('leads to the page about every other device, and to itself only where it asks', () => {
    const html = page({})
    expect(html).toContain(`href="/i/${ref}?k=${invitationPage.secret}&amp;for=linux"`)
    expect(html).not.toContain('for=ios')
    expect(page({ platform: null })).toContain('for=ios')
    expect(page({ offers: invitationPage.offers.slice(0, 1) })).not.toContain('Another device?')
  })

  test('after /go carries no secret, asks for no PIN and watches nobody', () => {
    const html = mailed({ secret: null })
    expect(html).toContain('<form method="post" action="/go/continue"')
    expect(fields(html)).toEqual(['platform', 'ownership', 'ownership', 'terms'])
    expect(html).not.toMatch(/data-opened|k=mT4/)
    expect(fields(mailed({ secret: null, platform: 'agent' }))).toContain('ownership')
  })

  test('an agent is not asked for what it says itself', () => {
    expect(fields(mailed({ platform: 'agent' }))).toEqual(['k', 'platform'])
  })

  test('nobody chose: nothing is chosen for them the second time, what was ticked stays', () => {
    const html = mailed({ error: { code: 'choose_ownership' }, values: { ownership: null, terms: true } })
    expect(html).toContain('id="ownership-error"')
    expect(html).not.toMatch(/value="(?:company|personal)" checked/)
    expect(html).toMatch(/name="terms" value="yes" checked/)
  })

  test('a closed PIN is not asked for: somebody can open it again, and says who helps', () => {
    const html = mailed({ link: { ...mailedPage.link, pinClosed: true } })
    expect(html).not.toContain('<form')
    expect(html).toMatch(/Ask for a new PIN.*mailto:it@acme\.example/s)
    expect(html).toContain(`href="/i/${ref}?k=${invitationPage.secret}&amp;for=ios"`)
  })

  test('no state needs a script of its own in the page', () => {
    for (const html of [page({}), mailed({}), page({ platform: null })])
      expect(html).not.toMatch(/<script(?![^>]* src=)| style=| on[a-z]+="/)
  })
})

test('a hostile name of an organisation stays text', () => {
  const organisation = { ...invitationPage.frame.organisation, name: '<img src=x onerror=alert(1)>' }
  const frame = makeFrame({ organisation: organisation as never })
  expect(page({ frame })).not.toContain('<img src=x')
})

test('the steps for an agent bring link and code, never the PIN', () => {
  const html = String(
    <InvitationAgentPage
      frame={makeFrame({})}
      link={mailedPage.link}
      ref={ref}
      secret={invitationPage.secret ?? ''}
      url={invitationUrl}
      qr="<svg></svg>"
      instructionsHtml="<p>Open the app.</p>"
    />,
  )
  expect(html).toContain(`value="${invitationUrl}"`)
  expect(html).toContain('data-testid="qr"')
  expect(html).toContain('<p>Open the app.</p>')
  expect(html).toContain('Have the PIN from your message at hand')
})

describe('an invitation that is over', () => {
  test.each([
    'invitation_superseded',
    'invitation_deactivated',
    'invitation_expired',
    'invitation_full',
  ] as const)('%s says what stays and leads to what this browser set up', (kind) => {
    for (const locale of ['en', 'de'] as const) {
      const detail = { own: { ref, own: ownDevices } }
      const html = String(<DeadEndPage frame={makeFrame({ locale })} kind={kind} detail={detail} />)
      for (const { deviceId } of ownDevices) expect(html).toContain(`href="/p/${ref}/${deviceId}"`)
      expect(html).toMatch(locale === 'en' ? /stay as they are/ : /bleiben, wie sie sind/)
    }
  })
})
