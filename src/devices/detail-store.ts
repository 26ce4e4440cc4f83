import { sql } from 'drizzle-orm'
import type { AuditAction, AuditDetail } from '../audit/index.ts'
import type { Locale } from '../kernel/locale.ts'
import type { Actor } from '../referee/index.ts'
import type { Database } from '../runtime/database.ts'
import { knownQuery, viewDevice } from './list-store.ts'
import type { DeviceDetail } from './list-types.ts'
import { askAll, type Question } from './raw-store.ts'

/** What only a device's own page shows. */
const MORE = sql.raw(`, d.imei AS imei, d.udid AS udid, d.phone_number AS phone_number, d.carrier AS carrier,
  d.agent_version AS agent_version, d.grant_id AS grant_id, d.check_in_seconds AS check_in_seconds,
  d.confirmed_at AS confirmed_at, d.silent_at AS silent_at, d.permissions AS permissions, d.note AS note,
  a.ref AS owner_ref, a.locale AS owner_locale, a.phone AS owner_phone, a.disabled_at AS owner_disabled_at`)

type Detail = {
  id: string
  imei: string | null
  udid: string | null
  phone_number: string | null
  carrier: string | null
  agent_version: string | null
  grant_id: string
  check_in_seconds: number
  confirmed_at: number | null
  silent_at: number | null
  permissions: string | null
  note: string
  owner_ref: string
  owner_locale: Locale
  owner_phone: string | null
  owner_disabled_at: number | null
}

const CERTIFICATES = 10
const HISTORY = 20

function certificatesQuery(
  organisationId: number,
  id: string,
): Question<DeviceDetail['certificates'][number]> {
  return {
    sql: sql`SELECT serial, subject, created_at AS createdAt, ends_at AS endsAt, revoked_at AS revokedAt, reason
      FROM issued_certificates WHERE organisation_id = ${organisationId} AND device_id = ${id}
      ORDER BY created_at DESC, serial DESC LIMIT ${CERTIFICATES}`,
  }
}

type HistoryRow = {
  id: string
  at: number
  kind: Actor['kind']
  actor: string
  action: AuditAction
  account: string | null
  detail: string
  name: string | null
  address: string | null
  role: string | null
}

function historyQuery(organisationId: number, id: string): Question<HistoryRow> {
  return {
    sql: sql`SELECT e.id AS id, e.at AS at, e.actor_kind AS kind, e.actor_id AS actor, e.action AS action,
        e.account_id AS account, e.detail AS detail, a.name AS name, a.address AS address, a.role AS role
      FROM audit AS e LEFT JOIN accounts AS a ON a.id = e.actor_id AND a.organisation_id IN (${organisationId}, 0)
      WHERE e.organisation_id = ${organisationId} AND e.device_id = ${id}
      ORDER BY e.at DESC, e.rowid DESC LIMIT ${HISTORY}`,
  }
}

/** One device with everything that stands on its page: one round trip. Null: none of this organisation. */
export async function readDetail(
  database: Database,
  organisationId: number,
  id: string,
): Promise<DeviceDetail | null> {
  const [[raw], certificates, history] = await askAll(database, [
    knownQuery<Detail>(organisationId, [id], MORE),
    certificatesQuery(organisationId, id),
    historyQuery(organisationId, id),
  ])
  if (!raw) return null
  const device = viewDevice(raw)
  return {
    ...device,
    owner: {
      ...device.owner,
      ref: raw.owner_ref,
      locale: raw.owner_locale,
      phone: raw.owner_phone,
      disabledAt: raw.owner_disabled_at,
    },
    manufacturer: raw.manufacturer,
    imei: raw.imei,
    udid: raw.udid,
    phoneNumber: raw.phone_number,
    carrier: raw.carrier,
    agentVersion: raw.agent_version,
    grantId: raw.grant_id,
    checkInSeconds: raw.check_in_seconds,
    confirmedAt: raw.confirmed_at,
    silentAt: raw.silent_at,
    permissions: raw.permissions === null ? null : (JSON.parse(raw.permissions) as Record<string, boolean>),
    note: raw.note,
    certificates,
    history: history.map(({ kind, actor, account, detail, id: entry, at, action }) => ({
      id: entry,
      organisationId,
      at,
      actor: { kind, id: actor },
      action,
      accountId: account,
      deviceId: id,
      detail: JSON.parse(detail) as AuditDetail,
    })),
    actors: [...new Map(history.map((row) => [row.actor, row])).values()].flatMap(
      ({ actor, name, address, role }) =>
        name === null || address === null || role === null ? [] : [{ id: actor, name, address, role }],
    ),
  }
}
