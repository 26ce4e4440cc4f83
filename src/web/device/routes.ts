import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { hasAlready } from '../http/etag.ts'
import { declareRoute } from '../http/routes.ts'
import { clientOf } from '../http/shields.ts'
import { PRIVATE, readBody, refuse } from './answers.ts'
import { checkInSchema, readPresented, redeemSchema } from './bodies.ts'
import { certify } from './certificates.ts'
import { finishCommand, viewCommand } from './commands.ts'
import { readCredential, readHolder } from './holder.ts'
import { resetPasscode } from './passcode-reset.ts'
import { codeOf } from './problems.ts'
import { viewRedemption } from './redemption-view.ts'
import { issueStrings } from './security-strings.ts'
import { showSite } from './sites.ts'

/** The door of devices. Cookies play no part here; every refusal is `application/problem+json`. */
export function declareDeviceApi(app: EdgeApp): void {
  declareRoute(app, 'POST', '/device/v1/redeem', 'device', redeem)
  declareRoute(app, 'GET', '/device/v1/configuration', 'device', readConfiguration)
  declareRoute(app, 'POST', '/device/v1/check-in', 'device', checkIn)
  declareRoute(app, 'POST', '/device/v1/certificates', 'device', certify)
  declareRoute(app, 'POST', '/device/v1/commands/:command/result', 'device', finishCommand)
  declareRoute(app, 'POST', '/device/v1/passcode-reset', 'device', resetPasscode)
  declareRoute(app, 'POST', '/device/v1/security-strings', 'device', issueStrings)
  declareRoute(app, 'GET', '/device/v1/sites/:site', 'device', showSite)
}

/** Order matters: shape, shield, holder; then what D1 says; then the provision session decides. */
async function redeem(c: EdgeContext) {
  const { services } = c.var
  if (!(await services.admit('device', clientOf(c)))) return refuse(c, 'rate_limited')
  const body = await readBody(c, redeemSchema)
  if (typeof body === 'string') return refuse(c, 'invalid_request', body)
  const holder = await readHolder(c)
  if (!holder.ok) return refuse(c, holder.error)
  const presented = readPresented(body)
  if (!presented.ok) return refuse(c, presented.error)
  const redeemed = await services.provisioning.redeem({
    presented: presented.value,
    holder: holder.value,
    facts: body.device ?? {},
    ownership: body.ownership ?? null,
  })
  if (!redeemed.ok) {
    const detail = redeemed.error === 'not_offered' ? NOT_OFFERED : undefined
    return refuse(c, codeOf(redeemed.error), detail)
  }
  const { token, tokenType } = redeemed.value
  const { device, ...rest } = viewRedemption(redeemed.value, services.baseUrl)
  return c.json({ device, credential: { token, token_type: tokenType }, ...rest }, 201, PRIVATE)
}

/** An invitation lets in every kind of device that the organisation has something for. */
const NOT_OFFERED =
  'The organisation has nothing for this platform. Ask the helpdesk which devices it sets up; the invitation was not used.'

async function readConfiguration(c: EdgeContext) {
  if (!(await c.var.services.admit('device', clientOf(c)))) return refuse(c, 'rate_limited')
  const presented = await readCredential(c)
  if (!presented.ok) return refuse(c, presented.error)
  const found = await c.var.services.devices.readConfiguration(presented.value, c.var.now)
  if (!found.ok) return refuse(c, found.error)
  const { body, contentType, etag } = found.value
  const headers = { etag, 'cache-control': 'private, no-cache' }
  if (hasAlready(c, etag)) return c.body(null, 304, headers)
  return c.body(body, 200, { ...headers, 'content-type': contentType })
}

async function checkIn(c: EdgeContext) {
  const { services, now } = c.var
  if (!(await services.admit('device', clientOf(c)))) return refuse(c, 'rate_limited')
  const body = await readBody(c, checkInSchema)
  if (typeof body === 'string') return refuse(c, 'invalid_request', body)
  const presented = await readCredential(c)
  if (!presented.ok) return refuse(c, presented.error)
  const checked = await services.devices.checkIn({
    presented: presented.value,
    facts: body.facts ?? {},
    ...(body.permissions && { permissions: body.permissions }),
    knownEtag: body.configuration_etag ?? null,
    now,
  })
  if (!checked.ok) return refuse(c, checked.error)
  const {
    status,
    name,
    commands,
    policies,
    intervalSeconds,
    configurationEtag,
    configurationChanged,
    strings,
  } = checked.value
  return c.json(
    {
      status,
      ...(name !== null && { name }),
      commands: commands.map(viewCommand),
      policies,
      interval_seconds: intervalSeconds,
      configuration_etag: configurationEtag,
      configuration_changed: configurationChanged,
      security_strings: strings,
    },
    200,
    PRIVATE,
  )
}
