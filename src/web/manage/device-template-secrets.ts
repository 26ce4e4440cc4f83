import type { Keyring } from '../../kernel/secrets.ts'
import { type Draft, isTicked, rowsOf, valueAt } from './device-template-draft.ts'

/** Where secrets stand in the form, by list. */
const SECRET_FIELDS: Record<'wifi' | 'vpn' | 'mail', string[]> = {
  wifi: ['passphrase', 'eap.password'],
  vpn: ['password', 'sharedSecret'],
  mail: ['password'],
}

/** `stored`: the template has one. `held`: one was typed and waits to be saved. */
export type SecretState = 'stored' | 'held' | 'none'

export type SecretRead = {
  /** Where the template keeps it: `wifi.w1.passphrase`. */
  place: string
  /** What was typed, now or before; null for neither. */
  typed: string | null
  /** What is to be there after saving stays what is stored, if anything is. */
  kept: boolean
}

export type Secrets = ReadonlyMap<string, SecretRead>

/**
 * The secrets of a posted form by field, taken out of its draft: a page never shows them again. What was typed
 * travels on sealed, in `<field>.held`, so that adding a row loses nothing. `context` binds the seal to the
 * person and the template.
 */
export function takeSecrets(
  draft: Draft,
  options: { keys: Keyring; context: string },
): { draft: Draft; secrets: Secrets } {
  const values = { ...draft.values }
  const secrets = new Map<string, SecretRead>()
  for (const [list, names] of Object.entries(SECRET_FIELDS) as [keyof typeof SECRET_FIELDS, string[]][])
    for (const index of rowsOf(draft, list))
      for (const name of names) {
        const field = `${list}.${index}.${name}`
        const place = `${list}.${valueAt(draft, `${list}.${index}.key`)}.${name}`
        const context = `${options.context}/${place}`
        const held = valueAt(draft, `${field}.held`)
        const removed = isTicked(draft, `${field}.remove`)
        const former = held !== '' && !removed ? options.keys.open(held, context) : null
        const typed = valueAt(draft, field) || former
        secrets.set(field, { place, typed, kept: typed === null && !removed })
        delete values[field]
        delete values[`${field}.held`]
        if (typed === null) continue
        values[`${field}.held`] = options.keys.seal(typed, context)
        // What was typed takes the place of what was to go: the next form must not drop it.
        delete values[`${field}.remove`]
      }
  return { draft: { ...draft, values }, secrets }
}

/** What a form says of a secret field of the draft that it shows. */
export function secretStateOf(draft: Draft, field: string, stored: ReadonlySet<string>): SecretState {
  if (valueAt(draft, `${field}.held`) !== '') return 'held'
  const [list = '', index = '', ...rest] = field.split('.')
  const place = [list, valueAt(draft, `${list}.${index}.key`), ...rest].join('.')
  return stored.has(place) ? 'stored' : 'none'
}
