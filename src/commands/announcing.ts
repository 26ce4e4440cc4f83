import type { AccountRef, DeviceId } from '../kernel/ids.ts'
import { refereeOf } from '../referee/index.ts'
import { describeError, log } from '../runtime/logger.ts'

/** Tells the pages of the device's owner to look again. Nothing hangs on it: a page that is not told is told later. */
export async function announce(
  provisionSessions: DurableObjectNamespace,
  device: { id: DeviceId; ref: AccountRef },
): Promise<void> {
  try {
    await refereeOf(provisionSessions, device.ref).announce({ deviceId: device.id })
  } catch (error) {
    log('warn', 'command.not_announced', { reason: describeError(error) })
  }
}
