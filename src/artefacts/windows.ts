import { type FullSettings, MDM_KEY } from '../templates/index.ts'
import {
  type ArtefactSet,
  certificateFiles,
  emptySet,
  hasAgent,
  identityFiles,
  ownCertificateFiles,
  type SetFile,
  type SetInput,
  safeLinks,
} from './set-parts.ts'
import { fileStem, plainText } from './text.ts'
import { typedAccount, typedMail, typedVpn } from './typed.ts'
import type { Artefact, ArtefactInput } from './types.ts'
import { isWindowsEap, oneX } from './windows-eap.ts'
import { type Element, element, writeXml } from './xml.ts'

type Network = FullSettings['wifi'][number]

/**
 * Windows 10 and 11: the link to the organisation's management server where `extras.agent` names one; else a
 * profile for each network (`netsh wlan add profile`), the certificates, and what is typed.
 */
export function windowsSet(input: SetInput): ArtefactSet {
  const { settings } = input.template
  const link = mdmLinkOf(settings, input)
  const links = link === null ? [] : [{ kind: 'windows_mdm' as const, href: link }]
  if (hasAgent(input)) return { ...emptySet(), links }
  const known = settings.wifi.filter(({ eap }) => eap === null || isWindowsEap(eap))
  return {
    ...emptySet(),
    links,
    files: [
      ...certificateFiles(input, 'der'),
      ...identityFiles(input),
      ...ownCertificateFiles(input),
      ...known.map((network) => wifiFile(input, network)),
    ],
    // Windows asks for the account of a network; its profile has no place for it.
    typed: [
      ...known.filter(hasAccount).map(typedAccount),
      ...settings.vpn.filter(({ authentication }) => authentication !== 'shared_secret').map(typedVpn),
      ...settings.mail.map(typedMail),
    ],
    webLinks: safeLinks(settings.webLinks),
  }
}

function hasAccount({ eap }: Network): boolean {
  return eap !== null && eap.method !== 'tls' && (eap.identity !== '' || eap.password !== null)
}

function wifiFile(input: ArtefactInput, network: Network): SetFile {
  const artefact = renderWindowsWifi(input, network)
  const { fileName } = artefact
  return { name: `wifi-${network.key}`, kind: 'wifi', label: network.ssid, fileName, artefact }
}

const AUTHENTICATION = {
  none: ['open', 'none'],
  wpa2: ['WPA2PSK', 'AES'],
  wpa3: ['WPA3SAE', 'AES'],
  eap: ['WPA2', 'AES'],
} as const

/** A profile of Windows for one network (`WLANProfile`, version 1), as `netsh wlan add profile` reads it. */
function renderWindowsWifi(input: ArtefactInput, network: Network): Artefact {
  const { ssid, security, hidden, autoJoin, passphrase, eap } = network
  const [authentication, encryption] = AUTHENTICATION[security]
  const profile = element(
    'WLANProfile',
    [
      element('name', ssid),
      element('SSIDConfig', [
        element('SSID', [
          element('hex', Buffer.from(ssid).toString('hex').toUpperCase()),
          element('name', ssid),
        ]),
        element('nonBroadcast', String(hidden)),
      ]),
      element('connectionType', 'ESS'),
      element('connectionMode', autoJoin ? 'auto' : 'manual'),
      element('MSM', [
        element('security', [
          element('authEncryption', [
            element('authentication', authentication),
            element('encryption', encryption),
            element('useOneX', String(eap !== null)),
          ]),
          passphrase === null ? null : sharedKey(passphrase),
          eap && oneX(eap, input.template.settings.certificates),
        ]),
      ]),
    ],
    { xmlns: 'http://www.microsoft.com/networking/WLAN/profile/v1' },
  )
  return {
    contentType: 'application/xml',
    fileName: `wifi-${fileStem(ssid, network.key)}-${network.key}.xml`,
    body: writeXml(profile),
  }
}

function sharedKey(passphrase: string): Element {
  return element('sharedKey', [
    element('keyType', 'passPhrase'),
    element('protected', 'false'),
    element('keyMaterial', passphrase),
  ])
}

/** What Windows reads beside `mode` (Microsoft, "MDM enrollment of Windows devices", deep link). */
const MDM_PARAMETERS = [
  ...['username', 'servername', 'accesstoken', 'deviceidentifier', 'tenantidentifier', 'ownership'],
]

/** 1: unknown, 2: personal, 3: the organisation's. */
const OWNERSHIPS: Record<string, string> = { personal: '2', company: '3' }

/**
 * `ms-device-enrollment:?mode=mdm&…` for `extras.agent["ms-device-enrollment"]`, an object of the link's own
 * parameters: `servername` (https) is a must; `username` and `ownership` are the owner's and the device's where they
 * are not said. Null where nothing is named.
 */
export function mdmLinkOf(
  settings: Pick<FullSettings, 'extras'>,
  { device, account }: Pick<ArtefactInput, 'device' | 'account'>,
): string | null {
  const named = settings.extras.agent?.[MDM_KEY]
  if (named === null || typeof named !== 'object' || Array.isArray(named)) return null
  const { servername } = named
  if (typeof servername !== 'string' || !URL.canParse(servername)) return null
  if (new URL(servername).protocol !== 'https:') return null
  const values: Record<string, unknown> = {
    username: account.address,
    ownership: OWNERSHIPS[device.ownership] ?? '1',
    ...named,
  }
  const query = MDM_PARAMETERS.flatMap((name) => {
    const value = values[name]
    if (typeof value !== 'string' && typeof value !== 'number') return []
    return [`${name}=${encodeURIComponent(plainText(String(value)))}`]
  })
  return `ms-device-enrollment:?mode=mdm&${query.join('&')}`
}
