import type { Account } from '../accounts/index.ts'
import {
  authenticate,
  type DeviceRefusal,
  type OwnedDevice,
  type PresentedCredential,
} from '../devices/index.ts'
import { normaliseAddress } from '../kernel/address.ts'
import { type Result, refuse } from '../kernel/result.ts'
import type { Instant } from '../kernel/time.ts'
import type { Provisioning } from '../provisioning/index.ts'
import type { PasscodeResetRefusal, PasscodeResetView } from '../referee/index.ts'
import type { Database } from '../runtime/database.ts'
import { describeError, log } from '../runtime/logger.ts'
import { hasAddress } from './passcode-resets-store.ts'

/** `not_possible`: nothing on the device could use a PIN, it is not active, or the account is switched off. */
type IssueResetRefusal = 'not_permitted' | 'not_possible' | 'temporarily_unavailable'
/** One answer for a wrong PIN and for an address that is not the account's. */
type UseResetRefusal = DeviceRefusal | PasscodeResetRefusal

/** Whether an agent on the device could use a PIN for the passcode of secure apps. */
export function takesPasscodeReset(device: Pick<OwnedDevice, 'reports' | 'lifecycle'>): boolean {
  return device.reports === 'agent' && device.lifecycle === 'active'
}

/**
 * One-time PINs with which the agent of a device lets its owner choose a new passcode for secure apps. The
 * account's provision session makes, shows and compares them.
 */
export function makePasscodeResets(rooms: { database: Database; provisioning: Provisioning }) {
  const { database, provisioning } = rooms
  return {
    /** A fresh PIN; the one before is over. `device` is one of the account's. */
    async issue(
      account: Account,
      device: OwnedDevice,
    ): Promise<Result<PasscodeResetView, IssueResetRefusal>> {
      if (!account.permissions.includes('reset_passcode')) return refuse('not_permitted')
      if (!takesPasscodeReset(device)) return refuse('not_possible')
      try {
        const issued = await provisioning
          .sessionOf(account.ref)
          .issuePasscodeReset({ deviceId: device.id, actor: { kind: 'owner', id: account.id } })
        return issued.ok ? issued : refuse('not_possible')
      } catch (error) {
        log('error', 'passcode_reset.not_issued', { reason: describeError(error) })
        return refuse('temporarily_unavailable')
      }
    },

    /** The newest of a device, with its PIN while it can be used. Null: none, not for this account, or not now. */
    async show(account: Account, device: OwnedDevice): Promise<PasscodeResetView | null> {
      if (!account.permissions.includes('reset_passcode')) return null
      return provisioning
        .sessionOf(account.ref)
        .showPasscodeReset({ deviceId: device.id })
        .catch((error: unknown) => {
          log('warn', 'passcode_reset.not_shown', { reason: describeError(error) })
          return null
        })
    },

    /** The device, known by its credential, has its owner's address and PIN. The same PIN again is answered the same. */
    async use(input: {
      presented: PresentedCredential
      username: string
      /** Eight digits. */
      pin: string
    }): Promise<Result<{ usedAt: Instant }, UseResetRefusal>> {
      const { presented, username, pin } = input
      try {
        const found = await authenticate(database, presented)
        if (!found.ok) return found
        const { device, account } = found.value
        const address = normaliseAddress(username)
        const own =
          address !== null &&
          (address === account.address ||
            (await hasAddress(database, device.organisationId, device.accountId, address)))
        if (!own) return refuse('invalid_pin')
        return await provisioning.sessionOf(device.ref).usePasscodeReset({ deviceId: device.id, pin })
      } catch (error) {
        log('error', 'passcode_reset.not_used', { reason: describeError(error) })
        return refuse('temporarily_unavailable')
      }
    },
  }
}

export type PasscodeResets = ReturnType<typeof makePasscodeResets>
