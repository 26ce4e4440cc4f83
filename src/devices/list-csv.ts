import type { Cell } from '../kernel/csv.ts'
import { type Instant, toIso } from '../kernel/time.ts'
import type { DeviceRow } from './list-types.ts'

/** The columns of an exported list, in its order. */
export const DEVICE_EXPORT_COLUMNS = [
  'id',
  'name',
  'model',
  'serial',
  'os_version',
  'platform',
  'ownership',
  'status',
  'owner_name',
  'owner_address',
  'registered',
  'last_connection',
  'template',
  'template_version',
  'template_newest',
  'not_responding_since',
  'not_responding_reason',
  'ended',
] as const

const iso = (at: Instant | null | undefined): Cell => (at === null || at === undefined ? null : toIso(at))

/** A row's cells in the order of the columns; `writeCsvLine` guards them against formulas. */
export function deviceCells(row: DeviceRow): Cell[] {
  const { owner, template, unresponsive } = row
  const reason = unresponsive?.reason
  const cells: Record<(typeof DEVICE_EXPORT_COLUMNS)[number], Cell> = {
    id: row.id,
    name: row.name,
    model: row.model,
    serial: row.serial,
    os_version: row.osVersion,
    platform: row.platform,
    ownership: row.ownership,
    status: row.status,
    owner_name: owner.name,
    owner_address: owner.address,
    registered: iso(row.registeredAt),
    last_connection: iso(row.lastSeenAt),
    template: template?.name ?? null,
    template_version: template?.version ?? null,
    template_newest: template?.offered ?? null,
    not_responding_since: iso(unresponsive?.since),
    not_responding_reason: reason?.kind === 'permissions' ? reason.names.join('; ') : (reason?.kind ?? null),
    ended: iso(row.endedAt),
  }
  return DEVICE_EXPORT_COLUMNS.map((column) => cells[column])
}
