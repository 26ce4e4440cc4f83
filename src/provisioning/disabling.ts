import type { SetDisabledInput } from '../referee/index.ts'
import { type Context, recordEvent } from './context.ts'
import { endInvitation } from './invitations.ts'
import { endUnclaimed, openSession } from './issue.ts'

/**
 * Disables or enables the account. Disabling ends every code that can still be claimed; claims stay, and their
 * devices hear `setup_disabled` until the account is enabled again. Returns the event that must land before
 * anybody is told; repeating it changes nothing, but waits for what has not landed yet.
 */
export function setDisabled(context: Context, input: SetDisabledInput): { rev: number | null } {
  const { store, now } = context
  const session = openSession(context, input)
  if (session.closedAt !== null) return { rev: store.nextEvent() ? session.rev : null }
  if ((session.disabledAt !== null) === input.disabled) return { rev: store.nextEvent() ? session.rev : null }

  session.disabledAt = input.disabled ? now : null
  const rev = recordEvent(context, session, {
    actor: input.actor,
    action: input.disabled ? 'account.disabled' : 'account.enabled',
    account: { disabledAt: session.disabledAt },
  })
  if (input.disabled)
    for (const grant of store.listUnclaimedGrants())
      endUnclaimed(context, session, grant, 'revoked', input.actor)
  if (input.disabled)
    for (const invitation of store.invitations.listOpen())
      endInvitation(context, session, invitation, 'revoked', input.actor)
  return { rev }
}
