import type { EapSettings, FullSettings } from '../templates/index.ts'
import { type Payload, type References, textIf } from './apple-payload.ts'

/**
 * Since iOS 16 and macOS 13 `WPA2` joins networks of WPA2 and WPA3, `WPA3` those of WPA3 only; before, iOS took
 * the two as equal and macOS matched them exactly.
 */
const ENCRYPTION = { none: 'None', wpa2: 'WPA2', wpa3: 'WPA3', eap: 'WPA2' } as const

export function wifiPayloads(networks: FullSettings['wifi'], references: References): Payload[] {
  return networks.map((network) => {
    const { security, passphrase, eap } = network
    const ssid = network.ssid
    return {
      part: `wifi.${network.key}`,
      type: 'com.apple.wifi.managed',
      name: `Wi-Fi ${ssid}`,
      content: {
        SSID_STR: ssid,
        HIDDEN_NETWORK: network.hidden,
        AutoJoin: network.autoJoin,
        EncryptionType: ENCRYPTION[security],
        ...((security === 'wpa2' || security === 'wpa3') && textIf('Password', passphrase)),
        ...(security === 'eap' && eap && enterprise(eap, references)),
      },
    }
  })
}

const EAP_TYPES = { tls: 13, ttls: 21, peap: 25 } as const
/** `EAP`: whatever EAP method the server proposes within the tunnel, GTC among them. */
const TTLS_INNER = { mschapv2: 'MSCHAPv2', pap: 'PAP', gtc: 'EAP' } as const

/**
 * Server names and anchors end the device's question whether to trust a server: what they do not cover is
 * refused. PEAP has no key for what is spoken within: device and server agree.
 */
function enterprise(eap: EapSettings, references: References): Payload['content'] {
  const { method } = eap
  const anchors = eap.trustedCertificates.map(references.certificate).filter((uuid) => uuid !== null)
  return {
    ...(method === 'tls' && references.identity !== null && { PayloadCertificateUUID: references.identity }),
    EAPClientConfiguration: {
      AcceptEAPTypes: [EAP_TYPES[method]],
      ...textIf('UserName', eap.identity),
      ...(method !== 'tls' && {
        ...textIf('UserPassword', eap.password),
        ...textIf('OuterIdentity', eap.outerIdentity),
      }),
      ...(method === 'ttls' && { TTLSInnerAuthentication: TTLS_INNER[eap.inner ?? 'mschapv2'] }),
      ...(anchors.length > 0 && { PayloadCertificateAnchorUUID: anchors }),
      ...(eap.serverNames.length > 0 && { TLSTrustedServerNames: eap.serverNames }),
    },
  }
}
