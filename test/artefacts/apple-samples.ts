import fc from 'fast-check'
import type { ArtefactIdentity, ArtefactInput, OwnerCertificate } from '../../src/artefacts/index.ts'
import {
  type AppleSystem,
  fillSettings,
  normaliseSettings,
  type TemplateSettings,
  valuesOf,
} from '../../src/templates/index.ts'
import { CERTIFICATE, settings } from '../templates/samples.ts'
import { hostile, payloadsOf } from './apple-payload-samples.ts'

/** Below `CN=Acme Root`, with a key on P-384; made by openssl for nothing but these tests, as the next one. */
export const ISSUING = `-----BEGIN CERTIFICATE-----
MIIBqzCCAVKgAwIBAgIUPq7aETMlZwoxUuwYx0FzPvRZ3qQwCgYIKoZIzj0EAwIw
IzENMAsGA1UECgwEQWNtZTESMBAGA1UEAwwJQWNtZSBSb290MB4XDTI2MTEyMTA3
MjUzMFoXDTQ2MTExNjA3MjUzMFowFzEVMBMGA1UEAwwMQWNtZSBJc3N1aW5nMHYw
EAYHKoZIzj0CAQYFK4EEACIDYgAEIwstN+5LOlcAn8wc6yjjBxYBP5LBAtvgkHax
n5T6WPs8gPHq4ZovWhm5f2CcXKX5TNppZAid9zywIE566uxPY0zIvEisLf+9tZMh
I17pKrMGXvT0Nn7DEUaghgOYw9CKo1MwUTAPBgNVHRMBAf8EBTADAQH/MB0GA1Ud
DgQWBBSjMyVD+ZbZ+ExwmS9zc/8zDqd1qDAfBgNVHSMEGDAWgBT8mm+NIJja4+5z
+2BoFoPBPbr+ozAKBggqhkjOPQQDAgNHADBEAiBiyG6T3X9SK9jSd4RQT7cBIDzh
jg6Vpq5Vgup/c+EX/QIgMhBGo774vuX6FSy+6eJB3StGjXkBWMsfJPPQEmuESlM=
-----END CERTIFICATE-----`
/** Of the issuing one, with a key of RSA. */
export const RSA_LEAF = `-----BEGIN CERTIFICATE-----
MIICGTCCAZ4CFDYF3boJMZxXxy8VcFcKc+offWlIMAoGCCqGSM49BAMCMBcxFTAT
BgNVBAMMDEFjbWUgSXNzdWluZzAeFw0yNjExMjEwNzI1MzFaFw00NjExMTYwNzI1
MzFaMBsxGTAXBgNVBAMMEGFkYUBhY21lLmV4YW1wbGUwggEiMA0GCSqGSIb3DQEB
AQUAA4IBDwAwggEKAoIBAQDbftHi67LJneywQYPLRpVKV0aPtM3bI6udZtjwkXo0
TD6gGt2PYPXQZFWb6jnvel+I/GPYLCfLyc97PSn4ivbIWaLKJLBMjTf0j6GRc3Mq
X763nLSzkGQ8TlgS6dAfsbpOop/HoSE8Y6790vwQgvevyB0laW5JyIBEPPTxpsBT
YkZcFF67puXgli9C0G23+IMbEzm22bnHi+/ikvd05fC5I/JCCGKhqhQU/QIEMQed
KWqshYY5N4dMxdJ2mylu7GWCD4f9DrV1cv960L94p4MHgX5h6sB5t1OMAxZsHU2z
H3r9x0WEGCKDBt1Xm7WbY6FqAC4M8n0l8CGzcvJg7O2rAgMBAAEwCgYIKoZIzj0E
AwIDaQAwZgIxAJfTv//A9JUhVnjun3G4zOHZcGAcHzIXgYsxVCfzc/jXDiwz0Cnu
TLbfeGWoYCIOxwIxAOU+QLMIgiXmI4nogsh5klKPfo789lJxsuUETE50hXz5ZU0M
pSjdFXycGQpnmQAF1w==
-----END CERTIFICATE-----`

const id = fc.stringMatching(/^[A-Za-z0-9_-]{22}$/)
const systems = fc.constantFrom<AppleSystem>('ios', 'macos')

export const identityArbitrary: fc.Arbitrary<ArtefactIdentity> = fc.record({
  chain: fc.constantFrom([CERTIFICATE], [ISSUING, CERTIFICATE], [RSA_LEAF, ISSUING]),
  endsAt: fc.integer({ min: 1_800_000_000, max: 2_500_000_000 }).map((seconds) => seconds * 1000),
  pkcs12: fc.uint8Array({ minLength: 1, maxLength: 400 }),
  password: fc.stringMatching(/^[B-Z]{4}-[B-Z]{4}$/).map((made) => `pw-${made}`),
})

