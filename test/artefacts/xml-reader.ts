import { DOMParser, type Element } from '@xmldom/xmldom'

/** Reads XML strictly: anything that is not well-formed throws. */
export function readXml(text: string): Element {
  const parser = new DOMParser({
    onError: (level, message) => {
      throw new Error(`${level}: ${message}`)
    },
  })
  const root = parser.parseFromString(text, 'text/xml').documentElement
  if (!root) throw new Error('no element')
  return root
}

/** The texts of the elements of a name, in order. */
export function textsOf(root: Element, name: string): string[] {
  return [...root.getElementsByTagName(name)].map((found) => found.textContent ?? '')
}
