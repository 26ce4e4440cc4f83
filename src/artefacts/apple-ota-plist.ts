/** A device tells a dozen attributes. */
const ENTRIES_MAX = 64

/**
 * The texts of a property list that is one flat dictionary, as devices send it. Nothing else is read: no entities
 * but XML's own five and character references, no internal subset, no nesting, no key twice. Values that are no
 * text (`data`, `true`, `date`) are left out. Null for everything else. Time grows with the length only.
 */
export function readFlatPlist(bytes: Uint8Array): Map<string, string> | null {
  const text = decode(bytes)
  if (text === null) return null
  const begin = BEGIN.exec(text)
  if (!begin) return null
  const entries = new Map<string, string>()
  const seen = new Set<string>()
  let at = begin[0].length
  for (;;) {
    ENTRY.lastIndex = at
    const entry = ENTRY.exec(text)
    if (!entry) break
    at = ENTRY.lastIndex
    const key = toPlain(entry[1] ?? '')
    if (key === null || seen.has(key) || seen.size >= ENTRIES_MAX) return null
    seen.add(key)
    if (entry[2] !== 'string' && entry[2] !== 'integer') continue
    const value = toPlain(entry[3] ?? '')
    if (value === null) return null
    entries.set(key, value)
  }
  END.lastIndex = at
  return END.test(text) ? entries : null
}

/**
 * Up to the first key. A document type may name its public identifier and no more. Never two runs of blanks side
 * by side, here and below: they would take quadratic time to find out that they do not match.
 */
const BEGIN =
  /^\ufeff?(?:<\?xml [^<>]*>)?\s*(?:<!DOCTYPE plist(?: PUBLIC "[^"<>[\]]*" "[^"<>[\]]*")?>\s*)?<plist(?: version="1\.0")?>\s*<dict>/

const ENTRY =
  /\s*<key>([^<]*)<\/key>\s*(?:<(string|integer|real|data|date)>([^<]*)<\/\2>|<(?:string|data|true|false)\s*\/>)/y

const END = /\s*<\/dict>\s*<\/plist>\s*$/y

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Null where an ampersand begins nothing that is known. */
function toPlain(text: string): string | null {
  let known = true
  const plain = text.replace(
    /&(?:(amp|lt|gt|quot|apos)|#([0-9]{1,7})|#x([0-9A-Fa-f]{1,6}));|&/g,
    (...found) => {
      const [, name, decimal, hex] = found as (string | undefined)[]
      if (name !== undefined) return ENTITIES[name] ?? ''
      const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex ?? '', 16)
      if (code > 0 && code <= 0x10ffff) return String.fromCodePoint(code)
      known = false
      return ''
    },
  )
  return known ? plain : null
}
