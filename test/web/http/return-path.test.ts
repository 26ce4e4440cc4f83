import { describe, expect, test } from 'vitest'
import { readReturnPath, returnBelow } from '../../../src/web/http/return-path.ts'

describe('where to go on after signing in', () => {
  test.each(['/', '/manage', '/manage/accounts?after=x&q=a%20b', '/setup/acme/device'])('%s', (path) => {
    expect(readReturnPath(path)).toBe(path)
  })

  test.each([
    undefined,
    '',
    'manage',
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/..//evil.example',
    '/a/..//evil.example',
    '/.//evil.example',
    '/%2e%2e//evil.example',
    '/\t/evil.example',
    '/\n//evil.example',
    ' //evil.example',
    'javascript:alert(1)',
    `/${'a'.repeat(600)}`,
  ])('%j leads nowhere else', (path) => {
    expect(readReturnPath(path)).toBeNull()
  })

  test('only below what fits the person', () => {
    const below = (text: string | null) => returnBelow(text, ['/manage', '/account'])
    expect(below('/manage/audit?after=1')).toBe('/manage/audit?after=1')
    expect(below('/account')).toBe('/account')
    expect(below('/managers')).toBe('/manage')
    expect(below('/setup/acme')).toBe('/manage')
    expect(below(null)).toBe('/manage')
  })
})
