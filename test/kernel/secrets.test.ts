import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  CODE_LETTERS,
  DIGITS,
  equalText,
  hashSecret,
  makeCode,
  makeKeyring,
  makeSecret,
  parseMasterKey,
} from '../../src/kernel/secrets.ts'

const keyOf = (byte: number) => new Uint8Array(32).fill(byte)
const ring = (options: { current?: number; previous?: number | null; naming?: number } = {}) =>
  makeKeyring({
    current: { id: `k${options.current ?? 1}`, bytes: keyOf(options.current ?? 1) },
    previous: options.previous ? { id: `k${options.previous}`, bytes: keyOf(options.previous) } : null,
    naming: keyOf(options.naming ?? 9),
  })

describe('seals', () => {
  test('open to what was sealed, in the same context only', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (text, context, other) => {
        const sealed = ring().seal(text, context)
        expect(ring().open(sealed, context)).toBe(text)
        if (other !== context) expect(ring().open(sealed, other)).toBeNull()
      }),
    )
  })

  test('do not open when a single character was changed', () => {
    const sealed = ring().seal('secret', 'here')
    for (let index = 0; index < sealed.length; index += 1) {
      const changed = `${sealed.slice(0, index)}${sealed[index] === 'A' ? 'B' : 'A'}${sealed.slice(index + 1)}`
      const opened = ring().open(changed, 'here')
      // The last character of base64url carries unused bits: an equal reading is no forgery.
      if (opened !== null) expect(opened).toBe('secret')
    }
  })

  test('of the former key still open after a rotation, and no longer once it is gone', () => {
    const sealed = ring({ current: 1 }).seal('secret', 'here')
    expect(ring({ current: 2, previous: 1 }).open(sealed, 'here')).toBe('secret')
    expect(ring({ current: 2 }).open(sealed, 'here')).toBeNull()
  })
})

describe('HMACs', () => {
  test('match their data under the key they name, across a rotation', () => {
    const mac = ring({ current: 1 }).mac('pepper', '12345678')
    expect(ring({ current: 2, previous: 1 }).matchesMac('pepper', mac, '12345678')).toBe(true)
    expect(ring({ current: 2, previous: 1 }).matchesMac('pepper', mac, '12345679')).toBe(false)
    expect(ring({ current: 2 }).matchesMac('pepper', mac, '12345678')).toBe(false)
  })

  test('of one purpose say nothing about another', () => {
    const mac = ring().mac('pepper', 'data')
    expect(ring().matchesMac('credential', mac, 'data')).toBe(false)
  })
})

test("objects' names follow the naming key alone, and parts cannot run into each other", () => {
  const name = ring({ current: 1 }).nameOf('address', 'ada@acme.example')
  expect(ring({ current: 2 }).nameOf('address', 'ada@acme.example')).toBe(name)
  expect(ring({ naming: 8 }).nameOf('address', 'ada@acme.example')).not.toBe(name)
  expect(ring().nameOf('unknown', 'a', 'b')).not.toBe(ring().nameOf('unknown', 'ab', ''))
})

test('a master key names its id and has 32 bytes', () => {
  const text = 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8'
  expect(parseMasterKey(`k1:${text}`)?.bytes).toHaveLength(32)
  for (const wrong of ['', text, `k1:${text.slice(1)}`, `k 1:${text}`, `k1:${text}A`])
    expect(parseMasterKey(wrong)).toBeNull()
})

test('codes are drawn from their alphabet, every character about as often', () => {
  const counts = new Map<string, number>()
  for (let index = 0; index < 2000; index += 1)
    for (const digit of makeCode(DIGITS, 8)) counts.set(digit, (counts.get(digit) ?? 0) + 1)
  expect(counts.size).toBe(10)
  for (const count of counts.values()) expect(Math.abs(count - 1600)).toBeLessThan(300)
  expect(makeCode(CODE_LETTERS, 8)).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{8}$/)
})

test('secrets carry 128 bits and do not repeat', () => {
  const secrets = new Set(Array.from({ length: 1000 }, makeSecret))
  expect(secrets.size).toBe(1000)
  for (const secret of secrets) expect(secret).toMatch(/^[A-Za-z0-9_-]{22}$/)
  expect(hashSecret('a')).not.toBe(hashSecret('b'))
  expect([equalText('same', 'same'), equalText('same', 'samf'), equalText('a', 'ab')]).toEqual([
    true,
    false,
    false,
  ])
})
