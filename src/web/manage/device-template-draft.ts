import { LOCALES } from '../../kernel/locale.ts'
import { type FullSettings, normaliseSettings, type TemplateContent } from '../../templates/index.ts'
import type { PostedForm } from '../http/forms.ts'

/** The parts of the form that repeat, with the letter that begins the keys of rows which keep one. */
export const LISTS = ['wifi', 'certificates', 'vpn', 'mail', 'webLinks', 'policies'] as const
export type ListName = (typeof LISTS)[number]
const KEY_LETTER: Partial<Record<ListName, string>> = { wifi: 'w', certificates: 'c', vpn: 'v', mail: 'm' }

/** More is not even read. */
const ROWS_MAX = 120

/** A form as it was typed: texts by the name of their field, `wifi.0.ssid`; rows are numbered without gaps. */
export type Draft = { values: Record<string, string>; rows: Record<ListName, number> }

export function valueAt(draft: Draft, field: string): string {
  return Object.hasOwn(draft.values, field) ? (draft.values[field] ?? '') : ''
}

export function isTicked(draft: Draft, field: string): boolean {
  return valueAt(draft, field) !== ''
}

/** The numbers of a list's rows, to go through. */
export function rowsOf(draft: Draft, list: ListName): number[] {
  return Array.from({ length: draft.rows[list] }, (_, index) => index)
}

const FIELD = /^([A-Za-z]+)\.(\d{1,4})\.([A-Za-z0-9.]+)$/
const SINGLE = /^[A-Za-z]+(?:\.[A-Za-z_]+)*$/

export function readDraft(form: PostedForm): Draft {
  const draft: Draft = { values: {}, rows: emptyRows() }
  const numbers = new Map<string, Set<number>>(LISTS.map((list) => [list, new Set()]))
  for (const name of form.names()) {
    const [, list = '', number] = FIELD.exec(name) ?? []
    if (number !== undefined) numbers.get(list)?.add(Number(number))
    else if (SINGLE.test(name)) draft.values[name] = form.text(name)
  }
  const places = new Map<string, string>()
  for (const list of LISTS) {
    const sorted = [...(numbers.get(list) ?? [])].sort((one, other) => one - other).slice(0, ROWS_MAX)
    draft.rows[list] = sorted.length
    for (const [index, number] of sorted.entries()) places.set(`${list}.${number}`, `${list}.${index}`)
  }
  for (const name of form.names()) {
    const [, list, number, rest] = FIELD.exec(name) ?? []
    const place = places.get(`${list}.${Number(number)}`)
    if (place !== undefined) draft.values[`${place}.${rest}`] = form.text(name)
  }
  return keepKeysApart(draft)
}

function emptyRows(): Draft['rows'] {
  return { wifi: 0, certificates: 0, vpn: 0, mail: 0, webLinks: 0, policies: 0 }
}

/** A key that is none, or is there twice, becomes a new one: it then names no stored secret. */
function keepKeysApart(draft: Draft): Draft {
  for (const list of LISTS) {
    const letter = KEY_LETTER[list]
    if (!letter) continue
    const seen = new Set<string>()
    for (const index of rowsOf(draft, list)) {
      const key = valueAt(draft, `${list}.${index}.key`)
      const good = new RegExp(`^${letter}\\d{1,4}$`).test(key) && !seen.has(key)
      const kept = good ? key : nextKey(draft, list, letter)
      draft.values[`${list}.${index}.key`] = kept
      seen.add(kept)
    }
  }
  return draft
}

function nextKey(draft: Draft, list: ListName, letter: string, stored: string[] = []): string {
  const typed = rowsOf(draft, list).map((index) => valueAt(draft, `${list}.${index}.key`))
  const used = [...typed, ...stored].map((key) => Number(key.slice(1)) || 0)
  return `${letter}${Math.max(0, ...used) + 1}`
}

/** What a new row begins with. */
const FIRST_VALUES: Record<ListName, Record<string, string>> = {
  wifi: { security: 'wpa2', autoJoin: 'yes', 'eap.method': 'peap', 'eap.inner': 'mschapv2' },
  certificates: {},
  vpn: { authentication: 'certificate' },
  mail: {
    kind: 'imap',
    address: '{{account.email}}',
    senderName: '{{account.name}}',
    username: '{{account.email}}',
    'incoming.port': '993',
    'incoming.encryption': 'tls',
    'outgoing.port': '465',
    'outgoing.encryption': 'tls',
  },
  webLinks: { url: 'https://' },
  policies: { kind: 'text' },
}

