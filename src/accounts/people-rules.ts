import type { FieldProblem, FieldProblems } from '../kernel/fields.ts'
import { isLocale, type Locale } from '../kernel/locale.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { isPrintable } from '../kernel/text.ts'
import { checkGroups } from './group-rules.ts'
import { PERSON_ROLES, type PersonRole } from './people-list-rules.ts'
import { NAME_MAX, readPhone, tidyName } from './rules.ts'

/** What managers set of a person, as it is typed. Groups stand in one line, parted by commas. */
export type PersonForm = { name: string; phone: string; locale: string; template: string; groups: string }

export type PersonDetails = {
  name: string
  /** E.164. */
  phone: string | null
  locale: Locale
  templateId: string
  groups: string[]
}

type Choice = { id: string; archivedAt: number | null }

/** An empty name is one that its owner has still to tell. */
export function checkName(text: string): Result<string, FieldProblem> {
  const name = tidyName(text)
  if (name.length > NAME_MAX) return refuse({ code: 'too_long', limit: NAME_MAX })
  return isPrintable(name) ? ok(name) : refuse({ code: 'not_text' })
}

export function checkPhone(text: string): Result<string | null, FieldProblem> {
  const phone = readPhone(text, null)
  return phone === undefined ? refuse({ code: 'not_a_phone_number' }) : ok(phone)
}

export function checkRole(text: string): Result<PersonRole, FieldProblem> {
  const role = PERSON_ROLES.find((one) => one === text)
  return role ? ok(role) : refuse({ code: 'not_a_choice' })
}

/** `present`: the template that the account has, which may be archived. */
export function checkPerson(
  form: PersonForm,
  templates: readonly Choice[],
  present: string | null = null,
): Result<PersonDetails, FieldProblems> {
  const name = checkName(form.name)
  const phone = checkPhone(form.phone)
  const groups = checkGroups(form.groups)
  const template = templates.find(
    ({ id, archivedAt }) => id === form.template && (archivedAt === null || id === present),
  )
  const problems: FieldProblems = {}
  if (!name.ok) problems.name = name.error
  if (!phone.ok) problems.phone = phone.error
  if (!groups.ok) problems.groups = groups.error
  if (!template) problems.template = { code: 'unknown' }
  if (!isLocale(form.locale)) problems.locale = { code: 'not_a_choice' }
  if (!name.ok || !phone.ok || !groups.ok || !template || !isLocale(form.locale)) return refuse(problems)
  return ok({
    name: name.value,
    phone: phone.value,
    locale: form.locale,
    templateId: template.id,
    groups: groups.value,
  })
}
