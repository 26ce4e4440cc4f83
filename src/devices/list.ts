import { nameKey } from '../accounts/index.ts'
import { auditStatement, newEntry } from '../audit/index.ts'
import type { FieldProblems } from '../kernel/fields.ts'
import type { DeviceId } from '../kernel/ids.ts'
import { type Cursor, readCursor, writeCursor } from '../kernel/paging.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import type { Instant } from '../kernel/time.ts'
import type { Actor } from '../referee/index.ts'
import type { Bindings } from '../runtime/bindings.ts'
import { type Database, runBatch } from '../runtime/database.ts'
import { idsOf } from './bulk-rules.ts'
import { readDetail } from './detail-store.ts'
import { makeEnding } from './ending.ts'
import {
  CURSOR_LENGTH,
  countDevices,
  cutFound,
  isWhole,
  matchesFilter,
  matchesSearch,
  planDevices,
} from './list-rules.ts'
import * as store from './list-store.ts'
import type {
  BulkOutcome,
  DeleteRefusal,
  DeviceChanges,
  DeviceCounts,
  DeviceDetail,
  DeviceFilter,
  DeviceListRead,
  DeviceRow,
  DeviceView,
  NoteRefusal,
  RenewRefusal,
} from './list-types.ts'
import { makeNotes } from './notes.ts'
import { askAll } from './raw-store.ts'
import { makeRenewing } from './renewing.ts'
import { makeViews } from './views.ts'
import { viewsQuestion } from './views-store.ts'

/** Who does something, to which device of which organisation. */
export type DeviceAct = { organisationId: number; deviceId: DeviceId; actor: Actor; now: Instant }
/** The same to at most 50 of them; more are left out. */
export type DeviceBulkAct = Omit<DeviceAct, 'deviceId'> & { deviceIds: DeviceId[] }

/** What managers do with the devices of their organisation. Ids of elsewhere are `not_found`. */
export type DeviceList = {
  /** A page with its counts and the manager's saved views: one round trip. `accountId`: who asks. */
  list(input: {
    organisationId: number
    accountId: string
    filter: DeviceFilter
    after?: string | null
  }): Promise<DeviceListRead>
  /**
   * What changed at or after `since`, latest first: at most 100 rows, one round trip. `listed` belongs into the
   * list; who shows one of `left` drops it.
   */
  changedSince(organisationId: number, since: Instant, filter: DeviceFilter): Promise<DeviceChanges>
  counts(organisationId: number): Promise<DeviceCounts>
  /** Everything that stands on its page: one round trip. Null: none of this organisation. */
  find(organisationId: number, deviceId: DeviceId): Promise<DeviceDetail | null>
  /** Those of at most 50 ids that the organisation has, for a page that asks before a bulk act. */
  findMany(organisationId: number, deviceIds: DeviceId[]): Promise<DeviceRow[]>
  /** At most 2000 characters; unchanged text writes nothing. */
  saveNote(input: DeviceAct & { note: string }): Promise<Result<null, NoteRefusal>>
  /** Ends it: its credential and its certificates are dead. A slot's invitation is deactivated with it. */
  delete(input: DeviceAct): Promise<Result<null, DeleteRefusal>>
  deleteMany(input: DeviceBulkAct): Promise<BulkOutcome<DeleteRefusal>>
  /** Writes to the owner what is wrong and how to go on. Makes no invitation and changes no PIN or QR. */
  renew(input: DeviceAct): Promise<Result<null, RenewRefusal>>
  renewMany(input: DeviceBulkAct): Promise<BulkOutcome<RenewRefusal>>
  /** Everything that `list` would show, in pieces of 500 rows. Throws when it is too much to be complete. */
  exportCsv(organisationId: number, filter: DeviceFilter): AsyncGenerator<DeviceRow[]>
  /** Notes that somebody took a list away: before its first row leaves. */
  recordExport(input: {
    organisationId: number
    filter: DeviceFilter
    actor: Actor
    now: Instant
  }): Promise<void>
  listViews(account: { organisationId: number; id: string }): Promise<DeviceView[]>
  /**
   * Saves what `query` says under a name of at most 60 characters; the same name again replaces it. At most 20 a
   * person (`too_many`). Problems stand at `name`.
   */
  saveView(input: {
    organisationId: number
    accountId: string
    name: string
    query: string
    now: Instant
  }): Promise<Result<DeviceView, FieldProblems>>
  removeView(input: {
    organisationId: number
    accountId: string
    viewId: string
  }): Promise<Result<null, 'not_found'>>
}

