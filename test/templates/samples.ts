import fc from 'fast-check'
import type { NewDeviceTemplate, TemplateSettings } from '../../src/templates/index.ts'

/** Templates that managers may write, secrets among them. */

/** Made by `openssl req -x509`, for nothing but these tests. */
export const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBgzCCASmgAwIBAgIUCFNKF452QQuDxiHti2kNFnjq+mgwCgYIKoZIzj0EAwIw
FzEVMBMGA1UEAwwMQWNtZSBUZXN0IENBMB4XDTI2MTEyMTAzNDQzOVoXDTM2MTEx
ODAzNDQzOVowFzEVMBMGA1UEAwwMQWNtZSBUZXN0IENBMFkwEwYHKoZIzj0CAQYI
KoZIzj0DAQcDQgAE5udQqrU3ai0gmBbpXVT2EVMpEluKCHzmD4rSnuc1yfw2x6TK
iR32WYf4vGvDcoGSrN2pY3BJUDd1T316oI8YuKNTMFEwHQYDVR0OBBYEFKK0G9SW
ZCPPlN1cXBVAcy0yaHxmMB8GA1UdIwQYMBaAFKK0G9SWZCPPlN1cXBVAcy0yaHxm
MA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSAAwRQIgKL2QJtTJjrAgsgAp
jS7tKqwO0lkUq32brmXWVYQraNoCIQDn9E8KYQ6vB2UT+SBEVEv3Xu2UwGOAofLX
o9Y2LCDE2w==
-----END CERTIFICATE-----`

/** Pieces that have broken somebody's HTML, XML, JSON or CSV before; all of them are accepted in names. */
const HOSTILE = [
  '<script>alert(1)</script>',
  ']]>',
  '&amp;',
  '"\'`',
  '😀',
  'שלום',
  'مرحبا',
  '=1+1',
  '\\',
  '$(x)',
]

/** Begins and ends with a letter, so that trimming changes nothing. */
const name = (max: number) =>
  fc
    .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.stringMatching(/^[a-zA-Z0-9 .-]{0,6}$/)), {
      maxLength: 3,
    })
    .map((parts) => `a${parts.join('').slice(0, max - 2)}z`)
    .filter((text) => text.isWellFormed())

