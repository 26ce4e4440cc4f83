import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CODE_LETTERS, makeCode } from '../../src/kernel/secrets.ts'
import {
  type Candidate,
  FAILURES_MAX,
  isLastFailure,
  judgeString,
  macInput,
  readString,
  STRING_LENGTH,
  showString,
} from '../../src/security-strings/rules.ts'

const candidate = (change: Partial<Candidate> = {}): Candidate => ({
  batchId: 'str_1',
  deviceId: 'dev_1',
  deviceName: null,
  ...{ size: 99, used: 0, failures: 0, mac: 'mac', usedAt: null },
  ...change,
})

describe('a string as it was typed', () => {
  test('is read whatever case, blanks and dashes it has', () => {
    const letters = fc.array(fc.constantFrom(...CODE_LETTERS), {
      minLength: STRING_LENGTH,
      maxLength: STRING_LENGTH,
    })
    void fc.assert(
      fc.property(
        letters,
        fc.array(fc.constantFrom('', '-', ' ', '–', '\t')),
        fc.boolean(),
        (some, between, low) => {
          const typed = some.map((letter, index) => letter + (between[index] ?? '')).join('')
          expect(readString(low ? typed.toLowerCase() : typed)).toBe(some.join(''))
        },
      ),
    )
  })

  test('is shown in two groups, and read back', () => {
    const letters = makeCode(CODE_LETTERS, STRING_LENGTH)
    expect(showString(letters)).toMatch(/^[A-Z]{4}-[A-Z]{4}$/)
    expect(readString(showString(letters))).toBe(letters)
  })

  test.each(['', 'BCDF-GHJ', 'BCDF-GHJKL', 'BCDF-GHJA', 'BCDF-GHJ1', 'BCDF_GHJK'])('is none: %j', (text) => {
    expect(readString(text)).toBeNull()
  })
})

test('a string has another HMAC in another batch and at another position', () => {
  const inputs = [
    macInput('str_a', 1, 'BCDFGHJK'),
    macInput('str_b', 1, 'BCDFGHJK'),
    macInput('str_a', 11, 'BCDFGHJK'),
  ]
  expect(new Set(inputs).size).toBe(3)
})

describe('what a string is', () => {
  const all = () => true
  const none = () => false

  test('the right one of any device, first one that was not used', () => {
    const other = candidate({ deviceId: 'dev_2', batchId: 'str_2' })
    const judged = judgeString([candidate({ usedAt: 5 }), other], all)
    expect(judged).toEqual({ valid: true, candidate: other })
  })

  test('wrong: it counts against every batch that it was tried on', () => {
    const two = [candidate(), candidate({ batchId: 'str_2' })]
    expect(judgeString(two, none)).toEqual({ valid: false, reason: 'wrong', failed: two })
  })

  test('right and used: whoever repeats a request does no harm', () => {
    expect(judgeString([candidate({ usedAt: 5 })], all)).toEqual({ valid: false, reason: 'used', failed: [] })
  })

  test('right in a batch that was guessed at too often: it does not count', () => {
    const spent = candidate({ failures: FAILURES_MAX })
    expect(judgeString([spent], all)).toEqual({ valid: false, reason: 'ended', failed: [spent] })
  })

  test('of nobody', () => {
    expect(judgeString([], all)).toEqual({ valid: false, reason: 'ended', failed: [] })
  })
})

test('the tenth wrong string is one too many', () => {
  const last = [0, 8, 9, 10].map((failures) => isLastFailure({ failures }))
  expect(last).toEqual([false, false, true, true])
})
