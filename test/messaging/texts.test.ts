import { describe, expect, test } from 'vitest'
import { LOCALES, type Locale } from '../../src/kernel/locale.ts'
import type { MailContent, MailOptions } from '../../src/messaging/mails/index.ts'
import { checkSmsText, measureSms } from '../../src/messaging/sms-rules.ts'
import { makeSms } from '../../src/messaging/texts/index.ts'
import type { DeviceRenewal } from '../../src/messaging/types.ts'
import { COPIES, inWords } from '../support/copies.ts'
import { ACME } from '../support/mail.ts'

const baseUrl = 'https://devices.acme.example'
const secrets = { credentials: { secret: 'AAECAwQFBgcICQoLDA0ODw', pin: '12345678' }, validUntil: null }
const ref = 'Zk3vT8qLw2NcYb7RmX0pJg'
const link = `${baseUrl}/i/${ref}?k=AAECAwQFBgcICQoLDA0ODw`
const invited = (reminder = 0): MailContent => ({
  kind: 'invitation',
  payload: { ref, invitationId: 'inv_1', reminder },
  secrets,
})
const renewal: DeviceRenewal = {
  ref,
  deviceId: 'dev_1',
  deviceName: 'Ada’s iPhone “old”',
  platform: 'ios',
  state: 'silent',
  permissions: [],
  grant: { kind: 'invitation', id: 'inv_1' },
}
const code = (platform: 'android' | 'ios', pinElsewhere = false): MailContent => ({
  kind: 'provision_code',
  payload: { ref, grantId: 'grt_1', platform, pinElsewhere },
  secrets: { ...secrets, validUntil: 1 },
})
const textOf = (content: MailContent, change: Partial<MailOptions> = {}) =>
  makeSms(content, inWords({ locale: 'en', organisation: ACME, baseUrl, ...change }))

/** Arabic letters cost two bytes each, and 67 fit a segment; the words of all others do without signs beyond GSM 03.38. */
const cost = (locale: Locale, segments?: number) =>
  locale === 'ar' ? { encoding: 'ucs2' } : { encoding: 'gsm7', ...(segments && { segments }) }

describe.each(LOCALES)('in %s', (locale) => {
  test('an invitation names the organisation, the link and the PIN, in one segment where its letters are plain signs', () => {
    const text = textOf(invited(), { locale })
    for (const part of ['Acme Robotics', link, '1234 5678']) expect(text).toContain(part)
    // With its words: what does not fit three segments would go without.
    expect(text).toContain(COPIES[locale].mail.sms.invitation({ organisation: 'Acme Robotics' }))
    expect(measureSms(text)).toMatchObject(cost(locale, 1))
    expect(textOf(invited(1), { locale })).not.toBe(text)
  })

  test('where the service says so, it tells what is typed on Android', () => {
    const text = textOf(invited(), { locale, androidCode: true })
    for (const part of ['devices.acme.example/go', '4711', '1234 5678']) expect(text).toContain(part)
    expect(measureSms(text)).toMatchObject(cost(locale))
    expect(textOf(code('android'), { locale, androidCode: true })).toContain('devices.acme.example/go')
    expect(textOf(code('ios'), { locale, androidCode: true })).not.toContain('/go')
  })

  test('a renewal names the device in plain signs, and leads to sign-in without a grant', () => {
    const text = textOf({ kind: 'renewal', payload: renewal, secrets }, { locale })
    expect(text).toContain('Ada\'s iPhone "old"')
    expect(text).toContain(link)
    expect(measureSms(text)).toMatchObject(cost(locale))
    const bare = textOf({ kind: 'renewal', payload: { ...renewal, grant: null }, secrets: null }, { locale })
    expect(bare).toContain(`${baseUrl}/sign-in`)
    expect(bare).not.toContain('PIN')
  })

  test('every kind fits three segments, whatever the names are', () => {
    const names = [
      'Δ'.repeat(200),
      '株式会社'.repeat(40),
      '🚀'.repeat(60),
      'A\r\nB\u202e',
      `${'ß€'.repeat(80)}`,
    ]
    for (const name of names)
      for (const content of [
        invited(),
        invited(2),
        code('android'),
        { kind: 'renewal', payload: { ...renewal, deviceName: name }, secrets } as const,
        { kind: 'approved', payload: {} } as const,
      ]) {
        const organisation = { ...ACME, name }
        const text = textOf(content, { locale, organisation, androidCode: true })
        expect(checkSmsText(text).ok, text).toBe(true)
        if ('secrets' in content) expect(text).toContain('1234 5678')
      }
  })

  test('kinds that are made for e-mail say that one came', () => {
    const said = COPIES[locale].mail.sms.mail({ organisation: 'Acme Robotics' })
    expect(said).toContain('Acme Robotics')
    expect(textOf({ kind: 'approved', payload: {} }, { locale })).toBe(said)
  })
})

test('whoever may not see PINs gets none', () => {
  expect(textOf(code('ios', true))).not.toContain('1234')
})
