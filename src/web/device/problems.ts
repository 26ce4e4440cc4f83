import type { CertificationRefusal } from '../../devices/index.ts'
import type { Problem } from '../../kernel/problem.ts'
import { HOUR, SECOND } from '../../kernel/time.ts'
import type { EnrolmentRefusal, RedemptionRefusal } from '../../provisioning/index.ts'

/** The refusals that a device can meet: `code` is stable, `detail` says what its user can do. */
export type DeviceProblemCode =
  | 'invalid_request'
  | 'holder_required'
  | 'pin_required'
  | 'unknown_site'
  | 'user_not_set'
  | 'invalid_provision_code'
  | 'invalid_pin'
  | 'setup_disabled'
  | 'device_limit_reached'
  | 'key_in_use'
  | 'not_entitled'
  | 'unknown_command'
  | 'invalid_certificate_request'
  | 'key_not_accepted'
  | 'unsupported_media_type'
  | 'authentication_required'
  | 'invalid_credential'
  | 'use_dpop_nonce'
  | 'rate_limited'
  | 'temporarily_unavailable'

const DPOP_CHALLENGE = 'DPoP algs="ES256"'

const PROBLEMS: Record<DeviceProblemCode, Omit<Problem, 'code'>> = {
  invalid_request: {
    status: 400,
    title: 'Request not understood',
    detail: 'The body is not what is expected.',
  },
  holder_required: {
    status: 400,
    title: 'A holder is required',
    detail:
      'Send a DPoP proof (RFC 9449, ES256) or an Idempotency-Key of at least 128 random bits. Nothing was counted.',
  },
  pin_required: {
    status: 403,
    title: 'A PIN is required',
    detail: 'This code asks for the PIN that is shown beside it. Send it as "pin".',
  },
  unknown_site: {
    status: 404,
    title: 'Unknown site',
    detail: 'There is no organisation with this site id. Check the number on the setup page.',
  },
  user_not_set: {
    status: 400,
    title: 'The e-mail address is missing',
    detail: 'A PIN is used together with the site id and the e-mail address of its owner.',
  },
  invalid_provision_code: {
    status: 403,
    title: 'This code cannot be used',
    detail: 'It is wrong, used already, or over. Its owner can make a new one on the setup page.',
  },
  invalid_pin: {
    status: 403,
    title: 'This PIN cannot be used',
    detail:
      'It is wrong, used already, or over, or it belongs to another e-mail address. Its owner can make a new one in the portal.',
  },
  setup_disabled: {
    status: 403,
    title: 'Device setup is switched off',
    detail: 'The organisation does not accept devices at present. Ask its helpdesk.',
  },
  device_limit_reached: {
    status: 409,
    title: 'No more devices',
    detail: 'The owner has as many devices as the organisation allows. The code was not used up.',
  },
  key_in_use: {
    status: 409,
    title: 'This device key belongs to another account',
    detail: 'Make a new device key and try again. The code was not used up.',
  },
  not_entitled: {
    status: 403,
    title: 'Not for this device',
    detail: 'The template of this device brings no certificate. Ask the helpdesk; a code was not used up.',
  },
  unknown_command: {
    status: 404,
    title: 'No such command',
    detail:
      'It is none of this device, it is over, or it was answered otherwise. Drop it: the next check-in says what there is to do.',
  },
  invalid_certificate_request: {
    status: 400,
    title: 'Certificate request not understood',
    detail: 'Send a PKCS#10 request (RFC 2986) as base64 of DER or as PEM, signed with its own key.',
  },
  key_not_accepted: {
    status: 400,
    title: 'This kind of key is not accepted',
    detail: 'Make a key of P-256, P-384, Ed25519, or RSA from 2048 to 8192 bits. A code was not used up.',
  },
  unsupported_media_type: {
    status: 415,
    title: 'Content type not accepted',
    detail: 'Send application/pkcs10.',
  },
  authentication_required: {
    status: 401,
    title: 'Who is it?',
    detail:
      'Send HTTP Basic: <site>\\<e-mail address> with the PIN, or the provision code as password, or the device id with its credential.',
  },
  invalid_credential: {
    status: 401,
    title: 'Not accepted',
    detail:
      'The credential or its proof does not hold, or it has ended. Make a fresh proof; if that fails too, set the device up again.',
    headers: { 'www-authenticate': `${DPOP_CHALLENGE}, error="invalid_token"` },
  },
  use_dpop_nonce: {
    status: 401,
    title: 'The clock is wrong',
    detail: 'Repeat the request with the nonce of the DPoP-Nonce header in the proof.',
    headers: { 'www-authenticate': `${DPOP_CHALLENGE}, error="use_dpop_nonce"` },
  },
  rate_limited: {
    status: 429,
    title: 'Too many requests',
    detail: 'Wait a minute, then try again.',
    retryAfter: 60,
  },
  temporarily_unavailable: {
    status: 503,
    title: 'Not available just now',
    detail: 'Repeat the same request with the same key in a moment: no code is lost by it.',
    retryAfter: 2,
  },
}

const REFUSALS: Record<RedemptionRefusal | CertificationRefusal | EnrolmentRefusal, DeviceProblemCode> = {
  pin_required: 'pin_required',
  invalid_provision_code: 'invalid_provision_code',
  device_limit_reached: 'device_limit_reached',
  setup_disabled: 'setup_disabled',
  key_in_use: 'key_in_use',
  not_entitled: 'not_entitled',
  not_offered: 'not_entitled',
  proof_replayed: 'invalid_credential',
  invalid_credential: 'invalid_credential',
  temporarily_unavailable: 'temporarily_unavailable',
  unknown_site: 'unknown_site',
  rate_limited: 'rate_limited',
  bad_request: 'invalid_certificate_request',
  weak_key: 'key_not_accepted',
}

/** A problem's code and, where it is not the usual one, its detail and after how many seconds to come again. */
export type Refusal = [code: DeviceProblemCode, detail?: string, retryAfter?: number]

/** For a device that had as many of something as it gets in a day: after the usual minute it would ask in vain. */
export function dayIsOver(what: 'certificates' | 'batches'): Refusal {
  const detail = `This device was given many ${what} within a day. Use the newest, or try again tomorrow.`
  return ['rate_limited', detail, HOUR / SECOND]
}

/** What a device that asked for a certificate hears of a room's refusal. */
export function certificateRefusal(refusal: keyof typeof REFUSALS): Refusal {
  return refusal === 'rate_limited' ? dayIsOver('certificates') : [codeOf(refusal)]
}

/** What a device hears of a room's refusal. */
export function codeOf(refusal: keyof typeof REFUSALS): DeviceProblemCode {
  return REFUSALS[refusal]
}

export function deviceProblem(...[code, detail, retryAfter]: Refusal): Problem {
  const problem = PROBLEMS[code]
  return { ...problem, code, detail: detail ?? problem.detail, ...(retryAfter && { retryAfter }) }
}
