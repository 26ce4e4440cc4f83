import * as z from 'zod'
import { ok, type Result, refuse } from './result.ts'
import { readTypedNumber } from './typed.ts'

/**
 * What is wrong with one field of a form. `code` leads to the words (`copy.fields`); `limit` is the bound that
 * was missed and `detail` what a tool said, both shown as they are. Never repeats what was typed.
 */
export type FieldProblem = { code: FieldCode; limit?: number; detail?: string }

export type FieldCode =
  | 'missing'
  | 'too_short'
  | 'too_long'
  | 'too_small'
  | 'too_large'
  | 'not_a_number'
  | 'not_a_date'
  | 'past_date'
  | 'not_an_address'
  | 'not_a_url'
  | 'not_a_choice'
  | 'not_text'
  | 'not_accepted'
  | 'taken'
  | 'not_a_phone_number'
  | 'not_a_pattern'
  | 'too_expensive'
  | 'not_json'
  | 'unknown_variable'
  | 'unknown_key'
  | 'missing_key'
  | 'wrong_value'
  | 'too_many'
  | 'not_a_slug'
  | 'not_a_site_id'
  | 'not_a_colour'
  | 'not_a_picture'
  | 'not_a_certificate'
  | 'not_a_key'
  | 'other_key'
  | 'not_a_chain'
  | 'not_valid_now'
  | 'not_for_signing'
  | 'unknown'

/** By field name; `wifi.0.ssid` for a field within a list. */
export type FieldProblems = Record<string, FieldProblem>

/**
 * What the schema reads from a form, or a problem for each field. A schema says `code` itself by
 * `{ error: 'not_a_slug' }`; else it follows from the kind of issue.
 */
export function checkFields<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): Result<z.infer<Schema>, FieldProblems> {
  const read = schema.safeParse(value)
  if (read.success) return ok(read.data)
  const problems: FieldProblems = {}
  for (const issue of read.error.issues) {
    const field = issue.path.join('.')
    problems[field] ??= problemOf(issue)
  }
  return refuse(problems)
}

/** A whole number as a form brings it; empty: null. */
export function countField(min: number, max: number) {
  return z
    .string()
    .transform(readTypedNumber)
    .refine((number) => !Number.isNaN(number), { error: 'not_a_number' satisfies FieldCode })
    .pipe(z.int().min(min).max(max).nullable())
}

const CODES = new Set<string>([
  'missing',
  'too_short',
  'too_long',
  'too_small',
  'too_large',
  'not_a_number',
  'not_a_date',
  'past_date',
  'not_an_address',
  'not_a_url',
  'not_a_choice',
  'not_text',
  'not_accepted',
  'taken',
  'not_a_phone_number',
  'not_a_pattern',
  'too_expensive',
  'not_json',
  'unknown_variable',
  'unknown_key',
  'missing_key',
  'wrong_value',
  'too_many',
  'not_a_slug',
  'not_a_site_id',
  'not_a_colour',
  'not_a_picture',
  'not_a_certificate',
  'not_a_key',
  'other_key',
  'not_a_chain',
  'not_valid_now',
  'not_for_signing',
  'unknown',
] satisfies FieldCode[])

function problemOf(issue: z.core.$ZodIssue): FieldProblem {
  if (CODES.has(issue.message)) return { code: issue.message as FieldCode }
  switch (issue.code) {
    case 'too_small':
      if (issue.origin === 'string')
        return Number(issue.minimum) <= 1
          ? { code: 'missing' }
          : { code: 'too_short', limit: Number(issue.minimum) }
      return { code: 'too_small', limit: Number(issue.minimum) }
    case 'too_big':
      if (issue.origin === 'string') return { code: 'too_long', limit: Number(issue.maximum) }
      if (issue.origin === 'array') return { code: 'too_many', limit: Number(issue.maximum) }
      return { code: 'too_large', limit: Number(issue.maximum) }
    case 'invalid_format':
      if (issue.format === 'email') return { code: 'not_an_address' }
      if (issue.format === 'url') return { code: 'not_a_url' }
      return { code: 'not_accepted' }
    case 'invalid_value':
      return { code: 'not_a_choice' }
    case 'invalid_type':
      return { code: issue.expected === 'number' || issue.expected === 'int' ? 'not_a_number' : 'missing' }
    default:
      return { code: 'not_accepted' }
  }
}
