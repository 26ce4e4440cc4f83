import { and, desc, getTableColumns, gt, lt, ne } from 'drizzle-orm'
import { type Database, runBatch, type Statement } from '../runtime/database.ts'
import { RECOVERY_MEMORY } from './rules.ts'
import { recoveryLinks, spentOnce, webSessions } from './schema.ts'
import { sessionsOf } from './store.ts'
import type { Account, SessionEntry } from './types.ts'

/** Living sessions of an account, newest first; at most 100. */
export async function listSessions(
  database: Database,
  account: Pick<Account, 'organisationId' | 'id'>,
  now: number,
): Promise<SessionEntry[]> {
  const { address: _, ...columns } = getTableColumns(webSessions)
  return database
    .select(columns)
    .from(webSessions)
    .where(and(sessionsOf(account), gt(webSessions.endsAt, now)))
    .orderBy(desc(webSessions.createdAt))
    .limit(100)
}

/** What ended by itself is gone from its table, a thousand rows at a time. */
export async function deleteEnded(database: Database, now: number): Promise<void> {
  await runBatch(database, [
    database.delete(webSessions).where(lt(webSessions.endsAt, now)).limit(1000),
    database.delete(spentOnce).where(lt(spentOnce.endsAt, now)).limit(1000),
    database
      .delete(recoveryLinks)
      .where(lt(recoveryLinks.endsAt, now - RECOVERY_MEMORY))
      .limit(1000),
  ])
}

/** Every session of an account but this one. */
export function endOtherSessionsStatement(
  database: Database,
  account: Pick<Account, 'organisationId' | 'id'>,
  keptId: string,
): Statement {
  return database.delete(webSessions).where(and(sessionsOf(account), ne(webSessions.id, keptId)))
}
