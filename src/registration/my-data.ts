import { type Account, makeOwnAccount, type People, type PersonRead } from '../accounts/index.ts'
import { copyFor } from '../copy/index.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import type { Instant } from '../kernel/time.ts'
import type { Provisioning } from '../provisioning/index.ts'
import type { Actor } from '../referee/index.ts'
import type { Database } from '../runtime/database.ts'
import { describeError, log } from '../runtime/logger.ts'
import { type MyData, writeMyData } from './my-data-file.ts'
import { readMyData } from './my-data-store.ts'

/** Nobody deletes themselves, and a manager who can sign in stays. */
export type DeleteAccountRefusal = 'self' | 'last_manager' | 'temporarily_unavailable'

/** What people do with their own account and data, and how an account is deleted. */
export function makeMyData(options: {
  database: Database
  people: Pick<People, 'setRole'>
  provisioning: Pick<Provisioning, 'sessionOf'>
}) {
  const { database, people, provisioning } = options
  const own = makeOwnAccount(database)

  return {
    ...own,

    /**
     * Everything that is kept about the account's person, as `docs/decisions` describes it; that it was taken is noted.
     * Two round trips. Null: the account is gone.
     */
    async collect(
      account: Account,
      organisation: { name: string; slug: string },
      now: Instant,
    ): Promise<MyData | null> {
      const read = await readMyData(database, account)
      if (!read) return null
      await own.recordExport(account, now)
      return writeMyData(read, organisation, await copyFor(read.account.locale), now)
    },

    /**
     * Deletes somebody's account. The provision session ends everything that they have, then D1 forgets who they were.
     * What answers `temporarily_unavailable` was decided all the same where the session could be reached.
     */
    async deleteAccount(input: {
      found: PersonRead
      actor: Actor
      now: Instant
    }): Promise<Result<null, DeleteAccountRefusal>> {
      const { found, actor, now } = input
      const { account } = found
      if (actor.id === account.id) return refuse('self')
      // Two managers who delete each other at once: a role is taken from the last one by nobody.
      if (account.role === 'manager' && account.state === 'active') {
        const taken = await people.setRole({ found, role: 'device_owner', actor, now })
        if (!taken.ok && taken.error === 'last_manager') return refuse('last_manager')
      }
      const { organisationId, id: accountId, ref, address, locale } = account
      try {
        const notify = { address, locale }
        const closed = await provisioning
          .sessionOf(ref)
          .closeAccount({ organisationId, accountId, ref, notify, actor })
        return closed.ok ? ok(null) : closed
      } catch (error) {
        log('error', 'account.session_down', { reason: describeError(error) })
        return refuse('temporarily_unavailable')
      }
    },
  }
}

export type MyDataService = ReturnType<typeof makeMyData>
