import { and, asc, eq, sql } from 'drizzle-orm'
import type { Database, Statement } from '../runtime/database.ts'
import { emailExceptions, organisationLogos, organisations } from './schema.ts'
import type { EmailException } from './types.ts'

type Columns = Partial<Omit<typeof organisations.$inferInsert, 'id' | 'slug' | 'siteId' | 'createdAt'>>

/** What a manager sets. */
export function saveColumnsStatement(
  database: Database,
  organisationId: number,
  columns: Columns,
  now: number,
): Statement {
  return database
    .update(organisations)
    .set({ ...columns, changedAt: now })
    .where(eq(organisations.id, organisationId))
}

/** New terms have a new version, whoever else changes them at the same time. */
export function saveTermsStatement(
  database: Database,
  organisationId: number,
  terms: Columns['terms'],
  now: number,
): Statement {
  return database
    .update(organisations)
    .set({ terms, termsVersion: sql`${organisations.termsVersion} + 1`, changedAt: now })
    .where(eq(organisations.id, organisationId))
}

export function removeLogoStatement(database: Database, organisationId: number): Statement {
  return database.delete(organisationLogos).where(eq(organisationLogos.organisationId, organisationId))
}

/** All of them: at most `EXCEPTIONS_MAX`. */
export function listExceptions(database: Database, organisationId: number): Promise<EmailException[]> {
  return database
    .select({ address: emailExceptions.address, verdict: emailExceptions.verdict })
    .from(emailExceptions)
    .where(eq(emailExceptions.organisationId, organisationId))
    .orderBy(asc(emailExceptions.address))
}

/** D1 takes 100 bound values a statement. */
const ROWS_AT_ONCE = 20

export function saveExceptionStatements(
  database: Database,
  organisationId: number,
  exceptions: EmailException[],
  now: number,
): Statement[] {
  const statements: Statement[] = []
  for (let start = 0; start < exceptions.length; start += ROWS_AT_ONCE) {
    const rows = exceptions.slice(start, start + ROWS_AT_ONCE)
    statements.push(
      database
        .insert(emailExceptions)
        .values(rows.map((row) => ({ organisationId, ...row, createdAt: now })))
        .onConflictDoUpdate({
          target: [emailExceptions.organisationId, emailExceptions.address],
          set: { verdict: sql`excluded.verdict`, createdAt: now },
        }),
    )
  }
  return statements
}

export function removeExceptionStatement(
  database: Database,
  organisationId: number,
  address: string,
): Statement {
  return database
    .delete(emailExceptions)
    .where(and(eq(emailExceptions.organisationId, organisationId), eq(emailExceptions.address, address)))
}
