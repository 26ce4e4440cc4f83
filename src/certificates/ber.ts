import * as asn1js from 'asn1js'

/** BER (X.690) that somebody else wrote, indefinite lengths included. What is not there reads as empty. Pure. */

/** Bytes of all object identifiers in a file together: the library makes an object of each arc, a kilobyte large. */
const NAMES_MAX = 4096

/** The one element that fills the bytes; null where they are none. */
export function readBer(bytes: Uint8Array): asn1js.BaseBlock | null {
  if (countNameBytes(bytes) > NAMES_MAX) return null
  try {
    const { offset, result } = asn1js.fromBER(Uint8Array.from(bytes).buffer)
    return offset === bytes.length && result.error === '' ? result : null
  } catch {
    return null
  }
}

/** What is in a constructed element. */
export function membersOf(element: asn1js.BaseBlock | null | undefined): asn1js.BaseBlock[] {
  const inside: unknown = element && 'value' in element.valueBlock ? element.valueBlock.value : null
  return Array.isArray(inside) ? inside : []
}

/** The dotted form of an object identifier. */
export function oidIn(element: asn1js.BaseBlock | undefined): string {
  return element instanceof asn1js.ObjectIdentifier ? element.getValue() : ''
}

/** A number up to 2^31 - 1; 0 for anything else. */
export function numberIn(element: asn1js.BaseBlock | undefined): number {
  return element instanceof asn1js.Integer && !element.valueBlock.isHexOnly ? element.valueBlock.valueDec : 0
}

/** The bytes of an OCTET STRING, whole or in pieces, tagged otherwise or not. */
export function octetsIn(element: asn1js.BaseBlock | undefined): Uint8Array {
  if (element instanceof asn1js.OctetString) return new Uint8Array(element.getValue())
  if (element instanceof asn1js.Primitive) return Uint8Array.from(element.valueBlock.valueHexView)
  return Uint8Array.from(Buffer.concat(membersOf(element).map(octetsIn)))
}

/** The element as it was written. */
export function bytesOf(element: asn1js.BaseBlock): Uint8Array {
  return Uint8Array.from(element.valueBeforeDecodeView)
}

const CONSTRUCTED = 0x20
const BIT_STRING = 0x03
const OCTET_STRING = 0x04
const NAMES = [0x06, 0x0d]

/**
 * Bytes of object identifiers, relative ones included, in what a reader may come upon: within strings of bits and
 * octets too, which are looked into for elements. Walks over headers alone, in time linear to them.
 */
export function countNameBytes(bytes: Uint8Array): number {
  let count = 0
  const open: [number, number][] = [[0, bytes.length]]
  for (let part = open.pop(); part; part = open.pop()) {
    let [at] = part
    const [, end] = part
    for (let head = readHead(bytes, at, end); head; head = readHead(bytes, at, end)) {
      if (NAMES.includes(head.tag)) count += head.end - head.begin
      const skipped = head.tag === BIT_STRING ? 1 : 0
      if ((head.tag & CONSTRUCTED) !== 0 || [BIT_STRING, OCTET_STRING].includes(head.tag))
        open.push([head.begin + skipped, head.end])
      at = head.end
    }
  }
  return count
}

/** Tag and content of the element at `at`; null where none fits before `end`. Indefinite: all that is left. */
function readHead(bytes: Uint8Array, at: number, end: number) {
  const tag = bytes[at] ?? 0
  let begin = at + 1
  if ((tag & 0x1f) === 0x1f) while (begin < end && ((bytes[begin] ?? 0) & 0x80) !== 0) begin += 1
  if ((tag & 0x1f) === 0x1f) begin += 1
  const first = bytes[begin] ?? 0
  begin += 1
  if (begin > end) return null
  if (first === 0x80) return { tag, begin, end }
  let length = first
  if (first > 0x80) {
    length = 0
    for (let left = first & 0x7f; left > 0; left -= 1, begin += 1) length = length * 256 + (bytes[begin] ?? 0)
  }
  return begin + length <= end ? { tag, begin, end: begin + length } : null
}
