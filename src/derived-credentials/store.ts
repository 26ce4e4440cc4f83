import { and, desc, eq, inArray, lte, ne, type SQL, sql } from 'drizzle-orm'
import { issuedCertificates } from '../certificates/schema.ts'
import { devices } from '../devices/schema.ts'
import { type Instant, MINUTE } from '../kernel/time.ts'
import { service } from '../organisations/schema.ts'
import type { Database, Statement } from '../runtime/database.ts'
import { REPEAT_TIME, shownState } from './rules.ts'
import { derivedCredentials as derived } from './schema.ts'
import type { DerivedCredential } from './types.ts'

/** Whose: of no other account, and of no other organisation. */
export type Whose = { organisationId: number; accountId: string }

type Row = typeof derived.$inferSelect

function view(row: Row, revokedAt: Instant | null, now: Instant): DerivedCredential {
  const { id, deviceId, kind, serial, createdAt, finishedAt, endsAt } = row
  return {
    ...{ id, deviceId, kind, serial, createdAt, finishedAt, endsAt },
    state: shownState({ state: row.state, endsAt, revokedAt }, now),
  }
}

const ofCertificate = and(
  eq(issuedCertificates.serial, derived.serial),
  eq(issuedCertificates.organisationId, derived.organisationId),
)
/** Those of the device as it is set up now; the one that was issued before anything newer that was not. */
const presentFirst: SQL[] = [desc(sql`${derived.state} = 'issued'`), desc(derived.createdAt)]

/**
 * What an account has for its device as the device is set up now, to be run in a batch with other questions: no two
 * columns have one name. No rows for none, and for another's device.
 */
export function presentQuery(database: Database, { organisationId, accountId }: Whose, deviceId: string) {
  return database
    .select({ row: derived, revokedAt: issuedCertificates.revokedAt })
    .from(derived)
    .innerJoin(devices, and(eq(devices.id, derived.deviceId), eq(devices.epoch, derived.epoch)))
    .leftJoin(issuedCertificates, ofCertificate)
    .where(
      and(
        eq(derived.organisationId, organisationId),
        eq(derived.accountId, accountId),
        eq(derived.deviceId, deviceId),
      ),
    )
    .orderBy(...presentFirst)
    .limit(1)
}

type PresentRow = Awaited<ReturnType<typeof presentQuery>>[number]

/** What `presentQuery` found. */
export function viewPresent([found]: PresentRow[], now: Instant): DerivedCredential | null {
  return found ? view(found.row, found.revokedAt, now) : null
}

/** The device, what it has, and what requests to the module are signed with: one read. Null for another's device. */
export async function readGround(
  database: Database,
  { organisationId, accountId }: Whose,
  deviceId: string,
  now: Instant,
) {
  const [found] = await database
    .select({
      device: { lifecycle: devices.lifecycle, epoch: devices.epoch, platform: devices.platform },
      row: derived,
      revokedAt: issuedCertificates.revokedAt,
      sealedSecret: service.derivedCredentialSecret,
    })
    .from(devices)
    .innerJoin(service, eq(service.id, 1))
    .leftJoin(derived, and(eq(derived.deviceId, devices.id), eq(derived.epoch, devices.epoch)))
    .leftJoin(issuedCertificates, ofCertificate)
    .where(
      and(
        eq(devices.id, deviceId),
        eq(devices.organisationId, organisationId),
        eq(devices.accountId, accountId),
      ),
    )
    .orderBy(...presentFirst)
    .limit(1)
  if (!found) return null
  const { device, row, revokedAt, sealedSecret } = found
  return { device, present: row && view(row, revokedAt, now), sealedSecret }
}

/** What was begun with a state of this account, its device, and what the module signs with. */
export async function readReturn(
  database: Database,
  { organisationId, accountId }: Whose,
  secretHash: string,
) {
  const [found] = await database
    .select({
      row: derived,
      device: { lifecycle: devices.lifecycle, epoch: devices.epoch },
      sealedSecret: service.derivedCredentialSecret,
    })
    .from(derived)
    .innerJoin(devices, eq(devices.id, derived.deviceId))
    .innerJoin(service, eq(service.id, 1))
    .where(
      and(
        eq(derived.secretHash, secretHash),
        eq(derived.organisationId, organisationId),
        eq(derived.accountId, accountId),
        eq(derived.kind, 'external'),
      ),
    )
    .limit(1)
  if (!found) return null
  const { row, device, sealedSecret } = found
  return { row, sealedSecret, holds: device.lifecycle === 'active' && device.epoch === row.epoch }
}

