import { type Change, describeChanges } from '../audit/index.ts'
import type { CheckedContent } from './checks.ts'
import { placesOfSecrets } from './settings.ts'

/** What managers wrote as JSON may hold anything: that it changed is told, not how. */
const UNTOLD = ['extras.apple', 'extras.android', 'extras.agent']

/**
 * What differs between two versions, secrets revealed, field by field: `wifi.w1.ssid`, `instructions.de`.
 * Rows go by their keys, so that one more at the top changes no other. Secrets are told as set, changed or
 * removed.
 */
export function compareContents(before: CheckedContent, after: CheckedContent): Change[] {
  const [one, other] = [flatten(before), flatten(after)]
  const missing = Object.fromEntries(Object.keys(one).map((field) => [field, null]))
  const secrets = [...placesOfSecrets(before.settings), ...placesOfSecrets(after.settings), ...UNTOLD]
  return describeChanges(one, { ...missing, ...other }, secrets)
}

function flatten(content: CheckedContent): Record<string, unknown> {
  const { settings, ...rest } = content
  const { extras, webLinks, policies, ...parts } = settings
  return Object.fromEntries([
    ...walk('', rest),
    ...walk('', parts),
    ['webLinks', webLinks.length > 0 ? webLinks : null],
    ...Object.entries(policies).map(([name, value]): [string, unknown] => [`policies.${name}`, value]),
    ['extras.apple', extras.apple.length > 0 ? extras.apple : null],
    ['extras.android', extras.android],
    ['extras.agent', extras.agent],
  ])
}

function walk(path: string, value: unknown): [string, unknown][] {
  const below = (name: string) => (path === '' ? name : `${path}.${name}`)
  if (Array.isArray(value) && value.some((one) => typeof one === 'object'))
    return value.flatMap(({ key, ...row }: { key: string }) => walk(below(key), row))
  if (Array.isArray(value)) return [[path, value.length > 0 ? value : null]]
  if (value === null || typeof value !== 'object') return [[path, value]]
  return Object.entries(value).flatMap(([name, inner]) => walk(below(name), inner))
}
