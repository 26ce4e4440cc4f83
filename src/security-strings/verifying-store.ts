import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { accountAddresses, accounts, accountTemplates } from '../accounts/schema.ts'
import { devices } from '../devices/schema.ts'
import type { Instant } from '../kernel/time.ts'
import type { Database, Statement } from '../runtime/database.ts'
import { type Candidate, FAILURES_MAX } from './rules.ts'
import { securityBatches, securityStrings } from './schema.ts'

/** How many devices of one person are looked at; with the device named, any. */
const CANDIDATES_MAX = 100

export type Asked = { address: string; position: number; deviceId: string | null }

/**
 * Whom the address leads to, and the string at that position of each of their devices: of those that are active,
 * with the credential that fetched it, while account and permission are as they were. One read.
 */
export async function readCandidates(
  database: Database,
  organisationId: number,
  { address, position, deviceId }: Asked,
): Promise<{ accountId: string | null; candidates: Candidate[] }> {
  const rows = await database
    .select({
      accountId: accounts.id,
      state: accounts.state,
      disabledAt: accounts.disabledAt,
      permissions: accountTemplates.permissions,
      batchId: securityBatches.id,
      deviceId: devices.id,
      deviceName: devices.name,
      size: securityBatches.size,
      used: securityBatches.used,
      failures: securityBatches.failures,
      mac: securityStrings.mac,
      usedAt: securityStrings.usedAt,
    })
    .from(accountAddresses)
    .innerJoin(accounts, eq(accounts.id, accountAddresses.accountId))
    .innerJoin(accountTemplates, eq(accountTemplates.id, accounts.templateId))
    .leftJoin(
      securityBatches,
      and(
        eq(securityBatches.accountId, accounts.id),
        isNull(securityBatches.voidedAt),
        ...(deviceId === null ? [] : [eq(securityBatches.deviceId, deviceId)]),
      ),
    )
    .leftJoin(
      devices,
      and(
        eq(devices.id, securityBatches.deviceId),
        eq(devices.lifecycle, 'active'),
        eq(devices.epoch, securityBatches.epoch),
      ),
    )
    .leftJoin(
      securityStrings,
      and(eq(securityStrings.batchId, securityBatches.id), eq(securityStrings.position, position)),
    )
    .where(and(eq(accountAddresses.organisationId, organisationId), eq(accountAddresses.address, address)))
    .orderBy(desc(securityBatches.createdAt))
    .limit(CANDIDATES_MAX)
  const [first] = rows
  if (!first) return { accountId: null, candidates: [] }
  const { accountId, state, disabledAt, permissions } = first
  const entitled = disabledAt === null && state !== 'deleted' && permissions.includes('security_strings')
  const candidates = rows.flatMap(({ batchId, deviceId, deviceName, size, used, failures, mac, usedAt }) =>
    entitled && batchId !== null && deviceId !== null && mac !== null
      ? [
          {
            batchId,
            deviceId,
            deviceName,
            size: size ?? 0,
            used: used ?? 0,
            failures: failures ?? 0,
            mac,
            usedAt,
          },
        ]
      : [],
  )
  return { accountId, candidates }
}

/**
 * Uses the string up. Fails for a constraint where somebody else did, or where batch or device ended meanwhile:
 * of any number at the same time one succeeds.
 */
export function useStatements(
  database: Database,
  organisationId: number,
  string: { batchId: string; position: number },
  use: { by: string; at: Instant },
): Statement[] {
  const { batchId, position } = string
  const usable = sql`${securityBatches.voidedAt} IS NULL AND ${securityBatches.failures} < ${FAILURES_MAX}
    AND EXISTS (SELECT 1 FROM ${devices} WHERE ${devices.id} = ${securityBatches.deviceId}
      AND ${devices.lifecycle} = 'active' AND ${devices.epoch} = ${securityBatches.epoch})
    AND EXISTS (SELECT 1 FROM ${securityStrings} WHERE ${securityStrings.batchId} = ${securityBatches.id}
      AND ${securityStrings.position} = ${position} AND ${securityStrings.usedAt} IS NULL)`
  return [
    database
      .update(securityBatches)
      .set({
        used: sql`${securityBatches.used} + 1`,
        // Never null: this makes the whole batch fail.
        size: sql`CASE WHEN ${usable} THEN ${securityBatches.size} END`,
        changedAt: use.at,
      })
      .where(and(eq(securityBatches.organisationId, organisationId), eq(securityBatches.id, batchId))),
    database
      .update(securityStrings)
      .set({ usedAt: use.at, usedBy: use.by })
      .where(
        and(
          eq(securityStrings.batchId, batchId),
          eq(securityStrings.position, position),
          isNull(securityStrings.usedAt),
        ),
      ),
  ]
}

/** Counts a wrong string against batches; none of them is no error. */
export function countFailureStatement(
  database: Database,
  organisationId: number,
  batchIds: string[],
  at: Instant,
): Statement {
  return database
    .update(securityBatches)
    .set({ failures: sql`${securityBatches.failures} + 1`, changedAt: at })
    .where(living(organisationId, batchIds))
}

/** Somebody guesses: these batches are void. */
export function voidGuessedStatement(
  database: Database,
  organisationId: number,
  batchIds: string[],
  at: Instant,
): Statement {
  return database
    .update(securityBatches)
    .set({ voidedAt: at, voidReason: 'too_many_failures', changedAt: at })
    .where(living(organisationId, batchIds))
}

function living(organisationId: number, batchIds: string[]) {
  return and(
    eq(securityBatches.organisationId, organisationId),
    inArray(securityBatches.id, sql`(SELECT value FROM json_each(${JSON.stringify(batchIds)}))`),
    isNull(securityBatches.voidedAt),
  )
}
