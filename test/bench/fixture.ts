import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Miniflare } from 'miniflare'
import { type Account, makeAccounts } from '../../src/accounts/index.ts'
import { makeId, makeRef } from '../../src/kernel/ids.ts'
import type { Result } from '../../src/kernel/result.ts'
import { randomBytes } from '../../src/kernel/secrets.ts'
import { makeOrganisations } from '../../src/organisations/index.ts'
import type { Actor } from '../../src/referee/index.ts'
import { type Database, openDatabase } from '../../src/runtime/database.ts'
import { type DeviceTemplate, makeTemplates } from '../../src/templates/index.ts'

const MIGRATIONS = join(import.meta.dirname, '../../migrations')
const ORGANISATION = 1
export const SLUG = 'bench'
const system: Actor = { kind: 'system', id: 'bench' }

/** People that are copied in one transaction. */
const BATCH = 100

export type Fixture = { accounts: Account[]; template: DeviceTemplate }

/**
 * Fills the empty database of a booted Worker, through the rooms' own services and from outside, so that the
 * Worker that is measured needs no door for it: one organisation, one template, `people` with an account.
 */
export async function fillDatabase(miniflare: Miniflare, people: number): Promise<Fixture> {
  const db = (await miniflare.getD1Database('DB')) as unknown as D1Database
  await applyMigrations(db)
  const database = openDatabase(db)
  const template = await makeOrganisation(database)
  const accounts = await makePeople(db, people)
  return { accounts, template }
}

async function applyMigrations(db: D1Database): Promise<void> {
  const files = (await readdir(MIGRATIONS)).filter((name) => name.endsWith('.sql')).sort()
  for (const file of files) {
    const text = await readFile(join(MIGRATIONS, file), 'utf8')
    await db.batch(text.split('--> statement-breakpoint').map((statement) => db.prepare(statement)))
  }
}

async function makeOrganisation(database: Database): Promise<DeviceTemplate> {
  const now = Date.now()
  const organisations = makeOrganisations(database)
  const settings = { enabled: true, defaultOrganisationId: null, provisionCodeSeconds: 600 }
  demand(await organisations.configureService(settings, system, now))
  demand(
    await organisations.createOrganisation(
      ORGANISATION,
      {
        slug: SLUG,
        siteId: '4711',
        name: 'Bench',
        accent: '#2563eb',
        helpdesk: { email: 'help@bench.example', phone: null, url: null },
        emailRule: '.*@bench\\.example',
        emailRuleHint: null,
        terms: null,
        termsVersion: 0,
        phoneRequired: false,
        confirmation: 'tap',
      },
      system,
      now,
    ),
  )
  const template = demand(
    await makeTemplates(database).createTemplate(
      ORGANISATION,
      {
        platform: 'agent',
        name: 'Agent',
        settings: { webLinks: [], passcode: null, policies: {} },
        instructions: { en: 'Install the agent.' },
        ownership: { default: 'company', choosable: false },
        reports: 'agent',
        checkInSeconds: 3600,
      },
      system,
      now,
    ),
  )
  const owners = await makeAccounts(database).createTemplate(
    ORGANISATION,
    { name: 'Owners', deviceLimit: null, defaultOwnership: 'company', locale: 'en' },
    system,
    now,
  )
  const change = { accountTemplateId: owners.id, platforms: { agent: template.id } }
  await organisations.configureOrganisation(ORGANISATION, change, system, now)
  return template
}

/** One person registers through the accounts room; the others are copies of the rows that this left behind. */
async function makePeople(db: D1Database, count: number): Promise<Account[]> {
  const accounts = makeAccounts(openDatabase(db))
  const organisation = await makeOrganisations(openDatabase(db)).findActive(ORGANISATION)
  if (!organisation) throw new Error('the organisation of the benchmark is not active')
  const now = Date.now()
  const address = 'person@bench.example'
  const entered = demand(await accounts.enter({ organisation, address, locale: 'en', now }))
  const form = { name: 'Bench Person', phone: '', termsAccepted: true }
  const { account } = entered
  demand(await accounts.complete({ account, organisation, form, country: null, locale: 'en', now }))

  const copies = Array.from({ length: count }, (_, index) => ({
    ...account,
    id: makeId('acc', randomBytes(16)),
    ref: makeRef(randomBytes(16)),
    address: `person-${index}@bench.example`,
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
