import { createHash, randomUUID } from 'node:crypto'
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose'

/** Makes a device key for DPoP: P-256, as a private JWK. */
export async function makeDeviceKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  return exportJWK(privateKey)
}

/** RFC 7638 thumbprint of a device key, as the service knows it. */
export function thumbprintOf(key: JWK): Promise<string> {
  return calculateJwkThumbprint(publicPart(key))
}

/**
 * Makes a DPoP proof (RFC 9449 section 4.2): ES256, a fresh `jti`, `htu` without query and fragment, `ath`
 * when a token goes along, `nonce` when the server asked for one. `issuedAt` is in seconds since 1970.
 */
export async function makeProof(options: {
  key: JWK
  method: string
  url: string
  issuedAt: number
  token?: string | undefined
  nonce?: string | undefined
}): Promise<string> {
  const { key, token, nonce } = options
  const { origin, pathname } = new URL(options.url)
  const claims = {
    jti: randomUUID(),
    htm: options.method,
    htu: origin + pathname,
    iat: options.issuedAt,
    ...(token === undefined ? {} : { ath: createHash('sha256').update(token).digest('base64url') }),
    ...(nonce === undefined ? {} : { nonce }),
  }
  return new SignJWT(claims)
    .setProtectedHeader({ typ: 'dpop+jwt', alg: 'ES256', jwk: publicPart(key) })
    .sign(await importJWK(key, 'ES256'))
}

function publicPart({ kty, crv, x, y }: JWK): JWK {
  return { kty, crv, x, y } as JWK
}
