import { ACCOUNTS } from './apple-payloads-accounts.ts'
import { MAC } from './apple-payloads-mac.ts'
import { NETWORKS } from './apple-payloads-networks.ts'

/**
 * Reads Apple's rules for payloads. As written there: a line that begins a payload is its type and flags (`i` an
 * iPhone takes it by hand, `u` and `s` a Mac does for its user and for the whole system, `1` once in a profile,
 * `x` only a management server may bring it), the lines below are its keys: `name:type`, then `!` required, `-i`
 * and `-m` not on an iPhone, not on a Mac, `(min,max)`, `=one|other` accepted besides, `~pattern`, and in braces
 * what is inside. Types: s string, i integer, r real, b boolean, d data, t date, a array, o dictionary, x
 * anything, u the UUID of a certificate's payload. `*` is any key, or an item. Names are percent-encoded. Pure.
 */
export type AppleSystem = 'ios' | 'macos'

const TYPES = {
  s: 'string',
  i: 'integer',
  r: 'real',
  b: 'boolean',
  d: 'data',
  t: 'date',
  a: 'array',
  o: 'dictionary',
  x: 'any',
  u: 'certificate',
} as const
export type AppleType = (typeof TYPES)[keyof typeof TYPES]

export type AppleRules = Map<string, AppleRule>
export type AppleRule = {
  type: AppleType
  required: boolean
  notOn: AppleSystem[]
  /** What is in neither `range` nor `values` is refused; null where there is no such bound. */
  range: { min: number; max: number } | null
  values: string[] | null
  format: RegExp | null
  /** Null: anything. */
  inside: AppleRules | null
}

export type AppleSchema = {
  ios: boolean
  macUser: boolean
  macSystem: boolean
  once: boolean
  /** Only a management server may bring it: nobody can install it by hand. */
  managed: boolean
  keys: AppleRules
}

/** Of every payload its flags and keys as written; read when first asked for. */
let index: Map<string, { flags: string; keys: string }> | null = null
const read = new Map<string, AppleSchema>()

function makeIndex(): Map<string, { flags: string; keys: string }> {
  const made = new Map<string, { flags: string; keys: string }>()
  for (const block of `${NETWORKS}${ACCOUNTS}${MAC}`.split(/\n(?=\S)/)) {
    const [head = '', ...lines] = block.trim().split('\n')
    const [type = '', flags = ''] = head.split(' ')
    if (type !== '') made.set(type, { flags, keys: lines.join(' ') })
  }
  return made
}

/** The types that Apple describes. */
export function appleTypes(): string[] {
  index ??= makeIndex()
  return [...index.keys()]
}

/** What Apple says of a type; null where it says nothing. */
export function appleSchemaOf(type: string): AppleSchema | null {
  index ??= makeIndex()
  const found = index.get(type)
  if (!found) return null
  const known = read.get(type)
  if (known) return known
  const { flags, keys } = found
  const made: AppleSchema = {
    ios: flags.includes('i'),
    macUser: flags.includes('u'),
    macSystem: flags.includes('s'),
    once: flags.includes('1'),
    managed: flags.includes('x'),
    keys: readRules(keys.split(/\s+/).filter((token) => token !== '')),
  }
  read.set(type, made)
  return made
}

const TOKEN = /^([^:]+):(\w)(!?)((?:-[im])*)(?:\((-?[\d.]*),(-?[\d.]*)\))?(?:=([^~{]*))?(?:~([^{]*))?(\{?)$/

/** Takes the tokens up to the brace that closes, which it takes too. */
function readRules(tokens: string[]): AppleRules {
  const rules: AppleRules = new Map()
  for (let token = tokens.shift(); token !== undefined && token !== '}'; token = tokens.shift()) {
    const [, name = '', type = '', must, absent = '', min, max, values, format, brace] =
      TOKEN.exec(token) ?? []
    rules.set(decodeURIComponent(name), {
      type: TYPES[type as keyof typeof TYPES],
      required: must === '!',
      notOn: [
        ...(absent.includes('-i') ? (['ios'] as const) : []),
        ...(absent.includes('-m') ? (['macos'] as const) : []),
      ],
      range:
        min === undefined && max === undefined
          ? null
          : { min: min ? Number(min) : -Infinity, max: max ? Number(max) : Infinity },
      values: values === undefined ? null : values.split('|').map(decodeURIComponent),
      format: format === undefined ? null : new RegExp(decodeURIComponent(format)),
      inside: brace === '{' ? readRules(tokens) : null,
    })
  }
  return rules
}

/** Whether a number or text is within the bounds. */
export function isWithinRule(value: string | number, { range, values, format }: AppleRule): boolean {
  if (values?.includes(String(value))) return true
  if (range) return typeof value === 'number' && value >= range.min && value <= range.max
  return values === null && (format === null || format.test(String(value)))
}

/** The rule of a key, or of an item where `key` is none. */
export function ruleOf(rules: AppleRules, key: string | null): AppleRule | null {
  return (key === null ? null : rules.get(key)) ?? rules.get('*') ?? null
}
