import { type SQL, sql } from 'drizzle-orm'
import type { Ownership } from '../kernel/ownership.ts'
import type { Cursor } from '../kernel/paging.ts'
import type { Platform, Reports } from '../kernel/platform.ts'
import { LAST_CHARACTER } from '../kernel/text.ts'
import { type Found, type ListPlan, nameOf, type Walk } from './list-rules.ts'
import type { DeviceRow } from './list-types.ts'
import type { Question } from './raw-store.ts'
import type { DeviceStatus, DeviceTotal, Unresponsiveness } from './types.ts'

/** What is read of a device (`d`), its owner (`a`) and its template (`t`); every name once, as a batch wants it. */
const COLUMNS =
  sql.raw(`d.id AS id, d.rowid AS place, d.name AS name, d.name_key AS name_key, d.model AS model,
  d.serial AS serial, d.manufacturer AS manufacturer, d.os_version AS os_version, d.platform AS platform,
  d.ownership AS ownership, d.status AS status, d.reports AS reports, d.registered_at AS registered_at,
  d.delivered_at AS delivered_at, d.confirmed_by AS confirmed_by, d.ended_at AS ended_at,
  d.ended_reason AS ended_reason, d.last_seen_at AS last_seen_at, d.template_id AS template_id,
  d.template_version AS template_version, t.name AS template_name, t.version AS template_offered,
  d.unresponsive_since AS unresponsive_since, d.unresponsive_reason AS unresponsive_reason,
  d.invitation_id AS invitation_id, d.changed_at AS changed_at, a.id AS owner_id, a.name AS owner_name,
  a.name_key AS owner_key, a.address AS owner_address`)

/** CROSS keeps SQLite at the device's index: the order comes from there. */
const FROM_DEVICES = sql.raw(`FROM devices AS d CROSS JOIN accounts AS a ON a.id = d.account_id
  LEFT JOIN device_templates AS t ON t.id = d.template_id`)
/**
 * Owners in the order of one of their indexes, each with its devices: those without any count as read too. The
 * index of accounts brings an owner's devices by their row ids.
 */
const FROM_OWNERS =
  sql.raw(`FROM accounts AS a LEFT JOIN devices AS d INDEXED BY devices_account ON d.account_id = a.id
  LEFT JOIN device_templates AS t ON t.id = d.template_id`)

export type RawRow = {
  id: string | null
  place: number | null
  name: string | null
  name_key: string | null
  model: string | null
  serial: string | null
  manufacturer: string | null
  os_version: string | null
  platform: Platform | null
  ownership: Ownership
  status: DeviceStatus
  reports: Reports
  registered_at: number
  delivered_at: number | null
  confirmed_by: 'device' | 'owner' | null
  ended_at: number | null
  ended_reason: string | null
  last_seen_at: number | null
  template_id: string | null
  template_version: number
  template_name: string | null
  template_offered: number | null
  unresponsive_since: number | null
  unresponsive_reason: string | null
  invitation_id: string | null
  changed_at: number
  owner_id: string
  owner_name: string
  owner_key: string
  owner_address: string
}

function selectDevices(more: SQL = sql``): SQL {
  return sql`SELECT ${COLUMNS} ${more}`
}

export function viewDevice(raw: RawRow & { id: string }): DeviceRow {
  const { template_id: templateId, unresponsive_since: since } = raw
  return {
    id: raw.id,
    name: raw.name,
    model: raw.model,
    serial: raw.serial,
    osVersion: raw.os_version,
    platform: raw.platform,
    owner: { id: raw.owner_id, name: raw.owner_name, address: raw.owner_address },
    ownership: raw.ownership,
    status: raw.status,
    factsKnown: [raw.name, raw.model, raw.serial, raw.os_version].some((fact) => fact !== null),
    reports: raw.reports,
    registeredAt: raw.registered_at,
    deliveredAt: raw.delivered_at,
    confirmedBy: raw.confirmed_by,
    endedAt: raw.ended_at,
    endedReason: raw.ended_reason,
    lastSeenAt: raw.last_seen_at,
    template:
      templateId === null
        ? null
        : {
            id: templateId,
            name: raw.template_name ?? '',
            version: raw.template_version,
            offered: raw.template_offered ?? raw.template_version,
          },
    unresponsive:
      raw.status !== 'unresponsive' || since === null
        ? null
        : { since, reason: readReason(raw.unresponsive_reason) },
    invitationId: raw.invitation_id,
    changedAt: raw.changed_at,
  }
}

function readReason(json: string | null): Unresponsiveness {
  return json === null ? { kind: 'silent' } : (JSON.parse(json) as Unresponsiveness)
}

export function viewFound(raw: RawRow & { walk: number }): Found {
  const { id, place, walk } = raw
  return {
    walk,
    device: id === null ? null : viewDevice({ ...raw, id }),
    place,
    nameKey: raw.name_key ?? '',
    owner: { id: raw.owner_id, address: raw.owner_address, key: raw.owner_key },
  }
}

/**
 * The rows that the walks find from `after` on, at most `plan.limit` of all: one statement, in which a walk begins
 * when the one before it has ended.
 */
export function walkQuery(
  organisationId: number,
  plan: ListPlan,
  after: Cursor | null,
): Question<RawRow & { walk: number }> {
  const begin = after ? plan.walks.findIndex((walk) => nameOf(walk) === after[0]) : 0
  const known = begin >= 0 ? after : null
  const arms = plan.walks.flatMap((walk, index) =>
    index < begin
      ? []
      : armsOf(walk, organisationId, index === begin ? known : null, plan.limit).map(
          (arm) => sql`SELECT ${sql.raw(String(index))} AS walk, * FROM (${arm})`,
        ),
  )
  return { sql: sql`${sql.join(arms, sql` UNION ALL `)} LIMIT ${plan.limit}` }
}

