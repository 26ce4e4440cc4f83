import { expect, test } from 'vitest'
import { GoPage, type GoPageProps } from '../../../src/web/setup/pages/index.ts'
import * as fixture from '../../pictures/fixtures.ts'

const nowhere = fixture.makeFrame({ organisation: null })

function go(changes: Partial<GoPageProps>): string {
  const props = {
    frame: nowhere,
    values: { site: '4711', email: 'ada@acme.example' },
    organisationKnown: false,
    error: null,
  }
  return String(<GoPage {...props} {...changes} />)
}

test('asks for site, address and PIN, each with its label and its keyboard', () => {
  const html = go({})
  expect(html).toContain('<form method="post" action="/go"')
  for (const name of ['site', 'email', 'pin']) {
    expect(html).toContain(`<label for="${name}"`)
    expect(html).toMatch(new RegExp(`<input id="${name}" name="${name}"`))
  }
  expect(html).toMatch(/name="email" type="email"[^>]*inputmode="email"/)
  expect(html).toMatch(/name="pin" type="text" value="" autocomplete="off" inputmode="numeric"/)
  expect(html).toContain('href="/setup"')
})

test('a known organisation leads, and its site is not asked for', () => {
  const html = go({ frame: fixture.makeFrame({}), organisationKnown: true })
  expect(html).toContain('<input type="hidden" name="site" value="4711"/>')
  expect(html).not.toContain('<label for="site"')
  expect(html).toContain('Acme Robotics')
})

test('one answer for whatever does not fit: what to check, what to do, and no field is blamed', () => {
  const html = go({ error: { code: 'not_accepted' } })
  expect(html).toContain('These do not fit together')
  expect(html).toContain('press “New PIN” there, or get a new code')
  expect(html).not.toContain('aria-invalid')
  expect(html).toContain('value="4711"')
  expect(html).toContain('value="ada@acme.example"')
  expect(html).toMatch(/name="pin" type="text" value=""[^>]*autofocus/)
})

test.each(['site', 'email', 'pin'] as const)('what is missing in %s is said at that field alone', (field) => {
  const html = go({ error: { code: 'incomplete', fields: [field] } })
  expect(html).toContain(`aria-describedby="${field}-hint ${field}-error"`)
  expect(html.match(/aria-invalid/g)).toHaveLength(1)
})

test('an unknown site is said at its field, even where it was known before', () => {
  for (const organisationKnown of [false, true]) {
    const html = go({ organisationKnown, error: { code: 'unknown_site' } })
    expect(html).toContain('aria-describedby="site-hint site-error"')
    expect(html).toContain('We do not know this site')
  }
})
