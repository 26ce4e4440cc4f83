import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { DAY, HOUR } from '../../src/kernel/time.ts'
import { setUpDevice } from '../support/devices.ts'
import { invite } from '../support/invitations.ts'
import {
  breakDatabase,
  inD1,
  makePerson,
  makeTestDevice,
  rowsIn,
  runAlarm,
  seedWorld,
  sessionOf,
  settle,
  time,
} from '../support/world.ts'

beforeAll(seedWorld)
beforeEach(time.start)
afterEach(() => vi.restoreAllMocks())

const actor = { kind: 'manager', id: 'acc_manager' } as const

/** Somebody's device, and a manager who ends it. */
async function prepare(options: { checkIn: boolean }) {
  const person = await makePerson()
  const { id } = await setUpDevice(person, options)
  const { ref } = person.account
  const end = () => sessionOf(ref).endDevice({ deviceId: id as never, actor, as: 'deleted' })
  return { person, ref, end }
}

describe('the end of a device', () => {
  test('is not told before D1 knows of it, however often it is asked for', async () => {
    const { ref, end } = await prepare({ checkIn: true })
    const waits = { ok: false, error: 'temporarily_unavailable' }
    const broken = breakDatabase()
    expect([await end(), await end()]).toEqual([waits, waits])
    broken.mend()
    time.pass(HOUR)
    await runAlarm(ref)
    await settle(ref)
    expect(await end()).toEqual({ ok: true, value: null })
  })

  test('is refused where it was never finished and is over by itself', async () => {
    const { ref, end } = await prepare({ checkIn: false })
    time.pass(7 * DAY)
    await runAlarm(ref)
    expect(await rowsIn(ref, 'SELECT state FROM claims')).toEqual([{ state: 'abandoned' }])
    expect(await end()).toEqual({ ok: false, error: 'unknown' })
  })
})

test('an invitation that waits is no part of a device that ends', async () => {
  const { person, ref, end } = await prepare({ checkIn: true })
  await invite(person)
  expect(await end()).toEqual({ ok: true, value: null })
  expect(await rowsIn(ref, 'SELECT state FROM invitations')).toEqual([{ state: 'issued' }])
})

test('refusals after the first are told together, of somebody unknown, once their quarter of an hour is over', async () => {
  const { person, ref } = await prepare({ checkIn: true })
  const wrong = { code: `${ref}.${'A'.repeat(22)}` }
  for (let tries = 0; tries < 3; tries += 1) await (await makeTestDevice()).redeem(wrong)
  time.pass(HOUR)
  await runAlarm(ref)
  await settle(ref)
  const failed = `SELECT actor_kind, actor_id, detail FROM audit WHERE account_id = ? AND action = 'device.provisioning_failed' ORDER BY at`
  const rows = await inD1(failed, person.account.id)
  expect(rows.map(({ detail, ...actor }) => ({ ...actor, ...JSON.parse(String(detail)) }))).toEqual([
    { actor_kind: 'device', actor_id: 'unknown', reason: 'unknown_secret', count: 1, grant: null },
    { actor_kind: 'device', actor_id: 'unknown', reason: 'unknown_secret', count: 2, grant: null },
  ])
})

test('an invitation whose time is over is expired, not ended by somebody', async () => {
  const person = await makePerson()
  await invite(person, { validitySeconds: 3600 })
  time.pass(2 * HOUR)
  await runAlarm(person.account.ref)
  expect(await rowsIn(person.account.ref, 'SELECT state FROM invitations')).toEqual([{ state: 'expired' }])
})