/** A template that managers may write, with any of Apple's payloads besides. */
export const templateSettings: fc.Arbitrary<TemplateSettings> = settings.chain((made) =>
  payloadsOf([
    ...(made.certificates ?? []).map(({ key }) => key),
    ...(made.identity ? ['identity'] : []),
  ]).map((payloads) => {
    const { apple = [], ...extras } = made.extras ?? {}
    const own = apple.filter(({ PayloadType }) => payloads.every((one) => one.PayloadType !== PayloadType))
    return { ...made, extras: { ...extras, apple: [...own, ...payloads] } }
  }),
)

/** What somebody brought, under any name, with and without a key. */
const ownerCertificates: fc.Arbitrary<OwnerCertificate[]> = fc.uniqueArray(
  fc
    .record({ name: hostile, fingerprint: fc.stringMatching(/^[0-9a-f]{64}$/), hasKey: fc.boolean() })
    .map(({ hasKey, ...made }) => (hasKey ? withKey(made) : { ...made, ...withoutKey })),
  { maxLength: 3, selector: ({ fingerprint }) => fingerprint.slice(0, 16) },
)

/** What the artefact is made from, the template's variables filled in with anything that a name may hold. */
export const artefactInput: fc.Arbitrary<ArtefactInput> = fc
  .record({
    settings: templateSettings,
    id,
    name: hostile,
    version: fc.integer({ min: 1, max: 1_000_000 }),
    device: id,
    platform: systems,
    ownership: fc.constantFrom('company', 'personal'),
    organisation: hostile,
    slug: fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,38}[a-z0-9]$/),
    owner: hostile,
    identity: identityArbitrary,
    ownerCertificates,
    confirmUrl: fc.option(fc.webUrl({ withQueryParameters: true })),
    words: fc.record({
      description: hostile,
      confirmLabel: hostile,
      consent: fc.oneof(hostile, fc.constant('')),
    }),
  })
  .map((made) => {
    const account = { address: 'ada@acme.example', name: made.owner }
    const device = { id: `dev_${made.device}`, platform: made.platform, ownership: made.ownership }
    const organisation = { name: made.organisation, slug: made.slug, siteId: '4711' }
    const values = valuesOf({
      account: { ...account, phone: null },
      organisation,
      device: { ...device, name: made.owner },
    })
    const full = fillSettings(normaliseSettings(made.settings), values)
    return {
      template: {
        id: `tpl_${made.id}`,
        name: made.name,
        version: made.version,
        settings: full,
        instructions: '',
      },
      device,
      organisation,
      account,
      identity: full.identity && made.identity,
      ownerCertificates: made.ownerCertificates,
      baseUrl: 'https://setup.acme.example',
      confirmUrl: made.confirmUrl,
      words: made.words,
    }
  })

/** Of every setting one, and what else there is to say about it. */
export const plainSettings: TemplateSettings = {
  wifi: [
    { key: 'w1', ssid: 'Acme Guest', security: 'none', hidden: false, autoJoin: false, passphrase: null },
    { key: 'w2', ssid: 'Acme', security: 'wpa2', hidden: false, autoJoin: true, passphrase: 'correct horse' },
    {
      key: 'w3',
      ssid: 'Acme Lab',
      security: 'wpa3',
      hidden: true,
      autoJoin: true,
      passphrase: 'battery staple',
    },
    {
      ...{ key: 'w4', ssid: 'Acme Staff', security: 'eap', hidden: false, autoJoin: true, passphrase: null },
      eap: {
        ...{ method: 'tls', identity: 'ada@acme.example', outerIdentity: '', inner: null, password: null },
        trustedCertificates: ['c1'],
        serverNames: ['radius.acme.example'],
      },
    },
  ],
  certificates: [
    { key: 'c1', name: 'Acme Test CA', pem: CERTIFICATE },
    { key: 'c2', name: 'Acme Issuing', pem: ISSUING },
  ],
  identity: { subject: 'CN=ada@acme.example', keyUsage: ['digital_signature'] },
  vpn: [
    {
      ...{ key: 'v1', name: 'Office', server: 'vpn.acme.example', remoteId: 'vpn.acme.example', localId: '' },
      ...{ authentication: 'certificate', username: '', password: null, sharedSecret: null, mtu: 1300 },
    },
  ],
  mail: [
    {
      ...{ key: 'm1', name: 'Post', kind: 'imap', address: 'ada@acme.example', senderName: 'Ada' },
      ...{ username: 'ada', password: null },
      incoming: { host: 'imap.acme.example', port: 993, encryption: 'tls' },
      outgoing: { host: 'smtp.acme.example', port: 587, encryption: 'starttls' },
    },
    {
      ...{ key: 'm2', name: 'Exchange', kind: 'exchange', address: 'ada@acme.example', senderName: '' },
      ...{ username: 'ada', password: 'S3cret mail' },
      incoming: { host: 'mail.acme.example', port: 8443, encryption: 'tls' },
      outgoing: null,
    },
  ],
  webLinks: [{ label: 'Help', url: 'https://help.acme.example/start' }],
  passcode: {
    required: true,
    minLength: 6,
    alphanumeric: true,
    maxAgeDays: 90,
    lockAfterMinutes: 5,
    maxFailedTries: 8,
  },
  agentApp: null,
  policies: {},
  extras: {
    apple: [
      {
        PayloadType: 'com.apple.airprint',
        AirPrint: [{ IPAddress: '192.0.2.9', ResourcePath: 'ipp/print' }],
      },
    ],
  },
}

