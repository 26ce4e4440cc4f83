import { describe, expect, test } from 'vitest'
import { checkTemplateFields } from '../../src/accounts/account-template-rules.ts'
import { splitGroups } from '../../src/accounts/group-rules.ts'
import { PERMISSIONS } from '../../src/accounts/types.ts'
import { COPIES } from '../support/copies.ts'

const good = {
  name: 'Everybody',
  deviceLimit: 5,
  atLimit: 'refuse',
  defaultOwnership: 'inherit',
  locale: 'en',
  permissions: ['qr', 'register'],
  groups: ['Sales'],
}
const codesOf = (change: Record<string, unknown>) => {
  const checked = checkTemplateFields({ ...good, ...change })
  return checked.ok
    ? null
    : Object.fromEntries(Object.entries(checked.error).map(([field, { code }]) => [field, code]))
}

describe('an account template', () => {
  test('is read with its permissions in the order of pages, each once', () => {
    const checked = checkTemplateFields({ ...good, permissions: ['qr', 'register', 'qr'] })
    expect(checked).toMatchObject({ ok: true, value: { permissions: ['register', 'qr'] } })
  })

  test('may allow nothing, any number of devices, and no groups', () => {
    expect(codesOf({ permissions: [], deviceLimit: null, groups: [] })).toBeNull()
  })

  test.each([
    [{ name: '  ' }, { name: 'missing' }],
    [{ name: 'x'.repeat(121) }, { name: 'too_long' }],
    [{ name: 'a\u202Eb' }, { name: 'not_text' }],
    [{ deviceLimit: 0 }, { deviceLimit: 'too_small' }],
    [{ deviceLimit: 1001 }, { deviceLimit: 'too_large' }],
    [{ deviceLimit: Number.NaN }, { deviceLimit: 'not_a_number' }],
    [{ deviceLimit: 1.5 }, { deviceLimit: 'not_a_number' }],
    [{ atLimit: 'explode' }, { atLimit: 'not_a_choice' }],
    [{ defaultOwnership: 'mine' }, { defaultOwnership: 'not_a_choice' }],
    [{ locale: 'nl' }, { locale: 'not_a_choice' }],
    [{ permissions: ['register', 'root'] }, { permissions: 'not_a_choice' }],
    [{ groups: ['fine', 'x'.repeat(61)] }, { groups: 'too_long' }],
    [{ groups: Array.from({ length: 21 }, (_, index) => `g${index}`) }, { groups: 'too_many' }],
    [{ groups: ['a\u0000'] }, { groups: 'not_text' }],
  ])('is refused at the field: %j', (change, expected) => {
    expect(codesOf(change)).toEqual(expected)
  })

  test('reads groups as a person lists them', () => {
    expect(splitGroups(' Sales,, Berlin ;\nSales')).toEqual(['Sales', 'Berlin', 'Sales'])
    expect(checkTemplateFields({ ...good, groups: splitGroups('Sales, Berlin, SALES') })).toMatchObject({
      value: { groups: ['Sales', 'Berlin'] },
    })
    expect(splitGroups('')).toEqual([])
  })

  test('every permission has its words in every language', () => {
    for (const copy of Object.values(COPIES))
      expect(Object.keys(copy.accountTemplates.form.permissions.each)).toEqual([...PERMISSIONS])
  })
})
