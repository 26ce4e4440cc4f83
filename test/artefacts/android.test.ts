import { X509Certificate } from 'node:crypto'
import fc from 'fast-check'
import jsQR from 'jsqr'
import { describe, expect, test } from 'vitest'
import { artefactSetOf } from '../../src/artefacts/index.ts'
import { drawQr } from '../../src/web/ui/qr.tsx'
import { CERTIFICATE } from '../templates/samples.ts'
import {
  bodyOf,
  carried,
  connection,
  enterprise,
  identity,
  inputFor,
  openNetwork,
  plainNetwork,
  setInput,
  trusted,
} from './set-samples.ts'
import { readXml, textsOf } from './xml-reader.ts'

const P = 'android.app.extra.PROVISIONING_'
const agent = {
  [`${P}DEVICE_ADMIN_COMPONENT_NAME`]: 'example.acme.agent/.Admin',
  [`${P}DEVICE_ADMIN_PACKAGE_DOWNLOAD_LOCATION`]: 'https://acme.example/agent.apk',
  [`${P}DEVICE_ADMIN_SIGNATURE_CHECKSUM`]: 'A'.repeat(43),
  [`${P}LEAVE_ALL_SYSTEM_APPS_ENABLED`]: true,
}

/** What a reader of codes sees in the picture that a page shows: near, or a little further away. */
function scan(text: string): string | undefined {
  for (const scale of [4, 5, 7, 10]) {
    const seen = scanAt(text, scale)
    if (seen !== undefined) return seen
  }
  return undefined
}

function scanAt(text: string, scale: number): string | undefined {
  const svg = drawQr(text)
  const size = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1])
  const width = size * scale
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255)
  for (const [, x, y, length] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let row = 0; row < scale; row += 1)
      for (let column = 0; column < Number(length) * scale; column += 1) {
        const at = ((Number(y) * scale + row) * width + Number(x) * scale + column) * 4
        pixels.fill(0, at, at + 3)
      }
  return jsQR(pixels, width, width)?.data
}

/** Reads `WIFI:…;;` as ZXing does: fields by letter, a backslash before what stands for itself. */
function readWifi(text: string): Record<string, string> {
  const fields: Record<string, string> = {}
  const body = /^WIFI:(.*);$/s.exec(text)?.[1] ?? ''
  for (const [, name = '', value = ''] of body.matchAll(/([A-Z]):((?:\\.|[^\\;])*);/gsu))
    fields[name] = value.replace(/\\(.)/gsu, '$1')
  return fields
}

describe('a Wi-Fi code', () => {
  test('scans, and says network and secret, whatever they are called', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
        fc.stringMatching(/^[\x20-\x7e]{8,63}$/),
        (ssid, passphrase) => {
          const input = inputFor('android', { wifi: [{ ...plainNetwork, ssid, passphrase }] })
          const [code] = artefactSetOf(input).codes
          const seen = scan(code?.text ?? '')
          expect(readWifi(seen ?? '')).toEqual({ T: 'WPA', S: carried(ssid), P: passphrase, H: 'true' })
        },
      ),
      { numRuns: 40 },
    )
  })

  test('of an open network has no secret, and no hidden flag where it is not hidden', () => {
    const input = inputFor('android', { wifi: [{ ...openNetwork, hidden: false }] })
    expect(artefactSetOf(input).codes.map(({ text }) => text)).toEqual(['WIFI:T:nopass;S:Guest;;'])
  })
})

describe('a new phone', () => {
  const read = (input: Parameters<typeof artefactSetOf>[0]) =>
    JSON.parse(
      scan(artefactSetOf(input).codes.find(({ kind }) => kind === 'provisioning')?.text ?? '') ?? 'null',
    )

  test('scans agent, network, and in its bundle our address and a grant that works once', () => {
    const input = inputFor(
      'android',
      { extras: { android: agent }, wifi: [plainNetwork] },
      { reports: 'agent' },
    )
    expect(read(input)).toEqual({
      ...agent,
      [`${P}WIFI_SSID`]: 'Acme',
      [`${P}WIFI_SECURITY_TYPE`]: 'WPA',
      [`${P}WIFI_PASSWORD`]: 'correct horse',
      [`${P}WIFI_HIDDEN`]: true,
      [`${P}ADMIN_EXTRAS_BUNDLE`]: {
        'latchkey.base_url': 'https://latchkey.example',
        'latchkey.site': '4711',
        'latchkey.ticket': input.ticket,
      },
    })
  })

  test('keeps what the manager wrote: their bundle, their network', () => {
    const android = { ...agent, [`${P}WIFI_SSID`]: 'Staging', [`${P}ADMIN_EXTRAS_BUNDLE`]: { color: 'red' } }
    const code = read(inputFor('android', { extras: { android }, wifi: [plainNetwork] }))
    expect(code[`${P}WIFI_SSID`]).toBe('Staging')
    expect(code[`${P}WIFI_PASSWORD`]).toBeUndefined()
    expect(code[`${P}ADMIN_EXTRAS_BUNDLE`]).toMatchObject({ color: 'red', 'latchkey.site': '4711' })
  })

  test('is shown what Android Management minted as it is', () => {
    const qrCode = '{"android.app.extra.PROVISIONING_X":"as it is"}'
    const { codes } = artefactSetOf(inputFor('android', { extras: { android: { ...agent, qrCode } } }))
    expect(codes.map(({ text }) => text)).toEqual([qrCode])
  })

  test('that could not read so much is told so instead', () => {
    const android = { ...agent, [`${P}ADMIN_EXTRAS_BUNDLE`]: { much: 'x'.repeat(3000) } }
    const { codes, leftOut } = artefactSetOf(inputFor('android', { extras: { android } }))
    expect([codes, leftOut]).toEqual([[], [{ part: 'android', name: '' }]])
  })
})

