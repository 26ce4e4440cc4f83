import { type RouteEntry, routeTable } from '../../../src/web/http/routes.ts'
import { type FoundForm, findForms } from '../../support/forms.ts'
import { call } from '../../support/world.ts'
import type { Role, World } from './two-organisations.ts'

export { type FoundForm, findForms }

/** Walks the app's own route table: what is declared is tested, without anybody listing it again. */

/** The table is filled when the app is made, at the first request. */
export async function readRoutes(): Promise<RouteEntry[]> {
  await call('GET', '/device/v1/sites/4711')
  return [...routeTable]
}

/**
 * What the parameters of a path mean. The key is the path up to and with the parameter: deeper paths follow it.
 * A path with a parameter that is not here fails the tests: a route that nobody thought about is a hole.
 */
const PARAMETERS: Record<string, keyof World['pairs'] | { own: string; foreign: string }> = {
  '/setup/:slug': 'slug',
  '/setup/:slug/ready/:grant': 'grant',
  '/p/:ref': 'ref',
  '/i/:ref': 'ref',
  '/p/:ref/:device': 'device',
  '/sign-in/oidc/:slug': 'slug',
  '/device/v1/sites/:site': { own: '4711', foreign: '9999' },
  '/device/v1/ota/:device': 'device',
  '/device/v1/commands/:command': 'command',
  '/.well-known/est/:label': { own: 'acme', foreign: 'nowhere' },
  '/manage/accounts/:id': 'account',
  '/manage/certificates/authorities/:authority': 'authority',
  '/manage/certificates/issued/:serial': 'certificate',
  '/ca/:file': 'authorityFile',
  '/crl/:file': 'crlFile',
  '/manage/accounts/:id/codes/:grant': 'grant',
  '/manage/devices/:device': 'device',
  '/manage/devices/:device/commands/:command': 'command',
  '/manage/invitations/:id': 'invitation',
  '/manage/invitations/jobs/:job': 'invitationJob',
  '/manage/devices/views/:view': 'view',
  '/manage/account-templates/:id': 'accountTemplate',
  '/manage/device-templates/:id': 'deviceTemplate',
  '/manage/setup/exceptions/:address': 'exception',
  '/manage/setup/keys/:key': 'apiKey',
  '/manage/device-templates/:id/history/:version': { own: '1', foreign: '999' },
  '/portal/devices/:device': 'device',
  '/portal/devices/:device/commands/:command': 'command',
  '/portal/register/:grant': 'grant',
  '/portal/certificates/:certificate': 'ownCertificate',
  '/supervise/organisations/:id': 'organisation',
  '/supervise/organisations/:id/managers/:account': 'manager',
  '/supervise/service/supervisors/:account': 'supervisor',
  '/manage/messages/:id': 'sentMessage',
  '/manage/messages/words/:kind': { own: 'invitation', foreign: 'approved' },
  '/manage/messages/words/:kind/:locale': { own: 'en', foreign: 'pl' },
  '/account/passkeys/:passkey': 'passkey',
  '/account/sessions/:session': 'session',
  '/supervise/health/messages/:id': 'message',
  '/supervise/health/dead-letters/:id': 'deadLetter',
  '/supervise/health/outboxes/:ref': 'outbox',
}

/** What a page is asked about besides its path. */
const QUERIES: Record<string, (world: World) => string> = {
  '/manage/accounts/disable': ({ pairs }) => `?id=${pairs.account.own}`,
  '/manage/invitations/changes': () => '?since=0',
  '/manage/devices/renew': ({ pairs }) => `?id=${pairs.device.own}`,
  '/manage/devices/delete': ({ pairs }) => `?id=${pairs.device.own}`,
}

/** The parameters of a path that `PARAMETERS` does not know. */
export function unknownParameters(path: string): string[] {
  return parametersOf(path).filter((prefix) => !(prefix in PARAMETERS))
}

/** `/manage/accounts/:id/end` -> `['/manage/accounts/:id']`. */
function parametersOf(path: string): string[] {
  const parts = path.split('/')
  return parts.flatMap((part, index) => (part.startsWith(':') ? [parts.slice(0, index + 1).join('/')] : []))
}

/** The path with its parameters filled by what is Acme's. */
export function ownPath(world: World, path: string): string {
  const query = QUERIES[path]?.(world) ?? ''
  return fill(world, path, null) + query
}

/**
 * The path once for each of its parameters, with that one naming something of the other organisation and the
 * others something of Acme. An organisation that stands open to everybody by its slug is none of these.
 */
export function foreignPaths(world: World, path: string): string[] {
  return parametersOf(path)
    .filter((prefix) => PARAMETERS[prefix] !== 'slug')
    .map((prefix) => fill(world, path, prefix))
}

function fill(world: World, path: string, foreign: string | null): string {
  let filled = path
  for (const prefix of parametersOf(path)) {
    const meaning = PARAMETERS[prefix]
    if (meaning === undefined) throw new Error(`nobody said what ${prefix} means`)
    const pair = typeof meaning === 'string' ? world.pairs[meaning] : meaning
    const name = prefix.split('/').at(-1) ?? ''
    const value = prefix === foreign ? pair.foreign : pair.own
    filled = filled.replace(new RegExp(`${name}(?=/|$)`), encodeURIComponent(value))
  }
  return filled
}

/** Who is let in by a route of that access. */
const INSIDER: Record<RouteEntry['access'], Role> = {
  public: 'nobody',
  door: 'nobody',
  device: 'nobody',
  owner: 'owner',
  person: 'manager',
  manager: 'manager',
  supervisor: 'supervisor',
}

/** The same for one route: the devices at `/portal` are their owner's, whoever else may sign in there. */
export function insiderOf({ access, path }: Pick<RouteEntry, 'access' | 'path'>): Role {
  return access === 'person' && /^\/portal(\/|$)/.test(path) ? 'owner' : INSIDER[access]
}

/** Every form on a page that its insider can open, with what stands in it. */
export async function collectForms(world: World, routes: RouteEntry[]): Promise<FoundForm[]> {
  const forms: FoundForm[] = []
  for (const { method, path, access } of routes) {
    if (method !== 'GET' || unknownParameters(path).length > 0) continue
    const page = await world.visitors[insiderOf({ access, path })].get(ownPath(world, path))
    forms.push(...findForms(page.html))
  }
  return forms
}

/** Whether a filled path is of the pattern. */
export function isOf(pattern: string, path: string): boolean {
  const shape = pattern.replace(/:\w+(?:\{[^}]*\})?/g, '[^/]+')
  return new RegExp(`^${shape}$`).test(path.split('?')[0] ?? '')
}
