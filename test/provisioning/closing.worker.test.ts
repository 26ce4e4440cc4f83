import { beforeAll, beforeEach, expect, test } from 'vitest'
import {
  breakDatabase,
  inD1,
  issueCode,
  makePerson,
  makeTestDevice,
  rowsIn,
  seedWorld,
  sessionOf,
  settle,
  time,
} from '../support/world.ts'

/** What a session does when its account is deleted. */

beforeAll(seedWorld)
beforeEach(time.start)

const actor = { kind: 'manager', id: 'acc_manager' } as const

async function prepare() {
  const person = await makePerson()
  const { organisationId, id: accountId, ref, address, locale } = person.account
  const { code } = await issueCode(person, { deviceLimit: null })
  const { body } = await (await makeTestDevice()).redeem({ code })
  await issueCode(person, { deviceLimit: null, platform: 'linux' })
  await settle(ref)
  return {
    accountId,
    ref,
    deviceId: String(body.device.id),
    close: () =>
      sessionOf(ref).closeAccount({ organisationId, accountId, ref, actor, notify: { address, locale } }),
  }
}

test('its devices end with the reason, and the audit names the account', async () => {
  const { accountId, deviceId, close } = await prepare()
  expect(await close()).toEqual({ ok: true, value: null })
  expect(await inD1('SELECT lifecycle, ended_reason FROM devices WHERE id = ?', deviceId)).toEqual([
    { lifecycle: 'deleted', ended_reason: 'account deleted' },
  ])
  const deleted = "SELECT actor_id, detail FROM audit WHERE account_id = ? AND action = 'account.deleted'"
  expect(await inD1(deleted, accountId)).toEqual([
    { actor_id: 'acc_manager', detail: JSON.stringify({ account: accountId }) },
  ])
  expect(await close()).toEqual({ ok: true, value: null })
  expect(await inD1(deleted, accountId)).toHaveLength(1)
})

test('while D1 is away it is decided once, nothing of it can be used any more, and nobody is told', async () => {
  const { accountId, ref, close } = await prepare()
  const broken = breakDatabase()
  const AWAY = { ok: false, error: 'temporarily_unavailable' }
  expect([await close(), await close()]).toEqual([AWAY, AWAY])
  expect(await rowsIn(ref, "SELECT state FROM grants WHERE state IN ('issued', 'opened')")).toEqual([])
  expect(await rowsIn(ref, 'SELECT state FROM claims')).toEqual([{ state: 'revoked' }])
  const events = await rowsIn(ref, 'SELECT event FROM outbox ORDER BY rev')
  const actions = events.map(({ event }) => JSON.parse(String(event)).audit.action)
  expect(actions.filter((action) => action === 'account.deleted')).toHaveLength(1)
  expect(actions.at(-1)).toBe('account.deleted')
  broken.mend()
  time.pass(60 * 60_000)
  expect(await close()).toEqual({ ok: true, value: null })
  expect(await inD1("SELECT role FROM accounts WHERE id = ? AND state = 'deleted'", accountId)).toHaveLength(
    1,
  )
})
