import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  encodeEntry,
  extendChains,
  type Head,
  type PlacedChainEntry,
  type Seal,
  signHead,
} from '../../src/audit/chain-rules.ts'
import { type HeadTrust, makeChainVerifier, type Problem } from '../../src/audit/verifying-rules.ts'
import { makeKeyring } from '../../src/kernel/secrets.ts'

const naming = new Uint8Array(32)
const keys = makeKeyring({ current: { id: 'k1', bytes: new Uint8Array(32).fill(1) }, naming })
const NOW = 1_000_000

const entry = (row: number, change: Partial<PlacedChainEntry> = {}): PlacedChainEntry => ({
  ...{ row, id: `aud_${row}`, organisationId: 1, at: NOW - row, actorKind: 'owner', actorId: 'acc_1' },
  ...{ action: 'session.started', accountId: 'acc_1', deviceId: null, detail: `{"n":${row}}` },
  ...change,
})

const text = fc.oneof(fc.constantFrom('', '"', '\\', ',', 'null', '1', '\ud800', '\ud801', ']'), fc.string())
const entries = fc.record({
  id: text,
  organisationId: fc.nat(),
  at: fc.integer(),
  actorKind: text,
  actorId: text,
  action: text,
  accountId: fc.option(text),
  deviceId: fc.option(text),
  detail: text,
})

test('no two rows are encoded alike, and no two places in a chain', () => {
  const input = fc.tuple(text, fc.nat(), entries)
  const plain = ([previous, seq, row]: [string, number, object]) => [previous, seq, Object.values(row)]
  fc.assert(
    fc.property(input, input, (one, other) => {
      const same = encodeEntry(...one) === encodeEntry(...other)
      expect(same).toBe(JSON.stringify(plain(one)) === JSON.stringify(plain(other)))
    }),
  )
  // Texts that flow from one column into the next are where a careless encoding is the same.
  fc.assert(
    fc.property(entries, text, (row, moved) => {
      const one = encodeEntry('', 1, { ...row, actorId: `${row.actorId}${moved}`, action: row.action })
      const other = encodeEntry('', 1, { ...row, action: `${moved}${row.action}` })
      expect(one === other).toBe(moved === '')
    }),
  )
  expect(encodeEntry('', 1, entry(1, { deviceId: null }))).not.toBe(
    encodeEntry('', 1, entry(1, { deviceId: 'null' })),
  )
})

/** Six rows in two runs. */
function makeChain() {
  const rows = [1, 2, 3, 4, 5, 6].map((row) => entry(row))
  const first = extendChains(keys, { rows: rows.slice(0, 4), heads: [], tails: [] }, NOW)
  const stand = { heads: first.heads, tails: first.seals.slice(-1) }
  const second = extendChains(keys, { rows: rows.slice(4), ...stand }, NOW + 1)
  expect([...first.broken, ...second.broken]).toEqual([])
  return {
    rows,
    seals: [...first.seals, ...second.seals],
    head: second.heads[0] as Head,
    former: first.heads[0] as Head,
  }
}
type Chain = ReturnType<typeof makeChain>

function verify(chain: Pick<Chain, 'rows' | 'seals'> & { head: Head | null }, trust: HeadTrust = 'trusted') {
  const verifier = makeChainVerifier(1)
  for (const seal of chain.seals)
    verifier.next({ seal, entry: chain.rows.find(({ id }) => id === seal.entryId) ?? null })
  return verifier.end(chain.head, trust).findings.map(({ seq, problem }) => [seq, problem])
}

