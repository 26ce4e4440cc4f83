import { deviceFactsSchema } from '../../kernel/device-facts.ts'
import { checkShape } from '../../kernel/shape.ts'
import type { PollRefusal } from '../../linking/index.ts'
import type { RedemptionRefusal } from '../../provisioning/index.ts'
import { viewRedemption } from '../device/redemption-view.ts'
import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { declareRoute } from '../http/routes.ts'
import { clientOf } from '../http/shields.ts'
import {
  NO_STORE,
  type OAuthError,
  type OAuthForm,
  readOAuthForm,
  readOAuthProof,
  refuseOAuth,
  refuseTooMany,
} from './oauth-answers.ts'

const GRANT_TYPE = 'urn:ietf:params:oauth:grant-type:device_code'
/** What a credential is for; there is nothing else to ask for. */
const SCOPE = 'device'

/** Device authorisation for programs: RFC 8414, RFC 8628, RFC 9449. Cookies play no part here. */
export function declareOAuth(app: EdgeApp): void {
  declareRoute(app, 'GET', '/.well-known/oauth-authorization-server', 'public', showMetadata)
  declareRoute(app, 'POST', '/oauth/device_authorization', 'device', authorizeDevice)
  declareRoute(app, 'POST', '/oauth/token', 'device', giveToken)
}

function showMetadata(c: EdgeContext) {
  const { baseUrl } = c.var.services
  return c.json(
    {
      issuer: baseUrl,
      device_authorization_endpoint: `${baseUrl}/oauth/device_authorization`,
      token_endpoint: `${baseUrl}/oauth/token`,
      grant_types_supported: [GRANT_TYPE],
      response_types_supported: [],
      token_endpoint_auth_methods_supported: ['none'],
      dpop_signing_alg_values_supported: ['ES256'],
      scopes_supported: [SCOPE],
    },
    200,
    { 'cache-control': 'public, max-age=3600' },
  )
}

const ORGANISATION_MAX = 64
const askingSchema = deviceFactsSchema.pick({ platform: true, name: true, model: true, os_version: true })

/** What the device says of itself; a string says what is wrong with it. */
function readAsking({ field }: OAuthForm) {
  const read = checkShape(askingSchema, {
    platform: field('platform') ?? 'agent',
    name: field('device_name'),
    model: field('device_model'),
    os_version: field('os_version'),
  })
  if (!read.ok) return `The device is not described as expected: ${read.error.field}.`
  const organisation = (field('site') ?? field('organisation') ?? '').trim().toLowerCase()
  if (organisation.length > ORGANISATION_MAX) return 'site or organisation is longer than any.'
  const { platform = 'agent', name, model, os_version } = read.value
  return {
    device: {
      platform,
      ...(name !== undefined && { name }),
      ...(model !== undefined && { model }),
      ...(os_version !== undefined && { os_version }),
    },
    organisation: organisation || null,
  }
}

/** RFC 8628 section 3.1. Whether the organisation that a device names exists it learns elsewhere. */
async function authorizeDevice(c: EdgeContext) {
  const { services } = c.var
  if (!(await services.admit('device', clientOf(c)))) return refuseTooMany(c)
  const form = await readOAuthForm(c)
  if (!form.ok) return refuseOAuth(c, form.error.error, form.error.description)
  if ((form.value.field('scope') ?? SCOPE) !== SCOPE) return refuseOAuth(c, 'invalid_scope')
  const asking = readAsking(form.value)
  if (typeof asking === 'string') return refuseOAuth(c, 'invalid_request', asking)
  const proof = c.req.header('dpop') === undefined ? null : await readOAuthProof(c)
  if (proof && !proof.ok) return refuseOAuth(c, proof.error)
  const { clientId } = form.value
  const thumbprint = proof?.value.thumbprint ?? null
  const opened = await services.deviceLinks.open({ clientId, thumbprint, ...asking })
  if (!opened.ok) return refuseOAuth(c, opened.error)
  const { deviceCode, userCode, expiresInSeconds, intervalSeconds } = opened.value
  const verification = `${services.baseUrl}/link`
  return c.json(
    {
      device_code: deviceCode,
      user_code: userCode,
      verification_uri: verification,
      verification_uri_complete: `${verification}?code=${userCode}`,
      expires_in: expiresInSeconds,
      interval: intervalSeconds,
    },
    200,
    NO_STORE,
  )
}

/** RFC 8628 section 3.4. The access token is the device's credential, bound to the key of the proof. */
async function giveToken(c: EdgeContext) {
  const { services } = c.var
  if (!(await services.admit('device', clientOf(c)))) return refuseTooMany(c)
  const form = await readOAuthForm(c)
  if (!form.ok) return refuseOAuth(c, form.error.error, form.error.description)
  const { clientId, field } = form.value
  const grantType = field('grant_type')
  if (grantType === undefined) return refuseOAuth(c, 'invalid_request', 'grant_type is missing.')
  if (grantType !== GRANT_TYPE) return refuseOAuth(c, 'unsupported_grant_type')
  const deviceCode = field('device_code')
  if (deviceCode === undefined) return refuseOAuth(c, 'invalid_request', 'device_code is missing.')
  const proof = await readOAuthProof(c)
  if (!proof.ok) return refuseOAuth(c, proof.error)
  const holder = { kind: 'device_key', ...proof.value } as const
  const polled = await services.deviceLinks.poll({ deviceCode, clientId, holder })
  if (!polled.ok) return refuseOAuth(c, ...refusalOf(polled.error))
  const { token, tokenType } = polled.value
  return c.json(
    {
      access_token: token,
      token_type: tokenType,
      scope: SCOPE,
      ...viewRedemption(polled.value, services.baseUrl),
    },
    200,
    NO_STORE,
  )
}

/** What a device hears of a refusal, and what its user can do. */
function refusalOf(refusal: PollRefusal | RedemptionRefusal): [OAuthError, string?] {
  switch (refusal) {
    case 'authorization_pending':
    case 'slow_down':
    case 'access_denied':
    case 'expired_token':
    case 'invalid_grant':
    case 'temporarily_unavailable':
      return [refusal]
    case 'proof_replayed':
      return ['invalid_dpop_proof']
    case 'device_limit_reached':
      return ['access_denied', 'The owner has as many devices as the organisation allows. Ask its helpdesk.']
    case 'setup_disabled':
      return ['access_denied', 'The organisation does not accept devices at present. Ask its helpdesk.']
    case 'key_in_use':
      return [
        'access_denied',
        'This key belongs to a device of another account. Make a new key and ask again.',
      ]
    case 'not_entitled':
    case 'not_offered':
      return ['access_denied', 'The organisation has nothing for this kind of device. Ask its helpdesk.']
    case 'invalid_provision_code':
    case 'pin_required':
    case 'unknown_site':
      return ['access_denied', 'What was allowed has ended meanwhile. Ask for a new code and show that.']
  }
}
