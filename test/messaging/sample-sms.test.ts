import { expect, test } from 'vitest'
import { EDITABLE_KINDS } from '../../src/messaging/index.ts'
import { makeMessageTemplates } from '../../src/messaging/templates.ts'
import { ACME } from './../support/mail.ts'

// Showing asks nothing of a database.
const templates = makeMessageTemplates({ database: null as never })
const words = { subject: 'About {{organisation}}', body: '{{organisation}} {{manager}}' }

async function smsOf(kind: (typeof EDITABLE_KINDS)[number], name: string) {
  const body = kind === 'renewal' ? `${words.body} {{device}}` : words.body
  const shown = await templates.show(
    { kind, locale: 'en' },
    { ...words, body },
    {
      organisation: { ...ACME, name },
      baseUrl: 'https://setup.acme.example',
      logo: null,
      reader: { name: 'Ada', address: 'ada@acme.example', manager: 'Grace' },
      now: Date.UTC(2050, 10, 20),
    },
  )
  if (!shown.ok) throw new Error(JSON.stringify(shown.error))
  return shown.value.sms
}

test.each(EDITABLE_KINDS)(
  'the text message of %s is shown with its segments, three at most',
  async (kind) => {
    const sms = await smsOf(kind, 'Acme Robotics')
    expect(sms.text).toContain('https://setup.acme.example/i/')
    expect(sms).toMatchObject({ encoding: 'gsm7', units: sms.text.length })
    expect(sms.segments).toBe(sms.text.length <= 160 ? 1 : Math.ceil(sms.text.length / 153))
    expect(sms.segments).toBeLessThanOrEqual(3)
  },
)

test('a name that GSM 03.38 cannot spell costs it half of its room, and that is shown', async () => {
  expect(await smsOf('invitation', 'Ακμή Ρομποτική ЖЩ')).toMatchObject({ encoding: 'ucs2' })
})
