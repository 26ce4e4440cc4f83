import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import { type Cursor, cutPage, PAGE_SIZE, type Page, readCursor } from '../kernel/paging.ts'
import type { Instant } from '../kernel/time.ts'
import type { Database, Statement } from '../runtime/database.ts'
import { CAP_TIME, CERTIFICATES_CAP, SUCCESSION_TIME } from './rules.ts'
import { authorities, issuedCertificates as issued } from './schema.ts'
import type { CertificateFilter, CertificateKind, IssuedCertificate, RevocationReason } from './types.ts'

type Row = typeof issued.$inferSelect

function view({ changedAt: _, ...row }: Row): IssuedCertificate {
  return row
}

/** Fails, by `changed_at` that must not be null, where its device had as many of its kind as it gets. */
export function insertIssuedStatement(database: Database, certificate: IssuedCertificate): Statement {
  const { organisationId, deviceId, createdAt, kind } = certificate
  const earlier = database
    .select({ count: sql`count(*)` })
    .from(issued)
    .where(
      and(
        eq(issued.organisationId, organisationId),
        eq(issued.deviceId, deviceId ?? ''),
        gt(issued.createdAt, createdAt - CAP_TIME),
        eq(issued.kind, kind),
      ),
    )
  return database.insert(issued).values({
    ...certificate,
    changedAt: sql`CASE WHEN (${earlier}) < ${CERTIFICATES_CAP} THEN ${createdAt} END`,
  })
}

/**
 * Lets a device's own certificates end a day from now, which makes room for one that is issued in the same batch.
 * What was superseded before keeps its end. No list has changed yet: lists are made anew each day.
 */
export function supersedeStatement(
  database: Database,
  { organisationId, deviceId, now }: { organisationId: number; deviceId: string; now: Instant },
): Statement {
  return database
    .update(issued)
    .set({ revokedAt: now + SUCCESSION_TIME, reason: 'superseded', changedAt: now })
    .where(and(livingOf(organisationId, deviceId, now), eq(issued.kind, 'device'), isNull(issued.revokedAt)))
}

export async function findIssued(
  database: Database,
  organisationId: number,
  serial: string,
): Promise<IssuedCertificate | null> {
  const [row] = await database
    .select()
    .from(issued)
    .where(and(eq(issued.organisationId, organisationId), eq(issued.serial, serial)))
    .limit(1)
  return row ? view(row) : null
}

/** Of whichever organisation: who shows a certificate is asked for nothing else. */
export async function findAnywhere(database: Database, serial: string): Promise<IssuedCertificate | null> {
  const [row] = await database.select().from(issued).where(eq(issued.serial, serial)).limit(1)
  return row ? view(row) : null
}

/** The device's certificates that are neither revoked nor ended. */
function livingOf(organisationId: number, deviceId: string, now: Instant) {
  return and(
    eq(issued.organisationId, organisationId),
    eq(issued.deviceId, deviceId),
    or(isNull(issued.revokedAt), gt(issued.revokedAt, now)),
    gt(issued.endsAt, now),
  )
}

/** A page in the order that its filter says; each is carried by an index. */
export async function readPage(
  database: Database,
  organisationId: number,
  filter: CertificateFilter,
): Promise<Page<IssuedCertificate>> {
  const { column, direction, conditions, bound } = orderOf(filter)
  const cursor = readCursor(filter.after, 2)
  const key = sql`(${column}, ${issued.serial})`
  const beyond = direction === 'up' ? sql`>` : sql`<`
  const order = direction === 'up' ? asc : desc
  const size = filter.size ?? PAGE_SIZE
  const rows = await database
    .select()
    .from(issued)
    .where(
      and(
        eq(issued.organisationId, organisationId),
        ...conditions,
        // Either bounds the index, never both: SQLite would walk from the first and drop what the second excludes.
        cursor ? sql`${key} ${beyond} (${cursor[0]}, ${cursor[1]})` : bound,
      ),
    )
    .orderBy(order(column), order(issued.serial))
    .limit(size + 1)
  const name = column === issued.endsAt ? 'endsAt' : column === issued.revokedAt ? 'revokedAt' : 'createdAt'
  return cutPage(rows.map(view), (one): Cursor => [one[name], one.serial], size)
}

