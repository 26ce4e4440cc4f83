import {
  NO_FILTER,
  PEOPLE_SORTS,
  PERSON_FILTER_STATES,
  PERSON_ROLES,
  type PeopleFilter,
} from '../../accounts/index.ts'

export const PEOPLE_PATH = '/manage/accounts'

export function personPath(id: string, act = ''): string {
  return `${PEOPLE_PATH}/${encodeURIComponent(id)}${act && `/${act}`}`
}

export function codePath(id: string, grantId: string): string {
  return personPath(id, `codes/${encodeURIComponent(grantId)}`)
}

/** How filters stand in addresses and forms. */
const NAMES = {
  search: 'q',
  state: 'state',
  role: 'role',
  templateId: 'template',
  group: 'group',
  sort: 'sort',
} as const satisfies Record<keyof PeopleFilter, string>

const FIELD_MAX = 120

/** What is not understood filters nothing. */
export function readFilter(read: (name: string) => string | undefined): PeopleFilter {
  const told = (name: string) => (read(name) ?? '').trim().slice(0, FIELD_MAX)
  return {
    search: told(NAMES.search),
    state: PERSON_FILTER_STATES.find((state) => state === told(NAMES.state)) ?? null,
    role: PERSON_ROLES.find((role) => role === told(NAMES.role)) ?? null,
    templateId: told(NAMES.templateId) || null,
    group: told(NAMES.group) || null,
    sort: PEOPLE_SORTS.find((sort) => sort === told(NAMES.sort)) ?? NO_FILTER.sort,
  }
}

/** The filters that are set, as fields of a form. */
export function filterFields(filter: PeopleFilter): [string, string][] {
  return (Object.keys(NAMES) as (keyof PeopleFilter)[]).flatMap((key): [string, string][] => {
    const value = filter[key]
    return value === null || value === NO_FILTER[key] ? [] : [[NAMES[key], value]]
  })
}

/** The list with these filters. */
export function listPath(filter: PeopleFilter): string {
  const query = new URLSearchParams(filterFields(filter)).toString()
  return query ? `${PEOPLE_PATH}?${query}` : PEOPLE_PATH
}
