import { describe, expect, test } from 'vitest'
import { LOCALES } from '../../src/kernel/locale.ts'
import { type MailContent, type MailOptions, makeMail } from '../../src/messaging/mails/index.ts'
import { findUnsafeField } from '../../src/messaging/rules.ts'
import { oneLine } from '../../src/messaging/templates-rules.ts'
import type { DeviceRenewal } from '../../src/messaging/types.ts'
import { COPIES, inWords } from '../support/copies.ts'
import { drawLogo } from '../support/logo.ts'
import { ACME } from '../support/mail.ts'
import { readQrPicture } from '../support/qr-picture.ts'

const baseUrl = 'https://devices.acme.example'
const secrets = { credentials: { secret: 'AAECAwQFBgcICQoLDA0ODw', pin: '12345678' }, validUntil: null }
const link = `${baseUrl}/i/ref_1?k=AAECAwQFBgcICQoLDA0ODw`
const reader = { name: 'Ada Lovelace', address: 'ada@acme.example', manager: 'Grace Hopper' }
const renewal: DeviceRenewal = {
  ref: 'ref_1',
  deviceId: 'dev_1',
  deviceName: 'Ada’s iPhone',
  platform: 'ios',
  state: 'permissions',
  permissions: ['location', 'x_own'],
  grant: { kind: 'invitation', id: 'inv_1' },
}
const invited = (reminder = 0): MailContent => ({
  kind: 'invitation',
  payload: { ref: 'ref_1', invitationId: 'inv_1', reminder },
  secrets,
})
const renewed = (
  change: Partial<DeviceRenewal> = {},
  known: typeof secrets | null = secrets,
): MailContent => ({
  kind: 'renewal',
  payload: { ...renewal, ...change },
  secrets: known,
})
const mailOf = (content: MailContent, change: Partial<MailOptions> = {}) =>
  makeMail(content, inWords({ locale: 'en', organisation: ACME, baseUrl, reader, ...change }))
const readable = (html: string) => html.replaceAll('&amp;', '&').replaceAll('&#39;', "'")
const plain = (html: string) => html.replace(/<style>.*<\/style>/s, '').replace(/<[^>]+>/g, ' ')

