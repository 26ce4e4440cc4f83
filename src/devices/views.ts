import type { FieldProblems } from '../kernel/fields.ts'
import { ID_BYTES, makeId } from '../kernel/ids.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { randomBytes } from '../kernel/secrets.ts'
import { isPrintable } from '../kernel/text.ts'
import type { Instant } from '../kernel/time.ts'
import type { Database } from '../runtime/database.ts'
import { readDeviceFilter, writeDeviceQuery } from './list-query.ts'
import type { DeviceView } from './list-types.ts'
import * as store from './views-store.ts'

export const VIEW_NAME_MAX = 60

/** What is wrong with a view's name. */
function problemOf(name: string): FieldProblems | null {
  if (name === '') return { name: { code: 'missing' } }
  if (name.length > VIEW_NAME_MAX) return { name: { code: 'too_long', limit: VIEW_NAME_MAX } }
  if (!isPrintable(name)) return { name: { code: 'not_text' } }
  return null
}

/** Filters of the list under names of their own; each manager has theirs, and nobody else sees them. */
export function makeViews(database: Database) {
  return {
    listViews: ({ organisationId, id }: { organisationId: number; id: string }): Promise<DeviceView[]> =>
      store.readViews(database, { organisationId, accountId: id }),

    async saveView(input: {
      organisationId: number
      accountId: string
      name: string
      query: string
      now: Instant
    }): Promise<Result<DeviceView, FieldProblems>> {
      const name = input.name.trim()
      const problems = problemOf(name)
      if (problems) return refuse(problems)
      const { organisationId, accountId } = input
      const owner = { organisationId, accountId }
      const query = writeDeviceQuery(readDeviceFilter(new URLSearchParams(input.query)))
      const known = await store.readViews(database, owner)
      const same = known.find((view) => view.name.toLowerCase() === name.toLowerCase())
      if (same) {
        const view = { id: same.id, name, query }
        await store.updateView(database, owner, view)
        return ok(view)
      }
      if (known.length >= store.VIEWS_MAX)
        return refuse({ name: { code: 'too_many', limit: store.VIEWS_MAX } })
      const view = { id: makeId('view', randomBytes(ID_BYTES)), name, query }
      await store.insertView(database, { ...view, ...owner, createdAt: input.now })
      return ok(view)
    },

    async removeView(input: {
      organisationId: number
      accountId: string
      viewId: string
    }): Promise<Result<null, 'not_found'>> {
      return (await store.deleteView(database, input, input.viewId)) ? ok(null) : refuse('not_found')
    },
  }
}
