import { INVITATION_STATUSES, type InvitationFilter } from '../../invitations/index.ts'

export const INVITATIONS_PATH = '/manage/invitations'
export const NEW_INVITATIONS_PATH = `${INVITATIONS_PATH}/new`

export function invitationPath(id: string, act = ''): string {
  return `${INVITATIONS_PATH}/${encodeURIComponent(id)}${act && `/${act}`}`
}

/** What would happen to these accounts if they were invited. */
export function inviteePath(ids: string[]): string {
  return `${NEW_INVITATIONS_PATH}?${new URLSearchParams(ids.map((id) => ['id', id]))}`
}

export function jobPath(id: string): string {
  return `${INVITATIONS_PATH}/jobs/${encodeURIComponent(id)}`
}

/** How filters stand in addresses and forms. */
const NAMES = {
  search: 'q',
  status: 'status',
  jobId: 'job',
} as const satisfies Record<keyof InvitationFilter, string>

const FIELD_MAX = 120

/** What is not understood filters nothing. */
export function readFilter(read: (name: string) => string | undefined): InvitationFilter {
  const told = (name: string) => (read(name) ?? '').trim().slice(0, FIELD_MAX)
  return {
    search: told(NAMES.search),
    status: INVITATION_STATUSES.find((status) => status === told(NAMES.status)) ?? null,
    jobId: told(NAMES.jobId) || null,
  }
}

/** The filters that are set, as fields of a form. */
export function filterFields(filter: InvitationFilter): [string, string][] {
  return (Object.keys(NAMES) as (keyof InvitationFilter)[]).flatMap((key): [string, string][] => {
    const value = filter[key]
    return value === null || value === '' ? [] : [[NAMES[key], value]]
  })
}

/** The list with these filters, or at another `path` what keeps it fresh. */
export function listPath(filter: Partial<InvitationFilter>, path: string = INVITATIONS_PATH): string {
  const fields = filterFields({ search: '', status: null, jobId: null, ...filter })
  const query = new URLSearchParams(fields).toString()
  return query ? `${path}?${query}` : path
}
