import { afterEach, describe, expect, test, vi } from 'vitest'
import { MINUTE } from '../../src/kernel/time.ts'
import { OutboxNotice } from '../../src/provisioning/outbox-notice.ts'
import type { OutboxState } from '../../src/provisioning/outbox-notice-store.ts'
import { openDatabase } from '../../src/runtime/database.ts'

/** What supervisors are told of an outbox that does not empty, with a store and a D1 of the test's own. */

afterEach(() => vi.restoreAllMocks())

const NOW = 1_000_000
const EMPTY: OutboxState = { waiting: 0, parked: 0, reason: null, oldest: null }
const oldest = { ref: 'ref', organisationId: 1, accountId: 'acc_1', at: 500 } as OutboxState['oldest']
const waitingFor = (more: Partial<OutboxState> = {}): OutboxState => ({
  ...EMPTY,
  waiting: 2,
  oldest,
  ...more,
})

function prepare(told: string | null = null) {
  const state = { outbox: EMPTY, told, reads: 0, away: false }
  const asked: { sql: string; params: unknown[] }[] = []
  const database = openDatabase({
    prepare: (sql: string) => ({
      bind: (...params: unknown[]) => ({
        async run() {
          await Promise.resolve()
          if (state.away) throw new Error('D1_ERROR: network connection lost')
          asked.push({ sql, params })
          return { results: [] }
        },
      }),
    }),
  } as unknown as D1Database)
  const notice = new OutboxNotice({
    store: {
      readOutbox: () => state.outbox,
      read() {
        state.reads += 1
        return state.told
      },
      save: (text: string | null) => {
        state.told = text
      },
    } as never,
    database,
    refOf: () => 'ref-of-session',
  })
  const acts = () => asked.splice(0).map(({ sql, params }) => [sql.split(' ')[0], ...params])
  return { notice, state, acts }
}

describe('of failures', () => {
  test('the third is worth telling, and one that will not be repeated at once', () => {
    for (const [attempts, told] of [
      [1, null],
      [2, null],
      [3, ''],
      [null, ''],
    ] as const) {
      const { notice, state } = prepare()
      notice.noteFailure(attempts)
      expect(state.told).toBe(told)
    }
  })

  test('none is noted where something was told before', () => {
    const { notice, state } = prepare('2/0/')
    notice.noteFailure(9)
    expect(state.told).toBe('2/0/')
  })
})

describe('settling', () => {
  test('asks nobody as long as all goes well, and looks into its own table once', async () => {
    const { notice, state, acts } = prepare()
    await notice.settle(NOW)
    await notice.settle(NOW)
    expect([acts(), state.reads, notice.due()]).toEqual([[], 1, null])
  })

  test('tells what waits, since when and why, and again only when that has changed', async () => {
    const { notice, state, acts } = prepare()
    state.outbox = waitingFor()
    notice.noteFailure(3)
    await notice.settle(NOW)
    expect(acts()).toEqual([
      ['insert', 'ref', 1, 'acc_1', 2, 0, 'D1 did not answer', 500, NOW, 2, 0, 'D1 did not answer', NOW],
    ])
    expect(state.told).toBe('2/0/')
    await notice.settle(NOW)
    expect(acts()).toEqual([])
    state.outbox = waitingFor({ waiting: 1, parked: 1, reason: 'CHECK' })
    await notice.settle(NOW + 1)
    expect(acts().map((act) => act.slice(0, 9))).toEqual([
      ['insert', 'ref', 1, 'acc_1', 1, 1, 'CHECK', 500, NOW + 1],
    ])
    expect(state.told).toBe('1/1/CHECK')
  })

  test('takes back what it told once the outbox is empty', async () => {
    const { notice, state, acts } = prepare('2/0/')
    await notice.settle(NOW)
    expect(acts()).toEqual([['delete', 'ref-of-session']])
    expect([state.told, notice.due()]).toEqual([null, null])
    await notice.settle(NOW)
    expect(acts()).toEqual([])
  })

  test('comes again after five minutes where D1 is away, and owes nothing once it was told', async () => {
    const log = vi.spyOn(console, 'warn').mockReturnValue()
    const { notice, state, acts } = prepare('')
    state.outbox = waitingFor()
    state.away = true
    await notice.settle(NOW)
    expect([state.told, notice.due()]).toEqual(['', NOW + 5 * MINUTE])
    expect(log.mock.calls.map(([line]) => JSON.parse(String(line)))).toMatchObject([
      { event: 'outbox.not_told', reason: expect.stringContaining('connection lost') },
    ])
    state.away = false
    await notice.settle(NOW + 5 * MINUTE)
    expect([acts().length, state.told, notice.due()]).toEqual([1, '2/0/', null])
  })

  test('tells one thing after the other: what is told last is what holds last', async () => {
    const { notice, state, acts } = prepare('')
    state.outbox = waitingFor()
    const first = notice.settle(NOW)
    state.outbox = EMPTY
    await Promise.all([first, notice.settle(NOW + 1), notice.settle(NOW + 2)])
    expect(acts().map(([act]) => act)).toEqual(['insert', 'delete'])
    expect(state.told).toBeNull()
  })
})
