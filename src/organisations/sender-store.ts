import { eq } from 'drizzle-orm'
import type { Database } from '../runtime/database.ts'
import { organisations, service } from './schema.ts'
import { viewOrganisation } from './store.ts'
import type { Organisation } from './types.ts'

/**
 * Who speaks for the service itself: organisation 0 with the service's own helpdesk. Whatever is switched off,
 * supervisors are sent their codes.
 */
export async function readServiceSender(database: Database): Promise<Organisation | null> {
  const [row] = await database
    .select({
      organisation: organisations,
      helpdesk: { email: service.helpdeskEmail, phone: service.helpdeskPhone, url: service.helpdeskUrl },
    })
    .from(organisations)
    .leftJoin(service, eq(service.id, 1))
    .where(eq(organisations.id, 0))
    .limit(1)
  if (!row) return null
  const helpdesk = row.helpdesk ?? { email: null, phone: null, url: null }
  return { ...viewOrganisation(row.organisation), helpdesk }
}
