import { auditStatement, newEntry } from '../audit/index.ts'
import type { Platform } from '../kernel/platform.ts'
import type { Instant } from '../kernel/time.ts'
import { messageStatement, queueMessages } from '../messaging/index.ts'
import type { Actor } from '../referee/index.ts'
import type { Bindings } from '../runtime/bindings.ts'
import { type Database, runBatch } from '../runtime/database.ts'
import type { Account } from './types.ts'

/**
 * Puts the message with a fresh provision code on its way. The row holds no secret: link and PIN are asked of the
 * provision session when the message is sent. Where the account may not see PINs, it has none.
 */
export async function sendProvisionCode(
  { database, messages }: { database: Database; messages: Bindings['messages'] },
  input: {
    account: Account
    grant: { id: string; platform: Platform }
    /** Absent: by e-mail, which nobody chose. */
    channel?: 'email' | 'sms'
    actor: Actor
    now: Instant
  },
): Promise<void> {
  const { account, grant, channel, actor, now } = input
  const { organisationId, id: accountId, ref, address, phone, locale, permissions } = account
  const id = `msg_${grant.id}`
  const { platform } = grant
  const recipient = channel === 'sms' ? (phone ?? '') : address
  const payload = { ref, grantId: grant.id, platform, pinElsewhere: !permissions.includes('pin') }
  const message = { id, organisationId, accountId, recipient, locale, ...(channel && { channel }) }
  const entry = newEntry({
    organisationId,
    at: now,
    actor,
    action: 'account.reprovisioned',
    accountId,
    detail: { address, ...(channel && { channel }), platform, grant: grant.id },
  })
  await runBatch(database, [
    messageStatement(database, { ...message, kind: 'provision_code', payload }, now),
    auditStatement(database, entry),
  ])
  await queueMessages(messages, [id])
}
