import { escapeMarkup } from '../kernel/text.ts'
import { plainText } from './text.ts'

/** An element: its name, its attributes, and a text or elements. */
export type Element = {
  name: string
  attributes: Record<string, string>
  content: string | (Element | null)[]
}

export function element(
  name: string,
  content: Element['content'] = [],
  attributes: Element['attributes'] = {},
): Element {
  return { name, attributes, content }
}

/** A document in UTF-8, with its texts escaped; elements that are null are left out. */
export function writeXml(root: Element): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${write(root, '')}`
}

function write({ name, attributes, content }: Element, indent: string): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`)
  const open = `${indent}<${name}${written.join('')}`
  if (typeof content === 'string') return `${open}>${escapeXml(content)}</${name}>\n`
  const inner = content.filter((one) => one !== null)
  if (inner.length === 0) return `${open}/>\n`
  return `${open}>\n${inner.map((one) => write(one, `${indent}  `)).join('')}${indent}</${name}>\n`
}

function escapeXml(text: string): string {
  return escapeMarkup(plainText(text))
}
