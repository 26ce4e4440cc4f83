import type { PlistValue } from './plist-reader.ts'

/**
 * What Apple's schema says of the payloads that we emit (device-management repository, MIT, as of iOS 18.1 and
 * macOS 15.1: `mdm/profiles/` TopLevel, CommonPayloadKeys, com.apple.wifi.managed, com.apple.webClip.managed).
 * Keys whose insides have rules of their own (EAP, QoS, roaming, consent) are not listed: who emits one adds its
 * rules first.
 */
export type AppleSystem = 'ios' | 'macos'
type Scalar = 'string' | 'integer' | 'real' | 'boolean' | 'data' | 'date'
export type KeyRule = {
  type: Scalar | 'array'
  required?: true
  /** The schema's `rangelist`. */
  values?: readonly (string | number)[]
  /** The schema's `range`. */
  range?: { min: number; max: number }
  /** What an array holds; `payload`: checked by its own type's rules. */
  items?: Scalar | 'payload'
  format?: RegExp
  /** Systems on which the schema says `introduced: n/a`. */
  notOn?: AppleSystem
}
export type KeyRules = Record<string, KeyRule>

const UUID = /^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/i
const string: KeyRule = { type: 'string' }
const boolean: KeyRule = { type: 'boolean' }
const phoneBoolean: KeyRule = { type: 'boolean', notOn: 'macos' }
const integer: KeyRule = { type: 'integer' }
const strings: KeyRule = { type: 'array', items: 'string' }

/** CommonPayloadKeys. */
export const COMMON: KeyRules = {
  PayloadIdentifier: { ...string, required: true, format: /\S/ },
  PayloadUUID: { ...string, required: true, format: UUID },
  PayloadType: { ...string, required: true },
  PayloadVersion: { ...integer, required: true, values: [1] },
  PayloadDescription: string,
  PayloadDisplayName: string,
  PayloadOrganization: string,
}

/** TopLevel. */
export const TOP_LEVEL: KeyRules = {
  ...COMMON,
  PayloadType: { ...string, required: true, values: ['Configuration'] },
  PayloadContent: { type: 'array', required: true, items: 'payload' },
  IsEncrypted: boolean,
  EncryptedPayloadContent: { type: 'data' },
  HasRemovalPasscode: boolean,
  PayloadRemovalDisallowed: boolean,
  PayloadScope: { ...string, values: ['System', 'User'] },
  RemovalDate: { type: 'date' },
  DurationUntilRemoval: { type: 'real' },
  PayloadExpirationDate: { type: 'date' },
  TargetDeviceType: { ...integer, values: [0, 1, 2, 3, 4, 5, 6] },
}

const WIFI: KeyRules = {
  AutoJoin: boolean,
  SSID_STR: string,
  HIDDEN_NETWORK: boolean,
  ProxyType: { ...string, values: ['None', 'Manual', 'Auto'] },
  EncryptionType: { ...string, values: ['WEP', 'WPA', 'WPA2', 'WPA3', 'Any', 'None'] },
  Password: string,
  PayloadCertificateUUID: { ...string, format: UUID },
  DisplayedOperatorName: string,
  DomainName: string,
  ServiceProviderRoamingEnabled: boolean,
  IsHotspot: boolean,
  HESSID: string,
  NAIRealmNames: strings,
  CaptiveBypass: phoneBoolean,
  EnableIPv6: boolean,
  TLSCertificateRequired: boolean,
  ProxyServer: string,
  ProxyServerPort: { ...integer, range: { min: 0, max: 65535 } },
  ProxyUsername: string,
  ProxyPassword: string,
  ProxyPACURL: string,
  ProxyPACFallbackAllowed: boolean,
  DisableAssociationMACRandomization: boolean,
}

