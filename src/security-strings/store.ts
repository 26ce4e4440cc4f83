import { and, count, desc, eq, gt, inArray, isNotNull, isNull, lte, or, sql } from 'drizzle-orm'
import { accounts, accountTemplates } from '../accounts/schema.ts'
import { devices } from '../devices/schema.ts'
import type { Instant } from '../kernel/time.ts'
import { type Database, prepareStatement, type Statement } from '../runtime/database.ts'
import { insertRows } from '../runtime/rows-store.ts'
import { isForgettable } from './pruning-store.ts'
import { FAILURES_MAX, ISSUES_MAX, ISSUES_WITHIN } from './rules.ts'
import { securityBatches, securityStrings } from './schema.ts'
import { BATCH_SIZE, type VoidReason } from './types.ts'

/** The device that fetches: strings are bound to it and to its epoch. */
export type Holder = { organisationId: number; accountId: string; deviceId: string; epoch: number }

/** What its account may do, and how many batches the device got within the last day. */
export async function readEntitlement(database: Database, holder: Holder, now: Instant) {
  const issued = database
    .select({ count: count() })
    .from(securityBatches)
    .where(
      and(
        eq(securityBatches.deviceId, holder.deviceId),
        gt(securityBatches.createdAt, now - ISSUES_WITHIN),
        // A clock that was ahead must not keep a device from its strings until then.
        lte(securityBatches.createdAt, now + ISSUES_WITHIN),
        eq(securityBatches.organisationId, holder.organisationId),
      ),
    )
  const [row] = await database
    .select({ permissions: accountTemplates.permissions, issued: sql<number>`(${issued})` })
    .from(accounts)
    .innerJoin(accountTemplates, eq(accountTemplates.id, accounts.templateId))
    .where(and(eq(accounts.organisationId, holder.organisationId), eq(accounts.id, holder.accountId)))
    .limit(1)
  return row ?? { permissions: [], issued: 0 }
}

/**
 * A fresh batch in place of those before: these become void, and what is of no use any more is deleted. Fails for
 * a constraint where the device is no longer what it was, or had its batches of the day.
 */
export function issueStatements(
  database: Database,
  holder: Holder,
  batch: { id: string; macs: string[]; at: Instant },
): Statement[] {
  const { organisationId, accountId, deviceId, epoch } = holder
  const { id, macs, at } = batch
  const own = and(eq(securityBatches.organisationId, organisationId), eq(securityBatches.deviceId, deviceId))
  const dead = database.select({ id: securityBatches.id }).from(securityBatches)
  const living = sql`(SELECT ${devices.epoch} FROM ${devices} WHERE ${devices.id} = ${deviceId}
    AND ${devices.organisationId} = ${organisationId} AND ${devices.lifecycle} = 'active' AND ${devices.epoch} = ${epoch})`
  const issued = sql`(SELECT count(*) FROM ${securityBatches} WHERE ${securityBatches.deviceId} = ${deviceId}
    AND ${securityBatches.createdAt} > ${at - ISSUES_WITHIN} AND ${securityBatches.createdAt} <= ${at + ISSUES_WITHIN})`
  return [
    database
      .update(securityBatches)
      .set({ voidedAt: at, voidReason: 'superseded', changedAt: at })
      .where(and(own, isNull(securityBatches.voidedAt))),
    database
      .delete(securityStrings)
      .where(inArray(securityStrings.batchId, dead.where(and(own, isNotNull(securityBatches.voidedAt))))),
    database.delete(securityBatches).where(and(own, isForgettable(at))),
    database.insert(securityBatches).values({
      id,
      organisationId,
      accountId,
      deviceId,
      epoch: living,
      size: sql`CASE WHEN ${issued} < ${ISSUES_MAX} THEN ${BATCH_SIZE} END`,
      createdAt: at,
      changedAt: at,
    }),
    insertRows(
      securityStrings,
      macs.map((mac, index) => ({ batchId: id, position: index + 1, mac })),
    ),
  ]
}

type Voided = {
  organisationId: number
  accountId: string
  at: Instant
  reason: Extract<VoidReason, 'provisioned' | 'ended'>
}

const voidStrings = prepareStatement<Voided & { ahead: Instant }>((database) => {
  const [at, reason] = [sql.placeholder('at'), sql.placeholder('reason')] as unknown as [Instant, VoidReason]
  return database
    .update(securityBatches)
    .set({ voidedAt: at, voidReason: reason, changedAt: at })
    .where(
      and(
        eq(securityBatches.organisationId, sql.placeholder('organisationId')),
        eq(securityBatches.accountId, sql.placeholder('accountId')),
        isNull(securityBatches.voidedAt),
        // What lies far ahead was there too: a clock was wrong when it was fetched.
        or(lte(securityBatches.createdAt, at), gt(securityBatches.createdAt, sql.placeholder('ahead'))),
      ),
    )
})

/** The living batches of an account that were there at `at` are void from now on. Repeating it changes nothing. */
export function voidStringsStatement(database: Database, ended: Voided): Statement {
  return voidStrings(database, { ...ended, ahead: ended.at + ISSUES_WITHIN })
}

/** A device's batch that counts, and how much of it is left, to travel in a batch; read by `viewState`. */
export function stateStatement(
  database: Database,
  holder: Pick<Holder, 'organisationId' | 'deviceId' | 'epoch'>,
): Statement {
  return database
    .select({ batch: securityBatches.id, size: securityBatches.size, used: securityBatches.used })
    .from(securityBatches)
    .where(
      and(
        eq(securityBatches.deviceId, holder.deviceId),
        eq(securityBatches.organisationId, holder.organisationId),
        eq(securityBatches.epoch, holder.epoch),
        isNull(securityBatches.voidedAt),
        sql`${securityBatches.failures} < ${FAILURES_MAX}`,
      ),
    )
    .orderBy(desc(securityBatches.createdAt))
    .limit(1)
}

/** What `stateStatement` answers. Null: no batch counts. */
export function viewState([row]: Record<string, unknown>[]): { batch: string; left: number } | null {
  return row ? { batch: String(row.id), left: Number(row.size) - Number(row.used) } : null
}
