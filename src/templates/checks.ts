import * as z from 'zod'
import { checkFields, type FieldProblems } from '../kernel/fields.ts'
import { LOCALES } from '../kernel/locale.ts'
import { OWNERSHIPS } from '../kernel/ownership.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { isPrintable } from '../kernel/text.ts'
import { checkPayloads, checkPolicies, checkReferences, checkTexts } from './checks-across.ts'
import { settingsSchema } from './checks-settings.ts'
import { checkExtras, isWritable } from './extras.ts'
import { normaliseSettings } from './settings.ts'
import type { FullSettings, TemplateContent } from './types.ts'

/** What managers may write in a template. Pure: it takes settings with their secrets revealed. */

const MARKDOWN_MAX = 20_000
const DAY_SECONDS = 86_400

const markdown = z.string().max(MARKDOWN_MAX).refine(isWritable, 'not_text')
const localised = (english: typeof markdown) =>
  z.object({
    en: english,
    ...Object.fromEntries(LOCALES.filter((one) => one !== 'en').map((one) => [one, markdown.optional()])),
  })

const contentSchema = z.object({
  name: z.string().trim().min(1).max(120).refine(isPrintable, 'not_text'),
  instructions: localised(markdown.min(1)),
  notes: localised(markdown).nullable(),
  ownership: z.object({ default: z.enum([...OWNERSHIPS, 'inherit']), choosable: z.boolean() }),
  reports: z.enum(['agent', 'ota', 'certificate', 'none']),
  checkInSeconds: z
    .int()
    .min(60)
    .max(7 * DAY_SECONDS),
})

export type CheckedContent = Omit<TemplateContent, 'settings'> & { settings: FullSettings }

/**
 * The content as it may be stored once its secrets are sealed, or what is wrong by field: `name`,
 * `instructions.de`, `wifi.0.ssid`. A problem `not_accepted` says by its `detail` what would be.
 */
export function checkContent(content: TemplateContent): Result<CheckedContent, FieldProblems> {
  const full = normaliseSettings(content.settings)
  const meta = checkWith(contentSchema, content)
  const settings = checkWith(settingsSchema, full)
  const extras = checkExtras(full.extras)
  const problems: FieldProblems = {
    ...(!Object.hasOwn(extras, 'extras.apple') && checkPayloads(full)),
    ...checkTexts(content, full),
    ...extras,
    ...checkPolicies(full.policies),
    ...(settings.ok && checkReferences(full)),
    ...(!meta.ok && meta.error),
    ...(!settings.ok && settings.error),
  }
  if (!meta.ok || !settings.ok || Object.keys(problems).length > 0) return refuse(problems)
  return ok({
    ...(meta.value as Omit<TemplateContent, 'settings'>),
    settings: { ...full, ...(settings.value as Partial<FullSettings>) },
  })
}

/** `checkFields`, with the word of the schema as the detail of what is not accepted. */
function checkWith<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): Result<z.infer<Schema>, FieldProblems> {
  const checked = checkFields(schema, value)
  if (checked.ok) return checked
  const problems = { ...checked.error }
  for (const { path, message } of schema.safeParse(value).error?.issues ?? []) {
    const field = path.join('.')
    const problem = problems[field]
    if (problem?.code === 'not_accepted' && !problem.detail && /^[a-z_]+$/.test(message))
      problems[field] = { ...problem, detail: message }
  }
  return refuse(problems)
}
