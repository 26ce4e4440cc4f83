import { toXmlText } from './apple-text.ts'

/** What a property list can say (Apple's DTD PropertyList-1.0). Whole numbers are integers, others reals. */
export type PlistValue =
  | string
  | number
  | boolean
  | Date
  | Uint8Array
  | readonly PlistValue[]
  | { readonly [key: string]: PlistValue | undefined }

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
`

/**
 * An XML property list. Written here because it is written at every download of a profile, where building a
 * tree first takes several times as long as signing the result. What XML cannot say is dropped (`toXmlText`);
 * keys without a value are left out.
 */
export function buildPlist(value: PlistValue): string {
  return `${HEAD}${write(value, '')}</plist>\n`
}

function write(value: PlistValue, indent: string): string {
  switch (typeof value) {
    case 'string':
      return `${indent}<string>${escapeText(value)}</string>\n`
    case 'boolean':
      return `${indent}<${value}/>\n`
    case 'number':
      return `${indent}${writeNumber(value)}\n`
    default:
      return writeObject(value, indent)
  }
}

function writeNumber(value: number): string {
  if (!Number.isFinite(value)) throw new Error('a property list has no number for this')
  return Number.isSafeInteger(value) ? `<integer>${value}</integer>` : `<real>${value}</real>`
}

function writeObject(value: Exclude<PlistValue, string | number | boolean>, indent: string): string {
  if (value instanceof Date) return `${indent}<date>${value.toISOString().slice(0, 19)}Z</date>\n`
  if (value instanceof Uint8Array) return `${indent}<data>${Buffer.from(value).toString('base64')}</data>\n`
  const inner = `${indent}  `
  if (isList(value)) {
    if (value.length === 0) return `${indent}<array/>\n`
    let items = ''
    for (const item of value) items += write(item, inner)
    return `${indent}<array>\n${items}${indent}</array>\n`
  }
  let entries = ''
  for (const [key, entry] of Object.entries(value))
    if (entry !== undefined) entries += `${inner}<key>${escapeText(key)}</key>\n${write(entry, inner)}`
  return entries === '' ? `${indent}<dict/>\n` : `${indent}<dict>\n${entries}${indent}</dict>\n`
}

function isList(value: object): value is readonly PlistValue[] {
  return Array.isArray(value)
}

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** XML 1.0 section 2.4. A text without any of these, as most are, costs one look. */
function escapeText(text: string): string {
  return toXmlText(text).replace(/[&<>]/g, (sign) => SIGNS[sign] ?? sign)
}
