import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { projectDeletedStatements } from '../../../src/accounts/index.ts'
import { openDatabase, runBatch } from '../../../src/runtime/database.ts'
import { dumpDatabase } from '../../support/dump.ts'
import { makeManager, type TestStaff } from '../../support/staff.ts'
import { makeOwner, visitorOf } from '../../support/visitor.ts'
import {
  bindings,
  inD1,
  issueCode,
  makePerson,
  makeTestDevice,
  seedWorld,
  type TestPerson,
  time,
} from '../../support/world.ts'
import { download, setUpRobot } from './my-data-support.ts'

/** The end of an account: what a manager asks for, and what is left of somebody then. */

beforeAll(seedWorld)
beforeEach(() => time.start())
afterEach(() => vi.restoreAllMocks())

describe('deleting an account', () => {
  let manager: TestStaff
  beforeEach(async () => {
    manager = await makeManager()
  })
  const pathOf = (person: TestPerson) => `/manage/accounts/${person.account.id}`

  /** In every table that may know of somebody. */
  async function leaveTraces({ id, organisationId, address }: TestPerson['account'], deviceId: string) {
    const [at, whose] = [time.now(), [organisationId, id] as const]
    await inD1("UPDATE accounts SET phone = 'TRACE', groups = '[\"TRACE\"]' WHERE id = ?", id)
    await inD1(
      "UPDATE devices SET name = 'TRACE', name_key = 'TRACE', serial = 'TRACE', phone_number = 'TRACE', note = 'TRACE' WHERE id = ?",
      deviceId,
    )
    await inD1(
      `INSERT INTO passkeys (id, account_id, organisation_id, name, public_key, counter, transports, backed_up, created_at)
       VALUES ('TRACE', ?2, ?1, 'TRACE', x'00', 0, '[]', 1, ?3)`,
      ...[...whose, at],
    )
    await inD1(
      `INSERT INTO device_commands VALUES ('cmd_t', ?1, ?2, ?3, 1, 'locate', 'done', '{"message":"TRACE"}',
         '{"location":"TRACE"}', 'owner', ?2, ?4, ?4, ?4, ?4, ?4)`,
      ...[...whose, deviceId, at],
    )
    await inD1(
      `INSERT INTO account_certificates VALUES ('uct_t', ?1, ?2, 'TRACE', 'CN=TRACE', 'CN=TRACE', '01', '[]', 'TRACE',
         '["TRACE"]', 'TRACE', ?3, ?3, ?3)`,
      ...[...whose, at],
    )
    await inD1("INSERT INTO device_views VALUES ('view_t', ?1, ?2, 'TRACE', 'TRACE', ?3)", ...[...whose, at])
    await inD1(
      `INSERT INTO invitation_jobs (id, organisation_id, channel, created_by, created_at, total, failed, finished_at,
         pumped_at) VALUES ('job_t', ?1, 'email', 'acc_x', ?2, 1, 1, ?2, ?2)`,
      ...[organisationId, at],
    )
    await inD1(
      "INSERT INTO invitation_items VALUES ('job_t.0', 'job_t', 1, ?, ?, 'failed', 'gave_up', 1, ?, ?)",
      ...[id, address, at, at],
    )
    await inD1(
      "INSERT INTO account_identities VALUES (?1, 'https://TRACE', 'TRACE', ?2, ?3)",
      ...[...whose, at],
    )
  }

  test('asks for the address first, and changes nothing before', async () => {
    const { person } = await makeOwner()
    const path = `${pathOf(person)}/delete`
    expect((await manager.visitor.get(path)).html).toContain(person.address)
    const refused = await manager.visitor.post(path, { address: 'somebody@acme.example' })
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('value="somebody@acme.example"')
    expect((await manager.visitor.get(pathOf(person))).status).toBe(200)
  })

  test('forgets who they were, ends what they had, and frees their address', async () => {
    const { person, visitor } = await makeOwner({ name: 'Edith Clarke' })
    const { account, address } = person
    const { device, id, token } = await setUpRobot(person)
    const open = await issueCode(person, { platform: 'linux' })
    await leaveTraces(account, id)
    await visitor.post('/portal/data/delete', {})
    const deleted = await manager.visitor.post(`${pathOf(person)}/delete`, { address: address.toUpperCase() })
    expect(deleted.location).toBe('/manage/accounts?done=deleted')

    expect((await visitor.get('/account')).location).toMatch(/^\/sign-in/)
    expect((await device.checkIn(token)).status).toBe(401)
    expect((await (await makeTestDevice()).redeem({ code: open.code })).status).toBe(403)
    expect((await manager.visitor.get(pathOf(person))).status).toBe(404)
    for (const page of ['/manage/accounts', '/manage/accounts?sort=name', '/manage/accounts?state=leaving'])
      expect((await manager.visitor.get(page)).html).not.toContain('Edith Clarke')
    expect((await manager.visitor.get('/manage/audit')).html).toContain('(deleted account)')
    expect((await manager.visitor.get(`/manage/devices/${id}`)).html).toContain('(deleted account)')

    // All tables but sessions, whose rows are gone, and the audit, of which it is said that it stays.
    const kept = Object.entries(await dumpDatabase())
    const told = kept.filter(([table]) => table !== 'issued_certificates')
    for (const personal of ['Edith', address, 'TRACE'])
      expect([personal, told.filter(([, rows]) => rows.includes(personal))]).toEqual([personal, []])
    expect(await inD1('SELECT id FROM web_sessions WHERE account_id = ?', account.id)).toEqual([])
    expect(await inD1('SELECT state, disabled_at FROM accounts WHERE id = ?', account.id)).toEqual([
      { state: 'deleted', disabled_at: null },
    ])

    const again = await makePerson({ address, name: 'Edith again' })
    expect(again.account.id).not.toBe(account.id)
    const { data } = await download(visitorOf(again))
    expect(data.devices).toEqual([])
    expect(JSON.stringify(data)).not.toContain(account.id)
  })

  test('never deletes oneself, nor the last manager when two delete each other', async () => {
    const self = await manager.visitor.post(`/manage/accounts/${manager.account.id}/delete`, {
      address: manager.address,
    })
    expect(self.location).toBe(`/manage/accounts/${manager.account.id}?trouble=delete_self`)
    const other = await makeManager()
    await inD1(
      "UPDATE accounts SET role = 'device_owner' WHERE role = 'manager' AND id NOT IN (?, ?)",
      ...[manager.account.id, other.account.id],
    )
    const both = await Promise.all([
      manager.visitor.post(`/manage/accounts/${other.account.id}/delete`, { address: other.address }),
      other.visitor.post(`/manage/accounts/${manager.account.id}/delete`, { address: manager.address }),
    ])
    expect(both.map(({ location }) => location)).toContain('/manage/accounts?done=deleted')
    expect(await inD1("SELECT id FROM accounts WHERE role = 'manager' AND state = 'active'")).toHaveLength(1)
  })

  test('of another organisation is not found, and nothing of it changes', async () => {
    const { person } = await makeOwner()
    const { id } = person.account
    await inD1(
      `INSERT INTO organisations (id, slug, site_id, name, enabled, accent, email_rule, terms_version, phone_required,
         confirmation, created_at, changed_at)
       VALUES (2, 'other', '5555', 'Other', 1, '#000000', '', 1, 0, 'tap', 0, 0)`,
    )
    await inD1('UPDATE accounts SET organisation_id = 2 WHERE id = ?', id)
    await inD1('UPDATE account_addresses SET organisation_id = 2 WHERE account_id = ?', id)
    const path = `${pathOf(person)}/delete`
    expect((await manager.visitor.get(path)).status).toBe(404)
    expect((await manager.visitor.post(path, { address: person.address })).status).toBe(404)
    // Even where the wrong organisation got as far as the statements.
    const at = time.now()
    const wrong = { organisationId: 1, accountId: id }
    const database = openDatabase(bindings.db)
    await runBatch(database, projectDeletedStatements(database, wrong, at))
    expect(await inD1('SELECT state FROM accounts WHERE id = ?', id)).toEqual([{ state: 'active' }])
    expect(await inD1('SELECT address FROM account_addresses WHERE account_id = ?', id)).toHaveLength(1)
  })
})
