import { expect, test } from 'vitest'
import { withoutTimes } from '../../../src/web/client/live-rules.ts'

test('a distance that grew, or a title in the reader’s own time, is no change of the page; another time is', () => {
  const time = (at: string, title: string, text: string) =>
    `<p>seen <time datetime="${at}" title="${title}" data-relative="" aria-live="off">${text}</time></p>`
  const before = withoutTimes(time('2026-11-20T10:00Z', '10:00 UTC', 'now'))
  expect(withoutTimes(time('2026-11-20T10:00Z', '11:00:00', '2 minutes ago'))).toBe(before)
  expect(withoutTimes(time('2026-11-20T10:05Z', '10:05 UTC', 'now'))).not.toBe(before)
  const clock = '<time datetime="x" title="y">10:00 UTC</time>'
  expect(withoutTimes(clock)).toBe(clock)
})
