import type { FullSettings } from '../templates/index.ts'
import {
  type ArtefactSet,
  certificateFiles,
  emptySet,
  hasAgent,
  identityFiles,
  ownCertificateFiles,
  type SetInput,
  safeLinks,
} from './set-parts.ts'
import { pemBase64, plainText, stableUuid, trustedOf } from './text.ts'
import { typedMail } from './typed.ts'
import type { Artefact, ArtefactInput } from './types.ts'

type Network = FullSettings['wifi'][number]
type Connection = FullSettings['vpn'][number]

/**
 * ChromeOS: one file with networks, connections and the certificates that they name, imported at
 * `chrome://network#general`; the device's own certificate beside it, since the file would carry its key bare.
 */
export function chromeosSet(input: SetInput): ArtefactSet {
  const { settings } = input.template
  if (hasAgent(input)) return emptySet()
  const vpn = settings.vpn.filter((connection) => isOncVpn(connection, settings))
  const artefact = renderOnc(input)
  const filled = settings.wifi.length + vpn.length + settings.certificates.length > 0
  return {
    ...emptySet(),
    files: [
      ...identityFiles(input),
      ...ownCertificateFiles(input),
      ...(filled
        ? [{ name: 'onc', kind: 'networks' as const, label: '', fileName: artefact.fileName, artefact }]
        : []),
      ...certificateFiles(input, 'pem'),
    ],
    typed: settings.mail.map(typedMail),
    webLinks: safeLinks(settings.webLinks),
  }
}

/** ChromeOS asks for an authority wherever a server shows a certificate. */
function isOncVpn({ authentication }: Connection, { certificates }: FullSettings): boolean {
  return authentication === 'shared_secret' || certificates.length > 0
}

/** Open Network Configuration 1.0 (`components/onc/docs/onc_spec.md` of Chromium), `UnencryptedConfiguration`. */
function renderOnc(input: ArtefactInput): Artefact {
  const { template, organisation } = input
  const { wifi, vpn, certificates } = template.settings
  const onc = {
    Type: 'UnencryptedConfiguration',
    NetworkConfigurations: [
      ...wifi.map((network) => wifiOf(input, network)),
      ...vpn
        .filter((connection) => isOncVpn(connection, template.settings))
        .map((connection) => vpnOf(input, connection)),
    ],
    Certificates: certificates.map(({ key, pem }) => ({
      GUID: guidOf(input, 'certificate', key),
      Type: 'Authority',
      X509: pemBase64(pem),
      TrustBits: ['Web'],
    })),
  }
  return {
    contentType: 'application/x-onc',
    fileName: `${organisation.slug}.onc`,
    body: `${JSON.stringify(onc, null, 2)}\n`,
  }
}

/** Stays for a device, so that importing again replaces what was there. */
function guidOf({ device }: ArtefactInput, ...words: string[]): string {
  return `{${stableUuid(device.id, ...words)}}`
}

const OUTER = { tls: 'EAP-TLS', peap: 'PEAP', ttls: 'EAP-TTLS' } as const
const INNER = { mschapv2: 'MSCHAPv2', pap: 'PAP', gtc: 'GTC' } as const

function wifiOf(input: ArtefactInput, { key, ssid, security, hidden, autoJoin, passphrase, eap }: Network) {
  return {
    GUID: guidOf(input, 'wifi', key),
    Name: plainText(ssid),
    Type: 'WiFi',
    WiFi: {
      SSID: plainText(ssid),
      HexSSID: Buffer.from(plainText(ssid)).toString('hex').toUpperCase(),
      HiddenSSID: hidden,
      AutoConnect: autoJoin,
      // ChromeOS knows WPA3 as a way to speak WPA-PSK.
      Security: { none: 'None', wpa2: 'WPA-PSK', wpa3: 'WPA-PSK', eap: 'WPA-EAP' }[security],
      ...(passphrase !== null && { Passphrase: plainText(passphrase) }),
      ...(eap && { EAP: eapOf(input, eap) }),
    },
  }
}

function eapOf(input: ArtefactInput, eap: NonNullable<Network['eap']>) {
  const { certificates } = input.template.settings
  const trusted = trustedOf(certificates, eap.trustedCertificates)
  return {
    Outer: OUTER[eap.method],
    ...(eap.inner && { Inner: INNER[eap.inner] }),
    ...(eap.identity !== '' && { Identity: plainText(eap.identity) }),
    ...(eap.outerIdentity !== '' && { AnonymousIdentity: plainText(eap.outerIdentity) }),
    ...(eap.password !== null && { Password: plainText(eap.password) }),
    SaveCredentials: true,
    ...(trusted.length > 0
      ? { ServerCARefs: trusted.map(({ key }) => guidOf(input, 'certificate', key)) }
      : { UseSystemCAs: true }),
    ...(eap.serverNames.length > 0 && { DomainSuffixMatch: eap.serverNames.map(suffixOf) }),
    ...(eap.method === 'tls' && clientCertificate(input)),
  }
}

/** A name matches itself and what is below it. */
const suffixOf = (name: string) => plainText(name.replace(/^\*\./, ''))

/** The certificate that the owner imports beside this file, by the name in its subject. */
function clientCertificate({ template }: ArtefactInput) {
  const { subject = '' } = template.settings.identity ?? {}
  const attributes = plainText(subject).split(/, ?(?=(?:CN|O|OU|C|L|ST|UID|E|SERIALNUMBER)=)/)
  const attribute = (name: string) =>
    attributes.find((one) => one.startsWith(`${name}=`))?.slice(name.length + 1)
  const [name, organisation] = [attribute('CN'), attribute('O')]
  return {
    ClientCertType: 'Pattern',
    ClientCertPattern: {
      Subject: {
        ...(name !== undefined && { CommonName: name }),
        ...(organisation !== undefined && { Organization: organisation }),
      },
    },
  }
}

const AUTHENTICATION = { certificate: 'Cert', eap: 'EAP', shared_secret: 'PSK' } as const

/** IKEv2 as `IPsec` with version 2: an authority for certificates and accounts, none for a shared secret. */
function vpnOf(input: ArtefactInput, connection: Connection) {
  const { authentication, localId, username, password, sharedSecret } = connection
  const { certificates } = input.template.settings
  return {
    GUID: guidOf(input, 'vpn', connection.key),
    Name: plainText(connection.name),
    Type: 'VPN',
    VPN: {
      Type: 'IPsec',
      Host: plainText(connection.server),
      AutoConnect: false,
      IPsec: {
        IKEVersion: 2,
        AuthenticationType: AUTHENTICATION[authentication],
        RemoteIdentity: plainText(connection.remoteId),
        ...(localId !== '' && { LocalIdentity: plainText(localId) }),
        SaveCredentials: true,
        ...(authentication === 'shared_secret'
          ? sharedSecret !== null && { PSK: plainText(sharedSecret) }
          : { ServerCARefs: certificates.map(({ key }) => guidOf(input, 'certificate', key)) }),
        ...(authentication === 'certificate' && clientCertificate(input)),
        ...(authentication === 'eap' && {
          EAP: {
            Outer: 'MSCHAPv2',
            ...(username !== '' && { Identity: plainText(username) }),
            ...(password !== null && { Password: plainText(password) }),
            SaveCredentials: true,
          },
        }),
      },
    },
  }
}
