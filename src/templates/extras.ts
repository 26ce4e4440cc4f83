import type { FieldProblem, FieldProblems } from '../kernel/fields.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { isPrintable } from '../kernel/text.ts'
import { checkAgentKeys, checkAndroidKeys } from './extras-known.ts'
import type { Extras, Json, JsonObject } from './types.ts'

/** What only one kind of device understands: JSON that managers write. Pure. */

const KIB = 1024
/** As compact JSON, UTF-8. */
const EXTRA_MAX_BYTES = 16 * KIB
const DEPTH_MAX = 8
const PAYLOADS_MAX = 50

/** Apple's types are reverse domain names but for these two (device-management schema, `mdm/profiles`). */
const ODD_PAYLOAD_TYPES = ['loginwindow', '.GlobalPreferences']
const PAYLOAD_TYPE = /^[A-Za-z][A-Za-z0-9-]*(?:\.[A-Za-z0-9_()-]+){2,9}$/
/** The profile sets these itself: they tell its payloads apart and let a new download replace the old. */
const RESERVED = ['PayloadUUID', 'PayloadIdentifier', 'PayloadVersion', 'PayloadOrganization']
/** Keys that a program could take for something of its own. */
const NEVER_KEYS = ['__proto__']

/**
 * What was typed as JSON; `detail` is where it breaks, as line:column. Empty is null. What is nested so deeply that
 * nothing should walk through it is refused here.
 */
export function parseJson(text: string): Result<Json, FieldProblem> {
  if (text.trim() === '') return ok(null)
  try {
    const value = JSON.parse(text) as Json
    return isDeeper(value, DEPTH_MAX + 1) ? refuse(wrong('too_deep')) : ok(value)
  } catch (error) {
    const at = /position (\d+)/.exec(String(error))?.[1]
    if (at === undefined) return refuse({ code: 'not_json' })
    const before = text.slice(0, Number(at)).split('\n')
    return refuse({ code: 'not_json', detail: `${before.length}:${(before.at(-1)?.length ?? 0) + 1}` })
  }
}

/** Whether there is something further down than that many levels. */
function isDeeper(value: Json, levels: number): boolean {
  if (value === null || typeof value !== 'object') return false
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1))
}

/** The same value with every text in it replaced; keys stay. */
export function mapStrings<Value extends Json>(value: Value, change: (text: string) => string): Value {
  const walk = (node: Json): Json => {
    if (typeof node === 'string') return change(node)
    if (Array.isArray(node)) return node.map(walk)
    if (node === null || typeof node !== 'object') return node
    return Object.fromEntries(Object.entries(node).map(([key, inner]) => [key, walk(inner)]))
  }
  return walk(value) as Value
}

/** What is wrong with the extras, by field. */
export function checkExtras(extras: Extras): FieldProblems {
  const found: [string, FieldProblem | null][] = [
    ['extras.apple', checkApple(extras.apple)],
    ['extras.android', checkObject(extras.android, checkAndroidKeys)],
    ['extras.agent', checkObject(extras.agent, checkAgentKeys)],
  ]
  return Object.fromEntries(found.filter((one): one is [string, FieldProblem] => one[1] !== null))
}

const wrong = (detail: string): FieldProblem => ({ code: 'not_accepted', detail })

function checkObject(
  value: unknown,
  checkKeys: (value: JsonObject) => FieldProblem | null,
): FieldProblem | null {
  if (value === null) return null
  return isObject(value) ? (checkTree(value, false) ?? checkKeys(value)) : wrong('not_an_object')
}

function checkApple(payloads: unknown): FieldProblem | null {
  if (!Array.isArray(payloads) || !payloads.every(isObject)) return wrong('not_payloads')
  if (payloads.length > PAYLOADS_MAX) return { code: 'too_many', limit: PAYLOADS_MAX }
  for (const payload of payloads) {
    const { PayloadType: type } = payload
    const known = typeof type === 'string' && (PAYLOAD_TYPE.test(type) || ODD_PAYLOAD_TYPES.includes(type))
    if (!known) return wrong('payload_type')
    if (RESERVED.some((key) => Object.hasOwn(payload, key))) return wrong('payload_reserved')
  }
  return checkTree(payloads, true)
}

function isObject(value: unknown): value is JsonObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}

/** Size, depth, and texts that every format can write. A property list knows no null. */
function checkTree(value: Json, plist: boolean): FieldProblem | null {
  let problem: FieldProblem | null = null
  const walk = (node: Json, depth: number): void => {
    if (problem) return
    if (depth > DEPTH_MAX) problem = wrong('too_deep')
    else if (typeof node === 'string' && !isWritable(node)) problem = { code: 'not_text' }
    else if (node === null && plist) problem = wrong('no_null')
    else if (typeof node === 'number' && !Number.isFinite(node)) problem = wrong('not_an_object')
    else if (Array.isArray(node)) for (const inner of node) walk(inner, depth + 1)
    else if (isObject(node))
      for (const [key, inner] of Object.entries(node)) {
        if (!isPrintable(key) || key === '' || NEVER_KEYS.includes(key)) problem = { code: 'not_text' }
        walk(inner, depth + 1)
      }
  }
  walk(value, 0)
  if (problem) return problem
  const bytes = new TextEncoder().encode(JSON.stringify(value)).length
  return bytes > EXTRA_MAX_BYTES ? { code: 'too_long', limit: EXTRA_MAX_BYTES } : null
}

/** Several lines are fine here. */
export function isWritable(text: string): boolean {
  return isPrintable(text.replace(/[\n\t]/g, ''))
}
