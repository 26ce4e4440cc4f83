import type { FieldProblem } from '../kernel/fields.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { isPrintable } from '../kernel/text.ts'
import { splitTyped } from '../kernel/typed.ts'
import { tidyName } from './rules.ts'

/** How many groups one person, or one account template, may name; and the length of a name in characters. */
export const GROUPS_MAX = 20
export const GROUP_NAME_MAX = 60

/** Groups as a person lists them: `"Sales, Berlin"`, empty ones left out. */
export function splitGroups(text: string): string[] {
  return splitTyped(text).map(tidyName)
}

/** Each group once, whatever its case, as it was written first. */
export function distinctGroups(names: readonly string[]): string[] {
  const found = new Map<string, string>()
  for (const name of names) {
    const key = name.toLowerCase()
    if (!found.has(key)) found.set(key, name)
  }
  return [...found.values()]
}

/** Groups of a line; each once, whatever its case. */
export function checkGroups(text: string): Result<string[], FieldProblem> {
  const groups = distinctGroups(splitGroups(text))
  if (groups.length > GROUPS_MAX) return refuse({ code: 'too_many', limit: GROUPS_MAX })
  if (groups.some((group) => group.length > GROUP_NAME_MAX))
    return refuse({ code: 'too_long', limit: GROUP_NAME_MAX })
  return groups.every(isPrintable) ? ok(groups) : refuse({ code: 'not_text' })
}

export function writeGroups(groups: readonly string[], mark = ', '): string {
  return groups.join(mark)
}

/** The groups with one more, or one less, whatever its case; null where that changes nothing. */
export function withGroup(groups: readonly string[], group: string, wanted: boolean): string[] | null {
  const has = groups.some((one) => one.toLowerCase() === group.toLowerCase())
  if (has === wanted) return null
  return wanted ? [...groups, group] : groups.filter((one) => one.toLowerCase() !== group.toLowerCase())
}
