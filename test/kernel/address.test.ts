import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normaliseAddress } from '../../src/kernel/address.ts'

describe('an address has one spelling', () => {
  test.each([
    ['ada@acme.example', 'ada@acme.example'],
    ['  Ada.Lovelace@ACME.Example ', 'ada.lovelace@acme.example'],
    ['\tada@acme.example', 'ada@acme.example'],
    ['ada+phone@acme.example', 'ada+phone@acme.example'],
    ["o'brien@acme.example", "o'brien@acme.example"],
    ['ada@büro.example', 'ada@xn--bro-hoa.example'],
    ['ada@BÜRO.example', 'ada@xn--bro-hoa.example'],
    ['ada@xn--bro-hoa.example', 'ada@xn--bro-hoa.example'],
    ['ada@straße.example', 'ada@xn--strae-oqa.example'],
    ['ada@例え.テスト', 'ada@xn--r8jz45g.xn--zckzah'],
    ['a@b.co', 'a@b.co'],
  ])('%j becomes %j', (typed, normal) => {
    expect(normaliseAddress(typed)).toBe(normal)
  })

  test('a plus tag makes another address, case does not', () => {
    expect(normaliseAddress('ADA+a@acme.example')).not.toBe(normaliseAddress('ada+b@acme.example'))
    expect(normaliseAddress('ADA@acme.example')).toBe(normaliseAddress('ada@ACME.EXAMPLE'))
  })
})

describe('what would slip past an e-mail rule is refused', () => {
  test.each([
    ['nothing', ''],
    ['no at sign', 'acme.example'],
    ['two at signs', 'ada@evil.example@acme.example'],
    ['a newline inside', 'ada@acme.example\n@evil.example'],
    ['a newline at the end', 'ada@acme.example\n'],
    ['CR/LF and a header', 'ada@acme.example\r\nBcc: eve@evil.example'],
    ['NUL', 'ada\u0000@acme.example'],
    ['a line separator', 'ada@acme.example\u2028'],
    ['U+212A in the local part', 'mar\u212A@acme.example'],
    ['U+212A in the domain', 'ada@wor\u212A.example'],
    ['full-width letters in the domain', 'ada@ａcme.example'],
    ['a soft hyphen in the domain', 'ada@ac\u00adme.example'],
    ['an ideographic full stop', 'ada@acme。example'],
    ['umlauts in the local part', 'ädä@acme.example'],
    ['a quoted local part', '"ada lovelace"@acme.example'],
    ['a comment', 'ada(comment)@acme.example'],
    ['a display name', 'Ada <ada@acme.example>'],
    ['two addresses', 'ada@acme.example,eve@evil.example'],
    ['a dot at an end', '.ada@acme.example'],
    ['two dots', 'ada..l@acme.example'],
    ['a domain without a dot', 'ada@localhost'],
    ['a dot after the domain', 'ada@acme.example.'],
    ['an IPv4 domain', 'ada@127.0.0.1'],
    ['a hexadecimal IPv4 domain', 'ada@127.0x1'],
    ['an address literal', 'ada@[127.0.0.1]'],
    ['a port', 'ada@acme.example:25'],
    ['a path', 'ada@acme.example/evil'],
    ['a path behind a letter outside ASCII', 'ada@büro.example/evil'],
    ['percent encoding behind a letter outside ASCII', 'ada@bü%2eevil.example'],
    ['a hyphen at the end of a label', 'ada@acme-.example'],
    ['a local part of 65 characters', `${'a'.repeat(65)}@acme.example`],
    ['255 characters', `${'a'.repeat(61)}@${'b.'.repeat(93)}example`],
    ['a million characters', `${'a'.repeat(1_000_000)}@acme.example`],
  ])('%s', (_what, typed) => {
    expect(normaliseAddress(typed)).toBeNull()
  })

  test('254 characters are accepted, so that the refusal of 255 is about length', () => {
    const longest = `${'a'.repeat(61)}@${'b.'.repeat(92)}example`
    expect(longest).toHaveLength(253)
    expect(normaliseAddress(longest)).toBe(longest)
    expect(normaliseAddress(`a${longest}`)).toBe(`a${longest}`)
    expect(normaliseAddress(`aa${longest}`)).toBeNull()
  })
})

test('whatever is typed, the result is plain, short, stable and has one at sign', () => {
  const part = fc.string({
    unit: fc.oneof(
      fc.constantFrom(...'aZ09.-_+@\n"\u212Aüß例。'),
      fc.string({ unit: 'binary', maxLength: 1 }),
    ),
    maxLength: 20,
  })
  const typed = fc.oneof(
    part,
    fc.tuple(part, part).map(([local, domain]) => `${local}@${domain}.example`),
    fc.emailAddress(),
  )
  let accepted = 0
  fc.assert(
    fc.property(typed, (text) => {
      const normal = normaliseAddress(text)
      if (normal === null) return
      accepted += 1
      expect(normal).toMatch(/^[!-?A-~]+@[a-z0-9.-]+$/)
      expect(normal).toBe(normal.toLowerCase())
      expect(normal).not.toMatch(/["(),:;<>[\]\\\s]/)
      expect(normal.length).toBeLessThanOrEqual(254)
      expect(normaliseAddress(normal)).toBe(normal)
    }),
    { numRuns: 2000 },
  )
  expect(accepted).toBeGreaterThan(100)
})
