import { and, eq, inArray } from 'drizzle-orm'
import { accountAddresses, accounts } from '../accounts/schema.ts'
import { LIVING } from '../devices/index.ts'
import { devices } from '../devices/schema.ts'
import { viewOrganisation, viewService } from '../organisations/index.ts'
import { organisations, service } from '../organisations/schema.ts'
import type { Database } from '../runtime/database.ts'

const owner = {
  accountId: accounts.id,
  ref: accounts.ref,
  state: accounts.state,
  disabledAt: accounts.disabledAt,
  name: accounts.name,
  organisationId: organisations.id,
  organisationName: organisations.name,
  organisationEnabled: organisations.enabled,
  siteId: organisations.siteId,
  serviceEnabled: service.enabled,
}

/** Who is asked for: by a link's ref, or by what a person can type. */
export type Asked = { ref: string } | { siteId: string; address: string } | { slug: string; address: string }

/**
 * What a redemption must know before anything is counted, in one read from the primary: whether service,
 * organisation and account are on, and which account's living device holds the key. Rows of a person who is
 * unknown are null, and the read is the same.
 */
export async function readRedeemer(database: Database, asked: Asked, thumbprint: string | null) {
  const keyHolder = database
    .select({ accountId: devices.accountId })
    .from(devices)
    .where(and(eq(devices.keyThumbprint, thumbprint ?? ''), inArray(devices.lifecycle, LIVING)))
    .limit(1)
    .as('key_holder')

  if ('ref' in asked) {
    const [row] = await database
      .select({ ...owner, address: accountAddresses.address, keyAccountId: keyHolder.accountId })
      .from(service)
      .leftJoin(accounts, eq(accounts.ref, asked.ref))
      .leftJoin(organisations, eq(organisations.id, accounts.organisationId))
      .leftJoin(accountAddresses, eq(accountAddresses.accountId, accounts.id))
      .leftJoin(keyHolder, eq(service.id, 1))
      .where(eq(service.id, 1))
      .orderBy(accountAddresses.provedAt)
      .limit(1)
    return row ?? null
  }

  const site = 'siteId' in asked ? eq(organisations.siteId, asked.siteId) : eq(organisations.slug, asked.slug)
  const [row] = await database
    .select({ ...owner, address: accountAddresses.address, keyAccountId: keyHolder.accountId })
    .from(service)
    .leftJoin(organisations, site)
    .leftJoin(
      accountAddresses,
      and(eq(accountAddresses.organisationId, organisations.id), eq(accountAddresses.address, asked.address)),
    )
    .leftJoin(accounts, eq(accounts.id, accountAddresses.accountId))
    .leftJoin(keyHolder, eq(service.id, 1))
    .where(eq(service.id, 1))
    .limit(1)
  return row ?? null
}

/** Service and organisation behind an account's ref. `organisation` is null for an unknown ref. */
export async function readDoorOf(database: Database, ref: string) {
  const [row] = await database
    .select({ service, organisation: organisations })
    .from(service)
    .leftJoin(accounts, eq(accounts.ref, ref))
    .leftJoin(organisations, eq(organisations.id, accounts.organisationId))
    .where(eq(service.id, 1))
    .limit(1)
  return {
    service: row ? viewService(row.service) : null,
    organisation: row?.organisation ? viewOrganisation(row.organisation) : null,
  }
}
