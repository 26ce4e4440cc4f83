import type { FullSettings } from '../templates/index.ts'
import { pemBase64, plainText, stableUuid, toBase64, trustedOf } from './text.ts'
import type { Artefact, ArtefactInput } from './types.ts'
import { type Element, element, writeXml } from './xml.ts'

type Network = FullSettings['wifi'][number]

const TTLS = '21'
const INNER = { mschapv2: 'MS-CHAP-V2', pap: 'PAP' } as const

/** The realm that a network announces: of the identity, else the domain of a name of its server. */
function realmOf(identity: string, serverNames: string[]): string | null {
  const realm = identity.split('@')[1] ?? serverNames[0]?.replace(/^\*\./, '') ?? ''
  return /^[A-Za-z0-9.-]{1,253}$/.test(realm) ? realm.toLowerCase() : null
}

/**
 * What Android can join by Passpoint: TTLS with a name and a password (`ConfigParser` and `Credential` of
 * Android's own source), where a realm is known. PEAP and GTC it refuses, and a certificate only without password.
 */
export function isPasspoint({ eap }: Network): boolean {
  if (eap?.method !== 'ttls' || eap.inner === 'gtc' || eap.inner === null) return false
  return eap.identity !== '' && eap.password !== null && realmOf(eap.identity, eap.serverNames) !== null
}

/**
 * A Passpoint subscription for Android 6 and later: base64 of multipart/mixed with the subscription (Wi-Fi
 * Alliance Hotspot 2.0 PerProviderSubscription, OMA-DM tree) and the authority to trust. `network` is one that
 * `isPasspoint` accepts.
 */
export function renderPasspoint(input: ArtefactInput, network: Network, stem: string): Artefact {
  const { eap } = network
  const certificates = trustedOf(input.template.settings.certificates, eap?.trustedCertificates ?? [])
  const boundary = stableUuid(input.device.id, network.key, 'passpoint')
  const parts = [
    { type: 'application/x-passpoint-profile', body: toBase64(subscriptionOf(input, network)) },
    ...certificates.slice(0, 1).map(({ pem }) => ({
      type: 'application/x-x509-ca-cert',
      body: pemBase64(pem),
    })),
  ]
  const message = [
    `Content-Type: multipart/mixed; boundary=${boundary}`,
    'Content-Transfer-Encoding: base64',
    '',
    ...parts.flatMap(({ type, body }) => [
      `--${boundary}`,
      `Content-Type: ${type}`,
      'Content-Transfer-Encoding: base64',
      '',
      body,
    ]),
    `--${boundary}--`,
    '',
  ]
  return {
    contentType: 'application/x-wifi-config',
    fileName: `${stem}.config`,
    body: toBase64(message.join('\r\n')),
  }
}

function subscriptionOf({ organisation }: ArtefactInput, { ssid, eap }: Network): string {
  const realm = realmOf(eap?.identity ?? '', eap?.serverNames ?? []) ?? ''
  const inner = eap?.inner === 'pap' ? INNER.pap : INNER.mschapv2
  return writeXml(
    element(
      'MgmtTree',
      [
        element('VerDTD', '1.2'),
        node('PerProviderSubscription', [
          element('RTProperties', [
            element('Type', [element('DDFName', 'urn:wfa:mo:hotspot2dot0-perprovidersubscription:1.0')]),
          ]),
          node('i001', [
            node('HomeSP', [leaf('FriendlyName', `${organisation.name}: ${ssid}`), leaf('FQDN', realm)]),
            node('Credential', [
              leaf('Realm', realm),
              node('UsernamePassword', [
                leaf('Username', eap?.identity ?? ''),
                leaf('Password', toBase64(plainText(eap?.password ?? ''))),
                node('EAPMethod', [leaf('EAPType', TTLS), leaf('InnerMethod', inner)]),
              ]),
            ]),
          ]),
        ]),
      ],
      { xmlns: 'syncml:dmddf1.2' },
    ),
  )
}

function node(name: string, content: Element[]): Element {
  return element('Node', [element('NodeName', name), ...content])
}

function leaf(name: string, value: string): Element {
  return element('Node', [element('NodeName', name), element('Value', value)])
}
