import { getTableColumns, type SQL, sql } from 'drizzle-orm'
import { DAY } from '../kernel/time.ts'
import { organisations } from '../organisations/schema.ts'
import { type Database, prepareStatement, type Statement } from '../runtime/database.ts'
import { invitations } from './schema.ts'
import type { InvitationDecision } from './types.ts'

type InvitationRow = typeof invitations.$inferInsert
type Projected = Required<InvitationDecision & { changedAt: number }>

/** What is decided when an invitation is made, and never again. */
const FIRST_WORD = new Set(['id', 'organisationId', 'accountId', 'ref', 'jobId', 'createdAt', 'createdBy'])
const OURS = new Set([
  ...['delivery', 'deliveryReason', 'deliveredAt'],
  ...['remindersOff', 'reminded', 'remindAt', 'status'],
])

const upsertInvitation = prepareStatement<Projected>((database) => {
  const columns = getTableColumns(invitations)
  const names = (Object.keys(columns) as (keyof typeof columns)[]).filter((name) => !OURS.has(name))
  const values = Object.fromEntries(names.map((name) => [name, sql.placeholder(name)]))
  return database
    .insert(invitations)
    .values({ ...values, remindersOff: leftOut(), remindAt: firstReminder() } as unknown as InvitationRow)
    .onConflictDoUpdate({
      target: invitations.id,
      set: Object.fromEntries(
        names
          .filter((name) => !FIRST_WORD.has(name))
          .map((name) => [
            name,
            // A message that fared meanwhile stamped the row too: a list that polls must not go back.
            name === 'changedAt'
              ? sql.raw('max(invitations.changed_at, excluded.changed_at)')
              : sql.raw(`excluded.${columns[name].name}`),
          ]),
      ),
      setWhere: sql`excluded.rev > ${invitations.rev} AND excluded.organisation_id = ${invitations.organisationId}`,
    })
})

/** A person whom a manager left out of reminders stays so when another invitation follows. */
function leftOut(): SQL {
  return sql`coalesce((SELECT former.reminders_off FROM invitations AS former
    WHERE former.account_id = ${sql.placeholder('accountId')} ORDER BY former.created_at DESC LIMIT 1), 0)`
}

/** None for an invitation that no message brought, or where the organisation reminds nobody. */
function firstReminder(): SQL {
  return sql`CASE WHEN ${sql.placeholder('channel')} <> 'none' AND NOT ${leftOut()} THEN
    (SELECT ${sql.placeholder('createdAt')} + json_extract(${organisations.reminderDays}, '$[0]') * ${sql.raw(String(DAY))}
      FROM ${organisations} WHERE ${organisations.id} = ${sql.placeholder('organisationId')}) END`
}

/**
 * The invitation's row as the provision session decided it, for the batch of its event. An event that arrives
 * late never overwrites a newer one. The first word also sets when its person is reminded, by the organisation's
 * schedule of that moment.
 */
export function saveInvitationStatement(
  database: Database,
  decision: InvitationDecision,
  changedAt: number,
): Statement {
  return upsertInvitation(database, { ...decision, changedAt })
}
