import { desc, eq, gt } from 'drizzle-orm'
import { auditHeads } from '../audit/schema.ts'
import { DAY, type Instant } from '../kernel/time.ts'
import { keyRotation, organisations } from '../organisations/schema.ts'
import type { Database } from '../runtime/database.ts'

/** How long a page tells of a chain that could not be trusted, and of how many; its head says so for good. */
const BROKEN_SHOWN = 30 * DAY
const SHOWN = 20

/** Where sealing the audit found what it could not trust, the newest first. */
export const brokenChainsQuery = (database: Database, now: Instant) =>
  database
    .select({
      organisationId: auditHeads.organisationId,
      rows: auditHeads.brokenSeq,
      at: auditHeads.brokenAt,
      organisation: organisations.name,
    })
    .from(auditHeads)
    .leftJoin(organisations, eq(organisations.id, auditHeads.organisationId))
    .where(gt(auditHeads.brokenAt, now - BROKEN_SHOWN))
    .orderBy(desc(auditHeads.brokenAt))
    .limit(SHOWN)

/** How far everything was brought under the current master key. */
export const rotationQuery = (database: Database) =>
  database
    .select({ keyId: keyRotation.keyId, found: keyRotation.found, foundAt: keyRotation.foundAt })
    .from(keyRotation)
    .where(eq(keyRotation.id, 1))
    .limit(1)
