/** One element of DER (X.690): its tag, what is in it, and all of it. */
export type Der = { tag: number; content: Uint8Array; whole: Uint8Array }

/**
 * The elements that fill the bytes, one after the other; null where the bytes are none, or a length is not
 * definite. Profiles are written as they are downloaded, and a library takes a hundred times as long to look up
 * a name.
 */
export function readDer(bytes: Uint8Array): Der[] | null {
  const found: Der[] = []
  for (let at = 0; at < bytes.length; ) {
    const [tag, first] = [bytes[at], bytes[at + 1]]
    if (tag === undefined || first === undefined) return null
    const long = first > 0x80 ? first - 0x80 : 0
    if (first === 0x80 || long > 3) return null
    let length = long === 0 ? first : 0
    for (let index = 0; index < long; index += 1) length = length * 256 + (bytes[at + 2 + index] ?? 0)
    const begin = at + 2 + long
    const end = begin + length
    if (end > bytes.length) return null
    found.push({ tag, content: bytes.subarray(begin, end), whole: bytes.subarray(at, end) })
    at = end
  }
  return found
}

/** What is in an element; empty where that is no DER. */
export function insideOf(element: Der | undefined): Der[] {
  return (element && readDer(element.content)) ?? []
}
