/**
 * Distinguished names as text (RFC 4514), the attributes that a template may use. Pure. A variable's value must
 * be escaped before it stands in a text; what was not is read as part of the text.
 */

export type NamePart = { type: NameType; value: string }

/** The types, and their object identifiers. */
export const NAME_TYPES = {
  CN: '2.5.4.3',
  O: '2.5.4.10',
  OU: '2.5.4.11',
  C: '2.5.4.6',
  L: '2.5.4.7',
  ST: '2.5.4.8',
  UID: '0.9.2342.19200300.100.1.1',
  E: '1.2.840.113549.1.9.1',
  SERIALNUMBER: '2.5.4.5',
} as const

export type NameType = keyof typeof NAME_TYPES

/** RFC 5280 appendix A.1, upper bounds, in characters. What is longer is cut: readers refuse it otherwise. */
const VALUE_MAX: Partial<Record<NameType, number>> = { C: 2, L: 128, ST: 128, UID: 256, E: 255 }
const USUAL_MAX = 64

/** What ends a value, or must be escaped within one. */
const SPECIAL = /["+,;<=>\\]/g
const CONTROL = /[\p{Cc}\u2028\u2029]/gu

/**
 * The parts of a name as they stand in its text: the last of the name first (section 2.1). Null for what is not of
 * this form: an unknown type, a sign that is not escaped, several attributes joined by `+`. Empty values are left
 * out, values that are too long are cut.
 */
export function readName(text: string): NamePart[] | null {
  const parts: NamePart[] = []
  let rest = text.trim()
  while (rest !== '') {
    const match = /^([A-Za-z]+) *=((?:[^"+,;<=>\\]|\\["+,;<=>\\ #])*)(?:,\s*|$)/.exec(rest)
    const type = match?.[1]?.toUpperCase() ?? ''
    if (!match || !isType(type)) return null
    const value = limit(type, plainOf(match[2] ?? ''))
    if (value !== '') parts.push({ type, value })
    rest = rest.slice(match[0].length)
  }
  return parts
}

function isType(text: string): text is NameType {
  return Object.hasOwn(NAME_TYPES, text)
}

function plainOf(value: string): string {
  return value.replace(/\\(.)/g, '$1').toWellFormed().replace(CONTROL, ' ').trim()
}

/** A value as it stands in the text of a name, whatever it holds. */
export function escapeNameValue(value: string): string {
  return value.replace(CONTROL, ' ').trim().replace(SPECIAL, '\\$&').replace(/^#/, '\\#')
}

export function writeName(parts: NamePart[]): string {
  return parts.map(({ type, value }) => `${type}=${escapeNameValue(value)}`).join(',')
}

function limit(type: NameType, value: string): string {
  return cut(value, VALUE_MAX[type] ?? USUAL_MAX)
}

function cut(value: string, length: number): string {
  const characters = [...value]
  return characters.length > length ? characters.slice(0, length).join('').trim() : value
}

function plainly(organisation: string): string {
  return organisation.toWellFormed().replace(CONTROL, ' ').trim() || 'Organisation'
}

/** The name of an organisation's `generation`th authority: no two of them are named alike. */
export function authorityName(organisation: string, generation: number): NamePart[] {
  const plain = plainly(organisation)
  const ending = generation > 1 ? ` device CA ${generation}` : ' device CA'
  return [
    { type: 'CN', value: `${cut(plain, USUAL_MAX - ending.length)}${ending}` },
    { type: 'O', value: cut(plain, USUAL_MAX) },
  ]
}

/** The name under which an organisation's profiles are signed. */
export function signerName(organisation: string): NamePart[] {
  const plain = plainly(organisation)
  return [
    { type: 'CN', value: cut(plain, USUAL_MAX) },
    { type: 'O', value: cut(plain, USUAL_MAX) },
  ]
}
