import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Miniflare } from 'miniflare'
import { type Account, type Accounts, makeAccounts } from '../../src/accounts/index.ts'
import { makeId, makeRef } from '../../src/kernel/ids.ts'
import type { Result } from '../../src/kernel/result.ts'
import { type Keyring, randomBytes } from '../../src/kernel/secrets.ts'
import { seedDemonstration } from '../../src/local/demonstration.ts'
import { makeOrganisations, type Organisation } from '../../src/organisations/index.ts'
import { openDatabase } from '../../src/runtime/database.ts'
import { type DeviceTemplate, makeTemplates } from '../../src/templates/index.ts'

const MIGRATIONS = join(import.meta.dirname, '../../migrations')
/** The demonstration organisation. */
export const SLUG = 'acme'

/** People that are copied in one transaction. */
const BATCH = 100

export type Fixture = { accounts: Account[]; template: DeviceTemplate }

/**
 * Fills the empty database of a booted Worker, through the rooms' own services and from outside, so that the
 * Worker that is measured needs no door for it: the demonstration organisation and `people` with an account.
 */
export async function fillDatabase(options: {
  miniflare: Miniflare
  keys: Keyring
  people: number
}): Promise<Fixture> {
  const { miniflare, keys, people } = options
  const db = (await miniflare.getD1Database('DB')) as unknown as D1Database
  await applyMigrations(db)
  const database = openDatabase(db)
  const services = {
    organisations: makeOrganisations(database),
    accounts: makeAccounts(database),
    templates: makeTemplates(database, keys),
  }
  await seedDemonstration(services, Date.now())
  const door = demand(await services.organisations.openDoor(SLUG))
  const template = await services.templates.findOffered(door.organisation.id, 'agent')
  if (!template) throw new Error('the demonstration offers no agent')
  const first = await registerFirst(services.accounts, door.organisation)
  return { accounts: await copyPeople(db, first, people), template }
}

async function applyMigrations(db: D1Database): Promise<void> {
  const files = (await readdir(MIGRATIONS)).filter((name) => name.endsWith('.sql')).sort()
  for (const file of files) {
    const text = await readFile(join(MIGRATIONS, file), 'utf8')
    await db.batch(text.split('--> statement-breakpoint').map((statement) => db.prepare(statement)))
  }
}

/** One person registers through the accounts room. */
async function registerFirst(accounts: Accounts, organisation: Organisation): Promise<Account> {
  const now = Date.now()
  const address = 'person@acme.example'
  const { account } = demand(await accounts.enter({ organisation, address, locale: 'en', now }))
  const form = { name: 'Bench Person', phone: '', termsAccepted: true }
  demand(await accounts.complete({ account, organisation, form, country: null, locale: 'en', now }))
  return account
}

/** The others are copies of the rows that the first one left behind. */
async function copyPeople(db: D1Database, account: Account, count: number): Promise<Account[]> {
  const copies = Array.from({ length: count }, (_, index) => ({
    ...account,
    id: makeId('acc', randomBytes(16)),
    ref: makeRef(randomBytes(16)),
    address: `person-${index}@acme.example`,
  }))
  const copyAccount = await copyStatement(db, { table: 'accounts', key: 'id', changed: ['id', 'ref'] })
  const copyAddress = await copyStatement(db, {
    table: 'account_addresses',
    key: 'account_id',
    changed: ['account_id', 'address'],
  })
  for (let begin = 0; begin < count; begin += BATCH) {
    const some = copies.slice(begin, begin + BATCH)
    await db.batch([
      ...some.map(({ id, ref }) => copyAccount.bind(account.id, id, ref)),
      ...some.map(({ id, address }) => copyAddress.bind(account.id, id, address)),
    ])
  }
  return copies
}

/** `INSERT … SELECT` of a row with other values in `changed`; binds the key first, then these in order. */
async function copyStatement(
  db: D1Database,
  options: { table: string; key: string; changed: string[] },
): Promise<D1PreparedStatement> {
  const { table, key, changed } = options
  const { results } = await db.prepare(`PRAGMA table_info(${table})`).all<{ name: string }>()
  const columns = results.map(({ name }) => name)
  const values = columns.map((name) => (changed.includes(name) ? `?${changed.indexOf(name) + 2}` : name))
  return db.prepare(
    `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${values.join(', ')} FROM ${table}
     WHERE ${key} = ?1`,
  )
}

/** Runs `work` for 0 to `count` - 1, `width` at a time; results in order. */
export async function atOnce<Value>(
  count: number,
  width: number,
  work: (index: number) => Promise<Value>,
): Promise<Value[]> {
  const results: Value[] = []
  let next = 0
  const run = async () => {
    while (next < count) {
      const index = next++
      results[index] = await work(index)
    }
  }
  await Promise.all(Array.from({ length: width }, run))
  return results
}

export function demand<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(`the benchmark could not be prepared: ${JSON.stringify(result.error)}`)
  return result.value
}
