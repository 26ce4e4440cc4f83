import type { Account } from '../accounts/index.ts'
import { auditStatement, newEntry } from '../audit/index.ts'
import { copyFor } from '../copy/index.ts'
import { LIVING } from '../devices/index.ts'
import { type DeviceId, ID_BYTES, makeId } from '../kernel/ids.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { randomBytes } from '../kernel/secrets.ts'
import type { Instant } from '../kernel/time.ts'
import { type Actor, refereeOf } from '../referee/index.ts'
import { findConstraint } from '../runtime/constraints.ts'
import { type Database, runBatch } from '../runtime/database.ts'
import { describeError, log } from '../runtime/logger.ts'
import { announce } from './announcing.ts'
import {
  canBeTold,
  isOpen,
  LIFETIME,
  mayAsk,
  mayEndNow,
  narrowScope,
  OPEN_MAX,
  readMessage,
} from './rules.ts'
import * as store from './store.ts'
import type { AskRefusal, CancelRefusal, Command, CommandKind, EndRefusal, WipeScope } from './types.ts'

/** Who does something about which device. Owners about their own, managers about any of their organisation. */
export type CommandAct = { account: Account; deviceId: DeviceId; actor: Actor; now: Instant }

const whose = ({ account, actor }: CommandAct): store.Whose => ({
  organisationId: account.organisationId,
  accountId: actor.kind === 'manager' ? null : account.id,
})

const may = ({ account, actor }: CommandAct, kind: CommandKind) =>
  mayAsk({ actor: actor.kind, role: account.role, permissions: account.permissions }, kind)

/** What is asked. `scope`: what a wipe may erase at most, as who asked was told; less where the device is personal. */
export type CommandAsk = CommandAct & {
  kind: CommandKind
  message?: string | undefined
  scope?: WipeScope | undefined
}

/** What people do about commands. */
export function makeAsking(options: { database: Database; provisionSessions: DurableObjectNamespace }) {
  const { database, provisionSessions } = options

  function entryOf(target: store.Target, act: CommandAct, command: Pick<Command, 'kind' | 'params'>) {
    const { scope } = command.params
    return (action: 'command.queued' | 'command.cancelled') =>
      auditStatement(
        database,
        newEntry({
          organisationId: target.organisationId,
          at: act.now,
          actor: act.actor,
          action,
          accountId: target.accountId,
          deviceId: target.id,
          detail: { command: command.kind, platform: target.platform, ...(scope && { scope }) },
        }),
      )
  }

  /** One try: null where somebody was faster. */
  async function queue(act: CommandAsk): Promise<Result<Command, AskRefusal> | null> {
    const { kind, now, actor, account } = act
    const found = await store.readTarget(database, whose(act), act.deviceId)
    // A slot is no device yet.
    if (!found || found.target.platform === null) return refuse('not_found')
    if (!may(act, kind)) return refuse('not_permitted')
    const { target } = found
    if (!LIVING.includes(target.lifecycle)) return refuse('ended')
    if (!canBeTold(target)) return refuse('unreachable')
    const open = found.commands.filter((one) => one.epoch === target.epoch && isOpen(one, now))
    const same = open.find((one) => one.kind === kind)
    if (same) return ok(same)
    if (open.length >= OPEN_MAX) return refuse('too_many')
    // Whoever looks for a device is named on it, whatever the agent would say by itself.
    const message =
      kind === 'locate'
        ? readMessage((await copyFor(account.locale)).commands.notice(account.name))
        : readMessage(act.message)
    const command = {
      id: makeId('cmd', randomBytes(ID_BYTES)),
      kind,
      params: {
        ...(message && { message }),
        ...(kind === 'wipe' && { scope: narrowScope(act.scope, target.ownership) }),
      },
      askedBy: actor.kind,
      askedById: actor.id,
      createdAt: now,
      endsAt: now + LIFETIME[kind],
    }
    try {
      await runBatch(database, [
        store.queueStatement(database, target, command),
        entryOf(target, act, command)('command.queued'),
      ])
    } catch (error) {
      if (findConstraint(error) === null) throw error
      return null
    }
    await announce(provisionSessions, target)
    return ok({
      ...command,
      deviceId: target.id,
      epoch: target.epoch,
      state: 'queued',
      result: null,
      deliveredAt: null,
      finishedAt: null,
    })
  }

  return {
    /**
     * Asks a device to do something when it checks in next. What it was asked already, and has not done, stays one
     * command, with the words that came first.
     */
    async ask(act: CommandAsk): Promise<Result<Command, AskRefusal>> {
      return (await queue(act)) ?? (await queue(act)) ?? refuse('too_many')
    },

    /**
     * Takes back what the device has not fetched yet. Owners take back what they asked for themselves; managers
     * anything, so that whoever holds a stolen device's mailbox cannot stop its wipe.
     */
    async cancel(act: CommandAct & { commandId: string }): Promise<Result<null, CancelRefusal>> {
      const found = await store.readCommand(database, whose(act), act.deviceId, act.commandId)
      if (!found) return refuse('not_found')
      const { target, command } = found
      if (act.actor.kind !== 'manager' && command.askedById !== act.actor.id) return refuse('not_permitted')
      if (command.state !== 'queued' || !isOpen(command, act.now)) return refuse('too_late')
      try {
        await runBatch(database, [
          store.cancelStatement(database, target.organisationId, command.id, act.now),
          entryOf(target, act, command)('command.cancelled'),
        ])
      } catch (error) {
        if (findConstraint(error) === null) throw error
        return refuse('too_late')
      }
      await announce(provisionSessions, target)
      return ok(null)
    },

    /**
     * Retires a device at once, without its answer: one that cannot be told, or that was asked to go and did not
     * come to its end. Its credential is dead; what was installed on it stays until somebody removes it by hand.
     */
    async end(act: CommandAct): Promise<Result<null, EndRefusal>> {
      const found = await store.readTarget(database, whose(act), act.deviceId)
      if (!found || found.target.platform === null) return refuse('not_found')
      if (!may(act, 'retire')) return refuse('not_permitted')
      const { target, commands } = found
      if (!LIVING.includes(target.lifecycle)) return refuse('ended')
      const asked = commands.map((one) => ({ ...one, current: one.epoch === target.epoch }))
      if (!mayEndNow(target, asked)) return refuse('not_asked')
      try {
        const ended = await refereeOf(provisionSessions, target.ref).endDevice({
          deviceId: target.id,
          actor: act.actor,
          as: 'retired',
        })
        // The record was behind its session: there it is over already.
        return ended.ok ? ended : refuse(ended.error === 'unknown' ? 'ended' : ended.error)
      } catch (error) {
        log('warn', 'device.not_retired', { reason: describeError(error) })
        return refuse('temporarily_unavailable')
      }
    },
  }
}
