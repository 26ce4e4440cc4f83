import {
  COMPONENT,
  ENROLMENT_QR,
  ENROLMENT_TOKEN,
  type FullSettings,
  type Json,
  type JsonObject,
  PROVISIONING,
  PROVISIONING_BOOLEANS,
  PROVISIONING_NUMBERS,
} from '../templates/index.ts'
import { isPasspoint, renderPasspoint } from './passpoint.ts'
import {
  type ArtefactSet,
  certificateFiles,
  emptySet,
  hasAgent,
  identityFiles,
  ownCertificateFiles,
  partition,
  type SetFile,
  type SetInput,
  safeLinks,
} from './set-parts.ts'
import { fileStem, plainText } from './text.ts'
import { typedMail, typedNetwork, typedVpn } from './typed.ts'
import { wifiQrText } from './wifi-qr.ts'

type Network = FullSettings['wifi'][number]

const EXTRAS_BUNDLE = `${PROVISIONING}ADMIN_EXTRAS_BUNDLE`

/** Whether the extras lead anywhere: to a code for a new phone or to a link. */
export function hasAndroidExtras({ extras }: Pick<FullSettings, 'extras'>): boolean {
  const android = extras.android ?? {}
  return [COMPONENT, ENROLMENT_TOKEN, ENROLMENT_QR].some((key) => isFilled(android[key]))
}

function isFilled(value: Json | undefined): value is string {
  return typeof value === 'string' && value !== ''
}

/**
 * Android: a code that makes a new phone fully managed and a link for people's own, from `extras.android`; without
 * an agent also what Android takes from a browser: certificates, Passpoint, and what is typed.
 */
export function androidSet(input: SetInput): ArtefactSet {
  const { settings } = input.template
  const { codes, leftOut } = provisioningCodes(input)
  const links = enrolmentLinks(settings)
  if (hasAgent(input)) return { ...emptySet(), codes, links, leftOut }
  const [enterprise, plain] = partition(settings.wifi, ({ security }) => security === 'eap')
  const [passpoint, byHand] = partition(enterprise, isPasspoint)
  return {
    ...emptySet(),
    codes: [
      ...codes,
      ...plain.flatMap((network) => {
        const text = wifiQrText(network)
        return text === null ? [] : [{ kind: 'wifi' as const, label: network.ssid, text }]
      }),
    ],
    links,
    files: [
      ...certificateFiles(input, 'der'),
      ...identityFiles(input),
      ...ownCertificateFiles(input),
      ...passpoint.map((network) => passpointFile(input, network)),
    ],
    typed: [
      ...[...plain, ...byHand].map(typedNetwork),
      ...settings.vpn.map(typedVpn),
      ...settings.mail.map(typedMail),
    ],
    webLinks: safeLinks(settings.webLinks),
    leftOut,
  }
}

function passpointFile(input: SetInput, network: Network): SetFile {
  const stem = `wifi-${fileStem(network.ssid, network.key)}-${network.key}`
  const artefact = renderPasspoint(input, network, stem)
  return {
    name: `passpoint-${network.key}`,
    kind: 'passpoint',
    label: network.ssid,
    fileName: artefact.fileName,
    artefact,
  }
}

/** `https://enterprise.google.com/android/enroll?et=<token>`: sets up a work profile on a phone of one's own. */
function enrolmentLinks({ extras }: FullSettings): ArtefactSet['links'] {
  const token = extras.android?.[ENROLMENT_TOKEN]
  if (!isFilled(token)) return []
  const href = `https://enterprise.google.com/android/enroll?${new URLSearchParams({ et: plainText(token) })}`
  return [{ kind: 'android_enterprise', href }]
}

/** Version 40 of a QR code with error correction M holds 2331 bytes; a phone wants fewer. */
const CODE_MAX_BYTES = 2000

function provisioningCodes(input: SetInput): Pick<ArtefactSet, 'codes' | 'leftOut'> {
  const label = input.organisation.name
  const own = input.template.settings.extras.android?.[ENROLMENT_QR]
  const text = isFilled(own) ? own : renderProvisioning(input)
  if (text === null) return { codes: [], leftOut: [] }
  if (Buffer.byteLength(text) > CODE_MAX_BYTES) return { codes: [], leftOut: [{ part: 'android', name: '' }] }
  return { codes: [{ kind: 'provisioning', label, text }], leftOut: [] }
}

const SECURITY = { none: 'NONE', wpa2: 'WPA', wpa3: 'WPA' } as const
/**
 * What a new phone reads from a QR code to become fully managed: the keys of `extras.android`, the first network
 * where none is named there, and within the bundle for the agent our address and grant (`latchkey.base_url`,
 * `latchkey.ticket`). Compact JSON; null where no device admin is named.
 */
function renderProvisioning(input: SetInput): string | null {
  const { settings } = input.template
  const android = settings.extras.android ?? {}
  if (!isFilled(android[COMPONENT])) return null
  const own = Object.fromEntries(
    Object.entries(android)
      .filter(([key]) => key.startsWith(PROVISIONING))
      .map(([key, value]) => [key, typed(key, value)]),
  )
  const bundle = own[EXTRAS_BUNDLE]
  return JSON.stringify({
    ...(own[`${PROVISIONING}WIFI_SSID`] === undefined && firstNetwork(settings.wifi)),
    ...own,
    [EXTRAS_BUNDLE]: {
      ...(isObject(bundle) && bundle),
      'latchkey.base_url': input.baseUrl,
      'latchkey.site': input.organisation.siteId,
      ...(input.ticket !== null && { 'latchkey.ticket': input.ticket }),
    },
  })
}

function isObject(value: Json | undefined): value is JsonObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}

/** Templates of before may say it as text. */
function typed(key: string, value: Json): Json {
  if (typeof value === 'string' && PROVISIONING_BOOLEANS.includes(key) && /^(true|false)$/.test(value))
    return value === 'true'
  if (typeof value === 'string' && PROVISIONING_NUMBERS.includes(key) && /^\d{1,15}$/.test(value))
    return Number(value)
  return value
}

/** With it a phone reaches the agent's download. Networks with accounts are left to what the manager writes. */
function firstNetwork(networks: Network[]): JsonObject {
  const first = networks.find(({ security }) => security !== 'eap')
  if (!first || first.security === 'eap') return {}
  return {
    [`${PROVISIONING}WIFI_SSID`]: plainText(first.ssid),
    [`${PROVISIONING}WIFI_SECURITY_TYPE`]: SECURITY[first.security],
    ...(first.passphrase !== null && { [`${PROVISIONING}WIFI_PASSWORD`]: plainText(first.passphrase) }),
    ...(first.hidden && { [`${PROVISIONING}WIFI_HIDDEN`]: true }),
  }
}
