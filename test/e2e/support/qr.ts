import { decode } from 'fast-png'
import jsQR from 'jsqr'
import type { Page } from 'playwright-core'

/** Takes a picture of the QR code on the page and reads it, as a camera would. Null when it cannot be read. */
export async function readQrFrom(page: Page): Promise<string | null> {
  const picture = decode(await page.getByTestId('qr').screenshot())
  const { width, height, channels, data } = picture
  const pixels = new Uint8ClampedArray(width * height * 4)
  for (let index = 0; index < width * height; index++)
    for (let channel = 0; channel < 4; channel++)
      pixels[index * 4 + channel] = channel < channels ? Number(data[index * channels + channel]) : 255
  return jsQR(pixels, width, height)?.data ?? null
}
