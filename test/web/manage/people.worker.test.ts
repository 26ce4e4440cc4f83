import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { makeManager, type TestStaff } from '../../support/staff.ts'
import { makeVisitor, visitorOf } from '../../support/visitor.ts'
import { inD1, issueCode, makePerson, seedWorld, settle, time, watchTrips } from '../../support/world.ts'
import {
  accountAt,
  accountTemplateId,
  audited,
  makeForeigner,
  newPerson,
  postPairs,
} from './people-support.ts'

/** The list of accounts, single ones and several at once. */

let manager: TestStaff
let templateId = ''
beforeAll(async () => {
  await seedWorld()
  templateId = await accountTemplateId()
})
beforeEach(async () => {
  time.start()
  manager = await makeManager()
})
afterEach(() => vi.restoreAllMocks())

const get = (path: string) => manager.visitor.get(path)
const post = (path: string, form: Record<string, string> = {}) => manager.visitor.post(path, form)

describe('the list', () => {
  test('shows who is here, and is found by the beginning of name or address', async () => {
    await makePerson({ name: 'Éva Tardos', address: 'tardos@acme.example' })
    for (const search of ['', '?q=eva', '?q=TARDOS%40', '?sort=name&q=%C3%89va'])
      expect((await get(`/manage/accounts${search}`)).html, search).toContain('tardos@acme.example')
    const none = await get('/manage/accounts?q=va')
    expect(none.html).not.toContain('tardos@acme.example')
    expect(none.html).toContain('Nobody matches')
  })

  test('asks D1 three times at most, and so do its other pages', async () => {
    const person = await makePerson()
    const paths = [
      '',
      '?q=a&state=active',
      '/new',
      '/import',
      '/approve-all',
      `/disable?id=${person.account.id}`,
    ]
    const own = ['', '/edit', '/disable', '/role', '/reprovision'].map((act) => `/${person.account.id}${act}`)
    for (const path of [...paths, ...own]) {
      const trips = watchTrips()
      expect((await get(`/manage/accounts${path}`)).status, path).toBe(200)
      expect(trips.count(), path).toBeLessThanOrEqual(3)
      trips.stop()
    }
  })

  test('a name that is markup, very long, or runs the other way stays a name', async () => {
    const names = ['<script>alert(1)</script>', 'ש'.repeat(120), '👩🏽‍💻 Ada', 'A'.repeat(10_000)]
    for (const [index, name] of names.entries()) {
      const address = `hostile-${index}@elsewhere.example`
      const added = await post('/manage/accounts/new', newPerson(templateId, { name, address }))
      expect(added.status).toBe(name.length > 120 ? 422 : 303)
    }
    const { html } = await get('/manage/accounts')
    expect(html).not.toContain('<script>alert')
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(html).toContain('👩🏽‍💻 Ada')
    expect(await accountAt('hostile-3@elsewhere.example')).toBeUndefined()
  })

  test('filters that nobody offers filter nothing and break nothing', async () => {
    const query = 'state=deleted&role=supervisor&template=%00&group=%27%3B--&sort=rowid&after=%7B&q=%25'
    expect((await get(`/manage/accounts?${query}`)).status).toBe(200)
  })
})

