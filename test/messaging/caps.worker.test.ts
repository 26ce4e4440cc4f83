import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { DAY, HOUR, MINUTE } from '../../src/kernel/time.ts'
import { dayOf, judgePerson, nextDay, nextHour, waitForCap } from '../../src/messaging/caps-rules.ts'
import { messageStatement, sweepMessages } from '../../src/messaging/index.ts'
import type { NewMessage } from '../../src/messaging/types.ts'
import { runBatch } from '../../src/runtime/database.ts'
import { askForCode, database, deliver, post, rowOf, startDelivery } from '../support/delivery.ts'
import { address, queued } from '../support/gate.ts'
import { bindings, inD1, NOON, time } from '../support/world.ts'

beforeEach(async () => {
  await startDelivery()
  await allow({ organisation: null, service: null })
})
afterEach(async () => {
  vi.restoreAllMocks()
  await bindings.db.exec('DELETE FROM service')
  await bindings.db.exec('DELETE FROM organisations WHERE id = 1')
})

/** Says how many may go out a day. */
async function allow(daily: { organisation: number | null; service: number | null }): Promise<void> {
  await bindings.db.batch([
    bindings.db.prepare('DELETE FROM service'),
    bindings.db.prepare('DELETE FROM organisations WHERE id = 1'),
    bindings.db
      .prepare(
        'INSERT INTO service (id, enabled, provision_code_seconds, changed_at, daily_messages) VALUES (1, 1, 600, 0, ?)',
      )
      .bind(daily.service),
    bindings.db
      .prepare(
        `INSERT INTO organisations (id, slug, site_id, name, enabled, accent, email_rule, terms_version, phone_required, confirmation, created_at, changed_at, daily_messages)
         VALUES (1, 'acme', '4711', 'Acme', 1, '#000000', '', 0, 0, 'tap', 0, 0, ?)`,
      )
      .bind(daily.organisation),
  ])
}

let made = 0
async function put(change: Partial<NewMessage> = {}) {
  made += 1
  const message = {
    id: `msg.cap.${made}`,
    organisationId: 1,
    accountId: null,
    recipient: `person-${made}@acme.example`,
    locale: 'en',
    kind: 'approved',
    payload: {},
    ...change,
  } as NewMessage
  await runBatch(database, [messageStatement(database, message, time.now())])
  return { kind: 'message', owner: 'd1', id: message.id } as const
}

const counters = () =>
  inD1('SELECT organisation_id AS id, day, channel, count FROM send_counters ORDER BY 1, 3')
const toAda = { recipient: 'ada@acme.example' }

describe('one person', () => {
  test('gets five messages an hour; the sixth waits for the next hour, and then goes', async () => {
    for (let index = 0; index < 5; index += 1) await deliver([await put(toAda)])
    const sixth = await put(toAda)
    expect(await deliver([sixth])).toEqual({ acked: ['q0'], retried: [] })
    expect(post.sent).toHaveLength(5)
    expect(await rowOf(sixth)).toMatchObject({
      state: 'queued',
      last_error: 'capped',
      queued_at: NOON + HOUR,
      claimed_at: null,
    })
    time.pass(HOUR + 2 * MINUTE)
    await sweepMessages({ database, queue: bindings.messages, now: time.now() })
    await deliver(queued)
    expect(post.sent).toHaveLength(6)
    expect(await rowOf(sixth)).toMatchObject({ state: 'sent', last_error: null })
  })

  test('gets five of twenty that come at the same moment', async () => {
    const all = []
    for (let index = 0; index < 20; index += 1) all.push(await put(toAda))
    await Promise.all([deliver(all.slice(0, 10)), deliver(all.slice(10))])
    expect(post.sent).toHaveLength(5)
  })

  test('gets twenty a day; the next waits until midnight', async () => {
    for (let index = 0; index < 20; index += 1) {
      await deliver([await put(toAda)])
      time.pass(15 * MINUTE)
    }
    expect(post.sent).toHaveLength(20)
    const next = await put(toAda)
    await deliver([next])
    expect(post.sent).toHaveLength(20)
    expect(await rowOf(next)).toMatchObject({ last_error: 'capped', queued_at: nextDay(time.now()) })
  })

  test('does not take from anybody else, at their own organisation or another', async () => {
    for (let index = 0; index < 6; index += 1) await deliver([await put(toAda)])
    await deliver([await put({ recipient: 'bob@acme.example' })])
    expect(post.sent.map(({ to }) => to)).toEqual([...Array(5).fill(toAda.recipient), 'bob@acme.example'])
  })

  test('what is due at midnight is not swept before', async () => {
    const waiting = await put(toAda)
    await bindings.db
      .prepare("UPDATE messages SET last_error = 'capped', queued_at = ? WHERE id = ?")
      .bind(NOON + 12 * HOUR, waiting.id)
      .run()
    expect(await sweepMessages({ database, queue: bindings.messages, now: time.now() })).toBe(0)
    await bindings.db
      .prepare('UPDATE messages SET queued_at = ?')
      .bind(NOON + 3650 * DAY)
      .run()
    expect(await sweepMessages({ database, queue: bindings.messages, now: time.now() })).toBe(1)
  })

  test('is not cut off for years by a clock that had jumped ahead', async () => {
    time.pass(3650 * DAY)
    for (let index = 0; index < 5; index += 1) await deliver([await put(toAda)])
    time.pass(-3650 * DAY)
    await deliver([await put(toAda)])
    expect(post.sent).toHaveLength(6)
  })

  test('is told of what never went: after a day it fails for everybody to see', async () => {
    for (let index = 0; index < 5; index += 1) await deliver([await put(toAda)])
    const late = await put(toAda)
    await bindings.db
      .prepare('UPDATE messages SET created_at = ? WHERE id = ?')
      .bind(NOON - DAY, late.id)
      .run()
    await deliver([late])
    expect(await rowOf(late)).toMatchObject({ state: 'failed', last_error: 'capped' })
  })
})

