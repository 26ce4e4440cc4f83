import { toBase64Url } from './encoding.ts'

/** 128 bits: what every public identifier and every long secret carries at least. */
export const ID_BYTES = 16

/** An account's public handle in URLs and the name of its provision session: 16 random bytes, base64url. */
export type AccountRef = string

/** `dev_` and 16 random bytes, base64url. Decided by the provision session, stable for the device's life. */
export type DeviceId = string

const REF = /^[A-Za-z0-9_-]{22}$/

export function makeRef(random: Uint8Array): AccountRef {
  return toBase64Url(random.subarray(0, ID_BYTES))
}

/** True for 22 base64url characters: the shape of an account's ref and of a URL secret. */
export function isRef(text: string): boolean {
  return REF.test(text)
}

/** `<prefix>_<22 base64url characters>`, for example `dev_…`, `grt_…`, `clm_…`. */
export function makeId(prefix: string, random: Uint8Array): string {
  return `${prefix}_${makeRef(random)}`
}
