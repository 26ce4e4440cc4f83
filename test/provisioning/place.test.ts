import { describe, expect, test } from 'vitest'
import { findPlace } from '../../src/provisioning/rules.ts'
import type { Claim } from '../../src/provisioning/types.ts'

const claim = (id: string, claimedAt: number, state: Claim['state'] = 'confirmed') =>
  ({ id, claimedAt, state }) as Claim
const [first, second, third] = [claim('1', 1), claim('2', 2), claim('3', 3)]
const idsOf = (claims: Claim[] | null) => claims?.map(({ id }) => id)
const replace = (deviceLimit: number | null) => ({ deviceLimit, atLimit: 'replace' as const })

describe('a place for one more device', () => {
  test('is there below the limit, and nothing ends for it', () => {
    expect(findPlace(replace(3), [first, second])).toEqual([])
    expect(findPlace({ deviceLimit: 3, atLimit: 'refuse' }, [first, second])).toEqual([])
  })

  test('is always there without a limit', () => {
    expect(findPlace(replace(null), [first, second, third])).toEqual([])
  })

  test('is refused at the limit where the account says so', () => {
    expect(findPlace({ deviceLimit: 2, atLimit: 'refuse' }, [first, second])).toBeNull()
  })

  test('is made by ending the oldest, in whatever order they come', () => {
    expect(idsOf(findPlace(replace(3), [third, first, second]))).toEqual(['1'])
  })

  test('is made by ending several where the limit was lowered', () => {
    expect(idsOf(findPlace(replace(1), [first, second, third]))).toEqual(['1', '2', '3'])
    expect(idsOf(findPlace(replace(2), [first, second, third]))).toEqual(['1', '2'])
  })

  test('counts no claim that has ended', () => {
    const ended = [claim('4', 0, 'abandoned'), claim('5', 0, 'revoked')]
    expect(findPlace(replace(2), [...ended, first])).toEqual([])
    expect(idsOf(findPlace(replace(1), [...ended, first]))).toEqual(['1'])
  })

  test('is the device’s own where it is provisioned again: nothing ends for it', () => {
    expect(findPlace(replace(1), [first], [first])).toEqual([])
    expect(findPlace({ deviceLimit: 1, atLimit: 'refuse' }, [first], [first])).toEqual([])
  })
})
