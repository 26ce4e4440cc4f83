import { exports } from 'cloudflare:workers'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { RouteEntry } from '../../../src/web/http/routes.ts'
import { dumpDatabase } from '../../support/dump.ts'
import { BASE, bindings, time, watchTrips } from '../../support/world.ts'
import { insiderOf, ownPath, readRoutes, unknownParameters } from './route-walk.ts'
import { makeTwoOrganisations, type World } from './two-organisations.ts'

/** Every POST x content type x Origin x Sec-Fetch-Site, from the app's own route table (fault 16). */

// Many requests, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

let world: World
let routes: RouteEntry[]
beforeAll(async () => {
  time.start()
  world = await makeTwoOrganisations()
  routes = (await readRoutes()).filter(
    ({ method, path, access }) =>
      method === 'POST' && access !== 'device' && unknownParameters(path).length === 0,
  )
})
beforeEach(time.start)
afterEach(() => vi.restoreAllMocks())

const SITES = ['same-origin', 'same-site', 'cross-site', 'none', null]
const ORIGINS = [BASE, `${BASE}.evil.example`, 'https://evil.example', 'null', null]
const BODIES: [string | null, string][] = [
  ['application/x-www-form-urlencoded', 'email=ada%40acme.example'],
  [
    'multipart/form-data; boundary=x',
    '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\nb\r\n--x--\r\n',
  ],
  ['text/plain', 'email=ada@acme.example'],
  ['application/json', '{}'],
  [null, ''],
]

const PAIRS = SITES.flatMap((site) => ORIGINS.map((origin) => ({ site, origin })))

/** Every content type for some routes; for the others one of them, another for each pair and route. */
const bodiesFor = (index: number, turn: number) =>
  index % 12 === 0 ? BODIES : BODIES.filter((_, which) => which === (index + turn) % BODIES.length)

const REFUSED = /did not come from one of our own pages|keiner unserer eigenen Seiten/

/** `cookies` of whoever the route is for: without the guard the request would be theirs. */
async function post(
  path: string,
  [type, body]: (typeof BODIES)[number],
  options: { site: string | null; origin: string | null; cookies?: Map<string, string> },
) {
  const { site, origin, cookies = new Map() } = options
  const answer = await exports.default.fetch(`${BASE}${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      ...(type && { 'content-type': type }),
      ...(site && { 'sec-fetch-site': site }),
      ...(origin && { origin }),
      ...(cookies.size > 0 && { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') }),
    },
    body,
  })
  return { status: answer.status, html: await answer.text() }
}

/** What the platform says decides; an old browser says its Origin only. */
const isOurs = (site: string | null, origin: string | null) =>
  site === null ? origin === BASE : site === 'same-origin'

test('what another site posts is refused before anything is read, sent or changed', async () => {
  expect(routes.length).toBeGreaterThan(15)
  const before = await dumpDatabase()
  const gates = vi.spyOn(bindings.addressGates, 'get')
  const sessions = vi.spyOn(bindings.provisionSessions, 'get')
  const send = vi.spyOn(bindings.messages, 'send')
  const trips = watchTrips()
  for (const [index, { path, access }] of routes.entries()) {
    const filled = ownPath(world, path)
    const { cookies } = world.visitors[insiderOf({ access, path })]
    for (const [turn, { site, origin }] of PAIRS.entries()) {
      if (isOurs(site, origin)) continue
      for (const body of bodiesFor(index, turn)) {
        const answer = await post(filled, body, { site, origin, cookies })
        expect([path, site, origin, body[0], answer.status]).toEqual([path, site, origin, body[0], 403])
      }
    }
  }
  expect(
    [trips.count(), gates, sessions, send].map((spy) =>
      typeof spy === 'number' ? spy : spy.mock.calls.length,
    ),
  ).toEqual([0, 0, 0, 0])
  trips.stop()
  expect(await dumpDatabase()).toEqual(before)
})

test('what one of our own pages posts is let through, with every content type', async () => {
  for (const [index, { path }] of routes.entries())
    for (const [turn, { site, origin }] of PAIRS.entries()) {
      if (!isOurs(site, origin)) continue
      for (const body of bodiesFor(index, turn)) {
        const answer = await post(ownPath(world, path), body, { site, origin })
        expect(REFUSED.test(answer.html), `${path} ${site} ${origin} ${body[0]}`).toBe(false)
        expect(answer.status, path).toBeLessThan(500)
      }
    }
})

test('the device API, which ignores cookies, is not asked for an origin', async () => {
  const answer = await post('/device/v1/redeem', ['application/json', '{}'], {
    site: 'cross-site',
    origin: 'https://evil.example',
    cookies: world.visitors.manager.cookies,
  })
  expect(answer.status).toBe(400)
})
