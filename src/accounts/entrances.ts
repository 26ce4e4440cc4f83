import { auditStatement, newEntry } from '../audit/index.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { hashSecret, makeLongSecret } from '../kernel/secrets.ts'
import { type Instant, MINUTE } from '../kernel/time.ts'
import type { Actor } from '../referee/index.ts'
import { isRefusedBy } from '../runtime/constraints.ts'
import { type Database, runBatch } from '../runtime/database.ts'
import { makeBootstrap } from './bootstrap.ts'
import * as store from './entrances-store.ts'
import type { EnrolmentGround } from './passkeys.ts'
import type { Holder } from './passkeys-store.ts'
import { mayEnter, RECOVERY_LIFE } from './rules.ts'
import { ownActor } from './sessions.ts'
import { endAllSessionsStatement } from './store.ts'
import type { Account } from './types.ts'

/** Attempts with a link that has ended become one row of the audit in so long. */
const REFUSAL_SPAN = 15 * MINUTE

/** The ways into an account at `/sign-in`: which accounts an address has, recovery links, the bootstrap secret. */
export function makeEntrances(options: {
  database: Database
  /** Recovery links are built on it. */
  baseUrl: string
  /** Null where none is configured: nobody can claim the service then. */
  bootstrapSecret: string | null
}) {
  const { database, baseUrl } = options
  const bootstrap = makeBootstrap({ database, secret: options.bootstrapSecret })

  const audit = (
    account: Account,
    action: 'recovery.issued' | 'recovery.used',
    actor: Actor,
    now: Instant,
    detail: Record<string, number>,
  ) => {
    const { organisationId, id: accountId } = account
    return auditStatement(database, newEntry({ organisationId, at: now, actor, action, accountId, detail }))
  }

  async function refuseRecovery(account: Account, linkId: string, now: Instant) {
    const entry = newEntry({
      organisationId: account.organisationId,
      at: now,
      actor: { kind: 'system', id: 'recovery' },
      action: 'recovery.refused',
      accountId: account.id,
      detail: { reason: 'ended' },
    })
    const id = `aud_recovery_${linkId}_${Math.floor(now / REFUSAL_SPAN)}`
    await runBatch(database, [auditStatement(database, { ...entry, id })])
    return refuse('ended' as const)
  }

  const mayRecover = ({ account, organisation }: Holder) =>
    account.role !== 'device_owner' && mayEnter(account, organisation)

  return {
    readBootstrap: bootstrap.readBootstrap,
    claim: bootstrap.claim,

    /**
     * Every account of a proved address that may be signed in to, over all organisations; supervisors are of
     * organisation 0.
     */
    listEntrances: (address: string): Promise<store.Entrance[]> => store.listEntrances(database, address),

    /**
     * Makes a link with which a manager or supervisor gets a new passkey in place of all former ones: once,
     * within a day. A former link of the account ends. Whether the actor may is for the caller to say. Throws
     * for a device owner, who needs none.
     */
    async issueRecovery(
      account: Account,
      actor: Actor,
      now: Instant,
    ): Promise<{ url: string; endsAt: Instant }> {
      if (account.role === 'device_owner') throw new Error('device owners sign in by e-mail')
      const secret = makeLongSecret()
      const endsAt = now + RECOVERY_LIFE
      await runBatch(database, [
        store.endRecoveriesStatement(database, account, now),
        store.insertRecoveryStatement(database, {
          id: hashSecret(secret),
          accountId: account.id,
          organisationId: account.organisationId,
          createdBy: actor.id,
          createdAt: now,
          endsAt,
        }),
        audit(account, 'recovery.issued', actor, now, { endsAt }),
      ])
      return { url: `${baseUrl}/sign-in/recover?k=${secret}`, endsAt }
    },

    /** Whose link it is, while it can be used. Changes nothing. */
    async findRecovery(secret: string, now: Instant): Promise<(Holder & { endsAt: Instant }) | null> {
      const found = await store.findRecovery(database, hashSecret(secret))
      if (!found || found.link.usedAt !== null || found.link.endsAt <= now || !mayRecover(found)) return null
      const { account, organisation, link } = found
      return { account, organisation, endsAt: link.endsAt }
    },

    /** Uses a link: every session of the account ends, and the browser may make a passkey. */
    async useRecovery(
      secret: string,
      now: Instant,
    ): Promise<Result<{ account: Account; ground: EnrolmentGround }, 'ended'>> {
      const id = hashSecret(secret)
      const found = await store.findRecovery(database, id)
      if (!found) return refuse('ended')
      const { account } = found
      if (!mayRecover(found)) return refuseRecovery(account, id, now)
      try {
        await runBatch(database, [
          store.useRecoveryStatement(database, id, now),
          endAllSessionsStatement(database, account),
          audit(account, 'recovery.used', ownActor(account), now, {}),
        ])
      } catch (error) {
        if (isRefusedBy(error, 'recovery_links.account_id')) return refuseRecovery(account, id, now)
        throw error
      }
      const { id: accountId, organisationId } = account
      return ok({ account, ground: { accountId, organisationId, since: now, replaces: true } })
    },
  }
}

export type Entrances = ReturnType<typeof makeEntrances>
