import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { PAGE_SIZE } from '../../src/kernel/paging.ts'
import { rowsReadBy } from '../support/rows-read.ts'
import { makeManager } from '../support/staff.ts'
import { inD1, seedWorld, services, time } from '../support/world.ts'

/** The list of templates where there are many. */

const MANY = 3000
const ACME = 1
const OTHER = 2
const MEASURED = 3
beforeAll(async () => {
  time.start()
  await seedWorld()
  for (const id of [OTHER, MEASURED])
    await inD1(
      `INSERT INTO organisations (id, slug, site_id, name, enabled, accent, email_rule, terms_version,
         phone_required, confirmation, created_at, changed_at)
       VALUES (?1, 'o' || ?1, '571' || ?1, 'Other', 1, '#123456', '', 1, 0, 'tap', 0, 0)`,
      id,
    )
  // The rows of the two organisations lie between one another.
  await inD1(
    `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1)
     INSERT INTO device_templates (id, organisation_id, platform, name, version, settings, instructions,
       default_ownership, ownership_choosable, reports, check_in_seconds, created_at, changed_at)
     SELECT 'tpl_' || i, 2 + i % 2, 'linux', 'Template ' || i, 1,
       '{"wifi":[],"webLinks":[],"passcode":null,"agentApp":null,"policies":{}}', '{"en":"x"}', 'inherit', 1,
       'agent', 3600, 0, 0 FROM n`,
    2 * MANY,
  )
})
beforeEach(time.start)
afterEach(() => vi.restoreAllMocks())

const page = (after: string | null, archived = false) =>
  services.templates.readPage(MEASURED, { archived, after })

describe('a page of templates', () => {
  test('reads no more rows than five times what it shows, at the beginning and far behind it', async () => {
    let after: string | null = null
    for (let index = 0; index < 30; index += 1) after = (await page(after)).next
    for (const from of [null, after]) {
      const read = await rowsReadBy(async () => {
        const { rows } = await page(from)
        expect(rows).toHaveLength(PAGE_SIZE)
        await services.devices.usedTemplates(
          MEASURED,
          rows.map(({ id }) => id),
        )
      })
      expect(read).toBeGreaterThanOrEqual(PAGE_SIZE)
      expect(read).toBeLessThanOrEqual(5 * PAGE_SIZE)
    }
  })

  test('shows each of the organisation once, oldest first, and none of another', async () => {
    const seen: string[] = []
    let after: string | null = null
    do {
      const { rows, next } = await page(after)
      seen.push(...rows.map(({ id }) => id))
      after = next
    } while (after !== null)
    const all = await inD1('SELECT id FROM device_templates WHERE organisation_id = 3 ORDER BY rowid')
    expect(seen).toEqual(all.map(({ id }) => id))
    expect(seen).toHaveLength(MANY)
  })

  test('begins at its beginning for a cursor that is none', async () => {
    const first = await page(null)
    for (const cursor of ['x', 'bm9uZQ', 'WyJhIl0', 'a'.repeat(2000)])
      expect(await page(cursor)).toEqual(first)
  })

  test('tells which are archived, by which setup is offered, and names no secret', async () => {
    const { visitor } = await makeManager()
    const { rows } = await services.templates.readPage(ACME, { archived: false, after: null })
    expect(rows.map(({ platform, offeredFor }) => [platform, offeredFor])).toEqual(
      rows.map(({ platform }) => [platform, [platform]]),
    )
    expect(Object.keys(rows[0] ?? {}).sort()).toEqual(
      ['archivedAt', 'changedAt', 'id', 'name', 'offeredFor', 'platform', 'version'].sort(),
    )
    const { html } = await visitor.get('/manage/device-templates')
    expect(html).not.toContain('Template 1')
    expect((await visitor.get('/manage/device-templates?show=archived')).html).toContain(
      'Nothing is archived.',
    )
  })
})
