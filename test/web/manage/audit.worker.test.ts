import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { auditStatement, newEntry, sealAudit } from '../../../src/audit/index.ts'
import { openDatabase, runBatch } from '../../../src/runtime/database.ts'
import { makeManager, makeSupervisor, type TestStaff } from '../../support/staff.ts'
import {
  bindings,
  inD1,
  issueCode,
  makePerson,
  makeTestDevice,
  seedWorld,
  settle,
  time,
  watchTrips,
} from '../../support/world.ts'

let manager: TestStaff
beforeAll(async () => {
  time.start()
  await seedWorld()
})
beforeEach(async () => {
  time.start()
  manager = await makeManager()
})
afterEach(() => vi.restoreAllMocks())

const textOf = (html: string) =>
  html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()

const record = (entry: Omit<Parameters<typeof newEntry>[0], 'at'>) => {
  const database = openDatabase(bindings.db)
  return runBatch(database, [auditStatement(database, newEntry({ ...entry, at: time.now() }))])
}

describe('what a support person looks for', () => {
  test('stands there in words: created, expired, provisioned', async () => {
    const person = await makePerson({ name: 'Mary Jackson' })
    const first = await issueCode(person)
    time.pass(3_600_000)
    const device = await makeTestDevice()
    await device.redeem({ code: first.code })
    await device.redeem({ code: (await issueCode(person)).code })
    await settle(person.account.ref)
    const page = await manager.visitor.get(`/manage/audit?account=${person.account.id}`)
    const text = textOf(page.html)
    expect(page.status).toBe(200)
    expect(text).toContain('Provision code created for Mary Jackson (Another device)')
    expect(text).toContain('Mary Jackson: provisioning failed: the code had expired')
    expect(text).toContain('Another device of Mary Jackson provisioned successfully')
    expect(text).toContain('Mary Jackson proved an address and registered')
  })

  test('a change is shown before and after, a secret only as changed', async () => {
    await record({
      organisationId: 1,
      actor: { kind: 'manager', id: manager.account.id },
      action: 'oidc.configured',
      detail: {
        changes: [
          { field: 'emailRule', before: null, after: '.*@acme' },
          { field: 'clientSecret', before: null, after: 'changed' },
          { field: 'enabled', before: false, after: true },
        ],
      },
    })
    const page = await manager.visitor.get(`/manage/audit?actor=${manager.account.id}&kind=oidc.configured`)
    const text = textOf(page.html)
    expect(text).toContain('E-mail rule: empty → became .*@acme')
    expect(text).toContain('Client secret: empty → became changed')
    expect(text).toContain('Enabled: no → became yes')
    expect(text).toContain('Grace Hopper manager,')
  })
})

describe('looking for a person', () => {
  test('by the beginning of a name offers who it may be; the only one is chosen at once', async () => {
    const one = await makePerson({ name: 'Dorothy Vaughan', address: 'dorothy@acme.example' })
    await makePerson({ name: 'Dorothea Bate', address: 'bate@acme.example' })
    const both = textOf((await manager.visitor.get('/manage/audit?person=DOROTH&kind=devices')).html)
    expect(both).toContain('Dorothy Vaughan')
    expect(both).toContain('Dorothea Bate')
    const only = await manager.visitor.get('/manage/audit?person=dorothy@')
    expect([only.status, only.location]).toEqual([303, `/manage/audit?account=${one.account.id}`])
    expect(textOf((await manager.visitor.get('/manage/audit?person=nobody')).html)).toContain(
      'begins with “nobody”',
    )
  })

  test('in another organisation finds nobody, and names nobody of it', async () => {
    await inD1(
      "INSERT INTO organisations (id, slug, site_id, name, enabled, accent, email_rule, terms_version, phone_required, confirmation, created_at, changed_at) VALUES (2, 'other', '5555', 'Other', 1, '#000000', '', 1, 0, 'tap', 0, 0)",
    )
    await inD1(
      "INSERT INTO account_templates (id, organisation_id, name, default_ownership, locale, created_at, changed_at) VALUES ('act_o', 2, 'T', 'inherit', 'en', 0, 0)",
    )
    await inD1(
      "INSERT INTO accounts (id, organisation_id, ref, role, state, name, name_key, address, locale, template_id, created_at, changed_at) VALUES ('acc_foreign', 2, 'ref-foreign', 'manager', 'active', 'Eve Foreign', 'eve foreign', 'eve@other.example', 'en', 'act_o', 0, 0)",
    )
    await record({
      organisationId: 2,
      actor: { kind: 'manager', id: 'acc_foreign' },
      action: 'logo.changed',
      detail: {},
    })
    expect((await manager.visitor.get('/manage/audit?person=eve')).html).not.toContain('Eve Foreign')
    const page = await manager.visitor.get('/manage/audit?account=acc_foreign')
    expect(page.html).not.toContain('Eve Foreign')
    expect((await manager.visitor.get('/manage/audit?actor=acc_foreign')).html).not.toContain('Logo changed')
    const supervisor = await makeSupervisor()
    const theirs = await supervisor.visitor.get('/supervise/audit?organisation=2&actor=acc_foreign')
    expect(textOf(theirs.html)).toContain('Eve Foreign')
    expect(textOf(theirs.html)).toContain('Audit: Other')
  })
})

