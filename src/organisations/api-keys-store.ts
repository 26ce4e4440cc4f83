import { and, count, desc, eq, gt, isNull, lt, lte, or } from 'drizzle-orm'
import { cutPage, type Page, readCursor } from '../kernel/paging.ts'
import type { Instant } from '../kernel/time.ts'
import type { Database, Statement } from '../runtime/database.ts'
import { KEY_USED_EVERY } from './api-keys-rules.ts'
import { apiKeys, organisations, service } from './schema.ts'
import type { ApiScope } from './types.ts'

/** A key as its organisation sees it: never itself. */
export type ApiKey = {
  id: string
  name: string
  scopes: ApiScope[]
  /** Its last four characters. */
  hint: string
  /** The account that made it. */
  createdBy: string
  createdAt: Instant
  endsAt: Instant | null
  lastUsedAt: Instant | null
  revokedAt: Instant | null
}

const shown = {
  id: apiKeys.id,
  name: apiKeys.name,
  scopes: apiKeys.scopes,
  hint: apiKeys.hint,
  createdBy: apiKeys.createdBy,
  createdAt: apiKeys.createdAt,
  endsAt: apiKeys.endsAt,
  lastUsedAt: apiKeys.lastUsedAt,
  revokedAt: apiKeys.revokedAt,
}

/** Newest first. */
export async function listKeys(
  database: Database,
  organisationId: number,
  { after, size }: { after: string | null; size: number },
): Promise<Page<ApiKey>> {
  const [at, id] = readCursor(after, 2) ?? []
  const beyond =
    typeof at === 'number' && typeof id === 'string'
      ? and(lte(apiKeys.createdAt, at), or(lt(apiKeys.createdAt, at), lt(apiKeys.id, id)))
      : undefined
  const rows = await database
    .select(shown)
    .from(apiKeys)
    .where(and(eq(apiKeys.organisationId, organisationId), beyond))
    .orderBy(desc(apiKeys.createdAt), desc(apiKeys.id))
    .limit(size + 1)
  return cutPage(rows, (row) => [row.createdAt, row.id], size)
}

export async function findKey(database: Database, organisationId: number, id: string) {
  const [row] = await database
    .select(shown)
    .from(apiKeys)
    .where(and(eq(apiKeys.organisationId, organisationId), eq(apiKeys.id, id)))
    .limit(1)
  return row ?? null
}

/** How many keys were not revoked and have not ended. */
export async function countLiving(database: Database, organisationId: number, now: Instant): Promise<number> {
  const [row] = await database
    .select({ count: count() })
    .from(apiKeys)
    .where(
      and(
        eq(apiKeys.organisationId, organisationId),
        isNull(apiKeys.revokedAt),
        or(isNull(apiKeys.endsAt), gt(apiKeys.endsAt, now)),
      ),
    )
  return row?.count ?? 0
}

/** A key by its id with whether it is let in: the only question here that comes before an organisation is known. */
export async function readPresented(database: Database, id: string) {
  const [row] = await database
    .select({
      id: apiKeys.id,
      organisationId: apiKeys.organisationId,
      name: apiKeys.name,
      scopes: apiKeys.scopes,
      hash: apiKeys.hash,
      createdAt: apiKeys.createdAt,
      endsAt: apiKeys.endsAt,
      revokedAt: apiKeys.revokedAt,
      organisationEnabled: organisations.enabled,
      serviceEnabled: service.enabled,
    })
    .from(apiKeys)
    .innerJoin(organisations, eq(organisations.id, apiKeys.organisationId))
    .innerJoin(service, eq(service.id, 1))
    .where(eq(apiKeys.id, id))
    .limit(1)
  return row ?? null
}

export function insertKeyStatement(
  database: Database,
  organisationId: number,
  key: ApiKey & { hash: string },
): Statement {
  return database.insert(apiKeys).values({ ...key, organisationId })
}

export function revokeKeyStatement(
  database: Database,
  organisationId: number,
  id: string,
  now: Instant,
): Statement {
  return database
    .update(apiKeys)
    .set({ revokedAt: now })
    .where(and(eq(apiKeys.organisationId, organisationId), eq(apiKeys.id, id), isNull(apiKeys.revokedAt)))
}

/** Notes that the key was used, unless that was noted a short while ago. */
export function apiKeyUsedStatement(
  database: Database,
  { organisationId, keyId }: { organisationId: number; keyId: string },
  now: Instant,
): Statement {
  return database
    .update(apiKeys)
    .set({ lastUsedAt: now })
    .where(
      and(
        eq(apiKeys.organisationId, organisationId),
        eq(apiKeys.id, keyId),
        // In both directions: a clock that was ahead must not keep it from being noted until then.
        or(
          isNull(apiKeys.lastUsedAt),
          lte(apiKeys.lastUsedAt, now - KEY_USED_EVERY),
          gt(apiKeys.lastUsedAt, now + KEY_USED_EVERY),
        ),
      ),
    )
}
