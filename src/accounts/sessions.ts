import { auditStatement, newEntry } from '../audit/index.ts'
import { hashSecret, makeLongSecret } from '../kernel/secrets.ts'
import type { Instant } from '../kernel/time.ts'
import type { Actor } from '../referee/index.ts'
import type { Database, Statement } from '../runtime/database.ts'
import { describeAgent, OWNER_SESSION, STAFF_SESSION } from './rules.ts'
import * as store from './store.ts'
import type { Account, Assurance, WebSession } from './types.ts'

export type SessionOptions = {
  assurance: Assurance
  userAgent: string
  /** The cookie that the browser had before: that session ends, so that nobody goes on in an older one. */
  former?: string | null
}

/** Whether a session opens `/manage` or `/supervise`: e-mail alone never does. */
export function isStaff(account: Pick<Account, 'role'>, assurance: Assurance): boolean {
  return account.role !== 'device_owner' && assurance !== 'email'
}

/** `secret` is the cookie's value: it is handed out once and stored only as its hash. */
export type Entered = { account: Account; session: WebSession; secret: string }

/** In whose name somebody changes what is their own. */
export function ownActor(account: Pick<Account, 'id' | 'role'>): Actor {
  return { kind: account.role === 'device_owner' ? 'owner' : account.role, id: account.id }
}

/** The statements that open a session, and the cookie's value. */
export function prepareSession(
  database: Database,
  account: Account,
  options: SessionOptions,
  now: Instant,
): Entered & { statements: Statement[] } {
  const secret = makeLongSecret()
  const session: WebSession = {
    id: hashSecret(secret),
    accountId: account.id,
    organisationId: account.organisationId,
    endsAt: now + (isStaff(account, options.assurance) ? STAFF_SESSION : OWNER_SESSION),
    assurance: options.assurance,
  }
  const { address } = account
  const agent = describeAgent(options.userAgent)
  const statements = [
    store.insertSessionStatement(database, session, { address, agent }, now),
    sessionAudit(database, account, 'session.started', now, { by: options.assurance }),
  ]
  // Somebody whom a manager entered is here now.
  const invited = account.state === 'invited'
  const proved = invited
    ? store.activateStatements(database, account, now)
    : options.assurance === 'email'
      ? [store.proveStatement(database, account, now)]
      : []
  const entered = invited ? { ...account, state: 'active' as const } : account
  return { account: entered, session, secret, statements: [...proved, ...statements] }
}

/** The statements that end the session which the browser came with, if it lives. */
export async function endFormer(
  database: Database,
  former: string | null | undefined,
  now: Instant,
): Promise<Statement[]> {
  const found = former ? await store.findAnySession(database, hashSecret(former), now) : null
  if (!found) return []
  const { account, session } = found
  return [
    store.endSessionStatement(database, account, session.id),
    sessionAudit(database, account, 'session.ended', now, {}),
  ]
}

export function sessionAudit(
  database: Database,
  account: Pick<Account, 'organisationId' | 'id' | 'role'>,
  action: 'session.started' | 'session.ended',
  now: Instant,
  detail: Record<string, string | number>,
): Statement {
  return auditStatement(
    database,
    newEntry({
      organisationId: account.organisationId,
      at: now,
      actor: ownActor(account),
      action,
      accountId: account.id,
      detail,
    }),
  )
}
