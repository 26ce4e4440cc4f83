import * as oauth from 'oauth4webapi'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { clientAuthOf, type OidcSettings, type Provider, type Providers } from '../organisations/index.ts'
import { type EmailProblem, needsUserinfo, readEmail } from './oidc-rules.ts'

/** What the browser keeps, sealed, until it comes back from the provider. */
export type OidcAttempt = { state: string; nonce: string; verifier: string }

/** Who somebody is at the provider, after everything it sent was checked. */
export type OidcPerson = { issuer: string; subject: string; email: Result<string, EmailProblem> }

export type OidcFailure =
  /** Not the answer to what this browser asked: an older tab, or somebody else's link. */
  | { code: 'stale' }
  /** The provider sent the person back without signing them in. `said`: its error code. */
  | { code: 'declined'; said: string }
  /** The provider does not accept our client id, secret or redirect URI. */
  | { code: 'client_refused'; said: string }
  /** What it sent is not valid: signature, issuer, audience, nonce, times. */
  | { code: 'not_valid'; reason: string }
  | { code: 'unreachable'; reason: string }

const clientOf = (settings: OidcSettings): oauth.Client => ({ client_id: settings.clientId })

/**
 * Where to send the browser: authorization code flow with PKCE, state and nonce. `anew`: the person wants to sign
 * in as somebody else than the provider remembers.
 */
export async function beginOidc(
  provider: Provider,
  settings: OidcSettings,
  options: { redirectUri: string; anew: boolean },
): Promise<{ url: string; attempt: OidcAttempt }> {
  const attempt: OidcAttempt = {
    state: oauth.generateRandomState(),
    nonce: oauth.generateRandomNonce(),
    verifier: oauth.generateRandomCodeVerifier(),
  }
  const url = new URL(provider.authorization_endpoint ?? '')
  const parameters: Record<string, string> = {
    response_type: 'code',
    client_id: settings.clientId,
    redirect_uri: options.redirectUri,
    scope: settings.emailClaim === 'email' ? 'openid email' : 'openid email profile',
    state: attempt.state,
    nonce: attempt.nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(attempt.verifier),
    code_challenge_method: 'S256',
    ...(options.anew && askAnew(provider)),
  }
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value)
  return { url: url.href, attempt }
}

/** `select_account` is refused by providers that do not know it; `max_age` is understood or passed over by all. */
function askAnew(provider: Provider): Record<string, string> {
  const prompts = provider.prompt_values_supported
  const chooses = Array.isArray(prompts) && prompts.includes('select_account')
  return chooses ? { prompt: 'select_account' } : { max_age: '0' }
}

/** Checks the provider's answer and exchanges its code for who the person is. */
export async function finishOidc(
  providers: Providers,
  provider: Provider,
  settings: OidcSettings,
  input: { secret: string; redirectUri: string; parameters: URLSearchParams; attempt: OidcAttempt },
): Promise<Result<OidcPerson, OidcFailure>> {
  const { attempt } = input
  const client = clientOf(settings)
  // Told apart from what is not valid: the library checks it once more.
  if (input.parameters.getAll('state').join() !== attempt.state) return refuse({ code: 'stale' })
  try {
    const parameters = oauth.validateAuthResponse(provider, client, input.parameters, attempt.state)
    const authenticate = clientAuthOf(provider) ?? oauth.ClientSecretBasic
    const answer = await oauth.authorizationCodeGrantRequest(
      provider,
      client,
      authenticate(input.secret),
      parameters,
      input.redirectUri,
      attempt.verifier,
      providers.request(),
    )
    const tokens = await oauth.processAuthorizationCodeResponse(provider, client, answer, {
      expectedNonce: attempt.nonce,
      requireIdToken: true,
    })
    // By itself the library trusts the connection; the design asks for the signature too.
    await oauth.validateApplicationLevelSignature(provider, answer, providers.request())
    const idToken = oauth.getValidatedIdTokenClaims(tokens)
    if (!idToken) return refuse({ code: 'not_valid', reason: 'no id_token' })
    const asks = provider.userinfo_endpoint !== undefined && needsUserinfo(idToken, settings.emailClaim)
    const userinfo = asks ? await askUserinfo(providers, provider, client, tokens, idToken.sub) : null
    const email = readEmail(idToken, userinfo, settings.emailClaim)
    return ok({ issuer: provider.issuer, subject: idToken.sub, email })
  } catch (error) {
    return refuse(describeFailure(error))
  }
}

async function askUserinfo(
  providers: Providers,
  provider: Provider,
  client: oauth.Client,
  tokens: oauth.TokenEndpointResponse,
  subject: string,
): Promise<oauth.UserInfoResponse> {
  const answer = await oauth.userInfoRequest(provider, client, tokens.access_token, providers.request())
  const userinfo = await oauth.processUserInfoResponse(provider, client, subject, answer)
  // Plain JSON has no signature; a JWT has one, which the library leaves to us.
  if (answer.headers.get('content-type')?.toLowerCase().startsWith('application/jwt'))
    await oauth.validateApplicationLevelSignature(provider, answer, providers.request())
  return userinfo
}

/** Error codes of the token endpoint that are about us and not about the person (RFC 6749, section 5.2). */
const ABOUT_US = new Set(['invalid_client', 'unauthorized_client', 'unsupported_grant_type', 'invalid_scope'])

function describeFailure(error: unknown): OidcFailure {
  if (error instanceof oauth.AuthorizationResponseError) return describeDenial(error.error)
  if (error instanceof oauth.ResponseBodyError) {
    if (ABOUT_US.has(error.error)) return { code: 'client_refused', said: error.error }
    return { code: 'not_valid', reason: error.error }
  }
  if (error instanceof oauth.WWWAuthenticateChallengeError)
    return { code: 'client_refused', said: String(error.status) }
  if (error instanceof oauth.OperationProcessingError || error instanceof oauth.UnsupportedOperationError)
    return { code: 'not_valid', reason: error.message }
  return {
    code: 'unreachable',
    reason: error instanceof Error ? `${error.name}: ${error.message}` : 'unknown',
  }
}

/** What the provider may say instead of a code (RFC 6749, section 4.1.2.1; OpenID Connect Core 3.1.2.6). */
function describeDenial(said: string): OidcFailure {
  const code = /^[a-z_]{1,60}$/.test(said) ? said : 'error'
  if (code === 'server_error' || code === 'temporarily_unavailable')
    return { code: 'unreachable', reason: code }
  const ours = ['unauthorized_client', 'invalid_request', 'invalid_scope', 'unsupported_response_type']
  return ours.includes(code) ? { code: 'client_refused', said: code } : { code: 'declined', said: code }
}
