import { expect, test } from 'vitest'
import { judge, median, quantile, summarise } from './statistics.ts'

const steady = { median: 1, spread: 0.02, pairs: 15 }

test('the median is the middle, or the mean of the two in the middle', () => {
  expect(median([3, 1, 2])).toBe(2)
  expect(median([4, 1, 2, 3])).toBe(2.5)
  expect(median([])).toBeNaN()
  expect(quantile([0, 10], 0.25)).toBe(2.5)
})

test('the spread is the middle half against the median, so that one outlier does not decide', () => {
  expect(summarise([1, 1, 1, 1, 9])).toEqual({ median: 1, spread: 0, pairs: 5 })
  expect(summarise([0.8, 0.9, 1, 1.1, 1.2]).spread).toBeCloseTo(0.2)
})

test.each([
  [{ ours: { ...steady, median: 0.71 }, noise: steady }, 'holds'],
  [{ ours: { ...steady, median: 0.7 }, noise: steady }, 'holds'],
  [{ ours: { ...steady, median: 0.69 }, noise: steady }, 'misses'],
  [{ ours: steady, noise: { ...steady, spread: 0.16 } }, 'nothing can be said'],
  [{ ours: steady, noise: { ...steady, median: 1.2 } }, 'nothing can be said'],
  [{ ours: { ...steady, pairs: 14 }, noise: steady }, 'nothing can be said'],
])('%j is judged: %s', (measured, verdict) => {
  expect(judge({ ...measured, bound: 0.7 })).toBe(verdict)
})
