import { convertIndexedToRgb, decode } from 'fast-png'
import jsQR from 'jsqr'

/** Reads a QR code from a PNG, of any colour type and depth. Null when it cannot be read. */
export function readQrPicture(png: Uint8Array): string | null {
  const picture = decode(png)
  const { width, height, palette } = picture
  const data = palette ? convertIndexedToRgb(picture) : picture.data
  const channels = palette ? (palette[0]?.length ?? 3) : picture.channels
  const pixels = new Uint8ClampedArray(width * height * 4).fill(255)
  for (let pixel = 0; pixel < width * height; pixel++)
    for (let channel = 0; channel < 3; channel++)
      pixels[pixel * 4 + channel] = Number(data[pixel * channels + Math.min(channel, channels - 1)])
  return jsQR(pixels, width, height)?.data ?? null
}
