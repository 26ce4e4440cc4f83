import { and, asc, eq, isNull, ne, sql } from 'drizzle-orm'
import { type Organisation, viewOrganisation } from '../organisations/index.ts'
import { organisationPlatforms, organisations } from '../organisations/schema.ts'
import type { Database, Statement } from '../runtime/database.ts'
import { accountAddresses, accounts, accountTemplates, passkeys } from './schema.ts'
import { templatePart, viewAccount } from './store.ts'
import type { Account, AccountRole } from './types.ts'

/** A list of managers shows at most so many; nobody has more. */
const SHOWN = 100

export type TeamRole = Extract<AccountRole, 'manager' | 'supervisor'>

export type TeamMember = Pick<Account, 'id' | 'organisationId' | 'name' | 'address' | 'state'> & {
  passkeys: number
  /** When they signed in to a session that still lives; null where there is none. */
  signedInAt: number | null
}

/** Accounts of one role, oldest first, without those that were removed. */
function teamQuery(database: Database, organisationId: number, role: TeamRole) {
  return database
    .select({
      id: accounts.id,
      organisationId: accounts.organisationId,
      name: accounts.name,
      address: accounts.address,
      state: accounts.state,
      disabledAt: accounts.disabledAt,
      // Spelled out: within a select of one table drizzle leaves the tables of columns away.
      passkeys: sql<number>`(SELECT count(*) FROM passkeys WHERE passkeys.account_id = accounts.id)`.as(
        'passkey_count',
      ),
      signedInAt: sql<
        number | null
      >`(SELECT max(created_at) FROM web_sessions WHERE web_sessions.account_id = accounts.id)`.as(
        'signed_in_at',
      ),
    })
    .from(accounts)
    .where(
      and(
        eq(accounts.organisationId, organisationId),
        eq(accounts.role, role),
        ne(accounts.state, 'deleted'),
      ),
    )
    .orderBy(asc(accounts.createdAt), asc(accounts.id))
    .limit(SHOWN)
}

type TeamRow = TeamMember & { disabledAt: number | null }

function viewMember({ disabledAt, ...member }: TeamRow): TeamMember {
  return { ...member, state: disabledAt === null ? member.state : 'disabled' }
}

/** An organisation, how many platforms it offers and who manages it: one round trip. */
export async function readTeam(
  database: Database,
  organisationId: number,
): Promise<{ organisation: Organisation; platforms: number; managers: TeamMember[] } | null> {
  const [[organisation], platforms, managers] = await database.batch([
    database.select().from(organisations).where(eq(organisations.id, organisationId)).limit(1),
    database
      .select({ platform: organisationPlatforms.platform })
      .from(organisationPlatforms)
      .where(eq(organisationPlatforms.organisationId, organisationId)),
    teamQuery(database, organisationId, 'manager'),
  ])
  if (!organisation) return null
  return {
    organisation: viewOrganisation(organisation),
    platforms: platforms.length,
    managers: managers.map(viewMember),
  }
}

export async function listTeam(
  database: Database,
  organisationId: number,
  role: TeamRole,
): Promise<TeamMember[]> {
  return (await teamQuery(database, organisationId, role)).map(viewMember)
}

const asAccount = { account: accounts, template: templatePart }

/**
 * The organisation's name, the account of an address, removed ones too, and a template for one that would be
 * made. Null: no such organisation.
 */
export async function findInvitee(
  database: Database,
  organisationId: number,
  address: string,
): Promise<{ organisation: string; account: Account | null; templateId: string | null } | null> {
  const [[organisation], [row], [template]] = await database.batch([
    database
      .select({ name: organisations.name })
      .from(organisations)
      .where(eq(organisations.id, organisationId))
      .limit(1),
    database
      .select(asAccount)
      .from(accountAddresses)
      .innerJoin(accounts, eq(accounts.id, accountAddresses.accountId))
      .innerJoin(accountTemplates, eq(accountTemplates.id, accounts.templateId))
      .where(and(eq(accountAddresses.organisationId, organisationId), eq(accountAddresses.address, address)))
      .limit(1),
    // The one that new people get; an organisation without it still has managers.
    database
      .select({ id: accountTemplates.id })
      .from(accountTemplates)
      .where(and(eq(accountTemplates.organisationId, organisationId), isNull(accountTemplates.archivedAt)))
      .orderBy(
        sql`${accountTemplates.id} = (SELECT ${organisations.accountTemplateId} FROM ${organisations} WHERE ${organisations.id} = ${organisationId}) DESC`,
      )
      .limit(1),
  ])
  if (!organisation) return null
  return {
    organisation: organisation.name,
    account: row ? viewAccount(row.account, address, row.template) : null,
    templateId: template?.id ?? null,
  }
}

/** A living account of that role, with the name of its organisation. */
export async function findMember(
  database: Database,
  organisationId: number,
  id: string,
  role: TeamRole,
): Promise<{ account: Account; organisation: string } | null> {
  const [row] = await database
    .select({ ...asAccount, organisation: organisations.name })
    .from(accounts)
    .innerJoin(accountTemplates, eq(accountTemplates.id, accounts.templateId))
    .innerJoin(organisations, eq(organisations.id, accounts.organisationId))
    .where(
      and(
        eq(accounts.organisationId, organisationId),
        eq(accounts.id, id),
        eq(accounts.role, role),
        ne(accounts.state, 'deleted'),
      ),
    )
    .limit(1)
  if (!row) return null
  return {
    account: viewAccount(row.account, row.account.address, row.template),
    organisation: row.organisation,
  }
}

export function setRoleStatement(
  database: Database,
  account: Pick<Account, 'organisationId' | 'id'>,
  change: { role: AccountRole; state?: 'invited' | 'active' },
  now: number,
): Statement {
  return database
    .update(accounts)
    .set({ ...change, changedAt: now })
    .where(and(eq(accounts.organisationId, account.organisationId), eq(accounts.id, account.id)))
}

/**
 * Removes a supervisor while another one can work. Of none else the state becomes null, which its column
 * refuses: the whole batch fails, so that of two who remove one another one stays.
 */
export function removeSupervisorStatement(
  database: Database,
  account: Pick<Account, 'organisationId' | 'id'>,
  now: number,
): Statement {
  const other = sql`SELECT 1 FROM ${accounts} AS other WHERE other.organisation_id = ${account.organisationId}
    AND other.role = 'supervisor' AND other.state = 'active' AND other.disabled_at IS NULL
    AND other.id <> ${account.id}`
  return database
    .update(accounts)
    .set({ state: sql`CASE WHEN EXISTS (${other}) THEN 'deleted' END`, changedAt: now })
    .where(and(eq(accounts.organisationId, account.organisationId), eq(accounts.id, account.id)))
}

export function deletePasskeysStatement(
  database: Database,
  account: Pick<Account, 'organisationId' | 'id'>,
): Statement {
  return database
    .delete(passkeys)
    .where(and(eq(passkeys.organisationId, account.organisationId), eq(passkeys.accountId, account.id)))
}
