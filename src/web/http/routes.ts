import type { Handler, MiddlewareHandler } from 'hono'
import { createMiddleware } from 'hono/factory'
import { readSessionCookie, setSessionCookie } from './cookies.ts'
import type { Edge, EdgeApp, EdgeContext, Person } from './edge.ts'
import { renderDoorRefusal } from './pages.tsx'

/**
 * Who may come in by a route. `public`: anybody, nothing is looked up. `door`: anybody, where the organisation
 * of `:slug` is open. `owner`: a person signed in at that organisation. `device`: no cookies count; the
 * handler authenticates the device itself.
 */
export type Access = 'public' | 'door' | 'owner' | 'device'

export type RouteEntry = { method: string; path: string; access: Access }

/** Every route that was declared; tests walk it, and what is not in it does not exist. */
export const routeTable: RouteEntry[] = []

/**
 * Declares a route together with who may use it: a route cannot be made without saying so, and nothing is
 * reachable that was not declared.
 */
export function declareRoute(
  app: EdgeApp,
  method: 'GET' | 'POST',
  path: string,
  access: Access,
  handler: Handler<Edge>,
): void {
  if (!routeTable.some((entry) => entry.method === method && entry.path === path))
    routeTable.push({ method, path, access })
  app.on(method, path, admit(access), handler)
}

function admit(access: Access): MiddlewareHandler<Edge> {
  if (access === 'public' || access === 'device') return createMiddleware<Edge>((_c, next) => next())
  return createMiddleware<Edge>(async (c, next) => {
    const slug = c.req.param('slug') ?? ''
    const door = await c.var.services.organisations.openDoor(slug)
    if (!door.ok) return renderDoorRefusal(c, door.error)
    c.set('door', door.value)
    if (access === 'owner' && !(await findPerson(c))) return c.redirect(`/setup/${slug}`, 303)
    await next()
  })
}

/** Who is signed in at this door, if anybody. `owner` routes have asked already. */
export async function findPerson(c: EdgeContext): Promise<Person | null> {
  const organisationId = c.var.door.organisation.id
  const secret = readSessionCookie(c)
  if (!secret) return null
  const found = await c.var.services.accounts.findSession(organisationId, secret, c.var.now)
  if (!found) return null
  if (found.renewed) setSessionCookie(c, secret, found.session.endsAt)
  c.set('locale', found.account.locale)
  const person = { account: found.account, session: found.session }
  c.set('person', person)
  return person
}

/** The signed-in person of an `owner` route. */
export function personOf(c: EdgeContext) {
  const { person } = c.var
  if (!person) throw new Error('this route is not declared for owners')
  return person
}
