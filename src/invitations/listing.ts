import { nameKey } from '../accounts/index.ts'
import { type Cursor, PAGE_SIZE, readCursor, writeCursor } from '../kernel/paging.ts'
import { NO_INVITATION_FILTER, planList } from './list-rules.ts'
import * as store from './list-store.ts'
import type { Invitations, InvitationsOptions } from './service.ts'
import type { ListedInvitation } from './types.ts'
import { walkInvitations } from './walk-store.ts'

const CHANGED_MAX = 100
const OF_ACCOUNT_MAX = 20

/** What managers see of invitations. */
export function makeListing({
  database,
}: InvitationsOptions): Pick<Invitations, 'find' | 'list' | 'changedSince' | 'board' | 'ofAccount'> {
  return {
    find: (organisationId, id) => store.findInvitation(database, organisationId, id),

    async list(organisationId, filter, afterText) {
      const plan = planList(filter)
      const searching = plan.some(({ walk }) => walk.by === 'found_address')
      const after = readCursor(afterText, searching ? 5 : 3)
      const begin = after ? plan.findIndex(({ walk }) => walk.by === after[0]) : -1
      const left = plan.slice(Math.max(begin, 0))
      const from = begin < 0 ? null : after
      const found = await walkInvitations(database, organisationId, left, filter, from)
      const rows: ListedInvitation[] = []
      const places: Cursor[] = []
      let end: Cursor | null = null
      for (const [index, walked] of found.entries()) {
        for (const { place, invitation } of walked) {
          if (!invitation || (filter.status !== null && invitation.status !== filter.status)) continue
          rows.push(invitation)
          places.push(place)
        }
        // What comes after a walk that was cut is the next page's.
        if (walked.length >= (left[index]?.limit ?? 0)) {
          end = walked.at(-1)?.place ?? null
          break
        }
      }
      const cut = places[PAGE_SIZE - 1]
      const next = rows.length > PAGE_SIZE && cut ? cut : end
      return { rows: rows.slice(0, PAGE_SIZE), next: next && writeCursor(next) }
    },

    changedSince: (organisationId, since, filter = NO_INVITATION_FILTER) =>
      store.listChanged(database, organisationId, since, filter, nameKey(filter.search), CHANGED_MAX),

    board: (organisationId) => store.readBoard(database, organisationId),

    ofAccount: (organisationId, accountId) =>
      store.listOf(database, organisationId, accountId, OF_ACCOUNT_MAX),
  }
}
