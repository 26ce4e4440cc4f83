import { nameKey } from '../accounts/index.ts'
import { PAGE_SIZE } from '../kernel/paging.ts'
import type { InvitationFilter, InvitationStatus } from './types.ts'

export const NO_INVITATION_FILTER: InvitationFilter = { status: null, jobId: null, search: '' }

/** One index that is walked in its order. */
export type Walk =
  | { by: 'newest' }
  | { by: 'status'; value: InvitationStatus }
  | { by: 'job'; value: string }
  /** The people first, then each one's invitations. */
  | {
      by: 'found_name' | 'found_address'
      value: string
      /** People whose name begins so were found before. */
      except: string | null
    }

export type Plan = { walk: Walk; limit: number }[]

/** What the filter leaves out is read too: twice the page at most, with an account beside each row. */
const FILTERED_ROWS = 2 * PAGE_SIZE
/** Each row of a search is an account and an invitation, and there are two walks. */
const SEARCHED_ROWS = PAGE_SIZE

/**
 * Which indexes to walk, one after the other. A search walks the people whose name and then those whose address
 * begins so; what else is asked is checked on what that finds, within a bounded number.
 */
export function planList({ status, jobId, search }: InvitationFilter): Plan {
  const address = search.trim().toLowerCase()
  if (address !== '') {
    const name = nameKey(search)
    const byName: Walk[] = name === '' ? [] : [{ by: 'found_name', value: name, except: null }]
    const walks: Walk[] = [
      ...byName,
      { by: 'found_address', value: address, except: name === '' ? null : name },
    ]
    return walks.map((walk) => ({ walk, limit: SEARCHED_ROWS }))
  }
  if (jobId !== null)
    return [{ walk: { by: 'job', value: jobId }, limit: status ? FILTERED_ROWS : PAGE_SIZE + 1 }]
  if (status !== null) return [{ walk: { by: 'status', value: status }, limit: PAGE_SIZE + 1 }]
  return [{ walk: { by: 'newest' }, limit: PAGE_SIZE + 1 }]
}
