import type { FullSettings } from '../templates/index.ts'
import { fileStem, plainText, stableUuid } from './text.ts'
import type { Artefact, ArtefactInput } from './types.ts'

type Network = FullSettings['wifi'][number]
type Connection = FullSettings['vpn'][number]
/** Sections in order, each with its keys in order; values that are null are left out. */
type Sections = [name: string, keys: [name: string, value: string | string[] | boolean | number | null][]][]

/** Where files are that a connection names: certificates to trust, and the device's own. */
export function placeOf({ organisation }: Pick<ArtefactInput, 'organisation'>): string {
  return `/etc/latchkey/${fileStem(organisation.slug, 'organisation')}`
}

/** How the device's own certificate comes: from the script with a key of its own, or as a file with a password. */
export type OwnKey = 'pem' | 'pkcs12'

/** Of secrets that are not told: who wants to connect is asked, and their session remembers. */
const ASKED = 1
/** A key without a password. */
const NOT_REQUIRED = 4

/** A network as a keyfile of NetworkManager (`nm-settings-keyfile`), to be owned by root and read by nobody else. */
export function renderNetworkKeyfile(input: ArtefactInput, network: Network, own: OwnKey): Artefact {
  const { key, ssid, security, hidden, autoJoin, passphrase, eap } = network
  return keyfile(`wifi-${fileStem(ssid, key)}-${key}`, [
    [
      'connection',
      [
        ['id', ssid],
        ['uuid', stableUuid(input.device.id, 'wifi', key)],
        ['type', 'wifi'],
        ['autoconnect', autoJoin],
      ],
    ],
    [
      'wifi',
      [
        ['mode', 'infrastructure'],
        // Bytes, so that no name can be taken for something else.
        ['ssid', `${[...new TextEncoder().encode(plainText(ssid))].join(';')};`],
        ['hidden', hidden || null],
      ],
    ],
    [
      'wifi-security',
      [
        ['key-mgmt', { none: null, wpa2: 'wpa-psk', wpa3: 'sae', eap: 'wpa-eap' }[security]],
        ['psk', passphrase],
      ],
    ],
    ['802-1x', eap ? eapKeys(input, key, eap, own) : []],
    ['ipv4', [['method', 'auto']]],
    ['ipv6', [['method', 'auto']]],
  ])
}

function eapKeys(
  input: ArtefactInput,
  key: string,
  eap: NonNullable<Network['eap']>,
  own: OwnKey,
): Sections[number][1] {
  const tls = eap.method === 'tls'
  const place = placeOf(input)
  return [
    ['eap', [eap.method]],
    ['identity', eap.identity || (tls ? input.account.address : null)],
    ['anonymous-identity', eap.outerIdentity || null],
    ['ca-cert', eap.trustedCertificates.length > 0 ? `${place}/trust-${key}.pem` : null],
    ['system-ca-certs', eap.trustedCertificates.length > 0 ? null : true],
    ['domain-suffix-match', eap.serverNames.map((name) => name.replace(/^\*\./, '')).join(';') || null],
    ['phase2-auth', tls ? null : eap.inner],
    ['password', tls ? null : eap.password],
    ['password-flags', tls || eap.password !== null ? null : ASKED],
    ...(tls ? ownKeys(place, own) : []),
  ]
}

function ownKeys(place: string, own: OwnKey): Sections[number][1] {
  if (own === 'pkcs12')
    return [
      ['client-cert', `${place}/device.p12`],
      ['private-key', `${place}/device.p12`],
      ['private-key-password-flags', ASKED],
    ]
  return [
    ['client-cert', `${place}/device.pem`],
    ['private-key', `${place}/device.key`],
    ['private-key-password-flags', NOT_REQUIRED],
  ]
}

/** Whether the plug-in can speak it: it takes no PKCS#12, so only the script brings it a certificate. */
export function isKeyfileVpn({ authentication }: Connection, own: OwnKey): boolean {
  return authentication !== 'certificate' || own === 'pem'
}

/** An IKEv2 connection of the plug-in NetworkManager-strongswan, which must be there. */
export function renderVpnKeyfile(input: ArtefactInput, connection: Connection): Artefact {
  const { key, name, authentication, password, sharedSecret } = connection
  const place = placeOf(input)
  const trusted = input.template.settings.certificates.length > 0
  const secret = { certificate: null, eap: password, shared_secret: sharedSecret }[authentication]
  return keyfile(`vpn-${fileStem(name, key)}-${key}`, [
    [
      'connection',
      [
        ['id', name],
        ['uuid', stableUuid(input.device.id, 'vpn', key)],
        ['type', 'vpn'],
        ['autoconnect', false],
      ],
    ],
    [
      'vpn',
      [
        ['service-type', 'org.freedesktop.NetworkManager.strongswan'],
        ['address', connection.server],
        ['remote-identity', connection.remoteId],
        ['local-identity', connection.localId || null],
        ['method', { certificate: 'cert', eap: 'eap', shared_secret: 'psk' }[authentication]],
        ['user', authentication === 'eap' ? connection.username || null : null],
        ['certificate', trusted && authentication !== 'shared_secret' ? `${place}/trust-vpn.pem` : null],
        ...(authentication === 'certificate' ? VPN_CERTIFICATE(place) : []),
        ['virtual', 'yes'],
        ['encap', 'no'],
        ['ipcomp', 'no'],
        ['password-flags', authentication !== 'certificate' && secret === null ? ASKED : 0],
      ],
    ],
    ['vpn-secrets', [['password', secret]]],
    ['ipv4', [['method', 'auto']]],
    ['ipv6', [['method', 'auto']]],
  ])
}

const VPN_CERTIFICATE = (place: string): Sections[number][1] => [
  ['cert-source', 'file'],
  ['usercert', `${place}/device.pem`],
  ['userkey', `${place}/device.key`],
]

function keyfile(stem: string, sections: Sections): Artefact {
  const written = sections.flatMap(([name, keys]) => {
    const lines = keys.flatMap(([key, value]) => (value === null ? [] : [`${key}=${writeValue(value)}`]))
    return lines.length > 0 ? [`[${name}]\n${lines.join('\n')}\n`] : []
  })
  return {
    contentType: 'application/octet-stream',
    fileName: `${stem}.nmconnection`,
    body: written.join('\n'),
  }
}

/** GLib's key files: blanks at the ends and backslashes are escaped, in lists the sign that ends an item too. */
function writeValue(value: string | string[] | boolean | number): string {
  if (Array.isArray(value))
    return value.map((item) => `${escapeKeyfile(item).replaceAll(';', '\\;')};`).join('')
  return typeof value === 'string' ? escapeKeyfile(value) : String(value)
}

function escapeKeyfile(text: string): string {
  return plainText(text)
    .replaceAll('\\', '\\\\')
    .replace(/^ +| +$/g, (blanks) => '\\s'.repeat(blanks.length))
}
