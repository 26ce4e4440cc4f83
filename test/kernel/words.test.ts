import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deviceFactsSchema } from '../../src/kernel/device-facts.ts'
import { fromBase64Url, toBase64Url } from '../../src/kernel/encoding.ts'
import { isRef, makeId } from '../../src/kernel/ids.ts'
import { directionOf, inLocale, intlTag, LOCALES, matchLocale } from '../../src/kernel/locale.ts'
import { isPrintable } from '../../src/kernel/text.ts'
import { toIso } from '../../src/kernel/time.ts'
import { readTypedCode, readTypedNumber, splitTyped, splitTypedWords } from '../../src/kernel/typed.ts'

test('base64url comes back as it went', () => {
  const there = fc.property(fc.uint8Array(), (bytes) => {
    expect(fromBase64Url(toBase64Url(bytes))).toEqual(new Uint8Array(bytes))
  })
  fc.assert(there)
  for (const wrong of ['a b', 'a+b/', '====', 'ä']) expect(fromBase64Url(wrong)).toBeNull()
})

test.each([
  [' 1234-5678 ', '12345678'],
  ['1234 – 5678', '12345678'],
  ['١٢٣٤ ٥٦٧٨', '12345678'],
  ['۱۲۳۴۵۶۷۸', '12345678'],
  ['１２３４５６７８', '12345678'],
  ['bcdf-ghjk', 'BCDFGHJK'],
])('a code that is typed as %j is %j', (typed, read) => expect(readTypedCode(typed)).toBe(read))

test.each([
  [' 42 ', 42],
  ['٤٢', 42],
  ['', null],
  [' ', null],
  ['-1', Number.NaN],
  ['1.5', Number.NaN],
  ['4 2', Number.NaN],
  ['1e3', Number.NaN],
])('a number that is typed as %j is %j', (typed, read) => expect(readTypedNumber(typed)).toEqual(read))

test('a list is parted by what its writer’s keyboard has for it', () => {
  expect(splitTyped(' Sales, Berlin;; Field  work\nنقل، دعم؛ ')).toEqual([
    ...['Sales', 'Berlin', 'Field  work', 'نقل', 'دعم'],
  ])
  expect(splitTyped(' ')).toEqual([])
  expect(splitTypedWords(' 2, 7 30؛٩٠')).toEqual(['2', '7', '30', '٩٠'])
})

test('ids name their kind and carry 128 bits', () => {
  const id = makeId('dev', new Uint8Array(16))
  expect(id).toBe(`dev_${'A'.repeat(22)}`)
  expect([isRef('A'.repeat(22)), isRef('A'.repeat(21)), isRef(`${'A'.repeat(21)}.`)]).toEqual([
    true,
    false,
    false,
  ])
})

test.each([
  ['de-AT,en;q=0.8', 'de'],
  ['nl, en;q=0.5, de;q=0.9', 'de'],
  ['fr-CA,fr;q=0.9', 'fr'],
  ['es-419', 'es'],
  ['sk, cs;q=0.9', 'cs'],
  ['ar-EG,en;q=0.4', 'ar'],
  ['en', 'en'],
  ['nl', null],
  ['de;q=0', null],
  ['', null],
  [null, null],
])('Accept-Language %j is served %j', (header, locale) => expect(matchLocale(header)).toBe(locale))

test('Arabic runs from right to left, all others from left to right', () => {
  expect(LOCALES.filter((locale) => directionOf(locale) === 'rtl')).toEqual(['ar'])
})

test('every language writes times with the digits that are typed here, and with 24 hours', () => {
  for (const locale of LOCALES) {
    const format = new Intl.DateTimeFormat(intlTag(locale), { timeStyle: 'short', timeZone: 'UTC' })
    expect(format.format(Date.UTC(2026, 10, 21, 22, 45)), locale).toContain('22:45')
  }
})

test('a text without the locale falls back to English', () => {
  expect([inLocale({ en: 'a', de: 'b' }, 'de'), inLocale({ en: 'a' }, 'de')]).toEqual(['b', 'a'])
})

test('times are RFC 3339 in whole seconds', () => {
  expect(toIso(Date.UTC(2026, 10, 20, 10, 32, 5, 900))).toBe('2026-11-20T10:32:05Z')
})

test('control and direction characters have no place in a name, other scripts do', () => {
  for (const text of ['a\nb', 'a\u0000', 'a\u007f', '\u202eevil', 'a\u2066b', 'a\ud800', 'a\uffff'])
    expect(isPrintable(text)).toBe(false)
  for (const text of ["O'Brien", 'مرحبا', '李', '🤖 <b>']) expect(isPrintable(text)).toBe(true)
})

test("a device's facts are short printable texts, and unknown ones are left out", () => {
  expect(deviceFactsSchema.parse({ name: ' x ', unknown: 1 })).toEqual({ name: 'x' })
  for (const facts of [{ name: '' }, { name: 'a\u0007' }, { serial: 'x'.repeat(61) }, { platform: 'amiga' }])
    expect(deviceFactsSchema.safeParse(facts).success).toBe(false)
})
