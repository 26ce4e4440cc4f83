import type { Account } from '../../src/accounts/index.ts'
import { compareLists, type ListComparison, type ListOptions } from './manager-lists.ts'

/** How many accounts the two databases have. */
const SIZES = { few: 1000, many: 200_000 }
/** Rows that one statement makes. */
const CHUNK = 20_000

/** A manager's list of accounts, as its users ask for it: all, and by a name's beginning. */
export function compareAccountLists(options: ListOptions): Promise<ListComparison[]> {
  return compareLists({
    ...options,
    what: 'accounts',
    sizes: SIZES,
    fill: fillAccounts,
    paths: { list: '/manage/accounts', search: '/manage/accounts?q=person' },
    turned: ['list', 'search'],
  })
}

/** `count` accounts like the owner's. */
export async function fillAccounts(db: D1Database, owner: Account, count: number): Promise<void> {
  for (let begin = 0; begin < count; begin += CHUNK)
    await copyMany(db, owner, begin, Math.min(CHUNK, count - begin))
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
