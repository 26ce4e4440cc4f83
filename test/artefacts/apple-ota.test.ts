import { describe, expect, test } from 'vitest'
import { renderOtaRequest } from '../../src/artefacts/apple-ota.ts'
import { readFlatPlist } from '../../src/artefacts/apple-ota-plist.ts'
import { modelOf, versionOf } from '../../src/artefacts/apple-ota-products.ts'
import { ATTRIBUTES, plistOf } from './ota-messages.ts'
import { type PlistValue, readPlist } from './plist-reader.ts'

const request = (name = 'Acme', platform: 'ios' | 'macos' = 'ios') => ({
  device: { id: 'dev_AbCdEfGhIjKlMnOpQrStUv', platform },
  organisation: { name, slug: 'acme', siteId: '4711' },
  url: 'https://setup.acme.example/device/v1/ota/dev_AbCdEfGhIjKlMnOpQrStUv',
  challenge: 'ref.challenge',
  words: { name: `${name}: set up`, description: `Tells ${name} what it is.` },
})

/** Without the types of its values. */
function bare({ type, value }: PlistValue): unknown {
  if (type === 'array') return value.map(bare)
  if (type === 'dictionary') return Object.fromEntries([...value].map(([key, one]) => [key, bare(one)]))
  return value
}
const profileOf = (input: Parameters<typeof renderOtaRequest>[0]) =>
  bare(readPlist(String(renderOtaRequest(input).body)))

const read = (text: string) => readFlatPlist(new TextEncoder().encode(text))
const dict = (inside: string) => `<plist version="1.0"><dict>${inside}</dict></plist>`

describe('the phase 1 profile', () => {
  test('asks for attributes, brings a challenge and installs nothing', () => {
    const { contentType, fileName } = renderOtaRequest(request())
    expect([contentType, fileName]).toEqual(['application/x-apple-aspen-config', 'acme.mobileconfig'])
    expect(profileOf(request())).toEqual({
      PayloadType: 'Profile Service',
      PayloadVersion: 1,
      PayloadIdentifier: 'latchkey.dev_AbCdEfGhIjKlMnOpQrStUv.ota',
      PayloadUUID: expect.stringMatching(/^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/),
      PayloadDisplayName: 'Acme: set up',
      PayloadDescription: 'Tells Acme what it is.',
      PayloadOrganization: 'Acme',
      TargetDeviceType: 1,
      PayloadContent: {
        URL: 'https://setup.acme.example/device/v1/ota/dev_AbCdEfGhIjKlMnOpQrStUv',
        DeviceAttributes: ['UDID', 'VERSION', 'PRODUCT', 'SERIAL', 'IMEI', 'DEVICE_NAME'],
        Challenge: 'ref.challenge',
      },
    })
  })

  test('is for a Mac as well, which knows no watch', () => {
    expect(profileOf(request('Acme', 'macos'))).not.toHaveProperty('TargetDeviceType')
  })

  test('is the same bytes for the same input, and carries any name', () => {
    for (const name of ['<b>&"\']]>', '\u0000\u0008\ud800', '📱 عربى', 'x'.repeat(10_000)]) {
      const { body } = renderOtaRequest(request(name))
      expect(renderOtaRequest(request(name)).body).toBe(body)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what XML cannot carry
      const plain = name.replace(/[\u0000\u0008\ud800]/g, '')
      expect(profileOf(request(name))).toMatchObject({ PayloadOrganization: plain })
    }
  })
})

