import { calculateJwkThumbprint, decodeProtectedHeader, EmbeddedJWK, jwtVerify } from 'jose'
import { PROOF_WINDOW } from '../../kernel/proof.ts'
import { equalText, hashSecret, type Keyring } from '../../kernel/secrets.ts'
import { type Instant, SECOND } from '../../kernel/time.ts'

const PROOF_MAX_LENGTH = 4096
const JTI_MAX_LENGTH = 256

export type Proof = {
  /** RFC 7638 SHA-256 thumbprint of the key that signed. */
  thumbprint: string
  /** Hash of `jti`: remembered where a replay would matter. */
  jti: string
}

/**
 * Checks a DPoP proof (RFC 9449 section 4.3): type, ES256, an embedded public key, method, target without query
 * and fragment, age, and with `token` its hash in `ath`. Null for a proof that does not hold. A device whose
 * clock is wrong is told to `use_nonce` (section 8): with our nonce in the proof its `iat` no longer matters.
 */
export async function verifyProof(input: {
  proof: string
  method: string
  /** The configured base and the request's path: never the Host header. */
  target: string
  /** The access token that comes along, if one does. */
  token: string | null
  now: Instant
  keys: Pick<Keyring, 'mac' | 'matchesMac'>
}): Promise<Proof | 'use_nonce' | null> {
  if (input.proof.length > PROOF_MAX_LENGTH) return null
  try {
    const { jwk } = decodeProtectedHeader(input.proof)
    if (jwk?.kty !== 'EC' || 'd' in jwk) return null
    const { payload } = await jwtVerify(input.proof, EmbeddedJWK, {
      typ: 'dpop+jwt',
      algorithms: ['ES256'],
    })
    const { jti, iat } = payload
    if (typeof jti !== 'string' || jti.length < 1 || jti.length > JTI_MAX_LENGTH) return null
    if (typeof iat !== 'number') return null
    if (Math.abs(iat * SECOND - input.now) > PROOF_WINDOW && !isNonce(input.keys, payload.nonce, input.now))
      return 'use_nonce'
    if (payload.htm !== input.method || stripTarget(payload.htu) !== input.target) return null
    if (input.token !== null && !holdsToken(payload.ath, input.token)) return null
    return { thumbprint: await calculateJwkThumbprint(jwk, 'sha256'), jti: hashSecret(jti) }
  } catch {
    return null
  }
}

/** `<seconds since 1970>.<HMAC>`: stateless, good for five minutes. */
export function makeNonce(keys: Pick<Keyring, 'mac'>, now: Instant): string {
  const seconds = String(Math.floor(now / SECOND))
  return `${seconds}.${keys.mac('pepper', `nonce/${seconds}`)}`
}

function isNonce(keys: Pick<Keyring, 'matchesMac'>, nonce: unknown, now: Instant): boolean {
  const [, seconds = '', mac = ''] = /^([0-9]{1,12})\.(.{1,80})$/.exec(String(nonce ?? '')) ?? []
  const age = now - Number(seconds) * SECOND
  return age >= 0 && age <= PROOF_WINDOW && keys.matchesMac('pepper', mac, `nonce/${seconds}`)
}

function stripTarget(htu: unknown): string | null {
  const url = typeof htu === 'string' ? URL.parse(htu) : null
  return url && `${url.origin}${url.pathname}`
}

function holdsToken(ath: unknown, token: string): boolean {
  return typeof ath === 'string' && equalText(ath, hashSecret(token))
}
