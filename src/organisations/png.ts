/**
 * A PNG picture (ISO/IEC 15948), read chunk by chunk and put together again from those that make the picture:
 * nothing that hides in texts, profiles or behind its end stays. Pure: bytes in, bytes out.
 */

const PNG_MAX_SIDE = 1024

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
/** Length, type and check sum around the data of a chunk. */
const FRAME = 12

/** Everything else is left out: texts, EXIF, colour profiles, animation. */
const KEPT = new Set(['IHDR', 'PLTE', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'IDAT', 'IEND'])

/** Bit depths by colour type: section 11.2.2. */
const DEPTHS: Record<number, readonly number[]> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
}

export function isPng(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, index) => bytes[index] === byte)
}

type Chunk = { type: string; data: Uint8Array; whole: Uint8Array }

/** The picture without anything but the picture; null for what is none, or is larger than a logo may be. */
export function cleanPng(bytes: Uint8Array): Uint8Array | null {
  const chunks = isPng(bytes) ? readChunks(bytes) : null
  const [header] = chunks ?? []
  if (!chunks || !header || !isHeader(header)) return null
  const kept = chunks.filter(({ type }) => KEPT.has(type))
  const needsPalette = header.data[9] === 3
  const types = kept.map(({ type }) => type)
  if (types.lastIndexOf('IHDR') !== 0 || !types.includes('IDAT')) return null
  if (needsPalette && !types.includes('PLTE')) return null
  return join([Uint8Array.from(SIGNATURE), ...kept.map(({ whole }) => whole)])
}

/** Null where a length reaches beyond the end, a check sum is wrong, or the last chunk is missing. */
function readChunks(bytes: Uint8Array): Chunk[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const chunks: Chunk[] = []
  let offset = SIGNATURE.length
  while (offset + FRAME <= bytes.length) {
    const end = offset + FRAME + view.getUint32(offset)
    if (end > bytes.length) return null
    const named = bytes.subarray(offset + 4, end - 4)
    const type = String.fromCharCode(...named.subarray(0, 4))
    if (!/^[A-Za-z]{4}$/.test(type) || crc32(named) !== view.getUint32(end - 4)) return null
    chunks.push({ type, data: named.subarray(4), whole: bytes.subarray(offset, end) })
    if (type === 'IEND') return chunks
    offset = end
  }
  return null
}

function isHeader({ type, data }: Chunk): boolean {
  if (type !== 'IHDR' || data.length !== 13) return false
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
  const [width, height] = [view.getUint32(0), view.getUint32(4)]
  const [depth = 0, colour = 0, compression, filter, interlace = 0] = data.subarray(8)
  return (
    Math.min(width, height) >= 1 &&
    Math.max(width, height) <= PNG_MAX_SIDE &&
    DEPTHS[colour]?.includes(depth) === true &&
    compression === 0 &&
    filter === 0 &&
    interlace <= 1
  )
}

/** Section 5.5 and annex D. At most 20 KiB are summed, so it does without a table. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}

function join(parts: Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let offset = 0
  for (const part of parts) {
    joined.set(part, offset)
    offset += part.length
  }
  return joined
}
