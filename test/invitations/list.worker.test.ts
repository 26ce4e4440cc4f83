import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  INVITATION_STATUSES,
  type InvitationFilter,
  NO_INVITATION_FILTER,
} from '../../src/invitations/index.ts'
import { PAGE_SIZE } from '../../src/kernel/paging.ts'
import { rowsReadBy } from '../support/rows-read.ts'
import { inD1, seedWorld, services, time } from '../support/world.ts'

const PEOPLE = 3000
const ROWS_MAX = 5 * PAGE_SIZE

/**
 * 3,000 people; two in three were invited, every ninth of them twice, once by a job. Names and times repeat, so
 * that the id alone tells many apart.
 */
beforeAll(async () => {
  time.start()
  await seedWorld()
  await inD1(
    `INSERT INTO organisations (id, slug, site_id, name, enabled, accent, email_rule, terms_version, phone_required,
       confirmation, created_at, changed_at) VALUES (7, 'other', '700700', 'Other', 1, '#111111', '', 1, 0, 'tap', 1, 1)`,
  )
  await inD1(
    `WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ?1 - 1)
     INSERT INTO accounts (id, organisation_id, ref, role, state, name, name_key, locale, address, template_id,
       created_at, changed_at)
     SELECT printf('acc_%05d', i * 7919 % ?1), 1, 'ref_' || i, 'device_owner', 'invited', 'Ada ' || (i / 40),
       'ada ' || (i / 40), 'en', printf('p%05d@acme.example', i),
       (SELECT id FROM account_templates WHERE organisation_id = 1 LIMIT 1), 5000 + i / 100, 1 FROM n`,
    PEOPLE,
  )
  await inD1(
    `WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ?1 - 1),
       twice(k) AS (SELECT 0 UNION ALL SELECT 1)
     INSERT INTO invitations (id, organisation_id, account_id, ref, rev, state, channel, recipient, job_id, created_at,
       created_by, devices, slot_device_id, opened_at, accepted_at, delivery, changed_at)
     SELECT printf('inv_%05d_%d', i * 7 % ?1, k), 1, printf('acc_%05d', i), 'ref', 1,
       CASE WHEN k = 0 AND i % 9 = 0 THEN 'superseded' WHEN i % 50 IN (1, 10) THEN 'revoked' ELSE 'issued' END, 'email',
       'to@acme.example', iif(i % 5 = 0, 'job_1', NULL), 9000 + i / 60 + k, 'acc_m', 0, 'dev_' || i || k,
       iif(i % 4 = 1, 9500, NULL), iif(i % 8 = 1, 9600, NULL),
       CASE i % 10 WHEN 2 THEN 'failed' WHEN 4 THEN 'queued' ELSE 'sent' END, 9000 + i
     FROM n, twice WHERE i % 3 > 0 AND (k = 0 OR i % 9 = 1) OR (i % 9 = 0 AND k = 0)`,
    PEOPLE,
  )
}, 60_000)
beforeEach(() => time.start())
afterEach(() => vi.restoreAllMocks())

const filters: InvitationFilter[] = ['', 'ada', 'ada 7', 'p00', 'p01', 'nobody'].flatMap((search) =>
  [null, ...INVITATION_STATUSES].flatMap((status) =>
    [null, 'job_1'].map((jobId) => ({ search, status, jobId })),
  ),
)

async function readAll(filter: InvitationFilter) {
  const ids: string[] = []
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<typeof services.invitations.list>> = await services.invitations.list(
      1,
      filter,
      after,
    )
    ids.push(...page.rows.map(({ id }) => id))
    after = page.next
  } while (after !== null)
  return ids
}

test('no filter reads more than five times its page, wherever the page begins', async () => {
  const dear: unknown[] = []
  for (const filter of filters) {
    let next: string | null = null
    const first = await rowsReadBy(async () => {
      next = (await services.invitations.list(1, filter)).next
    })
    const later = next ? await rowsReadBy(() => services.invitations.list(1, filter, next)) : 0
    if (Math.max(first, later) > ROWS_MAX) dear.push({ ...filter, first, later })
  }
  expect(dear).toEqual([])
}, 120_000)

