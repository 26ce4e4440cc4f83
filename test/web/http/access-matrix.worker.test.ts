import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { RouteEntry } from '../../../src/web/http/routes.ts'
import { dumpDatabase } from '../../support/dump.ts'
import { holdQueue } from '../../support/queue.ts'
import { BASE, inD1, time } from '../../support/world.ts'
import {
  collectForms,
  type FoundForm,
  foreignPaths,
  insiderOf,
  isOf,
  ownPath,
  readRoutes,
  unknownParameters,
} from './route-walk.ts'
import { makeTwoOrganisations, type Role, type World } from './two-organisations.ts'

/** Every route x role x another organisation's ids, from the app's own route table (fault 26). */

// Many requests, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

let world: World
let routes: RouteEntry[]
let forms: FoundForm[]
beforeAll(async () => {
  time.start()
  world = await makeTwoOrganisations()
  routes = await readRoutes()
  forms = await collectForms(world, routes)
})
beforeEach(() => {
  time.start()
  holdQueue()
})
afterEach(() => vi.restoreAllMocks())

const ROLES: Role[] = ['nobody', 'owner', 'owner at sign-in', 'manager by e-mail', 'manager', 'supervisor']

/** What somebody meets who is not let in: led to sign-in, told that the door is not theirs, or let in. */
function expected(access: RouteEntry['access'], role: Role): 'in' | 303 | 403 {
  switch (access) {
    case 'public':
    case 'door':
    case 'device':
      return 'in'
    case 'owner':
      return role === 'owner' ? 'in' : 303
    case 'person':
      return role === 'nobody' ? 303 : 'in'
    case 'manager':
    case 'supervisor':
      if (role === access) return 'in'
      return role === 'nobody' || role === 'owner' ? 303 : 403
  }
}

const nameOf = ({ method, path }: Pick<RouteEntry, 'method' | 'path'>) => `${method} ${path}`
const SOCKET = { upgrade: 'websocket', origin: BASE }
const ask = (role: Role, method: string, path: string, form: Record<string, string> = {}) =>
  world.visitors[role].ask(method, path, {
    ...(method === 'POST' && { form }),
    ...(path.endsWith('/live') && { headers: SOCKET }),
  })

test('every parameter of every path says what it means', () => {
  expect(routes.length).toBeGreaterThan(30)
  expect(routes.flatMap(({ path }) => unknownParameters(path))).toEqual([])
})

test('a door lets in only whom it is for, but for the one page that makes the first supervisor', () => {
  const doors = {
    '/manage': 'manager',
    '/supervise': 'supervisor',
    '/account': 'person',
    '/portal': 'person',
  }
  for (const [door, access] of Object.entries(doors)) {
    const behind = routes.filter(({ path }) => path === door || path.startsWith(`${door}/`))
    const others = behind.filter((route) => route.access !== access).map(nameOf)
    expect(others).toEqual(door === '/supervise' ? ['GET /supervise/claim', 'POST /supervise/claim'] : [])
    expect(behind.length).toBeGreaterThan(3)
  }
})

describe('whoever a route is not for', () => {
  test.each(ROLES)('is turned away as %s, whatever they ask, and nothing changes', async (role) => {
    const before = await dumpDatabase()
    for (const route of routes) {
      if (unknownParameters(route.path).length > 0) continue
      const meets = expected(route.access, role)
      if (meets === 'in') continue
      for (const path of [ownPath(world, route.path), ...foreignPaths(world, route.path)]) {
        const answer = await ask(role, route.method, path)
        expect([nameOf(route), answer.status]).toEqual([nameOf(route), meets])
        if (meets === 303)
          expect(answer.location, nameOf(route)).toMatch(
            route.access === 'owner' ? /^\/setup\/acme$/ : /^\/sign-in(\?to=%2F.*)?$/,
          )
      }
    }
    expect(await dumpDatabase()).toEqual(before)
  })
})

