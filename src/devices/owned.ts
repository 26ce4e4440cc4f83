import type { Account } from '../accounts/index.ts'
import { auditStatement, describeChanges, newEntry } from '../audit/index.ts'
import { checkFields, type FieldProblems } from '../kernel/fields.ts'
import type { AccountRef } from '../kernel/ids.ts'
import { decideOwnership, type Ownership } from '../kernel/ownership.ts'
import { readCursor } from '../kernel/paging.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import type { Instant } from '../kernel/time.ts'
import type { Organisation } from '../organisations/index.ts'
import { type Actor, refereeOf } from '../referee/index.ts'
import { type Database, runBatch } from '../runtime/database.ts'
import { describeError, log } from '../runtime/logger.ts'
import { cutOwned, deviceNameSchema, isEnded, OWNED_WINDOW } from './owned-rules.ts'
import { nameStatement, readOwnedDetail, readOwnedDevice, readOwnedDevices } from './owned-store.ts'
import type { OwnedDevice, OwnedDevicePage, OwnedDeviceRead } from './owned-types.ts'

/** `ended`: it is over, and keeps the name that it had. */
export type RenameRefusal =
  | { code: 'not_found' }
  | { code: 'ended' }
  | { code: 'not_accepted'; problems: FieldProblems }

export type OwnershipRefusal = 'not_found' | 'ended' | 'not_permitted' | 'temporarily_unavailable'

type Levels = Pick<Organisation, 'defaultOwnership' | 'ownershipChoosable'>

/** Somebody's own devices. One of another account is not found, in whatever organisation it is. */
export function makeOwnedDevices(options: { database: Database; provisionSessions: DurableObjectNamespace }) {
  const { database } = options
  const ownerOf = ({ id, organisationId }: Account) => ({ organisationId, accountId: id })
  const refereeFor = (ref: AccountRef) => refereeOf(options.provisionSessions, ref)

  /** The device, and whether its owner may say whose it is. */
  async function readWith(account: Account, organisation: Levels, deviceId: string) {
    const found = await readOwnedDetail(database, ownerOf(account), deviceId)
    if (!found) return null
    const { ownership: template, ...read } = found
    const { choosable } = decideOwnership({ template, account, organisation })
    return { ...read, mayChangeOwnership: choosable && !isEnded(read.device) }
  }

  return {
    find(account: Account, deviceId: string): Promise<OwnedDevice | null> {
      return readOwnedDevice(database, ownerOf(account), deviceId)
    },

    /** A device with what its own page shows. Null: none of this account. */
    read(account: Account, organisation: Levels, deviceId: string): Promise<OwnedDeviceRead | null> {
      return readWith(account, organisation, deviceId)
    },

    /**
     * A page of the devices that live, or of those that are over; the newest first. `after` is the former page's
     * `next`. At most 100 devices are looked at for one.
     */
    async list(
      account: Account,
      { after = null, ended = false }: { after?: string | null; ended?: boolean } = {},
    ): Promise<OwnedDevicePage> {
      const [before] = readCursor(after, 1) ?? []
      const place = typeof before === 'number' ? before : null
      return cutOwned(await readOwnedDevices(database, ownerOf(account), place, OWNED_WINDOW + 1), ended)
    },

    /**
     * Gives the device a name that what it says of itself does not overwrite; an empty one leaves it to the device
     * again, which tells it at its next check-in.
     */
    async rename(
      account: Account,
      input: { deviceId: string; name: string; actor: Actor; now: Instant },
    ): Promise<Result<null, RenameRefusal>> {
      const { deviceId, actor, now } = input
      const read = checkFields(deviceNameSchema, { name: input.name })
      if (!read.ok) return refuse({ code: 'not_accepted', problems: read.error })
      const owner = ownerOf(account)
      const device = await readOwnedDevice(database, owner, deviceId)
      if (!device) return refuse({ code: 'not_found' })
      if (isEnded(device)) return refuse({ code: 'ended' })
      const name = read.value.name || null
      if (device.nameGiven ? device.name === name : name === null) return ok(null)
      const changes = describeChanges({ name: device.name }, { name })
      const entry = newEntry({
        organisationId: owner.organisationId,
        at: now,
        actor,
        action: 'device.renamed',
        accountId: account.id,
        deviceId,
        detail: { platform: device.platform, changes },
      })
      await runBatch(database, [
        nameStatement(database, owner, { id: deviceId, name, now }),
        auditStatement(database, entry),
      ])
      await refereeFor(account.ref)
        .announce({ deviceId })
        .catch((error: unknown) => log('warn', 'device.not_announced', { reason: describeError(error) }))
      return ok(null)
    },

    /** Says whose device it is: the provision session decides, and D1 hears of it as an event. */
    async setOwnership(
      account: Account,
      input: { organisation: Levels; deviceId: string; ownership: Ownership; actor: Actor },
    ): Promise<Result<null, OwnershipRefusal>> {
      const { deviceId, ownership, actor } = input
      const found = await readWith(account, input.organisation, deviceId)
      if (!found) return refuse('not_found')
      if (isEnded(found.device)) return refuse('ended')
      if (!found.mayChangeOwnership) return refuse('not_permitted')
      try {
        const said = await refereeFor(account.ref).setOwnership({ deviceId, ownership, actor })
        // The record was behind its session: there it is over already.
        return said.ok ? said : refuse(said.error === 'unknown' ? 'ended' : said.error)
      } catch (error) {
        log('warn', 'device.ownership_not_set', { reason: describeError(error) })
        return refuse('temporarily_unavailable')
      }
    },
  }
}

export type OwnedDevices = ReturnType<typeof makeOwnedDevices>
