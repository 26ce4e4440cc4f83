import { type AuditEntry, auditManyStatement } from '../audit/index.ts'
import type { Instant } from '../kernel/time.ts'
import { messagesStatement, type NewMessage, queueMessages } from '../messaging/index.ts'
import { type Actor, refereeOf } from '../referee/index.ts'
import type { Bindings } from '../runtime/bindings.ts'
import { type Database, runBatch } from '../runtime/database.ts'
import { describeError, log } from '../runtime/logger.ts'
import { type ActedOn, readActedOn } from './acts-store.ts'
import { idsOf, inGroups, sumUp } from './bulk-rules.ts'
import type { BulkOutcome, RenewRefusal } from './list-types.ts'
import { isTooSoon, livingCode, RENEW_EVERY, type Renewal, renewalStateOf } from './renewing-rules.ts'

type Asked = { organisationId: number; deviceIds: string[]; actor: Actor; now: Instant }

/** A way back in for owners, with what they have already: nothing is issued and nothing is changed by it. */
export function makeRenewing(options: {
  database: Database
  provisionSessions: DurableObjectNamespace
  messages: Bindings['messages']
}) {
  const { database } = options

  /** What brings a device back: the living invitation, else the code of its platform that lives. */
  async function grantsOf(
    ref: string,
    devices: ActedOn[],
    now: Instant,
  ): Promise<Map<string, Renewal['grant']> | null> {
    const referee = refereeOf(options.provisionSessions, ref)
    try {
      const invitation = await referee.livingInvitation()
      if (invitation) return new Map(devices.map(({ id }) => [id, { kind: 'invitation', id: invitation.id }]))
      const codes = await referee.listOpenGrants()
      return new Map(
        devices.map(({ id, platform }) => {
          const code = livingCode(codes, platform, now)
          return [id, code && { kind: 'provision_code', id: code.id }]
        }),
      )
    } catch (error) {
      log('warn', 'device.not_renewed', { reason: describeError(error) })
      return null
    }
  }

  return async function renewMany(asked: Asked): Promise<BulkOutcome<RenewRefusal>> {
    const { organisationId, actor, now } = asked
    const ids = idsOf(asked.deviceIds)
    const found = await readActedOn(database, organisationId, ids, now - RENEW_EVERY)
    const refusals = new Map<string, RenewRefusal | null>()
    const byOwner = new Map<string, ActedOn[]>()
    for (const device of found.values())
      if (isTooSoon(device.renewedAt, now)) refusals.set(device.id, 'too_soon')
      else if (device.ownerOff) refusals.set(device.id, 'owner_disabled')
      else byOwner.set(device.ref, [...(byOwner.get(device.ref) ?? []), device])

    const renewals = await inGroups([...byOwner], async ([ref, devices]) => {
      const grants = await grantsOf(ref, devices, now)
      for (const { id } of devices) refusals.set(id, grants ? null : 'temporarily_unavailable')
      return grants ? devices.map((device) => ({ device, grant: grants.get(device.id) ?? null })) : []
    })
    const made = renewals.flat().map(({ device, grant }) => ({
      message: messageOf(device, grant, asked),
      entry: entryOf(device, grant, { organisationId, actor, now }),
    }))
    if (made.length > 0) {
      const messages = made.map(({ message }) => message)
      await runBatch(database, [
        messagesStatement(messages, now),
        auditManyStatement(made.map(({ entry }) => entry)),
      ])
      await queueMessages(
        options.messages,
        messages.map(({ id }) => id),
      )
    }
    return sumUp(ids, refusals, 'not_found')
  }
}

/** The same device within the same hour is the same message and the same entry, however often it is asked for. */
function onceOf(device: ActedOn, now: Instant): string {
  return `renewal.${device.id}.${Math.floor(now / RENEW_EVERY)}`
}

function messageOf(
  device: ActedOn,
  grant: Renewal['grant'],
  { organisationId, now }: Pick<Asked, 'organisationId' | 'now'>,
): NewMessage {
  const { ref, status, reason } = device
  return {
    id: `msg_${onceOf(device, now)}`,
    organisationId,
    accountId: device.accountId,
    recipient: device.address,
    locale: device.locale,
    kind: 'renewal',
    payload: {
      ref,
      deviceId: device.id,
      deviceName: device.name,
      platform: device.platform,
      state: renewalStateOf(status, reason),
      permissions: reason?.kind === 'permissions' ? reason.names : [],
      grant,
    },
  }
}

function entryOf(
  device: ActedOn,
  grant: Renewal['grant'],
  { organisationId, actor, now }: Pick<Asked, 'organisationId' | 'actor' | 'now'>,
): AuditEntry {
  const state = renewalStateOf(device.status, device.reason)
  return {
    id: `aud_${onceOf(device, now)}`,
    organisationId,
    at: now,
    actor,
    action: 'device.renewed',
    accountId: device.accountId,
    deviceId: device.id,
    detail: { platform: device.platform, state, grant: grant?.kind ?? null },
  }
}
