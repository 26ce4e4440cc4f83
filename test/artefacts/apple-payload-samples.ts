import fc from 'fast-check'
import {
  type AppleRule,
  type AppleRules,
  appleSchemaOf,
  appleTypes,
  type Json,
  type JsonObject,
} from '../../src/templates/index.ts'

/** Texts that anybody may have typed, and payloads that keep to Apple's rules. */

/** Pieces that have broken somebody's XML, JSON or shell before. */
const HOSTILE = [
  ...[']]>', '<![CDATA[', '&', '&amp;', '&#0;', '&lol;', '<', '>', '</string></dict>', '<!--', '-->', '?>'],
  ...['"', "'", '`', '$(reboot)', '\\', '%s', '{{x}}', '<script>alert(1)</script>', '__proto__'],
  ...[
    '😀',
    '👩‍👩‍👧',
    '🇪🇺',
    'שלום',
    'مرحبا',
    'e\u0301',
    '\u200d',
    '\u202e',
    '\u2028',
    '\u0085',
    '\ufeff',
    '\ufffd',
  ],
  ...['a'.repeat(10_000), '   ', '\u{10ffff}', '\ufdd0'],
]
/** What XML 1.0 cannot write (section 2.2), or only as something else. */
export const FORBIDDEN = [
  ...['\0', '\u0001', '\b', '\v', '\f', '\u001b', '\u001f', '\ud800', '\udfff', '\ufffe', '\uffff'],
]

export const hostile = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'grapheme', maxLength: 12 })), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) => withoutForbidden(parts.join('')))
  .filter((text) => text.trim() !== '')

/** What XML can write, said apart from the code under test. */
export function withoutForbidden(source: string): string {
  const kept = Array.from(source.replaceAll('\r\n', '\n').replaceAll('\r', '\n')).filter((character) => {
    const point = character.codePointAt(0) ?? 0
    const surrogate = point >= 0xd800 && point <= 0xdfff
    const control = point < 0x20 && point !== 0x09 && point !== 0x0a
    return !surrogate && !control && point !== 0xfffe && point !== 0xffff
  })
  return kept.join('')
}

const base64 = fc.uint8Array({ maxLength: 12 }).map((bytes) => Buffer.from(bytes).toString('base64'))
const FORMATTED: Record<string, string> = {
  '^([0-9A-Fa-f]{2}:){5}([0-9A-Fa-f]{2})$': '00:11:22:aa:BB:cc',
  '^https://.*$': 'https://mdm.acme.example/',
  '^([0-9A-Za-z]{6})|([0-9A-Za-z]{9})$': '001122',
  '^[0-9]{6}$': '310410',
}

/** A value that keeps to a rule. */
function fittingRule(rule: AppleRule, references: string[]): fc.Arbitrary<Json> {
  const { type, values, range, inside, format } = rule
  if (values && type !== 'array')
    return fc.constantFrom(...values.map((value) => (type === 'string' ? value : Number(value))))
  switch (type) {
    case 'string':
      return format ? fc.constant(FORMATTED[format.source.replaceAll('\\/', '/')] ?? '') : hostile
    case 'integer':
      return fc.integer({ min: bound(range?.min, -1000), max: bound(range?.max, 5000) })
    case 'real':
      return fc.constantFrom(bound(range?.min, 0.5), bound(range?.min, 0) + 0.25)
    case 'boolean':
      return fc.boolean()
    case 'data':
      return base64
    case 'date':
      return fc.constant('2027-01-31T12:00:00Z')
    case 'certificate':
      return fc.constantFrom(...references)
    case 'array': {
      const item = inside?.get('*')
      return fc.array(item ? fittingRule(item, references) : hostile, { maxLength: 2 })
    }
    case 'dictionary':
      return inside
        ? dictionaryOf(inside, references)
        : fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), hostile, plain)
    case 'any':
      return fc.oneof(hostile, fc.boolean(), fc.integer())
  }
}

const plain = { maxKeys: 2, noNullPrototype: true } as const
const bound = (value: number | undefined, otherwise: number) =>
  value === undefined || !Number.isFinite(value) ? otherwise : value

function dictionaryOf(rules: AppleRules, references: string[]): fc.Arbitrary<JsonObject> {
  const entries = [...rules].map(([name, rule]) => [name === '*' ? 'any' : name, rule] as const)
  const required = entries.filter(([, rule]) => rule.required).map(([name]) => name)
  const all = Object.fromEntries(entries.map(([name, rule]) => [name, fittingRule(rule, references)]))
  return fc.record(all, { requiredKeys: required, noNullPrototype: true }) as fc.Arbitrary<JsonObject>
}

const TYPES = appleTypes().filter((type) => !appleSchemaOf(type)?.managed)

/** Any payload that Apple describes, by its rules, each type once. */
export const payloadsOf = (references: string[]): fc.Arbitrary<JsonObject[]> =>
  fc.uniqueArray(fc.constantFrom(...TYPES), { maxLength: 3 }).chain((types) =>
    fc.tuple(
      ...types.map((type) => {
        const rules = new Map(
          [...(appleSchemaOf(type)?.keys ?? [])].filter(([, rule]) => canBe(rule, references)),
        )
        return dictionaryOf(rules, references).map((made) => ({ ...made, PayloadType: type }))
      }),
    ),
  )

/** Where the template has no certificate, nothing can be referred to. */
const canBe = (rule: AppleRule, references: string[]): boolean =>
  references.length > 0 ||
  (rule.type !== 'certificate' && [...(rule.inside?.values() ?? [])].every((one) => canBe(one, references)))
