import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  authorityName,
  escapeNameValue,
  readName,
  signerName,
  writeName,
} from '../../src/certificates/names.ts'

describe('a name in RFC 4514', () => {
  test.each<[string, ReturnType<typeof readName>]>([
    ['CN=Ada', [{ type: 'CN', value: 'Ada' }]],
    [
      'cn = Ada , O=Acme,  c=DE',
      [
        { type: 'CN', value: 'Ada' },
        { type: 'O', value: 'Acme' },
        { type: 'C', value: 'DE' },
      ],
    ],
    ['CN=Lovelace\\, Ada', [{ type: 'CN', value: 'Lovelace, Ada' }]],
    ['CN=\\#1\\+\\"\\\\', [{ type: 'CN', value: '#1+"\\' }]],
    ['CN=,O=Acme', [{ type: 'O', value: 'Acme' }]],
    ['', []],
    ['CN=a+OU=b', null],
    ['CN=a;O=b', null],
    ['CN="a"', null],
    ['CN=a, b', null],
    ['DC=example', null],
    ['1.2.3=x', null],
    ['__proto__=x', null],
    ['constructor=x', null],
    ['just words', null],
  ])('%s', (text, parts) => {
    expect(readName(text)).toEqual(parts)
  })

  test('is cut where readers of certificates would refuse it', () => {
    const [cn, c] = readName(`CN=${'👩'.repeat(5000)},C=DEUTSCHLAND`) ?? []
    expect([...(cn?.value ?? '')]).toHaveLength(64)
    expect(c?.value).toBe('DE')
  })

  test('whatever a variable stands for: one value, and nothing besides', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.constantFrom('CN', 'OU'),
        (value, type) => {
          const parts = readName(`${type}=${escapeNameValue(value)},O=Acme`)
          expect(parts?.at(-1)).toEqual({ type: 'O', value: 'Acme' })
          expect(parts?.length).toBeLessThanOrEqual(2)
          expect(parts && readName(writeName(parts))).toEqual(parts)
        },
      ),
      { numRuns: 2000 },
    )
    for (const value of [
      'x,O=Evil',
      'x\\',
      '\\,O=Evil',
      'x\nO=Evil',
      '+OU=Evil',
      ' ',
      '#0401',
      '"',
      '\ud800',
    ])
      expect(readName(`CN=${escapeNameValue(value)},O=Acme`)?.at(-1)).toEqual({ type: 'O', value: 'Acme' })
  })

  test('of ten kilobytes is read at once, also one that is none', () => {
    const from = performance.now()
    for (const text of [`CN=${'\\,'.repeat(5000)}`, `CN=${' '.repeat(10_000)}+`, `${'CN='.repeat(3000)}`])
      readName(text)
    expect(performance.now() - from).toBeLessThan(100)
  })
})

describe('the names that we give', () => {
  test('hold the organisation, whatever it is called, within the bounds', () => {
    for (const organisation of ['Acme', 'A'.repeat(500), '', '\u0000', '"Müller", O=Evil', '🦄'.repeat(99)])
      for (const parts of [authorityName(organisation, 12), signerName(organisation)]) {
        for (const { value } of parts) expect([...value].length).toBeLessThanOrEqual(64)
        expect(readName(writeName(parts))).toEqual(parts)
      }
    expect(writeName(authorityName('Acme', 1))).toBe('CN=Acme device CA,O=Acme')
    expect(writeName(authorityName('A'.repeat(500), 12))).toMatch(/^CN=A+ device CA 12,/)
  })
})