function orderOf({ deviceId, state, now }: CertificateFilter) {
  const bound =
    state === 'valid' ? gt(issued.endsAt, now) : state === 'ended' ? lte(issued.endsAt, now) : null
  const conditions: (SQL | undefined)[] = []
  if (state === 'revoked') conditions.push(isNotNull(issued.revokedAt))
  if (bound) conditions.push(isNull(issued.revokedAt))
  if (deviceId) {
    conditions.push(eq(issued.deviceId, deviceId), bound ?? undefined)
    return { column: issued.createdAt, direction: 'down', conditions, bound: undefined } as const
  }
  if (state === 'revoked')
    return { column: issued.revokedAt, direction: 'down', conditions, bound: undefined } as const
  if (bound) {
    const direction = state === 'valid' ? 'up' : 'down'
    return { column: issued.endsAt, direction, conditions, bound } as const
  }
  return { column: issued.createdAt, direction: 'down', conditions, bound: undefined } as const
}

/** What an authority's list names: revoked by `now`, and not ended for so long that a list has told it since. */
export async function listRevoked(
  database: Database,
  authorityId: string,
  { now, endedSince }: { now: Instant; endedSince: Instant },
): Promise<{ serial: string; revokedAt: Instant; reason: RevocationReason }[]> {
  const rows = await database
    .select({ serial: issued.serial, revokedAt: issued.revokedAt, reason: issued.reason })
    .from(issued)
    .where(
      and(
        eq(issued.authorityId, authorityId),
        isNotNull(issued.revokedAt),
        lte(issued.revokedAt, now),
        gt(issued.endsAt, endedSince),
      ),
    )
  return rows.map(({ serial, revokedAt, reason }) => ({
    serial,
    revokedAt: revokedAt ?? 0,
    reason: reason ?? 'unspecified',
  }))
}

/** Revokes one that is not revoked yet. Else it fails, by `changed_at` that must not be null. */
export function revokeStatements(
  database: Database,
  certificate: IssuedCertificate,
  reason: RevocationReason,
  now: Instant,
): Statement[] {
  const { organisationId, serial, authorityId } = certificate
  return [
    database
      .update(issued)
      .set({
        revokedAt: now,
        reason,
        changedAt: sql`CASE WHEN ${issued.revokedAt} IS NULL OR ${issued.revokedAt} > ${now} THEN ${now} END`,
      })
      .where(and(eq(issued.organisationId, organisationId), eq(issued.serial, serial))),
    database
      .update(authorities)
      .set({ revocations: sql`${authorities.revocations} + 1`, changedAt: now })
      .where(and(eq(authorities.organisationId, organisationId), eq(authorities.id, authorityId))),
  ]
}

/**
 * Revokes every certificate of a device that lives, those in their last day too; with `kind`, only those.
 * Repeating it changes nothing, so that it can travel in a batch that is run again.
 */
export function revokeDeviceStatements(
  database: Database,
  input: {
    organisationId: number
    deviceId: string
    kind?: CertificateKind
    reason: RevocationReason
    now: Instant
  },
): Statement[] {
  const { organisationId, deviceId, kind, reason, now } = input
  const ofKind = kind === undefined ? undefined : eq(issued.kind, kind)
  const living = and(livingOf(organisationId, deviceId, now), ofKind)
  const named = database.select({ id: issued.authorityId }).from(issued).where(living)
  return [
    // Before the certificates: afterwards nobody knows which lists have changed.
    database
      .update(authorities)
      .set({ revocations: sql`${authorities.revocations} + 1`, changedAt: now })
      .where(and(eq(authorities.organisationId, organisationId), inArray(authorities.id, named))),
    database.update(issued).set({ revokedAt: now, reason, changedAt: now }).where(living),
  ]
}