export type DeviceListOptions = {
  database: Database
  provisionSessions: DurableObjectNamespace
  messages: Bindings['messages']
}

/** Rows that an export asks for at a time. */
const EXPORT_PAGE = 500
/** D1 answers a bounded number of questions a request; an export that would need more breaks off visibly. */
const EXPORT_PAGES = 800
/** A live list asks for this many changes at a time. */
const CHANGES = 100
/** `counts` looks at this many that are unresponsive. */
const COUNTED = 1000

export function makeDeviceList(options: DeviceListOptions): DeviceList {
  const { database } = options
  const renewMany = makeRenewing(options)
  const deleteMany = makeEnding(options)
  const one = ({ deviceId, ...act }: DeviceAct) => ({ ...act, deviceIds: [deviceId] })

  return {
    ...makeViews(database),
    saveNote: makeNotes(database),
    renewMany,
    deleteMany,
    renew: async (act) => firstOf(await renewMany(one(act))),
    delete: async (act) => firstOf(await deleteMany(one(act))),
    find: (organisationId, deviceId) => readDetail(database, organisationId, deviceId),

    async list({ organisationId, accountId, filter, ...input }) {
      const plan = planDevices(filter, nameKey(filter.search))
      const after = readCursor(input.after, CURSOR_LENGTH)
      const [found, views, totals] = await askAll(database, [
        store.walkQuery(organisationId, plan, after),
        viewsQuestion({ organisationId, accountId }),
        ...(after === null && isWhole(filter) ? [store.totalsQuery(organisationId)] : []),
      ] as const)
      const { rows, next } = cutFound(found.map(store.viewFound), plan)
      const unresponsive = rows.filter(({ status }) => status === 'unresponsive').length
      const counts = totals
        ? countDevices(totals, { unresponsive, more: unresponsive === rows.length && next !== null })
        : null
      return { page: { rows, next: next && writeCursor(next) }, counts, views }
    },

    async changedSince(organisationId, since, filter) {
      const ownerKey = nameKey(filter.search)
      const [raw] = await askAll(database, [store.changedQuery(organisationId, since, CHANGES)])
      const changes: DeviceChanges = { listed: [], left: [] }
      for (const row of raw) {
        const found = store.viewFound({ ...row, walk: 0 })
        if (!found.device) continue
        const listed = matchesFilter(found.device, filter) && matchesSearch(found, filter.search, ownerKey)
        changes[listed ? 'listed' : 'left'].push(found.device)
      }
      return changes
    },

    async counts(organisationId) {
      const [totals, [some]] = await askAll(database, [
        store.totalsQuery(organisationId),
        store.unresponsiveQuery(organisationId, COUNTED + 1),
      ])
      const counted = some?.counted ?? 0
      return countDevices(totals, { unresponsive: Math.min(counted, COUNTED), more: counted > COUNTED })
    },

    async findMany(organisationId, deviceIds) {
      const ids = idsOf(deviceIds)
      const [raw] = await askAll(database, [store.knownQuery<{ id: string }>(organisationId, ids)])
      const rows = new Map(raw.map((row) => [row.id, store.viewDevice(row)]))
      return ids.flatMap((id) => rows.get(id) ?? [])
    },

    async *exportCsv(organisationId, filter) {
      const plan = planDevices(filter, nameKey(filter.search), EXPORT_PAGE)
      let after: Cursor | null = null
      for (let pages = 0; pages < EXPORT_PAGES; pages++) {
        const [found] = await askAll(database, [store.walkQuery(organisationId, plan, after)])
        const { rows, next } = cutFound(found.map(store.viewFound), plan, EXPORT_PAGE)
        yield rows
        if (next === null) return
        after = next
      }
      throw new Error('the export has more devices than one request can carry')
    },

    async recordExport({ organisationId, filter, actor, now }) {
      const set = Object.entries(filter).filter(([, value]) => value !== null && value !== '')
      const detail = Object.fromEntries(set)
      const entry = newEntry({ organisationId, at: now, actor, action: 'devices.exported', detail })
      await runBatch(database, [auditStatement(database, entry)])
    },
  }
}

/** The outcome of an act on one device. */
function firstOf<Refusal extends string>({ refused: [one] }: BulkOutcome<Refusal>): Result<null, Refusal> {
  return one ? refuse(one.reason) : ok(null)
}
