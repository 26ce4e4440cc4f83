import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Miniflare } from 'miniflare'
import { type Account, makeAccounts } from '../../src/accounts/index.ts'
import type { Result } from '../../src/kernel/result.ts'
import { makeOrganisations } from '../../src/organisations/index.ts'
import type { Actor } from '../../src/referee/index.ts'
import { type Database, openDatabase } from '../../src/runtime/database.ts'
import { type DeviceTemplate, makeTemplates } from '../../src/templates/index.ts'

const MIGRATIONS = '/tmp/mig'
const ORGANISATION = 1
export const SLUG = 'bench'
const system: Actor = { kind: 'system', id: 'bench' }

/** How many people are made at a time; each takes a few round trips to the database. */
const AT_ONCE = 16

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
  const accounts = await makePeople(database, people)
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

async function makePeople(database: Database, count: number): Promise<Account[]> {
  const accounts = makeAccounts(database)
  const organisation = await makeOrganisations(database).findActive(ORGANISATION)
  if (!organisation) throw new Error('the organisation of the benchmark is not active')
  const form = { name: 'Bench Person', phone: '', termsAccepted: true }
  return atOnce(count, AT_ONCE, async (index) => {
    const now = Date.now()
    const address = `person-${index}@bench.example`
    const { account } = demand(await accounts.enter({ organisation, address, locale: 'en', now }))
    demand(await accounts.complete({ account, organisation, form, country: null, locale: 'en', now }))
    return account
  })
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
