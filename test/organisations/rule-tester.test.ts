import { describe, expect, test } from 'vitest'
import { normaliseAddress } from '../../src/kernel/address.ts'
import { TRIED_MAX, tryEmailRule } from '../../src/organisations/rule-tester.ts'
import { compileEmailRule } from '../../src/organisations/rules.ts'
import type { EmailException } from '../../src/organisations/types.ts'

const attempt = (pattern: string, lines: string[] = [], exceptions: EmailException[] = []) => {
  const trial = tryEmailRule({ pattern, lines, exceptions, normalise: normaliseAddress })
  if (!trial.ok) throw new Error(trial.error.code)
  return trial.value
}
const warnings = (pattern: string, lines: string[] = []) =>
  attempt(pattern, lines).warnings.map(({ code }) => code)

describe('an address is tried', () => {
  const exceptions: EmailException[] = [
    { address: 'guest@partner.example', verdict: 'accept' },
    { address: 'mallory@acme.example', verdict: 'refuse' },
  ]
  test.each([
    ['ada@acme.example', { code: 'accepted' }],
    ['  Ada@ACME.example ', { code: 'accepted' }],
    ['guest@partner.example', { code: 'accepted_by_exception' }],
    ['mallory@acme.example', { code: 'refused_by_exception' }],
    ['ada@acme.example.evil.example', { code: 'partly', part: 'ada@acme.example' }],
    ['ada@gmail.example', { code: 'no_match' }],
    ['ada', { code: 'not_an_address' }],
    ['@acme.example', { code: 'not_an_address' }],
    ['ädä@acme.example', { code: 'not_ascii' }],
    ['\u212Aate@acme.example', { code: 'not_ascii' }],
  ])('%j: %j', (line, verdict) => {
    const { tried } = attempt('[^@]+@acme\\.example', [line], exceptions)
    expect(tried.map((one) => one.verdict)).toEqual([verdict])
  })

  test('is shown as it is compared', () =>
    expect(attempt('', ['ada@Bücher.example']).tried[0]?.address).toBe('ada@xn--bcher-kva.example'))

  test('empty lines are no addresses, and no more than can be read are tried', () => {
    expect(attempt('', ['', '  ']).tried).toEqual([])
    expect(attempt('', Array(1000).fill('a@b.example')).tried).toHaveLength(TRIED_MAX)
  })
})

describe('a rule that looks wrong', () => {
  test.each([
    ['', ['accepts_everybody']],
    ['.*@acme.example', ['unescaped_dot']],
    ['[^@]+@acme.example', ['unescaped_dot']],
    ['[^@]+@(acme|beta).example', ['unescaped_dot']],
    ['[^@]+@acme\\.co.uk', ['unescaped_dot']],
    ['.*', ['open_end']],
    ['.+@.+', ['open_end']],
    ['.*acme.*', ['open_end']],
    ['.*@acme\\.example.*', ['open_end']],
    ['.*acme\\.example', ['open_end']],
    ['(ada|bob)@.*', ['open_end']],
    ['ada.*', ['open_end']],
    ['.*@.*acme\\.example', ['open_end']],
    ['.*acme.example', ['unescaped_dot', 'open_end']],
  ])('%j is warned about: %j', (pattern, codes) => expect(warnings(pattern)).toEqual(codes))

  test.each([
    '[^@]+@acme\\.example',
    '.*@acme\\.example',
    '^.*@acme\\.example$',
    '[a-z]+\\.[a-z]+@acme\\.example',
    '[a-z.]+@acme[.]example',
    '[^@]+@([a-z0-9-]+\\.)?acme\\.example',
    '[^@]+@(acme|beta)\\.example',
    'a.a@acme\\.example',
    '(?i).+@acme\\.example',
    '[^@]+@\\Qacme.example\\E',
  ])('%j is not', (pattern) => expect(warnings(pattern)).toEqual([]))

  test('the example that is named would be accepted', () => {
    for (const pattern of ['.*acme.*', '.*@acme\\.example.*', '.*acme\\.example', '(ada|bob)@.*']) {
      const [warning] = attempt(pattern).warnings
      if (warning?.code !== 'open_end') throw new Error(`no warning for ${pattern}`)
      const rule = compileEmailRule(pattern)
      expect(rule.ok && rule.value.accepts(warning.example)).toBe(true)
      expect(normaliseAddress(warning.example)).toBe(warning.example)
    }
  })

  test('the rule with plain dots is offered, and warns no more', () => {
    const [warning] = attempt('.*@acme.co.example').warnings
    expect(warning).toEqual({
      code: 'unescaped_dot',
      at: 'e.c',
      instead: '.*@acme\\.co\\.example',
    })
    expect(warnings('.*@acme\\.co\\.example')).toEqual([])
  })

  test('none of the addresses that were tried matches', () => {
    expect(warnings('.*@acme\\.example', ['a@b.example'])).toEqual(['matches_none'])
    expect(warnings('.*@acme\\.example', ['a@b.example', 'a@acme.example'])).toEqual([])
    expect(warnings('.*@acme\\.example', ['no address'])).toEqual([])
  })
})

test.each([
  ['(', 'not_a_pattern'],
  ['a(?=b)', 'not_a_pattern'],
  ['(a)\\1', 'not_a_pattern'],
  ['a'.repeat(513), 'too_long'],
  ['((a{1,30}){1,30})', 'too_expensive'],
])('%j cannot be tried: %s', (pattern, code) => {
  const trial = tryEmailRule({ pattern, lines: ['a@b.example'], exceptions: [], normalise: normaliseAddress })
  expect(trial.ok ? null : trial.error.code).toBe(code)
})

test('a costly rule and long addresses are tried in linear time', () => {
  const lines = Array(TRIED_MAX).fill(`${'a'.repeat(64)}@${'a'.repeat(60)}.${'b'.repeat(60)}.example`)
  expect(attempt('(a|a)*(a+)+b@x\\.example', lines).tried).toHaveLength(TRIED_MAX)
})
