import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkGroups, withGroup } from '../../src/accounts/group-rules.ts'
import { type ImportWorld, planImport, readSheet } from '../../src/accounts/people-csv.ts'
import {
  type Found,
  mergeWalks,
  NO_FILTER,
  type PeopleFilter,
  type Person,
  planList,
} from '../../src/accounts/people-list-rules.ts'
import { checkName, checkPerson } from '../../src/accounts/people-rules.ts'
import { normaliseAddress } from '../../src/kernel/address.ts'

const templates: ImportWorld['templates'] = [
  { id: 'act_1', name: 'Everybody', groups: ['All'], locale: 'de', archivedAt: null },
  { id: 'act_2', name: 'Old', groups: [], locale: 'en', archivedAt: 1 },
]

describe('what is typed of a person', () => {
  const form = { name: 'Ada', phone: '', locale: 'en', template: 'act_1', groups: '' }

  test('is tidied, and a name may be left to its owner', () => {
    const checked = checkPerson({ ...form, name: '  Ada   Lovelace ', groups: 'a, b;A ,, c' }, templates)
    expect(checked).toMatchObject({ ok: true, value: { name: 'Ada Lovelace', groups: ['a', 'b', 'c'] } })
    expect(checkName('   ')).toEqual({ ok: true, value: '' })
  })

  test('an archived template stays with whom it has, and is given to nobody', () => {
    expect(checkPerson({ ...form, template: 'act_2' }, templates, 'act_2').ok).toBe(true)
    expect(checkPerson({ ...form, template: 'act_2' }, templates)).toEqual({
      ok: false,
      error: { template: { code: 'unknown' } },
    })
  })

  test.each([
    ['name', 'x'.repeat(121), 'too_long'],
    ['name', 'a\u202eb', 'not_text'],
    ['phone', '0123', 'not_a_phone_number'],
    ['groups', Array.from({ length: 21 }, (_, index) => `g${index}`).join(), 'too_many'],
    ['groups', 'g'.repeat(61), 'too_long'],
    ['groups', 'a\u0007', 'not_text'],
    ['locale', 'pl', 'not_a_choice'],
  ])('%s as %.12j is refused', (field, value, code) => {
    const checked = checkPerson({ ...form, [field]: value }, templates)
    expect(checked.ok ? null : checked.error[field]?.code).toBe(code)
  })

  test('a group is put on and taken off whatever its case', () => {
    expect(withGroup(['Sales'], 'SALES', true)).toBeNull()
    expect(withGroup(['Sales'], 'sales', false)).toEqual([])
    expect(withGroup([], 'Sales', false)).toBeNull()
    expect(checkGroups('Sales').ok).toBe(true)
  })
})

