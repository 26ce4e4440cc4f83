import type { Role, RouteLine } from './world.ts'

/** Which pages there are to walk: from the app's own route table, so that a new one cannot be forgotten. */

/** By the beginning of a path: what stands in the place of its parameters; by a whole path, as `?`, its query. */
export type Places = Record<string, Record<string, string>>

/** An address for the route; throws where nobody has said what its parameters are. */
export function fillPath(path: string, places: Places): string {
  if (!path.includes(':')) return path + (places[path]?.['?'] ?? '')
  const known = Object.keys(places)
    .filter((begin) => path.startsWith(begin))
    .sort((one, other) => other.length - one.length)[0]
  return path.replaceAll(/:(\w+)/g, (_all, name: string) => {
    const value = places[known ?? '']?.[name]
    if (!value) throw new Error(`${path}: nobody has said what ${name} is in this world`)
    return encodeURIComponent(value)
  })
}

/** In whose name a route is visited. Null: the wizard's, which has tests of its own. */
export function visitorOf(route: RouteLine): Role | null {
  switch (route.access) {
    case 'manager':
      return 'manager'
    case 'person':
      // A part of a page, which its script fetches.
      if (route.path.endsWith('/status')) return null
      return /^\/(portal|link)\b/.test(route.path) ? 'owner' : 'manager'
    case 'supervisor':
      return 'supervisor'
    case 'public':
      return /^\/(sign-in|supervise)/.test(route.path) ? 'nobody' : null
    default:
      return null
  }
}
