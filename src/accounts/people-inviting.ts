import { auditManyStatement, newEntry } from '../audit/index.ts'
import type { Instant } from '../kernel/time.ts'
import type { Actor } from '../referee/index.ts'
import type { Statement } from '../runtime/database.ts'
import { insertRows } from '../runtime/rows-store.ts'
import { makeAccount } from './people-making.ts'
import type { PersonDetails } from './people-rules.ts'
import { inChunks, insertPeople } from './people-write-store.ts'
import { accountAddresses } from './schema.ts'
import type { Account } from './types.ts'

type By = { organisationId: number; actor: Actor; now: Instant }

/**
 * Accounts for people whom somebody invites and nobody knows yet, in the order given, with the statements that
 * make them. They are `invited`; an address that is taken meanwhile fails the whole batch.
 */
export function newPeopleStatements(
  people: { address: string; details: PersonDetails }[],
  { organisationId, actor, now }: By,
): { made: Account[]; statements: Statement[] } {
  const made = people.map((person) => makeAccount({ organisationId, role: 'device_owner', ...person }))
  const entries = made.map(({ id, address }) =>
    newEntry({
      organisationId,
      at: now,
      actor,
      action: 'account.added',
      accountId: id,
      detail: { address, by: 'invitation' },
    }),
  )
  return {
    made,
    statements: [...insertPeople(made, now), ...inChunks(entries).map((some) => auditManyStatement(some))],
  }
}

/**
 * Further addresses under which accounts are invited: nobody proved them yet. One that is taken meanwhile fails
 * the whole batch.
 */
export function addAddressesStatements(
  added: { accountId: string; address: string }[],
  { organisationId, actor, now }: By,
): Statement[] {
  return inChunks(added).flatMap((some) => [
    insertRows(
      accountAddresses,
      some.map((one) => ({ ...one, organisationId, provedAt: 0 })),
    ),
    auditManyStatement(
      some.map(({ accountId, address }) =>
        newEntry({
          organisationId,
          at: now,
          actor,
          action: 'account.changed',
          accountId,
          detail: { address, changes: [{ field: 'addresses', before: null, after: address }] },
        }),
      ),
    ),
  ])
}