const WEB_CLIP: KeyRules = {
  Precomposed: phoneBoolean,
  FullScreen: phoneBoolean,
  // RFC 3986: Apple's readers of addresses refuse anything else.
  URL: { ...string, required: true, format: /^https?:\/\/[\w.~:/?#[\]@!$&'()*+,;=%-]+$/ },
  Icon: { type: 'data' },
  IsRemovable: phoneBoolean,
  Label: { ...string, required: true },
  IgnoreManifestScope: phoneBoolean,
  TargetApplicationBundleIdentifier: { ...string, notOn: 'macos' },
}

export const PAYLOADS: Record<string, KeyRules> = {
  'com.apple.wifi.managed': WIFI,
  'com.apple.webClip.managed': WEB_CLIP,
}

type Dictionary = Extract<PlistValue, { type: 'dictionary' }>['value']

/** Every rule that a profile breaks, each as one line that begins with the place; empty where it is valid. */
export function checkAppleProfile(profile: PlistValue, system: AppleSystem): string[] {
  if (profile.type !== 'dictionary') return ['profile: no dictionary']
  const content = profile.value.get('PayloadContent')
  const payloads = content?.type === 'array' ? content.value : []
  const dictionaries = payloads.flatMap((payload) => (payload.type === 'dictionary' ? [payload.value] : []))
  const everywhere = [profile.value, ...dictionaries]
  return [
    ...checkKeys('profile', profile.value, TOP_LEVEL, system),
    ...dictionaries.flatMap((payload, index) => checkPayload(`payload ${index}`, payload, system)),
    ...checkUnique('PayloadUUID', everywhere),
    ...checkUnique('PayloadIdentifier', everywhere),
    ...checkScope(profile.value, dictionaries, system),
  ]
}

function checkPayload(place: string, payload: Dictionary, system: AppleSystem): string[] {
  const type = textOf(payload, 'PayloadType') ?? ''
  const rules = PAYLOADS[type]
  if (!rules) {
    const common = checkKeys(place, payload, COMMON, system).filter(
      (problem) => !problem.endsWith('is unknown'),
    )
    return [...common, `${place}: unknown type ${type}`]
  }
  return [
    ...checkKeys(place, payload, { ...COMMON, ...rules }, system),
    ...(type === 'com.apple.wifi.managed' ? checkWifi(place, payload) : []),
  ]
}

function checkKeys(place: string, dictionary: Dictionary, rules: KeyRules, system: AppleSystem): string[] {
  const missing = Object.keys(rules).filter((key) => rules[key]?.required && !dictionary.has(key))
  return [
    ...missing.map((key) => `${place}: ${key} is missing`),
    ...[...dictionary].flatMap(([key, value]) => {
      const rule = Object.hasOwn(rules, key) ? rules[key] : undefined
      return rule ? checkValue(`${place}: ${key}`, value, rule, system) : [`${place}: ${key} is unknown`]
    }),
  ]
}

function checkValue(place: string, value: PlistValue, rule: KeyRule, system: AppleSystem): string[] {
  if (value.type !== rule.type) return [`${place} is ${value.type}, not ${rule.type}`]
  const problems: string[] = []
  if (rule.notOn === system) problems.push(`${place} does not exist on ${system}`)
  if (value.type === 'array') {
    const wanted = rule.items === 'payload' ? 'dictionary' : rule.items
    const strange = value.value.find((item) => item.type !== wanted)
    if (strange) problems.push(`${place} holds ${strange.type}, not ${wanted}`)
  }
  if (value.type === 'string' || value.type === 'integer') {
    if (rule.values && !rule.values.includes(value.value)) problems.push(`${place} is not in the list`)
    if (rule.format && !rule.format.test(String(value.value))) problems.push(`${place} has another shape`)
    if (rule.range && !(Number(value.value) >= rule.range.min && Number(value.value) <= rule.range.max))
      problems.push(`${place} is out of range`)
  }
  return problems
}

/** From the descriptions of SSID_STR and EncryptionType; lengths from IEEE 802.11. Personal networks only. */
function checkWifi(place: string, payload: Dictionary): string[] {
  const problems: string[] = []
  const ssid = textOf(payload, 'SSID_STR')
  if (ssid === null && !payload.has('DomainName'))
    problems.push(`${place}: SSID_STR or DomainName is missing`)
  const bytes = ssid === null ? 1 : new TextEncoder().encode(ssid).length
  if (bytes < 1 || bytes > 32) problems.push(`${place}: SSID_STR has not 1 to 32 bytes`)
  const password = textOf(payload, 'Password')
  const open = textOf(payload, 'EncryptionType') === 'None'
  if (open && password !== null) problems.push(`${place}: Password without encryption`)
  if (!open && !/^[\x20-\x7e]{8,63}$/.test(password ?? ''))
    problems.push(`${place}: Password is no passphrase`)
  return problems
}

/** Web clips have `devicechannel: false` on macOS. */
function checkScope(profile: Dictionary, payloads: Dictionary[], system: AppleSystem): string[] {
  const clips = payloads.some((payload) => textOf(payload, 'PayloadType') === 'com.apple.webClip.managed')
  const user = textOf(profile, 'PayloadScope') === 'User'
  return system === 'macos' && clips && !user ? ['profile: web clips need the PayloadScope User'] : []
}

function checkUnique(key: string, dictionaries: Dictionary[]): string[] {
  const values = dictionaries.map((dictionary) => textOf(dictionary, key)?.toUpperCase())
  return values.some((value, index) => value !== undefined && values.indexOf(value) !== index)
    ? [`profile: ${key} is not unique`]
    : []
}

function textOf(dictionary: Dictionary, key: string): string | null {
  const value = dictionary.get(key)
  return value?.type === 'string' ? value.value : null
}