export const plainIdentity: ArtefactIdentity = {
  chain: [CERTIFICATE],
  endsAt: Date.UTC(2027, 10, 21, 12),
  pkcs12: Uint8Array.of(48, 3, 2, 1, 3),
  password: 'BCDF-GHJK-LMNP-QRST',
}

const withoutKey = { chain: [CERTIFICATE], key: null, pkcs12: null }
const withKey = (made: Pick<OwnerCertificate, 'name' | 'fingerprint'>): OwnerCertificate => ({
  ...made,
  chain: [CERTIFICATE, ISSUING],
  key: '-----BEGIN PRIVATE KEY-----\nMAA=\n-----END PRIVATE KEY-----',
  pkcs12: { bytes: Uint8Array.of(48, 3, 2, 1, 3), password: 'BCDFGHJKLMNPQRSTVWXZBCDF' },
})

/** Two of the owner's own: for mail with its key, and one without. */
export const broughtAlong: OwnerCertificate[] = [
  withKey({ name: 'Mail', fingerprint: 'ab'.repeat(32) }),
  { name: 'Colleague', fingerprint: 'cd'.repeat(32), ...withoutKey },
]

export const plainInput: ArtefactInput = {
  template: {
    ...{ id: 'tpl_AAAAAAAAAAAAAAAAAAAAAA', name: 'iPhone and iPad', version: 3, instructions: '' },
    settings: normaliseSettings(plainSettings),
  },
  device: { id: 'dev_BBBBBBBBBBBBBBBBBBBBBB', platform: 'ios', ownership: 'personal' },
  organisation: { name: 'Acme Robotics', slug: 'acme', siteId: '4711' },
  account: { address: 'ada@acme.example', name: 'Ada' },
  identity: plainIdentity,
  ownerCertificates: [],
  baseUrl: 'https://setup.acme.example',
  confirmUrl: 'https://setup.acme.example/p/ref?installed=1',
  words: {
    description: 'What Acme set up for you.',
    confirmLabel: 'It is installed',
    consent: 'Acme sees nothing.',
  },
}

/** The plain input with other settings. */
export function withSettings(settings: Partial<TemplateSettings>, input = plainInput): ArtefactInput {
  const changed = normaliseSettings({ ...plainSettings, ...settings })
  return { ...input, template: { ...input.template, settings: changed } }
}

export function onSystem(platform: AppleSystem, input = plainInput): ArtefactInput {
  return { ...input, device: { ...input.device, platform } }
}

/** What an organisation usually hands out: a network, its authority, a passcode, a link. */
export const usualInput: ArtefactInput = withSettings(
  {
    wifi: [
      {
        ...{ key: 'w1', ssid: 'Acme', security: 'wpa2', hidden: false, autoJoin: true },
        ...{ passphrase: 'a long secret', eap: null },
      },
    ],
    certificates: [{ key: 'c1', name: 'Acme Root', pem: CERTIFICATE }],
    identity: null,
    vpn: [],
    mail: [],
    passcode: { required: true, minLength: 6 },
    webLinks: [{ label: 'Intranet', url: 'https://intranet.acme.example/' }],
    agentApp: null,
    policies: {},
    extras: { apple: [], android: null, agent: null },
  },
  { ...plainInput, identity: null },
)
