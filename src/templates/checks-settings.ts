import * as z from 'zod'
import { isPrintable } from '../kernel/text.ts'
import { normalisePem } from './pem.ts'
import {
  EAP_METHODS,
  INNER_METHODS,
  KEY_USAGES,
  MAIL_ENCRYPTIONS,
  MAIL_KINDS,
  VPN_AUTHENTICATIONS,
} from './types.ts'

/** The shape of settings. A message of one word is the detail of `not_accepted`, or a code of `checkFields`. */

const SSID_MAX_BYTES = 32
/** WPA passphrases are 8 to 63 printable ASCII characters (IEEE 802.11 annex J.4). */
const PASSPHRASE = /^[\x20-\x7e]{8,63}$/
const PORT_MAX = 65_535
const PEM_MAX = 16_000
/** A domain name or an address of IPv4 or IPv6. */
const HOST =
  /^(?=.{1,253}$)(?:[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9])?)*\.?|[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*)$/
const SERVER_NAME = /^(?=.{1,253}$)(?:\*\.)?[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$/
/** RFC 4514 without escapes: attributes with plain values. */
const SUBJECT =
  /^(?:CN|O|OU|C|L|ST|UID|E|SERIALNUMBER)=[^,=+<>#;"\\]+(?:, ?(?:CN|O|OU|C|L|ST|UID|E|SERIALNUMBER)=[^,=+<>#;"\\]+)*$/
const PLAY_PACKAGE = /^[A-Za-z]\w*(?:\.[A-Za-z]\w*)+$/
const APP_STORE = /^https:\/\/(?:apps|itunes)\.apple\.com\/[\w%./?=&-]+$/
const WINDOWS_STORE = /^https:\/\/(?:apps|www)\.microsoft\.com\/[\w%./?=&-]+$/

const text = (max: number) => z.string().trim().max(max).refine(isPrintable, 'not_text')
const filled = (max: number) => z.string().trim().min(1).max(max).refine(isPrintable, 'not_text')
const host = z.string().trim().min(1).regex(HOST, 'host')
const key = z.string().regex(/^[a-z]\d{1,4}$/, 'unknown')
/** A password is kept as it was typed, blanks included. */
const secret = z.string().min(1).max(256).refine(isPrintable, 'not_text').nullable()

const eap = z.object({
  method: z.enum(EAP_METHODS),
  identity: text(200),
  outerIdentity: text(200),
  inner: z.enum(INNER_METHODS).nullable(),
  password: secret,
  trustedCertificates: z.array(key).max(20),
  serverNames: z
    .array(z.string())
    .max(10)
    .refine((names) => names.every((name) => SERVER_NAME.test(name)), 'server_names'),
})

const network = z
  .object({
    key,
    ssid: z
      .string()
      .min(1)
      .refine(isPrintable, 'not_text')
      .refine((ssid) => new TextEncoder().encode(ssid).length <= SSID_MAX_BYTES, 'ssid'),
    security: z.enum(['none', 'wpa2', 'wpa3', 'eap']),
    hidden: z.boolean(),
    autoJoin: z.boolean(),
    passphrase: z.string().nullable(),
    eap: eap.nullable(),
  })
  .refine(
    ({ security, passphrase }) =>
      security === 'wpa2' || security === 'wpa3' ? PASSPHRASE.test(passphrase ?? '') : passphrase === null,
    { path: ['passphrase'], error: 'passphrase' },
  )
  .refine(({ security, eap: settings }) => (security === 'eap') === (settings !== null), {
    path: ['security'],
    error: 'not_a_choice',
  })

const connection = z
  .object({
    key,
    name: filled(60),
    server: host,
    remoteId: filled(200),
    localId: text(200),
    authentication: z.enum(VPN_AUTHENTICATIONS),
    username: text(200),
    password: secret,
    sharedSecret: secret,
    mtu: z.int().min(1280).max(1400).nullable(),
  })
  .refine(({ authentication, sharedSecret }) => authentication !== 'shared_secret' || sharedSecret !== null, {
    path: ['sharedSecret'],
    error: 'missing',
  })

const server = z.object({ host, port: z.int().min(1).max(PORT_MAX), encryption: z.enum(MAIL_ENCRYPTIONS) })

const mail = z
  .object({
    key,
    name: filled(60),
    kind: z.enum(MAIL_KINDS),
    address: filled(254),
    senderName: text(120),
    username: text(254),
    password: secret,
    incoming: server,
    outgoing: server.nullable(),
  })
  .refine(({ kind, outgoing }) => kind === 'exchange' || outgoing !== null, {
    path: ['outgoing', 'host'],
    error: 'missing',
  })

const pem = z
  .string()
  .max(PEM_MAX)
  .refine((typed) => normalisePem(typed) !== null, 'not_a_certificate')
  .transform((typed) => normalisePem(typed) ?? typed)

/** Addresses may hold variables, and policies and extras have checks of their own (`checks-across.ts`). */
export const settingsSchema = z.object({
  wifi: z.array(network).max(20),
  certificates: z.array(z.object({ key, name: filled(60), pem })).max(20),
  userCertificates: z.boolean(),
  identity: z
    .object({
      subject: z.string().trim().min(1).max(400).refine(isPrintable, 'not_text').regex(SUBJECT, 'subject'),
      keyUsage: z.array(z.enum(KEY_USAGES)).min(1, 'missing'),
    })
    .nullable(),
  vpn: z.array(connection).max(5),
  mail: z.array(mail).max(5),
  passcode: z
    .object({
      required: z.boolean(),
      minLength: z.int().min(0).max(16),
      alphanumeric: z.boolean(),
      maxAgeDays: z.int().min(1).max(730).nullable(),
      lockAfterMinutes: z.int().min(1).max(15).nullable(),
      maxFailedTries: z.int().min(2).max(11).nullable(),
    })
    .nullable(),
  webLinks: z.array(z.object({ label: filled(60), url: z.string().trim().min(1).max(2000) })).max(50),
  agentApp: z
    .object({
      name: filled(60),
      playPackage: z.string().max(150).regex(PLAY_PACKAGE, 'play_package').nullable(),
      appStore: z.string().max(300).regex(APP_STORE, 'app_store').nullable(),
      windowsStore: z.string().max(300).regex(WINDOWS_STORE, 'windows_store').nullable(),
    })
    .nullable(),
})
