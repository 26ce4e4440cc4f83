import { expect, test } from 'vitest'
import { plural } from '../../src/copy/plural.ts'
import type { Locale } from '../../src/kernel/locale.ts'

const forms = { zero: 'zero', one: 'one', two: 'two', few: 'few', many: 'many', other: 'other' }

test.each<[Locale, number[], string]>([
  ['en', [0, 1, 2, 5], 'other one other other'],
  ['de', [0, 1, 2, 5], 'other one other other'],
  // French counts nothing as one.
  ['fr', [0, 1, 2, 1_000_000], 'one one other many'],
  ['es', [0, 1, 2, 1_000_000], 'other one other many'],
  ['cs', [0, 1, 2, 4, 5], 'other one few few other'],
  ['ar', [0, 1, 2, 3, 11, 100], 'zero one two few many other'],
])('%s says %j as its readers do', (locale, counts, said) => {
  expect(counts.map((count) => plural(locale, count, forms)).join(' ')).toBe(said)
})

test('a form that a language does not need is not asked for', () => {
  expect(plural('ar', 2, { one: 'one', other: 'other' })).toBe('other')
})
