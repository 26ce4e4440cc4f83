import { describe, expect, test } from 'vitest'
import {
  isOver,
  placeOf,
  readAnswer,
  waitAfter,
  withoutAges,
} from '../../../src/web/client/live-list-rules.ts'

describe('a live list', () => {
  test('asks every five seconds, and backs off to a minute while nobody answers', () => {
    expect([0, 1, 2, 3, 4, 50].map(waitAfter)).toEqual([5000, 10_000, 20_000, 40_000, 60_000, 60_000])
  })

  test('stops where somebody is signed out or may not see the list, and goes on after an error', () => {
    expect(isOver(401, false)).toBe(true)
    expect(isOver(403, false)).toBe(true)
    expect(isOver(0, true)).toBe(true)
    expect([200, 429, 500, 503].map((status) => isOver(status, false))).toEqual([false, false, false, false])
  })

  test('takes nothing but the answer that was agreed on', () => {
    const answer = { since: 5, rows: [{ id: 'dev_1', html: null }] }
    expect(readAnswer(answer)).toEqual(answer)
    for (const other of [null, 'page', [], {}, { since: '5', rows: [] }, { since: 5 }])
      expect(readAnswer(other), JSON.stringify(other)).toBeNull()
  })

  test('a row that only grew older has not changed; another time has', () => {
    const row = (datetime: string, words: string) =>
      `<tr data-row="1"><td><time datetime="${datetime}" data-relative="">${words}</time></td></tr>`
    expect(withoutAges(row('2026-01-01', 'now'))).toBe(withoutAges(row('2026-01-01', '2 minutes ago')))
    expect(withoutAges(row('2026-01-01', 'now'))).not.toBe(withoutAges(row('2026-01-02', 'now')))
    expect(withoutAges('<td>Pending</td>')).not.toBe(withoutAges('<td>Active</td>'))
  })
})

describe('a new row stands', () => {
  test('before the first that is older', () => {
    expect(placeOf(40, [30, 20, 10], false)).toBe(0)
    expect(placeOf(25, [30, 20, 10], false)).toBe(1)
  })

  test('at the end only where the list ends there: else it belongs to another page', () => {
    expect(placeOf(5, [30, 20, 10], true)).toBe(3)
    expect(placeOf(5, [30, 20, 10], false)).toBeNull()
  })

  test('first in a list that was empty, and first where rows have no order', () => {
    expect(placeOf(5, [], false)).toBe(0)
    expect(placeOf(Number.POSITIVE_INFINITY, [0, 0], false)).toBe(0)
  })
})