/** Long enough never to stand in a page by chance. */
export const secret = fc.stringMatching(/^S3cret-[a-zA-Z0-9!<>"& ]{12,30}#$/)
const host = fc.constantFrom('vpn.acme.example', '192.0.2.7', '2001:db8::1', 'a-b.example')
const identity = fc.constantFrom('', '{{account.email}}', 'x-{{ account.username }}@acme.example')

const tunnel = (certificates: string[]) => ({
  identity,
  outerIdentity: identity,
  password: fc.option(secret),
  trustedCertificates: fc.subarray(certificates),
  serverNames: fc.subarray(['radius.acme.example', '*.acme.example']),
})

const eap = (certificates: string[]) =>
  fc.oneof(
    fc.record({
      method: fc.constant('tls' as const),
      identity,
      outerIdentity: fc.constant(''),
      inner: fc.constant(null),
      password: fc.constant(null),
      trustedCertificates: fc.subarray(certificates),
      serverNames: fc.subarray(['radius.acme.example', '*.acme.example']),
    }),
    fc.record({
      ...tunnel(certificates),
      method: fc.constant('peap' as const),
      inner: fc.constantFrom('mschapv2' as const, 'gtc' as const),
    }),
    fc.record({
      ...tunnel(certificates),
      method: fc.constant('ttls' as const),
      inner: fc.constantFrom('mschapv2' as const, 'pap' as const, 'gtc' as const),
    }),
  )

const rest = (certificates: string[]) => ({
  ssid: fc.constantFrom('Acme', 'Büro 😀', '<b>Acme</b>', ' Acme', 'w1/passphrase'),
  hidden: fc.boolean(),
  autoJoin: fc.boolean(),
  certificates: fc.constant(certificates),
})

const network = (certificates: string[]) =>
  fc
    .oneof(
      fc.record({
        ...rest(certificates),
        security: fc.constant('none' as const),
        passphrase: fc.constant(null),
        eap: fc.constant(null),
      }),
      fc.record({
        ...rest(certificates),
        security: fc.constantFrom('wpa2' as const, 'wpa3' as const),
        passphrase: secret,
        eap: fc.constant(null),
      }),
      fc.record({
        ...rest(certificates),
        security: fc.constant('eap' as const),
        passphrase: fc.constant(null),
        eap: eap(certificates),
      }),
    )
    .map(({ certificates: _, ...made }) => made)

const keyed = <Row extends object>(rows: fc.Arbitrary<Row>, letter: string, max: number) =>
  fc
    .array(rows, { maxLength: max })
    .map((all) => all.map((row, index) => ({ key: `${letter}${index + 1}`, ...row })))

const connection = fc
  .record({
    name: name(60),
    server: host,
    remoteId: name(200),
    localId: identity,
    authentication: fc.constantFrom('certificate' as const, 'eap' as const, 'shared_secret' as const),
    username: identity,
    password: fc.option(secret),
    sharedSecret: secret,
    mtu: fc.option(fc.integer({ min: 1280, max: 1400 })),
  })
  .map((made) => ({
    ...made,
    username: made.authentication === 'eap' ? made.username : '',
    password: made.authentication === 'eap' ? made.password : null,
    sharedSecret: made.authentication === 'shared_secret' ? made.sharedSecret : null,
  }))

const server = fc.record({
  host,
  port: fc.integer({ min: 1, max: 65_535 }),
  encryption: fc.constantFrom('tls' as const, 'starttls' as const, 'none' as const),
})
const mail = fc
  .record({
    name: name(60),
    kind: fc.constantFrom('imap' as const, 'exchange' as const),
    address: fc.constantFrom('{{account.email}}', 'team@acme.example'),
    senderName: fc.constantFrom('', '{{account.name}}'),
    username: identity,
    password: fc.option(secret),
    incoming: server,
    outgoing: server,
  })
  .map((made) => ({ ...made, outgoing: made.kind === 'exchange' ? null : made.outgoing }))

const json = fc.dictionary(
  fc.stringMatching(/^[A-Za-z]{1,8}$/),
  fc.oneof(name(40), fc.integer(), fc.boolean(), fc.array(name(20), { maxLength: 3 })),
  { maxKeys: 4, noNullPrototype: true },
)
const certificates = fc
  .nat({ max: 3 })
  .map((count) => Array.from({ length: count }, (_, index) => `c${index + 1}`))

const passcode = fc.record({
  required: fc.boolean(),
  minLength: fc.nat({ max: 16 }),
  alphanumeric: fc.boolean(),
  maxAgeDays: fc.option(fc.integer({ min: 1, max: 730 })),
  lockAfterMinutes: fc.option(fc.integer({ min: 1, max: 15 })),
  maxFailedTries: fc.option(fc.integer({ min: 2, max: 11 })),
})

const agentApp = fc.record({
  name: name(60),
  playPackage: fc.option(fc.constant('example.acme.agent')),
  appStore: fc.option(fc.constant('https://apps.apple.com/app/id123456789')),
  windowsStore: fc.option(fc.constant('https://apps.microsoft.com/detail/9wzdncrfj3q8')),
})
/** Some of Apple's by its rules, and preferences of an app, for which there are none. */
const payload = fc.oneof(
  json.map((made) => ({ ...made, PayloadType: 'example.acme.agent' })),
  fc.record({
    PayloadType: fc.constant('com.apple.airprint'),
    AirPrint: fc.array(fc.record({ IPAddress: host, ResourcePath: name(40) }), { maxLength: 2 }),
  }),
  fc.record({
    PayloadType: fc.constant('com.apple.loginitems.managed'),
    'AutoLaunchedApplicationDictionary-managed': fc.array(fc.record({ Path: name(40), Hide: fc.boolean() }), {
      maxLength: 2,
    }),
  }),
)
const extras = fc.record({
  apple: fc.array(payload, { maxLength: 3 }),
  android: fc.option(json),
  agent: fc.option(json),
})

export const settings: fc.Arbitrary<TemplateSettings> = certificates.chain((keys) =>
  fc.record({
    wifi: keyed(network(keys), 'w', 3),
    certificates: fc.constant(keys.map((key) => ({ key, name: `CA ${key}`, pem: CERTIFICATE }))),
    identity: fc.constant({
      subject: 'CN={{account.email}},O={{organisation.name}}',
      keyUsage: ['digital_signature' as const],
    }),
    vpn: keyed(connection, 'v', 2),
    mail: keyed(mail, 'm', 2),
    passcode: fc.option(passcode),
    webLinks: fc.array(
      fc.record({
        label: name(60),
        url: fc.constantFrom('https://acme.example/{{account.email}}?q={{device.id}}', 'http://a.example/'),
      }),
      { maxLength: 3 },
    ),
    agentApp: fc.option(agentApp),
    policies: fc.dictionary(
      fc.stringMatching(/^[A-Za-z][A-Za-z0-9_.-]{0,10}$/),
      fc.oneof(name(40), fc.integer(), fc.boolean()),
      { maxKeys: 4, noNullPrototype: true },
    ),
    extras,
  }),
)

export const newTemplate = (made: TemplateSettings): NewDeviceTemplate => ({
  platform: 'ios',
  name: 'Phones',
  settings: made,
  instructions: { en: 'Do **this**.', de: 'Tun Sie **das**.' },
  notes: null,
  ownership: { default: 'inherit', choosable: true },
  reports: 'none',
  checkInSeconds: 3600,
})

export const emptySettings: TemplateSettings = {
  wifi: [],
  webLinks: [],
  passcode: null,
  agentApp: null,
  policies: {},
}
