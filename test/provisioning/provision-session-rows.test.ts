import { expect, test } from 'vitest'
import { makeCode } from '../../src/kernel/secrets.ts'
import {
  type Row,
  readClaim,
  readGrant,
  readRow,
  toSnake,
} from '../../src/provisioning/provision-session-rows.ts'
import { claim, grant } from './samples.ts'

/** A row of the object's tables as SQLite has it. */
const rowOf = (record: object, change: object = {}): Row =>
  Object.fromEntries(
    Object.entries({ ...record, ...change }).map(([name, value]) => [
      toSnake(name),
      value as SqlStorageValue,
    ]),
  )

test('columns are called as their fields, words parted by underscores; both ways, the first time and again', () => {
  // Names that were never turned before.
  const word = makeCode('abcdefgh', 12)
  const Word = `${word[0]?.toUpperCase()}${word.slice(1)}`
  for (let times = 0; times < 2; times += 1) {
    expect(toSnake(`its${Word}AtLast`)).toBe(`its_${word}_at_last`)
    expect(toSnake(word)).toBe(word)
    expect(readRow({ [`its_${word}_at_last`]: 1, [word]: null })).toEqual({
      [`its${Word}AtLast`]: 1,
      [word]: null,
    })
  }
})

test('a code is read as it was written', () => {
  const kept = { ownershipOpen: 0, certifies: 1, policies: '{"a":1}', device: null }
  expect(readGrant(rowOf(grant, kept))).toEqual({ ...grant, policies: { a: 1 } })
  const other = { ...kept, ownershipOpen: 1, certifies: 0, device: '{"id":"dev_1","as":"replace"}' }
  expect(readGrant(rowOf(grant, other))).toEqual({
    ...grant,
    ...{ ownershipOpen: true, certifies: false, policies: { a: 1 }, device: { id: 'dev_1', as: 'replace' } },
  })
})

test('a claim is read as it was written', () => {
  const row = rowOf(claim, { facts: '{"name":"one"}', former: '["safari"]' })
  expect(readClaim(row)).toEqual({ ...claim, facts: { name: 'one' }, former: ['safari'] })
})
