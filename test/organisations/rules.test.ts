import { describe, expect, test } from 'vitest'
import { compileEmailRule, decideDoor } from '../../src/organisations/rules.ts'
import { ACME, SERVICE } from '../support/mail.ts'

const accepts = (pattern: string, address: string) => {
  const rule = compileEmailRule(pattern)
  if (!rule.ok) throw new Error(rule.error.code)
  return rule.value.accepts(address)
}

describe('the e-mail rule', () => {
  test.each([
    ['', 'anybody@anywhere.example', true],
    ['[^@]+@acme\\.example', 'ada@acme.example', true],
    ['[^@]+@ACME\\.example', 'ada@acme.example', true],
    ['@acme\\.example', 'ada@acme.example', false],
    ['.*@acme\\.example', 'ada@acme.example.evil.example', false],
    ['.*@acme\\.example', 'ada@evil.example\n@acme.example', false],
    ['.*@acme\\.example', 'ada@acme.example\n', false],
    ['(ada|bob)@acme\\.example', 'bob@acme.example', true],
    ['(ada|bob)@acme\\.example', 'xbob@acme.example', false],
    ['.*@acme.example', 'ada@acmeXexample', true],
  ])('%j on %j: %j', (pattern, address, expected) => expect(accepts(pattern, address)).toBe(expected))

  test.each(['(a+)+$', '(a|a)*b', '(.*)*@x', '^(([a-z])+.)+[A-Z]([a-z])+$'])(
    'a pattern made to stall a matcher (%j) is answered in linear time',
    (pattern) => expect(accepts(pattern, `${'a'.repeat(20_000)}!`)).toBe(false),
  )

  test.each([
    ['(', 'not_a_pattern'],
    ['a(?=b)', 'not_a_pattern'],
    ['(a)\\1', 'not_a_pattern'],
    ['a'.repeat(513), 'too_long'],
    ['((a{1,30}){1,30})', 'too_expensive'],
    ['(((a{100}){100}){100})', null],
  ])('%j is not saved', (pattern, code) => {
    const rule = compileEmailRule(pattern)
    expect(rule.ok).toBe(false)
    if (!rule.ok && code) expect(rule.error.code).toBe(code)
  })
})

describe('the door', () => {
  const service = SERVICE
  test.each([
    [
      'service off',
      { service: { ...service, enabled: false }, organisation: ACME, asked: true },
      'service_off',
    ],
    ['never set up', { service: null, organisation: null, asked: true }, 'service_off'],
    ['no default', { service, organisation: null, asked: false }, 'no_organisation'],
    ['unknown slug', { service, organisation: null, asked: true }, 'unknown_organisation'],
    [
      'closed by its managers',
      { service, organisation: { ...ACME, setupOpen: false }, asked: true },
      'organisation_off',
    ],
    [
      'organisation off',
      { service, organisation: { ...ACME, enabled: false }, asked: true },
      'organisation_off',
    ],
  ])('%s', (_name, found, code) => {
    const door = decideDoor(found)
    expect(door.ok ? 'open' : door.error.code).toBe(code)
  })
  test('is open otherwise', () =>
    expect(decideDoor({ service, organisation: ACME, asked: true }).ok).toBe(true))
})
