import type { FieldProblem } from '../kernel/fields.ts'
import {
  type AppleRule,
  type AppleRules,
  type AppleSystem,
  appleSchemaOf,
  isWithinRule,
  ruleOf,
} from './apple-schema.ts'
import type { FullSettings, Json, JsonObject } from './types.ts'

/**
 * Payloads that managers write, held against Apple's rules. JSON knows neither data nor dates: base64 stands for
 * the one, RFC 3339 in UTC for the other; where Apple wants the UUID of a certificate's payload stands the
 * template's key of the certificate, or `identity`. Pure.
 */

/** What every payload may say besides its own keys. */
const COMMON = ['PayloadType', 'PayloadDisplayName', 'PayloadDescription']
const IDENTITY = 'identity'
/** How much of a key is told. */
const TOLD_MAX = 40
const VALUES_TOLD = 12

/** What a payload may refer to. */
export function appleReferences(settings: Pick<FullSettings, 'certificates' | 'identity'>): Set<string> {
  const keys = settings.certificates.map(({ key }) => key)
  return new Set(settings.identity ? [...keys, IDENTITY] : keys)
}

const textOf = (value: Json | undefined) => (typeof value === 'string' ? value : '')
export const typeOf = (payload: JsonObject): string => textOf(payload.PayloadType)

/** The first rule that a payload breaks; of a type that is not Apple's nothing is known. */
export function checkApplePayload(payload: JsonObject, references: ReadonlySet<string>): FieldProblem | null {
  const type = typeOf(payload)
  const strange = findStrangeNumber(payload)
  if (strange !== null) return { code: 'not_a_number' }
  const schema = appleSchemaOf(type)
  if (!schema) return type.startsWith('com.apple.') ? { code: 'unknown_key', detail: tell(type) } : null
  if (schema.managed) return { code: 'not_accepted', detail: 'payload_managed' }
  for (const key of COMMON)
    if (Object.hasOwn(payload, key) && typeof payload[key] !== 'string')
      return { code: 'wrong_value', detail: `${tell(type)}: ${key} <string>` }
  const own = Object.fromEntries(Object.entries(payload).filter(([key]) => !COMMON.includes(key)))
  return checkKeys(own, schema.keys, `${tell(type)}: `, references)
}

/** A payload that its profile holds twice, though it may stand there once. */
export function findRepeated(payloads: JsonObject[]): JsonObject | null {
  const types = payloads.map(typeOf)
  return (
    payloads.find(
      (_, index) => types.indexOf(types[index] ?? '') < index && appleSchemaOf(types[index] ?? '')?.once,
    ) ?? null
  )
}

function checkKeys(
  dictionary: JsonObject,
  rules: AppleRules,
  place: string,
  references: ReadonlySet<string>,
): FieldProblem | null {
  for (const [key, { required }] of rules)
    if (required && !Object.hasOwn(dictionary, key)) return { code: 'missing_key', detail: place + key }
  for (const [key, value] of Object.entries(dictionary)) {
    const rule = ruleOf(rules, key)
    const here = place + tell(key)
    if (!rule) return { code: 'unknown_key', detail: here }
    const problem = checkValue(value, rule, here, references)
    if (problem) return problem
  }
  return null
}

function checkValue(
  value: Json,
  rule: AppleRule,
  place: string,
  references: ReadonlySet<string>,
): FieldProblem | null {
  if (!isOfType(value, rule, references))
    return { code: 'wrong_value', detail: `${place} ${describeRule(rule, references)}` }
  if (!rule.inside) return null
  if (Array.isArray(value)) {
    const item = ruleOf(rule.inside, null)
    const found = item ? value.map((one) => checkValue(one, item, place, references)) : []
    return found.find((problem) => problem !== null) ?? null
  }
  return checkKeys(value as JsonObject, rule.inside, `${place}.`, references)
}

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/
const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/

function isOfType(value: Json, rule: AppleRule, references: ReadonlySet<string>): boolean {
  switch (rule.type) {
    case 'any':
      return true
    case 'string':
      return typeof value === 'string' && isWithinRule(value, rule)
    case 'integer':
      return Number.isSafeInteger(value) && isWithinRule(value as number, rule)
    case 'real':
      return typeof value === 'number' && isWithinRule(value, rule)
    case 'boolean':
      return typeof value === 'boolean'
    case 'data':
      return typeof value === 'string' && BASE64.test(value)
    case 'date':
      return typeof value === 'string' && DATE.test(value) && !Number.isNaN(Date.parse(value))
    case 'certificate':
      return typeof value === 'string' && references.has(value)
    case 'array':
      return Array.isArray(value)
    case 'dictionary':
      return isDictionary(value)
  }
}

