import type { FieldProblem } from '../kernel/fields.ts'
import type { Json, JsonObject } from './types.ts'

/** What of `extras.android` and `extras.agent` this service itself turns into codes and links. Pure. */

/** `android.app.extra.PROVISIONING_…`: keys of Android's `DevicePolicyManager`. */
export const PROVISIONING = 'android.app.extra.PROVISIONING_'
/** A token of the Android Management API, for people's own devices. */
export const ENROLMENT_TOKEN = 'enrollmentToken'
/** What the Android Management API calls `qrCode`: shown as it is. */
export const ENROLMENT_QR = 'qrCode'
/** In `extras.agent` of a Windows template: the parameters of the link of that name. */
export const MDM_KEY = 'ms-device-enrollment'

const named = (names: string[]) => names.map((name) => `${PROVISIONING}${name}`)

/** What Android reads as true or false, and as a number: never as text. */
export const PROVISIONING_BOOLEANS = named([
  ...['WIFI_HIDDEN', 'LEAVE_ALL_SYSTEM_APPS_ENABLED', 'SKIP_ENCRYPTION', 'USE_MOBILE_DATA'],
  ...['SKIP_EDUCATION_SCREENS', 'KEEP_SCREEN_ON', 'ALLOW_OFFLINE', 'SENSORS_PERMISSION_GRANT_OPT_OUT'],
])
export const PROVISIONING_NUMBERS = named(['WIFI_PROXY_PORT', 'LOCAL_TIME'])

export const COMPONENT = `${PROVISIONING}DEVICE_ADMIN_COMPONENT_NAME`
const LOCATION = `${PROVISIONING}DEVICE_ADMIN_PACKAGE_DOWNLOAD_LOCATION`
const CHECKSUMS = named(['DEVICE_ADMIN_SIGNATURE_CHECKSUM', 'DEVICE_ADMIN_PACKAGE_CHECKSUM'])
const BUNDLE = `${PROVISIONING}ADMIN_EXTRAS_BUNDLE`
const SECURITY = `${PROVISIONING}WIFI_SECURITY_TYPE`

const PACKAGE = String.raw`[A-Za-z]\w*(?:\.[A-Za-z]\w*)+`
const COMPONENT_NAME = new RegExp(String.raw`^${PACKAGE}/(?:\.?[A-Za-z][\w$]*)(?:\.[A-Za-z][\w$]*)*$`)
/** SHA-256 as base64url without padding. */
const CHECKSUM = /^[A-Za-z0-9_-]{43}$/
const TOKEN = /^[\w-]{1,300}$/

const wrong = (detail: string): FieldProblem => ({ code: 'not_accepted', detail })

function isObject(value: Json | undefined): value is JsonObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}

function isHttps(value: Json | undefined): boolean {
  return typeof value === 'string' && URL.canParse(value) && new URL(value).protocol === 'https:'
}

/** What is wrong with the keys of `extras.android` that make a code or a link; others pass. */
export function checkAndroidKeys(android: JsonObject): FieldProblem | null {
  const keys = Object.keys(android).filter((key) => key.startsWith(PROVISIONING))
  const text = (key: string, pattern: RegExp) =>
    typeof android[key] === 'string' && pattern.test(android[key])
  if (keys.length > 0 && !text(COMPONENT, COMPONENT_NAME)) return wrong('provisioning_component')
  for (const key of keys) {
    const value = android[key]
    if (PROVISIONING_BOOLEANS.includes(key) && typeof value !== 'boolean') return wrong('provisioning_types')
    if (PROVISIONING_NUMBERS.includes(key) && typeof value !== 'number') return wrong('provisioning_types')
    if (CHECKSUMS.includes(key) && !text(key, CHECKSUM)) return wrong('provisioning_checksum')
    if (key === LOCATION && !isHttps(value)) return wrong('provisioning_download')
    if (key === BUNDLE && !isObject(value)) return wrong('provisioning_types')
    if (key === SECURITY && !text(key, /^(?:WPA|WEP|EAP|NONE)$/)) return wrong('provisioning_types')
  }
  if (LOCATION in android && !CHECKSUMS.some((key) => key in android)) return wrong('provisioning_checksum')
  if (ENROLMENT_TOKEN in android && !text(ENROLMENT_TOKEN, TOKEN)) return wrong('enrolment_token')
  if (ENROLMENT_QR in android && !text(ENROLMENT_QR, /\S/)) return wrong('enrolment_token')
  return null
}

/** What is wrong with the management server that `extras.agent` names; others pass. */
export function checkAgentKeys(agent: JsonObject): FieldProblem | null {
  if (!(MDM_KEY in agent)) return null
  const server = agent[MDM_KEY]
  return isObject(server) && isHttps(server.servername) ? null : wrong('mdm_server')
}