/** The same with one row more at the end of the list. `stored` has keys that must not be taken again. */
export function addRow(draft: Draft, list: ListName, stored: FullSettings): Draft {
  const index = draft.rows[list]
  if (index >= ROWS_MAX) return draft
  const letter = KEY_LETTER[list]
  const keys = list === 'webLinks' || list === 'policies' ? [] : stored[list].map(({ key }) => key)
  const values = { ...draft.values }
  if (letter) values[`${list}.${index}.key`] = nextKey(draft, list, letter, keys)
  for (const [name, value] of Object.entries(FIRST_VALUES[list])) values[`${list}.${index}.${name}`] = value
  return { values, rows: { ...draft.rows, [list]: index + 1 } }
}

/** The same without that row; those behind it move up. */
export function removeRow(draft: Draft, list: ListName, removed: number): Draft {
  const values: Draft['values'] = {}
  const reference = list === 'certificates' && valueAt(draft, `certificates.${removed}.key`)
  for (const [name, value] of Object.entries(draft.values)) {
    if (reference && name.endsWith(`.trustedCertificates.${reference}`)) continue
    const [, within, number, rest] = FIELD.exec(name) ?? []
    const index = Number(number)
    if (within !== list) values[name] = value
    else if (index !== removed) values[`${list}.${index > removed ? index - 1 : index}.${rest}`] = value
  }
  const there = removed >= 0 && removed < draft.rows[list]
  return { values, rows: { ...draft.rows, [list]: draft.rows[list] - (there ? 1 : 0) } }
}

/** The form that a template fills. Secrets stay out of it. */
export function draftOf(template: TemplateContent): Draft {
  const settings = normaliseSettings(template.settings)
  const draft: Draft = { values: {}, rows: emptyRows() }
  const { passcode, agentApp, identity, extras } = settings
  put(draft, '', { name: template.name, reports: template.reports, checkInSeconds: template.checkInSeconds })
  put(draft, 'ownership', template.ownership)
  for (const locale of LOCALES) {
    put(draft, 'instructions', { [locale]: template.instructions[locale] ?? '' })
    put(draft, 'notes', { [locale]: template.notes?.[locale] ?? '' })
  }
  for (const list of ['wifi', 'certificates', 'vpn', 'mail', 'webLinks'] as const) {
    draft.rows[list] = settings[list].length
    for (const [index, row] of settings[list].entries()) put(draft, `${list}.${index}`, row)
  }
  put(draft, '', { userCertificates: settings.userCertificates })
  put(draft, 'passcode', { ...passcode, mode: passcodeMode(passcode) })
  put(draft, 'agentApp', agentApp ?? {})
  put(draft, 'identity', { on: identity !== null, subject: identity?.subject ?? '' })
  for (const usage of identity?.keyUsage ?? []) put(draft, 'identity.keyUsage', { [usage]: true })
  const policies = Object.entries(settings.policies)
  draft.rows.policies = policies.length
  for (const [index, [name, value]] of policies.entries())
    put(draft, `policies.${index}`, { name, ...describePolicy(value) })
  put(draft, 'extras', {
    apple: extras.apple.length > 0 ? JSON.stringify(extras.apple, null, 2) : '',
    android: extras.android ? JSON.stringify(extras.android, null, 2) : '',
    agent: extras.agent ? JSON.stringify(extras.agent, null, 2) : '',
  })
  return draft
}

function passcodeMode(passcode: FullSettings['passcode']): string {
  if (!passcode) return 'none'
  return passcode.required ? 'required' : 'optional'
}

function describePolicy(value: string | number | boolean): { kind: string; value: string } {
  if (typeof value === 'boolean') return { kind: value ? 'yes' : 'no', value: '' }
  return { kind: typeof value === 'number' ? 'number' : 'text', value: String(value) }
}

const SECRETS = new Set(['passphrase', 'password', 'sharedSecret'])

/** Writes a row into the form: objects by path, lists of keys as ticks, lists of names as a line. */
function put(draft: Draft, path: string, row: object): void {
  for (const [name, value] of Object.entries(row)) {
    const field = path === '' ? name : `${path}.${name}`
    if (SECRETS.has(name) || value === null || value === undefined) continue
    if (name === 'trustedCertificates') for (const key of value) draft.values[`${field}.${key}`] = 'yes'
    else if (name === 'serverNames') draft.values[field] = value.join(' ')
    else if (typeof value === 'object') put(draft, field, value)
    else if (typeof value === 'boolean') {
      if (value) draft.values[field] = 'yes'
    } else draft.values[field] = String(value)
  }
}