describe('an import', () => {
  const known: ImportWorld['known'] = [
    {
      id: 'acc_1',
      found: 'ada@acme.example',
      state: 'active',
      name: 'Ada',
      phone: '+447400123456',
      locale: 'en',
      templateId: 'act_2',
      groups: ['Maths'],
    },
  ]
  const world: ImportWorld = { known, templates, defaultTemplateId: 'act_1' }
  const plan = (csv: string, change: Partial<ImportWorld> = {}) => {
    const sheet = readSheet(csv, normaliseAddress)
    if (!sheet.ok) throw new Error(sheet.error)
    return planImport(sheet.value, { ...world, ...change })
  }

  test('takes for a new person what the template says where cells are empty', () => {
    expect(plan('address\nNew@Acme.Example')).toEqual([
      {
        line: 2,
        address: 'new@acme.example',
        kind: 'new',
        details: { name: '', phone: null, groups: ['All'], locale: 'de', templateId: 'act_1' },
      },
    ])
  })

  test('leaves what it does not name, and what is empty, as it is', () => {
    const columns = 'address,name,phone,template,groups,locale'
    expect(plan(`${columns}\nada@acme.example,,,,,`)).toMatchObject([{ kind: 'unchanged' }])
    expect(plan(`${columns}\nada@acme.example,Ada,'+44 7400 123456,old,Maths,EN`)).toMatchObject([
      { kind: 'unchanged' },
    ])
    expect(plan('address,groups\nada@acme.example,Maths; Poetry')).toMatchObject([
      { kind: 'changed', changes: [{ field: 'groups', before: 'Maths', after: 'Maths, Poetry' }] },
    ])
  })

  test('without a template for new people says so at its column', () => {
    expect(plan('address\nnew@acme.example', { defaultTemplateId: null })).toMatchObject([
      { kind: 'error', problems: [{ column: 'template', says: { code: 'missing' } }] },
    ])
    expect(plan('address,template\nnew@acme.example,Old')).toMatchObject([
      { kind: 'error', problems: [{ column: 'template', says: { code: 'unknown' } }] },
    ])
  })

  test('knows one person by several addresses', () => {
    const both = { ...known[0], found: 'countess@acme.example' } as (typeof known)[number]
    expect(
      plan('address,name\nada@acme.example,A\ncountess@acme.example,B', { known: [...known, both] }),
    ).toMatchObject([{ kind: 'changed' }, { kind: 'error', problems: [{ says: 'duplicate', line: 2 }] }])
  })

  test('never makes two accounts of one address, whatever the file', () => {
    const address = fc.constantFrom(
      'a@acme.example',
      'A@ACME.example ',
      'b@acme.example',
      'ada@acme.example',
      'x',
    )
    const cell = fc.oneof(fc.constantFrom('', '"', '=1', 'Everybody', 'de'), fc.string({ maxLength: 8 }))
    fc.assert(
      fc.property(fc.array(fc.tuple(address, cell, cell), { minLength: 1, maxLength: 30 }), (rows) => {
        const quoted = rows.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(','))
        const outcomes = plan(`address,name,locale\n${quoted.join('\n')}`)
        const made = outcomes.filter(({ kind }) => kind === 'new').map((outcome) => outcome.address)
        expect(new Set(made).size).toBe(made.length)
        expect(made).not.toContain('ada@acme.example')
      }),
    )
  })
})

describe('a page of the list', () => {
  const person = (change: Partial<Person> & { id: string }): Person => ({
    name: '',
    nameKey: '',
    address: '',
    matched: '',
    phone: null,
    locale: 'en',
    role: 'device_owner',
    state: 'active',
    templateId: 'act_1',
    groups: [],
    disabledAt: null,
    deletionAskedAt: null,
    createdAt: 1,
    ...change,
  })

  test.each<[Partial<PeopleFilter>, string[]]>([
    [{}, ['newest']],
    [{ sort: 'name', state: 'disabled' }, ['name']],
    [{ state: 'disabled', role: 'manager' }, ['disabled']],
    [{ state: 'unapproved', templateId: 'act_1' }, ['state']],
    [{ state: 'active', templateId: 'act_1' }, ['template']],
    [{ state: 'active', role: 'manager' }, ['role']],
    [{ search: ' Ada ', sort: 'address' }, ['found_name', 'found_address']],
    [{ search: '\u0301' }, ['found_address']],
  ])('for %j walks %j', (change, walks) => {
    expect(planList({ ...NO_FILTER, ...change }).walks.map(({ by }) => by)).toEqual(walks)
  })

  test('that was cut goes on where reading stopped, though it shows nobody', () => {
    const plan = planList({ ...NO_FILTER, group: 'Sales' }, 2)
    const [walk] = plan.walks
    if (!walk) throw new Error('no walk')
    const people = Array.from({ length: plan.limitOf(walk) }, (_, index) => person({ id: `acc_${index}` }))
    const found: Found[] = [{ walk, people }]
    expect(mergeWalks(found, plan, 2)).toEqual({ people: [], next: ['newest', 1, people.at(-1)?.id] })
    expect(mergeWalks([{ walk, people: people.slice(1) }], plan, 2)).toEqual({ people: [], next: null })
  })

  test('does not name again by address whom it named by name', () => {
    const plan = planList({ ...NO_FILTER, search: 'ada' })
    const [byName, byAddress] = plan.walks
    const ada = person({ id: 'acc_ada', nameKey: 'ada lovelace', matched: 'ada@acme.example' })
    expect(byName && plan.matches(ada, byName)).toBe(true)
    expect(byAddress && plan.matches(ada, byAddress)).toBe(false)
  })

  test('leaves deleted accounts out', () => {
    const plan = planList(NO_FILTER)
    expect(plan.walks.map((walk) => plan.matches(person({ id: 'acc_x', state: 'deleted' }), walk))).toEqual([
      false,
    ])
  })
})
