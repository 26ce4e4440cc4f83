import * as z from 'zod'
import { PERMISSIONS_MAX } from '../../devices/index.ts'
import { normaliseAddress } from '../../kernel/address.ts'
import { deviceFactsSchema } from '../../kernel/device-facts.ts'
import { isRef } from '../../kernel/ids.ts'
import { OWNERSHIPS } from '../../kernel/ownership.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { isPrintable } from '../../kernel/text.ts'
import { readTypedCode } from '../../kernel/typed.ts'
import type { Presented } from '../../provisioning/index.ts'
import { CSR_TEXT_MAX } from './csr.ts'
import type { DeviceProblemCode } from './problems.ts'

const PIN = /^[0-9]{8}$/

/** Half way around the Earth, in metres. */
const ACCURACY_MAX = 20_040_000

/** `POST /device/v1/redeem`. People type PINs in groups: blanks and dashes do not count. */
export const redeemSchema = z.object({
  code: z.string().max(200).optional(),
  ticket: z.string().max(200).optional(),
  pin: z.string().max(40).optional(),
  site: z.string().max(40).optional(),
  organisation: z.string().max(64).optional(),
  username: z.string().max(320).optional(),
  device: deviceFactsSchema.optional(),
  ownership: z.enum(OWNERSHIPS).optional(),
})

export type RedeemBody = z.infer<typeof redeemSchema>

/** `POST /device/v1/check-in`. `configuration_etag` is what the device has. */
export const checkInSchema = z.object({
  facts: deviceFactsSchema.optional(),
  permissions: z
    .record(z.string().min(1).max(60).refine(isPrintable), z.boolean())
    .refine((permissions) => Object.keys(permissions).length <= PERMISSIONS_MAX)
    .optional(),
  configuration_etag: z.string().max(80).optional(),
})

/** `POST /device/v1/commands/{id}/result`. Degrees, metres, RFC 3339. */
export const commandResultSchema = z.object({
  status: z.enum(['done', 'failed']),
  location: z
    .object({
      latitude: z.number().min(-90).max(90),
      longitude: z.number().min(-180).max(180),
      accuracy: z.number().min(0).max(ACCURACY_MAX),
      at: z.iso.datetime({ offset: true }).max(40),
    })
    .optional(),
  message: z.string().trim().max(500).refine(isPrintable).optional(),
})

/** `POST /device/v1/certificates`: PKCS#10 as base64 of DER, or as PEM. */
export const certificateSchema = z.object({ csr: z.string().max(CSR_TEXT_MAX) })

/** Eight digits, however they were grouped. */
export function readPin(text: string): string | null {
  const digits = readTypedCode(text)
  return PIN.test(digits) ? digits : null
}

/** `<ref>.<secret>`, 22 base64url characters each. */
function readPair(text: string): { ref: string; secret: string } | null {
  const [ref = '', secret = '', ...rest] = text.split('.')
  return rest.length === 0 && isRef(ref) && isRef(secret) ? { ref, secret } : null
}

/** What a redeem body presents: a handover ticket, the two halves of a URL, or site, address and PIN. */
export function readPresented(body: RedeemBody): Result<Presented, DeviceProblemCode> {
  if (body.ticket !== undefined) {
    const pair = readPair(body.ticket)
    return pair ? ok({ ref: pair.ref, ticket: pair.secret }) : refuse('invalid_provision_code')
  }
  if (body.code === undefined) return refuse('invalid_request')
  const pair = readPair(body.code)
  if (pair) {
    const { ref, secret } = pair
    if (body.pin === undefined) return ok({ ref, secret, pin: null })
    return ok({ ref, secret, pin: readPin(body.pin) ?? '' })
  }
  const pin = readPin(body.code)
  if (pin === null) return refuse('invalid_provision_code')
  if (!body.username?.trim()) return refuse('user_not_set')
  const address = normaliseAddress(body.username)
  if (body.site !== undefined)
    return address ? ok({ siteId: body.site.trim(), address, pin }) : refuse('invalid_provision_code')
  if (body.organisation === undefined) return refuse('unknown_site')
  return address
    ? ok({ slug: body.organisation.trim().toLowerCase(), address, pin })
    : refuse('invalid_provision_code')
}
