import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readSmsSender } from '../../src/kernel/sms-sender.ts'
import {
  checkSmsText,
  findUnsafeTextField,
  measureSms,
  SMS_SEGMENTS_MAX,
} from '../../src/messaging/sms-rules.ts'

/** The alphabet as 3GPP TS 23.038 has it, code by code; 0x1b leads to the extension table. */
const GSM =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'
const EXTENDED = '\f^{}\\[~]|€'

const basic = fc.constantFrom(...[...GSM].filter((one) => one !== '\u001b'))
const extended = fc.constantFrom(...EXTENDED)

/** Segments by cutting, not by counting: what each part holds. */
function cut(text: string): string[] {
  const characters = [...text]
  const gsm = characters.every((one) => (GSM.includes(one) && one !== '\u001b') || EXTENDED.includes(one))
  const size = (one: string) => (gsm ? (EXTENDED.includes(one) ? 2 : 1) : one.length)
  const total = characters.reduce((sum, one) => sum + size(one), 0)
  if (total <= (gsm ? 160 : 70)) return [text]
  const parts: string[] = []
  let part = ''
  let used = 0
  for (const one of characters) {
    if (used + size(one) > (gsm ? 153 : 67)) {
      parts.push(part)
      part = ''
      used = 0
    }
    part += one
    used += size(one)
  }
  return [...parts, part]
}

describe('the alphabet', () => {
  test('has 127 characters of one unit and 10 of two', () => {
    const ones = [...GSM].filter((one) => one !== '\u001b')
    expect(ones).toHaveLength(127)
    for (const one of ones)
      expect([one, measureSms(one)]).toMatchObject([one, { encoding: 'gsm7', units: 1 }])
    for (const one of EXTENDED)
      expect([one, measureSms(one)]).toMatchObject([one, { encoding: 'gsm7', units: 2 }])
  })

  test.each(['ç', 'Ł', '’', '–', '…', '\t', '`', 'ê', '\u00a0', 'Ω\u0301', '🎉'])(
    '%j is not in it',
    (text) => {
      expect(measureSms(text).encoding).toBe('ucs2')
    },
  )
})

test.each([
  ['', 1, 160],
  ['a'.repeat(160), 1, 0],
  ['a'.repeat(161), 2, 145],
  ['a'.repeat(306), 2, 0],
  ['a'.repeat(307), 3, 152],
  ['a'.repeat(459), 3, 0],
  ['a'.repeat(460), 4, 152],
  [`${'a'.repeat(158)}€`, 1, 0],
  [`${'a'.repeat(159)}€`, 2, 145],
  // An extended character that would be torn apart begins the next part.
  [`${'a'.repeat(152)}€${'a'.repeat(100)}`, 2, 51],
  ['ł'.repeat(70), 1, 0],
  ['ł'.repeat(71), 2, 63],
  ['ł'.repeat(201), 3, 0],
  ['🎉'.repeat(35), 1, 0],
  // 67 is odd: a pair that would be torn apart begins the next part.
  ['🎉'.repeat(36), 2, 61],
  ['🎉'.repeat(67), 3, 65],
])('%j takes %i segments and leaves %i units', (text, segments, unitsLeft) => {
  expect(measureSms(text)).toMatchObject({ segments, unitsLeft })
})

test('counting agrees with cutting, for any mixture', () => {
  const mixtures = fc.oneof(
    fc.array(fc.oneof({ arbitrary: basic, weight: 5 }, extended), { maxLength: 700 }),
    fc.array(fc.oneof(basic, extended, fc.string({ unit: 'grapheme', maxLength: 2 })), { maxLength: 300 }),
  )
  fc.assert(
    fc.property(mixtures, (characters) => {
      const text = characters.join('')
      const { segments, units, encoding, unitsLeft } = measureSms(text)
      expect(segments).toBe(cut(text).length)
      const [alone, chained] = encoding === 'gsm7' ? [160, 153] : [70, 67]
      expect(units).toBeLessThanOrEqual(segments === 1 ? alone : segments * chained)
      expect(unitsLeft).toBeGreaterThanOrEqual(0)
      expect(unitsLeft).toBeLessThanOrEqual(segments === 1 ? alone : chained)
    }),
  )
})

test('what is accepted is never longer than three segments, and never carries a control character', () => {
  const texts = fc.oneof(
    fc.array(fc.oneof({ arbitrary: basic.filter((one) => one !== '\r'), weight: 9 }, fc.constant('ł')), {
      maxLength: 500,
    }),
    fc.array(fc.oneof(basic, extended, fc.string({ unit: 'binary', maxLength: 1 })), { maxLength: 20 }),
  )
  fc.assert(
    fc.property(texts, (characters) => {
      const text = characters.join('')
      const checked = checkSmsText(text)
      if (!checked.ok) return
      expect(checked.value.segments).toBeLessThanOrEqual(SMS_SEGMENTS_MAX)
      expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}]/u)
    }),
  )
})

test.each([
  ['', 'empty'],
  [' \n', 'empty'],
  ['a'.repeat(460), 'too_long'],
  ['ł'.repeat(202), 'too_long'],
  ['a\rb', 'unsafe'],
  ['a\u0000b', 'unsafe'],
  ['a\u001b[2J', 'unsafe'],
  ['a\u202eb', 'unsafe'],
  ['a\ud83d', 'unsafe'],
])('%j is refused: %s', (text, problem) => {
  expect(checkSmsText(text)).toEqual({ ok: false, error: problem })
})

test.each([
  [{ to: '+4930123456\r\nX: y' }, 'to'],
  [{ to: '+49 30 123456' }, 'to'],
  [{ to: '030123456' }, 'to'],
  [{ to: '+0301234567' }, 'to'],
  [{ to: '+1234567890123456' }, 'to'],
  [{ messageId: 'x\r\ny' }, 'messageId'],
  [{ text: 'a'.repeat(460) }, 'too_long'],
  [{ text: 'x\r\ny' }, 'unsafe'],
  [{}, null],
])('a message with %j is refused by its field', (change, field) => {
  const message = { messageId: 'msg.x.1~AbC', to: '+4930123456', text: 'Hello\nAda' }
  expect(findUnsafeTextField({ ...message, ...change })).toBe(field)
})

describe('a sender', () => {
  test.each([
    ['+4930123456', 'number'],
    ['Acme', 'name'],
    ['Acme Setup1', 'name'],
    ['1Acme', 'name'],
  ])('%j is a %s', (text, kind) => expect(readSmsSender(text)).toEqual({ kind, text }))

  test.each(['', 'Acme Robotics', '12345', 'Äcme', 'Ac\nme', ' Acme', 'Acme ', 'a-b', '+49', '00491234567'])(
    '%j is none',
    (text) => expect(readSmsSender(text)).toBeNull(),
  )
})
