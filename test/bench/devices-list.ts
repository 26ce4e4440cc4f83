import type { Account } from '../../src/accounts/index.ts'
import { fillAccounts } from './accounts-list.ts'
import { compareLists, type ListComparison, type ListOptions } from './manager-lists.ts'

/** How many devices the two databases have, and how many of them one owner has. */
const SIZES = { few: 1000, many: 1_000_000 }
const EACH = 4
/** Rows that one statement makes. */
const CHUNK = 25_000

/**
 * A manager's list of devices, as its users ask for it: all of them, by a name's beginning, by an owner's address,
 * and those that need help.
 */
export function compareDeviceLists(options: ListOptions): Promise<ListComparison[]> {
  return compareLists({
    ...options,
    what: 'devices',
    sizes: SIZES,
    fill: fillDevices,
    paths: {
      list: '/manage/devices',
      search: '/manage/devices?q=tablet',
      'by owner': '/manage/devices?q=bench-1',
      unresponsive: '/manage/devices?status=unresponsive',
    },
    turned: ['list'],
  })
}

/**
 * `count` devices of `count` / 4 owners. One in twenty is a slot, one in twenty pending, one in ten is over. Two in five
 * do not respond: they stand first, and a later page has to show the same kind of rows however many there are.
 */
async function fillDevices(db: D1Database, owner: Account, count: number): Promise<void> {
  await fillAccounts(db, owner, count / EACH)
  const { results } = await db
    .prepare("SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = 'device_counted'")
    .all<{ sql: string }>()
  const [trigger] = results
  if (!trigger) throw new Error('nobody counts devices')
  // A million rows are counted at the end instead of one by one.
  await db.prepare('DROP TRIGGER device_counted').run()
  for (let begin = 0; begin < count; begin += CHUNK)
    await makeMany(db, owner, begin, Math.min(CHUNK, count - begin), count / EACH)
  await db.batch([
    db.prepare('DELETE FROM device_totals'),
    db.prepare(
      `INSERT INTO device_totals SELECT organisation_id, coalesce(platform, 'any'), lifecycle, count(*)
       FROM devices GROUP BY 1, 2, 3`,
    ),
    db.prepare(trigger.sql),
  ])
}

async function makeMany(
  db: D1Database,
  owner: Account,
  begin: number,
  count: number,
  owners: number,
): Promise<void> {
  await db
    .prepare(
      `WITH RECURSIVE n(i) AS (SELECT CAST(?1 AS INTEGER) UNION ALL SELECT i + 1 FROM n WHERE i < ?1 + ?2 - 1),
       t(id) AS (SELECT id FROM device_templates WHERE organisation_id = ?3 AND platform = 'agent' LIMIT 1)
       INSERT INTO devices (id, organisation_id, account_id, ref, rev, lifecycle, platform, ownership, template_id,
         template_version, reports, check_in_seconds, claim_id, grant_id, epoch, credential_hash, registered_at,
         name, name_key, model, serial, last_seen_at, unresponsive_since, unresponsive_reason, changed_at)
       SELECT 'dev_bench_' || i, ?3, 'acc_bench_' || (i % CAST(?4 AS INTEGER)), 'bench_' || (i % CAST(?4 AS INTEGER)), 1,
         CASE i % 20 WHEN 0 THEN 'invited' WHEN 1 THEN 'pending' WHEN 2 THEN 'deleted' WHEN 3 THEN 'retired'
           ELSE 'active' END,
         iif(i % 20 = 0, NULL, 'agent'), 'company', iif(i % 20 = 0, NULL, t.id), 1, 'agent', 3600, '', '', 1, '',
         1700000000000 + i * 1000, iif(i % 20 = 0, NULL, 'Tablet ' || i), iif(i % 20 = 0, '', 'tablet ' || i),
         iif(i % 20 = 0, NULL, 'T14'), iif(i % 20 = 0, NULL, 'SN' || i),
         iif(i % 20 < 2, NULL, 1700000000000 + i * 1000), iif(i % 2 = 1, 1700000000000, NULL),
         iif(i % 2 = 1, '{"kind":"silent"}', NULL), 1700000000000
       FROM n, t`,
    )
    .bind(begin, count, owner.organisationId, owners)
    .run()
}
