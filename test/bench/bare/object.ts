import { DurableObject } from 'cloudflare:workers'

export type BareRedeem = {
  ref: string
  secretHash: string
  thumbprint: string
  accountId: string
  organisationId: number
  facts: string
}

/** Never called: there because the configuration names them. */
export class AddressGate extends DurableObject {}
export class LinkRequest extends DurableObject {}

/** A grant, a claim and an outbox row in one transaction, an alarm, one batch in D1, the outbox row gone. */
export class ProvisionSession extends DurableObject<{ DB: D1Database }> {
  async issue(secretHash: string): Promise<void> {
    const { sql } = this.ctx.storage
    this.ctx.storage.transactionSync(() => {
      sql.exec('CREATE TABLE IF NOT EXISTS grants (secret_hash TEXT PRIMARY KEY, state TEXT)')
      sql.exec('CREATE TABLE IF NOT EXISTS claims (id TEXT PRIMARY KEY, holder TEXT, facts TEXT)')
      sql.exec('CREATE TABLE IF NOT EXISTS outbox (rev INTEGER PRIMARY KEY, event TEXT)')
      sql.exec('INSERT INTO grants VALUES (?, ?)', secretHash, 'issued')
    })
  }

  async redeem(input: BareRedeem): Promise<string | null> {
    const { storage } = this.ctx
    const now = Date.now()
    const deviceId = `dev_${crypto.randomUUID()}`
    const rev = storage.transactionSync(() => {
      const { sql } = storage
      const [grant] = sql.exec('SELECT state FROM grants WHERE secret_hash = ?', input.secretHash).toArray()
      if (grant?.state !== 'issued') return null
      sql.exec("UPDATE grants SET state = 'exhausted' WHERE secret_hash = ?", input.secretHash)
      sql.exec('INSERT INTO claims VALUES (?, ?, ?)', deviceId, input.thumbprint, input.facts)
      return sql.exec('INSERT INTO outbox (event) VALUES (?) RETURNING rev', input.facts).one().rev as number
    })
    if (rev === null) return null
    await storage.setAlarm(now + 60_000)
    await this.env.DB.batch([this.deviceRow(input, deviceId, rev, now), this.auditRow(input, deviceId, now)])
    storage.sql.exec('DELETE FROM outbox WHERE rev = ?', rev)
    return deviceId
  }

  override async alarm(): Promise<void> {}

  private deviceRow(input: BareRedeem, deviceId: string, rev: number, now: number): D1PreparedStatement {
    return this.env.DB.prepare(
      `INSERT INTO devices (id, organisation_id, account_id, ref, rev, lifecycle, platform, ownership, template_id,
         template_version, reports, check_in_seconds, claim_id, grant_id, epoch, credential_hash, key_thumbprint,
         registered_at, changed_at)
       SELECT ?1, ?2, ?3, ?4, ?5, 'pending', platform, 'personal', id, version, 'agent', 3600, ?1, ?1, 1, ?6, ?6, ?7, ?7
       FROM device_templates WHERE organisation_id = ?2 AND platform = 'agent'`,
    ).bind(deviceId, input.organisationId, input.accountId, input.ref, rev, input.thumbprint, now)
  }

  private auditRow(input: BareRedeem, deviceId: string, now: number): D1PreparedStatement {
    return this.env.DB.prepare(
      `INSERT INTO audit (id, organisation_id, at, actor_kind, actor_id, action, account_id, device_id, detail)
       VALUES (?1, ?2, ?3, 'device', ?1, 'device.provisioned', ?4, ?1, ?5)`,
    ).bind(deviceId, input.organisationId, now, input.accountId, input.facts)
  }
}
