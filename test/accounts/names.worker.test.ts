import { beforeAll, expect, test, vi } from 'vitest'
import { bindings, d1Prototype, inD1, seedWorld, services } from '../support/world.ts'

const PEOPLE = 20_000

beforeAll(async () => {
  await seedWorld()
  const [template] = await inD1('SELECT id FROM account_templates WHERE organisation_id = 1')
  await inD1(
    `INSERT INTO organisations (id, slug, site_id, name, enabled, accent, email_rule, terms_version, phone_required, confirmation, created_at, changed_at)
     SELECT 2, 'other', '5555', 'Other', enabled, accent, email_rule, terms_version, phone_required, confirmation, created_at, changed_at
     FROM organisations WHERE id = 1`,
  )
  await bindings.db
    .prepare(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${PEOPLE})
       INSERT INTO accounts (id, organisation_id, ref, role, state, name, name_key, address, locale, template_id, created_at, changed_at)
       SELECT 'acc_' || i, 1 + i % 2, 'ref-' || i, 'device_owner', 'active', 'Zoë ' || i, 'zoe ' || i,
         'zoe.' || i || '@acme.example', 'en', ?, 0, 0 FROM n`,
    )
    .bind(template?.id)
    .run()
})

test('a beginning of name or address finds ten people at most, of this organisation, and reads few rows', async () => {
  const batch = vi.spyOn(d1Prototype, 'batch')
  const byName = await services.names.search(1, ' ZOË 1')
  const byAddress = await services.names.search(1, 'Zoe.12')
  const answers = (await Promise.all(batch.mock.results.map(({ value }) => value))) as D1Result[][]
  batch.mockRestore()
  expect(byName).toHaveLength(10)
  expect(byAddress.map(({ address }) => address).every((address) => address.startsWith('zoe.12'))).toBe(true)
  for (const answer of answers)
    expect(answer.reduce((sum, { meta }) => sum + meta.rows_read, 0)).toBeLessThanOrEqual(5 * 10)
  const odd = [...byName, ...byAddress].filter(({ id }) => Number(id.slice(4)) % 2 === 1)
  expect(odd).toEqual([])
})

test.each(['', '   ', '%', '_', "'; --"])('what begins with %j is nobody', async (text) => {
  expect(await services.names.search(1, text)).toEqual([])
})

test('names of ids are those of the organisation; of elsewhere, unknown or none at all they are left out', async () => {
  const ids = [...Array.from({ length: 200 }, (_, index) => `acc_${index + 1}`), 'acc_nobody']
  const { people, organisation } = await services.names.of(1, ids)
  expect(people.size).toBe(100)
  expect(people.get('acc_2')).toMatchObject({ name: 'Zoë 2', address: 'zoe.2@acme.example' })
  expect(organisation).toBe('Acme Robotics')
  expect(await services.names.of(77, [])).toEqual({ people: new Map(), organisation: null })
})