describe.each(LOCALES)('in %s', (locale) => {
  test.each([
    ['an invitation', invited()],
    ['a reminder', invited(1)],
    ['a renewal', renewed()],
  ])('%s carries link, PIN, site, address and where to type them, in both bodies', (_, content) => {
    const { text, html } = mailOf(content, { locale })
    for (const body of [text, readable(html)])
      for (const part of [link, '1234 5678', '4711', 'ada@acme.example', `${baseUrl}/go`, 'Grace Hopper'])
        expect(body).toContain(part)
  })

  test('the QR code leads where the button leads, and says what to do where no picture shows', () => {
    const { html, images = [] } = mailOf(invited(), { locale })
    expect(images.map(({ contentId }) => contentId)).toEqual(['qr'])
    expect(readQrPicture(images[0]?.bytes ?? new Uint8Array())).toBe(link)
    expect(html).toMatch(/<img src="cid:qr"[^>]* alt="[^"]*devices\.acme\.example\/go/)
  })

  test('the address that the button opens is shown without its secret', () => {
    const { html } = mailOf(invited(), { locale })
    expect(html).toContain('>devices.acme.example/i/ref_1<')
    expect(plain(html)).not.toContain('AAECAwQFBgcICQoLDA0ODw')
  })

  test('subject and preview tell neither PIN nor link', () => {
    for (const content of [invited(), invited(1), renewed()]) {
      const { subject, html } = mailOf(content, { locale })
      const preview = /display:none[^>]*>([^<]*)</.exec(html)?.[1] ?? ''
      for (const shown of [subject, preview]) expect(shown).not.toMatch(/1234|\/i\//)
      expect(preview).not.toBe('')
      expect(subject).toContain('Acme Robotics')
    }
  })

  test('a reminder is another text than an invitation', () => {
    expect(mailOf(invited(1), { locale }).subject).not.toBe(mailOf(invited(), { locale }).subject)
  })

  test('until when it works is said, whether it ends or not', () => {
    const ending = { ...invited(), secrets: { ...secrets, validUntil: Date.UTC(2026, 10, 20, 10, 32) } }
    expect(mailOf(ending as MailContent, { locale }).text).toContain('10:32 UTC')
    const { untilEnded } = COPIES[locale].mail.access
    expect(mailOf(invited(), { locale }).text).toContain(untilEnded({ organisation: 'Acme Robotics' }))
  })

  test('each state of a device has words of its own for what is wrong and what helps', () => {
    const states = ['invited', 'pending', 'active', 'silent', 'permissions', 'ended'] as const
    const texts = states.map((state) => mailOf(renewed({ state }), { locale }).text)
    expect(new Set(texts).size).toBe(states.length)
    const lost = mailOf(renewed(), { locale }).text
    expect(lost).toContain(`${COPIES[locale].deviceList.permissions.location}, x_own`)
  })

  test('without a grant the way back is to sign in, and there is neither PIN nor picture', () => {
    for (const content of [renewed({ grant: null }, null), renewed({}, null)]) {
      const { text, html, images } = mailOf(content, { locale })
      expect(text).toContain(`\n${baseUrl}/sign-in\n`)
      expect(html).toContain(`href="${baseUrl}/sign-in"`)
      for (const body of [text, html]) expect(body).not.toMatch(/PIN|\/i\/|\/go|cid:qr/)
      expect(images).toBeUndefined()
    }
  })

  test('text parts have lines of their own for each part, and nothing of HTML', () => {
    for (const content of [invited(), invited(1), renewed()]) {
      const { text } = mailOf(content, { locale })
      expect(text).not.toMatch(/&\w+;|&#|<\/?\w+|cid:|\{\{/)
      expect(text.split('\n\n').length).toBeGreaterThan(6)
      expect(text).toContain(`\n${link}\n`)
    }
  })

  test('what is not known leaves no hole', () => {
    const bare = { ...ACME, helpdesk: { email: null, phone: null, url: null } }
    const words = {
      subject: 'Hi {{name}}',
      body: 'For {{name}}, by {{manager}}, {{helpdesk}}, {{valid_until}}.',
    }
    const { subject, text } = mailOf(invited(), { locale, reader: null, organisation: bare, words })
    expect(subject).toBe('Hi')
    const { unknown } = COPIES[locale].mail
    const helpdesk = oneLine(unknown.helpdesk({ organisation: 'Acme Robotics' }))
    expect(text.split('\n\n')[1]).toBe(`For, by Acme Robotics, ${helpdesk}, ${unknown.valid_until}.`)
    expect(mailOf(renewed({ deviceName: null, platform: null }), { locale, reader: null }).text).not.toMatch(
      /null|undefined|\( *\)/,
    )
  })
})

test('a renewal by a provision code leads to the door of codes', () => {
  const { text } = mailOf(renewed({ grant: { kind: 'provision_code', id: 'grt_1' } }))
  expect(text).toContain(`${baseUrl}/p/ref_1?k=AAECAwQFBgcICQoLDA0ODw`)
})

test('a PNG logo travels inline and keeps its shape; an SVG, which mail programs do not show, stays away', () => {
  const png = mailOf(invited(), { logo: { type: 'image/png', bytes: drawLogo() } })
  expect(png.images?.map(({ contentId }) => contentId)).toEqual(['logo', 'qr'])
  expect(png.html).toMatch(/<img src="cid:logo" width="80" height="40"/)
  const svg = mailOf(invited(), {
    logo: { type: 'image/svg+xml', bytes: new TextEncoder().encode('<svg/>') },
  })
  expect(svg.images?.map(({ contentId }) => contentId)).toEqual(['qr'])
  expect(svg.html).not.toContain('cid:logo')
})

describe('hostile words and names', () => {
  const evil = '<img src=x onerror=alert(1)>"\'&{{helpdesk}}\r\nBcc: eve@evil.example\u202e'
  const hostile: Partial<MailOptions> = {
    organisation: { ...ACME, name: evil, helpdesk: { email: null, phone: null, url: null } },
    reader: { name: evil, address: evil, manager: evil },
    words: {
      subject: '{{name}} {{device}} {{organisation}}',
      body: `<script>alert(1)</script>\n\n{{name}}{{manager}}{{device}}{{organisation}}`,
    },
  }

  test.each([
    ['an invitation', invited()],
    ['a renewal', renewed({ deviceName: evil, permissions: [evil] })],
  ])('of %s stay text in HTML and add no header field', (_, content) => {
    const body = mailOf(content, hostile)
    expect(body.html).not.toMatch(/<(script|b)\b|<img src=x|\son\w+=(?!.*&gt;)/)
    expect(body.subject).not.toMatch(/[\r\n\u202e]/)
    const mail = { ...body, messageId: 'msg_1', to: 'ada@acme.example', locale: 'en' as const }
    expect(findUnsafeField({ ...mail, from: { name: 'Latchkey', email: 'no@acme.example' } })).toBeNull()
  })

  test('a value that looks like a variable stays what it is', () => {
    const words = { subject: 'x', body: 'Dear {{name}}, {{organisation}}' }
    const { text } = mailOf(invited(), { words, reader: { ...reader, name: '{{organisation}}' } })
    expect(text).toContain('Dear {{organisation}}, Acme Robotics')
  })
})

test('own words stand in place of ours, and what is always there stays below them', () => {
  const words = { subject: 'Hallo {{name}}', body: 'Eins,\nzwei.\n\n\nDrei.' }
  const { subject, text, html } = mailOf(invited(), { words })
  expect(subject).toBe('Hallo Ada Lovelace')
  expect(text).toMatch(/^Hallo Ada Lovelace\n\nEins,\nzwei\.\n\nDrei\.\n\n/)
  expect(html).toContain('Eins,<br>zwei.')
  for (const part of [link, '1234 5678', 'You get this message because']) expect(text).toContain(part)
})