describe('a chain', () => {
  test('of what was sealed fits, in whatever order its rows say they happened', () => {
    expect(verify(makeChain())).toEqual([])
  })

  const at = (seals: Seal[], seq: number) => seals.find((seal) => seal.seq === seq) as Seal
  const cut = (rows: unknown[], seals: Seal[], from: number, count: number) => {
    rows.splice(from, count)
    seals.splice(from, count)
  }
  const changes: [string, (chain: Chain) => void, [number, Problem][]][] = [
    ...(['actorKind', 'actorId', 'action', 'accountId', 'deviceId', 'detail'] as const).map(
      (field): [string, (chain: Chain) => void, [number, Problem][]] => [
        `a row whose ${field} was altered`,
        ({ rows }) => void Object.assign(rows[2] as object, { [field]: 'x' }),
        [[3, 'changed']],
      ],
    ),
    [
      'a row whose time was altered',
      ({ rows }) => void Object.assign(rows[2] as object, { at: NOW }),
      [[3, 'changed']],
    ],
    [
      'a row that changed hands',
      ({ rows }) => void Object.assign(rows[2] as object, { organisationId: 2 }),
      [[3, 'changed']],
    ],
    ['a row that was deleted', ({ rows }) => void rows.splice(2, 1), [[3, 'missing']]],
    ['a row that was deleted with its seal', ({ rows, seals }) => cut(rows, seals, 2, 1), [[3, 'missing']]],
    [
      'a row put in with a seal of its own at the end',
      ({ rows, seals }) => {
        rows.push(entry(7))
        seals.push({ ...at(seals, 6), seq: 7, entryId: 'aud_7' })
      },
      [
        [7, 'changed'],
        [7, 'inserted'],
      ],
    ],
    [
      'two rows that changed places',
      ({ seals }) => {
        const [one, other] = [at(seals, 3), at(seals, 4)]
        const { entryId } = one
        one.entryId = other.entryId
        other.entryId = entryId
      },
      [
        [3, 'reordered'],
        [4, 'changed'],
      ],
    ],
    [
      'two rows that changed places with their seals',
      ({ seals }) => {
        const [one, other] = [at(seals, 3), at(seals, 4)]
        one.seq = 4
        other.seq = 3
        seals.sort((a, b) => a.seq - b.seq)
      },
      [
        [3, 'reordered'],
        [4, 'changed'],
        [5, 'changed'],
      ],
    ],
    ['an end that is gone', ({ rows, seals }) => cut(rows, seals, 4, 2), [[5, 'truncated']]],
    [
      'a chain made anew from an altered row on, without the key',
      (chain) => {
        ;(chain.rows[2] as PlacedChainEntry).detail = '{}'
        const anew = extendChains(keys, { rows: chain.rows, heads: [], tails: [] }, NOW)
        chain.seals.splice(0, 6, ...anew.seals)
      },
      [[6, 'head_differs']],
    ],
  ]
  test.each(changes)('shows %s', (_name, change, found) => {
    const chain = structuredClone(makeChain())
    change(chain)
    expect(verify(chain)).toEqual(found)
  })

  test('without its head, or with one that our key did not sign, proves nothing', () => {
    const chain = makeChain()
    expect(verify({ ...chain, head: null })).toEqual([[6, 'head_missing']])
    expect(verify(chain, 'forged')).toEqual([[6, 'head_forged']])
  })

  test('that was rolled back with its head is found by an anchor from the log, and by nothing else', () => {
    const { rows, seals, head, former } = makeChain()
    const anchor = { organisationId: 1, count: head.seq, hash: head.hash }
    const back = { rows: rows.slice(0, 4), seals: seals.slice(0, 4), head: former }
    expect(verify(back)).toEqual([])
    const verifier = makeChainVerifier(1, [anchor])
    for (const [index, seal] of back.seals.entries()) verifier.next({ seal, entry: rows[index] ?? null })
    expect(verifier.end(former, 'trusted').findings).toMatchObject([{ seq: 6, problem: 'rolled_back' }])
  })
})

describe('the sealer', () => {
  const { rows, seals, head, former } = makeChain()
  const next = [entry(7)]
  const foreign = makeKeyring({ current: { id: 'k9', bytes: new Uint8Array(32).fill(9) }, naming })
  const cases: [string, { heads: Head[]; tails: Seal[] }, number][] = [
    ['a head that it did not sign', { heads: [{ ...head, hash: 'x' }], tails: seals.slice(-1) }, 6],
    ['a head signed with another key', { heads: [signHead(foreign, head)], tails: seals.slice(-1) }, 6],
    ['no head where there are seals', { heads: [], tails: seals.slice(-1) }, 6],
    ['seals beyond the head', { heads: [former], tails: seals.slice(-1) }, 6],
    ['fewer seals than the head says', { heads: [head], tails: seals.slice(3, 4) }, 6],
    ['a head and no seals at all', { heads: [head], tails: [] }, 6],
    ['a forged head and no seals at all', { heads: [{ ...head, seq: 900 }], tails: [] }, 0],
  ]
  test.each(cases)('goes on behind %s, and its own head says so for good', (_name, stand, seq) => {
    const extension = extendChains(keys, { rows: next, ...stand }, NOW + 2)
    expect(extension.broken).toEqual([{ organisationId: 1, seq }])
    expect(extension.heads).toMatchObject([{ seq: seq + 1, brokenSeq: seq, brokenAt: NOW + 2 }])
    const later = extendChains(
      keys,
      { rows: [entry(8)], heads: extension.heads, tails: extension.seals },
      NOW + 3,
    )
    expect(later.broken).toEqual([])
    expect(later.heads).toMatchObject([{ seq: seq + 2, brokenSeq: seq }])
  })

  test('that went on is a finding until somebody vouches for what is before, by an anchor from behind it', () => {
    const { heads, seals: more } = extendChains(keys, { rows: next, heads: [], tails: seals.slice(-1) }, NOW)
    const all = { rows: [...rows, ...next], seals: [...seals, ...more] }
    expect(verify({ ...all, head: heads[0] ?? null })).toEqual([[6, 'went_on']])
    const last = more[0] as Seal
    const verifier = makeChainVerifier(1, [{ organisationId: 1, count: 7, hash: last.hash }])
    for (const [index, seal] of all.seals.entries()) verifier.next({ seal, entry: all.rows[index] ?? null })
    expect(verifier.end(heads[0] ?? null, 'trusted').findings).toEqual([])
  })
})
