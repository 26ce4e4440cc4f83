import { expect, test } from 'vitest'
import { judge, median, quantile, summarise } from './statistics.ts'

const steady = { median: 1, spread: 0.02, pairs: 15, sure: [0.99, 1.01] as [number, number] }
const noisy = { ...steady, spread: 0.2 }
const sure = (low: number, high: number) => ({ ...noisy, sure: [low, high] as [number, number] })

test('the median is the middle, or the mean of the two in the middle', () => {
  expect(median([3, 1, 2])).toBe(2)
  expect(median([4, 1, 2, 3])).toBe(2.5)
  expect(median([])).toBeNaN()
  expect(quantile([0, 10], 0.25)).toBe(2.5)
})

test('the spread is the middle half against the median, so that one outlier does not decide', () => {
  expect(summarise([1, 1, 1, 1, 9])).toMatchObject({ median: 1, spread: 0, pairs: 5 })
  expect(summarise([0.8, 0.9, 1, 1.1, 1.2]).spread).toBeCloseTo(0.2)
})

test('the median is surely between the 4th and the 12th of fifteen, and nowhere with too few', () => {
  const fifteen = Array.from({ length: 15 }, (_, index) => index + 1)
  expect(summarise(fifteen.toReversed()).sure).toEqual([4, 12])
  // By the tables of the sign test: 6 of 20, 1 of 6.
  expect(summarise(Array.from({ length: 20 }, (_, index) => index + 1)).sure).toEqual([6, 15])
  expect(summarise([1, 2, 3, 4, 5, 6]).sure).toEqual([1, 6])
  expect(summarise([1, 2, 3, 4, 5]).sure).toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY])
})

test.each([
  [{ ours: { ...steady, median: 0.71 }, noise: steady }, 'holds'],
  [{ ours: { ...steady, median: 0.7 }, noise: steady }, 'holds'],
  [{ ours: { ...steady, median: 0.69 }, noise: steady }, 'misses'],
  [{ ours: sure(0.7, 1), noise: noisy }, 'holds'],
  [{ ours: sure(0.69, 1), noise: noisy }, 'nothing can be said'],
  [{ ours: sure(0.5, 0.7), noise: noisy }, 'nothing can be said'],
  [{ ours: sure(0.5, 0.69), noise: noisy }, 'misses'],
  [{ ours: steady, noise: { ...steady, median: 1.2 } }, 'nothing can be said'],
  [{ ours: { ...steady, pairs: 14 }, noise: steady }, 'nothing can be said'],
])('%j is judged: %s', (measured, verdict) => {
  expect(judge({ ...measured, bound: 0.7 })).toBe(verdict)
})
