import { and, eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { accounts } from '../accounts/schema.ts'
import type { Dressing, MessageFacts } from '../messaging/index.ts'
import { organisationLogos, service } from '../organisations/schema.ts'
import type { Database } from '../runtime/database.ts'
import { invitations } from './schema.ts'

const inviters = alias(accounts, 'inviters')

/**
 * What stands in a message beside its content: who reads it, who invited them, the organisation's logo, and whether
 * text messages say what is typed on Android. One read.
 */
export async function readDressing(database: Database, message: MessageFacts): Promise<Dressing> {
  const { organisation, accountId, invitationId } = message
  const [row] = await database
    .select({
      name: accounts.name,
      address: accounts.address,
      manager: inviters.name,
      logoType: organisationLogos.type,
      logo: organisationLogos.bytes,
      androidCode: service.androidSmsCode,
    })
    .from(service)
    .leftJoin(
      accounts,
      and(eq(accounts.organisationId, organisation.id), eq(accounts.id, sql`${accountId ?? ''}`)),
    )
    .leftJoin(
      invitations,
      and(eq(invitations.organisationId, organisation.id), eq(invitations.id, sql`${invitationId ?? ''}`)),
    )
    .leftJoin(
      inviters,
      and(eq(inviters.organisationId, organisation.id), eq(inviters.id, invitations.createdBy)),
    )
    .leftJoin(organisationLogos, eq(organisationLogos.organisationId, organisation.id))
    .where(eq(service.id, 1))
    .limit(1)
  if (!row) return {}
  const { name, address, manager, logoType, logo, androidCode } = row
  return {
    reader: { name: name || null, address: address || null, manager: manager || null },
    logo: logoType && logo ? { type: logoType, bytes: new Uint8Array(logo) } : null,
    androidCode,
  }
}
