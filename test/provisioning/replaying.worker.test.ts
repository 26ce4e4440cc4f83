import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { DAY } from '../../src/kernel/time.ts'
import { makeReplaying } from '../../src/provisioning/replaying.ts'
import { readProgress } from '../../src/provisioning/replaying-rules.ts'
import { readKnown } from '../../src/provisioning/replaying-store.ts'
import type { Replayed, ReplayInput } from '../../src/referee/index.ts'
import { openDatabase } from '../../src/runtime/database.ts'
import { ask } from '../commands/support.ts'
import { fakeSessions } from '../support/fake-sessions.ts'
import { invite } from '../support/invitations.ts'
import { bindings, inD1, issueCode, makePerson, makeTestDevice, seedWorld, time } from '../support/world.ts'

beforeAll(seedWorld)
beforeEach(() => {
  time.start()
  for (const level of ['info', 'warn', 'error'] as const) vi.spyOn(console, level).mockReturnValue()
})
afterEach(() => vi.restoreAllMocks())

const database = openDatabase(bindings.db)
const compared: Replayed = { session: 'compared', events: 0, unknown: 0, landed: true }
const logged = (level: 'info' | 'warn') => JSON.stringify(vi.mocked(console[level]).mock.calls)
const lastNote = async () => {
  const [row] = await inD1(
    `SELECT actor_id, detail FROM audit WHERE action = 'sessions.replayed' ORDER BY rowid DESC LIMIT 1`,
  )
  return row && { actor: row.actor_id, ...JSON.parse(String(row.detail)) }
}

/** The comparison, with sessions that answer what the test says, and a queue that only listens. */
function makeScene(answer: (account: ReplayInput) => Replayed) {
  const asked: ReplayInput[] = []
  const queued: { kind: string; owner: string; id: string }[] = []
  const send = vi.fn(async (message: (typeof queued)[number]) => void queued.push(message))
  const provisionSessions = fakeSessions(() => ({
    async replay(account: ReplayInput) {
      asked.push(account)
      return answer(account)
    },
  }))
  const replaying = makeReplaying({ database, provisionSessions, messages: { send } as never })
  return { replaying, asked, queued, send }
}
const BEGIN = '~0~0~0~0~0~0'
const supervisor = { kind: 'supervisor', id: 'acc_supervisor' } as const

test('a comparison begins with the first account, and the audit says who began it', async () => {
  const { replaying, queued } = makeScene(() => compared)
  expect(await replaying.begin(supervisor, time.now())).toEqual({ ok: true, value: null })
  expect(queued).toEqual([{ kind: 'replay', owner: 'd1', id: BEGIN }])
  expect(await lastNote()).toEqual({ actor: 'acc_supervisor', begun: true })
})

test('while the queue is away a comparison does not begin, and nothing says that it did', async () => {
  await inD1('DELETE FROM audit')
  const { replaying, send } = makeScene(() => compared)
  send.mockRejectedValueOnce(new Error('it is away'))
  const refused = { ok: false, error: 'temporarily_unavailable' }
  expect(await replaying.begin(supervisor, time.now())).toEqual(refused)
  expect(await lastNote()).toBeUndefined()
  expect(logged('warn')).toContain('replay.not_queued')
})

test('what another version wrote is not gone through', async () => {
  const { replaying, asked } = makeScene(() => compared)
  await expect(replaying.step('acc_1', time.now())).rejects.toThrow('this is no progress of a replay')
  expect(asked).toEqual([])
})

test('each answer counts, one that does not come too', async () => {
  const answers: Partial<Record<string, Replayed | Error>> = {}
  const people = await Promise.all(Array.from({ length: 6 }, () => makePerson()))
  const say = (index: number, answer: Replayed | Error) => {
    answers[people[index]?.account.ref ?? ''] = answer
  }
  say(0, { ...compared, events: 3 })
  say(1, { ...compared, session: 'made_anew', events: 1 })
  say(2, { ...compared, unknown: 2 })
  say(3, { ...compared, events: 1, landed: false })
  say(4, new Error('it is away'))
  const { replaying, queued } = makeScene(({ ref }) => {
    const answer = answers[ref] ?? compared
    if (answer instanceof Error) throw answer
    return answer
  })
  await replaying.step('~1~1~1~1~1~1', time.now())
  expect(queued).toEqual([])
  const [count] = await inD1(`SELECT count(*) AS accounts FROM accounts WHERE state <> 'deleted'`)
  const counts = { accounts: Number(count?.accounts) + 1, changed: 4, madeAnew: 2, deleted: 1, unknown: 3 }
  expect(await lastNote()).toEqual({ actor: 'replay', ...counts, unanswered: 3 })
  expect(logged('info')).toContain('sessions.replayed')
  const warned = vi.mocked(console.warn).mock.calls.map(([line]) => JSON.parse(String(line)))
  expect(warned.toSorted((one, other) => one.event.localeCompare(other.event))).toMatchObject([
    { event: 'replay.unknown_devices', account: people[2]?.account.id, count: 2 },
    { event: 'session.not_replayed', account: people[4]?.account.id, reason: 'Error: it is away' },
  ])
})

