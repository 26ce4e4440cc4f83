import { createHash } from 'node:crypto'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { vi } from 'vitest'

/**
 * An identity provider that answers whatever a test wants, in place of `fetch`: for what a real one would never
 * send. Its times are the real clock's, as the library reads it.
 */

export type Claims = Record<string, unknown>

type Asked = { challenge: string; redirectUri: string; clientId: string; nonce: string }

export const ISSUER = 'https://login.acme.example'
export const CLIENT = { id: 'latchkey', secret: 'a secret: with "signs" & more' }

export type StubOptions = {
  issuer?: string
  /** Takes the place of single fields of the discovery document; undefined leaves one out. */
  metadata?: Record<string, unknown>
}

export async function stubProvider(options: StubOptions = {}) {
  const issuer = options.issuer ?? ISSUER
  const keys = await generateKeyPair('ES256', { extractable: true })
  const foreign = await generateKeyPair('ES256')
  const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'k1', alg: 'ES256', use: 'sig' }
  const codes = new Map<string, { asked: Asked; claims: Claims; signedBy: 'itself' | 'another' }>()
  const state = {
    userinfo: {} as Claims,
    metadata: {
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      userinfo_endpoint: `${issuer}/userinfo`,
      response_types_supported: ['code'],
      id_token_signing_alg_values_supported: ['ES256'],
      authorization_response_iss_parameter_supported: true,
      ...options.metadata,
    } as Record<string, unknown>,
    /** Paths that were asked for, in order. */
    requests: [] as string[],
  }

  const json = (body: unknown, status = 200) => Response.json(body, { status })

  async function exchange(request: Request): Promise<Response> {
    const form = await request.formData()
    const basic = atob(request.headers.get('authorization')?.replace('Basic ', '') ?? '')
    const [id, secret] = basic.split(':').map((part) => decodeURIComponent(part.replaceAll('+', ' ')))
    if (id !== CLIENT.id || secret !== CLIENT.secret) return json({ error: 'invalid_client' }, 400)
    const issued = codes.get(String(form.get('code')))
    codes.delete(String(form.get('code')))
    const challenge = createHash('sha256')
      .update(String(form.get('code_verifier')))
      .digest('base64url')
    if (
      !issued ||
      issued.asked.challenge !== challenge ||
      issued.asked.redirectUri !== form.get('redirect_uri')
    )
      return json({ error: 'invalid_grant' }, 400)
    const second = Math.floor(Date.now() / 1000)
    const claims = {
      iss: issuer,
      aud: issued.asked.clientId,
      nonce: issued.asked.nonce,
      iat: second,
      exp: second + 300,
      ...issued.claims,
    }
    const key = issued.signedBy === 'itself' ? keys.privateKey : foreign.privateKey
    const token = new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid: 'k1' })
    return json({ access_token: 'at', token_type: 'Bearer', id_token: await token.sign(key) })
  }

  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    const request = new Request(input, init as RequestInit)
    const { origin, pathname } = new URL(request.url)
    if (origin !== new URL(issuer).origin) throw new TypeError(`no connection to ${origin}`)
    state.requests.push(pathname)
    if (pathname.endsWith('/.well-known/openid-configuration')) return json(state.metadata)
    if (pathname === '/jwks') return json({ keys: [jwk] })
    if (pathname === '/token') return exchange(request)
    if (pathname === '/userinfo') return json(state.userinfo)
    return new Response('nothing here', { status: 404 })
  })

  return {
    ...state,
    state,
    /** What the browser would be sent back to once its person has signed in. `forge` changes single parameters. */
    approve(
      location: string | null,
      claims: Claims,
      options: { signedBy?: 'another'; forge?: Record<string, string> } = {},
    ): string {
      const asked = new URL(location ?? '').searchParams
      const code = `code-${codes.size}-${Math.random()}`
      codes.set(code, {
        asked: {
          challenge: asked.get('code_challenge') ?? '',
          redirectUri: asked.get('redirect_uri') ?? '',
          clientId: asked.get('client_id') ?? '',
          nonce: asked.get('nonce') ?? '',
        },
        claims,
        signedBy: options.signedBy ?? 'itself',
      })
      const answer = { code, state: asked.get('state') ?? '', iss: issuer, ...options.forge }
      return `/sign-in/oidc/callback?${new URLSearchParams(answer)}`
    },
  }
}

export type StubProvider = Awaited<ReturnType<typeof stubProvider>>
