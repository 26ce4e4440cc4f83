import { describe, expect, test } from 'vitest'
import { ReadyPage, StatusFragment } from '../../../src/web/setup/pages/index.ts'
import { drawQr } from '../../../src/web/ui/index.ts'
import * as fixture from '../../pictures/fixtures.ts'

const { makeFrame, NOW } = fixture
const signedIn = makeFrame({ signedInAs: 'ada@acme.example' })

describe('the result page', () => {
  const ready = (grant: typeof fixture.grant, onThisDevice = false, pinRenewed = false) =>
    String(
      <ReadyPage
        frame={signedIn}
        grant={grant}
        provisionUrl={grant.credentials ? fixture.provisionUrl : null}
        qr={grant.credentials ? drawQr(fixture.provisionUrl) : null}
        siteId="4711"
        address="ada@acme.example"
        goUrl="https://setup.acme.example/go"
        pinRenewed={pinRenewed}
        instructionsHtml="<p>Tap it.</p>"
        onThisDevice={onThisDevice}
      />,
    )

  test('shows URL, QR code, PIN as eight bare digits, and where it lives', () => {
    const html = ready(fixture.grant)
    expect(html).toMatch(
      /id="provision-url" data-testid="provision-url" value="https:\/\/setup\.acme\.example\/p\/[^"]+"/,
    )
    expect(html).toMatch(/aria-label="QR code with the setup link" data-testid="qr"/)
    expect(/data-testid="pin"[^>]*>(.*?)<form/s.exec(html)?.[1]?.replace(/<[^>]+>/g, '')).toBe('48291057')
    expect(html).toContain('data-live="/setup/acme/ready/grt_3kTMd9x2qV7bYhJc0wLpZA/live"')
    expect(html).toContain('Works until <time datetime="2026-11-20T10:41:41Z"')
    expect(html).toContain('href="/setup/acme/ready/grt_3kTMd9x2qV7bYhJc0wLpZA"')
  })

  test('on the device itself the button comes before the QR code', () => {
    const html = ready(fixture.grant, true)
    const button = html.indexOf(`href="${fixture.provisionUrl}"`)
    expect(button).toBeGreaterThan(0)
    expect(button).toBeLessThan(html.indexOf('data-testid="qr"'))
    expect(ready(fixture.grant)).not.toContain(`href="${fixture.provisionUrl}"`)
  })

  test('a closed PIN is not shown, the link is', () => {
    const html = ready({ ...fixture.grant, pinLocked: true })
    expect(html).not.toMatch(/4829.*1057/)
    expect(html).toContain('The link and the QR code still work')
    expect(html).toContain('data-testid="provision-url"')
    const needed = ready({ ...fixture.grant, pinLocked: true, confirmation: 'pin' })
    expect(needed).toContain('the link asks for it')
    expect(needed).not.toContain('still work')
  })

  test('New PIN stands small beside the PIN, and larger where it is closed', () => {
    const form = (html: string) =>
      /action="\/setup\/acme\/ready\/grt_3kTMd9x2qV7bYhJc0wLpZA\/pin"><button type="submit" class="([^"]*)"/.exec(
        html,
      )?.[1]
    expect(form(ready(fixture.grant))).toMatch(/text-sm/)
    expect(form(ready({ ...fixture.grant, pinLocked: true }))).toMatch(/btn-outline/)
    expect(form(ready(fixture.redeemed))).toBeUndefined()
  })

  test('a new PIN is told of once it is there', () => {
    const told = 'The former one no longer works'
    expect(ready(fixture.grant, false, true)).toContain(told)
    expect(ready(fixture.grant)).not.toContain(told)
    expect(ready({ ...fixture.grant, pinLocked: true }, false, true)).not.toContain(told)
  })

  test('a PIN that is closed while the page is open reaches it, other news leave the PIN alone', () => {
    const fragment = (grant: typeof fixture.grant) =>
      String(<StatusFragment frame={signedIn} grant={grant} />)
    expect(fragment({ ...fixture.opened, pinLocked: true })).toContain('data-region="pin"')
    expect(fragment(fixture.opened)).not.toContain('data-region="pin"')
    expect(fragment({ ...fixture.redeemed, pinLocked: true })).not.toContain('data-region="pin"')
  })

  test('where a PIN is typed: a device with a browser goes to /go, an agent asks', () => {
    expect(ready(fixture.grant)).toMatch(
      /go to <a href="https:\/\/setup\.acme\.example\/go"[^>]*>setup\.acme\.example\/go</,
    )
    expect(ready({ ...fixture.grant, platform: 'agent' })).not.toContain('/go"')
  })

  test.each([
    ['waiting', fixture.grant, ['now', 'next', 'next']],
    ['opened', fixture.opened, ['done', 'now', 'next']],
    ['redeemed', fixture.redeemed, ['done', 'done', 'now']],
    ['redeemed', fixture.toDownload, ['done', 'done', 'now', 'next']],
    ['delivered', fixture.delivered, ['done', 'done', 'done', 'now']],
    ['active', fixture.active, ['done', 'done', 'done']],
    ['active', fixture.said, ['done', 'done', 'done', 'done']],
    ['ended', fixture.expired, ['done', 'ended']],
  ] as const)('%s: page and fragment tell the same', (live, grant, phases) => {
    for (const html of [ready(grant), String(<StatusFragment frame={signedIn} grant={grant} />)]) {
      expect(html).toContain(`data-testid="status" data-state="${live}"`)
      expect([...html.matchAll(/data-phase="(\w+)"/g)].map(([, phase]) => phase)).toEqual(phases)
    }
  })

  test('the fragment replaces only regions that the page has, and leaves a living code alone', () => {
    const regions = (html: string) => [...html.matchAll(/data-region="(\w+)"/g)].map(([, name]) => name)
    const page = regions(ready(fixture.grant, true))
    for (const grant of [
      fixture.opened,
      fixture.redeemed,
      fixture.delivered,
      fixture.active,
      fixture.expired,
    ]) {
      for (const name of regions(String(<StatusFragment frame={signedIn} grant={grant} />))) {
        expect(page).toContain(name)
      }
    }
    expect(regions(String(<StatusFragment frame={signedIn} grant={fixture.opened} />))).toEqual(['status'])
  })

  test('a code that ended shows no secret and offers a new one for the same device', () => {
    const html = ready(fixture.expired)
    expect(html).not.toMatch(/provision-url|data-testid="pin"|data-testid="qr"/)
    expect(html).toMatch(/<form method="post" action="\/setup\/acme\/device"/)
    expect(html).toContain('<input type="hidden" name="platform" value="ios"/>')
    expect(html).toContain('<input type="hidden" name="ownership" value="company"/>')
  })

  test('what the owner said is not told as reported, nor what never reports blamed', () => {
    expect(ready(fixture.said)).toMatch(/Said by you, <time/)
    expect(ready(fixture.said)).toContain('Your iPhone or iPad is set up')
    expect(ready(fixture.said)).not.toContain('Not reported')
    expect(ready(fixture.active)).not.toContain('Said by you')
    expect(ready(fixture.active)).toContain('Ada’s iPhone is set up')
  })

  test('a second taker is told of, with whom to tell', () => {
    const html = ready({ ...fixture.active, theftSuspectedAt: NOW })
    expect(html).toContain('Someone else tried this code')
    expect(html).toMatch(/role="alert".*mailto:it@acme\.example/s)
  })
})
