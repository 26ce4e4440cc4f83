import { describe, expect, test } from 'vitest'
import { directionOf, LOCALES } from '../../src/kernel/locale.ts'
import { makeChallengeMail } from '../../src/messaging/mails/challenge-mail.ts'
import { makeTheftSignalMail } from '../../src/messaging/mails/theft-signal-mail.ts'
import { findUnsafeField } from '../../src/messaging/rules.ts'
import { inWords } from '../support/copies.ts'
import { ACME } from '../support/mail.ts'

const BASE = 'https://devices.acme.example'
const challengeMail = (change: Partial<Parameters<typeof makeChallengeMail>[0]> = {}) =>
  makeChallengeMail(
    inWords({
      code: '482910',
      purpose: 'registration',
      minutes: 10,
      locale: 'en',
      organisation: ACME,
      baseUrl: BASE,
      ...change,
    }),
  )
const theftMail = (change: Partial<Parameters<typeof makeTheftSignalMail>[0]> = {}) =>
  makeTheftSignalMail(
    inWords({
      signal: { happenedAt: Date.UTC(2026, 10, 20, 10, 32), platform: 'ios', deviceName: 'Ada’s iPhone' },
      locale: 'en',
      organisation: ACME,
      baseUrl: BASE,
      ...change,
    }),
  )

const hrefs = (html: string) => [...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1])

describe.each(LOCALES)('in %s', (locale) => {
  test('the code is in the subject, in the first lines of the text, and large in the HTML', () => {
    const mail = challengeMail({ locale })
    expect(mail.subject).toMatch(/^482910 .*Acme Robotics/)
    expect(mail.text.split('\n').slice(0, 3).join('\n')).toContain('482910')
    expect(mail.html).toMatch(/font-size:32px[^>]*>482910</)
  })

  test('both bodies say how long it works, why it came, who sent it and who helps', () => {
    const mail = challengeMail({ locale })
    for (const body of [mail.text, mail.html])
      for (const part of [
        '10',
        'Acme Robotics',
        'help@acme.example',
        '+49 30 1234567',
        'https://help.acme.example/devices',
      ])
        expect(body).toContain(part)
    expect(mail.html).toContain(`<html lang="${locale}" dir="${directionOf(locale)}">`)
  })

  test('the theft signal says when, what and where to go on', () => {
    const mail = theftMail({ locale })
    for (const body of [mail.text, mail.html])
      for (const part of ['Ada’s iPhone', '10:32', 'UTC', 'help@acme.example', `${BASE}/setup/acme`])
        expect(body).toContain(part)
    for (const purpose of ['registration', 'sign-in'] as const)
      expect(challengeMail({ locale, purpose }).subject).not.toBe(mail.subject)
  })

  test('every mail passes the transport’s own inspection', () => {
    for (const body of [challengeMail({ locale }), theftMail({ locale })])
      expect(
        findUnsafeField({
          ...body,
          locale,
          messageId: 'msg_1',
          to: 'ada@acme.example',
          from: { name: 'Latchkey', email: 'no-reply@latchkey.example' },
        }),
      ).toBeNull()
  })
})

test('registration and sign-in are told apart', () => {
  expect(challengeMail({ purpose: 'sign-in' }).text).toContain('sign in')
  expect(challengeMail({ purpose: 'registration' }).text).not.toContain('sign in')
})

test('the link leads to the configured base and only fills the code in', () => {
  const { text, html } = challengeMail()
  const link = `${BASE}/setup/acme/code?code=482910`
  expect(text).toContain(`\n${link}\n`)
  expect(hrefs(html)).toContain(link)
})

test('eight letters are shown in two groups and travel in one', () => {
  const mail = challengeMail({ code: 'BCDFGHJK' })
  expect(mail.subject).toMatch(/^BCDF-GHJK /)
  expect(hrefs(mail.html)).toContain(`${BASE}/setup/acme/code?code=BCDFGHJK`)
})

test('a name that is markup stays a name', () => {
  const name = '<img src=x onerror=alert(1)>"\'&'
  const hostile = {
    ...ACME,
    name,
    slug: '"><script>',
    accent: '#fff;background:url(https://evil.example)',
    helpdesk: { email: '"><b>@evil.example', phone: '<i>1</i>', url: 'javascript:alert(1)' },
  }
  for (const { html } of [
    challengeMail({ organisation: hostile }),
    theftMail({ organisation: hostile, signal: { happenedAt: 0, platform: 'agent', deviceName: name } }),
  ]) {
    expect(html).not.toMatch(/<(img|script|b|i)\b/)
    expect(html).not.toContain('url(')
    expect(
      hrefs(html).filter((href) => !/^(https:\/\/devices\.acme\.example\/|mailto:|tel:)/.test(href ?? '')),
    ).toEqual([])
  }
  // The control: a well-kept address of the helpdesk does become a link.
  expect(hrefs(challengeMail().html)).toContain('https://help.acme.example/devices')
})

test('the HTML loads nothing from elsewhere and runs nothing', () => {
  for (const { html } of [challengeMail(), theftMail()]) {
    expect(html).not.toMatch(/<(img|script|link|iframe|object|form)\b|@import|url\(|\son\w+=/i)
    expect(html).toContain('prefers-color-scheme:dark')
  }
})

test.each([
  ['#0f172a', '#ffffff'],
  ['#facc15', '#000000'],
])('on the accent %s the button is written in %s', (accent, ink) => {
  const { html } = challengeMail({ organisation: { ...ACME, accent } })
  expect(html).toMatch(new RegExp(`bgcolor="${accent}"[^>]*><a [^>]*color:${ink}"`))
})

test('without a helpdesk there is no empty line about help', () => {
  const organisation = { ...ACME, helpdesk: { email: null, phone: null, url: null } }
  expect(challengeMail({ organisation }).text).not.toContain('Help from')
})
