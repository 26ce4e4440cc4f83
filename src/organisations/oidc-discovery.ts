import * as oauth from 'oauth4webapi'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { isPrintable } from '../kernel/text.ts'
import { type Instant, isWithin, MINUTE, SECOND } from '../kernel/time.ts'
import { isAllowedAddress, isLoopback } from './oidc-rules.ts'

/** Why a provider cannot be used. `detail`: which issuer answered, or what its document lacks. */
export type DiscoveryRefusal = {
  code: 'unreachable' | 'no_document' | 'too_large' | 'other_issuer' | 'incomplete' | 'unsupported'
  detail: string
}

export type Provider = oauth.AuthorizationServer

/** How a provider is asked: bounded in time and size, no redirects, public names only. */
export type ProviderRequest = {
  [oauth.customFetch](url: string, options: oauth.CustomFetchOptions<string, unknown>): Promise<Response>
  [oauth.allowInsecureRequests]: boolean
}

const PATIENCE = 10 * SECOND
const ANSWER_MAX = 256 * 1024
const REMEMBERED_FOR = 5 * MINUTE
const REMEMBERED_MAX = 100

class TooLargeError extends Error {}
/** The provider named an address that we do not ask. */
class AddressError extends Error {}

/** Reaches identity providers, and remembers their documents for five minutes in this isolate. */
export function makeProviders(baseUrl: string) {
  const local = isLoopback(baseUrl)
  const remembered = new Map<string, { from: Instant; provider: Provider }>()

  /**
   * A new one for each request: the library lets calls with the same `fetch` share an answer, and a Worker's
   * requests cannot wait for each other's.
   */
  const request = (): ProviderRequest => ({
    [oauth.customFetch]: (url, options) => askBounded(url, options, local),
    [oauth.allowInsecureRequests]: local,
  })

  async function discover(issuer: string): Promise<Result<Provider, DiscoveryRefusal>> {
    const expected = new URL(issuer)
    try {
      const answer = await oauth.discoveryRequest(expected, request())
      const provider = await oauth.processDiscoveryResponse(expected, answer)
      return checkProvider(provider, local)
    } catch (error) {
      return refuse(describeFailure(error))
    }
  }

  return {
    local,
    request,
    discover,

    /** The provider's document, asked for at most every five minutes. */
    async find(issuer: string, now: Instant): Promise<Result<Provider, DiscoveryRefusal>> {
      const known = remembered.get(issuer)
      if (known && isWithin({ from: known.from, length: REMEMBERED_FOR }, now)) return ok(known.provider)
      remembered.delete(issuer)
      const found = await discover(issuer)
      if (!found.ok) return found
      const [oldest] = remembered.keys()
      if (oldest !== undefined && remembered.size >= REMEMBERED_MAX) remembered.delete(oldest)
      remembered.set(issuer, { from: now, provider: found.value })
      return found
    },
  }
}

export type Providers = ReturnType<typeof makeProviders>

async function askBounded(
  url: string,
  { method, headers, body }: oauth.CustomFetchOptions<string, unknown>,
  local: boolean,
): Promise<Response> {
  if (!isAllowedAddress(url, local)) throw new AddressError('not an address that is asked')
  const answer = await fetch(url, {
    method,
    headers,
    ...(body instanceof URLSearchParams && { body }),
    redirect: 'manual',
    signal: AbortSignal.timeout(PATIENCE),
  })
  const kept = ['content-type', 'www-authenticate'].flatMap((name): [string, string][] => {
    const value = answer.headers.get(name)
    return value === null ? [] : [[name, value]]
  })
  const bytes = await readBounded(answer)
  return new Response(bytes.length === 0 ? null : bytes, { status: answer.status, headers: kept })
}

async function readBounded(answer: Response): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of (answer.body ?? []) as AsyncIterable<Uint8Array>) {
    size += part.length
    if (size > ANSWER_MAX) throw new TooLargeError('the provider answered too much')
    parts.push(part)
  }
  const bytes = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

/** What we need of a provider: the code flow, a secret to show, signatures that its public keys prove. */
function checkProvider(provider: Provider, local: boolean): Result<Provider, DiscoveryRefusal> {
  for (const name of ['authorization_endpoint', 'token_endpoint', 'jwks_uri'] as const)
    if (!isAllowedAddress(provider[name], local)) return refuse({ code: 'incomplete', detail: name })
  if (provider.userinfo_endpoint !== undefined && !isAllowedAddress(provider.userinfo_endpoint, local))
    return refuse({ code: 'incomplete', detail: 'userinfo_endpoint' })
  const says = (list: unknown, one: (value: string) => boolean) =>
    !Array.isArray(list) || list.some((value) => typeof value === 'string' && one(value))
  if (!says(provider.response_types_supported, (type) => type === 'code'))
    return refuse({ code: 'unsupported', detail: 'response_types_supported: code' })
  if (!clientAuthOf(provider))
    return refuse({
      code: 'unsupported',
      detail: 'token_endpoint_auth_methods_supported: client_secret_basic',
    })
  const asymmetric = (algorithm: string) => !/^(HS|none)/.test(algorithm)
  if (!says(provider.id_token_signing_alg_values_supported, asymmetric))
    return refuse({ code: 'unsupported', detail: 'id_token_signing_alg_values_supported: RS256' })
  return ok(provider)
}

/** How the client shows its secret: in the header unless the provider only reads it in the body. */
export function clientAuthOf(provider: Provider): ((secret: string) => oauth.ClientAuth) | null {
  const methods = provider.token_endpoint_auth_methods_supported
  if (methods === undefined || methods.includes('client_secret_basic')) return oauth.ClientSecretBasic
  return methods.includes('client_secret_post') ? oauth.ClientSecretPost : null
}

function describeFailure(error: unknown): DiscoveryRefusal {
  if (error instanceof TooLargeError) return { code: 'too_large', detail: '' }
  if (error instanceof oauth.OperationProcessingError) {
    if (error.code !== oauth.JSON_ATTRIBUTE_COMPARISON) return { code: 'no_document', detail: '' }
    const { body } = error.cause as { body?: { issuer?: unknown } }
    const named = typeof body?.issuer === 'string' ? body.issuer.slice(0, 200) : ''
    return { code: 'other_issuer', detail: isPrintable(named) ? named : '' }
  }
  // What is left: no connection, no answer in time, or an `issuer` that is no address.
  const malformed = error instanceof TypeError && 'code' in error && error.code === 'ERR_INVALID_URL'
  return { code: malformed ? 'no_document' : 'unreachable', detail: '' }
}