test('after fifty accounts the next step goes on behind the last one', async () => {
  await inD1(
    `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50)
     INSERT INTO accounts (id, organisation_id, ref, role, state, name, locale, template_id, created_at, changed_at)
     SELECT 'aaa_' || (100 + i), 1, 'extra_' || i, 'device_owner', 'active', 'Extra', 'en', template_id, ?1, ?1
     FROM n, (SELECT template_id FROM accounts LIMIT 1)`,
    time.now(),
  )
  const { replaying, asked, queued } = makeScene(() => compared)
  await replaying.step(BEGIN, time.now())
  expect(asked.map(({ accountId }) => accountId)).toEqual(
    Array.from({ length: 50 }, (_, i) => `aaa_${101 + i}`),
  )
  expect(queued.map(({ id }) => readProgress(id))).toMatchObject([{ after: 'aaa_150', accounts: 50 }])
  // The last full step is followed by an empty one, which ends it.
  const rest = makeScene(() => compared)
  await rest.replaying.step('zzz~50~0~0~0~0~0', time.now())
  expect(rest.asked).toEqual([])
  expect(rest.queued).toEqual([])
  expect(await lastNote()).toMatchObject({ accounts: 50 })
  await inD1(`DELETE FROM accounts WHERE id LIKE 'aaa_%'`)
})

describe('what D1 knows of an account', () => {
  const knownOf = async (id: string) =>
    (await readKnown(database, '', 1000)).find(({ accountId }) => accountId === id)

  test('who was invited and has not taken part yet is told apart', async () => {
    const active = await makePerson()
    const invited = await makePerson()
    await inD1(`UPDATE accounts SET state = 'invited' WHERE id = ?`, invited.account.id)
    expect((await knownOf(active.account.id))?.invited).toBe(false)
    expect((await knownOf(invited.account.id))?.invited).toBe(true)
  })

  test('nobody has nothing', async () => {
    expect(await readKnown(database, 'zzz', 10)).toEqual([])
  })
})

test('an account that was deleted, which D1 forgot, is deleted once more with all that is its', async () => {
  const person = await makePerson()
  const code = await issueCode(person, { deviceLimit: null })
  const ended = (await (await makeTestDevice()).redeem({ code: code.code })).body.device.id
  const other = await issueCode(person, { deviceLimit: null })
  const device = (await (await makeTestDevice()).redeem({ code: other.code })).body.device.id
  const open = await invite(person)
  const [slot] = await inD1('SELECT slot_device_id AS id FROM invitations WHERE id = ?', open.invitation.id)
  await inD1(
    `INSERT INTO certificate_authorities (id, organisation_id, generation, name, pem, sealed_key, created_at, ends_at, changed_at)
     VALUES ('cau_1', 1, 1, 'x', 'pem', 'sealed', 1, 1, 1)`,
  )
  await inD1(`UPDATE devices SET lifecycle = 'retired', ended_at = 1 WHERE id = ?`, ended)
  const asked = await ask(person.account, device, 'lock')
  for (const [serial, held] of [
    ['01', device],
    ['02', ended],
  ])
    await inD1(
      `INSERT INTO issued_certificates SELECT ?1, 1, id, 'device', ?2, ?3, 'CN=x', 'pem', ?4, ?5, NULL, NULL, ?4
       FROM certificate_authorities`,
      ...[serial, person.account.id, held, time.now(), time.now() + DAY],
    )
  await inD1(
    `INSERT INTO security_batches VALUES ('sec_1', 1, ?1, ?2, 1, 99, 0, 0, ?3, NULL, NULL, ?3)`,
    ...[person.account.id, device, time.now()],
  )
  const { replaying } = makeScene(({ accountId }) => ({
    ...compared,
    session: accountId === person.account.id ? 'forgotten' : 'compared',
  }))
  await replaying.step(BEGIN, time.now())
  expect(await lastNote()).toMatchObject({ deleted: 1 })
  expect(await inD1('SELECT state, name FROM accounts WHERE id = ?', person.account.id)).toEqual([
    { state: 'deleted', name: '' },
  ])
  expect(await inD1('SELECT serial, reason FROM issued_certificates ORDER BY serial')).toEqual([
    { serial: '01', reason: 'cessation_of_operation' },
    // Of a device that had ended before: that says how it did.
    { serial: '02', reason: null },
  ])
  expect(await inD1('SELECT void_reason FROM security_batches')).toEqual([{ void_reason: 'ended' }])
  const rows = await inD1('SELECT id, lifecycle FROM devices WHERE account_id = ?', person.account.id)
  expect(Object.fromEntries(rows.map(({ id, lifecycle }) => [id, lifecycle]))).toEqual({
    ...{ [ended]: 'retired', [device]: 'deleted', [String(slot?.id)]: 'deleted' },
  })
  expect(await inD1('SELECT state FROM invitations WHERE id = ?', open.invitation.id)).toEqual([
    { state: 'revoked' },
  ])
  expect(await inD1('SELECT state FROM device_commands WHERE id = ?', asked.id)).toEqual([
    { state: 'expired' },
  ])
  const [entry] = await inD1(
    `SELECT actor_id, detail FROM audit WHERE action = 'account.deleted' AND account_id = ?`,
    person.account.id,
  )
  expect(entry).toMatchObject({ actor_id: 'replay', detail: JSON.stringify({ account: person.account.id }) })
})