describe('one account', () => {
  test('has everything on one page', async () => {
    const person = await makePerson({ name: 'Mary Jackson' })
    await issueCode(person)
    await settle(person.account.ref)
    const { html } = await get(`/manage/accounts/${person.account.id}`)
    for (const part of [
      'Mary Jackson',
      person.address,
      'Everybody',
      'Open codes',
      'works until',
      'What happened',
    ])
      expect(html).toContain(part)
  })

  test('is changed field by field, and the audit says what was before', async () => {
    const person = await makePerson({ name: 'Grace' })
    time.pass(1000)
    const form = {
      name: 'Grácè  Hopper',
      phone: '+44 7400 123456',
      locale: 'de',
      template: templateId,
      groups: 'Navy',
    }
    const path = `/manage/accounts/${person.account.id}`
    expect((await post(`${path}/edit`, form)).location).toBe(`${path}?done=changed`)
    expect(await accountAt(person.address)).toMatchObject({
      name: 'Grácè Hopper',
      name_key: 'grace hopper',
      phone: '+447400123456',
      changed_at: time.now(),
    })
    const [entry] = (await audited('account.changed')).slice(-1)
    expect(JSON.parse(String(entry?.detail)).changes).toContainEqual({
      field: 'phone',
      before: null,
      after: '+447400123456',
    })
    const before = (await audited('account.changed')).length
    await post(`${path}/edit`, form)
    expect(await audited('account.changed')).toHaveLength(before)
  })

  test('of another organisation is not found, and nothing about it changes', async () => {
    const foreign = await makeForeigner()
    const before = await inD1('SELECT * FROM accounts WHERE id = ?', foreign)
    const acts = ['edit', 'role', 'disable', 'refuse', 'reprovision']
    for (const act of ['', ...acts.map((one) => `/${one}`)])
      expect((await get(`/manage/accounts/${foreign}${act}`)).status, act).toBe(404)
    for (const act of [...acts, 'approve', 'enable'])
      expect((await post(`/manage/accounts/${foreign}/${act}`, { role: 'manager' })).status, act).toBe(404)
    for (const act of ['approve', 'enable', 'template', 'add_group'])
      await postPairs(manager, '/manage/accounts/bulk', [
        ['id', foreign],
        ['act', act],
        ['to_template', templateId],
        ['to_group', 'Mine'],
      ])
    await postPairs(manager, '/manage/accounts/disable', [['id', foreign]])
    await post('/manage/accounts/approve-all')
    expect(await inD1('SELECT * FROM accounts WHERE id = ?', foreign)).toEqual(before)
    expect((await get('/manage/accounts?q=hank')).html).not.toContain('Scorpio')
  })
})

describe('the role', () => {
  test('asks once, then ends every session of whom it changes', async () => {
    const person = await makePerson()
    const path = `/manage/accounts/${person.account.id}`
    expect((await get(`${path}/role`)).html).toContain('signed out everywhere')
    const owner = visitorOf(person)
    expect((await owner.get('/setup/acme/device')).status).toBe(200)
    expect((await post(`${path}/role`, { role: 'manager' })).location).toBe(`${path}?done=role`)
    expect((await owner.get('/setup/acme/device')).location).toBe('/setup/acme')
    expect(await accountAt(person.address)).toMatchObject({ role: 'manager' })
    expect(await audited('account.role_changed')).not.toEqual([])
  })

  test('of a manager is dead at the next request', async () => {
    const other = await makeManager()
    expect((await other.visitor.get('/manage/accounts')).status).toBe(200)
    await post(`/manage/accounts/${other.account.id}/role`, { role: 'device_owner' })
    expect((await other.visitor.get('/manage/accounts')).location).toMatch(/^\/sign-in/)
  })

  test('of the last manager stays, also when two demote each other at once', async () => {
    await inD1(
      `UPDATE accounts SET role = 'device_owner' WHERE organisation_id = 1 AND id <> ?`,
      manager.account.id,
    )
    const own = `/manage/accounts/${manager.account.id}`
    expect((await post(`${own}/role`, { role: 'device_owner' })).location).toBe(`${own}?trouble=last_manager`)
    const other = await makeManager()
    await Promise.all([
      post(`/manage/accounts/${other.account.id}/role`, { role: 'device_owner' }),
      other.visitor.post(`/manage/accounts/${manager.account.id}/role`, { role: 'device_owner' }),
    ])
    expect(
      await inD1(`SELECT count(*) AS managers FROM accounts WHERE organisation_id = 1 AND role = 'manager'`),
    ).toEqual([{ managers: 1 }])
  })

  test('supervisor is none that a manager can give', async () => {
    const person = await makePerson()
    await post(`/manage/accounts/${person.account.id}/role`, { role: 'supervisor' })
    expect(await accountAt(person.address)).toMatchObject({ role: 'device_owner' })
  })
})

