/**
 * Reads the small part of XML that drawings need, strictly: elements, attributes in quotes, text, CDATA.
 * Comments, processing instructions and a DOCTYPE without a subset of its own are skipped; entities other than
 * the five of XML and characters by number are refused, so that nothing can grow. Pure.
 */

export type SvgNode = SvgElement | string

export type SvgElement = {
  name: string
  attributes: Map<string, string>
  children: SvgNode[]
}

const DEPTH_MAX = 32
const ELEMENTS_MAX = 4000

const NAME = /[A-Za-z_][\w.:-]*/y
const SPACE = /[\t\n\r ]*/y
const ATTRIBUTE = /[\t\n\r ]+([A-Za-z_][\w.:-]*)[\t\n\r ]*=[\t\n\r ]*(?:"([^"<]*)"|'([^'<]*)')/y
/** Skipped as a whole. The DOCTYPE has no `[`: no declarations of its own. */
const SKIPPED = /<!--(?:[^-]|-(?!-))*-->|<\?[^>]*\?>|<!DOCTYPE[^[\]<>]*>/y
const CDATA = /<!\[CDATA\[([\s\S]*?)\]\]>/y
const TEXT = /[^<]+/y
// biome-ignore lint/suspicious/noControlCharactersInRegex: what no XML may carry is refused
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/

class Unreadable extends Error {}

/** The root element; null for what is not a document in this part of XML. */
export function readSvg(text: string): SvgElement | null {
  const source = text.replace(/^\ufeff/, '')
  if (NOT_XML.test(source)) return null
  try {
    return readDocument(source)
  } catch (error) {
    if (error instanceof Unreadable) return null
    throw error
  }
}

function readDocument(source: string): SvgElement {
  let at = 0
  let count = 0

  /** What `pattern` matches here, or null; moves on behind it. */
  function take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = at
    const found = pattern.exec(source)
    if (found) at = pattern.lastIndex
    return found
  }

  function expect(text: string): void {
    if (!source.startsWith(text, at)) throw new Unreadable()
    at += text.length
  }

  function skipMisc(): void {
    do take(SPACE)
    while (take(SKIPPED))
  }

  function readElement(depth: number): SvgElement {
    count += 1
    if (depth > DEPTH_MAX || count > ELEMENTS_MAX) throw new Unreadable()
    expect('<')
    const name = take(NAME)?.[0]
    if (!name) throw new Unreadable()
    const attributes = new Map<string, string>()
    for (let found = take(ATTRIBUTE); found; found = take(ATTRIBUTE)) {
      const [, key = '', double, single] = found
      if (attributes.has(key)) throw new Unreadable()
      attributes.set(key, resolve(double ?? single ?? ''))
    }
    take(SPACE)
    if (source.startsWith('/>', at)) {
      at += 2
      return { name, attributes, children: [] }
    }
    expect('>')
    const children = readChildren(depth)
    expect(`</${name}`)
    take(SPACE)
    expect('>')
    return { name, attributes, children }
  }

  function readChildren(depth: number): SvgNode[] {
    const children: SvgNode[] = []
    while (!source.startsWith('</', at)) {
      if (at >= source.length) throw new Unreadable()
      const text = take(TEXT)
      const verbatim = text ? null : take(CDATA)
      if (text) children.push(resolve(text[0]))
      else if (verbatim) children.push(verbatim[1] ?? '')
      else if (!take(SKIPPED)) children.push(readElement(depth + 1))
    }
    return children
  }

  skipMisc()
  const root = readElement(1)
  skipMisc()
  if (at < source.length) throw new Unreadable()
  return root
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Puts characters in place of the references to them. */
function resolve(text: string): string {
  return text.replace(/&([^;&\s]{0,10});?/g, (whole, name: string) => {
    const number = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(name)
    const code = number && Number.parseInt(number[1] ?? number[2] ?? '', number[1] ? 16 : 10)
    const character = code === null ? ENTITIES[name] : toCharacter(code)
    if (character === undefined || !whole.endsWith(';')) throw new Unreadable()
    return character
  })
}

function toCharacter(code: number): string | undefined {
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined
  const character = String.fromCodePoint(code)
  return NOT_XML.test(character) ? undefined : character
}