function isDictionary(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What is accepted, in the notation of property lists, which needs no translation. */
function describeRule({ type, range, values }: AppleRule, references: ReadonlySet<string>): string {
  if (type === 'certificate') return ['<string>', [...references].join(' | ')].join(' ').trim()
  if (type === 'data') return '<data> base64'
  if (type === 'date') return '<date> 2026-01-31T12:00:00Z'
  const bounds = range ? [`${range.min}…${range.max}`] : []
  return [`<${type}>`, [...(values ?? []).slice(0, VALUES_TOLD), ...bounds].join(' | ')].join(' ').trim()
}

const tell = (text: string) => text.slice(0, TOLD_MAX)

/** Whole numbers that JavaScript does not hold exactly, which a property list would write in another way. */
function findStrangeNumber(value: Json): number | null {
  if (typeof value === 'number')
    return Number.isSafeInteger(value) || (Number.isFinite(value) && !Number.isInteger(value)) ? null : value
  if (value === null || typeof value !== 'object') return null
  for (const inner of Object.values(value)) {
    const found = findStrangeNumber(inner)
    if (found !== null) return found
  }
  return null
}

/** Why a payload, or one key of it, does not reach a device. */
export type AppleGap = {
  name: string
  reason: 'mac_only' | 'phone_only' | 'mac_system_only' | 'apple_rules'
}

/**
 * The payloads that one system takes, without the keys that it does not know; and what stays out. Rows of before
 * were not held against Apple's rules: what breaks them would keep the whole profile from being installed.
 */
export function fitApplePayloads(
  settings: Pick<FullSettings, 'certificates' | 'identity' | 'extras'>,
  system: AppleSystem,
): { payloads: { index: number; payload: JsonObject }[]; gaps: AppleGap[] } {
  const references = appleReferences(settings)
  const payloads: { index: number; payload: JsonObject }[] = []
  const gaps: AppleGap[] = []
  const seen = new Set<string>()
  // Drafts may hold anything.
  const written: unknown = settings.extras.apple
  for (const [index, payload] of (Array.isArray(written) ? written : []).entries()) {
    if (!isDictionary(payload)) continue
    const type = typeOf(payload)
    const schema = appleSchemaOf(type)
    const again = schema?.once === true && seen.has(type)
    seen.add(type)
    const reason =
      again || checkApplePayload(payload, references) ? 'apple_rules' : reasonAgainst(type, system)
    if (reason) gaps.push({ name: tell(type), reason })
    else
      payloads.push({
        index,
        payload: schema ? withoutForeign(payload, schema.keys, system, `${tell(type)}: `, gaps) : payload,
      })
  }
  return { payloads, gaps }
}

function reasonAgainst(type: string, system: AppleSystem): AppleGap['reason'] | null {
  const schema = appleSchemaOf(type)
  // What is not Apple's are preferences of an app, which only a Mac takes.
  if (system === 'ios') return schema?.ios ? null : 'mac_only'
  if (!schema || schema.macUser) return null
  return schema.macSystem ? 'mac_system_only' : 'phone_only'
}

function withoutForeign(
  dictionary: JsonObject,
  rules: AppleRules,
  system: AppleSystem,
  place: string,
  gaps: AppleGap[],
): JsonObject {
  const entries: [string, Json][] = []
  for (const [key, value] of Object.entries(dictionary)) {
    const rule = ruleOf(rules, key)
    const here = place + tell(key)
    if (rule?.notOn.includes(system))
      gaps.push({ name: here, reason: system === 'ios' ? 'mac_only' : 'phone_only' })
    else entries.push([key, withoutForeignIn(value, rule?.inside ?? null, system, here, gaps)])
  }
  return Object.fromEntries(entries)
}

function withoutForeignIn(
  value: Json,
  inside: AppleRules | null,
  system: AppleSystem,
  place: string,
  gaps: AppleGap[],
): Json {
  if (!inside || value === null || typeof value !== 'object') return value
  if (!Array.isArray(value)) return withoutForeign(value, inside, system, `${place}.`, gaps)
  const item = ruleOf(inside, null)?.inside ?? null
  return value.map((one) => withoutForeignIn(one, item, system, place, gaps))
}
