import type { Handler, MiddlewareHandler } from 'hono'
import { createMiddleware } from 'hono/factory'
import { isStaff } from '../../accounts/index.ts'
import { readUserCode, showUserCode } from '../../kernel/user-code.ts'
import type { Actor } from '../../referee/index.ts'
import { readSessionCookie, readSetupAddress, setSessionCookie } from './cookies.ts'
import type { CopiedDoors, Edge, EdgeApp, EdgeContext, Person, Staff } from './edge.ts'
import { answerIn } from './language.ts'
import { renderDeadEnd, renderDoorRefusal } from './pages.tsx'

/**
 * Who may come in by a route. `public`: anybody, nothing is looked up. `door`: anybody, where the organisation
 * of `:slug` is open. `owner`: a person signed in at that organisation. `device`: no cookies count; the
 * handler authenticates the device itself. `person`: anybody signed in, wherever they belong. `manager`: a
 * manager of the organisation of their session, which is switched on. `supervisor`: a supervisor.
 */
export type Access = 'public' | 'door' | 'owner' | 'device' | 'person' | 'manager' | 'supervisor'

export type RouteTraits = {
  /**
   * The POST ends or removes something. The GET of the same path asks once and says what it will do; a test
   * walks them.
   */
  destructive?: boolean
  /**
   * A page for strangers, which may be a moment old: who is signed in nowhere here reads it from a copy of D1. Only
   * what `openFor` opens.
   */
  stale?: boolean
  /** The body may carry a file: up to 1 MiB. The path has no parameters. */
  upload?: boolean
}

export type RouteEntry = { method: string; path: string; access: Access } & RouteTraits

type DoorAnswer = Awaited<ReturnType<CopiedDoors['openDoor']>>

/** Every route that was declared; tests walk it, and what is not in it does not exist. */
export const routeTable: RouteEntry[] = []

/** Paths whose POST may carry a file. */
export function isUpload(path: string): boolean {
  return routeTable.some((entry) => entry.upload && entry.path === path)
}

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
  traits: RouteTraits = {},
): void {
  if (!routeTable.some((entry) => entry.method === method && entry.path === path))
    routeTable.push({ method, path, access, ...traits })
  if (traits.stale && (method !== 'GET' || (access !== 'public' && access !== 'door')))
    throw new Error(`${method} ${path} decides something: it reads the primary`)
  if (traits.stale) app.on(method, path, allowStale)
  app.on(method, path, admit(access), handler)
}

const allowStale = createMiddleware<Edge>(async (c, next) => {
  c.set('stale', !readSessionCookie(c, 'owner') && !readSessionCookie(c, 'staff'))
  await next()
})

/**
 * Opens a door from a copy of D1 where the route may be stale, else from the primary. That a door is closed, or is
 * none, the primary says in any case: what was just made or opened is found at once.
 */
export async function openFor(
  c: EdgeContext,
  open: (doors: CopiedDoors) => Promise<DoorAnswer>,
): Promise<DoorAnswer> {
  const { organisations, copiedDoors } = c.var.services
  const seen = c.var.stale ? await open(copiedDoors) : null
  return seen?.ok ? seen : open(organisations)
}

function admit(access: Access): MiddlewareHandler<Edge> {
  switch (access) {
    case 'public':
    case 'device':
      return createMiddleware<Edge>((_c, next) => next())
    case 'door':
    case 'owner':
      return admitAtDoor(access)
    case 'person':
    case 'manager':
    case 'supervisor':
      return admitSignedIn(access)
  }
}

function admitAtDoor(access: 'door' | 'owner'): MiddlewareHandler<Edge> {
  return createMiddleware<Edge>(async (c, next) => {
    const slug = c.req.param('slug') ?? ''
    const door = await openFor(c, (doors) => doors.openDoor(slug, readSetupAddress(c, slug)))
    if (!door.ok) return renderDoorRefusal(c, door.error)
    c.set('door', door.value)
    if (access === 'owner' && !(await findPerson(c))) return c.redirect(`/setup/${slug}`, 303)
    await next()
  })
}

/** The role that a staff session must have for the door. */
const ROLE = { manager: 'manager', supervisor: 'supervisor' } as const

function admitSignedIn(access: 'person' | 'manager' | 'supervisor'): MiddlewareHandler<Edge> {
  return createMiddleware<Edge>(async (c, next) => {
    const found = await findStaff(c, access === 'person')
    if (!found) return c.redirect(signInPath(c), 303)
    const { account, session, organisation, service } = found
    const staff = isStaff(account, session.assurance)
    if (access !== 'person' && (!staff || account.role !== ROLE[access]))
      return renderDeadEnd(c, 'wrong_role', 403)
    if (account.role !== 'supervisor' && !organisation.enabled)
      return renderDoorRefusal(c, { code: 'organisation_off', organisation })
    c.set('staff', found)
    c.set('person', { account, session })
    await answerIn(c, account.locale)
    if (service && account.role !== 'supervisor') c.set('door', { service, organisation })
    await next()
  })
}

/** A staff session, or where anybody may come an owner's. */
async function findStaff(c: EdgeContext, anybody: boolean): Promise<Staff | null> {
  for (const kind of anybody ? (['staff', 'owner'] as const) : (['staff'] as const)) {
    const secret = readSessionCookie(c, kind)
    const found = secret && (await c.var.services.accounts.findAnySession(secret, c.var.now))
    if (found) return kind === 'owner' ? keepOwner(c, found, secret) : found
  }
  return null
}

/** An owner's session lives on while it is used. */
async function keepOwner(c: EdgeContext, found: Staff, secret: string): Promise<Staff> {
  const session = await c.var.services.accounts.keepSession(found, c.var.now)
  if (!session) return found
  setSessionCookie(c, secret, session.endsAt)
  return { ...found, session }
}

/**
 * `/sign-in`, and back to the page that was asked for. Of queries, which may carry secrets, only the code comes along
 * that a device shows and its link brings.
 */
function signInPath(c: EdgeContext): string {
  if (c.req.method !== 'GET') return '/sign-in'
  const code = c.req.path === '/link' ? readUserCode(c.req.query('code') ?? '') : null
  return `/sign-in?to=${encodeURIComponent(code ? `/link?code=${showUserCode(code)}` : c.req.path)}`
}

/** Who is signed in at this door, if anybody. `owner` routes have asked already. */
export async function findPerson(c: EdgeContext): Promise<Person | null> {
  const organisationId = c.var.door.organisation.id
  const secret = readSessionCookie(c)
  if (!secret) return null
  const found = await c.var.services.accounts.findSession(organisationId, secret, c.var.now)
  if (!found) return null
  if (found.renewed) setSessionCookie(c, secret, found.session.endsAt)
  await answerIn(c, found.account.locale)
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

/** Who works here, on a `manager`, `supervisor` or `person` route. */
export function staffOf(c: EdgeContext): Staff {
  const { staff } = c.var
  if (!staff) throw new Error('this route is not declared for people who are signed in')
  return staff
}

/** In whose name a change on such a route is made. */
export function actorOf(c: EdgeContext): Actor {
  const { account } = staffOf(c)
  return { kind: account.role === 'device_owner' ? 'owner' : account.role, id: account.id }
}
