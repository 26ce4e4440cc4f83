import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { InviteRow, Whom } from '../../../src/invitations/index.ts'
import { readAddresses } from '../../../src/invitations/whom-rules.ts'
import { readCsv } from '../../../src/kernel/csv.ts'
import { applyEdits, keyOf, writeAddresses } from '../../../src/web/manage/invitation-edits.ts'

const normalise = (text: string) => (/^[\w.+-]+@[\w-]+(\.[\w-]+)+$/.test(text) ? text.toLowerCase() : null)
const read = (text: string) => {
  const sheet = readAddresses(text, normalise)
  return sheet.ok ? sheet.value.rows.map(({ values }) => values) : []
}
const rowsOf = (typed: { name?: string; address?: string }[]): InviteRow[] =>
  typed.map(({ name = '', address = '' }, index) => ({
    ...{ line: index + 1, name, address },
    kind: 'error',
    problems: [],
  }))

test('what is carried along reads again as the very rows that were shown', () => {
  const part = fc.string({ unit: fc.constantFrom(...'ab@. <>,;"\n\t'), maxLength: 12 })
  fc.assert(
    fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
      const rows = read(parts.join('\n'))
      const carried = writeAddresses(rowsOf(rows))
      expect(carried.split('\n').length).toBe(Math.max(rows.length, 1))
      const again = read(carried)
      expect(again.map(({ address }) => normalise(address ?? ''))).toEqual(
        rows.map(({ address }) => normalise(address ?? '')),
      )
    }),
  )
})

test('a changed line keeps its name; an emptied one goes', () => {
  const whom: Whom = { kind: 'addresses', text: '"Ada" <ada@a.example>\nbob@a.example\ncy@a.example' }
  const edits = new Map([
    ['1', 'countess@a.example'],
    ['2', ''],
  ])
  expect(applyEdits(whom, edits, [])).toEqual({
    kind: 'addresses',
    text: '"Ada" <countess@a.example>\ncy@a.example',
  })
})

test('no edit, however odd, makes two rows out of one', () => {
  const text = 'a@a.example\nb@a.example'
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'ab@. <>,;"\n'), minLength: 1 }), (typed) => {
      const edited = applyEdits({ kind: 'addresses', text }, new Map([['1', typed.trim()]]), [])
      if (edited.kind === 'addresses') expect(read(edited.text).length).toBeLessThanOrEqual(2)
    }),
  )
})

test('in a CSV the column of addresses changes, whatever it is called, and nothing else', () => {
  const text = 'name;E-Mail;phone\n"Zuse; Konrad";konrad@a.example;+49 1\n\nGrace;wrong\nAda;ada@a.example;'
  const edited = applyEdits(
    { kind: 'csv', text },
    new Map([
      ['4', 'grace@a.example'],
      ['5', ''],
    ]),
    [],
  )
  const table = readCsv(edited.kind === 'csv' ? edited.text : '', ['name', 'e-mail', 'phone'], 10)
  expect(table.header).toEqual(['name', 'e-mail', 'phone'])
  expect(table.rows.map(({ cells }) => cells)).toEqual([
    ['Zuse; Konrad', 'konrad@a.example', '+49 1'],
    ['Grace', 'grace@a.example'],
  ])
})

test('of chosen accounts the emptied ones go, and the others keep what was changed before', () => {
  const whom: Whom = { kind: 'accounts', ids: ['a', 'b', 'c'], addresses: { a: 'x@a.example' } }
  expect(
    applyEdits(
      whom,
      new Map([
        ['b', ''],
        ['c', 'y@a.example'],
      ]),
      [],
    ),
  ).toEqual({
    kind: 'accounts',
    ids: ['a', 'c'],
    addresses: { a: 'x@a.example', c: 'y@a.example' },
  })
})

test('all that match become those who were shown, once one of them was changed', () => {
  const filter = { search: 'x', state: null, group: null, unprovisioned: false }
  expect(applyEdits({ kind: 'filter', filter }, new Map(), ['a'])).toEqual({ kind: 'filter', filter })
  expect(applyEdits({ kind: 'filter', filter }, new Map([['a', '']]), ['a', 'b'])).toEqual({
    kind: 'accounts',
    ids: ['b'],
    addresses: {},
  })
})

test('where an id is nobody’s, rows that cannot be told apart cannot be edited', () => {
  const [row] = rowsOf([{ address: 'a@a.example' }])
  if (!row) throw new Error('no row')
  expect(keyOf({ kind: 'accounts', ids: ['a', 'gone'] }, row, 0, 1)).toBeNull()
  expect(keyOf({ kind: 'accounts', ids: ['a'] }, row, 0, 1)).toBe('a')
})