/** What one walk reads, in order; each arm has a limit of its own, without which SQLite drops its order. */
function armsOf(walk: Walk, organisationId: number, after: Cursor | null, limit: number): SQL[] {
  const own = sql`d.organisation_id = ${organisationId}`
  const [, one = null, other = null, third = null] = after ?? []
  const device = (where: SQL, order: string) => [
    sql`${selectDevices()} ${FROM_DEVICES} WHERE ${where} ORDER BY ${sql.raw(order)} LIMIT ${limit}`,
  ]
  const since = (column: string) => (after ? sql`(${sql.raw(column)}) < (${one}, ${other})` : sql`1`)
  const beyond = (column: string) => (after ? sql`(${sql.raw(column)}) > (${one}, ${other})` : sql`1`)
  // The cursor lies behind the beginning of what is searched: both together would keep the index from being used.
  const range = (column: string, tie: string, value: string) => {
    const from = after ? beyond(`${column}, ${tie}`) : sql`${sql.raw(column)} >= ${value}`
    return sql`${from} AND ${sql.raw(column)} < ${value + LAST_CHARACTER}`
  }
  const owners = (column: string, value: string) => {
    const rest =
      after && third !== null
        ? [
            sql`${selectDevices()} ${FROM_DEVICES} WHERE d.account_id = ${other} AND +${own} AND d.rowid > ${third}
              ORDER BY d.rowid LIMIT ${limit}`,
          ]
        : []
    return [
      ...rest,
      sql`${selectDevices()} ${FROM_OWNERS} WHERE a.organisation_id = ${organisationId}
        AND ${range(column, 'a.id', value)} ORDER BY ${sql.raw(column)}, a.id LIMIT ${limit}`,
    ]
  }
  switch (walk.by) {
    case 'statuses': {
      const arms = walk.values.map(
        (value) => sql`${selectDevices()} ${FROM_DEVICES}
          WHERE ${own} AND d.status = ${value} AND ${since('d.registered_at, d.id')}`,
      )
      return [sql`${sql.join(arms, sql` UNION ALL `)} ORDER BY registered_at DESC, id DESC LIMIT ${limit}`]
    }
    case 'platform':
      return device(
        sql`${own} AND d.platform = ${walk.value} AND ${since('d.registered_at, d.id')}`,
        'd.registered_at DESC, d.id DESC',
      )
    case 'owner':
      return device(
        sql`+${own} AND d.account_id = ${walk.value} ${after ? sql`AND d.rowid < ${one}` : sql``}`,
        'd.rowid DESC',
      )
    case 'named': {
      const from = after ? beyond('d.name_key, d.id') : sql`d.name_key > ''`
      return device(sql`${own} AND ${from}`, 'd.name_key, d.id')
    }
    case 'unnamed':
      return device(sql`${own} AND d.name_key = '' ${after ? sql`AND d.id > ${one}` : sql``}`, 'd.id')
    case 'seen': {
      const from = after ? since('d.last_seen_at, d.id') : sql`d.last_seen_at IS NOT NULL`
      return device(sql`${own} AND ${from}`, 'd.last_seen_at DESC, d.id DESC')
    }
    case 'unseen':
      return device(
        sql`${own} AND d.last_seen_at IS NULL ${after ? sql`AND d.id < ${one}` : sql``}`,
        'd.id DESC',
      )
    case 'found_name':
      return device(sql`${own} AND ${range('d.name_key', 'd.id', walk.value)}`, 'd.name_key, d.id')
    case 'found_serial':
    case 'found_typed_serial':
      return device(sql`${own} AND ${range('d.serial', 'd.rowid', walk.value)}`, 'd.serial, d.rowid')
    case 'found_owner':
      return owners('a.name_key', walk.value)
    case 'found_address':
      return owners('a.address', walk.value)
  }
}

export function totalsQuery(organisationId: number): Question<DeviceTotal> {
  return {
    sql: sql`SELECT platform, lifecycle, count FROM device_totals
      WHERE organisation_id = ${organisationId} AND count > 0`,
  }
}

/** How many are unresponsive, of at most `most`: read from the index alone. */
export function unresponsiveQuery(organisationId: number, most: number): Question<{ counted: number }> {
  return {
    sql: sql`SELECT count(*) AS counted FROM (SELECT 1 FROM devices WHERE organisation_id = ${organisationId}
      AND status = 'unresponsive' LIMIT ${most})`,
  }
}

/** What changed, the latest first. */
export function changedQuery(organisationId: number, since: number, limit: number): Question<RawRow> {
  return {
    sql: sql`${selectDevices()} ${FROM_DEVICES} WHERE d.organisation_id = ${organisationId}
      AND d.changed_at >= ${since} ORDER BY d.changed_at DESC, d.rowid DESC LIMIT ${limit}`,
  }
}

/** Those of the ids that the organisation has. Found by id: `+` keeps SQLite off the larger index. */
export function knownQuery<More>(organisationId: number, ids: string[], more?: SQL): Question<RawRow & More> {
  return {
    sql: sql`${selectDevices(more)} ${FROM_DEVICES} WHERE +d.organisation_id = ${organisationId}
      AND d.id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
  }
}