describe('pages have neither gaps nor repeats', () => {
  test.each<Partial<InvitationFilter>>([
    {},
    { status: 'sent' },
    { status: 'delivery_failed' },
    { status: 'superseded' },
    { jobId: 'job_1' },
    { jobId: 'job_1', status: 'accepted' },
    { search: 'ada 7' },
    { search: 'ADA 1', status: 'sending' },
    { search: 'p000' },
    { search: 'p', status: 'deactivated', jobId: 'job_1' },
  ])('%j', async (change) => {
    const filter = { ...NO_INVITATION_FILTER, ...change }
    const ids = await readAll(filter)
    const search = filter.search.toLowerCase()
    const wanted = await inD1(
      `SELECT i.id FROM invitations AS i JOIN accounts AS a ON a.id = i.account_id WHERE i.organisation_id = 1
       AND (?1 IS NULL OR i.status = ?1) AND (?2 IS NULL OR i.job_id = ?2)
       AND (a.name_key LIKE ?3 OR a.address LIKE ?3)`,
      filter.status,
      filter.jobId,
      `${search}%`,
    )
    expect(new Set(ids).size).toBe(ids.length)
    expect(wanted.length).toBeGreaterThan(0)
    expect(ids.toSorted()).toEqual(wanted.map(({ id }) => String(id)).toSorted())
  })
})

test('the newest come first', async () => {
  const { rows } = await services.invitations.list(1, NO_INVITATION_FILTER)
  const places = rows.map(({ createdAt, id }) => `${createdAt} ${id}`)
  expect(places).toHaveLength(PAGE_SIZE)
  expect(places).toEqual(places.toSorted().reverse())
})

test('every status is counted, up to a bound', async () => {
  const counts = (await services.invitations.board(1)).counts
  expect(Object.keys(counts).toSorted()).toEqual([...INVITATION_STATUSES].toSorted())
  expect(counts.sent).toEqual({ count: 100, more: true })
  expect(counts.expired).toEqual({ count: 0, more: false })
  const [row] = await inD1("SELECT count(*) AS count FROM invitations WHERE status = 'deactivated'")
  expect(counts.deactivated).toEqual({ count: row?.count, more: false })
  expect(await rowsReadBy(() => services.invitations.board(1))).toBeLessThan(900)
})

test('what changed is told newest first, bounded, and by the filters of the list', async () => {
  const since = 9000 + PEOPLE - 30
  const changed = await services.invitations.changedSince(1, since)
  expect(changed.every(({ changedAt }) => changedAt >= since)).toBe(true)
  expect(changed.length).toBeGreaterThan(10)
  expect(await services.invitations.changedSince(1, 0)).toHaveLength(100)
  expect(await rowsReadBy(() => services.invitations.changedSince(1, 0))).toBeLessThan(220)
  const failed = { ...NO_INVITATION_FILTER, status: 'delivery_failed' as const }
  const found = await services.invitations.changedSince(1, since, failed)
  expect(found.map(({ status }) => status)).toEqual(found.map(() => 'delivery_failed'))
  expect(found.length).toBeGreaterThan(0)
  const nobody = { ...NO_INVITATION_FILTER, search: 'nobody' }
  expect(await services.invitations.changedSince(1, since, nobody)).toEqual([])
})

test('another organisation sees none of them', async () => {
  const [one] = (await services.invitations.list(1, NO_INVITATION_FILTER)).rows
  const { id = '', accountId = '' } = one ?? {}
  expect(await services.invitations.find(1, id)).toMatchObject({ id, organisationId: 1 })
  expect(await services.invitations.find(7, id)).toBeNull()
  expect(await services.invitations.ofAccount(1, accountId)).not.toEqual([])
  expect(await services.invitations.ofAccount(7, accountId)).toEqual([])
  for (const filter of filters)
    expect((await services.invitations.list(7, filter)).rows, JSON.stringify(filter)).toEqual([])
  expect(await services.invitations.changedSince(7, 0)).toEqual([])
  expect(Object.values((await services.invitations.board(7)).counts).every(({ count }) => count === 0)).toBe(
    true,
  )
})