describe('a supervisor', () => {
  test('reads the service itself, any organisation, and none that does not exist', async () => {
    const { visitor } = await makeSupervisor()
    expect(textOf((await visitor.get('/supervise/audit')).html)).toContain('Service settings changed')
    const acme = textOf((await visitor.get('/supervise/audit?organisation=1')).html)
    expect(acme).toContain('Organisation “Acme Robotics” created')
    for (const id of ['77', 'x', '-1', '1e3'])
      expect((await visitor.get(`/supervise/audit?organisation=${id}`)).status).toBe(404)
    expect((await visitor.post('/supervise/audit/export', { organisation: '77' })).status).toBe(404)
  })
})

describe('an export', () => {
  test('carries what the filters find, guards formulas, and is itself in the audit', async () => {
    const person = await makePerson({ name: '=cmd()' })
    const csv = await manager.visitor.post('/manage/audit/export', {
      account: person.account.id,
      format: 'csv',
    })
    expect(csv.headers.get('content-type')).toContain('text/csv')
    expect(csv.headers.get('content-disposition')).toMatch(/^attachment; filename="audit-1-2050-11-20.csv"$/)
    const lines = csv.html.trim().split('\r\n')
    expect(lines.length).toBe(4)
    expect(csv.html).toContain(`"'=cmd() signed in with a code sent by e-mail"`)
    expect(csv.html).not.toContain('"=cmd()')
    const ndjson = await manager.visitor.post('/manage/audit/export', {
      account: person.account.id,
      format: 'ndjson',
    })
    const entries = ndjson.html
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(entries.map(({ action }) => action)).toEqual([
      'account.completed',
      'session.started',
      'account.registered',
    ])
    const noted = await inD1(
      "SELECT detail FROM audit WHERE action = 'audit.exported' AND actor_id = ? ORDER BY rowid",
      manager.account.id,
    )
    expect(noted.map(({ detail }) => JSON.parse(String(detail)))).toEqual([
      { format: 'csv', filters: `account=${person.account.id}` },
      { format: 'ndjson', filters: `account=${person.account.id}` },
    ])
  })
})

test('days that cannot be read, or end before they begin, are refused at the field and kept', async () => {
  for (const days of ['from=soon', 'from=2026-11-20&to=2026-11-19', 'to=2026-13-01']) {
    const page = await manager.visitor.get(`/manage/audit?${days}`)
    expect(page.status, days).toBe(422)
    expect(page.html).toContain('Enter days such as')
  }
  const today = await manager.visitor.get('/manage/audit?from=2050-11-20&to=2050-11-20')
  expect(today.status).toBe(200)
  expect(today.html).toContain('signed in')
  expect((await manager.visitor.get('/manage/audit?to=2050-11-19')).html).toContain('Nothing matches')
})

test('no page asks D1 more than three times', async () => {
  const supervisor = await makeSupervisor()
  const pages: [TestStaff, string][] = [
    [manager, '/manage/audit'],
    [manager, '/manage/audit?kind=settings&account=x'],
    [manager, '/manage/audit?person=a'],
    [supervisor, '/supervise/audit?organisation=1'],
  ]
  for (const [{ visitor }, path] of pages) {
    const trips = watchTrips()
    await visitor.get(path)
    expect(trips.count(), path).toBeLessThanOrEqual(3)
    trips.stop()
  }
})

test('a list that is longer than a page goes on, with its filters, and back to the first', async () => {
  const actor = { kind: 'manager', id: manager.account.id } as const
  for (let i = 0; i < 60; i++)
    await record({
      organisationId: 1,
      actor,
      action: 'email_exception.added',
      detail: { address: `a${i}@x.example` },
    })
  const path = `/manage/audit?actor=${manager.account.id}&kind=email_exception.added`
  const first = await manager.visitor.get(path)
  expect(first.html).toContain('a59@x.example')
  expect(first.html).not.toContain('a9@x.example')
  const [, next = ''] = /href="([^"]+after=[^"]+)" rel="next"/.exec(first.html) ?? []
  const second = await manager.visitor.get(next.replaceAll('&amp;', '&'))
  expect(second.html).toContain('a9@x.example')
  expect(second.html).toContain('First page')
  expect(second.html).not.toContain('rel="next"')
})

test('says how far it is sealed, to managers of their own and of nobody else', async () => {
  vi.spyOn(console, 'info').mockReturnValue()
  const read = async () => textOf((await manager.visitor.get('/manage/audit')).html)
  expect(await read()).toContain('Nothing is sealed yet.')
  await sealAudit({ database: openDatabase(bindings.db), keys: bindings.keys }, time.now())
  const [own] = await inD1('SELECT count(*) AS count FROM audit WHERE organisation_id = 1')
  expect(await read()).toContain(`Entries sealed: ${own?.count}, the last one`)
  expect(await read()).toContain('Entries are kept for 400 days.')
})