test('a token for people’s own phones becomes Google’s link and nothing else', () => {
  const { links } = artefactSetOf(
    inputFor('android', { extras: { android: { enrollmentToken: 'a&b=c d' } } }),
  )
  expect(links.map(({ href }) => href)).toEqual([
    'https://enterprise.google.com/android/enroll?et=a%26b%3Dc+d',
  ])
})

/** Android's `ConfigParser`: base64 of a multipart message whose parts are base64 themselves. */
function readPasspoint(body: string): Record<string, Buffer> {
  expect(body).toMatch(/^[A-Za-z0-9+/]+=*$/)
  const text = Buffer.from(body, 'base64').toString('utf8')
  const boundary =
    /^Content-Type: multipart\/mixed; boundary=(\S+)\r\nContent-Transfer-Encoding: base64\r\n\r\n/.exec(
      text,
    )?.[1]
  const parts = text.split(`--${boundary}`).slice(1)
  expect(parts.pop()?.trim()).toBe('--')
  return Object.fromEntries(
    parts.map((part: string) => {
      const [head = '', content = ''] = part.trim().split('\r\n\r\n')
      expect(head).toContain('Content-Transfer-Encoding: base64')
      return [/Content-Type: (\S+)/.exec(head)?.[1] ?? '', Buffer.from(content, 'base64')]
    }),
  )
}

describe('a Passpoint file', () => {
  const ttls = enterprise({ method: 'ttls', identity: '{{account.email}}' })

  test('is a subscription for TTLS with an account, and brings the authority to trust', () => {
    const parts = readPasspoint(
      bodyOf(inputFor('android', { wifi: [ttls], certificates: [trusted] }), 'passpoint-w3'),
    )
    expect(Object.keys(parts)).toEqual(['application/x-passpoint-profile', 'application/x-x509-ca-cert'])
    expect(new X509Certificate(parts['application/x-x509-ca-cert'] ?? '').raw).toEqual(
      new X509Certificate(CERTIFICATE).raw,
    )
    const root = readXml(String(parts['application/x-passpoint-profile']))
    expect(textsOf(root, 'NodeName')).toEqual([
      ...['PerProviderSubscription', 'i001', 'HomeSP', 'FriendlyName', 'FQDN', 'Credential', 'Realm'],
      ...['UsernamePassword', 'Username', 'Password', 'EAPMethod', 'EAPType', 'InnerMethod'],
    ])
    const password = Buffer.from('open sesame').toString('base64')
    expect(textsOf(root, 'Value')).toEqual([
      ...[
        'Acme Robotics: Acme Staff',
        'acme.example',
        'acme.example',
        'ada@acme.example',
        password,
        '21',
        'MS-CHAP-V2',
      ],
    ])
  })

  test('is for none but TTLS with name, password and realm; the rest is typed', () => {
    const others = [
      enterprise({ method: 'peap' }),
      { ...enterprise({ method: 'ttls', inner: 'gtc' }), key: 'w4' },
      { ...enterprise({ method: 'ttls', password: null }), key: 'w5' },
      { ...enterprise({ method: 'ttls', identity: 'ada', serverNames: [] }), key: 'w6' },
    ]
    const { files, typed } = artefactSetOf(inputFor('android', { wifi: others, certificates: [trusted] }))
    expect(files.filter(({ kind }) => kind === 'passpoint')).toEqual([])
    expect(typed.filter(({ kind }) => kind === 'wifi')).toHaveLength(4)
  })

  test('parses whoever the owner is, and nothing of the template is lost on the way', () => {
    fc.assert(
      fc.property(setInput('android'), (input) => {
        if (input.reports === 'agent') return
        const { settings } = input.template
        const { files, typed, codes } = artefactSetOf(input)
        for (const { artefact } of files.filter(({ kind }) => kind === 'passpoint'))
          readXml(String(readPasspoint(String(artefact?.body))['application/x-passpoint-profile']))
        for (const network of settings.wifi) {
          const told = [...typed, ...codes, ...files].some(({ label }) => label === network.ssid)
          expect(told).toBe(true)
        }
        expect(typed.filter(({ kind }) => kind === 'vpn')).toHaveLength(settings.vpn.length)
        expect(typed.filter(({ kind }) => kind === 'mail')).toHaveLength(settings.mail.length)
        expect(artefactSetOf(structuredClone(input))).toEqual(artefactSetOf(input))
      }),
      { numRuns: 100 },
    )
  })
})

test('without an agent a phone gets certificates to install and what to type', () => {
  const made = { certificates: [trusted], identity, vpn: [connection] }
  const { files, typed } = artefactSetOf(inputFor('android', made))
  expect(files.map(({ name }) => name)).toEqual(['certificate-c1', 'identity'])
  expect(typed[0]?.facts.map(({ name }) => name)).toEqual(['server', 'method', 'remoteId', 'username'])
})
