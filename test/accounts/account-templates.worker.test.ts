import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { TEMPLATES_MAX } from '../../src/accounts/account-template-rules.ts'
import type { Actor } from '../../src/referee/index.ts'
import { rowsReadBy } from '../support/rows-read.ts'
import { inD1, makePerson, seedWorld, services, time } from '../support/world.ts'

const ACME = 1
const actor: Actor = { kind: 'manager', id: 'acc_manager' }
const form = {
  name: 'Sales',
  permissions: ['register'],
  groups: '',
  devices: 'any',
  deviceLimit: '',
  atLimit: 'refuse',
  defaultOwnership: 'inherit',
  locale: 'en',
}

beforeAll(seedWorld)
beforeEach(time.start)
afterEach(() => vi.restoreAllMocks())

/** Copies a person many times. */
async function makeCrowd(count: number) {
  const { account } = await makePerson()
  await inD1(
    `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})
     INSERT INTO accounts (id, organisation_id, ref, role, state, name, name_key, locale, address, template_id,
       created_at, changed_at)
     SELECT 'acc_crowd_' || i, organisation_id, 'crowd' || i, role, state, name, name_key, locale, address,
       template_id, created_at, changed_at FROM accounts, n WHERE id = ?`,
    account.id,
  )
  return account.templateId
}

describe('account templates of a large organisation', () => {
  test('listing them costs a few rows each, however many people have them', async () => {
    const id = await makeCrowd(3000)
    const { accountTemplates } = services
    for (let count = 0; count < 5; count += 1)
      await accountTemplates.create(ACME, { ...form, name: `Template ${count}` }, actor, time.now())
    const { length } = await accountTemplates.listAll(ACME)
    expect(await rowsReadBy(() => accountTemplates.listAll(ACME))).toBeLessThanOrEqual(5 * length)
    expect((await accountTemplates.find(ACME, id))?.accounts).toEqual({ count: 1000, more: true })
    expect(await rowsReadBy(() => accountTemplates.find(ACME, id))).toBeLessThanOrEqual(1100)
  })

  test('there is an end to them, so that lists can show them all', async () => {
    const { accountTemplates } = services
    await inD1(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${TEMPLATES_MAX})
       INSERT INTO account_templates (id, organisation_id, name, default_ownership, locale, created_at, changed_at)
       SELECT 'act_many_' || i, 1, 'Many ' || i, 'inherit', 'en', 0, 0 FROM n`,
    )
    const refused = await accountTemplates.create(ACME, { ...form, name: 'One more' }, actor, time.now())
    expect(refused).toEqual({ ok: false, error: { name: { code: 'too_many', limit: TEMPLATES_MAX } } })
  })
})

describe('what a program makes', () => {
  test('is checked as what a manager fills in', async () => {
    const fields = {
      name: '',
      deviceLimit: 0,
      atLimit: 'refuse',
      defaultOwnership: 'inherit',
      locale: 'en',
      permissions: [],
      groups: [],
    } as const
    const made = services.accounts.createTemplate(ACME, { ...fields, permissions: [], groups: [] }, actor, 0)
    await expect(made).rejects.toThrow('not an account template')
  })
})
