import fc from 'fast-check'
import type { ArtefactInput } from '../../src/artefacts/index.ts'

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
  '\0',
  '\u0001',
  '\b',
  '\v',
  '\f',
  '\u001b',
  '\u001f',
  '\ud800',
  '\udfff',
  '\ufffe',
  '\uffff',
]

const text = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'grapheme', maxLength: 12 })), {
    maxLength: 4,
  })
  .map((parts) => withoutForbidden(parts.join('')))

/** Drops what a profile cannot carry, said differently than in the code under test. */
export function withoutForbidden(source: string): string {
  const kept = Array.from(source.replaceAll('\r\n', '\n').replaceAll('\r', '\n')).filter((character) => {
    const point = character.codePointAt(0) ?? 0
    const surrogate = point >= 0xd800 && point <= 0xdfff
    const control = point < 0x20 && point !== 0x09 && point !== 0x0a
    return !surrogate && !control && point !== 0xfffe && point !== 0xffff
  })
  return kept.join('')
}

/** 1 to 32 bytes of UTF-8, as the templates room accepts it. */
const ssid = text.map((source) => {
  const bytes = new TextEncoder().encode(source).slice(0, 32)
  return new TextDecoder('utf-8', { fatal: false, ignoreBOM: true }).decode(bytes, { stream: true }) || 'Acme'
})
const passphrase = fc.string({ unit: 'grapheme-ascii', minLength: 8, maxLength: 63 })
const network = fc
  .record({
    ssid,
    security: fc.constantFrom('none' as const, 'wpa2' as const, 'wpa3' as const),
    hidden: fc.boolean(),
    autoJoin: fc.boolean(),
    passphrase,
  })
  .map((made) => ({ ...made, passphrase: made.security === 'none' ? null : made.passphrase }))

const url = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  text.map(
    (source) =>
      `https://büro.example/ä/${encodeURIComponent(Array.from(source).slice(0, 50).join(''))}?q=<"a|b">&x={y}#^z`,
  ),
)
const policy = fc.oneof(text, fc.integer(), fc.boolean())
const id = fc.stringMatching(/^[A-Za-z0-9_-]{22}$/)

export const settings: fc.Arbitrary<ArtefactInput['template']['settings']> = fc.record({
  wifi: fc.array(network, { maxLength: 4 }),
  webLinks: fc.array(fc.record({ label: text, url }), { maxLength: 4 }),
  passcode: fc.option(fc.record({ required: fc.boolean(), minLength: fc.nat({ max: 16 }) })),
  agentApp: fc.option(fc.record({ name: text, playPackage: fc.option(fc.constant('example.acme.agent')) })),
  policies: fc.dictionary(fc.string({ maxLength: 20 }), policy, { maxKeys: 4, noNullPrototype: true }),
})

/** Anything that a template, a device and an organisation may hold. */
export const artefactInput = (platforms: readonly string[]): fc.Arbitrary<ArtefactInput> =>
  fc.record({
    template: fc.record({
      id: id.map((made) => `tpl_${made}`),
      name: text,
      version: fc.integer({ min: 1, max: 1_000_000 }),
      settings,
    }),
    device: fc.record({
      id: id.map((made) => `dev_${made}`),
      platform: fc.constantFrom(...platforms),
      ownership: fc.constantFrom('company', 'personal'),
    }),
    organisation: fc.record({ name: text, slug: fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,38}[a-z0-9]$/) }),
    confirmUrl: fc.option(fc.webUrl({ withQueryParameters: true })),
    words: fc.record({ description: text, confirmLabel: text }),
  })

/** One of each: an open, a WPA2 and a WPA3 network, a link and a confirmation. */
export const plainInput: ArtefactInput = {
  template: {
    id: 'tpl_AAAAAAAAAAAAAAAAAAAAAA',
    name: 'iPhone and iPad',
    version: 3,
    settings: {
      wifi: [
        { ssid: 'Acme Guest', security: 'none', hidden: false, autoJoin: false, passphrase: null },
        { ssid: 'Acme', security: 'wpa2', hidden: false, autoJoin: true, passphrase: 'correct horse' },
        { ssid: 'Acme Lab', security: 'wpa3', hidden: true, autoJoin: true, passphrase: 'battery staple' },
      ],
      webLinks: [{ label: 'Help', url: 'https://help.acme.example/start' }],
      passcode: { required: true, minLength: 6 },
      agentApp: { name: 'Acme Agent', playPackage: null },
      policies: { camera: true },
    },
  },
  device: { id: 'dev_BBBBBBBBBBBBBBBBBBBBBB', platform: 'ios', ownership: 'personal' },
  organisation: { name: 'Acme Robotics', slug: 'acme' },
  confirmUrl: 'https://latchkey.example/p/ref?installed=1',
  words: { description: 'What Acme set up for you.', confirmLabel: 'It is installed' },
}
