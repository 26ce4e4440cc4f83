import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { openDatabase, openReplica } from '../../../src/runtime/database.ts'
import type { RouteEntry } from '../../../src/web/http/routes.ts'
import { holdQueue } from '../../support/queue.ts'
import { makeVisitor } from '../../support/visitor.ts'
import {
  bindings,
  breakDatabase,
  call,
  d1Prototype,
  inD1,
  issueCode,
  makePerson,
  makeTestDevice,
  services,
  time,
  watchTrips,
} from '../../support/world.ts'
import { collectForms, insiderOf, isOf, ownPath, readRoutes, unknownParameters } from './route-walk.ts'
import { makeTwoOrganisations, type World } from './two-organisations.ts'

/** Faults that a walk of every route shows: stale copies of D1 (fault 39), secrets in log lines (fault 31). */

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

const STALE = ['GET /setup', 'GET /setup/:slug']

let world: World
let routes: RouteEntry[]
beforeAll(async () => {
  time.start()
  world = await makeTwoOrganisations()
  routes = await readRoutes()
})
beforeEach(() => {
  time.start()
  holdQueue()
})
afterEach(() => vi.restoreAllMocks())

/** Every session with D1 that is begun from now on, by its argument: without one D1 asks the primary. */
const watchSessions = () => vi.spyOn(d1Prototype, 'withSession')
const nameOf = ({ method, path }: RouteEntry) => `${method} ${path}`

describe('authorisation reads the primary', () => {
  test('only pages for strangers that decide nothing may say that they are stale', () => {
    expect(routes.filter(({ stale }) => stale).map(nameOf)).toEqual(STALE)
  })

  test('a session that has ended, a role that was lost, an organisation that is off: no copy is asked', async () => {
    const sessions = watchSessions()
    await inD1('UPDATE organisations SET enabled = 0 WHERE id = 1')
    expect((await world.visitors.manager.get('/manage')).status).not.toBe(200)
    await inD1('UPDATE organisations SET enabled = 1 WHERE id = 1')
    for (const path of ['/sign-out', '/setup/acme/sign-out']) await makeVisitor().post(path, {})
    expect(sessions.mock.calls).toEqual([])
  })

  test('nor does a device: from the redemption of a code to its check-in', async () => {
    const { code } = await issueCode(await makePerson())
    const sessions = watchSessions()
    const device = await makeTestDevice()
    const { token } = (await device.redeem({ code })).body.credential
    expect((await device.configuration(token)).status).toBe(200)
    expect((await device.checkIn(token)).status).toBe(200)
    expect(sessions.mock.calls).toEqual([])
  })
})

describe('the first page of an organisation', () => {
  test('is shown to a stranger from the nearest copy, in one question', async () => {
    const sessions = watchSessions()
    const trips = watchTrips()
    for (const path of ['/setup', '/setup/acme']) {
      const page = await makeVisitor().get(path)
      expect([200, 302], path).toContain(page.status)
    }
    expect(sessions.mock.calls).toEqual([['first-unconstrained'], ['first-unconstrained']])
    expect(trips.count()).toBe(2)
  })

  test('is never older than what somebody who is signed in has just saved', async () => {
    const sessions = watchSessions()
    for (const role of ['owner', 'manager', 'supervisor'] as const)
      await world.visitors[role].get('/setup/acme?change')
    expect(sessions.mock.calls).toEqual([])
  })

  test('asks the primary before it says no: a door that was just made or opened is found', async () => {
    // A copy that has heard of nothing yet.
    const empty = { bind: () => bindings.db.prepare('SELECT 1 WHERE 0') }
    watchSessions().mockImplementation(() => ({ prepare: () => empty }) as never)
    expect((await makeVisitor().get('/setup/acme')).html).toContain('Acme Robotics')
    expect((await makeVisitor().get('/setup/nowhere')).status).toBe(404)
  })

  test('may be behind, what is done there not: a door that was closed takes nobody', async () => {
    const stranger = makeVisitor()
    await inD1('UPDATE organisations SET setup_open = 0 WHERE id = 1')
    const sessions = watchSessions()
    const answer = await stranger.post('/setup/acme', { email: 'late@acme.example' })
    await inD1('UPDATE organisations SET setup_open = 1 WHERE id = 1')
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(sessions.mock.calls).toEqual([])
  })
})

test('a copy answers what the primary answers, alone and in a batch, and nothing else is asked without saying so', async () => {
  expect(openReplica(bindings.db)).toBe(openReplica(bindings.db))
  expect(openReplica(bindings.db)).not.toBe(openDatabase(bindings.db))
  const own = await services.organisations.openDoor('acme')
  expect(await services.copiedDoors.openDoor('acme')).toEqual(own)
  const client = openReplica(bindings.db).$client
  const [read] = await client.batch([client.prepare('SELECT ? AS one').bind(1)])
  expect(read?.results).toEqual([{ one: 1 }])
  expect((await call('GET', '/device/v1/sites/4711')).status).toBe(200)
})

