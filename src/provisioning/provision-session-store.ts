import type { Instant } from '../kernel/time.ts'
import { InvitationStore } from './invitation-store.ts'
import { PasscodeResetStore } from './passcode-reset-store.ts'
import { MIGRATIONS } from './provision-session-migrations.ts'
import { type Row, readClaim, readGrant, readRow, toSnake } from './provision-session-rows.ts'
import { FAILURE_QUARTER, KEEP_ENDED, RETRY_WINDOW } from './rules.ts'
import type { Claim, FailureReason, Grant, Session, SessionEvent } from './types.ts'

/** An event that waits for D1. */
export type OutboxRow = { rev: number; event: SessionEvent; attempts: number; nextAt: Instant }

const FORGOTTEN = 'forgotten'

/**
 * The tables of one provision session. Nothing is created before the first real write: `isReady` says whether
 * that has happened, and readers answer as if empty until then.
 */
export class ProvisionSessionStore {
  private ready = false

  private readonly storage: DurableObjectStorage
  readonly invitations: InvitationStore
  readonly passcodeResets: PasscodeResetStore

  constructor(storage: DurableObjectStorage) {
    this.storage = storage
    this.invitations = new InvitationStore(storage)
    this.passcodeResets = new PasscodeResetStore(storage)
  }

  isReady(): boolean {
    if (!this.ready) {
      const tables = this.all(
        `SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'schema_version'`,
      )
      if (tables.length === 0) return false
      this.migrate()
    }
    return this.ready
  }

  /** The account was deleted and this object has forgotten it: what was on its way meanwhile begins nothing anew. */
  isForgotten(): boolean {
    return this.storage.kv.get(FORGOTTEN) === true
  }

  /** Brings the tables to the newest version, each step in one transaction with its number. */
  migrate(): void {
    if (this.ready) return
    this.storage.transactionSync(() => {
      this.run('CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)')
      const version = Number(this.all('SELECT max(version) AS version FROM schema_version')[0]?.version ?? 0)
      for (const [index, step] of MIGRATIONS.entries()) {
        if (index < version) continue
        this.run(step)
        this.run('INSERT INTO schema_version (version) VALUES (?)', index + 1)
      }
    })
    this.ready = true
  }

  readSession(): Session | null {
    const row = this.all('SELECT * FROM session')[0]
    return row ? readRow<Session>(row) : null
  }

  saveSession(session: Session): void {
    this.put('session', { id: 1, ...session })
  }

  findGrant(id: string): Grant | null {
    return this.oneGrant('id = ?', id)
  }

  findGrantBySecret(secretHash: string): Grant | null {
    return this.oneGrant('secret_hash = ?', secretHash)
  }

  /** Grants whose PIN may still be typed: newest first. */
  listGrantsWithPin(): Grant[] {
    return this.all('SELECT * FROM grants WHERE pin_mac IS NOT NULL ORDER BY created_at DESC').map(readGrant)
  }

  listGrants(): Grant[] {
    return this.all('SELECT * FROM grants ORDER BY created_at DESC').map(readGrant)
  }

  listUnclaimedGrants(): Grant[] {
    return this.all(`SELECT * FROM grants WHERE state IN ('issued', 'opened')`).map(readGrant)
  }

  saveGrant(grant: Grant): void {
    this.put('grants', {
      ...grant,
      ownershipOpen: grant.ownershipOpen ? 1 : 0,
      certifies: grant.certifies ? 1 : 0,
      policies: JSON.stringify(grant.policies),
      device: grant.device && JSON.stringify(grant.device),
    })
  }

  listClaims(): Claim[] {
    return this.all('SELECT * FROM claims ORDER BY claimed_at').map(readClaim)
  }

  findClaim(id: string): Claim | null {
    const row = this.all('SELECT * FROM claims WHERE id = ?', id)[0]
    return row ? readClaim(row) : null
  }

