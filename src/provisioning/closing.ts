import type { CloseAccountInput } from '../referee/index.ts'
import { type Context, recordEvent } from './context.ts'
import { setDisabled } from './disabling.ts'
import { openSession } from './issue.ts'
import { endDevice } from './lifecycle.ts'

/**
 * Deletes the account: its codes and invitations end, its devices are deleted one by one, and with the last event D1
 * forgets who it was. Nothing begins after that. Returns the event that must land; repeating it changes nothing.
 */
export function closeAccount(context: Context, input: CloseAccountInput): { rev: number | null } {
  const { store, now } = context
  const known = openSession(context, input)
  if (known.closedAt !== null) return { rev: store.nextEvent() ? known.rev : null }
  setDisabled(context, { ...input, disabled: true })
  // Those that ended before are left as they are.
  for (const { deviceId } of store.listClaims())
    endDevice(context, { deviceId, actor: input.actor, as: 'deleted', reason: 'account deleted' })
  // What was just decided has raised `rev`.
  const session = openSession(context, input)
  session.closedAt = now
  const rev = recordEvent(context, session, {
    actor: input.actor,
    action: 'account.deleted',
    detail: { account: session.accountId },
    deleted: true,
  })
  return { rev }
}
