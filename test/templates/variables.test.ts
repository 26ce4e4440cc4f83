import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fill, fillUrl, findUnknown, findVariable, valuesOf } from '../../src/templates/variables.ts'

const values = valuesOf({
  account: { address: 'ada@acme.example', name: 'Ada', phone: null },
  organisation: { name: 'Acme', siteId: '4711' },
  device: { id: 'dev_1', name: null, platform: 'ios', ownership: 'company' },
})

describe('variables', () => {
  test('are filled in, with or without blanks; what is not known is empty', () => {
    const text =
      '{{account.email}}/{{ account.username }}/{{account.phone}}/{{device.name}}/{{organisation.site}}'
    expect(fill(text, values)).toBe('ada@acme.example/ada///4711')
  })

  test.each([
    ['{{account.mail}}', '{{account.mail}}'],
    ['a {{}} b', '{{}}'],
    ['{{account.email}', '{{account.email'],
    ['{{constructor}}', '{{constructor}}'],
    ['{{account.email}} {{x}}', '{{x}}'],
  ])('%s has something unknown', (text, unknown) => expect(findUnknown(text)).toBe(unknown))

  test.each(['', '{a}', '{{account.name}}', '}} {', 'CN={{ account.email }}'])(
    '%s has nothing unknown',
    (text) => expect(findUnknown(text)).toBeNull(),
  )

  test('a text that takes no variables finds any, and braces alone are none', () => {
    expect(findVariable('Dear {{account.name}}')).toBe('{{account.name}}')
    expect(findVariable('a {{ b')).toBeNull()
  })

  test('a value that looks like a variable stays a value', () => {
    const sly = { ...values, 'account.name': '{{device.id}}$&' }
    expect(fill('{{account.name}}', sly)).toBe('{{device.id}}$&')
  })

  test('a value in an address stays within its part', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const url = fillUrl('https://acme.example/u/{{account.name}}/x', { ...values, 'account.name': text })
        const parsed = new URL(url)
        expect([parsed.host, parsed.search, parsed.hash]).toEqual(['acme.example', '', ''])
      }),
    )
  })
})