/** Whether the account has such a row at all: tells a download that is over from one that never was. */
export async function isKnown(
  database: Database,
  { organisationId, accountId }: Whose,
  { id, deviceId }: { id: string; deviceId: string },
): Promise<boolean> {
  const found = await database
    .select({ id: derived.id })
    .from(derived)
    .where(
      and(
        eq(derived.id, id),
        eq(derived.organisationId, organisationId),
        eq(derived.accountId, accountId),
        eq(derived.deviceId, deviceId),
      ),
    )
    .limit(1)
  return found.length > 0
}

type Begun = Omit<Row, 'state' | 'serial' | 'finishedAt' | 'endsAt' | 'changedAt'>

/** Begins one. What was begun for the device before and led to nothing is forgotten: the audit knows of it. */
export function startStatements(database: Database, begun: Begun): Statement[] {
  const { organisationId, deviceId, createdAt } = begun
  return [
    database
      .delete(derived)
      .where(
        and(
          eq(derived.organisationId, organisationId),
          eq(derived.deviceId, deviceId),
          inArray(derived.state, ['started', 'failed']),
        ),
      ),
    database.insert(derived).values({ ...begun, state: 'started', changedAt: createdAt }),
  ]
}

/** What `answerStatement` and `claimFileStatement` fail by. */
export const CHANGED = 'derived_credentials.changed_at'

/** Notes the module's answer. Fails, by `changed_at` that must not be null, where it was answered meanwhile. */
export function answerStatement(
  database: Database,
  { id, organisationId }: { id: string; organisationId: number },
  state: 'issued' | 'failed',
  now: Instant,
): Statement {
  return database
    .update(derived)
    .set({
      state,
      finishedAt: now,
      changedAt: sql`CASE WHEN ${derived.state} = 'started' THEN ${now} END`,
    })
    .where(and(eq(derived.organisationId, organisationId), eq(derived.id, id)))
}

/**
 * Turns what was begun into what was issued, for who holds its secret, in time, while its device is active and set
 * up as it was; once, and once more within `REPEAT_TIME`. Fails, by `changed_at` that must not be null, in any
 * other case: nothing is read before, and the batch that makes the certificate changes nothing then.
 */
export function claimFileStatement(
  database: Database,
  { organisationId, accountId }: Whose,
  file: { id: string; deviceId: string; secretHash: string; serial: string; endsAt: Instant; now: Instant },
): Statement {
  const { id, deviceId, secretHash, serial, endsAt, now } = file
  const claimable = database
    .select({ id: derived.id })
    .from(derived)
    .innerJoin(devices, and(eq(devices.id, derived.deviceId), eq(devices.epoch, derived.epoch)))
    .where(
      and(
        eq(derived.id, id),
        eq(derived.organisationId, organisationId),
        eq(derived.accountId, accountId),
        eq(derived.deviceId, deviceId),
        eq(derived.kind, 'built_in'),
        eq(derived.secretHash, secretHash),
        sql`${derived.secretEndsAt} > ${now} AND ${derived.createdAt} <= ${now + MINUTE}`,
        sql`(${derived.state} = 'started' OR
          (${derived.state} = 'issued' AND ${derived.finishedAt} > ${now - REPEAT_TIME}))`,
        eq(devices.lifecycle, 'active'),
      ),
    )
  const issued = { state: 'issued' as const, serial, endsAt }
  return database
    .insert(derived)
    .values({
      ...{ id, organisationId, accountId, deviceId, kind: 'built_in', ...issued },
      ...{ epoch: 0, createdAt: now, finishedAt: now },
      changedAt: sql`CASE WHEN EXISTS ${claimable} THEN ${now} END`,
    })
    .onConflictDoUpdate({
      target: derived.id,
      set: { ...issued, finishedAt: sql`coalesce(${derived.finishedAt}, ${now})`, changedAt: now },
    })
}

/** The one that this takes the place of. */
export function supersedeStatement(
  database: Database,
  { id, deviceId, organisationId }: { id: string; deviceId: string; organisationId: number },
  now: Instant,
): Statement {
  return database
    .update(derived)
    .set({ state: 'ended', changedAt: now })
    .where(
      and(
        eq(derived.organisationId, organisationId),
        eq(derived.deviceId, deviceId),
        ne(derived.id, id),
        eq(derived.state, 'issued'),
      ),
    )
}

/** What a device had until then is over, begun or issued. Repeating it changes nothing. */
export function endDerivedStatement(
  database: Database,
  { organisationId, deviceId, at }: { organisationId: number; deviceId: string; at: Instant },
): Statement {
  return database
    .update(derived)
    .set({ state: 'ended', changedAt: at })
    .where(
      and(
        eq(derived.organisationId, organisationId),
        eq(derived.deviceId, deviceId),
        ne(derived.state, 'ended'),
        lte(derived.createdAt, at),
      ),
    )
}
