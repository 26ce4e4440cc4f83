import * as z from 'zod'
import { countField, type FieldCode } from '../kernel/fields.ts'
import { LOCALES, type Locale, type Localised } from '../kernel/locale.ts'
import { OWNERSHIPS } from '../kernel/ownership.ts'
import { isPrintable } from '../kernel/text.ts'
import { readTypedNumber, splitTypedWords } from '../kernel/typed.ts'
import { ACCENT } from './rules.ts'

/** What the forms of *Device setup* accept. Every value comes as text, as a form gives it. */

const code = (said: FieldCode) => ({ error: said })

const line = (max: number) => z.string().trim().max(max).refine(isPrintable, code('not_text'))
const orNull = (text: string) => (text === '' ? null : text)
const optional = (schema: z.ZodType<string, string>) =>
  z.string().trim().transform(orNull).pipe(schema.nullable())

const OTHERS = LOCALES.filter((locale) => locale !== 'en')

/** A text that everybody reads in English, and some in their own language. All empty: there is none. */
function localised(max: number) {
  const one = z
    .string()
    .trim()
    .max(max)
    .refine((text) => isPrintable(text.replace(/[\n\t]/g, ' ')), code('not_text'))
  const others = Object.fromEntries(OTHERS.map((locale) => [locale, one.optional()]))
  return z
    .object({ en: one, ...(others as Record<Exclude<Locale, 'en'>, z.ZodOptional<typeof one>>) })
    .refine((texts) => texts.en !== '' || OTHERS.every((locale) => !texts[locale]), {
      path: ['en'],
      error: 'missing',
    })
    .transform((texts): Localised | null => {
      if (texts.en === '') return null
      const written = OTHERS.flatMap((locale) => (texts[locale] ? [[locale, texts[locale]] as const] : []))
      return { en: texts.en, ...Object.fromEntries(written) }
    })
}

/** At most `most` different days up to `max`, separated by commas or spaces; rising. Empty: none. */
function days(most: number, max: number) {
  return z.string().transform((text, ctx): number[] => {
    const typed = splitTypedWords(text).map(readTypedNumber)
    const numbers = [...new Set(typed.map(Number))].sort((one, other) => one - other)
    const refuse = (bound: { code: 'too_small'; minimum: number } | { code: 'too_big'; maximum: number }) =>
      ctx.issues.push({ ...bound, origin: 'number', inclusive: true, input: text })
    if (numbers.some(Number.isNaN)) ctx.issues.push({ code: 'custom', message: 'not_a_number', input: text })
    else if (numbers.some((day) => day < 1)) refuse({ code: 'too_small', minimum: 1 })
    else if (numbers.some((day) => day > max)) refuse({ code: 'too_big', maximum: max })
    else if (numbers.length > most)
      ctx.issues.push({ code: 'too_big', origin: 'array', maximum: most, inclusive: true, input: text })
    return numbers
  })
}

export const identitySchema = z.object({
  name: line(120).min(1),
  helpdeskEmail: optional(z.email().max(254)),
  helpdeskPhone: optional(z.string().regex(/^\+?[0-9][0-9 ()./-]{2,38}$/, code('not_a_phone_number'))),
  helpdeskUrl: optional(z.url({ protocol: /^https$/ }).max(500)),
})

export const accentSchema = z.object({
  accent: z.string().trim().toLowerCase().regex(ACCENT, code('not_a_colour')),
})

/** The rule itself is checked by `compileEmailRule`. */
export const ruleHintSchema = z.object({ hint: localised(200) })

export const termsSchema = z.object({ terms: localised(20_000) })

export const entrySchema = z.object({
  accountTemplateId: z.string().max(100).transform(orNull),
  phoneRequired: z.boolean(),
  approvalRequired: z.boolean(),
})

export const deviceRulesSchema = z.object({
  defaultOwnership: z.string().pipe(z.enum(OWNERSHIPS)),
  ownershipChoosable: z.boolean(),
  pinRequired: z.boolean(),
  qrEnabled: z.boolean(),
})

export const invitationsSchema = z.object({
  invitationDays: countField(1, 3650),
  invitationDeviceLimit: countField(1, 100_000),
  reminderDays: days(5, 90),
  dailyMessages: countField(1, 1_000_000),
})

export type Form<Schema extends z.ZodType> = z.input<Schema>
