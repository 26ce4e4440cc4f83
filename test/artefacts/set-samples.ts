import fc from 'fast-check'
import { artefactSetOf, type OwnerCertificate, type SetInput } from '../../src/artefacts/index.ts'
import type { Platform } from '../../src/kernel/platform.ts'
import {
  fillSettings,
  normaliseSettings,
  type TemplateSettings,
  valuesOf,
} from '../../src/templates/index.ts'
import { CERTIFICATE, emptySettings, settings } from '../templates/samples.ts'

/** What sets are made from: any template that managers may write, on the device of anybody at all. */

export const SET_PLATFORMS = ['android', 'windows', 'chromeos', 'linux'] as const

/** Pieces that have broken somebody's XML, JSON, key file, QR code or shell before; rooms refuse some of them. */
export const HOSTILE = [
  ...[']]>', '<![CDATA[', '&', '&amp;', '&#0;', '</name>', '<!--', '?>', '"', "'", '`', '\\', '%s', '%n'],
  ...[
    '$(touch pwned)',
    '`touch pwned`',
    '; touch pwned #',
    '\n[connection]\nid=evil',
    '\r\nLATCHKEY_END\r\n',
  ],
  ...['\nLATCHKEY_END\ntouch pwned\n', '|| touch pwned', '$HOME', '!!', '~', '*', '-rf', '--', '\\n', '\\0'],
  ...['\0', '\u0001', '\u001b[31m', '\ud800', '\udfff', '\ufffe', '\u2028', '\u202e', '\u0085', '\ufeff'],
  ...['😀', '👩‍👩‍👧', 'שלום', 'مرحبا', 'e\u0301', '   ', '\t', ';', ',', ':', '=', '#', '{{account.name}}'],
  'a'.repeat(10_000),
]

export const hostileText = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 4 })
  .map((parts) => parts.join(''))

const id = fc.stringMatching(/^[A-Za-z0-9_-]{22}$/)

/** The settings as a device of somebody with these names gets them. */
function filled(made: TemplateSettings, input: Pick<SetInput, 'account' | 'organisation' | 'device'>) {
  const { account, organisation, device } = input
  const values = valuesOf({
    account: { ...account, phone: null },
    organisation,
    device: { ...device, name: null },
  })
  return fillSettings(normaliseSettings(made), values)
}

const KEY = '-----BEGIN PRIVATE KEY-----\nMAA=\n-----END PRIVATE KEY-----'

/** What an owner brought, called anything at all. */
export const ownerCertificate: fc.Arbitrary<OwnerCertificate> = fc.record({
  name: hostileText,
  fingerprint: fc.stringMatching(/^[0-9a-f]{64}$/),
  chain: fc.constant([CERTIFICATE]),
  key: fc.constantFrom(KEY, null),
  pkcs12: fc.constant(null),
})

export const setInput = (platform: (typeof SET_PLATFORMS)[number]): fc.Arbitrary<SetInput> =>
  fc
    .record({
      made: settings,
      deviceId: id,
      ownership: fc.constantFrom('company', 'personal'),
      organisation: fc.record({
        name: hostileText,
        slug: fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}[a-z0-9]$/),
        siteId: fc.stringMatching(/^[0-9]{4}$/),
      }),
      account: fc.record({ address: hostileText, name: hostileText }),
      ticket: fc.option(fc.tuple(id, id).map((halves) => halves.join('.'))),
      reports: fc.constantFrom('none' as const, 'agent' as const),
      own: fc.array(ownerCertificate, { maxLength: 2 }),
    })
    .map(({ made, deviceId, ownership, organisation, account, ticket, reports, own }) => {
      const device = { id: `dev_${deviceId}`, platform: platform as Platform, ownership }
      return {
        template: {
          id: 'tpl_AAAAAAAAAAAAAAAAAAAAAA',
          name: 'Any',
          version: 1,
          settings: filled(made, { account, organisation, device }),
          instructions: '',
        },
        device,
        organisation,
        account,
        identity: null,
        ownerCertificates: own,
        baseUrl: 'https://latchkey.example',
        confirmUrl: null,
        words: { description: '', confirmLabel: '', consent: '' },
        reports,
        ticket,
      }
    })

