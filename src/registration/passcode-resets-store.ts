import { and, eq } from 'drizzle-orm'
import { accountAddresses } from '../accounts/schema.ts'
import type { Database } from '../runtime/database.ts'

/** Whether the address is one of the account's. */
export async function hasAddress(
  database: Database,
  organisationId: number,
  accountId: string,
  address: string,
): Promise<boolean> {
  const found = await database
    .select({ accountId: accountAddresses.accountId })
    .from(accountAddresses)
    .where(and(eq(accountAddresses.organisationId, organisationId), eq(accountAddresses.address, address)))
    .limit(1)
  return found[0]?.accountId === accountId
}
