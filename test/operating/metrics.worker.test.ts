import { env } from 'cloudflare:workers'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { makeApp } from '../../src/app.ts'
import { runMinute } from '../../src/minute.ts'
import { checkBindings } from '../../src/runtime/bindings.ts'
import { log } from '../../src/runtime/logger.ts'
import { readMetrics } from '../../src/runtime/metrics.ts'
import { EVENTS } from '../../src/web/http/measuring.ts'
import { routeTable } from '../../src/web/http/routes.ts'
import { BASE, issueCode, makePerson, makeTestDevice, seedWorld, time } from '../support/world.ts'

beforeAll(seedWorld)
beforeEach(() => {
  time.start()
  for (const level of ['info', 'warn', 'error'] as const) vi.spyOn(console, level).mockReturnValue()
})
// Log lines are heard by the newest: those of other files by nobody.
afterEach(() => void readMetrics(null))

function makeDataset(write: (point: AnalyticsEngineDataPoint) => void = () => {}) {
  const points: AnalyticsEngineDataPoint[] = []
  const METRICS = {
    writeDataPoint(point: AnalyticsEngineDataPoint) {
      points.push(point)
      write(point)
    },
  }
  return { points, METRICS }
}

async function redeem(app: ReturnType<typeof makeApp>, code: string) {
  const device = await makeTestDevice()
  const headers = {
    dpop: await device.proofFor('POST', '/device/v1/redeem'),
    'content-type': 'application/json',
    'cf-connecting-ip': '203.0.113.7',
  }
  const body = JSON.stringify({ code, device: { name: "Ada's phone", serial: 'SERIAL123' } })
  return app.fetch(new Request(`${BASE}/device/v1/redeem`, { method: 'POST', headers, body }), env)
}

test('every route that is counted by a name of its own is there', () => {
  makeApp(env)
  const declared = new Set(routeTable.map(({ method, path }) => `${method} ${path}`))
  expect(Object.keys(EVENTS).filter((route) => !declared.has(route))).toEqual([])
})

test('a redemption is counted by its outcome, and nothing in the point is about anybody', async () => {
  const { points, METRICS } = makeDataset()
  const app = makeApp({ ...env, METRICS })
  const person = await makePerson()
  const { code, ref, secret } = await issueCode(person)
  const first = await redeem(app, code)
  expect(first.status).toBe(201)
  const { device, credential } = (await first.json()) as {
    device: { id: string }
    credential: { token: string }
  }
  expect((await redeem(app, code)).status).toBe(403)
  const redeems = points.filter(({ blobs }) => blobs?.[0] === 'redeem')
  expect(redeems.map(({ indexes, blobs }) => ({ indexes, blobs }))).toEqual([
    { indexes: ['0'], blobs: ['redeem', 'ok', 'POST /device/v1/redeem'] },
    { indexes: ['0'], blobs: ['redeem', 'invalid_provision_code', 'POST /device/v1/redeem'] },
  ])
  const written = JSON.stringify(points)
  for (const secretly of [
    ref,
    secret,
    device.id,
    credential.token,
    person.address,
    person.account.id,
    'Ada',
    'SERIAL',
    '203.0.113',
  ])
    expect(written).not.toContain(secretly)
})

test('pages count by organisation and route, log lines by their event, what waits by the minute', async () => {
  const { points, METRICS } = makeDataset()
  const bindings = { ...env, METRICS }
  const app = makeApp(bindings)
  const body = new URLSearchParams({ email: 'somebody@elsewhere.example' })
  const headers = { origin: BASE, 'content-type': 'application/x-www-form-urlencoded' }
  await app.fetch(new Request(`${BASE}/setup/acme`, { method: 'POST', headers, body }), env)
  log('warn', 'mail_not_accepted', { kind: 'challenge', id: 'chl_abc', reason: 'over_quota' })
  log('info', 'audit.sealed', { organisation: 1 })
  await runMinute(checkBindings(bindings))
  const told = points.map(({ indexes, blobs }) => [indexes?.[0], ...(blobs ?? [])])
  expect(told).toContainEqual(['1', 'code_asked', '422', 'POST /setup/:slug'])
  expect(told).toContainEqual(['0', 'log', 'mail_not_accepted', 'challenge'])
  expect(told).toContainEqual(['0', 'waiting', 'outboxes', ''])
  expect(told.flat()).not.toContain('audit.sealed')
  expect(JSON.stringify(points)).not.toContain('elsewhere.example')
})

test('a dataset that throws, or none at all, breaks nothing', async () => {
  const broken = makeDataset(() => {
    throw new Error('over the limit')
  })
  for (const METRICS of [broken.METRICS, undefined]) {
    const { code } = await issueCode(await makePerson())
    expect((await redeem(makeApp({ ...env, METRICS }), code)).status).toBe(201)
  }
  expect(broken.points.length).toBeGreaterThan(0)
})

test('while the service is paused devices are asked to come again, codes stay, and supervisors get in', async () => {
  const app = makeApp({ ...env, PAUSED: 'yes' })
  const { code } = await issueCode(await makePerson())
  const answer = await redeem(app, code)
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '60'])
  expect(await answer.json()).toMatchObject({ code: 'temporarily_unavailable' })
  expect((await app.fetch(new Request(`${BASE}/setup/acme`), env)).status).toBe(503)
  expect((await app.fetch(new Request(`${BASE}/account`), env)).status).toBe(503)
  expect((await app.fetch(new Request(`${BASE}/sign-in`), env)).status).toBe(200)
  expect((await redeem(makeApp(env), code)).status).toBe(201)
})
