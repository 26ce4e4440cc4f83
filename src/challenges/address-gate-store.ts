import { DEFAULT_LOCALE, isLocale } from '../kernel/locale.ts'
import type { Instant } from '../kernel/time.ts'
import { makeObjectTables } from '../runtime/object-tables.ts'
import type { Challenge, ChallengeSubject, GateEvent } from './types.ts'

/** The tables of an address gate. Append-only: a step that has landed is never edited. */
const MIGRATIONS = [
  `CREATE TABLE challenges (
     id TEXT PRIMARY KEY, purpose TEXT NOT NULL, organisation_id INTEGER NOT NULL, browser TEXT NOT NULL,
     address TEXT NOT NULL, locale TEXT NOT NULL, code_mac TEXT NOT NULL, letters INTEGER NOT NULL,
     sealed_code TEXT, tries INTEGER NOT NULL, delivery TEXT NOT NULL, attempts INTEGER NOT NULL,
     due_at INTEGER NOT NULL, prepared_at INTEGER, failure TEXT, created_at INTEGER NOT NULL,
     seen_at INTEGER NOT NULL, ends_at INTEGER NOT NULL, ended_at INTEGER
   ) WITHOUT ROWID;
   CREATE TABLE events (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, at INTEGER NOT NULL);`,
]

type ChallengeRow = {
  id: string
  purpose: string
  organisation_id: number
  browser: string
  address: string
  locale: string
  code_mac: string
  letters: number
  sealed_code: string | null
  tries: number
  delivery: string
  attempts: number
  due_at: number
  prepared_at: number | null
  failure: string | null
  created_at: number
  seen_at: number
  ends_at: number
  ended_at: number | null
}

export type GateStore = ReturnType<typeof makeGateStore>

/** Queries of an address gate. Every call is synchronous: what runs without an `await` between is atomic. */
export function makeGateStore(storage: DurableObjectStorage) {
  const { sql } = storage
  const tables = makeObjectTables(storage, MIGRATIONS)

  return {
    ...tables,

    findChallenge({ purpose, organisationId, browser }: ChallengeSubject): Challenge | null {
      const [row] = sql.exec<ChallengeRow>(
        'SELECT * FROM challenges WHERE purpose = ? AND organisation_id = ? AND browser = ?',
        purpose,
        organisationId,
        browser,
      )
      return row ? toChallenge(row) : null
    },

    getChallenge(id: string): Challenge | null {
      const [row] = sql.exec<ChallengeRow>('SELECT * FROM challenges WHERE id = ?', id)
      return row ? toChallenge(row) : null
    },

    listChallenges(): Challenge[] {
      return sql.exec<ChallengeRow>('SELECT * FROM challenges').toArray().map(toChallenge)
    },

    saveChallenge(challenge: Challenge): void {
      const values = fromChallenge(challenge)
      sql.exec(`INSERT OR REPLACE INTO challenges VALUES (${values.map(() => '?').join(', ')})`, ...values)
    },

    removeChallenge(id: string): void {
      sql.exec('DELETE FROM challenges WHERE id = ?', id)
    },

    /** The former challenge of a browser dies with its message, in whatever organisation it was asked for. */
    retireChallenges({ purpose, browser }: Pick<ChallengeSubject, 'purpose' | 'browser'>): void {
      sql.exec('DELETE FROM challenges WHERE purpose = ? AND browser = ?', purpose, browser)
    },

    listEvents(): GateEvent[] {
      return sql.exec<GateEvent>('SELECT id, kind, at FROM events').toArray()
    },

    addEvent(kind: GateEvent['kind'], at: Instant): number {
      return sql
        .exec<{ id: number }>('INSERT INTO events (kind, at) VALUES (?, ?) RETURNING id', kind, at)
        .one().id
    },

    removeEvent(id: number): void {
      sql.exec('DELETE FROM events WHERE id = ?', id)
    },

    /** Forgets what lapsed. Nothing lies in the future: it would hold a cap longer than its window. */
    tidyEvents(now: Instant, lapsed: Instant): void {
      sql.exec('UPDATE events SET at = ? WHERE at > ?', now, now)
      sql.exec('DELETE FROM events WHERE at <= ?', lapsed)
    },
  }
}

function toChallenge(row: ChallengeRow): Challenge {
  return {
    id: row.id,
    purpose: row.purpose as Challenge['purpose'],
    organisationId: row.organisation_id,
    browser: row.browser,
    address: row.address,
    locale: isLocale(row.locale) ? row.locale : DEFAULT_LOCALE,
    codeMac: row.code_mac,
    letters: row.letters === 1,
    sealedCode: row.sealed_code,
    tries: row.tries,
    delivery: row.delivery as Challenge['delivery'],
    attempts: row.attempts,
    dueAt: row.due_at,
    preparedAt: row.prepared_at,
    failure: row.failure,
    createdAt: row.created_at,
    seenAt: row.seen_at,
    endsAt: row.ends_at,
    endedAt: row.ended_at,
  }
}

/** In the order of the columns. */
function fromChallenge(challenge: Challenge): SqlStorageValue[] {
  return [
    challenge.id,
    challenge.purpose,
    challenge.organisationId,
    challenge.browser,
    challenge.address,
    challenge.locale,
    challenge.codeMac,
    challenge.letters ? 1 : 0,
    challenge.sealedCode,
    challenge.tries,
    challenge.delivery,
    challenge.attempts,
    challenge.dueAt,
    challenge.preparedAt,
    challenge.failure,
    challenge.createdAt,
    challenge.seenAt,
    challenge.endsAt,
    challenge.endedAt,
  ]
}
