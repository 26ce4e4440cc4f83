import {
  type AppleRule,
  type AppleRules,
  type AppleSystem,
  appleSchemaOf,
  type FullSettings,
  fitApplePayloads,
  type Json,
  ruleOf,
  typeOfPayload,
} from '../templates/index.ts'
import type { Payload, References } from './apple-payload.ts'
import type { PlistValue } from './apple-plist.ts'
import { toXmlText } from './apple-text.ts'

/** The profile writes these for every payload. */
const HEAD = ['PayloadType', 'PayloadDisplayName']

/** Payloads that managers wrote, as far as the system takes them (`fitApplePayloads` tells the rest). */
export function extraPayloads(
  settings: FullSettings,
  system: AppleSystem,
  references: References,
): Payload[] {
  return fitApplePayloads(settings, system).payloads.map(({ index, payload }) => {
    const type = typeOfPayload(payload)
    const rules = appleSchemaOf(type)?.keys ?? null
    const { PayloadDisplayName: name } = payload
    const entries = Object.entries(payload).filter(([key]) => !HEAD.includes(key))
    return {
      part: `extra.${index}`,
      type,
      name: typeof name === 'string' ? name : type,
      content: writeEntries(entries, rules, references),
    }
  })
}

function writeEntries(
  entries: [string, Json][],
  rules: AppleRules | null,
  references: References,
): Record<string, PlistValue> {
  return Object.fromEntries(
    entries.flatMap(([key, value]) =>
      value === null ? [] : [[toXmlText(key), write(value, rules && ruleOf(rules, key), references)]],
    ),
  )
}

/**
 * Whole numbers stay integers where Apple says real: its readers take both. A property list has no null: what is
 * null is left out.
 */
function write(value: NonNullable<Json>, rule: AppleRule | null, references: References): PlistValue {
  if (typeof value === 'string') {
    if (rule?.type === 'data') return Uint8Array.from(Buffer.from(value, 'base64'))
    if (rule?.type === 'date') return new Date(value)
    if (rule?.type === 'certificate') return uuidFor(value, references)
    return toXmlText(value)
  }
  if (typeof value !== 'object') return value
  const inside = rule?.inside ?? null
  if (!Array.isArray(value)) return writeEntries(Object.entries(value), inside, references)
  const item = inside && ruleOf(inside, null)
  return value.flatMap((one) => (one === null ? [] : [write(one, item, references)]))
}

function uuidFor(key: string, references: References): string {
  return (key === 'identity' ? references.identity : references.certificate(key)) ?? ''
}