describe('disabling', () => {
  test('asks once, ends sessions and codes, and enabling takes it back', async () => {
    const person = await makePerson()
    const path = `/manage/accounts/${person.account.id}`
    await issueCode(person)
    expect((await get(`${path}/disable`)).html).toContain('stop working')
    expect((await post(`${path}/disable`)).location).toBe(`${path}?done=disabled`)
    await settle(person.account.ref)
    const owner = visitorOf(person)
    expect((await owner.get('/setup/acme/device')).location).toBe('/setup/acme')
    const page = await get(path)
    expect(page.html).toContain('Disabled')
    expect(page.html).toContain('No code is open')
    expect((await get('/manage/accounts?state=disabled')).html).toContain(person.address)
    expect((await post(`${path}/enable`)).location).toBe(`${path}?done=enabled`)
    await settle(person.account.ref)
    expect((await get('/manage/accounts?state=disabled')).html).not.toContain(person.address)
  })

  test('oneself is refused, alone and among others', async () => {
    const person = await makePerson()
    const own = `/manage/accounts/${manager.account.id}`
    expect((await post(`${own}/disable`)).location).toBe(`${own}?trouble=self`)
    const asked = await get(`/manage/accounts/disable?id=${manager.account.id}&id=${person.account.id}`)
    expect(asked.html).toContain('Your own account is left out')
    await postPairs(manager, '/manage/accounts/disable', [
      ['id', manager.account.id],
      ['id', person.account.id],
    ])
    expect((await get(own)).status).toBe(200)
    expect(await accountAt(person.address)).toMatchObject({ disabled_at: expect.any(Number) })
  })
})

describe('several at once', () => {
  test('get a template and groups; who has them already is left alone', async () => {
    const [one, other] = [await makePerson(), await makePerson()]
    const chosen: [string, string][] = [
      ['id', one.account.id],
      ['id', other.account.id],
      ['id', 'acc_unknown'],
      ['back', '?state=active'],
    ]
    const act = (name: string, more: [string, string][] = []) =>
      postPairs(manager, '/manage/accounts/bulk', [...chosen, ['act', name], ...more])
    expect((await act('add_group', [['to_group', 'Sales']])).location).toBe(
      '/manage/accounts?state=active&done=many&count=2',
    )
    expect((await act('add_group', [['to_group', 'sales']])).location).toContain('count=0')
    expect(await accountAt(one.address)).toMatchObject({ groups: '["Sales"]' })
    expect((await act('remove_group', [['to_group', 'SALES']])).location).toContain('count=2')
    expect(await accountAt(other.address)).toMatchObject({ groups: '[]' })
    expect((await act('template', [['to_template', 'act_globex']])).location).toContain('trouble=template')
    expect((await act('add_group', [['to_group', 'a, b']])).location).toContain('trouble=group')
  })

  test('disabling leads to the question first', async () => {
    const person = await makePerson()
    const led = await postPairs(manager, '/manage/accounts/bulk', [
      ['id', person.account.id],
      ['act', 'disable'],
    ])
    expect(led.location).toBe(`/manage/accounts/disable?id=${person.account.id}`)
    expect(await accountAt(person.address)).toMatchObject({ disabled_at: null })
  })

  test('nobody chosen is said', async () => {
    const { location } = await post('/manage/accounts/bulk', { act: 'approve', back: '?q=x' })
    expect((await get(location ?? '')).html).toContain('Choose somebody first')
  })
})

test('an owner and a stranger find no door here', async () => {
  const person = await makePerson()
  const owner = visitorOf(person)
  for (const visitor of [owner, makeVisitor()])
    for (const path of ['/manage/accounts', `/manage/accounts/${person.account.id}`])
      expect([303, 403]).toContain((await visitor.get(path)).status)
})