/** One secret of each shape that the service takes, and where it is sent. */
const LONG = `${'SENTINEL'.repeat(5)}abc`
const SHORT = 'SENTINELsentinelABCDEF'
const PIN = '73102946'
const SECRETS = [LONG, SHORT, PIN, 'SENT-INEL-PASS-WORD', 'lk_SENTINEL', 'SENTINEL\r\nX: y']
const secretFor = (name: string): string => {
  if (/pin/i.test(name)) return PIN
  if (/code/i.test(name)) return `${SHORT}.${SHORT}`
  if (/password|passphrase/i.test(name)) return 'SENT-INEL-PASS-WORD'
  return /key/i.test(name) ? 'lk_SENTINEL' : LONG
}
const QUERY = ['k', 't', 's', 'code', 'state', 'pin'].map((name) => `${name}=${secretFor(name)}`).join('&')
const PROGRAM = {
  ...{ authorization: `DPoP dev_${SHORT}.1.${LONG}`, dpop: `e30.e30.${LONG}`, 'idempotency-key': LONG },
  ...{ 'webhook-signature': `v1,${LONG}`, 'webhook-id': SHORT, 'content-type': 'application/json' },
}
const BODY = Object.fromEntries(
  ['code', 'pin', 'site', 'username', 'string', 'device_code', 'client_secret', 'csr'].map((name) => [
    name,
    secretFor(name),
  ]),
)

let forms: Awaited<ReturnType<typeof collectForms>> = []
const OPEN = ['public', 'door', 'device']

test.each([
  [
    'while nothing can be written',
    () => vi.spyOn(d1Prototype, 'batch').mockRejectedValue(new Error('D1_ERROR: away')),
  ],
  ['while D1 is away', () => void breakDatabase()],
])('no secret reaches a log line %s, whichever route it is sent to', async (when, breakIt) => {
  if (forms.length === 0) forms = await collectForms(world, routes)
  const lines: string[] = []
  for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const)
    vi.spyOn(console, level).mockImplementation((...words) => void lines.push(words.map(String).join(' ')))
  breakIt()
  for (const [index, route] of routes.entries()) {
    if (unknownParameters(route.path).length > 0) continue
    // Without D1 nobody is known: behind a door of those who are signed in one route is like another.
    if (when.endsWith('away') && !OPEN.includes(route.access) && index % 20 > 0) continue
    const path = ownPath(world, route.path)
    const visitor = world.visitors[insiderOf(route)]
    // What stands in a query is sent to doors that are open: links, codes, providers' answers.
    if (route.method === 'GET' && OPEN.includes(route.access))
      await visitor.get(`${path}${path.includes('?') ? '&' : '?'}${QUERY}`)
    const form = forms.find(({ buttons }) => buttons.some(({ action }) => isOf(route.path, action)))
    const filled = [...(form?.fields ?? []), ...Object.entries(BODY)].map(
      ([name, value]): [string, string] => [
        name,
        // What chooses stays: the rest of the form is looked at only behind it.
        value.length > 0 && value.length < 20 ? value : secretFor(name),
      ],
    )
    if (route.method === 'POST' && !path.endsWith('/sign-out'))
      await visitor.post(path, Object.fromEntries(filled))
    if (route.access === 'device') {
      await call(route.method, path, PROGRAM, route.method === 'POST' ? BODY : undefined)
      await call(route.method, path, { authorization: `Basic ${btoa(`ada@acme.example:${LONG}`)}` })
    }
  }
  vi.mocked(console.log).mockRestore()
  const text = lines.join('\n')
  expect(lines.length).toBeGreaterThan(20)
  const cookies = Object.values(world.visitors).flatMap((visitor) => [...visitor.cookies.values()])
  for (const secret of [
    ...SECRETS,
    'SENTINEL',
    btoa(LONG).slice(0, 12),
    ...cookies.filter((one) => one.length > 20),
  ])
    expect(
      text.includes(secret) ? text.slice(Math.max(0, text.indexOf(secret) - 300)).slice(0, 400) : '',
    ).toBe('')
})

// The last one: with empty forms it changes what it finds.
test('authorisation reads the primary: whoever any route is for, for reading or for a change, asks no copy', async () => {
  const sessions = watchSessions()
  const trips = watchTrips()
  const known = routes.filter(({ path }) => unknownParameters(path).length === 0)
  for (const method of ['GET', 'POST'])
    for (const route of known.filter((one) => one.method === method)) {
      const visitor = route.stale ? world.visitors.manager : world.visitors[insiderOf(route)]
      const { status, location } = await visitor.ask(
        method,
        ownPath(world, route.path),
        method === 'POST' ? { form: {} } : {},
      )
      expect(sessions.mock.calls, nameOf(route)).toEqual([])
      const inside = !['public', 'door', 'device'].includes(route.access)
      if (inside && method === 'GET' && status === 303)
        expect(location, nameOf(route)).not.toMatch(/^\/sign-in(\?|$)/)
    }
  expect(trips.count()).toBeGreaterThan(known.length)
})
