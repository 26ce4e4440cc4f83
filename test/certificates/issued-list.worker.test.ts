import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { rowsReadBy } from '../support/rows-read.ts'
import { inD1, seedWorld, services, time } from '../support/world.ts'
import { ACME, clear } from './storage-support.ts'

/** The list of what was issued. */

beforeAll(async () => {
  time.start()
  await seedWorld()
})
beforeEach(async () => {
  time.start()
  await clear()
})
afterEach(() => vi.restoreAllMocks())

const { certificates } = services

describe('the list', () => {
  async function insertMany(count: number) {
    const { id } = await certificates.ensureAuthority(ACME, time.now())
    await inD1(
      `WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ?1 - 1)
       INSERT INTO issued_certificates (serial, organisation_id, authority_id, kind, account_id, device_id, subject,
         pem, created_at, ends_at, revoked_at, reason, changed_at)
       SELECT printf('4%031x', i), 1, ?2, 'device', NULL, 'dev_' || (i % 10), 'CN=' || i, 'pem', ?3 - i / 3,
         ?3 + (i % 3 - 1) * 1000 - i / 3, CASE WHEN i % 4 = 0 THEN ?3 - i / 5 END, NULL, ?3 FROM n`,
      count,
      id,
      time.now(),
    )
  }

  test.each([
    ['all', {}, (_i: number) => true],
    ['valid', { state: 'valid' }, (i: number, now: number) => i % 4 !== 0 && ends(i, now) > now],
    ['ended', { state: 'ended' }, (i: number, now: number) => i % 4 !== 0 && ends(i, now) <= now],
    ['revoked', { state: 'revoked' }, (i: number) => i % 4 === 0],
    ['of a device', { deviceId: 'dev_3' }, (i: number) => i % 10 === 3],
    ['of a device, revoked', { deviceId: 'dev_4', state: 'revoked' }, (i: number) => i % 20 === 4],
  ] as const)(
    '%s comes in pages, each certificate once, and reads little more',
    async (_n, filter, holds) => {
      await insertMany(600)
      const seen: string[] = []
      let after: string | null = null
      do {
        const cursor: string | null = after
        let page: Awaited<ReturnType<typeof certificates.listIssued>> | undefined
        const read = await rowsReadBy(async () => {
          page = await certificates.listIssued(1, { ...filter, after: cursor, now: time.now(), size: 20 })
        })
        if (!('deviceId' in filter && 'state' in filter)) expect(read).toBeLessThanOrEqual(100)
        seen.push(...(page?.rows ?? []).map(({ serial }) => serial))
        after = page?.next ?? null
      } while (after)
      const expected = Array.from({ length: 600 }, (_, i) => i)
        .filter((i) => holds(i, time.now()))
        .map((i) => `4${i.toString(16).padStart(31, '0')}`)
      expect(seen.toSorted()).toEqual(expected.toSorted())
      expect(seen.length).toBeGreaterThan(20)
    },
  )

  const ends = (i: number, now: number) => now + ((i % 3) - 1) * 1000 - Math.floor(i / 3)

  test('is in the order that its filter says, and takes a cursor that is none for the beginning', async () => {
    await insertMany(60)
    const read = async (state: 'valid' | 'ended' | 'revoked' | null, after: string | null = null) =>
      (await certificates.listIssued(1, { state, after, now: time.now() })).rows
    const isSorted = (values: (number | null)[], direction: 1 | -1) =>
      values.every((value, at) => at === 0 || ((value ?? 0) - (values[at - 1] ?? 0)) * direction >= 0)
    expect(
      isSorted(
        (await read('valid')).map(({ endsAt }) => endsAt),
        1,
      ),
    ).toBe(true)
    expect(
      isSorted(
        (await read('ended')).map(({ endsAt }) => endsAt),
        -1,
      ),
    ).toBe(true)
    expect(
      isSorted(
        (await read('revoked')).map(({ revokedAt }) => revokedAt),
        -1,
      ),
    ).toBe(true)
    expect(
      isSorted(
        (await read(null)).map(({ createdAt }) => createdAt),
        -1,
      ),
    ).toBe(true)
    for (const after of ['', 'x', 'W10', 'e30']) expect(await read(null, after)).toEqual(await read(null))
  })
})
