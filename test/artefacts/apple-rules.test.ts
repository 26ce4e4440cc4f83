import { describe, expect, test } from 'vitest'
import { renderAppleProfile } from '../../src/artefacts/index.ts'
import {
  type AppleSystem,
  COMMON,
  checkAppleProfile,
  type KeyRule,
  type KeyRules,
  PAYLOADS,
  TOP_LEVEL,
} from './apple-rules.ts'
import { type PlistValue, readPlist } from './plist-reader.ts'
import { plainInput } from './samples.ts'

type Entries = Map<string, PlistValue>
type Sample = { root: PlistValue; profile: Entries; payloads: Entries[] }

function makeSample(system: AppleSystem = 'ios'): Sample {
  const input = { ...plainInput, device: { ...plainInput.device, platform: system } }
  const root = readPlist(renderAppleProfile(input).body)
  const profile = entriesOf(root)
  const content = profile.get('PayloadContent')
  if (content?.type !== 'array') throw new Error('the sample has no payloads')
  return { root, profile, payloads: content.value.map(entriesOf) }
}

function entriesOf(value: PlistValue): Entries {
  if (value.type !== 'dictionary') throw new Error('no dictionary')
  return value.value
}

const text = (value: string): PlistValue => ({ type: 'string', value })
const integer = (value: number): PlistValue => ({ type: 'integer', value })

/** The first dictionary of the sample that has this type. */
function pick(sample: Sample, type: string): Entries {
  if (type === 'Configuration') return sample.profile
  const found = sample.payloads.find((payload) => payload.get('PayloadType')?.value === type)
  if (!found) throw new Error(`the sample has no ${type}`)
  return found
}

const TABLES: [string, KeyRules][] = [
  ['Configuration', TOP_LEVEL],
  ...Object.entries(PAYLOADS).map(([type, rules]): [string, KeyRules] => [type, { ...COMMON, ...rules }]),
]
const RULES = TABLES.flatMap(([type, rules]) =>
  Object.entries(rules).map(([key, rule]) => ({ type, key, rule })),
)

/** A value that obeys type, list, range and shape: what is wrong with it is then something else. */
function validValue({ type, values, range, items, format }: KeyRule): PlistValue {
  if (type === 'array') return { type, value: items === 'string' ? [text('x')] : [] }
  if (type === 'boolean') return { type, value: true }
  if (type === 'integer' || type === 'real') return { type, value: Number(values?.[0] ?? range?.min ?? 1) }
  return { type, value: String(values?.[0] ?? (format ? '00000000-0000-0000-0000-000000000000' : 'x')) }
}

describe('the rules of Apple’s schema', () => {
  test.each(['ios', 'macos'] as const)('accept what we emit for %s', (system) =>
    expect(checkAppleProfile(makeSample(system).root, system)).toEqual([]),
  )

  test.each(RULES)('refuse $type $key of another type', ({ type, key, rule }) => {
    const sample = makeSample()
    const wrong = rule.type === 'real' ? integer(1) : ({ type: 'real', value: 1 } as const)
    pick(sample, type).set(key, wrong)
    expect(checkAppleProfile(sample.root, 'ios').join()).toContain(
      `${key} is ${wrong.type}, not ${rule.type}`,
    )
  })

  test.each(RULES.filter(({ rule }) => rule.required))('miss $type $key', ({ type, key }) => {
    const sample = makeSample()
    pick(sample, type).delete(key)
    expect(checkAppleProfile(sample.root, 'ios').join()).toContain(`${key} is missing`)
  })

  test.each(RULES.filter(({ rule }) => rule.values))('refuse $type $key outside its list', (found) => {
    const sample = makeSample()
    pick(sample, found.type).set(found.key, found.rule.type === 'integer' ? integer(99) : text('wpa2'))
    expect(checkAppleProfile(sample.root, 'ios').join()).toContain(`${found.key} is not in the list`)
  })

  test.each(RULES.filter(({ rule }) => rule.format))('refuse $type $key of another shape', (found) => {
    const sample = makeSample()
    pick(sample, found.type).set(found.key, text(' '))
    expect(checkAppleProfile(sample.root, 'ios').join()).toContain(`${found.key} has another shape`)
  })

  test.each(RULES.filter(({ rule }) => rule.range))(
    'refuse $type $key out of range',
    ({ type, key, rule }) => {
      for (const number of [(rule.range?.min ?? 0) - 1, (rule.range?.max ?? 0) + 1]) {
        const sample = makeSample()
        pick(sample, type).set(key, integer(number))
        expect(checkAppleProfile(sample.root, 'ios').join()).toContain(`${key} is out of range`)
      }
    },
  )

  test.each(RULES.filter(({ rule }) => rule.notOn))(
    'refuse $type $key on $rule.notOn',
    ({ type, key, rule }) => {
      const complaint = `${key} does not exist on`
      for (const system of ['ios', 'macos'] as const) {
        const sample = makeSample(system)
        pick(sample, type).set(key, validValue(rule))
        expect(checkAppleProfile(sample.root, system).join().includes(complaint)).toBe(system === rule.notOn)
      }
    },
  )

  test.each(RULES.filter(({ rule }) => rule.type === 'array'))(
    'refuse in $type $key what is no item',
    (found) => {
      const sample = makeSample()
      pick(sample, found.type).set(found.key, { type: 'array', value: [integer(1)] })
      expect(checkAppleProfile(sample.root, 'ios').join()).toContain(`${found.key} holds integer`)
    },
  )
})

