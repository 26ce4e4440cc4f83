import fc from 'fast-check'
import type { TemplateSettings } from '../../src/templates/index.ts'

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

/** Settings as they were stored before there was more to set. */
export const settings: fc.Arbitrary<TemplateSettings> = fc.record({
  wifi: fc.array(network, { maxLength: 4 }),
  webLinks: fc.array(fc.record({ label: text, url }), { maxLength: 4 }),
  passcode: fc.option(fc.record({ required: fc.boolean(), minLength: fc.nat({ max: 16 }) })),
  agentApp: fc.option(fc.record({ name: text, playPackage: fc.option(fc.constant('example.acme.agent')) })),
  policies: fc.dictionary(fc.string({ maxLength: 20 }), policy, { maxKeys: 4, noNullPrototype: true }),
})

/** One of each: an open, a WPA2 and a WPA3 network, and a link. */
export const plainTemplate = {
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
  } satisfies TemplateSettings as TemplateSettings,
}
