import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { toIso } from '../../../src/kernel/time.ts'
import { makeManager, makeSupervisor } from '../../support/staff.ts'
import { makeOwner, makeVisitor } from '../../support/visitor.ts'
import { inD1, seedWorld, time, watchTrips } from '../../support/world.ts'
import { download, setUpRobot } from './my-data-support.ts'

/** *My account* for each role, one's own data, and the wish to be deleted. */

beforeAll(seedWorld)
beforeEach(() => time.start())
afterEach(() => vi.restoreAllMocks())

describe('my account', () => {
  test('is a part of the portal for an owner, and leads a manager to their devices', async () => {
    const { visitor } = await makeOwner()
    const own = await visitor.get('/account')
    expect(own.html).toContain('href="/portal/certificates"')
    expect(own.html).toContain('action="/portal/data"')
    const manager = await (await makeManager()).visitor.get('/account')
    expect(manager.html).toMatch(/<a href="\/portal"[^>]*>My devices/)
    expect(manager.html).not.toContain('href="/portal/certificates"')
    const supervisor = await (await makeSupervisor()).visitor.get('/account')
    expect(supervisor.html).not.toContain('/portal')
    expect(supervisor.html).not.toContain('name="phone"')
  })

  test('takes a number with its country and keeps what was typed of one that is none', async () => {
    const { person, visitor } = await makeOwner()
    const form = { name: 'Ada King', phone: '0151', locale: 'de' }
    const refused = await visitor.post('/account/profile', form)
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('value="0151"')
    expect((await visitor.post('/account/profile', { ...form, phone: '+49 1512 3456789' })).status).toBe(303)
    expect(await inD1('SELECT name, phone, locale FROM accounts WHERE id = ?', person.account.id)).toEqual([
      { name: 'Ada King', phone: '+4915123456789', locale: 'de' },
    ])
    const [entry] = await inD1(
      "SELECT detail FROM audit WHERE account_id = ? AND action = 'account.changed'",
      person.account.id,
    )
    expect(JSON.parse(String(entry?.detail)).changes).toContainEqual({
      field: 'phone',
      before: null,
      after: '+4915123456789',
    })
  })

  test('asks for a number where the organisation does', async () => {
    const { visitor } = await makeOwner()
    await inD1("UPDATE organisations SET phone_required = 1 WHERE slug = 'acme'")
    const form = { name: 'Ada', phone: '', locale: 'en' }
    expect((await visitor.post('/account/profile', form)).status).toBe(422)
    await inD1("UPDATE organisations SET phone_required = 0 WHERE slug = 'acme'")
    expect((await visitor.post('/account/profile', form)).status).toBe(303)
  })

  test('shows every address, and which of them nobody has proved', async () => {
    const { person, visitor } = await makeOwner()
    const { organisationId, id } = person.account
    await inD1('INSERT INTO account_addresses VALUES (?, ?, ?, 0)', organisationId, `two-${id}@x.example`, id)
    expect((await visitor.get('/account')).html).toContain('@x.example (not proved yet)')
  })
})

