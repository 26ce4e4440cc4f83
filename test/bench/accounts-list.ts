import { type Account, makeAccounts } from '../../src/accounts/index.ts'
import type { Keyring } from '../../src/kernel/secrets.ts'
import { openDatabase } from '../../src/runtime/database.ts'
import type { Booted } from './boot.ts'
import { type Comparison, compare } from './compare.ts'
import { fillDatabase } from './fixture.ts'
import { type Call, type Load, runLoad } from './load.ts'

/** How many accounts the two databases have. */
export const SIZES = { few: 1000, many: 200_000 }
/** Rows that one statement makes. */
const CHUNK = 20_000
/** Requests in one sample, and how many are under way at a time. */
const REQUESTS = 20
const CONCURRENCY = 4
/** How many pages behind the first the later one is. */
const PAGES = 5

/** A manager's list of accounts, as its users ask for it. */
const LISTS = { list: '/manage/accounts', search: '/manage/accounts?q=person' }

export type ListComparison = { what: string; measured: Comparison }

/**
 * The list of many accounts by that of few: first page and a later one, all and by a name's beginning. Both
 * Workers are ours; the noise is the small one's against itself.
 */
export async function compareAccountLists(options: {
  boot(name: string): Promise<Booted>
  keys: Keyring
  rounds: number
  slices: number
}): Promise<ListComparison[]> {
  const few = await prepare(await options.boot('few-accounts'), options.keys, SIZES.few)
  const many = await prepare(await options.boot('many-accounts'), options.keys, SIZES.many)
  const compared: ListComparison[] = []
  for (const [name, path] of Object.entries(LISTS)) {
    const [fewLater, manyLater] = [await turnPages(few, path), await turnPages(many, path)]
    const { rounds, slices } = options
    const between = (one: string, other: string) =>
      compare({ rounds, slices, ours: measure(many, one), bare: measure(few, other) })
    compared.push({ what: `accounts 200:1, ${name}`, measured: await between(path, path) })
    compared.push({
      what: `accounts 200:1, ${name}, page ${PAGES}`,
      measured: await between(manyLater, fewLater),
    })
  }
  return compared
}

type Prepared = { origin: string; cookie: string }

/** `count` accounts, and the cookie of a manager who is signed in. */
async function prepare(booted: Booted, keys: Keyring, count: number): Promise<Prepared> {
  const { miniflare, origin } = booted
  const { accounts } = await fillDatabase({ miniflare, keys, people: 1 })
  const [owner] = accounts
  if (!owner) throw new Error('nobody was registered')
  const db = (await miniflare.getD1Database('DB')) as unknown as D1Database
  for (let begin = 0; begin < count; begin += CHUNK)
    await copyMany(db, owner, begin, Math.min(CHUNK, count - begin))
  await db.prepare("UPDATE accounts SET role = 'manager' WHERE id = ?").bind(owner.id).run()
  const session = await makeAccounts(openDatabase(db)).openSession(
    { ...owner, role: 'manager' },
    { assurance: 'passkey', userAgent: 'bench' },
    Date.now(),
  )
  return { origin, cookie: `__Host-latchkey-staff=${session.secret}` }
}

async function copyMany(db: D1Database, owner: Account, begin: number, count: number): Promise<void> {
  const numbers =
    'WITH RECURSIVE n(i) AS (SELECT CAST(?1 AS INTEGER) UNION ALL SELECT i + 1 FROM n WHERE i < ?1 + ?2 - 1)'
  await db.batch([
    db
      .prepare(
        `${numbers} INSERT INTO accounts (id, organisation_id, ref, role, state, name, name_key, locale, address,
           template_id, created_at, changed_at)
         SELECT 'acc_bench_' || i, ?3, 'bench_' || i, 'device_owner', 'active', 'Person ' || i, 'person ' || i,
           'en', 'bench-' || i || '@acme.example', ?4, 1700000000000 + i * 1000, 1700000000000 FROM n`,
      )
      .bind(begin, count, owner.organisationId, owner.templateId),
    db
      .prepare(
        `${numbers} INSERT INTO account_addresses (organisation_id, address, account_id, proved_at)
         SELECT ?3, 'bench-' || i || '@acme.example', 'acc_bench_' || i, 1700000000000 FROM n`,
      )
      .bind(begin, count, owner.organisationId),
  ])
}

/** The path of the page that its readers reach by going on a few times. */
async function turnPages({ origin, cookie }: Prepared, first: string): Promise<string> {
  let path = first
  for (let page = 1; page < PAGES; page += 1) {
    const answer = await fetch(new URL(path, origin), { headers: { cookie } })
    const [, next] = /href="([^"]+)" rel="next"/.exec(await answer.text()) ?? []
    if (!next) throw new Error(`${path} has no next page`)
    path = next.replaceAll('&amp;', '&')
  }
  return path
}

function measure({ origin, cookie }: Prepared, path: string): () => Promise<Load> {
  const call: Call = { method: 'GET', path, headers: { accept: 'text/html', cookie } }
  const calls = Array.from({ length: REQUESTS }, () => call)
  return () => runLoad({ origin, calls, concurrency: CONCURRENCY, expected: 200 })
}