describe('an organisation', () => {
  test('sends what it may a day, counted once for itself and once for the service', async () => {
    await allow({ organisation: 3, service: null })
    const all = [await put(), await put(), await put(), await put(), await put()]
    await deliver(all)
    expect(post.sent).toHaveLength(3)
    expect(await counters()).toEqual([
      { id: 0, day: dayOf(NOON), channel: 'email', count: 3 },
      { id: 1, day: dayOf(NOON), channel: 'email', count: 3 },
    ])
    const waiting = await inD1("SELECT queued_at, last_error FROM messages WHERE state = 'queued'")
    expect(waiting).toEqual(Array(2).fill({ queued_at: nextDay(NOON), last_error: 'capped' }))
  })

  test('goes on the next day', async () => {
    await allow({ organisation: 1, service: null })
    const all = [await put(), await put()]
    await deliver(all)
    time.pass(12 * HOUR + 2 * MINUTE)
    await sweepMessages({ database, queue: bindings.messages, now: time.now() })
    await deliver(queued)
    expect(post.sent).toHaveLength(2)
  })

  test('may always tell of a theft and bring in a manager', async () => {
    await allow({ organisation: 0, service: null })
    const theft = { happenedAt: NOON, platform: 'ios', deviceName: null } as const
    await deliver([
      await put({ kind: 'theft_signal', payload: theft }),
      await put({ kind: 'manager_invited', payload: { organisation: 'Acme' } }),
      await put(),
    ])
    expect(post.sent).toHaveLength(2)
    expect((await counters()).map(({ count }) => count)).toEqual([2, 2])
  })

  test('loses nothing of its share by what a provider did not take', async () => {
    await allow({ organisation: 1, service: null })
    const reference = await put()
    post.failWith({ reason: 'unavailable', permanent: false })
    await deliver([reference])
    expect((await counters()).map(({ count }) => count)).toEqual([0, 0])
    post.failWith(null)
    time.pass(MINUTE)
    await deliver([reference])
    expect(post.sent).toHaveLength(1)
  })
})

describe('the service', () => {
  test('holds back everything when it had its share, for each channel by itself', async () => {
    await allow({ organisation: null, service: 2 })
    await deliver([
      await put(),
      await put(),
      await put({ kind: 'manager_invited', payload: { organisation: null } }),
    ])
    expect(post.sent).toHaveLength(2)
    await deliver([await put({ channel: 'sms', recipient: '+4930123456' })])
    expect(post.texts).toHaveLength(1)
    expect((await counters()).map(({ id, channel, count }) => [id, channel, count])).toEqual([
      [0, 'email', 2],
      [0, 'sms', 1],
      [1, 'email', 2],
      [1, 'sms', 1],
    ])
  })

  test('sends codes that prove an address all the same: strangers who spend its share lock nobody out', async () => {
    await allow({ organisation: 1, service: 1 })
    await deliver([await put(), await put()])
    const before = await counters()
    await deliver([await askForCode()])
    expect(post.sent.map(({ to }) => to).at(-1)).toBe(address)
    expect(post.sent).toHaveLength(2)
    expect(await counters()).toEqual(before)
  })

  test.each([
    ['email', 20_000],
    ['sms', 2000],
  ] as const)('sends %s up to %i where supervisors said nothing', async (channel, most) => {
    const day = dayOf(NOON)
    await bindings.db
      .prepare('INSERT INTO send_counters VALUES (0, ?, ?, ?)')
      .bind(day, channel, most - 1)
      .run()
    const recipient = channel === 'sms' ? '+4930123456' : 'ada@acme.example'
    await deliver([await put({ channel, recipient })])
    await deliver([await put({ channel, recipient })])
    expect(post.sent.length + post.texts.length).toBe(1)
  })
})

test('the hours and days of caps end where a day ends, and nothing waits longer than a day', () => {
  expect([nextHour(NOON), nextHour(NOON + 1), nextDay(NOON)]).toEqual([
    NOON + HOUR,
    NOON + HOUR,
    NOON + 12 * HOUR,
  ])
  expect(judgePerson({ hour: 4, day: 19 }, NOON)).toBeNull()
  expect(judgePerson({ hour: 5, day: 19 }, NOON)).toBe(NOON + HOUR)
  expect(judgePerson({ hour: 0, day: 20 }, NOON)).toBe(NOON + 12 * HOUR)
  expect(waitForCap({ createdAt: NOON - 20 * HOUR, opensAt: NOON + 12 * HOUR, now: NOON })).toBe(
    NOON + 4 * HOUR,
  )
  expect(waitForCap({ createdAt: NOON - DAY, opensAt: NOON + HOUR, now: NOON })).toBeNull()
})

test('taking a message reads what its recipient had, not what its organisation had', async () => {
  const row = `SELECT value, 1, NULL, 'approved', 'email', 'bob-' || value, 'en', '{}', 'sent', 1, NULL, ?1, ?1, ?1, NULL, ?1, NULL, NULL`
  const ids = JSON.stringify(Array.from({ length: 3000 }, (_, index) => `msg_${index}`))
  await bindings.db.prepare(`INSERT INTO messages ${row} FROM json_each(?2)`).bind(NOON, ids).run()
  for (let index = 0; index < 3; index += 1) await deliver([await put(toAda)])
  const reference = await put(toAda)
  const batch = vi.spyOn(bindings.db, 'batch')
  await deliver([reference])
  const results = (await batch.mock.results[0]?.value) as D1Result[]
  expect(results.reduce((sum, { meta }) => sum + meta.rows_read, 0)).toBeLessThan(20)
})
