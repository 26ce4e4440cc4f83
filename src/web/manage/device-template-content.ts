import type { FieldProblem, FieldProblems } from '../../kernel/fields.ts'
import { DEFAULT_LOCALE, LOCALES } from '../../kernel/locale.ts'
import { readTypedNumber } from '../../kernel/typed.ts'
import type { Json, JsonObject, TemplateContent } from '../../templates/index.ts'
import { KEY_USAGES, parseJson } from '../../templates/index.ts'
import { readCertificates, readMail, readVpn, readWifi } from './device-template-connections.ts'
import { type Draft, isTicked, rowsOf, valueAt } from './device-template-draft.ts'
import type { Secrets } from './device-template-secrets.ts'

/** What a draft says, for the templates room to check. `problems` are those that only the form can have. */
export type DraftRead = { content: TemplateContent; kept: Set<string>; problems: FieldProblems }

export function readContent(draft: Draft, secrets: Secrets): DraftRead {
  const kept = new Set<string>()
  /** What was typed; a secret that the row's other fields leave no use for is neither typed nor kept. */
  const secretAt = (field: string, used: boolean): string | null => {
    const secret = secrets.get(field)
    if (!used || !secret) return null
    if (secret.kept) kept.add(secret.place)
    return secret.typed
  }
  const problems: FieldProblems = {}
  const at = (field: string) => valueAt(draft, field)
  const content = {
    name: at('name'),
    instructions: readLocalised(draft, 'instructions'),
    notes: LOCALES.some((locale) => at(`notes.${locale}`).trim()) ? readLocalised(draft, 'notes') : null,
    ownership: { default: at('ownership.default'), choosable: isTicked(draft, 'ownership.choosable') },
    reports: at('reports'),
    checkInSeconds: readTypedNumber(at('checkInSeconds')) ?? Number.NaN,
    settings: {
      wifi: readWifi(draft, secretAt),
      certificates: readCertificates(draft),
      userCertificates: isTicked(draft, 'userCertificates'),
      vpn: readVpn(draft, secretAt),
      mail: readMail(draft, secretAt),
      identity: isTicked(draft, 'identity.on')
        ? {
            subject: at('identity.subject'),
            keyUsage: KEY_USAGES.filter((usage) => isTicked(draft, `identity.keyUsage.${usage}`)),
          }
        : null,
      passcode: readPasscode(draft),
      webLinks: rowsOf(draft, 'webLinks').map((index) => ({
        label: at(`webLinks.${index}.label`),
        url: at(`webLinks.${index}.url`).trim(),
      })),
      agentApp: readApp(draft),
      policies: readPolicies(draft, problems),
      extras: readExtras(draft, problems),
    },
  }
  // The room checks every word of it: what a form says has any shape.
  return { content: content as TemplateContent, kept, problems }
}

function readLocalised(draft: Draft, field: string) {
  const texts = LOCALES.map((locale) => [locale, valueAt(draft, `${field}.${locale}`)] as const)
  // English is asked for; of the others, what is empty is not there.
  return Object.fromEntries(texts.filter(([locale, text]) => locale === DEFAULT_LOCALE || text.trim() !== ''))
}

function readPasscode(draft: Draft) {
  const mode = valueAt(draft, 'passcode.mode')
  if (mode !== 'required' && mode !== 'optional') return null
  const at = (name: string) => readTypedNumber(valueAt(draft, `passcode.${name}`))
  return {
    required: mode === 'required',
    minLength: at('minLength') ?? 0,
    alphanumeric: isTicked(draft, 'passcode.alphanumeric'),
    maxAgeDays: at('maxAgeDays'),
    lockAfterMinutes: at('lockAfterMinutes'),
    maxFailedTries: at('maxFailedTries'),
  }
}

function readApp(draft: Draft) {
  const at = (name: string) => valueAt(draft, `agentApp.${name}`).trim() || null
  const [name, playPackage, appStore, windowsStore] = [
    at('name'),
    at('playPackage'),
    at('appStore'),
    at('windowsStore'),
  ]
  if (!name && !playPackage && !appStore && !windowsStore) return null
  const id = /^(?:id)?(\d{5,12})$/.exec(appStore ?? '')?.[1]
  return {
    name: name ?? '',
    playPackage,
    appStore: id ? `https://apps.apple.com/app/id${id}` : appStore,
    windowsStore,
  }
}

/** A row without name and value is as good as none. */
function readPolicies(draft: Draft, problems: FieldProblems) {
  const policies = new Map<string, string | number | boolean>()
  for (const index of rowsOf(draft, 'policies')) {
    const at = (field: string) => valueAt(draft, `policies.${index}.${field}`)
    const name = at('name').trim()
    if (name === '' && at('value').trim() === '') continue
    if (name === '') problems[`policies.${index}.name`] = { code: 'missing' }
    else if (policies.has(name)) problems[`policies.${index}.name`] = { code: 'taken' }
    else policies.set(name, readPolicy(at('kind'), at('value')))
  }
  return Object.fromEntries(policies)
}

function readPolicy(kind: string, value: string): string | number | boolean {
  if (kind === 'yes' || kind === 'no') return kind === 'yes'
  if (kind !== 'number') return value
  return /^\s*-?\d{1,15}(?:\.\d{1,10})?\s*$/.test(value) ? Number(value) : Number.NaN
}

function readExtras(draft: Draft, problems: FieldProblems) {
  const read = (name: string): Json => {
    const parsed = parseJson(valueAt(draft, `extras.${name}`))
    if (!parsed.ok) problems[`extras.${name}`] = parsed.error
    return parsed.ok ? parsed.value : null
  }
  return {
    apple: (read('apple') ?? []) as JsonObject[],
    android: read('android') as JsonObject | null,
    agent: read('agent') as JsonObject | null,
  }
}

/** The room's problems at the fields of the form: a policy's stand at its row. */
export function placeProblems(draft: Draft, problems: FieldProblems): FieldProblems {
  const rows = rowsOf(draft, 'policies').map((index) => valueAt(draft, `policies.${index}.name`).trim())
  const placed = Object.entries(problems).map(([field, problem]): [string, FieldProblem] => {
    const name = field.startsWith('policies.') ? field.slice('policies.'.length) : null
    const index = name === null ? -1 : rows.indexOf(name)
    if (index < 0) return [field, problem]
    return [`policies.${index}.${problem.detail === 'policy_name' ? 'name' : 'value'}`, problem]
  })
  return Object.fromEntries(placed)
}
