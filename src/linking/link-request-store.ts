import type { Instant } from '../kernel/time.ts'
import { makeObjectTables } from '../runtime/object-tables.ts'
import type { Link } from './types.ts'

/** Append-only: a step that has landed is never edited. */
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
  const tables = makeObjectTables(storage, MIGRATIONS)

  return {
    ...tables,

    readLink(): Link | null {
      if (!tables.exists()) return null
      const [row] = sql.exec<LinkRow>('SELECT * FROM link').toArray()
      return row ? toLink(row) : null
    },

    saveLink(link: Link): void {
      const values = fromLink(link)
      sql.exec(`INSERT OR REPLACE INTO link VALUES (1, ${values.map(() => '?').join(', ')})`, ...values)
    },

    /** When codes were typed that have not turned out right. */
    listTries(): Instant[] {
      if (!tables.exists()) return []
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
