import { describe, expect, test } from 'vitest'
import { LOCALES } from '../../src/kernel/locale.ts'
import { ownWords } from '../../src/messaging/mails/words.ts'
import { checkWords, SUBJECT_MAX, WORD_VARIABLES } from '../../src/messaging/templates-rules.ts'
import { EDITABLE_KINDS } from '../../src/messaging/types.ts'
import { COPIES } from '../support/copies.ts'

const good = { subject: 'Hello {{name}}', body: 'From {{organisation}}.' }
const problemsOf = (change: Partial<typeof good>, kind: (typeof EDITABLE_KINDS)[number] = 'invitation') => {
  const checked = checkWords(kind, { ...good, ...change })
  return checked.ok ? {} : checked.error
}

test.each(EDITABLE_KINDS.flatMap((kind) => LOCALES.map((locale) => [kind, locale] as const)))(
  'our own words of %s in %s are such as a manager could save',
  (kind, locale) => {
    expect(checkWords(kind, ownWords(kind, COPIES[locale]))).toEqual({
      ok: true,
      value: ownWords(kind, COPIES[locale]),
    })
  },
)

test('every variable of a kind is accepted', () => {
  for (const kind of EDITABLE_KINDS) {
    const body = WORD_VARIABLES[kind].map((name) => `{{ ${name} }}`).join(' ')
    expect(checkWords(kind, { subject: 'x', body }).ok).toBe(true)
  }
})

describe('refused, with the field named', () => {
  test.each([
    ['an unknown variable', { body: '{{organisation}} {{pin}}' }, 'body', 'unknown_variable', '{{pin}}'],
    ['one of another kind', { subject: '{{device}}' }, 'subject', 'unknown_variable', '{{device}}'],
    ['braces that nothing ends', { subject: 'Hi {{name' }, 'subject', 'unknown_variable', '{{name'],
    ['an inherited name', { subject: '{{constructor}}' }, 'subject', 'unknown_variable', '{{constructor}}'],
    ['a body that does not say who writes', { body: 'Hello.' }, 'body', 'missing_key', '{{organisation}}'],
    ['no subject', { subject: '  ' }, 'subject', 'missing', undefined],
    ['a subject of two lines', { subject: 'Hi\r\nBcc: eve@evil.example' }, 'subject', 'not_text', undefined],
    ['signs that turn the direction', { body: '{{organisation}}\u202e' }, 'body', 'not_text', undefined],
  ])('%s', (_, change, field, code, detail) => {
    expect(problemsOf(change)).toEqual({ [field]: { code, ...(detail && { detail }) } })
  })

  test('a subject that is too long', () => {
    expect(problemsOf({ subject: 'x'.repeat(SUBJECT_MAX + 1) })).toEqual({
      subject: { code: 'too_long', limit: SUBJECT_MAX },
    })
  })

  test('a renewal that does not name the device', () => {
    expect(problemsOf({}, 'renewal')).toEqual({ body: { code: 'missing_key', detail: '{{device}}' } })
  })
})
