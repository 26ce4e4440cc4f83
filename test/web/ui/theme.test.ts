import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contrast, fitAccent, GROUNDS, themeCss } from '../../../src/web/ui/theme.ts'

const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`)

describe('theme', () => {
  test('any accent is readable on page and card, and carries readable text, in both schemes', () => {
    fc.assert(
      fc.property(colour, (accent) => {
        const fitted = fitAccent(accent)
        for (const scheme of ['light', 'dark'] as const) {
          const { primary, content } = fitted[scheme]
          expect(contrast(primary, GROUNDS[scheme].page)).toBeGreaterThanOrEqual(4.5)
          expect(contrast(primary, GROUNDS[scheme].card)).toBeGreaterThanOrEqual(4.5)
          expect(contrast(primary, content)).toBeGreaterThanOrEqual(4.5)
        }
      }),
    )
  })

  test('a colour that is readable already stays as it is', () => {
    expect(fitAccent('#17559a').light.primary).toBe('#17559a')
    expect(fitAccent('#7fb1ec').dark.primary).toBe('#7fb1ec')
  })

  test('hue survives: yellow becomes a darker yellow, not grey', () => {
    const { primary } = fitAccent('#ffd400').light
    const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(primary.slice(at, at + 2), 16))
    expect(red).toBeGreaterThan(100)
    expect(green).toBeGreaterThan(80)
    expect(blue).toBeLessThan(10)
  })

  test('contrast is that of WCAG', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
  })

  test('the stylesheet sets both schemes and nothing but colours reaches it', () => {
    expect(themeCss('#17559a')).toMatch(
      /^:root\{--color-primary:#17559a;--color-primary-content:#ffffff\}@media \(prefers-color-scheme:dark\)\{:root\{--color-primary:#[0-9a-f]{6};--color-primary-content:#0b0f14\}\}$/,
    )
    for (const hostile of ['red;}body{display:none', '#17559a}*{}', '', '#fff', 'url(//e)']) {
      expect(themeCss(hostile)).toBe(themeCss('#17559a'))
    }
  })

  test('the grounds are those of the stylesheet', () => {
    const css = readFileSync('src/web/ui/app.css', 'utf8')
    const grounds = [...css.matchAll(/--color-base-([12])00: (#[0-9a-f]{6})/g)].map(([, step, value]) => [
      step,
      value,
    ])
    expect(grounds).toEqual([
      ['1', GROUNDS.light.card],
      ['2', GROUNDS.light.page],
      ['1', GROUNDS.dark.card],
      ['2', GROUNDS.dark.page],
    ])
  })
})
