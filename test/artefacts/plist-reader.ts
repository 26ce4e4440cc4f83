import { DOMParser, type Element } from '@xmldom/xmldom'

/** A property list as it was written, types kept apart: JavaScript's numbers would hide integer and real. */
export type PlistValue =
  | { type: 'string' | 'data' | 'date'; value: string }
  | { type: 'integer' | 'real'; value: number }
  | { type: 'boolean'; value: boolean }
  | { type: 'array'; value: PlistValue[] }
  | { type: 'dictionary'; value: Map<string, PlistValue> }

const DOCTYPE =
  'DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd"'
/** XML 1.0 section 2.2. */
const NOT_A_CHARACTER = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u
const LOOSE_AMPERSAND = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i

/**
 * Reads an XML property list with a parser that has no part in writing it. What that parser forgives is
 * refused here first. Throws where the text is no property list.
 */
export function readPlist(text: string): PlistValue {
  const strange = NOT_A_CHARACTER.exec(text)
  if (strange) throw new Error(`U+${strange[0].codePointAt(0)?.toString(16)} is no character of XML 1.0`)
  if (!text.startsWith('<?xml version="1.0" encoding="UTF-8"?>')) throw new Error('no XML declaration')
  if (!text.includes(`<!${DOCTYPE}>`)) throw new Error('no document type')
  if (text.includes(']]>')) throw new Error('a bare ]]>')
  if (LOOSE_AMPERSAND.test(text)) throw new Error('a bare &')
  const document = new DOMParser({
    onError: (level, message) => {
      // U+FFFD is a character like any other.
      if (!message.startsWith('Unicode replacement character')) throw new Error(`${level}: ${message}`)
    },
    // The parser's own reading of line ends is that of XML 1.1.
    normalizeLineEndings: (source) => source.replace(/\r\n?/g, '\n'),
  }).parseFromString(text, 'text/xml')
  const plist = document.documentElement
  if (plist?.tagName !== 'plist' || plist.getAttribute('version') !== '1.0') throw new Error('no plist 1.0')
  const [root, ...others] = elementsOf(plist)
  if (!root || others.length > 0) throw new Error('a plist holds one value')
  return readValue(root)
}

function readValue(element: Element): PlistValue {
  const { tagName } = element
  switch (tagName) {
    case 'string':
    case 'data':
    case 'date':
      return { type: tagName, value: textOf(element) }
    case 'integer':
    case 'real': {
      const text = textOf(element)
      if (!(tagName === 'integer' ? /^[+-]?\d+$/ : /^[+-]?\d+(\.\d+)?$/).test(text))
        throw new Error(`${text} is no ${tagName}`)
      return { type: tagName, value: Number(text) }
    }
    case 'true':
    case 'false':
      if (element.childNodes.length > 0) throw new Error(`${tagName} holds something`)
      return { type: 'boolean', value: tagName === 'true' }
    case 'array':
      return { type: 'array', value: elementsOf(element).map(readValue) }
    case 'dict':
      return { type: 'dictionary', value: readDictionary(elementsOf(element)) }
    default:
      throw new Error(`<${tagName}> is no element of a property list`)
  }
}

function readDictionary(elements: Element[]): Map<string, PlistValue> {
  const entries = new Map<string, PlistValue>()
  for (let index = 0; index < elements.length; index += 2) {
    const [key, value] = [elements[index], elements[index + 1]]
    if (key?.tagName !== 'key' || !value) throw new Error('keys and values do not alternate')
    const name = textOf(key)
    if (entries.has(name)) throw new Error(`${name} stands twice`)
    entries.set(name, readValue(value))
  }
  return entries
}

/** The elements in an element; text between them may be white space only. */
function elementsOf(parent: Element): Element[] {
  const elements: Element[] = []
  for (const node of Array.from(parent.childNodes)) {
    if (node.nodeType === node.ELEMENT_NODE) elements.push(node as Element)
    else if (node.nodeValue?.trim() !== '') throw new Error(`text between elements of <${parent.tagName}>`)
  }
  return elements
}

function textOf(element: Element): string {
  for (const node of Array.from(element.childNodes))
    if (node.nodeType !== node.TEXT_NODE) throw new Error(`<${element.tagName}> holds more than text`)
  return element.textContent ?? ''
}

/** The same without types: what a program would work with. */
export function toPlain(value: PlistValue): unknown {
  if (value.type === 'array') return value.value.map(toPlain)
  if (value.type === 'dictionary')
    return Object.fromEntries([...value.value].map(([key, inner]) => [key, toPlain(inner)]))
  return value.value
}
