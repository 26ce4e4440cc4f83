import { describe, expect, test } from 'vitest'
import { parseFilters, readTyped } from '../../../src/web/manage/audit-filters.ts'

const days = (from: string, to: string) =>
  parseFilters(readTyped((name) => (name === 'from' ? from : name === 'to' ? to : undefined)))

describe('the days between which entries are looked for', () => {
  test('are whole ones, the last included', () => {
    expect(days('2026-11-20', '2026-11-20')).toMatchObject({
      filters: { from: Date.UTC(2026, 10, 20), until: Date.UTC(2026, 10, 21) },
      daysRefused: false,
    })
    expect(days('', '2024-02-29').filters).toMatchObject({ from: null, until: Date.UTC(2024, 2, 1) })
  })

  test.each([
    ['2026-02-30', ''],
    ['', '2026-13-01'],
    ['tomorrow', ''],
    ['2026-11-21', '2026-11-20'],
  ])('are refused where they are none, or end before they begin: %s to %s', (from, to) => {
    expect(days(from, to)).toMatchObject({ filters: { from: null, until: null }, daysRefused: true })
  })
})
