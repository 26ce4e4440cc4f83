import fc from 'fast-check'
import { convertIndexedToRgb, decode } from 'fast-png'
import { expect, test } from 'vitest'
import { drawQrPicture } from '../../src/messaging/qr-picture.ts'
import { readQrPicture } from '../support/qr-picture.ts'

const link = 'https://setup.acme.example/i/Zk3vT8qLw2NcYb7RmX0pJg?k=mT4uQv9cXb7NwZk2Rp8yLA'

test('a link is read back from its picture', () => {
  expect(readQrPicture(drawQrPicture(link).bytes)).toBe(link)
})

test('links of any length are read back', () => {
  const secret = fc.stringMatching(/^[A-Za-z0-9_-]{1,90}$/)
  fc.assert(
    fc.property(secret, (text) => {
      const address = `https://a.example/i/${text}?k=${text}`
      expect(readQrPicture(drawQrPicture(address).bytes)).toBe(address)
    }),
    { numRuns: 25 },
  )
})

test('it is large enough, small to send, one bit a pixel, and has four white modules around it', () => {
  const { bytes, size } = drawQrPicture(link)
  const picture = decode(bytes)
  expect([picture.width, picture.height, picture.depth]).toEqual([size, size, 1])
  expect(size).toBeGreaterThanOrEqual(240)
  expect(bytes.length).toBeLessThan(2000)
  const pixels = convertIndexedToRgb(picture)
  const isDark = (x: number, y: number) => pixels[(y * size + x) * 3] === 0
  // The finder pattern in the corner is seven modules wide.
  const diagonal = Array.from({ length: size }, (_, at) => at)
  const quiet = diagonal.findIndex((at) => isDark(at, at))
  const finder = diagonal.findIndex((at) => at > quiet && !isDark(at, quiet)) - quiet
  expect(quiet * 7).toBe(finder * 4)
  const border = diagonal.flatMap((at) => [
    isDark(at, quiet - 1),
    isDark(quiet - 1, at),
    isDark(at, size - quiet),
  ])
  expect(border).not.toContain(true)
})
