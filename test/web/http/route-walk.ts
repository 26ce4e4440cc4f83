import { type RouteEntry, routeTable } from '../../../src/web/http/routes.ts'
import { call } from '../../support/world.ts'
import type { Role, World } from './two-organisations.ts'

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
  '/p/:ref/:device': 'device',
  '/sign-in/oidc/:slug': 'slug',
  '/device/v1/sites/:site': { own: '4711', foreign: '9999' },
  '/manage/accounts/:id': 'account',
  '/manage/accounts/:id/codes/:grant': 'grant',
  '/manage/account-templates/:id': 'accountTemplate',
  '/manage/device-templates/:id': 'deviceTemplate',
  '/manage/setup/exceptions/:address': 'exception',
  '/manage/device-templates/:id/history/:version': { own: '1', foreign: '999' },
  '/supervise/organisations/:id': 'organisation',
  '/supervise/organisations/:id/managers/:account': 'manager',
  '/supervise/service/supervisors/:account': 'supervisor',
  '/account/passkeys/:passkey': 'passkey',
  '/account/sessions/:session': 'session',
  '/supervise/health/messages/:id': 'message',
  '/supervise/health/dead-letters/:id': 'deadLetter',
  '/supervise/health/outboxes/:ref': 'outbox',
}

/** What a page is asked about besides its path. */
const QUERIES: Record<string, (world: World) => string> = {
  '/manage/accounts/disable': ({ pairs }) => `?id=${pairs.account.own}`,
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
export const INSIDER: Record<RouteEntry['access'], Role> = {
  public: 'nobody',
  door: 'nobody',
  device: 'nobody',
  owner: 'owner',
  person: 'manager',
  manager: 'manager',
  supervisor: 'supervisor',
}

export type FoundForm = {
  action: string
  method: string
  /** What a browser would send. */
  fields: [string, string][]
  /** What could be ticked or chosen besides. */
  choices: [string, string][]
  /** Where its buttons lead, and what they say about themselves. */
  buttons: { action: string; field: [string, string] | null }[]
}

const unescapeHtml = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

const attribute = (tag: string, name: string) => {
  const match = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)
  return match ? unescapeHtml(match[1] ?? '') : null
}

/** The forms of a page of ours, as a browser without script would send them. */
export function findForms(html: string): FoundForm[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, head = '', body = '']) => {
    const action = attribute(head, 'action') ?? ''
    const fields: FoundForm['fields'] = []
    const choices: FoundForm['choices'] = []
    const add = (list: [string, string][], tag: string, value: string) => {
      const name = attribute(tag, 'name')
      if (name) list.push([name, value])
    }
    for (const [tag] of body.matchAll(/<input\b[^>]*>/g)) {
      const type = attribute(tag, 'type') ?? 'text'
      const open = /^(checkbox|radio)$/.test(type) && !/\schecked(?:=|\s|>|\/)/.test(tag)
      if (type !== 'file') add(open ? choices : fields, tag, attribute(tag, 'value') ?? '')
    }
    for (const [, tag = '', text = ''] of body.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g))
      add(fields, tag, unescapeHtml(text))
    for (const [, tag = '', options = ''] of body.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)) {
      const tags = [...options.matchAll(/<option\b[^>]*>/g)].map(([option]) => option)
      const chosen = tags.find((option) => /\sselected(?:=|\s|>)/.test(option)) ?? tags[0] ?? ''
      add(fields, tag, attribute(chosen, 'value') ?? '')
      for (const option of tags) if (option !== chosen) add(choices, tag, attribute(option, 'value') ?? '')
    }
    const buttons = [...body.matchAll(/<button\b[^>]*>/g)].map(([tag]): FoundForm['buttons'][number] => {
      const name = attribute(tag, 'name')
      const field = name ? ([name, attribute(tag, 'value') ?? ''] as [string, string]) : null
      return { action: attribute(tag, 'formaction') || action, field }
    })
    return { action, method: (attribute(head, 'method') ?? 'get').toUpperCase(), fields, choices, buttons }
  })
}

/** Every form on a page that its insider can open, with what stands in it. */
export async function collectForms(world: World, routes: RouteEntry[]): Promise<FoundForm[]> {
  const forms: FoundForm[] = []
  for (const { method, path, access } of routes) {
    if (method !== 'GET' || unknownParameters(path).length > 0) continue
    const page = await world.visitors[INSIDER[access]].get(ownPath(world, path))
    forms.push(...findForms(page.html))
  }
  return forms
}

/** Whether a filled path is of the pattern. */
export function isOf(pattern: string, path: string): boolean {
  const shape = pattern.replace(/:\w+(?:\{[^}]*\})?/g, '[^/]+')
  return new RegExp(`^${shape}$`).test(path.split('?')[0] ?? '')
}
