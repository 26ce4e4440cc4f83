import { describe, expect, test } from 'vitest'
import {
  AboutPage,
  CodePage,
  DevicePage,
  ReadyPage,
  StartPage,
  StatusFragment,
} from '../../../src/web/setup/pages/index.ts'
import { drawQr } from '../../../src/web/ui/index.ts'
import * as fixture from '../../pictures/fixtures.ts'
import { scenes } from '../../pictures/scenes.tsx'

const { makeFrame, NOW } = fixture
const en = makeFrame({})
const signedIn = makeFrame({ signedInAs: 'ada@acme.example' })

/** The text of the paragraph with this test id, tags removed. */
function textOf(html: string, testId: string): string {
  const inner = new RegExp(`data-testid="${testId}"[^>]*>(.*?)</p>`, 's').exec(html)?.[1]
  if (inner === undefined) throw new Error(`no ${testId}`)
  return inner.replace(/<[^>]+>/g, '')
}

describe('every page in every state', () => {
  test.each(scenes.map(({ name, page }) => [name, page] as const))('%s is whole', async (_, page) => {
    const html = String(await page)
    expect(html).toMatch(/^<!doctype html><html lang="(?:en|de)">/)
    expect(html.match(/<h1/g)).toHaveLength(1)
    expect(html.match(/<main/g)).toHaveLength(1)
    expect(html).not.toMatch(/\sstyle=|<style|\son[a-z]+=|javascript:|undefined|\[object|\{\w+\}/)
    for (const [, attributes, body] of html.matchAll(/<script([^>]*)>(.*?)<\/script>/gs)) {
      expect(attributes).toMatch(/^ src="\/assets\/[a-z]+\.js" defer=""$/)
      expect(body).toBe('')
    }
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const [, target] of html.matchAll(/aria-describedby="([^"]+)"/g)) {
      for (const id of (target ?? '').split(' ')) expect(ids).toContain(id)
    }
    expect(html.match(/class="btn btn-primary/g)?.length ?? 0).toBeLessThanOrEqual(1)
  })

  test('a refused form says so in the title, an accepted one does not', async () => {
    for (const { name, page } of scenes) {
      const html = String(await page)
      const refused = html.includes('data-testid="error"')
      expect(/<title>(?:Error|Fehler): /.test(html), name).toBe(refused)
    }
  })
})

describe('errors stand at their field', () => {
  test('an address that the rule refuses: what is accepted, who helps, what was typed', () => {
    const html = String(
      <StartPage frame={en} values={{ email: 'ada@gmail.com' }} error={{ code: 'not_accepted' }} />,
    )
    expect(html).toContain('value="ada@gmail.com"')
    expect(html).toContain('aria-invalid="true" aria-describedby="email-error"')
    expect(textOf(html, 'error')).toContain('accepts addresses that end in @acme.example')
    expect(textOf(html, 'error')).toContain('it@acme.example, +49 30 1234567')
  })

  test('a wrong code says how many tries are left', () => {
    const html = String(
      <CodePage
        frame={en}
        address="ada@acme.example"
        code="123456"
        letters={false}
        delivery="sent"
        resent={false}
        error={{ code: 'wrong_code', triesLeft: 2 }}
      />,
    )
    expect(html).toContain('value="123456"')
    expect(html).toContain('inputmode="numeric"')
    expect(html).toContain('autocomplete="one-time-code"')
    expect(textOf(html, 'error')).toContain('2 tries are left')
  })

  test.each(['expired', 'too_many_tries', 'no_challenge'] as const)('%s leaves one thing to do', (code) => {
    const html = String(
      <CodePage
        frame={en}
        address="ada@acme.example"
        code="123456"
        letters={false}
        delivery="sent"
        resent={false}
        error={{ code }}
      />,
    )
    expect(html).not.toContain('name="code"')
    expect(html).toMatch(/action="\/setup\/acme\/code\/again"><button type="submit" class="btn btn-primary/)
  })

  test('each field of the second step has its own', () => {
    const html = String(
      <AboutPage
        frame={signedIn}
        values={{ name: '', phone: '12', terms: false }}
        phoneRequired
        termsHtml="<p>Be kind.</p>"
        errors={{ name: 'missing', phone: 'not_a_number', terms: 'not_accepted' }}
      />,
    )
    for (const id of ['name-error', 'phone-hint phone-error', 'terms-error']) {
      expect(html).toContain(`aria-describedby="${id}"`)
    }
    expect(html).toContain('value="12"')
  })
})

describe('choosing a device', () => {
  const open = { default: 'personal', choosable: true } as const
  const fixed = { default: 'company', choosable: false } as const
  const none = { platform: null, ownership: null }
  const checked = (html: string) =>
    [...html.matchAll(/name="(\w+)" value="(\w+)" checked/g)].map(([, name, value]) => `${name}=${value}`)

  test('the visitor’s own comes first and is chosen', () => {
    const html = String(
      <DevicePage
        frame={signedIn}
        platforms={[
          { platform: 'android', suggested: false, ownership: fixed },
          { platform: 'ios', suggested: true, ownership: open },
        ]}
        values={none}
        open={[]}
        error={null}
      />,
    )
    expect(html.indexOf('value="ios"')).toBeLessThan(html.indexOf('value="android"'))
    expect(checked(html)).toEqual(['platform=ios', 'ownership=personal'])
    expect(html).toContain('This device')
    expect(html).toContain('For iPhone or iPad.')
  })

  test('who left off finds their living code and their unfinished device again', () => {
    const html = String(
      <DevicePage
        frame={signedIn}
        platforms={[{ platform: 'linux', suggested: false, ownership: fixed }]}
        values={none}
        open={[fixture.grant, fixture.redeemed]}
        error={null}
      />,
    )
    expect(html).toContain(`href="/setup/acme/ready/${fixture.grant.id}"`)
    expect(html).toContain('waiting for its first report')
  })

  test('nobody is asked whose device it is where no template lets them choose', () => {
    const html = String(
      <DevicePage
        frame={signedIn}
        platforms={[{ platform: 'linux', suggested: false, ownership: fixed }]}
        values={none}
        open={[]}
        error={null}
      />,
    )
    expect(html).not.toContain('name="ownership"')
    expect(checked(html)).toEqual([])
  })

  test('what was chosen stays chosen', () => {
    const html = String(
      <DevicePage
        frame={signedIn}
        platforms={[
          { platform: 'android', suggested: false, ownership: open },
          { platform: 'ios', suggested: true, ownership: open },
        ]}
        values={{ platform: 'android', ownership: 'company' }}
        open={[]}
        error={{ code: 'temporarily_unavailable' }}
      />,
    )
    expect(checked(html)).toEqual(['platform=android', 'ownership=company'])
  })
})

describe('the result page', () => {
  const ready = (grant: typeof fixture.grant, onThisDevice = false) =>
    String(
      <ReadyPage
        frame={signedIn}
        grant={grant}
        provisionUrl={grant.credentials ? fixture.provisionUrl : null}
        qr={grant.credentials ? drawQr(fixture.provisionUrl) : null}
        siteId="4711"
        address="ada@acme.example"
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
    expect(/data-testid="pin"[^>]*>(.*?)<\/dd>/s.exec(html)?.[1]?.replace(/<[^>]+>/g, '')).toBe('48291057')
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
    expect(html).not.toContain('48291057')
    expect(html).toContain('The link and the QR code still work')
    expect(html).toContain('data-testid="provision-url"')
  })

  test.each([
    ['waiting', fixture.grant, ['now', 'next', 'next']],
    ['opened', fixture.opened, ['done', 'now', 'next']],
    ['redeemed', fixture.redeemed, ['done', 'done', 'now']],
    ['active', fixture.active, ['done', 'done', 'done']],
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
    for (const grant of [fixture.opened, fixture.redeemed, fixture.active, fixture.expired]) {
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

  test('a second taker is told of, with whom to tell', () => {
    const html = ready({ ...fixture.active, theftSuspectedAt: NOW })
    expect(html).toContain('Someone else tried this code')
    expect(html).toMatch(/role="alert".*mailto:it@acme\.example/s)
  })
})
