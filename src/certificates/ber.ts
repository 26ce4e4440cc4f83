import * as asn1js from 'asn1js'

/** BER (X.690) that somebody else wrote, indefinite lengths included. What is not there reads as empty. Pure. */

/** The one element that fills the bytes; null where they are none. */
export function readBer(bytes: Uint8Array): asn1js.BaseBlock | null {
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
