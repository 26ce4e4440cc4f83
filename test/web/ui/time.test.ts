import { describe, expect, test } from 'vitest'
import { DAY, HOUR, MINUTE, SECOND } from '../../../src/kernel/time.ts'
import { describeRelative } from '../../../src/web/ui/relative.ts'
import { describeClock, describeExact } from '../../../src/web/ui/time.tsx'

const now = Date.UTC(2026, 10, 20, 10, 32)

describe('times', () => {
  test.each([
    [0, 'now'],
    [-59 * SECOND, 'now'],
    [-MINUTE, '1 minute ago'],
    [-119 * SECOND, '1 minute ago'],
    [-3 * HOUR, '3 hours ago'],
    [-DAY, 'yesterday'],
    [5 * SECOND, 'in 1 minute'],
    [9 * MINUTE + 41 * SECOND, 'in 10 minutes'],
    [12 * MINUTE, 'in 12 minutes'],
    [2 * DAY, 'in 2 days'],
  ])('%d ms from now is "%s"', (distance, text) => {
    expect(describeRelative({ at: now + distance, now, locale: 'en' })).toBe(text)
  })

  test('German reads German', () => {
    expect(describeRelative({ at: now - 2 * MINUTE, now, locale: 'de' })).toBe('vor 2 Minuten')
  })

  test('exact times say that they are UTC', () => {
    expect(describeExact(now, 'en')).toBe('20 Nov 2026, 10:32 UTC')
    expect(describeExact(now, 'de')).toBe('20.11.2026, 10:32 UTC')
  })

  test('a time of the clock gains its date from a day on', () => {
    expect(describeClock({ at: now + HOUR, now, locale: 'en' })).toBe('11:32 UTC')
    expect(describeClock({ at: now + DAY, now, locale: 'en' })).toBe('21 Nov 2026, 10:32 UTC')
  })
})
