import type { AccountRef, DeviceId } from '../kernel/ids.ts'
import type { Instant } from '../kernel/time.ts'
import type { Database, Statement } from '../runtime/database.ts'
import { announce } from './announcing.ts'
import { makeAnswering } from './answering.ts'
import { makeAsking } from './asking.ts'
import { type Fetching, fetchStatement, readFetched } from './delivery-store.ts'
import { nextCheckIn } from './rules.ts'
import { listCommands } from './store.ts'
import type { DeliveredCommand, ListedCommand } from './types.ts'

/** What a check-in runs as the last statement of its batch, and how it reads what that answers. */
export type CommandFetch = {
  statement: Statement
  read(rows: Record<string, unknown>[]): DeliveredCommand[]
}

/** What devices are asked to do, and what becomes of it. */
export function makeCommands(options: { database: Database; provisionSessions: DurableObjectNamespace }) {
  const { database, provisionSessions } = options

  return {
    ...makeAsking(options),
    ...makeAnswering(options),

    /** What was asked of a device, the newest 20. Of another organisation: none. */
    listOf(organisationId: number, deviceId: DeviceId): Promise<ListedCommand[]> {
      return listCommands(database, organisationId, deviceId)
    },

    /** The same for those who manage it: where a device was is its owner's to know. */
    async listForManagers(organisationId: number, deviceId: DeviceId): Promise<ListedCommand[]> {
      const found = await listCommands(database, organisationId, deviceId)
      return found.map((command) => (command.kind === 'locate' ? { ...command, result: null } : command))
    },

    /**
     * Hands over what the authenticated device has to do, in one statement that its check-in runs with what else it
     * writes. What it got before and has not answered is handed over again, with the same id.
     */
    fetch: (device: Fetching, now: Instant): CommandFetch => ({
      statement: fetchStatement(database, device, now),
      read: readFetched,
    }),

    /** After a check-in: tells the owner's pages of what was handed over for the first time. */
    async announceDelivered(
      device: { id: DeviceId; ref: AccountRef },
      commands: DeliveredCommand[],
      now: Instant,
    ): Promise<void> {
      if (commands.some(({ deliveredAt }) => deliveredAt === now)) await announce(provisionSessions, device)
    },

    nextCheckIn,
  }
}

export type Commands = ReturnType<typeof makeCommands>
