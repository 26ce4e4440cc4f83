import { type SQL, sql } from 'drizzle-orm'
import type { OwnershipDefault } from '../kernel/ownership.ts'
import type { Database, Statement } from '../runtime/database.ts'
import type { OwnedCertificate, OwnedDevice } from './owned-types.ts'
import { askAll, type Question } from './raw-store.ts'
import { nameKeyOf } from './rules.ts'
import { devices } from './schema.ts'
import type { Unresponsiveness } from './types.ts'

/** Whose devices: of no other account, and of no other organisation. */
export type Owner = { organisationId: number; accountId: string }

/** Every name once, as a batch wants it. A device that was never finished took nobody's place. */
const COLUMNS = sql.raw(`d.rowid AS place, d.id AS id, d.name AS name, d.name_given AS nameGiven,
  d.platform AS platform, d.status AS status, d.lifecycle AS lifecycle, d.ownership AS ownership,
  d.reports AS reports, d.registered_at AS registeredAt, d.confirmed_at AS confirmedAt,
  d.delivered_at AS deliveredAt, d.last_seen_at AS lastSeenAt, d.ended_at AS endedAt,
  d.ended_reason AS endedReason, d.model AS model, d.manufacturer AS manufacturer, d.os_version AS osVersion,
  d.serial AS serial, d.imei AS imei, d.udid AS udid, d.phone_number AS phoneNumber, d.carrier AS carrier,
  d.agent_version AS agentVersion, d.check_in_seconds AS checkInSeconds, d.template_id AS templateId,
  d.template_version AS templateVersion, d.epoch AS epoch, d.replaces_device_id AS replacesDeviceId,
  d.unresponsive_since AS unresponsiveSince, d.unresponsive_reason AS unresponsiveReason,
  (SELECT r.id FROM devices AS r WHERE r.replaces_device_id = d.id AND r.account_id = d.account_id
    AND (r.confirmed_at IS NOT NULL OR r.lifecycle = 'pending')
    ORDER BY r.confirmed_at IS NULL, r.rowid DESC LIMIT 1) AS replacedByDeviceId`)

type RawDevice = Omit<OwnedDevice, 'nameGiven' | 'unresponsive'> & {
  place: number
  nameGiven: number
  unresponsiveSince: number | null
  unresponsiveReason: string | null
}

function viewOwned(raw: RawDevice): OwnedDevice {
  const { place: _, nameGiven, unresponsiveSince: since, unresponsiveReason: reason, ...device } = raw
  return {
    ...device,
    nameGiven: nameGiven === 1,
    unresponsive:
      device.status !== 'unresponsive' || since === null
        ? null
        : { since, reason: reason === null ? { kind: 'silent' } : (JSON.parse(reason) as Unresponsiveness) },
  }
}

/**
 * Slots left out. `+` keeps SQLite off the index of the organisation, which may hold a million devices: an account's
 * are found by the account.
 */
const ownedBy = ({ organisationId, accountId }: Owner): SQL =>
  sql`d.account_id = ${accountId} AND +d.organisation_id = ${organisationId} AND d.platform IS NOT NULL`

/**
 * The newest `limit` devices of an account below `before`, ended ones included, each with its place in that order.
 * Row ids rise with registration and come in order from the index.
 */
export async function readOwnedDevices(
  database: Database,
  owner: Owner,
  before: number | null,
  limit: number,
): Promise<{ place: number; device: OwnedDevice }[]> {
  const below = before === null ? sql`` : sql`AND d.rowid < ${before}`
  const question: Question<RawDevice> = {
    sql: sql`SELECT ${COLUMNS} FROM devices AS d INDEXED BY devices_account
      WHERE ${ownedBy(owner)} ${below} ORDER BY d.rowid DESC LIMIT ${limit}`,
  }
  const [rows] = await askAll(database, [question])
  return rows.map((raw) => ({ place: raw.place, device: viewOwned(raw) }))
}

function deviceQuestion<More = object>(
  owner: Owner,
  id: string,
  more: SQL = sql``,
): Question<RawDevice & More> {
  return {
    sql: sql`SELECT ${COLUMNS} ${more} FROM devices AS d
      LEFT JOIN device_templates AS t ON t.id = d.template_id
      WHERE d.id = ${id} AND +d.account_id = ${owner.accountId} AND +d.organisation_id = ${owner.organisationId}
        AND d.platform IS NOT NULL`,
  }
}

/** A device of this account; null for any other. */
export async function readOwnedDevice(
  database: Database,
  owner: Owner,
  id: string,
): Promise<OwnedDevice | null> {
  const [[raw]] = await askAll(database, [deviceQuestion(owner, id)])
  return raw ? viewOwned(raw) : null
}

type TemplateColumns = {
  templateName: string
  templateOffered: number
  templateOwnership: OwnershipDefault
  templateChoosable: number
}

const TEMPLATE = sql.raw(`, t.name AS templateName, t.version AS templateOffered,
  t.default_ownership AS templateOwnership, t.ownership_choosable AS templateChoosable`)

const CERTIFICATES = 10

/** The same with what its template says, and its newest certificates: one round trip. */
export async function readOwnedDetail(database: Database, owner: Owner, id: string) {
  const certificates: Question<OwnedCertificate> = {
    sql: sql`SELECT serial, subject, created_at AS createdAt, ends_at AS endsAt, revoked_at AS revokedAt
      FROM issued_certificates
      WHERE organisation_id = ${owner.organisationId} AND device_id = ${id}
      ORDER BY created_at DESC, serial DESC LIMIT ${CERTIFICATES}`,
  }
  const [[raw], issued] = await askAll(database, [
    deviceQuestion<TemplateColumns>(owner, id, TEMPLATE),
    certificates,
  ])
  if (!raw) return null
  const { templateName, templateOffered, templateOwnership, templateChoosable, ...device } = raw
  return {
    device: viewOwned(device),
    template: { name: templateName, offered: templateOffered },
    ownership: { default: templateOwnership, choosable: templateChoosable === 1 },
    certificates: issued,
  }
}

/** `given`: the owner's word; else the device may say again what it is called. */
export function nameStatement(
  database: Database,
  owner: Owner,
  { id, name, now }: { id: string; name: string | null; now: number },
): Statement {
  return database
    .update(devices)
    .set({ name, nameKey: nameKeyOf(name), nameGiven: name !== null, changedAt: now })
    .where(
      sql`${devices.id} = ${id} AND ${devices.accountId} = ${owner.accountId}
        AND ${devices.organisationId} = ${owner.organisationId}`,
    )
}
