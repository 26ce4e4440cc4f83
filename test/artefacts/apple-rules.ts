import {
  type AppleRule,
  type AppleRules,
  type AppleSystem,
  appleSchemaOf,
  isWithinRule,
  ruleOf,
} from '../../src/templates/index.ts'
import type { PlistValue } from './plist-reader.ts'

/**
 * Whether a profile keeps to Apple's schema (device-management repository, MIT, as of iOS 18.1 and macOS 15.1):
 * the profile's own keys as stated here, those of payloads as carried over in `src/templates`, and what the
 * schema's descriptions say beyond.
 */
type Dictionary = Extract<PlistValue, { type: 'dictionary' }>['value']
type Payload = { place: string; type: string; keys: Dictionary }

const UUID = /^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/

const rule = (type: AppleRule['type'], more: Partial<AppleRule> = {}): AppleRule => ({
  ...{ type, required: false, notOn: [], range: null, values: null, format: null, inside: null },
  ...more,
})
const required = { required: true }

/** CommonPayloadKeys. */
const COMMON: [string, AppleRule][] = [
  ['PayloadIdentifier', rule('string', { ...required, format: /\S/ })],
  ['PayloadUUID', rule('string', { ...required, format: UUID })],
  ['PayloadType', rule('string', required)],
  ['PayloadVersion', rule('integer', { ...required, values: ['1'] })],
  ['PayloadDescription', rule('string')],
  ['PayloadDisplayName', rule('string')],
  ['PayloadOrganization', rule('string')],
]

/** TopLevel, without what is for encrypted profiles. */
const TOP_LEVEL: AppleRules = new Map([
  ...COMMON,
  ['PayloadType', rule('string', { ...required, values: ['Configuration'] })],
  ['PayloadContent', rule('array', { ...required, inside: new Map([['*', rule('dictionary')]]) })],
  ['HasRemovalPasscode', rule('boolean')],
  ['PayloadRemovalDisallowed', rule('boolean')],
  ['PayloadScope', rule('string', { values: ['System', 'User'] })],
  ['RemovalDate', rule('date')],
  ['DurationUntilRemoval', rule('real')],
  ['TargetDeviceType', rule('integer', { values: ['0', '1', '2', '3', '4', '5', '6'] })],
  ['ConsentText', rule('dictionary', { inside: new Map([['*', rule('string')]]) })],
])

/** Every rule that a profile breaks, each as one line that begins with the place; empty where it is valid. */
export function checkAppleProfile(profile: PlistValue, system: AppleSystem): string[] {
  if (profile.type !== 'dictionary') return ['profile: no dictionary']
  const content = profile.value.get('PayloadContent')
  const payloads = (content?.type === 'array' ? content.value : []).flatMap((payload, index) =>
    payload.type === 'dictionary'
      ? [{ place: `payload ${index}`, type: textOf(payload.value, 'PayloadType') ?? '', keys: payload.value }]
      : [],
  )
  const everywhere = [profile.value, ...payloads.map(({ keys }) => keys)]
  return [
    ...checkKeys('profile', profile.value, TOP_LEVEL, system),
    ...payloads.flatMap((payload) => checkPayload(payload, system)),
    ...checkUnique('PayloadUUID', everywhere),
    ...checkUnique('PayloadIdentifier', everywhere),
    ...checkOnce(payloads),
    ...checkReferences(payloads),
    ...(system === 'macos' && textOf(profile.value, 'PayloadScope') !== 'User'
      ? payloads
          .filter(({ type }) => appleSchemaOf(type)?.macSystem === false)
          .map(({ type }) => `profile: ${type} needs the PayloadScope User`)
      : []),
  ]
}

function checkPayload(payload: Payload, system: AppleSystem): string[] {
  const { place, type, keys } = payload
  const schema = appleSchemaOf(type)
  if (!schema)
    return [
      ...checkKeys(place, keys, new Map([...COMMON, ['*', rule('any')]]), system),
      ...(system === 'ios' || type.startsWith('com.apple.') ? [`${place}: unknown type ${type}`] : []),
    ]
  return [
    ...checkKeys(place, keys, new Map([...schema.keys, ...COMMON]), system),
    ...(system === 'ios' && !schema.ios ? [`${place}: ${type} does not exist on ios`] : []),
    ...(system === 'macos' && !schema.macUser ? [`${place}: ${type} is not for users of macos`] : []),
    // What managers write themselves is held against the schema alone.
    ...(textOf(keys, 'PayloadIdentifier')?.includes('.extra.')
      ? []
      : (BEYOND[type]?.(keys).map((problem) => `${place}: ${problem}`) ?? [])),
  ]
}

function checkKeys(place: string, keys: Dictionary, rules: AppleRules, system: AppleSystem): string[] {
  const missing = [...rules].filter(([key, { required }]) => required && !keys.has(key))
  return [
    ...missing.map(([key]) => `${place}: ${key} is missing`),
    ...[...keys].flatMap(([key, value]) => {
      const found = ruleOf(rules, key)
      return found ? checkValue(`${place}: ${key}`, value, found, system) : [`${place}: ${key} is unknown`]
    }),
  ]
}

