import type { Instant } from '../kernel/time.ts'
import type { Link } from './types.ts'

/** Append-only: a migration that has landed is never edited. Each runs once an object, at its first real write. */
const MIGRATIONS = [
  `CREATE TABLE link (
     id INTEGER PRIMARY KEY CHECK (id = 1), secret_hash TEXT NOT NULL, client_id TEXT NOT NULL,
     device TEXT NOT NULL, organisation TEXT, thumbprint TEXT, state TEXT NOT NULL,
     interval_seconds INTEGER NOT NULL, asked_at INTEGER NOT NULL, polled_at INTEGER, seen_by TEXT,
     decided_at INTEGER, grant_id TEXT
   );
   CREATE TABLE tries (id INTEGER PRIMARY KEY, at INTEGER NOT NULL);`,
]

type LinkRow = {
  secret_hash: string
  client_id: string
  device: string
  organisation: string | null
  thumbprint: string | null
  state: string
  interval_seconds: number
  asked_at: number
  polled_at: number | null
  seen_by: string | null
  decided_at: number | null
  grant_id: string | null
}

export type LinkStore = ReturnType<typeof makeLinkStore>

/** Queries of a link request. Every call is synchronous: what runs without an `await` between is atomic. */
export function makeLinkStore(storage: DurableObjectStorage) {
  const { sql } = storage
  /** How many migrations have landed; null until somebody asks. */
  let landed: number | null = null

  function readLanded(): number {
    const [table] = sql.exec("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'migrations'")
    return table ? Number(sql.exec('SELECT max(version) AS version FROM migrations').one().version) : 0
  }

  function migrate(): void {
    landed ??= readLanded()
    if (landed === MIGRATIONS.length) return
    if (landed === 0) sql.exec('CREATE TABLE migrations (version INTEGER PRIMARY KEY)')
    for (const [index, statements] of MIGRATIONS.entries()) {
      if (index < landed) continue
      sql.exec(statements)
      sql.exec('INSERT INTO migrations VALUES (?)', index + 1)
    }
    landed = MIGRATIONS.length
  }

  /** False while nothing was ever written: then nothing can be read either. */
  function exists(): boolean {
    landed ??= readLanded()
    return landed > 0
  }

  return {
    /** Runs `change` as one transaction, on tables that are there. `change` must not be async. */
    write<Value>(change: () => Value): Value {
      try {
        return storage.transactionSync(() => {
          migrate()
          return change()
        })
      } catch (error) {
        landed = null
        throw error
      }
    },

    /** The tables are gone with everything else: call it together with `deleteAll`. */
    forget(): void {
      landed = null
    },

    readLink(): Link | null {
      if (!exists()) return null
      const [row] = sql.exec<LinkRow>('SELECT * FROM link').toArray()
      return row ? toLink(row) : null
    },

    saveLink(link: Link): void {
      const values = fromLink(link)
      sql.exec(`INSERT OR REPLACE INTO link VALUES (1, ${values.map(() => '?').join(', ')})`, ...values)
    },

    /** When codes were typed that have not turned out right. */
    listTries(): Instant[] {
      if (!exists()) return []
      return sql
        .exec<{ at: number }>('SELECT at FROM tries')
        .toArray()
        .map(({ at }) => at)
    },

    addTry(at: Instant): number {
      return sql.exec<{ id: number }>('INSERT INTO tries (at) VALUES (?) RETURNING id', at).one().id
    },

    removeTry(id: number): void {
      sql.exec('DELETE FROM tries WHERE id = ?', id)
    },

    /** Forgets what lapsed. Nothing lies in the future: it would count longer than its window. */
    tidyTries(now: Instant, lapsed: Instant): void {
      sql.exec('UPDATE tries SET at = ? WHERE at > ?', now, now)
      sql.exec('DELETE FROM tries WHERE at <= ?', lapsed)
    },
  }
}

function toLink(row: LinkRow): Link {
  return {
    secretHash: row.secret_hash,
    clientId: row.client_id,
    device: JSON.parse(row.device) as Link['device'],
    organisation: row.organisation,
    thumbprint: row.thumbprint,
    state: row.state as Link['state'],
    intervalSeconds: row.interval_seconds,
    askedAt: row.asked_at,
    polledAt: row.polled_at,
    seenBy: row.seen_by,
    decidedAt: row.decided_at,
    grantId: row.grant_id,
  }
}

/** In the order of the columns, but for the first. */
function fromLink(link: Link): SqlStorageValue[] {
  return [
    link.secretHash,
    link.clientId,
    JSON.stringify(link.device),
    link.organisation,
    link.thumbprint,
    link.state,
    link.intervalSeconds,
    link.askedAt,
    link.polledAt,
    link.seenBy,
    link.decidedAt,
    link.grantId,
  ]
}
