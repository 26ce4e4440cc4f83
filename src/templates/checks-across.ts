import type { FieldProblems } from '../kernel/fields.ts'
import { isPrintable } from '../kernel/text.ts'
import type { Policies } from '../referee/index.ts'
import { appleReferences, checkApplePayload, findRepeated } from './apple-extras.ts'
import { mapTexts } from './settings.ts'
import type { FullSettings, TemplateContent } from './types.ts'
import { fill, findUnknown, findVariable, VARIABLES, type VariableValues } from './variables.ts'

/** What one field's shape does not tell: variables, references from part to part, names of policies. Pure. */

/** Unknown variables where variables may stand, any where they may not, and addresses that are none. */
export function checkTexts(content: TemplateContent, settings: FullSettings): FieldProblems {
  const problems: FieldProblems = {}
  for (const [locale, text] of Object.entries(content.instructions)) note(`instructions.${locale}`, text)
  for (const [locale, text] of Object.entries(content.notes ?? {})) note(`notes.${locale}`, text)
  function note(field: string, text: string | undefined) {
    if (text && findVariable(text)) problems[field] = { code: 'not_accepted', detail: 'no_variables' }
  }
  mapTexts(settings, (text, { field, url }) => {
    const unknown = findUnknown(text)
    if (unknown !== null) problems[field] ??= { code: 'unknown_variable', detail: unknown }
    else if (url && text !== '' && !isAddress(text)) problems[field] ??= { code: 'not_a_url' }
    return text
  })
  return problems
}

const valued = (value: string) =>
  Object.fromEntries(VARIABLES.map((variable) => [variable, value])) as VariableValues

/** http or https, whose host no variable decides. */
function isAddress(text: string): boolean {
  const [one, other] = [fill(text, valued('one')), fill(text, valued('other'))]
  if (!isPrintable(text) || !URL.canParse(one) || !URL.canParse(other)) return false
  const [parsed, again] = [new URL(one), new URL(other)]
  return (
    /^https?:$/.test(parsed.protocol) && parsed.origin === again.origin && parsed.username === again.username
  )
}

/** Apple's payloads as its rules want them, the certificates that they name among the template's. */
export function checkPayloads(settings: FullSettings): FieldProblems {
  const references = appleReferences(settings)
  for (const payload of settings.extras.apple) {
    const problem = checkApplePayload(payload, references)
    if (problem) return { 'extras.apple': problem }
  }
  const again = findRepeated(settings.extras.apple)
  return again ? { 'extras.apple': { code: 'not_accepted', detail: 'payload_once' } } : {}
}

/** What points to another part points to something. */
export function checkReferences(settings: FullSettings): FieldProblems {
  const problems: FieldProblems = {}
  const known = new Set(settings.certificates.map(({ key }) => key))
  for (const list of ['wifi', 'certificates', 'vpn', 'mail'] as const) {
    const seen = new Set<string>()
    for (const [index, { key }] of settings[list].entries()) {
      if (seen.has(key)) problems[`${list}.${index}.key`] = { code: 'taken' }
      seen.add(key)
    }
  }
  for (const [index, { eap }] of settings.wifi.entries()) {
    if (eap?.trustedCertificates.some((key) => !known.has(key)))
      problems[`wifi.${index}.eap.trustedCertificates`] = { code: 'unknown' }
    if (eap?.method === 'tls' && !settings.identity)
      problems[`wifi.${index}.eap.method`] = { code: 'not_accepted', detail: 'needs_identity' }
    if (eap && eap.method !== 'tls' && eap.inner === null)
      problems[`wifi.${index}.eap.inner`] = { code: 'not_a_choice' }
    // Within PEAP another EAP method is spoken, and PAP is none.
    if (eap?.method === 'peap' && eap.inner === 'pap')
      problems[`wifi.${index}.eap.inner`] = { code: 'not_accepted', detail: 'pap_within_ttls' }
  }
  for (const [index, { authentication }] of settings.vpn.entries())
    if (authentication === 'certificate' && !settings.identity)
      problems[`vpn.${index}.authentication`] = { code: 'not_accepted', detail: 'needs_identity' }
  return problems
}

const POLICIES_MAX = 100
const POLICY_MAX = 2000
const POLICY_NAME = /^[A-Za-z][\w.-]{0,59}$/

/** By `policies.<name>`. */
export function checkPolicies(policies: Policies): FieldProblems {
  const problems: FieldProblems = {}
  const entries = Object.entries(policies)
  if (entries.length > POLICIES_MAX) problems.policies = { code: 'too_many', limit: POLICIES_MAX }
  for (const [name, value] of entries) {
    const field = `policies.${name}`
    if (!POLICY_NAME.test(name)) problems[field] = { code: 'not_accepted', detail: 'policy_name' }
    else if (typeof value === 'string' && !isPrintable(value)) problems[field] = { code: 'not_text' }
    else if (typeof value === 'string' && value.length > POLICY_MAX)
      problems[field] = { code: 'too_long', limit: POLICY_MAX }
    else if (typeof value === 'number' && !Number.isFinite(value)) problems[field] = { code: 'not_a_number' }
    else if (!['string', 'number', 'boolean'].includes(typeof value))
      problems[field] = { code: 'not_accepted' }
  }
  return problems
}
