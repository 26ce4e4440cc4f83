import { escapeMarkup } from '../kernel/text.ts'
import { readSvg, type SvgElement, type SvgNode } from './svg-reader.ts'
import { cleanDeclarations, cleanSheet, cleanValue, STYLED } from './svg-style.ts'

/**
 * Makes an SVG picture safe: it is read and written anew from lists of what a drawing needs, so that what
 * nobody thought of is left out too. No script, no event handlers, no animation, no foreign content, nothing
 * that is loaded from elsewhere, no shapes that multiply. Pure: text in, text out.
 */

const NAMESPACE = 'http://www.w3.org/2000/svg'

/** What is drawn, and without which attribute nothing is. Text has none of its own: it needs words. */
const DRAWN_BY: Record<string, string | null> = {
  path: 'd',
  rect: 'width',
  circle: 'r',
  ellipse: 'rx',
  line: 'stroke',
  polyline: 'points',
  polygon: 'points',
  text: null,
}
/** Their content is drawn where something refers to them, not where they stand. */
const DEFINITIONS = new Set(['defs', 'symbol', 'clipPath', 'mask', 'linearGradient', 'radialGradient'])
const ELEMENTS = new Set([
  ...Object.keys(DRAWN_BY),
  ...DEFINITIONS,
  ...['g', 'tspan', 'use', 'stop', 'title', 'desc', 'style', 'switch'],
])
/** Only in these is text more than space between tags. */
const SAYING = new Set(['text', 'tspan', 'title', 'desc'])

const words = (text: string) => text.trim().split(/\s+/)

const GEOMETRY = new Set(
  words(`
    viewBox width height preserveAspectRatio x y x1 y1 x2 y2 cx cy r rx ry fx fy fr dx dy d points transform
    rotate textLength lengthAdjust pathLength offset gradientUnits gradientTransform spreadMethod
    clipPathUnits maskUnits maskContentUnits version`),
)

type Place = {
  /** Somebody may refer to what stands here. */
  named: boolean
  /** Within a clip path or a mask. */
  cutting: boolean
}

/** The picture as it may be shown; null for what cannot be read, or where nothing that can be drawn stays. */
export function cleanSvg(text: string): string | null {
  const root = readSvg(text)
  if (root?.name !== 'svg' || (root.attributes.get('xmlns') ?? NAMESPACE) !== NAMESPACE) return null
  const attributes = writeAttributes(root, { named: false, cutting: false }).filter(
    (attribute) => !attribute.startsWith('id='),
  )
  const children = writeChildren(root, { named: false, cutting: false })
  if (!drawsSomething(root)) return null
  return `<svg ${[`xmlns="${NAMESPACE}"`, ...attributes].join(' ')}>${children}</svg>`
}

/** Whether a shape stands where it is drawn. A definition counts only with somebody who uses it. */
function drawsSomething(element: SvgElement): boolean {
  return element.children.some((child) => {
    if (typeof child === 'string' || !ELEMENTS.has(child.name) || DEFINITIONS.has(child.name)) return false
    const key = DRAWN_BY[child.name]
    if (key === null) return sayingOf(child).trim() !== ''
    if (child.name === 'use') return ['href', 'xlink:href'].some((name) => child.attributes.has(name))
    return key === undefined ? drawsSomething(child) : child.attributes.has(key) || key === 'stroke'
  })
}

/** The words of a text, those of its parts included. */
function sayingOf(element: SvgElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : sayingOf(child))).join('')
}

function writeChildren(parent: SvgElement, place: Place): string {
  return parent.children.map((child) => writeNode(parent.name, child, place)).join('')
}

function writeNode(parent: string, node: SvgNode, place: Place): string {
  if (typeof node === 'string') return SAYING.has(parent) ? escapeMarkup(node) : ''
  if (!ELEMENTS.has(node.name)) return ''
  if (node.name === 'style') {
    const sheet = cleanSheet(textOf(node))
    return sheet && `<style>${escapeMarkup(sheet)}</style>`
  }
  // A `use` that others can refer to could double what it draws with every step.
  if (node.name === 'use' && place.named) return ''
  const inside: Place = {
    named: place.named || DEFINITIONS.has(node.name) || node.attributes.has('id'),
    cutting: place.cutting || node.name === 'clipPath' || node.name === 'mask',
  }
  const attributes = writeAttributes(node, node.name === 'use' ? { ...inside, named: true } : inside)
  const start = [node.name, ...attributes].join(' ')
  const children = node.name === 'use' ? '' : writeChildren(node, inside)
  return children === '' ? `<${start}/>` : `<${start}>${children}</${node.name}>`
}

function textOf(element: SvgElement): string {
  return element.children.filter((child) => typeof child === 'string').join('')
}

function writeAttributes(element: SvgElement, place: Place): string[] {
  const kept = new Map<string, string>()
  for (const [name, value] of element.attributes) {
    const clean = cleanAttribute(element.name, name, value, place)
    if (clean !== null) kept.set(name === 'xlink:href' ? 'href' : name, clean)
  }
  return [...kept].map(([name, value]) => `${name}="${escapeMarkup(value)}"`)
}

const LOCAL = /^#[A-Za-z_][\w.-]{0,63}$/
/** Numbers, lists of them, path data, transforms, keywords, percentages. */
const PLAIN = /^[\w\s.,+%()-]{0,20000}$/

function cleanAttribute(element: string, name: string, value: string, place: Place): string | null {
  if (name === 'id') return element !== 'use' && LOCAL.test(`#${value}`) ? value : null
  if (name === 'class') return /^[\w\s-]{1,200}$/.test(value) ? value : null
  if (name === 'href' || name === 'xlink:href') return refersTo(element, value) ? value : null
  if (name === 'style') return cleanDeclarations(value, place.cutting) || null
  if (STYLED.has(name)) return cleanValue(name, value, place.cutting)
  return GEOMETRY.has(name) && PLAIN.test(value) ? value : null
}

function refersTo(element: string, value: string): boolean {
  return ['use', 'linearGradient', 'radialGradient'].includes(element) && LOCAL.test(value)
}