describe('my data', () => {
  test('tells everything about the person, and nothing secret or of anybody else', async () => {
    const { person, visitor } = await makeOwner()
    const { organisationId, id: accountId } = person.account
    const manager = await makeManager({ name: 'Sentinel Manager' })
    const { id: deviceId } = await setUpRobot(person)
    const now = time.now()
    await inD1("UPDATE devices SET note = 'SENTINEL-note' WHERE id = ?", deviceId)
    await inD1(
      `INSERT INTO passkeys (id, account_id, organisation_id, name, public_key, counter, transports, backed_up, created_at)
       VALUES ('SENTINEL-key-id', ?, ?, 'Yellow key', x'00', 0, '[]', 1, ?)`,
      accountId,
      organisationId,
      now,
    )
    await inD1(
      `INSERT INTO device_commands VALUES ('cmd_1', ?1, ?2, ?3, 1, 'lock', 'done', '{"message":"Lost"}', NULL,
         'manager', ?4, ?5, ?5, ?5, ?5, ?5)`,
      ...[organisationId, accountId, deviceId, manager.account.id, now],
    )
    await inD1(
      `INSERT INTO derived_credentials VALUES ('drv_1', ?1, ?2, ?3, 1, 'external', 'issued', 'SENTINEL-hash', ?4, 'abcd',
         ?4, ?4, ?4, ?4)`,
      ...[organisationId, accountId, deviceId, now],
    )
    await inD1(
      `INSERT INTO security_batches VALUES ('sec_1', ?1, ?2, ?3, 1, 99, 0, 0, ?4, NULL, NULL, ?4)`,
      ...[organisationId, accountId, deviceId, now],
    )
    await inD1("INSERT INTO security_strings VALUES ('sec_1', 1, 'SENTINEL-mac', NULL, NULL)")
    await inD1(
      `INSERT INTO account_certificates VALUES ('uce_1', ?1, ?2, 'Mine', 'CN=Ada', 'CN=Root', '01', '["digitalSignature"]',
         'f00d', '["SENTINEL-chain"]', 'SENTINEL-seal', ?3, ?3, ?3)`,
      ...[organisationId, accountId, now],
    )
    await inD1(
      `INSERT INTO messages (id, organisation_id, account_id, kind, channel, recipient, locale, payload, state,
         created_at, queued_at, changed_at)
       VALUES ('msg_1', ?1, ?2, 'provision_code', 'email', 'ada@acme.example', 'en', '{"x":"SENTINEL-payload"}', 'sent',
         ?3, ?3, ?3)`,
      ...[organisationId, accountId, now],
    )
    await inD1(
      `INSERT INTO audit VALUES ('aud_1', ?1, ?2, 'manager', ?3, 'account.disabled', ?4, NULL,
         '{"address":"ada@acme.example","why":"SENTINEL-why"}')`,
      ...[organisationId, now, manager.account.id, accountId],
    )

    const trips = watchTrips()
    const { answer, data } = await download(visitor)
    expect(trips.count()).toBeLessThanOrEqual(3)
    trips.stop()
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="my-data-2050-11-20\.json"$/,
    )
    expect(data).toMatchObject({
      format: 'latchkey-my-data/1',
      generated_at: toIso(now),
      cut_short: [],
      organisation: { slug: 'acme' },
      account: { id: accountId, name: 'Ada Lovelace', address: person.address },
      addresses: [{ address: person.address, current: true }],
      passkeys: [{ name: 'Yellow key' }],
      sessions: [{ signed_in_by: 'email' }],
      devices: [{ id: deviceId, serial: 'SERIAL-OF-ADA', status: 'pending' }],
      commands: [{ kind: 'lock', asked_by: 'a manager', params: { message: 'Lost' } }],
      messages: [{ kind: 'provision_code', subject: 'Provision code', state: 'sent' }],
      certificates: [{ subject: 'CN=Ada', sha256: 'f00d' }],
      derived_credentials: [{ kind: 'external', state: 'issued' }],
      security_strings: [{ device: deviceId, size: 99 }],
    })
    expect(data.audit).toContainEqual({
      at: toIso(now),
      action: 'account.disabled',
      by: 'a manager',
      device: null,
      detail: { address: 'ada@acme.example' },
    })
    const hashes = await inD1(
      'SELECT credential_hash, key_thumbprint FROM devices WHERE account_id = ?',
      accountId,
    )
    const [session] = await inD1('SELECT id FROM web_sessions WHERE account_id = ?', accountId)
    const untold = [...hashes.flatMap(Object.values), session?.id, person.account.ref, person.secret]
    for (const secret of ['SENTINEL', manager.account.id, 'Sentinel', manager.address, ...untold])
      expect(answer.html).not.toContain(secret)
    expect(
      await inD1("SELECT id FROM audit WHERE account_id = ? AND action = 'account.exported'", accountId),
    ).toHaveLength(1)
  })

  test('of somebody else is in no file', async () => {
    const one = await makeOwner({ name: 'One Person' })
    const other = await makeOwner({ name: 'Another Person' })
    await setUpRobot(other.person)
    const { answer, data } = await download(one.visitor)
    expect(data.devices).toEqual([])
    expect(answer.html).not.toContain(other.person.address)
    expect((await (await makeSupervisor()).visitor.post('/portal/data', {})).status).toBe(403)
    expect((await makeVisitor().post('/portal/data', {})).location).toBe('/sign-in')
  })

  test('of a manager needs more than an address', async () => {
    const { person, visitor } = await makeOwner()
    await inD1("UPDATE accounts SET role = 'manager' WHERE id = ?", person.account.id)
    expect((await visitor.post('/portal/data', {})).location).toBe('/sign-in?to=/account')
    expect((await visitor.post('/portal/data/delete', {})).location).toBe('/sign-in?to=/account')
  })
})

describe('the wish to be deleted', () => {
  test('is confirmed, shown to managers, and can be withdrawn', async () => {
    const { person, visitor } = await makeOwner({ name: 'Radia Perlman' })
    const { visitor: manager } = await makeManager()
    const page = `/manage/accounts/${person.account.id}`
    expect((await visitor.get('/portal/data/delete')).html).toContain('action="/portal/data/delete"')
    expect((await visitor.post('/portal/data/delete', {})).location).toBe('/account?done=asked')
    time.pass(1000)
    await visitor.post('/portal/data/delete', {})
    expect(
      await inD1(
        "SELECT id FROM audit WHERE account_id = ? AND action = 'account.deletion_asked'",
        person.account.id,
      ),
    ).toHaveLength(1)
    expect((await manager.get('/manage')).html).toContain('/manage/accounts?state=leaving')
    const listed = await manager.get('/manage/accounts?state=leaving')
    expect(listed.html).toContain('Radia Perlman')
    expect((await manager.get(page)).html).toContain('asked for their account to be deleted')
    expect((await visitor.get('/account')).html).toContain('action="/portal/data/keep"')

    await visitor.post('/portal/data/keep', {})
    expect((await manager.get('/manage')).html).not.toContain('state=leaving')
    expect((await manager.get('/manage/accounts?state=leaving')).html).not.toContain('Radia Perlman')
    // Asked again, only the standing wish counts.
    await visitor.post('/portal/data/delete', {})
    const again = await manager.get('/manage/accounts?state=leaving')
    expect(again.html.split(`href="${page}"`)).toHaveLength(2)
  })
})
