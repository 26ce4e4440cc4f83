/**
 * What a drawing may say about how it looks, in attributes, `style` and style sheets alike: a list of
 * properties, and values that load nothing. Only what is understood is kept. Pure.
 */

const words = (text: string) => text.trim().split(/\s+/)

/** Presentation attributes (SVG 2, section 6.6) that a logo needs. No filter, no cursor, no markers, no fonts. */
export const STYLED = new Set(
  words(`
    fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin
    stroke-miterlimit stroke-dasharray stroke-dashoffset opacity color stop-color stop-opacity clip-path
    clip-rule mask mask-type display visibility overflow isolation mix-blend-mode paint-order vector-effect
    shape-rendering text-rendering color-interpolation font-family font-size font-style font-weight
    font-stretch letter-spacing word-spacing text-anchor dominant-baseline alignment-baseline
    baseline-shift text-decoration enable-background`),
)

/** The only way to name something: an element of the same picture. */
const LOCAL_URL = /url\(\s*#[A-Za-z_][\w.-]{0,63}\s*\)/g
/** No quotes, backslashes, colons, slashes or `@`: nothing that names another place, or hides it. */
const VALUE = /^[\w\s.,#%()+-]{1,1000}$/
const FUNCTIONS = new Set(['rgb', 'rgba', 'hsl', 'hsla'])

/**
 * The value if it may stay. `cutting`: within a clip path or a mask, where naming another one could multiply
 * the work with every step.
 */
export function cleanValue(property: string, text: string, cutting: boolean): string | null {
  const value = text.trim()
  if (!VALUE.test(value) || property === 'enable-background') return null
  if (cutting && (property === 'mask' || property === 'clip-path')) return null
  const rest = value.replace(LOCAL_URL, '')
  const calls = [...rest.matchAll(/([\w-]*)\s*\(/g)].map(([, name = '']) => name.toLowerCase())
  return calls.every((name) => FUNCTIONS.has(name)) ? value : null
}

/** `fill:#fff;stroke:none`, without what may not stay. */
export function cleanDeclarations(text: string, cutting: boolean): string {
  const kept = text
    .replace(/\/\*[^*]*\*\//g, '')
    .split(';')
    .flatMap((declaration) => {
      const [, name = '', value = ''] = /^\s*([a-z-]+)\s*:([^:]*)$/i.exec(declaration) ?? []
      const property = name.toLowerCase()
      const clean = STYLED.has(property) ? cleanValue(property, value, cutting) : null
      return clean === null ? [] : [`${property}:${clean}`]
    })
  return kept.join(';')
}

/** Classes, ids and names of elements, in a list: what drawing programs write. */
const SELECTOR = /^\s*[.#]?[A-Za-z_][\w-]*(?:\s*,\s*[.#]?[A-Za-z_][\w-]*)*\s*$/

/** A style sheet of plain rules. Those that begin with `@`, and all that is not a plain rule, are left out. */
export function cleanSheet(text: string): string {
  const plain = text.replace(/\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//g, '')
  // Within `@media {…}` rules stand in rules: what follows an `@` is not read at all.
  const before = plain.split('@')[0] ?? ''
  const rules = [...before.matchAll(/([^{}]*)\{([^{}]*)\}/g)].flatMap(([, selector = '', body = '']) => {
    // A sheet reaches into clip paths and masks too.
    const declarations = cleanDeclarations(body, true)
    return SELECTOR.test(selector) && declarations !== '' ? [`${selector.trim()}{${declarations}}`] : []
  })
  return rules.join('')
}
