import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { rowsReadBy } from '../support/rows-read.ts'
import { makeManager } from '../support/staff.ts'
import { inD1, seedWorld, services, time } from '../support/world.ts'

const ACME = 1
beforeAll(async () => {
  time.start()
  await seedWorld()
})
beforeEach(time.start)
afterEach(() => vi.restoreAllMocks())

async function agentTemplate() {
  const template = await services.templates.findOffered(ACME, 'agent')
  if (!template) throw new Error('there is none')
  return template
}

/** As if it had been changed that often. */
async function age(id: string, versions: number, author: string) {
  await inD1(
    `WITH RECURSIVE n (i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < ?2)
     INSERT INTO device_template_versions
     SELECT ?1, i, (SELECT content FROM device_template_versions WHERE template_id = ?1 AND version = 1), ?3, i FROM n`,
    id,
    versions,
    author,
  )
  await inD1('UPDATE device_templates SET version = ?2 WHERE id = ?1', id, versions)
}

test('a page of a long history reads few rows, at its beginning and far behind it', async () => {
  const { id } = await agentTemplate()
  const { account } = await makeManager()
  await age(id, 2000, `manager:${account.id}`)
  let after: string | null = null
  for (let index = 0; index < 50; index += 1)
    after = (await services.templates.readHistory(ACME, id, after)).next
  for (const from of [null, after]) {
    const read = await rowsReadBy(async () => {
      const { rows } = await services.templates.readHistory(ACME, id, from)
      expect(rows).toHaveLength(20)
      expect(rows[0]?.author).toEqual({ kind: 'manager', id: account.id, name: 'Grace Hopper' })
    })
    expect(read).toBeLessThanOrEqual(5 * 21)
  }
})

test('who changed it is told by name only where they are of the organisation', async () => {
  const { id } = await agentTemplate()
  for (const [version, author] of [
    [1, 'system:demonstration'],
    [2, 'manager:acc_nobody'],
    [3, 'supervisor:acc_x'],
    [4, 'unknown:'],
  ] as const)
    await inD1(
      `INSERT OR REPLACE INTO device_template_versions
       VALUES (?1, ?2, (SELECT content FROM device_template_versions WHERE template_id = ?1 LIMIT 1), ?3, 0)`,
      id,
      version,
      author,
    )
  const { rows } = await services.templates.readHistory(ACME, id, null)
  for (const row of rows.filter(({ version }) => version <= 4)) expect(row.author.name).toBeNull()
  const { visitor } = await makeManager()
  const { html, status } = await visitor.get(`/manage/device-templates/${id}/history`)
  expect(status).toBe(200)
  expect(html).not.toContain('acc_nobody')
})
