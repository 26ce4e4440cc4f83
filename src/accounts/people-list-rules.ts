import { type Cursor, PAGE_SIZE } from '../kernel/paging.ts'
import { nameKey } from './rules.ts'
import type { AccountRole } from './types.ts'

/** What a manager sees of an account's state; deleted ones are not listed. */
export const PERSON_STATES = ['invited', 'unapproved', 'active', 'disabled'] as const
export type PersonState = (typeof PERSON_STATES)[number]

/** What the list can be narrowed to: a state, or those who asked for their account to be deleted. */
export const PERSON_FILTER_STATES = [...PERSON_STATES, 'leaving'] as const
export type PersonFilterState = (typeof PERSON_FILTER_STATES)[number]

export const PERSON_ROLES = ['device_owner', 'manager'] as const
export type PersonRole = (typeof PERSON_ROLES)[number]

export const PEOPLE_SORTS = ['newest', 'name', 'address'] as const
export type PeopleSort = (typeof PEOPLE_SORTS)[number]

/** What a manager looks for; null where it does not matter. Every one that is set must hold. */
export type PeopleFilter = {
  /** What a name or an address begins with; empty: anything. It decides the order. */
  search: string
  state: PersonFilterState | null
  role: PersonRole | null
  templateId: string | null
  group: string | null
  sort: PeopleSort
}

export const NO_FILTER: PeopleFilter = {
  search: '',
  state: null,
  role: null,
  templateId: null,
  group: null,
  sort: 'newest',
}

/** A line of the list. */
export type Person = {
  id: string
  name: string
  nameKey: string
  /** Where mail goes. */
  address: string
  /** What a search found: one of the account's addresses. */
  matched: string
  phone: string | null
  locale: string
  role: AccountRole
  state: PersonState | 'deleted'
  templateId: string
  groups: string[]
  disabledAt: number | null
  deletionAskedAt: number | null
  createdAt: number
}

/** One index that is walked in its order: the row's sort value, then its id. */
export type Walk =
  | { by: 'newest' | 'name' | 'address' | 'disabled' | 'leaving' }
  | { by: 'state'; value: PersonState }
  | { by: 'role'; value: PersonRole }
  | { by: 'template'; value: string }
  | { by: 'found_name' | 'found_address'; value: string }

export type ListPlan = {
  /** Walked one after the other. */
  walks: Walk[]
  /** How many rows a walk reads at most. */
  limitOf(walk: Walk): number
  matches(person: Person, walk: Walk): boolean
}

/** What the filters leave out is read too: three times the page at most. */
const READ_FACTOR = 3
/** Each address that is found costs three rows: itself, its account, and whether another one was found before. */
const ADDRESS_FACTOR = 0.8

/**
 * Which index to walk. A search walks the names and then the addresses that begin so; else the order or the
 * filter that usually leaves the fewest decides. The other filters are checked on what that finds, within a
 * bounded number, so that no combination reads more than a few pages.
 */
export function planList(filter: PeopleFilter, size = PAGE_SIZE): ListPlan {
  const walks = chooseWalks(filter)
  const [first] = walks
  const { state, role, templateId, group } = filter
  const covered = first?.by === 'disabled' || first?.by === 'leaving' ? 'state' : first?.by
  const left = Object.entries({ state, role, template: templateId, group }).filter(
    ([name, value]) => value !== null && (name !== covered || value === 'active'),
  )
  const name = nameKey(filter.search)
  return {
    walks,
    limitOf: (walk) =>
      walk.by === 'found_address'
        ? Math.floor(ADDRESS_FACTOR * size)
        : left.length === 0
          ? size + 1
          : Math.floor((READ_FACTOR * size) / walks.length),
    matches: (person, walk) =>
      person.state !== 'deleted' &&
      (state === null || (state === 'leaving' ? person.deletionAskedAt !== null : person.state === state)) &&
      (role === null || person.role === role) &&
      (templateId === null || person.templateId === templateId) &&
      (group === null || person.groups.some((one) => one.toLowerCase() === group.toLowerCase())) &&
      !(walk.by === 'found_address' && name !== '' && person.nameKey.startsWith(name)),
  }
}

function chooseWalks({ search, state, role, templateId, sort }: PeopleFilter): Walk[] {
  const address = search.trim().toLowerCase()
  if (address !== '') {
    const name = nameKey(search)
    const found: Walk[] = name === '' ? [] : [{ by: 'found_name', value: name }]
    return [...found, { by: 'found_address', value: address }]
  }
  if (sort !== 'newest') return [{ by: sort }]
  if (state === 'disabled' || state === 'leaving') return [{ by: state }]
  if (state === 'unapproved' || state === 'invited') return [{ by: 'state', value: state }]
  if (role === 'manager') return [{ by: 'role', value: role }]
  if (templateId !== null) return [{ by: 'template', value: templateId }]
  if (state !== null) return [{ by: 'state', value: state }]
  if (role !== null) return [{ by: 'role', value: role }]
  return [{ by: 'newest' }]
}

/** Where in a walk a row stands. */
export function positionIn(walk: Walk, person: Person): Cursor {
  switch (walk.by) {
    case 'name':
    case 'found_name':
      return [walk.by, person.nameKey, person.id]
    case 'address':
      return [walk.by, person.address, person.id]
    case 'found_address':
      return [walk.by, person.matched, person.id]
    case 'disabled':
      return [walk.by, person.disabledAt, person.id]
    case 'leaving':
      return [walk.by, person.deletionAskedAt, person.id]
    default:
      return [walk.by, person.createdAt, person.id]
  }
}

export type Found = { walk: Walk; people: Person[] }

/**
 * One page out of what the walks found. A walk that reached its limit hides what comes after it. `next` is null
 * at the end; a short page with one says that reading was cut there.
 */
export function mergeWalks(
  found: Found[],
  plan: ListPlan,
  size = PAGE_SIZE,
): { people: Person[]; next: Cursor | null } {
  const matching: Found['people'] = []
  const places: Cursor[] = []
  let end: Cursor | null = null
  for (const { walk, people } of found) {
    for (const person of people) {
      if (!plan.matches(person, walk)) continue
      matching.push(person)
      places.push(positionIn(walk, person))
    }
    const last = people.at(-1)
    if (last && people.length >= plan.limitOf(walk)) {
      end = positionIn(walk, last)
      break
    }
  }
  const cut = places[size - 1]
  return { people: matching.slice(0, size), next: matching.length > size && cut ? cut : end }
}