describe('the property list of a device', () => {
  test('gives its texts', () => {
    expect(Object.fromEntries(read(plistOf(ATTRIBUTES)) ?? [])).toEqual(ATTRIBUTES)
    const more =
      '<key>A</key><data>QUJD</data><key>B</key><true/><key>C</key><integer>7</integer><key>D</key><string/>'
    expect(Object.fromEntries(read(dict(more)) ?? [])).toEqual({ C: '7' })
    expect(read(dict('<key>A</key><string>&#65;&#x1F4F1;&amp;lt;</string>'))?.get('A')).toBe('A📱&lt;')
  })

  const laughs = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join(
    '',
  )
  const hostile: [string, string][] = [
    [
      'a billion laughs',
      `<!DOCTYPE plist [<!ENTITY l0 "ha">${laughs}]>${dict('<key>UDID</key><string>&l9;</string>')}`,
    ],
    [
      'an external entity',
      `<!DOCTYPE plist [<!ENTITY x SYSTEM "file:///etc/passwd">]>${dict('<key>A</key><string>&x;</string>')}`,
    ],
    ['an unknown entity', dict('<key>A</key><string>&nbsp;</string>')],
    ['a bare ampersand', dict('<key>A</key><string>a & b</string>')],
    ['a character that there is none of', dict('<key>A</key><string>&#x110000;</string>')],
    ['a dictionary within', dict('<key>A</key><dict><key>B</key><string>c</string></dict>')],
    ['a deep nest', dict(`<key>A</key>${'<array>'.repeat(20_000)}${'</array>'.repeat(20_000)}`)],
    ['an array on top', '<plist version="1.0"><array><string>A</string></array></plist>'],
    ['a key without a value', dict('<key>A</key><key>B</key><string>c</string>')],
    ['a value without a key', dict('<string>c</string>')],
    ['a key told twice', dict('<key>UDID</key><string>a</string><key>UDID</key><string>b</string>')],
    ['elements that do not close', dict('<key>A</key><string>c</integer>')],
    ['a comment', dict('<!-- --><key>A</key><string>c</string>')],
    ['CDATA', dict('<key>A</key><string><![CDATA[c]]></string>')],
    ['something behind the end', `${dict('<key>A</key><string>c</string>')}<plist/>`],
    ['nothing', ''],
    ['only blanks', ' '.repeat(60_000)],
    [
      'blanks everywhere',
      `<plist>${' '.repeat(20_000)}<dict>${' '.repeat(20_000)}</dict>${' '.repeat(20_000)}x`,
    ],
    ['a declaration without end', `<?xml ${' '.repeat(60_000)}`],
    ['a document type without end', `<!DOCTYPE plist PUBLIC "${' '.repeat(60_000)}`],
    ['ampersands only', dict(`<key>A</key><string>${'&'.repeat(60_000)}</string>`)],
    [
      'a thousand entries',
      dict(Array.from({ length: 1000 }, (_, at) => `<key>${at}</key><string/>`).join('')),
    ],
    ['no end', `<plist version="1.0"><dict>${'<key>A</key>'.repeat(5000)}`],
    ['blanks without end', `<plist version="1.0"><dict><key>A</key>${' '.repeat(60_000)}`],
  ]
  test.each(hostile)('with %s is refused in no time', (_, text) => {
    const begun = performance.now()
    expect(read(text)).toBeNull()
    expect(performance.now() - begun).toBeLessThan(200)
  })

  test('that is not UTF-8 is refused', () => {
    expect(readFlatPlist(new Uint8Array([...new TextEncoder().encode(dict('')), 0xff]))).toBeNull()
  })

  test('reads names of the prototype as any other', () => {
    expect(read(dict('<key>__proto__</key><string>x</string>'))?.get('__proto__')).toBe('x')
  })
})

describe('models and systems', () => {
  test.each([
    ['iPhone17,1', 'iPhone 16 Pro'],
    ['iPhone10,6', 'iPhone X'],
    ['iPad13,18', 'iPad (10th generation)'],
    ['iPad13,1', 'iPad Air (4th generation)'],
    ['Mac14,2', 'MacBook Air 13-inch (M2)'],
    ['iPhone99,9', 'iPhone99,9'],
    ['toString', 'toString'],
    ['iPad17,1', 'iPad17,1'],
  ])('%s is %s', (product, name) => {
    expect(modelOf(product)).toBe(name)
  })

  test.each([
    ['22B83', 'iPhone17,1', '18 (22B83)'],
    ['23A341', 'iPad13,18', '26 (23A341)'],
    ['20G75', 'iPhone15,2', '16 (20G75)'],
    ['24B83', 'Mac14,2', '15 (24B83)'],
    ['25A354', 'MacBookPro18,3', '26 (25A354)'],
    ['24A1', 'iPhone17,1', '24A1'],
    ['7A182', 'iPhone2,1', '7A182'],
    ['22B83', 'Toaster1,1', '22B83'],
    ['18.1', 'iPhone17,1', '18.1'],
  ])('build %s on %s is %s', (build, product, version) => {
    expect(versionOf(build, product)).toBe(version)
  })
})
