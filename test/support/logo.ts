import { encode } from 'fast-png'

/** A wide logo as organisations have them: dark on nothing, 96 by 48 pixels. */
export function drawLogo(): Uint8Array {
  const [width, height] = [96, 48]
  const data = new Uint8Array(width * height * 4)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const inside = (x - 24) ** 2 + (y - 24) ** 2 < 400 || (x > 52 && x < 88 && y > 16 && y < 32)
      data.set(inside ? [23, 32, 43, 255] : [0, 0, 0, 0], (y * width + x) * 4)
    }
  return encode({ width, height, data, channels: 4, depth: 8 })
}