  /**
   * The claim by which a device is held: the one that lives, else its last. Not by time: a clock that jumped back
   * makes what is claimed anew look older.
   */
  findClaimOf(deviceId: string): Claim | null {
    const row = this.all(
      `SELECT * FROM claims WHERE device_id = ?
       ORDER BY state IN ('claimed', 'confirmed') DESC, epoch DESC, claimed_at DESC LIMIT 1`,
      deviceId,
    )[0]
    return row ? readClaim(row) : null
  }

  saveClaim(claim: Claim): void {
    this.put('claims', {
      ...claim,
      facts: JSON.stringify(claim.facts),
      former: JSON.stringify(claim.former),
    })
  }

  addEvent(event: SessionEvent, nextAt: Instant): void {
    this.put('outbox', {
      rev: event.rev,
      event: JSON.stringify(event),
      attempts: 0,
      nextAt,
      parkedReason: null,
    })
  }

  nextEvent(): OutboxRow | null {
    const row = this.all('SELECT * FROM outbox WHERE parked_reason IS NULL ORDER BY rev LIMIT 1')[0]
    if (!row) return null
    const { event, ...rest } = readRow<Omit<OutboxRow, 'event'> & { event: string }>(row)
    return { ...rest, event: JSON.parse(event) as SessionEvent }
  }

  hasEvent(rev: number): boolean {
    return this.all('SELECT 1 AS found FROM outbox WHERE rev = ?', rev).length > 0
  }

  /** The event is in D1: nothing can be undone any more, so the seals of ended grants are destroyed too. */
  removeEvent(rev: number): void {
    this.run('DELETE FROM outbox WHERE rev = ?', rev)
    for (const table of ['grants', 'invitations'])
      this.run(
        `UPDATE ${table} SET sealed = NULL WHERE sealed IS NOT NULL AND state NOT IN ('issued', 'opened')`,
      )
  }

  postponeEvent(rev: number, attempts: number, nextAt: Instant): void {
    this.run('UPDATE outbox SET attempts = ?, next_at = ? WHERE rev = ?', attempts, nextAt, rev)
  }

  parkEvent(rev: number, reason: string): void {
    this.run('UPDATE outbox SET parked_reason = ? WHERE rev = ?', reason, rev)
  }

  /** False if the proof was seen before. */
  rememberProof(jti: string, endsAt: Instant): boolean {
    return (
      this.storage.sql.exec('INSERT OR IGNORE INTO proofs (jti, ends_at) VALUES (?, ?)', jti, endsAt)
        .rowsWritten > 0
    )
  }

  /** Counts a refusal. Returns true if it is the first of its quarter of an hour. */
  countFailure(quarter: number, reason: FailureReason): boolean {
    const first = this.all('SELECT 1 AS found FROM failures WHERE quarter = ?', quarter).length === 0
    this.run(
      `INSERT INTO failures (quarter, reason, count) VALUES (?, ?, ?)
       ON CONFLICT (quarter, reason) DO UPDATE SET count = count + 1`,
      quarter,
      reason,
      first ? 0 : 1,
    )
    return first
  }

  /** Takes out what was counted in quarters that are over. */
  takeFailures(now: Instant): { reason: FailureReason; count: number }[] {
    const over = Math.floor(now / FAILURE_QUARTER)
    const rows = this.all(
      'SELECT reason, sum(count) AS count FROM failures WHERE quarter < ? GROUP BY reason ORDER BY reason',
      over,
    )
    if (rows.length > 0) this.run('DELETE FROM failures WHERE quarter < ?', over)
    return rows.map((row) => readRow<{ reason: FailureReason; count: number }>(row))
  }

