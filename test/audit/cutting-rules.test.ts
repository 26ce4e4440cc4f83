import { describe, expect, test } from 'vitest'
import { extendChains, type Head, type PlacedChainEntry, signHead } from '../../src/audit/chain-rules.ts'
import { findCut } from '../../src/audit/cutting-rules.ts'
import { makeChainVerifier } from '../../src/audit/verifying-rules.ts'
import { makeKeyring } from '../../src/kernel/secrets.ts'

const naming = new Uint8Array(32)
const keys = makeKeyring({ current: { id: 'k1', bytes: new Uint8Array(32).fill(1) }, naming })
const BEFORE = 1000

/** A chain whose rows happened at these times. */
function makeChain(times: number[]) {
  const rows: PlacedChainEntry[] = times.map((at, index) => ({
    ...{
      row: index + 1,
      id: `aud_${index + 1}`,
      organisationId: 1,
      at,
      actorKind: 'owner',
      actorId: 'acc_1',
    },
    ...{ action: 'session.started', accountId: 'acc_1', deviceId: null, detail: `{"n":${index}}` },
  }))
  const { seals, heads } = extendChains(keys, { rows, heads: [], tails: [] }, 5000)
  const sealed = seals.map((seal, index) => ({ seal, entry: rows[index] ?? null }))
  return { sealed, head: heads[0] as Head }
}
type Chain = ReturnType<typeof makeChain>

const cutOf = ({ head, sealed }: Chain) => {
  const cut = findCut(head, sealed, BEFORE)
  return cut && [cut.last.seq, cut.doubtful]
}

describe('of a chain is cut', () => {
  test.each([
    ['nothing while its first row is not old', [1000, 5], null],
    ['what is older than the time', [1, 999, 1000], [2, null]],
    ['nothing behind a row that is not old, however old it says it is', [1, 1000, 2], [1, null]],
    ['all of a stretch that is old', [1, 2, 3], [3, null]],
  ] as const)('%s', (_name, times, cut) => {
    expect(cutOf(makeChain([...times]))).toEqual(cut)
  })

  test('a row that somebody made old stays, and so does what is behind it', () => {
    const chain = makeChain([1, 2000, 2001])
    chain.sealed[1] = {
      seal: chain.sealed[1]?.seal as never,
      entry: { ...chain.sealed[1]?.entry, at: 3 } as never,
    }
    expect(cutOf(chain)).toEqual([1, null])
  })

  test.each([
    ['was altered', (chain: Chain) => Object.assign(chain.sealed[1]?.entry as object, { detail: '{}' }), 2],
    ['is gone', (chain: Chain) => Object.assign(chain.sealed[1] as object, { entry: null }), 2],
    ['is gone with its seal', (chain: Chain) => chain.sealed.splice(1, 1), 3],
  ])('a row that %s goes once one behind it is old, and is told of', (_name, change, told) => {
    const chain = makeChain([1, 2, 3, 4, 2000])
    change(chain)
    expect(cutOf(chain)).toEqual([4, told])
  })

  test('from where it was cut before', () => {
    const { sealed, head } = makeChain([1, 2, 3, 4, 2000])
    const second = sealed[1]?.seal
    const cut = { ...head, cutSeq: 2, cutHash: second?.hash ?? '', cutUntil: BEFORE }
    expect(cutOf({ sealed: sealed.slice(2), head: cut })).toEqual([4, null])
    expect(cutOf({ sealed: sealed.slice(2), head: { ...cut, cutHash: 'x' } })).toEqual([4, 3])
  })
})

describe('what is left of a chain that was cut', () => {
  const { sealed, head } = makeChain([1, 2, 3, 4, 5, 6])
  const hashOf = (seq: number) => sealed[seq - 1]?.seal.hash ?? ''
  const cutHead = signHead(keys, { ...head, cutSeq: 3, cutHash: hashOf(3), cutUntil: BEFORE })

  function verify(rows: Chain['sealed'], by: Head, anchors: [number, string][] = [], later: Head = by) {
    const verifier = makeChainVerifier(
      1,
      anchors.map(([count, hash]) => ({ organisationId: 1, count, hash })),
    )
    for (const row of rows) verifier.next(row)
    const { findings, anchored } = verifier.end(by, 'trusted', later)
    return [anchored, ...findings.map(({ seq, problem }) => [seq, problem])]
  }

  test('is whole, and its first row is held to the hash before it', () => {
    expect(verify(sealed.slice(3), cutHead)).toEqual([false])
    expect(verify(sealed.slice(3), { ...cutHead, cutHash: 'x' })).toEqual([false, [4, 'changed']])
    const changed = sealed.with(3, {
      seal: sealed[3]?.seal as never,
      entry: { ...sealed[3]?.entry, at: 9 } as never,
    })
    expect(verify(changed.slice(3), cutHead)).toEqual([false, [4, 'changed']])
  })

  test('shows that more is gone than was cut', () => {
    expect(verify(sealed.slice(4), cutHead)).toEqual([false, [4, 'missing']])
    expect(verify(sealed.slice(3), head)).toEqual([false, [1, 'missing']])
    expect(verify([...sealed.slice(3, 4), ...sealed.slice(5)], cutHead)).toEqual([false, [5, 'missing']])
  })

  test('is whole while rows are cut as they are read, before the first of them or after some', () => {
    expect(verify(sealed.slice(3), head, [], cutHead)).toEqual([false])
    expect(verify([...sealed.slice(0, 1), ...sealed.slice(3)], head, [], cutHead)).toEqual([false])
    expect(verify(sealed, head, [], cutHead)).toEqual([false])
  })

  test('is compared with an anchor of what is left, or of the last row that was cut, and with none before', () => {
    expect(verify(sealed.slice(3), cutHead, [[5, hashOf(5)]])).toEqual([true])
    expect(verify(sealed.slice(3), cutHead, [[3, hashOf(3)]])).toEqual([false])
    expect(verify(sealed.slice(3), cutHead, [[3, hashOf(2)]])).toEqual([false, [3, 'rolled_back']])
    expect(verify(sealed.slice(3), cutHead, [[2, 'x']])).toEqual([false])
  })
})
