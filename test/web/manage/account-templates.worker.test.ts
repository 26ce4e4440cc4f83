import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { MINUTE } from '../../../src/kernel/time.ts'
import { makeManager, type TestStaff } from '../../support/staff.ts'
import { inD1, makePerson, seedWorld, services, time, watchTrips } from '../../support/world.ts'

const PATH = '/manage/account-templates'
const ACME = 1

let manager: TestStaff
beforeAll(async () => {
  await seedWorld()
  await inD1(
    `INSERT INTO organisations (id, slug, site_id, name, enabled, accent, email_rule, terms_version,
       phone_required, confirmation, created_at, changed_at)
     VALUES (2, 'other', '5711', 'Other', 1, '#123456', '', 1, 0, 'tap', 0, 0)`,
  )
})
beforeEach(async () => {
  time.start()
  manager = await makeManager()
})
afterEach(() => vi.restoreAllMocks())

const form = {
  name: 'Sales',
  devices: 'some',
  deviceLimit: '3',
  atLimit: 'replace',
  defaultOwnership: 'company',
  locale: 'de',
  groups: 'Sales, Berlin',
  permissions: 'register',
}

let names = 0
async function makeTemplate(change: Partial<typeof form> = {}) {
  names += 1
  const name = `Template ${names}`
  const made = await manager.visitor.post(`${PATH}/new`, { ...form, name, ...change })
  const id = /account-templates\/(act_[\w-]+)\?done=created$/.exec(made.location ?? '')?.[1]
  if (!id) throw new Error(`not made: ${made.status} ${made.location}`)
  return { id, name: change.name ?? name, path: `${PATH}/${id}` }
}

const find = (id: string) => services.accountTemplates.find(ACME, id)
const auditOf = async (id: string) =>
  (
    await inD1(
      `SELECT action, actor_kind, actor_id, detail FROM audit
       WHERE json_extract(detail, '$.template') = ? ORDER BY at, rowid`,
      id,
    )
  ).map((row) => ({ ...row, action: row.action, detail: JSON.parse(String(row.detail)) }))

describe('a manager', () => {
  test('sees every template, how many devices it allows, and which one new people get', async () => {
    const { name } = await makeTemplate({ name: 'Aardvarks <b>' })
    const { html } = await manager.visitor.get(PATH)
    expect(html).toContain('Everybody')
    expect(html).toContain('New people get this one')
    expect(html).toContain('Up to 5, no more')
    expect(html).toContain(name.replace('<b>', '&lt;b&gt;'))
    expect(html.indexOf('Aardvarks')).toBeLessThan(html.indexOf('Everybody'))
  })

  test('makes one, and finds in it what was filled in', async () => {
    const { id, path } = await makeTemplate()
    expect(await find(id)).toMatchObject({
      deviceLimit: 3,
      atLimit: 'replace',
      defaultOwnership: 'company',
      locale: 'de',
      groups: ['Sales', 'Berlin'],
      permissions: ['register'],
      version: 1,
      inUse: false,
      accounts: { count: 0, more: false },
    })
    const { html } = await manager.visitor.get(`${path}?done=created`)
    expect(html).toContain('value="Sales, Berlin"')
    expect(html).toMatch(/value="some" checked/)
    expect(html).toContain('The template is there.')
    expect(await auditOf(id)).toMatchObject([
      { action: 'account_template.created', actor_kind: 'manager', actor_id: manager.account.id },
    ])
  })

  test('chooses one device at a time in words', async () => {
    const { id, path } = await makeTemplate({ devices: 'one', deviceLimit: '' })
    expect(await find(id)).toMatchObject({ deviceLimit: 1, atLimit: 'replace' })
    expect((await manager.visitor.get(path)).html).toMatch(/value="one" checked/)
    expect((await manager.visitor.get(PATH)).html).toContain('One: a new one takes its place')
  })

  test('chooses any number, whatever stands in the field that is not asked then', async () => {
    const { id } = await makeTemplate({ devices: 'any', deviceLimit: 'many' })
    expect(await find(id)).toMatchObject({ deviceLimit: null })
  })

  test.each([
    [{ name: ' ' }, 'Fill this in.'],
    [{ deviceLimit: '' }, 'Enter a whole number.'],
    [{ deviceLimit: 'three' }, 'Enter a whole number.'],
    [{ deviceLimit: '1001' }, 'Enter 1000 or less.'],
    [{ groups: 'x'.repeat(61) }, 'Enter at most 60 characters.'],
  ])('is told at the field what is accepted, and keeps what was typed: %j', async (change, words) => {
    const refused = await manager.visitor.post(`${PATH}/new`, { ...form, ...change })
    expect(refused.status).toBe(422)
    expect(refused.html).toContain(words)
    for (const value of Object.values({ ...form, ...change }))
      if (value.trim()) expect(refused.html).toContain(`value="${value}"`)
    expect(refused.html).toMatch(/value="replace" checked/)
  })

  test('cannot make two of the same name', async () => {
    const { name } = await makeTemplate()
    const refused = await manager.visitor.post(`${PATH}/new`, { ...form, name: name.toUpperCase() })
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('This is in use already')
  })

  test('copies one: nothing is made until it is saved', async () => {
    const { id, name } = await makeTemplate()
    const before = (await services.accountTemplates.listAll(ACME)).length
    const { html } = await manager.visitor.get(`${PATH}/new?copy=${id}`)
    expect(html).toContain(`value="Copy of ${name}"`)
    expect(html).toContain('value="Sales, Berlin"')
    expect(await services.accountTemplates.listAll(ACME)).toHaveLength(before)
  })
})