  /** Forgets what no longer matters: old proofs, PINs past every retry, grants and claims long ended. */
  prune(now: Instant): void {
    this.run('DELETE FROM proofs WHERE ends_at <= ?', now)
    this.run('UPDATE grants SET pin_mac = NULL WHERE ended_at <= ?', now - RETRY_WINDOW)
    this.run('UPDATE invitations SET pin_mac = NULL WHERE ended_at <= ?', now - RETRY_WINDOW)
    this.run('DELETE FROM claims WHERE ended_at <= ?', now - KEEP_ENDED)
    this.run(
      'DELETE FROM grants WHERE ended_at <= ? AND id NOT IN (SELECT grant_id FROM claims)',
      now - KEEP_ENDED,
    )
    this.run(
      `DELETE FROM invitations WHERE ended_at <= ?
         AND id NOT IN (SELECT invitation_id FROM grants WHERE invitation_id IS NOT NULL)`,
      now - KEEP_ENDED,
    )
    this.run('DELETE FROM passcode_resets WHERE valid_until <= ?', now - RETRY_WINDOW)
  }

  /** The earliest time at which the alarm has something to do; null when there is nothing. */
  nextDue(abandonAfter: number): Instant | null {
    const row = this.all(
      `SELECT
         (SELECT min(next_at) FROM outbox WHERE parked_reason IS NULL) AS event,
         (SELECT min(valid_until) FROM grants WHERE state IN ('issued', 'opened')) AS expiry,
         (SELECT min(valid_until) FROM invitations WHERE state IN ('issued', 'opened')) AS invitation_expiry,
         (SELECT min(ended_at) + ? FROM invitations WHERE pin_mac IS NOT NULL) AS invitation_pin,
         (SELECT min(ended_at) + ? FROM invitations
           WHERE id NOT IN (SELECT invitation_id FROM grants WHERE invitation_id IS NOT NULL)) AS invitation,
         (SELECT min(claimed_at) + ? FROM claims
           WHERE state = 'claimed' AND NOT (reports = 'none' AND delivered_at IS NOT NULL)) AS abandonment,
         (SELECT (min(quarter) + 1) * ? FROM failures) AS refusals,
         (SELECT min(ends_at) FROM proofs) AS proof,
         (SELECT min(valid_until) FROM passcode_resets WHERE sealed IS NOT NULL) AS passcode_seal,
         (SELECT min(valid_until) + ? FROM passcode_resets) AS passcode,
         (SELECT min(ended_at) + ? FROM grants WHERE pin_mac IS NOT NULL) AS pin,
         (SELECT min(ended_at) + ? FROM claims) AS claim,
         (SELECT min(ended_at) + ? FROM grants WHERE id NOT IN (SELECT grant_id FROM claims)) AS ended`,
      RETRY_WINDOW,
      KEEP_ENDED,
      abandonAfter,
      FAILURE_QUARTER,
      RETRY_WINDOW,
      RETRY_WINDOW,
      KEEP_ENDED,
      KEEP_ENDED,
    )[0]
    const times = Object.values(row ?? {}).filter((value) => typeof value === 'number')
    return times.length > 0 ? Math.min(...times) : null
  }

  /** Forgets everything but that it did: this says nothing of anybody. */
  async forget(): Promise<void> {
    this.ready = false
    const emptied = this.storage.deleteAll()
    this.storage.kv.put(FORGOTTEN, true)
    await emptied
    this.ready = false
  }

  private oneGrant(condition: string, value: string): Grant | null {
    const row = this.all(`SELECT * FROM grants WHERE ${condition}`, value)[0]
    return row ? readGrant(row) : null
  }

  private put(table: string, values: Record<string, unknown>): void {
    const columns = Object.keys(values).map(toSnake)
    const marks = columns.map(() => '?').join(', ')
    this.run(
      `INSERT OR REPLACE INTO ${table} (${columns.join(', ')}) VALUES (${marks})`,
      ...(Object.values(values) as SqlStorageValue[]),
    )
  }

  private all(query: string, ...values: SqlStorageValue[]): Row[] {
    return this.storage.sql.exec(query, ...values).toArray()
  }

  private run(query: string, ...values: SqlStorageValue[]): void {
    this.storage.sql.exec(query, ...values)
  }
}
