import { type Account, makeAccounts } from '../../src/accounts/index.ts'
import { PAGE_SIZE } from '../../src/kernel/paging.ts'
import type { Keyring } from '../../src/kernel/secrets.ts'
import { openDatabase } from '../../src/runtime/database.ts'
import type { Booted } from './boot.ts'
import { type Comparison, compare } from './compare.ts'
import { type Counts, countCall } from './counting.ts'
import { fillDatabase } from './fixture.ts'
import { type Call, type Load, runLoad } from './load.ts'

/** Requests in one sample, and how many are under way at a time. */
const REQUESTS = 20
const CONCURRENCY = 4
/** How many pages behind the first the later one is. */
const PAGES = 5

export type ListOptions = {
  boot(name: string): Promise<Booted>
  keys: Keyring
  rounds: number
  slices: number
}

/** `counts`: of one request for the list with many rows; its rows read by the size of its page. */
export type ListComparison = { what: string; measured: Comparison; counts: Counts }

/** Fills a database with `count` rows that belong to the organisation of `owner`. */
export type FillList = (db: D1Database, owner: Account, count: number) => Promise<void>

/**
 * A manager's list with many rows by the same with few: each of `paths`, and a later page of those named in
 * `turned`. Both Workers are ours; the noise is the small one's against itself.
 */
export async function compareLists(
  options: ListOptions & {
    what: string
    sizes: { few: number; many: number }
    fill: FillList
    paths: Record<string, string>
    turned: string[]
  },
): Promise<ListComparison[]> {
  const { what, sizes, paths, rounds, slices } = options
  const open = async (size: 'few' | 'many') =>
    prepare(await options.boot(`${size}-${what}`), options.keys, sizes[size], options.fill)
  const [few, many] = [await open('few'), await open('many')]
  const ratio = `${what} ${sizes.many / sizes.few}:1`
  const between = (one: string, other: string) =>
    compare({ rounds, slices, ours: measure(many, one), bare: measure(few, other) })
  const count = async (path: string): Promise<Counts> => {
    const { trips, rows } = await countCall(many.origin, callOf(many, path))
    return { trips, rows: rows / PAGE_SIZE }
  }
  const compared: ListComparison[] = []
  for (const [name, path] of Object.entries(paths)) {
    compared.push({
      what: `${ratio}, ${name}`,
      measured: await between(path, path),
      counts: await count(path),
    })
    if (!options.turned.includes(name)) continue
    const [fewLater, manyLater] = [await turnPages(few, path), await turnPages(many, path)]
    compared.push({
      what: `${ratio}, ${name}, page ${PAGES}`,
      measured: await between(manyLater, fewLater),
      counts: await count(manyLater),
    })
  }
  return compared
}

type Prepared = { origin: string; cookie: string }

/** A filled database, and the cookie of a manager who is signed in. */
async function prepare(booted: Booted, keys: Keyring, count: number, fill: FillList): Promise<Prepared> {
  const { miniflare, origin } = booted
  const { accounts } = await fillDatabase({ miniflare, keys, people: 1 })
  const [owner] = accounts
  if (!owner) throw new Error('nobody was registered')
  const db = (await miniflare.getD1Database('DB')) as unknown as D1Database
  await fill(db, owner, count)
  await db.prepare("UPDATE accounts SET role = 'manager' WHERE id = ?").bind(owner.id).run()
  const session = await makeAccounts(openDatabase(db)).openSession(
    { ...owner, role: 'manager' },
    { assurance: 'passkey', userAgent: 'bench' },
    Date.now(),
  )
  return { origin, cookie: `__Host-latchkey-staff=${session.secret}` }
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

function callOf({ cookie }: Prepared, path: string): Call {
  return { method: 'GET', path, headers: { accept: 'text/html', cookie } }
}

function measure(prepared: Prepared, path: string): () => Promise<Load> {
  const calls = Array.from({ length: REQUESTS }, () => callOf(prepared, path))
  return () => runLoad({ origin: prepared.origin, calls, concurrency: CONCURRENCY, expected: 200 })
}
