import jsqr from 'jsqr'
import { describe, expect, test } from 'vitest'
import { drawQr } from '../../../src/web/ui/index.ts'

const url = 'https://setup.acme.example/p/Zk3vT8qLw2NcYb7RmX0pJg?k=mT4uQv9cXb7NwZk2Rp8yLA'
const SCALE = 4

/** Paints the SVG's rectangles, `SCALE` pixels a module, black on white. */
function paint(svg: string): { pixels: Uint8ClampedArray; size: number; modules: number } {
  const modules = Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1])
  const size = modules * SCALE
  const pixels = new Uint8ClampedArray(size * size * 4).fill(255)
  const black = /fill="#000" d="([^"]*)"/.exec(svg)?.[1] ?? ''
  for (const [, x, y, width] of black.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let row = Number(y) * SCALE; row < (Number(y) + 1) * SCALE; row++) {
      for (let column = Number(x) * SCALE; column < (Number(x) + Number(width)) * SCALE; column++) {
        pixels.fill(0, (row * size + column) * 4, (row * size + column) * 4 + 3)
      }
    }
  }
  return { pixels, size, modules }
}

describe('QR code', () => {
  test('a reader finds the provision URL in it', () => {
    const { pixels, size } = paint(drawQr(url))
    expect(jsqr(pixels, size, size)?.data).toBe(url)
  })

  test.each(['WIFI:T:WPA;S:Büro 😀;P:correct horse;;', 'שלום', '\u00a0', '%41%42'])(
    'a reader finds what is not ASCII as it was: %s',
    (text) => {
      const { pixels, size } = paint(drawQr(text))
      const seen = jsqr(pixels, size, size)
      expect(seen?.data).toBe(text)
      expect(Buffer.from(seen?.binaryData ?? []).toString('utf8')).toBe(text)
    },
  )

  test('keeps a quiet zone of four modules on each side', () => {
    const { pixels, size } = paint(drawQr(url))
    const edge = 4 * SCALE
    for (let y = 0; y < size; y++) {
      for (let x = 0; x < size; x++) {
        const inside = x >= edge && y >= edge && x < size - edge && y < size - edge
        if (!inside && pixels[(y * size + x) * 4] !== 255) throw new Error(`dark at ${x}, ${y}`)
      }
    }
    expect(pixels[(edge * size + edge) * 4]).toBe(0)
  })

  test('is black on white and carries no style', () => {
    const svg = drawQr(url)
    expect(svg).not.toContain('style')
    expect(svg).toContain('fill="#fff"')
  })
})