/** `plist` writes a whole number as integer, and Apple's readers take one for a real. */
const KINDS: Partial<Record<AppleRule['type'], PlistValue['type'][]>> = {
  certificate: ['string'],
  real: ['real', 'integer'],
}

function checkValue(place: string, value: PlistValue, found: AppleRule, system: AppleSystem): string[] {
  const { type, inside } = found
  if (type === 'any') return []
  const kinds = KINDS[type] ?? [type as PlistValue['type']]
  if (!kinds.includes(value.type)) return [`${place} is ${value.type}, not ${type}`]
  const problems = found.notOn.includes(system) ? [`${place} does not exist on ${system}`] : []
  if (value.type === 'array') {
    const item = inside && ruleOf(inside, null)
    return [...problems, ...value.value.flatMap((one) => (item ? checkValue(place, one, item, system) : []))]
  }
  if (value.type === 'dictionary')
    return [...problems, ...(inside ? checkKeys(`${place}.`, value.value, inside, system) : [])]
  if (
    value.type === 'data' &&
    !/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(value.value)
  )
    problems.push(`${place} is no base64`)
  if (value.type === 'date' && !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(value.value))
    problems.push(`${place} is no date`)
  if (
    (value.type === 'string' || value.type === 'integer' || value.type === 'real') &&
    !isWithinRule(value.value, found)
  )
    problems.push(`${place} is not among what is accepted`)
  return problems
}

/** What the descriptions of keys say; lengths of names and passphrases from IEEE 802.11. */
const BEYOND: Record<string, (keys: Dictionary) => string[]> = {
  'com.apple.wifi.managed': (keys) => {
    const problems: string[] = []
    const ssid = textOf(keys, 'SSID_STR')
    if (ssid === null && !keys.has('DomainName')) problems.push('SSID_STR or DomainName is missing')
    const open = textOf(keys, 'EncryptionType') === 'None'
    if (open && ['Password', 'EAPClientConfiguration'].some((key) => keys.has(key)))
      problems.push('a secret without encryption')
    const eap = keys.get('EAPClientConfiguration')
    if (
      eap?.type === 'dictionary' &&
      textOf(eap.value, 'TLSMinimumVersion') === '1.3' &&
      !eap.value.has('OuterIdentity')
    )
      problems.push('TLS 1.3 needs an OuterIdentity')
    return problems
  },
  'com.apple.vpn.managed': (keys) => {
    const type = textOf(keys, 'VPNType') ?? ''
    const ikev2 = keys.get('IKEv2')
    if (type !== 'IKEv2' || ikev2?.type !== 'dictionary') return []
    const problems: string[] = []
    const method = textOf(ikev2.value, 'AuthenticationMethod')
    const eap = ikev2.value.get('ExtendedAuthEnabled')?.value === 1
    if (method === 'None' && !eap) problems.push('no way to authenticate')
    if (ikev2.value.has('CertificateType') && !ikev2.value.has('ServerCertificateIssuerCommonName'))
      problems.push('CertificateType needs a ServerCertificateIssuerCommonName')
    return problems
  },
  // RFC 3986: Apple's readers of addresses refuse anything else.
  'com.apple.webClip.managed': (keys) =>
    /^https?:[\w.~:/?#[\]@!$&'()*+,;=%-]+$/.test(textOf(keys, 'URL') ?? '') ? [] : ['URL is no address'],
}

const CERTIFICATES = /^com\.apple\.security\.(root|pkcs1|pkcs12|pem)$/

/** Whatever is to be the UUID of a certificate's payload is one. */
function checkReferences(payloads: Payload[]): string[] {
  const known = payloads.flatMap(({ type, keys }) =>
    CERTIFICATES.test(type) ? [textOf(keys, 'PayloadUUID')] : [],
  )
  const problems: string[] = []
  const walk = (place: string, value: PlistValue, found: AppleRule | null): void => {
    if (found?.type === 'certificate' && !known.includes(String(value.value)))
      problems.push(`${place} refers to nothing`)
    if (value.type === 'array')
      for (const one of value.value) walk(place, one, found?.inside ? ruleOf(found.inside, null) : null)
    if (value.type === 'dictionary')
      for (const [key, one] of value.value)
        walk(`${place}: ${key}`, one, found?.inside ? ruleOf(found.inside, key) : null)
  }
  for (const { place, type, keys } of payloads)
    for (const [key, value] of keys) {
      const rules = appleSchemaOf(type)?.keys
      walk(`${place}: ${key}`, value, rules ? ruleOf(rules, key) : null)
    }
  return problems
}

function checkOnce(payloads: Payload[]): string[] {
  const types = payloads.map(({ type }) => type)
  return types
    .filter((type, index) => appleSchemaOf(type)?.once && types.indexOf(type) < index)
    .map((type) => `profile: ${type} stands twice`)
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