const WIFI = 'com.apple.wifi.managed'
const CLIP = 'com.apple.webClip.managed'

test.each<[string, string, AppleSystem, (sample: Sample) => void]>([
  ['an unknown key at the top', 'Colour is unknown', 'ios', (s) => s.profile.set('Colour', text('x'))],
  ['an unknown key in a payload', 'Colour is unknown', 'ios', (s) => pick(s, CLIP).set('Colour', text('x'))],
  ['a key named like a method', 'toString is unknown', 'ios', (s) => s.profile.set('toString', text('x'))],
  ['a key of another payload', 'Label is unknown', 'ios', (s) => pick(s, WIFI).set('Label', text('x'))],
  ['an unknown payload', 'unknown type com.x', 'ios', (s) => pick(s, CLIP).set('PayloadType', text('com.x'))],
  [
    'the same UUID twice, in another case',
    'PayloadUUID is not unique',
    'ios',
    (s) => pick(s, WIFI).set('PayloadUUID', text(String(s.profile.get('PayloadUUID')?.value).toLowerCase())),
  ],
  [
    'the same identifier twice',
    'PayloadIdentifier is not unique',
    'ios',
    (s) => pick(s, WIFI).set('PayloadIdentifier', text(String(s.profile.get('PayloadIdentifier')?.value))),
  ],
  ['a network without a name', 'SSID_STR or DomainName', 'ios', (s) => pick(s, WIFI).delete('SSID_STR')],
  ['an empty name', 'not 1 to 32 bytes', 'ios', (s) => pick(s, WIFI).set('SSID_STR', text(''))],
  [
    '33 bytes in 17 letters',
    '1 to 32 bytes',
    'ios',
    (s) => pick(s, WIFI).set('SSID_STR', text(`${'é'.repeat(16)}x`)),
  ],
  [
    'an open network’s password',
    'without encryption',
    'ios',
    (s) => pick(s, WIFI).set('Password', text('secret 12')),
  ],
  ['WPA2 without password', 'no passphrase', 'ios', (s) => pick(s, WIFI).set('EncryptionType', text('WPA2'))],
  ['a short password', 'no passphrase', 'ios', (s) => s.payloads[1]?.set('Password', text('seven77'))],
  [
    'an address that runs script',
    'URL has another shape',
    'ios',
    (s) => pick(s, CLIP).set('URL', text('javascript:x')),
  ],
  [
    'a Mac’s web clip for the system',
    'PayloadScope User',
    'macos',
    (s) => s.profile.set('PayloadScope', text('System')),
  ],
  ['a Mac’s web clip without scope', 'PayloadScope User', 'macos', (s) => s.profile.delete('PayloadScope')],
])('they refuse %s', (_what, complaint, system, spoil) => {
  const sample = makeSample(system)
  spoil(sample)
  expect(checkAppleProfile(sample.root, system).join('\n')).toContain(complaint)
})

test('they refuse what is no dictionary', () =>
  expect(checkAppleProfile(text('x'), 'ios')).toEqual(['profile: no dictionary']))
