import { and, desc, eq, gte, lt, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../runtime/database.ts'
import type { Arm, AuditFilters, PlacedEntry, Position, SealedSpan } from './reading-rules.ts'
import { audit, auditHeads } from './schema.ts'
import type { AuditAction, AuditEntry } from './types.ts'

/** SQLite keeps the row's number in every index behind its columns, so this order needs no sorting. */
const row = sql<number>`"audit"."rowid"`

/** Spelled out, because drizzle does not know that `audit INDEXED BY …` is `audit`. */
const columns = {
  row: row.as('row'),
  id: sql<string>`${audit.id}`.as('id'),
  organisationId: sql<number>`${audit.organisationId}`.as('organisation_id'),
  at: sql<number>`${audit.at}`.as('at'),
  actorKind: sql<AuditEntry['actor']['kind']>`${audit.actorKind}`.as('actor_kind'),
  actorId: sql<string>`${audit.actorId}`.as('actor_id'),
  action: sql<AuditAction>`${audit.action}`.as('action'),
  accountId: sql<string | null>`${audit.accountId}`.as('account_id'),
  deviceId: sql<string | null>`${audit.deviceId}`.as('device_id'),
  detail: sql<AuditEntry['detail']>`${audit.detail}`.mapWith(audit.detail).as('detail'),
}

/** Named, because a range of days would lead the planner to walk everything that happened in them. */
const INDEXES: Record<Arm['column'], SQL> = {
  organisationId: sql`${audit} INDEXED BY audit_organisation`,
  accountId: sql`${audit} INDEXED BY audit_account`,
  deviceId: sql`${audit} INDEXED BY audit_device`,
  actorId: sql`${audit} INDEXED BY audit_actor`,
  action: sql`${audit} INDEXED BY audit_action`,
}

export type Found = { arms: PlacedEntry[][]; sealed: SealedSpan | null }

/**
 * What each arm finds, newest first, and how far the audit is sealed: one round trip. Every arm walks one index of `audit`, from `after` on,
 * and reads `limit` entries at most.
 */
export async function readArms(
  database: Database,
  organisationId: number,
  arms: Arm[],
  span: Pick<AuditFilters, 'from' | 'until'> & { after: Position | null },
  limit: number,
): Promise<Found> {
  const head = database
    .select({ rows: auditHeads.seq, at: auditHeads.sealedAt })
    .from(auditHeads)
    .where(eq(auditHeads.organisationId, organisationId))
    .limit(1)
  const [[sealed], ...found] = await database.batch([
    head,
    ...arms.map((arm) => armQuery(database, organisationId, arm, span, limit)),
  ])
  const place = ({ actorKind, actorId, ...rest }: FoundRow): PlacedEntry => ({
    ...rest,
    actor: { kind: actorKind, id: actorId },
  })
  return { arms: found.map((rows) => rows.map(place)), sealed: sealed ?? null }
}

function armQuery(
  database: Database,
  organisationId: number,
  arm: Arm,
  span: Pick<AuditFilters, 'from' | 'until'> & { after: Position | null },
  limit: number,
) {
  const { from, until, after } = span
  const conditions: (SQL | undefined)[] = [
    eq(audit.organisationId, organisationId),
    arm.column === 'organisationId' ? undefined : eq(audit[arm.column], arm.value),
    from === null ? undefined : gte(audit.at, from),
    after === null && until !== null ? lt(audit.at, until) : undefined,
    after === null ? undefined : sql`(${audit.at}, ${row}) < (${after.at}, ${after.row})`,
  ]
  return database
    .select(columns)
    .from(INDEXES[arm.column])
    .where(and(...conditions))
    .orderBy(desc(audit.at), desc(row))
    .limit(limit)
}

type FoundRow = Awaited<ReturnType<typeof armQuery>>[number]