describe('a change', () => {
  test('raises the version, counts at once, and the audit says before and after', async () => {
    const { id, path, name } = await makeTemplate()
    const person = await makePerson()
    await inD1('UPDATE accounts SET template_id = ? WHERE id = ?', id, person.account.id)
    time.pass(MINUTE)
    const saved = await manager.visitor.post(path, { ...form, name, deviceLimit: '4', permissions: 'pin' })
    expect(saved.location).toBe(`${path}?done=saved`)
    expect(await find(id)).toMatchObject({ version: 2, deviceLimit: 4, inUse: true, accounts: { count: 1 } })
    const session = await services.accounts.findSession(ACME, person.secret, time.now())
    expect(session?.account).toMatchObject({ deviceLimit: 4, permissions: ['pin'] })
    expect((await auditOf(id)).at(-1)).toMatchObject({
      action: 'account_template.changed',
      detail: {
        name,
        changes: expect.arrayContaining([
          { field: 'deviceLimit', before: 3, after: 4 },
          { field: 'permissions', before: '["register"]', after: '["pin"]' },
        ]),
      },
    })
  })

  test('that changes nothing leaves no trace', async () => {
    const { id, path, name } = await makeTemplate()
    await manager.visitor.post(path, { ...form, name })
    expect((await find(id))?.version).toBe(1)
    expect(await auditOf(id)).toHaveLength(1)
  })

  test('that is refused keeps what was typed and changes nothing', async () => {
    const { id, path } = await makeTemplate()
    const refused = await manager.visitor.post(path, { ...form, name: '', deviceLimit: '7' })
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('value="7"')
    expect(await find(id)).toMatchObject({ version: 1, deviceLimit: 3 })
  })

  test('asks D1 at most three times', async () => {
    const { path, name } = await makeTemplate()
    for (const ask of [
      () => manager.visitor.get(PATH),
      () => manager.visitor.get(path),
      () => manager.visitor.post(path, { ...form, name, deviceLimit: '9' }),
      () => manager.visitor.post(path, { ...form, name: '' }),
      () => manager.visitor.post(`${path}/archive`, {}),
    ]) {
      const trips = watchTrips()
      await ask()
      expect(trips.count()).toBeLessThanOrEqual(3)
      trips.stop()
    }
  })
})

describe('archiving', () => {
  test('asks first, offers it no longer, and who has it keeps it', async () => {
    const { id, path } = await makeTemplate()
    const person = await makePerson()
    await inD1('UPDATE accounts SET template_id = ? WHERE id = ?', id, person.account.id)
    const asked = await manager.visitor.get(`${path}/archive`)
    expect(asked.html).toContain('The one person who has it keeps it')
    expect((await find(id))?.archivedAt).toBeNull()

    const archived = await manager.visitor.post(`${path}/archive`, {})
    expect(archived.location).toBe(`${PATH}?done=archived`)
    const offered = async () =>
      (await services.registration.readChoices(ACME)).accountTemplates.map((template) => template.id)
    expect(await offered()).not.toContain(id)
    const session = await services.accounts.findSession(ACME, person.secret, time.now())
    expect(session?.account.deviceLimit).toBe(3)

    await manager.visitor.post(`${path}/restore`, {})
    expect(await offered()).toContain(id)
    expect((await auditOf(id)).map(({ action }) => action)).toEqual([
      'account_template.created',
      'account_template.archived',
      'account_template.restored',
    ])
  })

  test('is refused while new people get it, and says what to do first', async () => {
    const everybody = (await services.accountTemplates.listAll(ACME)).find((one) => one.forNewPeople)
    const path = `${PATH}/${everybody?.id}/archive`
    expect((await manager.visitor.get(path)).html).toContain('Choose another one for them first.')
    const refused = await manager.visitor.post(path, {})
    expect(refused.status).toBe(409)
    expect(refused.html).toContain('href="/manage/setup"')
    expect((await find(everybody?.id ?? ''))?.archivedAt).toBeNull()
  })

  test('twice leaves one trace', async () => {
    const { id, path } = await makeTemplate()
    await manager.visitor.post(`${path}/archive`, {})
    await manager.visitor.post(`${path}/archive`, {})
    expect(await auditOf(id)).toHaveLength(2)
    expect((await manager.visitor.get(`${path}/archive`)).location).toBe(path)
  })
})

describe('another organisation’s template', () => {
  test('does not exist: it cannot be read, changed, archived, restored or copied', async () => {
    const foreign = await services.accounts.createTemplate(
      2,
      {
        name: 'Theirs',
        deviceLimit: 1,
        atLimit: 'refuse',
        defaultOwnership: 'inherit',
        locale: 'en',
        permissions: [],
        groups: [],
      },
      { kind: 'system', id: 'test' },
      time.now(),
    )
    const path = `${PATH}/${foreign.id}`
    const { visitor } = manager
    const answers = [
      await visitor.get(path),
      await visitor.post(path, { ...form, name: 'Ours now' }),
      await visitor.get(`${path}/archive`),
      await visitor.post(`${path}/archive`, {}),
      await visitor.post(`${path}/restore`, {}),
      await visitor.get(`${PATH}/new?copy=${foreign.id}`),
    ]
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404])
    expect(answers.some(({ html }) => html.includes('Theirs'))).toBe(false)
    expect((await visitor.get(PATH)).html).not.toContain('Theirs')
    expect(await services.accountTemplates.find(2, foreign.id)).toMatchObject({ name: 'Theirs', version: 1 })
  })
})
