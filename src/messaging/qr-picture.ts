import { encode } from 'fast-png'
import QRCode from 'qrcode-svg'

/** Modules of white around the code; readers need them (ISO/IEC 18004 section 6.3.8). */
const QUIET_ZONE = 4
/** Pixels; a camera reads it from a screen at arm's length. */
const SMALLEST = 240
/** White first, so that an empty row of bytes is white. */
const PALETTE = [
  [255, 255, 255],
  [0, 0, 0],
]

/** A square PNG and its side in pixels. */
export type QrPicture = { bytes: Uint8Array; size: number }

/**
 * A QR code as a PNG, black on white, one bit a pixel, error correction M, since programs that show mails show
 * no SVG. Takes ASCII, as our links are.
 */
export function drawQrPicture(text: string): QrPicture {
  const { modules } = new QRCode({ content: text, ecl: 'M', padding: 0 }).qrcode
  const across = modules.length + 2 * QUIET_ZONE
  const scale = Math.ceil(SMALLEST / across)
  const size = across * scale
  const rowBytes = Math.ceil(size / 8)
  const data = new Uint8Array(rowBytes * size)
  for (const [y, row] of modules.entries()) {
    const line = new Uint8Array(rowBytes)
    for (const [x, dark] of row.entries()) if (dark) blacken(line, (x + QUIET_ZONE) * scale, scale)
    for (let copy = 0; copy < scale; copy++) data.set(line, ((y + QUIET_ZONE) * scale + copy) * rowBytes)
  }
  const bytes = encode({ width: size, height: size, data, depth: 1, channels: 1, palette: PALETTE })
  return { bytes, size }
}

/** Sets `count` bits from `begin` on; the highest bit of a byte is the leftmost pixel. */
function blacken(line: Uint8Array, begin: number, count: number): void {
  for (let bit = begin; bit < begin + count; bit++)
    line[bit >> 3] = (line[bit >> 3] ?? 0) | (128 >> (bit & 7))
}
