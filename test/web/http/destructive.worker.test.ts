import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { RouteEntry } from '../../../src/web/http/routes.ts'
import { dumpDatabase } from '../../support/dump.ts'
import { time } from '../../support/world.ts'
import { findForms, insiderOf, ownPath, readRoutes, unknownParameters } from './route-walk.ts'
import { makeTwoOrganisations, type World } from './two-organisations.ts'

/** What ends or removes something asks once and says what it will do: from the app's own route table. */

// Many requests, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

let world: World
let routes: RouteEntry[]
let destructive: RouteEntry[]
beforeAll(async () => {
  time.start()
  world = await makeTwoOrganisations()
  routes = await readRoutes()
  destructive = routes.filter((route) => route.destructive)
})
beforeEach(time.start)

/** Last words of a path that end or remove something. */
const ENDS =
  /\/(delete|remove|disable|archive|revoke|end|end-all|end-others|drop|off|switch-off|deactivate|retire|wipe|demote|discard|reset|clear)$/

test('a path whose last word ends something is declared so', () => {
  const undeclared = routes.filter(
    ({ method, path, destructive: said }) => method === 'POST' && ENDS.test(path) && !said,
  )
  expect(undeclared.map(({ path }) => path)).toEqual([])
})

describe('what is declared destructive', () => {
  test('is a POST, and the GET of its path has the same access', () => {
    for (const { method, path, access } of destructive) {
      expect(method, path).toBe('POST')
      const twin = routes.find((route) => route.method === 'GET' && route.path === path)
      expect([path, twin?.access]).toEqual([path, access])
    }
  })

  test('asks by GET: a form to the same path, what will happen, and a way back; nothing changes', async () => {
    const before = await dumpDatabase()
    for (const { path, access } of destructive) {
      if (unknownParameters(path).length > 0) continue
      const filled = ownPath(world, path)
      const page = await world.visitors[insiderOf({ access, path })].get(filled)
      expect([path, page.status]).toEqual([path, 200])
      const form = findForms(page.html).find(({ action }) => action === filled.split('?')[0])
      expect(form?.method, path).toBe('POST')
      expect(page.html, path).toMatch(/<ul[^>]*>\s*<li>[^<]{10,}/)
      expect(page.html, path).toMatch(/<a [^>]*href="\/[^"]*"/)
    }
    expect(await dumpDatabase()).toEqual(before)
  })
})
