/** Append-only: a landed step is never edited. Step n makes version n + 1. */
export const MIGRATIONS = [
  `CREATE TABLE session (
     id INTEGER PRIMARY KEY CHECK (id = 1), ref TEXT NOT NULL, organisation_id INTEGER NOT NULL,
     account_id TEXT NOT NULL, address TEXT NOT NULL, locale TEXT NOT NULL, device_limit INTEGER,
     rev INTEGER NOT NULL, pin_failures INTEGER NOT NULL, pin_locked_at INTEGER, disabled_at INTEGER);
   CREATE TABLE grants (
     id TEXT PRIMARY KEY, kind TEXT NOT NULL, platform TEXT NOT NULL, state TEXT NOT NULL,
     confirmation TEXT NOT NULL, ownership TEXT NOT NULL, ownership_open INTEGER NOT NULL,
     template_id TEXT NOT NULL, template_version INTEGER NOT NULL, policies TEXT NOT NULL, reports TEXT NOT NULL,
     check_in_seconds INTEGER NOT NULL, secret_hash TEXT NOT NULL UNIQUE, pin_mac TEXT, sealed TEXT,
     created_at INTEGER NOT NULL, valid_until INTEGER NOT NULL, fetched_at INTEGER, opened_at INTEGER,
     ended_at INTEGER, pin_failures INTEGER NOT NULL, theft_at INTEGER);
   CREATE TABLE claims (
     id TEXT PRIMARY KEY, grant_id TEXT NOT NULL, device_id TEXT NOT NULL, state TEXT NOT NULL,
     epoch INTEGER NOT NULL, key_id TEXT NOT NULL, holder_kind TEXT NOT NULL, holder TEXT NOT NULL,
     former TEXT NOT NULL, platform TEXT NOT NULL, ownership TEXT NOT NULL, reports TEXT NOT NULL,
     facts TEXT NOT NULL, downloads INTEGER NOT NULL, registered_at INTEGER NOT NULL,
     claimed_at INTEGER NOT NULL, delivered_at INTEGER, confirmed_at INTEGER, confirmed_by TEXT,
     ended_at INTEGER);
   CREATE TABLE outbox (
     rev INTEGER PRIMARY KEY, event TEXT NOT NULL, attempts INTEGER NOT NULL, next_at INTEGER NOT NULL,
     parked_reason TEXT);
   CREATE TABLE proofs (jti TEXT PRIMARY KEY, ends_at INTEGER NOT NULL);
   CREATE TABLE failures (
     quarter INTEGER NOT NULL, reason TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (quarter, reason));`,
  `ALTER TABLE session ADD COLUMN at_limit TEXT NOT NULL DEFAULT 'refuse';`,
  `CREATE TABLE outbox_notice (id INTEGER PRIMARY KEY CHECK (id = 1), told TEXT NOT NULL);`,
  // Codes of before may bring a certificate or not: their templates say so when the device asks for it.
  `ALTER TABLE grants ADD COLUMN certifies INTEGER NOT NULL DEFAULT 1;`,
  // A device that an invitation brought has a grant of its own, which names it.
  `CREATE TABLE invitations (
     id TEXT PRIMARY KEY, state TEXT NOT NULL, confirmation TEXT NOT NULL, channel TEXT NOT NULL,
     recipient TEXT NOT NULL, job_id TEXT, created_by TEXT NOT NULL, secret_hash TEXT NOT NULL UNIQUE,
     pin_mac TEXT, sealed TEXT, created_at INTEGER NOT NULL, valid_until INTEGER, device_limit INTEGER,
     devices INTEGER NOT NULL, slot_device_id TEXT NOT NULL, fetched_at INTEGER, opened_at INTEGER,
     accepted_at INTEGER, ended_at INTEGER, pin_failures INTEGER NOT NULL);
   ALTER TABLE grants ADD COLUMN invitation_id TEXT;`,
  // Codes that name a device, claims that wait to take another's place, PINs for passcodes, accounts that are deleted.
  `ALTER TABLE grants ADD COLUMN device TEXT;
   ALTER TABLE claims ADD COLUMN replaces TEXT;
   ALTER TABLE session ADD COLUMN closed_at INTEGER;
   CREATE TABLE passcode_resets (
     id TEXT PRIMARY KEY, device_id TEXT NOT NULL, claim_id TEXT NOT NULL, pin_mac TEXT NOT NULL, sealed TEXT,
     created_at INTEGER NOT NULL, valid_until INTEGER NOT NULL, failures INTEGER NOT NULL, used_at INTEGER,
     ended_at INTEGER);`,
]

/** The newest step: what a supervisor reads as the version of the objects' tables. */
export const OBJECT_STEP = MIGRATIONS.length