/** One device of Ada at Acme. */
export function inputFor(
  platform: (typeof SET_PLATFORMS)[number],
  made: Partial<TemplateSettings> = {},
  changes: Partial<SetInput> = {},
): SetInput {
  const device = { id: 'dev_BBBBBBBBBBBBBBBBBBBBBB', platform: platform as Platform, ownership: 'company' }
  const organisation = { name: 'Acme Robotics', slug: 'acme', siteId: '4711' }
  const account = { address: 'ada@acme.example', name: 'Ada Lovelace' }
  return {
    template: {
      id: 'tpl_AAAAAAAAAAAAAAAAAAAAAA',
      name: 'Laptops',
      version: 3,
      settings: filled({ ...emptySettings, ...made }, { account, organisation, device }),
      instructions: '',
    },
    device,
    organisation,
    account,
    identity: null,
    ownerCertificates: [],
    baseUrl: 'https://latchkey.example',
    confirmUrl: null,
    words: { description: '', confirmLabel: '', consent: '' },
    reports: 'none',
    ticket: 'AAAAAAAAAAAAAAAAAAAAAA.CCCCCCCCCCCCCCCCCCCCCC',
    ...changes,
  }
}

export const trusted = { key: 'c1', name: 'Acme Root', pem: CERTIFICATE }
export const identity = {
  subject: 'CN={{account.email}},O={{organisation.name}}',
  keyUsage: ['digital_signature' as const],
}
export const plainNetwork = {
  key: 'w1',
  ssid: 'Acme',
  security: 'wpa2' as const,
  hidden: true,
  autoJoin: true,
  passphrase: 'correct horse',
  eap: null,
}
export const openNetwork = {
  ...plainNetwork,
  key: 'w2',
  ssid: 'Guest',
  security: 'none' as const,
  passphrase: null,
}

type Eap = NonNullable<NonNullable<TemplateSettings['wifi'][number]['eap']>>
export const enterprise = (changes: Partial<Eap> = {}) => ({
  ...plainNetwork,
  key: 'w3',
  ssid: 'Acme Staff',
  hidden: false,
  security: 'eap' as const,
  passphrase: null,
  eap: {
    method: 'peap' as const,
    identity: '{{account.email}}',
    outerIdentity: 'anonymous@acme.example',
    inner: 'mschapv2' as const,
    password: 'open sesame',
    trustedCertificates: ['c1'],
    serverNames: ['*.acme.example'],
    ...changes,
  },
})
export const connection = {
  key: 'v1',
  name: 'Office',
  server: 'vpn.acme.example',
  remoteId: 'vpn.acme.example',
  localId: '',
  authentication: 'eap' as const,
  username: '{{account.email}}',
  password: null,
  sharedSecret: null,
  mtu: null,
}

/** The text of a file of a set; empty where there is none of that name. */
export function bodyOf(input: SetInput, name: string): string {
  const body = artefactSetOf(input).files.find((file) => file.name === name)?.artefact?.body ?? ''
  return typeof body === 'string' ? body : new TextDecoder().decode(body)
}

/** Drops what no format can carry, said differently than in the code under test. */
export function carried(text: string): string {
  return Array.from(text)
    .filter((character) => {
      const point = character.codePointAt(0) ?? 0
      const control = point < 0x20 || (point >= 0x7f && point < 0xa0)
      const turning = (point >= 0x202a && point <= 0x202e) || (point >= 0x2066 && point <= 0x2069)
      const line = point === 0x2028 || point === 0x2029
      return !(
        control ||
        turning ||
        line ||
        (point >= 0xd800 && point <= 0xdfff) ||
        ((point & 0xfffe) === 0xfffe && point < 0x10000)
      )
    })
    .join('')
}
