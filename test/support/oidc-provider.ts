import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { exportJWK, generateKeyPair } from 'jose'
import Provider, { type Context } from 'oidc-provider'

/**
 * A real identity provider on a loopback port of its own: `oidc-provider`, which is certified, with a sign-in page
 * of two buttons. Whoever signs in is `<login>@acme.example`, unless `addresses` says otherwise.
 */

export type TestProvider = {
  issuer: string
  client: { id: string; secret: string }
  /** What the provider says of a login's address. */
  addresses: Map<string, { email: string; verified: boolean }>
  /** What went wrong on its side. */
  errors: string[]
  stop(): Promise<void>
}

/** `127.0.0.1`, so that it is another site than the service at `localhost`, as in life. */
export async function startOidcProvider(redirectUri: string): Promise<TestProvider> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  const client = { id: 'latchkey', secret: 'a secret: with "signs" & more+' }
  const addresses: TestProvider['addresses'] = new Map()
  const errors: string[] = []

  let handle = (_request: IncomingMessage, response: ServerResponse): void => {
    response.writeHead(503).end()
  }
  const server = createServer((request, response) => handle(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  const provider = makeQuietly(issuer, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [redirectUri],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    jwks: { keys: [{ ...(await exportJWK(privateKey)), kid: 'test', alg: 'RS256', use: 'sig' }] },
    cookies: { keys: [crypto.randomUUID()] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    ttl: {
      AccessToken: 600,
      AuthorizationCode: 60,
      Grant: 600,
      IdToken: 600,
      Interaction: 600,
      Session: 600,
    },
    interactions: { url: (_context: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_context: unknown, login: string) => ({
      accountId: login,
      claims() {
        const { email, verified } = addresses.get(login) ?? { email: `${login}@acme.example`, verified: true }
        return { sub: login, email, email_verified: verified }
      },
    }),
    async loadExistingGrant({ oidc }: Context) {
      const grant = new provider.Grant({
        accountId: oidc.session.accountId,
        clientId: oidc.client.clientId,
      })
      grant.addOIDCScope('openid email')
      await grant.save()
      return grant
    },
  })
  for (const event of ['authorization.error', 'grant.error', 'userinfo.error', 'server_error'])
    provider.on(event, (_context, error) => errors.push(`${event}: ${String(error)}`))

  const answer = provider.callback()
  handle = (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return answer(request, response)
    void interact(request, response)
  }

  async function interact(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== 'POST') {
      response.writeHead(200, { 'content-type': 'text/html' })
      response.end(`<!doctype html><title>Provider</title><form method="post">
        <label>Login <input name="login" autofocus></label>
        <button name="act" value="go">Sign in</button> <button name="act" value="stop">Cancel</button></form>`)
      return
    }
    const form = new URLSearchParams(await text(request))
    const result =
      form.get('act') === 'stop'
        ? { error: 'access_denied', error_description: 'stopped' }
        : { login: { accountId: form.get('login') ?? '' } }
    await provider.interactionFinished(request, response, result)
  }

  return {
    issuer,
    client,
    addresses,
    errors,
    async stop() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** It warns that its adapter keeps everything in memory, which is what is wanted here. */
function makeQuietly(issuer: string, configuration: Record<string, unknown>): Provider {
  const { warn } = console
  console.warn = () => undefined
  try {
    return new Provider(issuer, configuration)
  } finally {
    console.warn = warn
  }
}