describe("another organisation's id", () => {
  const insiders = () =>
    routes.filter(
      ({ path, access }) =>
        unknownParameters(path).length === 0 && !['public', 'door', 'device'].includes(access),
    )

  test('is not found, by GET and by POST with an empty form', async () => {
    const before = await dumpDatabase()
    for (const route of insiders()) {
      const role = insiderOf(route)
      for (const path of foreignPaths(world, route.path)) {
        const answer = await ask(role, route.method, path)
        expect(answer.status, `${route.method} ${path}`).toBe(404)
        expect(answer.html, path).not.toContain('Eve Foreign')
      }
    }
    expect(await dumpDatabase()).toEqual(before)
  })

  test('is not found by a form that was filled for an own one', async () => {
    const before = await dumpDatabase()
    for (const route of insiders().filter(({ method }) => method === 'POST')) {
      const own = ownPath(world, route.path)
      const form = forms.find(({ buttons }) => buttons.some(({ action }) => action === own))
      const role = insiderOf(route)
      for (const path of foreignPaths(world, route.path)) {
        const answer = await ask(role, 'POST', path, Object.fromEntries(form?.fields ?? []))
        expect(answer.status, `POST ${path}`).toBe(404)
      }
    }
    expect(await dumpDatabase()).toEqual(before)
  })

  test('within a form changes nothing of that organisation', async () => {
    const before = await dumpDatabase(2)
    const exchanged = new Set<string>()
    for (const { method, fields, choices, buttons } of forms) {
      if (method !== 'POST') continue
      const changed = exchangeIds([...fields, ...choices])
      if (!changed) continue
      for (const { action, field } of buttons) {
        const route = routes.find((one) => one.method === 'POST' && isOf(one.path, action))
        if (!route || route.access === 'supervisor') continue
        exchanged.add(nameOf(route))
        const sent = Object.fromEntries([...changed, ...(field ? [field] : [])])
        const answer = await ask(insiderOf(route), 'POST', action, sent)
        expect(answer.status, nameOf(route)).toBeLessThan(500)
      }
    }
    expect(exchanged.size).toBeGreaterThan(2)
    expect(await dumpDatabase(2)).toEqual(before)
    const kept = await inD1('SELECT count(*) AS count FROM web_sessions WHERE organisation_id = 2')
    expect(kept).toEqual([{ count: 1 }])
  })

  /** Fields with ids of Acme, exchanged for their likes; null if there is none. */
  function exchangeIds(fields: FoundForm['fields']): FoundForm['fields'] | null {
    const pairs = Object.values(world.pairs).filter(({ own }) => own.length > 8)
    const changed = fields.map(([name, value]): [string, string] => [
      name,
      pairs.find(({ own }) => own === value)?.foreign ?? value,
    ])
    const found = changed.filter(([, value], index) => value !== fields[index]?.[1])
    // Of fields with one name the last counts: those with exchanged ids.
    return found.length > 0 ? [...changed, ...found] : null
  }
})

describe('whoever a route is for', () => {
  test('is let in, and what is theirs is found', async () => {
    for (const route of routes) {
      if (route.method !== 'GET' || unknownParameters(route.path).length > 0) continue
      if (['public', 'door', 'device'].includes(route.access)) continue
      const answer = await ask(insiderOf(route), 'GET', ownPath(world, route.path))
      expect([101, 200, 303], `${nameOf(route)}: ${answer.status}`).toContain(answer.status)
      if (answer.status === 303) expect(answer.location, nameOf(route)).not.toMatch(/^\/sign-in(\?|$)/)
    }
  })

  test('reads without changing anything', async () => {
    const before = await dumpDatabase()
    for (const { method, path, access } of routes)
      if (method === 'GET' && unknownParameters(path).length === 0)
        for (const filled of [ownPath(world, path), ...foreignPaths(world, path)]) {
          const answer = await ask(insiderOf({ access, path }), 'GET', filled)
          expect(answer.status, path).not.toBe(500)
        }
    expect(await dumpDatabase()).toEqual(before)
  })
})
