import { and, eq, inArray } from 'drizzle-orm'
import { emailExceptions } from '../organisations/schema.ts'
import type { Database, Statement } from '../runtime/database.ts'
import { accountAddresses, accountIdentities, accounts, accountTemplates, webSessions } from './schema.ts'
import { templatePart, viewAccount, viewTemplate } from './store.ts'
import type { Account, AccountTemplate } from './types.ts'

/** A session that the browser came with. */
export type FormerSession = { sessionId: string } & Pick<Account, 'id' | 'organisationId' | 'role'>

export type Arrived = {
  /** The account of this issuer and subject. */
  bound: Account | null
  /** The account of the verified address. */
  byAddress: Account | null
  /** Another subject of the issuer has that account. */
  taken: boolean
  /** What the organisation's exceptions say of the address; null: its rule decides. */
  exception: 'accept' | 'refuse' | null
  /** What a new account would start with. */
  template: AccountTemplate | null
  former: FormerSession[]
}

/** Finds whose sign-in it is: one round trip. `address` is null where the provider vouches for none. */
export async function findArrived(
  database: Database,
  asked: {
    organisationId: number
    issuer: string
    subject: string
    address: string | null
    templateId: string | null
    /** Ids of the sessions whose cookies the browser came with. */
    sessionIds: string[]
  },
): Promise<Arrived> {
  const { organisationId, issuer } = asked
  const address = asked.address ?? ''
  const ofAddress = and(
    eq(accountAddresses.organisationId, organisationId),
    eq(accountAddresses.address, address),
  )
  const [[bound], [known], [other], [exception], [template], former] = await database.batch([
    database
      .select({ account: accounts, template: templatePart })
      .from(accountIdentities)
      .innerJoin(accounts, eq(accounts.id, accountIdentities.accountId))
      .innerJoin(accountTemplates, eq(accountTemplates.id, accounts.templateId))
      .where(
        and(
          eq(accountIdentities.organisationId, organisationId),
          eq(accountIdentities.issuer, issuer),
          eq(accountIdentities.subject, asked.subject),
          eq(accounts.organisationId, organisationId),
        ),
      )
      .limit(1),
    database
      .select({ account: accounts, template: templatePart })
      .from(accountAddresses)
      .innerJoin(accounts, eq(accounts.id, accountAddresses.accountId))
      .innerJoin(accountTemplates, eq(accountTemplates.id, accounts.templateId))
      .where(ofAddress)
      .limit(1),
    database
      .select({ subject: accountIdentities.subject })
      .from(accountAddresses)
      .innerJoin(accountIdentities, eq(accountIdentities.accountId, accountAddresses.accountId))
      .where(and(ofAddress, eq(accountIdentities.issuer, issuer)))
      .limit(1),
    database
      .select({ verdict: emailExceptions.verdict })
      .from(emailExceptions)
      .where(and(eq(emailExceptions.organisationId, organisationId), eq(emailExceptions.address, address)))
      .limit(1),
    database
      .select()
      .from(accountTemplates)
      .where(
        and(
          eq(accountTemplates.organisationId, organisationId),
          eq(accountTemplates.id, asked.templateId ?? ''),
        ),
      )
      .limit(1),
    database
      .select({
        sessionId: webSessions.id,
        // Under a name of its own: a batch reads columns by name.
        accountId: webSessions.accountId,
        organisationId: webSessions.organisationId,
        role: accounts.role,
      })
      .from(webSessions)
      .innerJoin(accounts, eq(accounts.id, webSessions.accountId))
      .where(inArray(webSessions.id, asked.sessionIds)),
  ])
  return {
    bound: bound ? viewAccount(bound.account, bound.account.address, bound.template) : null,
    byAddress: known ? viewAccount(known.account, address, known.template) : null,
    taken: other !== undefined && other.subject !== asked.subject,
    exception: exception?.verdict ?? null,
    template: template ? viewTemplate(template) : null,
    former: former.map(({ accountId, ...session }) => ({ ...session, id: accountId })),
  }
}

export function insertIdentityStatement(
  database: Database,
  identity: typeof accountIdentities.$inferInsert,
): Statement {
  return database.insert(accountIdentities).values(identity)
}

/** Nobody of the organisation is known at any provider any more. */
export function forgetIdentitiesStatement(database: Database, organisationId: number): Statement {
  return database.delete(accountIdentities).where(eq(accountIdentities.organisationId, organisationId))
}
