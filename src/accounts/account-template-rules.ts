import * as z from 'zod'
import { checkFields, type FieldProblems } from '../kernel/fields.ts'
import { LOCALES } from '../kernel/locale.ts'
import { OWNERSHIPS } from '../kernel/ownership.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { isPrintable } from '../kernel/text.ts'
import { distinctGroups, GROUP_NAME_MAX, GROUPS_MAX } from './group-rules.ts'
import { type AccountTemplate, PERMISSIONS } from './types.ts'

export type AccountTemplateFields = Omit<AccountTemplate, 'id' | 'organisationId' | 'version'>

/** Bounds of an account template. Names in characters. */
const BOUNDS = { name: 120, devices: 1000 } as const

/** How many account templates an organisation may have, archived ones included: lists show them all at once. */
export const TEMPLATES_MAX = 200

const line = (max: number) => z.string().trim().min(1).max(max).refine(isPrintable, { error: 'not_text' })

const fieldsSchema = z.object({
  name: line(BOUNDS.name),
  deviceLimit: z.int().min(1).max(BOUNDS.devices).nullable(),
  atLimit: z.enum(['refuse', 'replace']),
  defaultOwnership: z.enum([...OWNERSHIPS, 'inherit']),
  locale: z.enum(LOCALES),
  permissions: z
    .array(z.enum(PERMISSIONS))
    .transform((chosen) => PERMISSIONS.filter((permission) => chosen.includes(permission))),
  groups: z.array(line(GROUP_NAME_MAX)).transform(distinctGroups).pipe(z.array(z.string()).max(GROUPS_MAX)),
})

/** What an account template may say. Problems within a list stand at the list's own field. */
export function checkTemplateFields(
  input: Record<keyof AccountTemplateFields, unknown>,
): Result<AccountTemplateFields, FieldProblems> {
  const checked = checkFields(fieldsSchema, input)
  if (checked.ok) return ok(checked.value)
  const problems: FieldProblems = {}
  for (const [field, problem] of Object.entries(checked.error)) {
    const [list = field] = field.split('.')
    problems[list] ??= problem
  }
  return refuse(problems)
}
