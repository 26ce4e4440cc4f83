import { describe, expect, test } from 'vitest'
import { LOCALES } from '../../src/kernel/locale.ts'
import { makeMail } from '../../src/messaging/mails/index.ts'
import { findUnsafeField } from '../../src/messaging/rules.ts'
import { inWords } from '../support/copies.ts'
import { ACME } from '../support/mail.ts'

const BASE = 'https://devices.example'
const SERVICE = { ...ACME, id: 0, slug: '-', name: 'Latchkey' }

const mailTo = (locale: (typeof LOCALES)[number], organisation: string | null) =>
  makeMail(
    { kind: 'manager_invited', payload: { organisation } },
    inWords({ locale, organisation: SERVICE, baseUrl: BASE }),
  )

describe.each(LOCALES)('in %s, who was given a role', (locale) => {
  test('learns which organisation, where to sign in, and that it needs no secret', () => {
    const mail = mailTo(locale, 'Acme Robotics')
    for (const body of [mail.subject, mail.text, mail.html]) expect(body).toContain('Acme Robotics')
    for (const body of [mail.text, mail.html]) expect(body).toContain(`${BASE}/sign-in`)
    expect(mail.text).not.toMatch(/[?&]\w+=/)
  })

  test('as a supervisor learns that it is the service itself', () => {
    const mail = mailTo(locale, null)
    expect(mail.subject).toContain('Latchkey')
    expect(mail.subject).not.toBe(mailTo(locale, 'Latchkey').subject)
  })

  test('an organisation with a hostile name adds no element, and one with line breaks is never sent', () => {
    const mail = mailTo(locale, '<img src=x>\r\nBcc: all@example.org')
    expect(mail.html).not.toContain('<img src=x>')
    const from = { name: 'Latchkey', email: 'no-reply@latchkey.example' }
    expect(findUnsafeField({ ...mail, messageId: 'm', to: 'a@b.example', from, locale })).toBe('subject')
  })
})
