import { expect, test } from 'vitest'
import { countDown, larger, neverCalled } from './subject.ts'

test('the larger one', () => {
  expect([larger(1, 2), larger(2, 1), larger(2, 2)]).toEqual([2, 2, 2])
})

test('down to nothing', () => {
  expect(countDown(3)).toBe(0)
})

test('one that nobody calls', () => {
  expect(neverCalled).toBeTypeOf('function')
})
