import { PAGE_SIZE } from '../kernel/paging.ts'
import type { Database } from '../runtime/database.ts'
import { type KnownDevice, readKnownDevices } from './names-store.ts'

/** What devices are called, for lists that know their ids only. */
export function makeDeviceNames(database: Database) {
  return {
    /** The devices behind at most 50 ids, with their owners, by id. Ids of elsewhere are left out. */
    async of(organisationId: number, ids: Iterable<string>): Promise<Map<string, KnownDevice>> {
      const asked = [...new Set(ids)].slice(0, PAGE_SIZE)
      if (asked.length === 0) return new Map()
      const known = await readKnownDevices(database, organisationId, asked)
      return new Map(known.map((device) => [device.id, device]))
    },
  }
}

export type DeviceNames = ReturnType<typeof makeDeviceNames>
