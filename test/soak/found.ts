import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { type Alarm, listAlarms, listClasses } from './alarms.ts'

/** What lies in the files of the database and the objects, as far as the verdict asks for it. */
export type Found = {
  devices: {
    id: string
    account: string
    lifecycle: string
    claim: string
    /** A row that stands for an invitation nobody has answered. */
    slot: boolean
  }[]
  /** Lifecycles as the triggers counted them. */
  totals: { lifecycle: string; count: number }[]
  messages: {
    id: string
    kind: string
    recipient: string
    state: string
    reason: string | null
    invitation: string | null
    grant: string | null
  }[]
  audit: { id: string; action: string; device: string | null }[]
  jobs: { id: string; total: number; done: number; finished: boolean }[]
  items: { id: string; state: string; reason: string | null }[]
  invitations: { id: string; state: string }[]
  commands: { id: string; device: string; kind: string; state: string }[]
  deadLetters: { body: string }[]
  waitingOutboxes: { ref: string }[]
  /** Of all provision sessions. */
  grants: { id: string; state: string; living: boolean }[]
  claims: { id: string; grant: string; device: string; state: string }[]
  outbox: { object: string; rev: number; parked: string | null }[]
  /** Of all address gates. */
  challenges: { id: string; address: string; delivery: string; failure: string | null }[]
  alarms: Alarm[]
}

const D1 = {
  devices: `SELECT id, account_id AS account, lifecycle, claim_id AS claim, platform IS NULL AS slot FROM devices`,
  totals: `SELECT lifecycle, sum(count) AS count FROM device_totals GROUP BY lifecycle HAVING sum(count) <> 0`,
  messages: `SELECT id, kind, recipient, state, last_error AS reason, invitation_id AS invitation,
    payload ->> 'grantId' AS "grant" FROM messages`,
  audit: `SELECT id, action, device_id AS device FROM audit WHERE device_id IS NOT NULL`,
  jobs: `SELECT id, total, done, finished_at IS NOT NULL AS finished FROM invitation_jobs`,
  items: `SELECT id, state, reason FROM invitation_items`,
  invitations: `SELECT id, state FROM invitations`,
  commands: `SELECT id, device_id AS device, kind, state FROM device_commands`,
  deadLetters: `SELECT body FROM dead_letters`,
  waitingOutboxes: `SELECT ref FROM waiting_outboxes`,
}

const SESSION = {
  grants: `SELECT id, state, sealed IS NOT NULL AS living FROM grants`,
  claims: `SELECT id, grant_id AS "grant", device_id AS device, state FROM claims`,
  outbox: `SELECT rev, parked_reason AS parked FROM outbox`,
}

const GATE = { challenges: `SELECT id, address, delivery, failure FROM challenges` }

type Rows = Record<string, unknown>[]

/** Reads everything, while no server works on it. */
export function readFound(state: string): Found {
  const sessions = readObjects(state, 'ProvisionSession', 'grants', SESSION)
  const gates = readObjects(state, 'AddressGate', 'challenges', GATE)
  return { ...readRecord(state), ...sessions, ...gates, alarms: listAlarms(state) } as unknown as Found
}

function readRecord(state: string): Record<string, Rows> {
  const folder = join(state, 'd1/miniflare-D1DatabaseObject')
  const file = readdirSync(folder).find((name) => /^[0-9a-f]{64}\.sqlite$/.test(name))
  if (!file) throw new Error(`there is no database in ${folder}`)
  return readAll(join(folder, file), D1)
}

/** The tables of each object of a class, put together; an object without `table` was never written to. */
function readObjects(
  state: string,
  className: string,
  table: string,
  queries: Record<string, string>,
): Record<string, Rows> {
  const all: Record<string, Rows> = Object.fromEntries(Object.keys(queries).map((name) => [name, []]))
  const folder = listClasses(state).find((one) => one.className === className)?.folder
  if (!folder || !existsSync(folder)) return all
  for (const file of readdirSync(folder).filter((name) => /^[0-9a-f]{64}\.sqlite$/.test(name))) {
    const rows = readAll(join(folder, file), queries, table)
    for (const [name, found] of Object.entries(rows))
      all[name]?.push(...found.map((row) => ({ ...row, object: file.replace('.sqlite', '') })))
  }
  return all
}

function readAll(path: string, queries: Record<string, string>, table?: string): Record<string, Rows> {
  const database = new DatabaseSync(path, { readOnly: true })
  try {
    const known = database.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?")
    if (table && !known.get(table)) return {}
    return Object.fromEntries(
      Object.entries(queries).map(([name, query]) => [name, database.prepare(query).all()]),
    )
  } finally {
    database.close()
  }
}

/** What is still on its way, by kind. */
export function listUnsettled(found: Found): string[] {
  return [
    ...found.messages.filter(({ state }) => state === 'queued').map(({ id }) => `message ${id}`),
    ...found.items.filter(({ state }) => /^(waiting|queued)$/.test(state)).map(({ id }) => `item ${id}`),
    ...found.outbox.map(({ object, rev }) => `event ${rev} of session ${object.slice(0, 8)}`),
    ...found.challenges.filter(({ delivery }) => delivery === 'queued').map(({ id }) => `challenge ${id}`),
  ]
}
