import { runInDurableObject } from 'cloudflare:test'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { DAY, MINUTE, SECOND } from '../../src/kernel/time.ts'
import type { SessionDesk } from '../../src/provisioning/desk.ts'
import type { OutboxNotice } from '../../src/provisioning/outbox-notice.ts'
import { ProvisionSessionStore } from '../../src/provisioning/provision-session-store.ts'
import {
  breakDatabase,
  issueCode,
  makePerson,
  rowsIn,
  runAlarm,
  seedWorld,
  sessionOf,
  settle,
  time,
} from '../support/world.ts'
import { invitation } from './known.ts'
import { keyOf } from './samples.ts'

/** When a session wakes up, what it arms, and what it does where it holds nothing. */

beforeAll(seedWorld)
beforeEach(time.start)
afterEach(() => vi.restoreAllMocks())

const alarmOf = (ref: string) =>
  runInDurableObject(sessionOf(ref), (_session, state) => state.storage.getAlarm())
const deskOf = (instance: unknown) => (instance as { desk: SessionDesk }).desk
const noticeOf = (desk: SessionDesk) => (desk as unknown as { notice: OutboxNotice }).notice

async function prepare() {
  const person = await makePerson()
  const code = await issueCode(person)
  await settle(code.ref)
  const session = sessionOf(code.ref)
  return {
    person,
    ...code,
    session,
    redeem: (holder: ReturnType<typeof keyOf>) =>
      session.redeem({
        by: { kind: 'url', secret: code.secret, pin: null },
        holder,
        facts: {},
        ownership: null,
      }),
    alarm: () => alarmOf(code.ref),
  }
}

describe('a session wakes up', () => {
  test('when its code ends, to forget its PIN and then the code, and not at all once nothing is left', async () => {
    const { session, grant, alarm, ref } = await prepare()
    await vi.waitFor(async () => expect(await alarm()).toBe(grant.validUntil))
    await session.revokeGrant({ grantId: grant.id, actor: { kind: 'owner', id: 'acc_1' } })
    const ended = time.now()
    await vi.waitFor(async () => expect(await alarm()).toBe(ended + DAY))
    time.pass(DAY)
    await runAlarm(ref)
    expect(await alarm()).toBe(ended + 30 * DAY)
    time.pass(29 * DAY)
    await runAlarm(ref)
    expect([await alarm(), await rowsIn(ref, 'SELECT id FROM grants')]).toEqual([null, []])
  })

  test('seven days after a device came that never spoke', async () => {
    const { redeem, alarm, ref } = await prepare()
    await redeem(keyOf())
    await settle(ref)
    const due = time.now() + 7 * DAY
    await vi.waitFor(async () => expect(await alarm()).toBeLessThanOrEqual(due))
    time.pass(DAY)
    await runAlarm(ref)
    expect(await alarm()).toBe(due)
  })

  test('soon where D1 did not take what it was told', async () => {
    const { session, secret, alarm } = await prepare()
    vi.spyOn(console, 'warn').mockReturnValue()
    const broken = breakDatabase()
    await session.openLink({ secret })
    await vi.waitFor(async () => expect(await alarm()).toBe(time.now() + SECOND))
    broken.mend()
  })

  test('again where an alarm broke, which stands in the log; at last by its own clock', async () => {
    const { ref, alarm } = await prepare()
    const log = vi.spyOn(console, 'error').mockReturnValue()
    await runInDurableObject(sessionOf(ref), (_session, { storage }) =>
      storage.sql.exec("UPDATE grants SET policies = '{broken'"),
    )
    await expect(runAlarm(ref)).rejects.toThrow()
    await runAlarm(ref, { retryCount: 5 })
    expect(await alarm()).toBe(time.now() + 15 * MINUTE)
    expect(log.mock.calls.map(([line]) => JSON.parse(String(line)))).toMatchObject([
      { event: 'session.alarm_failed', retry: 0 },
      { event: 'session.alarm_failed', retry: 5 },
    ])
  })
})

test('the session is emptied: nothing is armed for it', async () => {
  const { session, alarm } = await prepare()
  await runInDurableObject(session, async (instance, { storage }) => {
    const desk = deskOf(instance)
    vi.spyOn(noticeOf(desk), 'settle').mockImplementation(() => desk.store.forget())
    await storage.setAlarm(time.now() + DAY)
    expect(await desk.land(null)).toBe(true)
  })
  expect(await alarm()).toBeNull()
})

test('a session whose account was deleted stays until supervisors no longer read that it waits', async () => {
  const { session, ref, alarm, person } = await prepare()
  const { organisationId, id: accountId, address, locale } = person.account
  const due = time.now() + MINUTE
  await runInDurableObject(session, (instance) => {
    vi.spyOn(noticeOf(deskOf(instance)), 'due').mockReturnValue(due)
  })
  const actor = { kind: 'manager', id: 'acc_manager' } as const
  await session.closeAccount({ organisationId, accountId, ref, actor, notify: { address, locale } })
  expect([await rowsIn(ref, 'SELECT closed_at FROM session'), await alarm()]).toEqual([
    [{ closed_at: time.now() }],
    due,
  ])
  vi.restoreAllMocks()
  await runAlarm(ref)
  expect(await alarm()).toBeNull()
  await expect(rowsIn(ref, 'SELECT closed_at FROM session')).rejects.toThrow('no such table')
})

describe('a session that holds nothing', () => {
  test.each(['has no tables', 'has no row'])(
    'arms nothing, rings without a word and has nothing to show: it %s',
    async (state) => {
      const log = vi.spyOn(console, 'error').mockReturnValue()
      const name = `nobody, for it ${state}`
      await runInDurableObject(sessionOf(name), async (instance, { storage }) => {
        if (state === 'has no row') new ProvisionSessionStore(storage).migrate()
        const desk = deskOf(instance)
        expect(await desk.land(null)).toBe(true)
        expect(desk.viewInvitation(invitation())).toBeNull()
        expect(await desk.retryOutbox()).toEqual({ waiting: 0, parked: 0 })
      })
      await runAlarm(name)
      expect([await alarmOf(name), log.mock.calls]).toEqual([null, []])
    },
  )
})
