import { toIso } from '../../kernel/time.ts'
import type { EdgeContext } from '../http/edge.ts'
import { clientOf } from '../http/shields.ts'
import { refuse } from './answers.ts'

/** A minute: nobody waits long for what a manager changes. */
const CACHED = { 'cache-control': 'public, max-age=60' }

/**
 * `GET /device/v1/sites/:site`: what a device needs to know from a site id before it can ask for anything: where
 * everything is, and what holds for every agent of the organisation.
 */
export async function showSite(c: EdgeContext) {
  const { services, now } = c.var
  if (!(await services.admit('device', clientOf(c)))) return refuse(c, 'rate_limited')
  const door = await services.organisations.openSite(c.req.param('site') ?? '')
  if (!door.ok)
    return refuse(c, door.error.code === 'unknown_organisation' ? 'unknown_site' : 'setup_disabled')
  const { organisation } = door.value
  const offered = await services.templates.listOffered(organisation.id)
  const agent = offered.find(({ platform }) => platform === 'agent')
  const device = `${services.baseUrl}/device/v1`
  return c.json(
    {
      site: organisation.siteId,
      name: organisation.name,
      base_url: services.baseUrl,
      redeem_url: `${device}/redeem`,
      credentials: organisation.confirmation === 'pin' ? ['url_and_pin', 'pin'] : ['url', 'pin'],
      platforms: offered.map(({ platform }) => platform),
      endpoints: {
        redeem: `${device}/redeem`,
        configuration: `${device}/configuration`,
        check_in: `${device}/check-in`,
        security_strings: `${device}/security-strings`,
        passcode_reset: `${device}/passcode-reset`,
        device_authorization: `${services.baseUrl}/oauth/device_authorization`,
        token: `${services.baseUrl}/oauth/token`,
      },
      dpop_signing_alg_values_supported: ['ES256'],
      helpdesk: organisation.helpdesk,
      policies: publicPolicies(agent?.settings.policies ?? {}),
      server_time: toIso(now),
    },
    200,
    CACHED,
  )
}

/** Those that are the same for everybody: no account and no device is known here to fill a variable from. */
export function publicPolicies(policies: Record<string, string | number | boolean>) {
  return Object.fromEntries(
    Object.entries(policies).filter(([, value]) => typeof value !== 'string' || !value.includes('{{')),
  )
}
