import type { Instant } from '../kernel/time.ts'
import { type Row, readRow, toSnake } from './provision-session-rows.ts'
import type { Invitation } from './types.ts'

/** The invitations of one provision session. Its tables are those of `ProvisionSessionStore`, who makes them. */
export class InvitationStore {
  private readonly storage: DurableObjectStorage

  constructor(storage: DurableObjectStorage) {
    this.storage = storage
  }

  find(id: string): Invitation | null {
    return this.list('id = ?', id)[0] ?? null
  }

  findBySecret(secretHash: string): Invitation | null {
    return this.list('secret_hash = ?', secretHash)[0] ?? null
  }

  /** Those that can still bring a device, as written: their end may have come meanwhile. */
  listOpen(): Invitation[] {
    return this.list(`state IN ('issued', 'opened')`)
  }

  /** Those whose PIN may still be typed: newest first. */
  listWithPin(): Invitation[] {
    return this.list('pin_mac IS NOT NULL')
  }

  listAll(): Invitation[] {
    return this.list('1')
  }

  save(invitation: Invitation): void {
    const entries = Object.entries(invitation)
    const columns = entries.map(([name]) => toSnake(name)).join(', ')
    const marks = entries.map(() => '?').join(', ')
    const values = entries.map(([, value]) => value as SqlStorageValue)
    this.storage.sql.exec(`INSERT OR REPLACE INTO invitations (${columns}) VALUES (${marks})`, ...values)
  }

  private list(condition: string, ...values: (string | Instant)[]): Invitation[] {
    return this.storage.sql
      .exec(`SELECT * FROM invitations WHERE ${condition} ORDER BY created_at DESC`, ...values)
      .toArray()
      .map((row: Row) => readRow<Invitation>(row))
  }
}
