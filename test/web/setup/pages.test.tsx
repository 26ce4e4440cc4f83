import { describe, expect, test } from 'vitest'
import { AboutPage, CodePage, DevicePage, StartPage } from '../../../src/web/setup/pages/index.ts'
import * as fixture from '../../pictures/fixtures.ts'
import { scenes } from '../../pictures/scenes.tsx'
import { staffScenes } from '../../pictures/staff-scenes.ts'
import { COPIES } from '../../support/copies.ts'

const { makeFrame } = fixture
const en = makeFrame({})
const signedIn = makeFrame({ signedInAs: 'ada@acme.example' })

/** The text of the paragraph with this test id, tags removed. */
function textOf(html: string, testId: string): string {
  const inner = new RegExp(`data-testid="${testId}"[^>]*>(.*?)</p>`, 's').exec(html)?.[1]
  if (inner === undefined) throw new Error(`no ${testId}`)
  return inner.replace(/<[^>]+>/g, '')
}

const TURNSTILE = ' src="https://challenges.cloudflare.com/turnstile/v0/api.js" async="" defer=""'

const ofStaff = new Set(staffScenes.map(({ name }) => name))

describe('every page in every state', () => {
  test.each(scenes.map(({ name, page }) => [name, page] as const))('%s is whole', async (name, page) => {
    const html = String(await page)
    expect(html).toMatch(/^<!doctype html><html lang="[a-z]{2}" dir="(?:ltr|rtl)">/)
    expect(html.match(/<h1/g)).toHaveLength(1)
    expect(html.match(/<main/g)).toHaveLength(1)
    expect(html).not.toMatch(/\sstyle=|<style|\son[a-z]+=|javascript:|undefined|\[object/)
    // A list of nothing below its heading; tables that live hide until they have rows.
    expect(html).not.toMatch(/<(dl|ul|ol)\b[^>]*><\/\1>/)
    // A text whose variable nobody filled in; what managers may write stands in two braces.
    expect(html).not.toMatch(/(?<!\{)\{\w+\}(?!\})/)
    for (const [, attributes, body] of html.matchAll(/<script([^>]*)>(.*?)<\/script>/gs)) {
      // The human check's is the one script that is not ours; that of passkeys comes before the form it works for.
      if (!html.includes('data-testid="human-check"') || !attributes?.includes(TURNSTILE))
        expect(attributes).toMatch(/^ src="\/assets\/(?:passkey\.js"|(?!passkey)[a-z-]+\.js" defer="")$/)
      expect(body).toBe('')
    }
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const [, target] of html.matchAll(/aria-describedby="([^"]+)"/g)) {
      for (const id of (target ?? '').split(' ')) expect(ids).toContain(id)
    }
    // One thing to do next: on the page of an owner, and in each form of a page with several. A long form may
    // say it at both ends.
    for (const part of ofStaff.has(name) ? html.split('<form') : [html]) {
      const acts = [...part.matchAll(/class="btn btn-primary[^>]*>(.*?)</gs)].map(([, words]) => words)
      expect(new Set(acts).size).toBeLessThanOrEqual(1)
    }
  })

  test('a refused form says so in the title, an accepted one does not', async () => {
    for (const { name, page } of scenes) {
      const html = String(await page)
      const refused = html.includes('data-testid="error"')
      const said = Object.values(COPIES).some(({ ui }) => html.includes(`<title>${ui.errorTitle('')}`))
      expect(said, name).toBe(refused)
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
        open={[fixture.grant, fixture.redeemed, fixture.toDownload, fixture.delivered]}
        error={null}
      />,
    )
    expect(html).toContain(`href="/setup/acme/ready/${fixture.grant.id}"`)
    expect(html).toContain('waiting for its first report')
    expect(html).toContain('its profile is not downloaded yet')
    expect(html).toContain('waiting for you to install it')
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
