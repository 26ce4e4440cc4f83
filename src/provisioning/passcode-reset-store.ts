import type { DeviceId } from '../kernel/ids.ts'
import type { Instant } from '../kernel/time.ts'
import { type Row, readRow, toSnake } from './provision-session-rows.ts'
import type { PasscodeReset } from './types.ts'

/** PINs for passcodes. Their table is one of `ProvisionSessionStore`, who makes it. */
export class PasscodeResetStore {
  private readonly sql: SqlStorage

  constructor(storage: DurableObjectStorage) {
    this.sql = storage.sql
  }

  /** The newest of a device. */
  find(deviceId: DeviceId): PasscodeReset | null {
    const [row] = this.sql
      .exec('SELECT * FROM passcode_resets WHERE device_id = ? ORDER BY created_at DESC LIMIT 1', deviceId)
      .toArray()
    return row ? readRow<PasscodeReset>(row as Row) : null
  }

  /** What can no longer be shown is not kept readable either. */
  forgetSeals(now: Instant): void {
    this.sql.exec(
      'UPDATE passcode_resets SET sealed = NULL WHERE sealed IS NOT NULL AND valid_until <= ?',
      now,
    )
  }

  /** Keeps this one, and none besides of the same device. */
  save(reset: PasscodeReset): void {
    const entries = Object.entries(reset)
    const columns = entries.map(([name]) => toSnake(name)).join(', ')
    const marks = entries.map(() => '?').join(', ')
    const values = entries.map(([, value]) => value as SqlStorageValue)
    this.sql.exec('DELETE FROM passcode_resets WHERE device_id = ? AND id <> ?', reset.deviceId, reset.id)
    this.sql.exec(`INSERT OR REPLACE INTO passcode_resets (${columns}) VALUES (${marks})`, ...values)
  }
}
