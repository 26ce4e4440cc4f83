import type { Account } from '../accounts/index.ts'
import { commandsQuery, type ListedCommand, viewCommands } from '../commands/index.ts'
import { type DerivedCredential, presentQuery, viewPresent } from '../derived-credentials/index.ts'
import type { DeviceId } from '../kernel/ids.ts'
import type { Instant } from '../kernel/time.ts'
import type { Database } from '../runtime/database.ts'

/** What other rooms know of a device, for its owner's page. */
export function makeDeviceExtras(database: Database) {
  return {
    /**
     * What the device was asked to do, the newest 20, and its derived credential where the account may have one: one
     * round trip. A device of the same organisation: whose it is, the caller has to ask.
     */
    async read(
      { id: accountId, organisationId, permissions }: Account,
      deviceId: DeviceId,
      now: Instant,
    ): Promise<{ commands: ListedCommand[]; credential: DerivedCredential | null }> {
      const [commands, present] = await database.batch([
        commandsQuery(database, organisationId, deviceId),
        presentQuery(database, { organisationId, accountId }, deviceId),
      ])
      const credential = permissions.includes('derived_credential') ? viewPresent(present, now) : null
      return { commands: viewCommands(commands), credential }
    },
  }
}

export type DeviceExtras = ReturnType<typeof makeDeviceExtras>
