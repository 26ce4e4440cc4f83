import { describe, expect, test } from 'vitest'
import { LOCALES } from '../../src/kernel/locale.ts'
import { makeMail } from '../../src/messaging/mails/index.ts'
import { findUnsafeField } from '../../src/messaging/rules.ts'
import { COPIES, inWords } from '../support/copies.ts'
import { ACME } from '../support/mail.ts'

const baseUrl = 'https://devices.acme.example'
const secrets = {
  credentials: { secret: 'AAECAwQFBgcICQoLDA0ODw', pin: '12345678' },
  validUntil: Date.UTC(2026, 10, 20, 10, 32),
}
const payload = { ref: 'ref_1', grantId: 'grt_1', platform: 'ios' as const }

describe.each(LOCALES)('in %s', (locale) => {
  const code = (organisation = ACME) =>
    makeMail({ kind: 'provision_code', payload, secrets }, inWords({ locale, organisation, baseUrl }))
  const approved = (organisation = ACME) =>
    makeMail({ kind: 'approved', payload: {} }, inWords({ locale, organisation, baseUrl }))

  test('a code comes with its link, its PIN in two groups, and until when it works', () => {
    const { text, html } = code()
    for (const body of [text, html.replaceAll('&amp;', '&')])
      for (const part of [
        `${baseUrl}/p/ref_1?k=AAECAwQFBgcICQoLDA0ODw`,
        '1234 5678',
        '10:32',
        'UTC',
        'Acme Robotics',
      ])
        expect(body).toContain(part)
  })

  test('for whoever may not see PINs it comes without, and says where theirs comes from', () => {
    const { text, html } = makeMail(
      { kind: 'provision_code', payload: { ...payload, pinElsewhere: true }, secrets },
      inWords({ locale, organisation: ACME, baseUrl }),
    )
    for (const body of [text, html]) {
      expect(body).toContain(`${baseUrl}/p/ref_1?k=AAECAwQFBgcICQoLDA0ODw`)
      expect(body).not.toMatch(/1234 ?5678/)
      expect(body.replaceAll('&#39;', "'")).toContain(COPIES[locale].mail.provisionCode.asksElsewhere)
    }
  })

  test('the subject and the preview tell neither PIN nor link', () => {
    const { subject, html } = code()
    const preview = /display:none[^>]*>([^<]*)</.exec(html)?.[1] ?? ''
    for (const shown of [subject, preview]) expect(shown).not.toMatch(/1234|\/p\//)
    expect(preview).not.toBe('')
  })

  test('who was accepted is led back to where they stopped', () => {
    expect(approved().text).toContain(`${baseUrl}/setup/acme\n`)
    expect(approved().subject).toContain('Acme Robotics')
  })

  test('names that are markup stay names, and the transport takes them', () => {
    const organisation = { ...ACME, name: '<img src=x>"&', slug: '"><script>' }
    for (const body of [code(organisation), approved(organisation)]) {
      expect(body.html).not.toMatch(/<(img|script)\b/)
      const mail = { ...body, locale, messageId: 'msg_1', to: 'ada@acme.example' }
      expect(
        findUnsafeField({ ...mail, from: { name: 'Latchkey', email: 'no-reply@acme.example' } }),
      ).toBeNull()
    }
  })
})
