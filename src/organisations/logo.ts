import { ok, type Result, refuse } from '../kernel/result.ts'
import { hashSecret } from '../kernel/secrets.ts'
import { cleanPng, isPng } from './png.ts'
import { LOGO_MAX_BYTES } from './rules.ts'
import { cleanSvg } from './svg.ts'
import type { Logo } from './types.ts'

export type LogoProblem = { code: 'too_large'; max: number } | { code: 'not_a_picture' }

/**
 * A picture as an organisation's logo: PNG or SVG by its bytes, whatever its name says, at most 20 KiB before
 * and after, made safe. Pure.
 */
export function checkLogo(bytes: Uint8Array): Result<Logo, LogoProblem> {
  if (bytes.length > LOGO_MAX_BYTES) return refuse({ code: 'too_large', max: LOGO_MAX_BYTES })
  const logo = isPng(bytes) ? readPng(bytes) : readSvgLogo(bytes)
  if (!logo) return refuse({ code: 'not_a_picture' })
  if (logo.bytes.length > LOGO_MAX_BYTES) return refuse({ code: 'too_large', max: LOGO_MAX_BYTES })
  return ok(logo)
}

/** Part of the logo's address: another picture, another address. */
export function versionOf(logo: Logo): string {
  return hashSecret(Buffer.from(logo.bytes).toString('base64')).slice(0, 12)
}

function readPng(bytes: Uint8Array): Logo | null {
  const picture = cleanPng(bytes)
  return picture && { type: 'image/png', bytes: picture }
}

function readSvgLogo(bytes: Uint8Array): Logo | null {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes)
  } catch {
    return null
  }
  const picture = cleanSvg(text)
  return picture === null ? null : { type: 'image/svg+xml', bytes: new TextEncoder().encode(picture) }
}
