import { beforeAll, beforeEach, expect, test } from 'vitest'
import { publicPolicies } from '../../../src/web/device/sites.ts'
import { refusal } from '../../support/devices.ts'
import { BASE, call, inD1, seedWorld, time, watchTrips } from '../../support/world.ts'

beforeAll(seedWorld)
beforeEach(time.start)

const AT = '/device/v1/sites/4711'

test('an app that knows a site number learns where everything is, in at most three round trips', async () => {
  const trips = watchTrips()
  const { status, body, headers } = await call('GET', AT)
  expect(trips.count()).toBeLessThanOrEqual(3)
  trips.stop()
  expect([status, headers.get('cache-control')]).toEqual([200, 'public, max-age=60'])
  const device = `${BASE}/device/v1`
  expect(body).toMatchObject({
    ...{ site: '4711', base_url: BASE, redeem_url: `${device}/redeem`, credentials: ['url', 'pin'] },
    platforms: ['ios', 'android', 'macos', 'windows', 'linux', 'chromeos', 'agent'],
    endpoints: {
      redeem: `${device}/redeem`,
      configuration: `${device}/configuration`,
      check_in: `${device}/check-in`,
      security_strings: `${device}/security-strings`,
      passcode_reset: `${device}/passcode-reset`,
      device_authorization: `${BASE}/oauth/device_authorization`,
      token: `${BASE}/oauth/token`,
    },
    dpop_signing_alg_values_supported: ['ES256'],
    policies: { agent_pin_required: true, offline_days: 7 },
    server_time: '2050-11-20T12:00:00Z',
  })
  expect(Object.keys(body.helpdesk)).toEqual(['email', 'phone', 'url'])
})

test('nothing of a template but its policies is told, and none without a template for agents', async () => {
  const { body } = await call('GET', AT)
  const [template] = await inD1("SELECT settings FROM device_templates WHERE platform = 'agent'")
  expect(String(template?.settings).length).toBeGreaterThan(20)
  expect(JSON.stringify(body)).not.toMatch(/wifi|tpl_|instructions|emailRule/i)
  await inD1("DELETE FROM organisation_platforms WHERE platform = 'agent'")
  const without = await call('GET', AT)
  expect([without.body.policies, without.body.platforms.includes('agent')]).toEqual([{}, false])
})

test('policies that are filled in for each device are left out', () => {
  const policies = { offline_days: 7, greeting: 'Hello {{account.name}}', strict: true, look: 'plain' }
  expect(publicPolicies(policies)).toEqual({ offline_days: 7, strict: true, look: 'plain' })
})

test.each(['9999', 'acme', '0', "4711'--", '%00'])('there is no site %j', async (site) => {
  expect(refusal(await call('GET', `/device/v1/sites/${site}`))).toEqual({
    status: 404,
    code: 'unknown_site',
  })
})

test('a site that is switched off says so, and no cache keeps it', async () => {
  await inD1('UPDATE organisations SET enabled = 0 WHERE id = 1')
  const answer = await call('GET', AT)
  expect(refusal(answer)).toEqual({ status: 403, code: 'setup_disabled' })
  expect(answer.headers.get('cache-control')).toBe('no-store')
  await inD1('UPDATE organisations SET enabled = 1 WHERE id = 1')
})
