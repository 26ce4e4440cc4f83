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
 * tree first takes several times as long as signing the result: one text grows from front to back. What XML
 * cannot say is dropped (`toXmlText`); keys without a value are left out.
 */
export function buildPlist(value: PlistValue): string {
  return `${write(HEAD, value, '\n')}\n</plist>\n`
}

/** `text` and the value after it. `line`: a line's end with what the next one is indented by. */
function write(text: string, value: PlistValue, line: string): string {
  switch (typeof value) {
    case 'string':
      return `${text}<string>${escapeText(value)}</string>`
    case 'boolean':
      return text + (value ? '<true/>' : '<false/>')
    case 'number':
      return text + writeNumber(value)
    default:
      return writeObject(text, value, line)
  }
}

function writeNumber(value: number): string {
  if (!Number.isFinite(value)) throw new Error('a property list has no number for this')
  return Number.isSafeInteger(value) ? `<integer>${value}</integer>` : `<real>${value}</real>`
}

function writeObject(
  text: string,
  value: Exclude<PlistValue, string | number | boolean>,
  line: string,
): string {
  if (isList(value)) return writeList(text, value, line)
  if (value instanceof Date) return `${text}<date>${value.toISOString().slice(0, 19)}Z</date>`
  if (value instanceof Uint8Array) return `${text}<data>${base64Of(value)}</data>`
  const inner = `${line}  `
  const known = keysAt(inner)
  const begun = `${text}<dict>`
  let entries = begun
  for (const key of Object.keys(value)) {
    const entry = value[key]
    if (entry === undefined) continue
    const lines = known.get(key) ?? readKey(known, key, inner)
    entries =
      typeof entry === 'string'
        ? `${entries}${lines.string}${escapeText(entry)}</string>`
        : write(entries + lines.other, entry, inner)
  }
  return entries === begun ? `${text}<dict/>` : `${entries}${line}</dict>`
}

function writeList(text: string, list: readonly PlistValue[], line: string): string {
  if (list.length === 0) return `${text}<array/>`
  const inner = `${line}  `
  let items = `${text}<array>`
  for (const item of list) items = write(items + inner, item, inner)
  return `${items}${line}</array>`
}

/** A key with the line of its value begun: of a text, and of anything else. */
type KeyLines = { string: string; other: string }
type Keys = Map<string, KeyLines>

/** By how deep they stand: profiles have few keys, and the same ones ever again. */
const keys = new Map<string, Keys>()
/** Those that managers think of are not all kept. */
const KEYS_KEPT = 500

function keysAt(line: string): Keys {
  const found = keys.get(line)
  if (found) return found
  const made: Keys = new Map()
  keys.set(line, made)
  return made
}

function readKey(known: Keys, key: string, line: string): KeyLines {
  const other = `${line}<key>${escapeText(key)}</key>${line}`
  const made = { string: `${other}<string>`, other }
  if (known.size < KEYS_KEPT) known.set(key, made)
  return made
}

function isList(value: object): value is readonly PlistValue[] {
  return Array.isArray(value)
}

/** Without a copy of the bytes. */
function base64Of({ buffer, byteOffset, length }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, length).toString('base64')
}

/** Everything that ASCII can print but for the signs below: what most texts consist of costs one look. */
const PLAIN = /^[ -%'-;=?-~]*$/
const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** XML 1.0 section 2.4. */
function escapeText(text: string): string {
  return PLAIN.test(text) ? text : toXmlText(text).replace(/[&<>]/g, (sign) => SIGNS[sign] ?? sign)
}
