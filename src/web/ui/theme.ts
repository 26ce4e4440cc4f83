/**
 * The organisation's accent as a stylesheet. Pure: a colour in, CSS out. The grounds are those of app.css; a
 * test reads them there.
 */

export const GROUNDS = {
  light: { page: '#f5f7f9', card: '#ffffff' },
  dark: { page: '#0e1218', card: '#171c23' },
} as const

/** WCAG 2.2, 1.4.3: text needs 4.5:1. A little more, so that rounding to a byte cannot lose it. */
const LEAST_CONTRAST = 4.55
/** On a dark page colours that just pass look dull. */
const DARK_CONTRAST = 6
const WHITE = '#ffffff'
const INK = '#0b0f14'
const FALLBACK = '#17559a'

export type Accent = { primary: string; content: string }

/**
 * `#rrggbb` in, two stylesheet rules out. Keeps hue and saturation and moves lightness only as far as text in
 * this colour needs on page and card, and text on it needs. Anything else than `#rrggbb` gives the default.
 */
export function themeCss(accent: string): string {
  const { light, dark } = fitAccent(accent)
  return (
    `:root{--color-primary:${light.primary};--color-primary-content:${light.content}}` +
    `@media (prefers-color-scheme:dark){:root{--color-primary:${dark.primary};--color-primary-content:${dark.content}}}`
  )
}

export function fitAccent(accent: string): { light: Accent; dark: Accent } {
  const colour = parse(/^#[0-9a-f]{6}$/i.test(accent) ? accent : FALLBACK)
  return {
    light: { primary: shift(colour, -1, GROUNDS.light.page, LEAST_CONTRAST), content: WHITE },
    dark: { primary: shift(colour, 1, GROUNDS.dark.card, DARK_CONTRAST), content: INK },
  }
}

/** WCAG 2.2 contrast ratio of two `#rrggbb` colours: 1 to 21. */
export function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(parse(one)), luminance(parse(other))].sort((a, b) => b - a)
  return (lighter + 0.05) / (darker + 0.05)
}

type Rgb = [number, number, number]

function parse(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16)
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255]
}

function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb.map((byte) => {
    const part = byte / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as Rgb
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** Half a percent of HSL lightness a step; black or white ends it at the latest. */
function shift(colour: Rgb, direction: 1 | -1, ground: string, least: number): string {
  const [hue, saturation, lightness] = toHsl(colour)
  for (let step = 0; step <= 200; step++) {
    const moved = Math.min(1, Math.max(0, lightness + direction * step * 0.005))
    const hex = step === 0 ? toHex(colour) : toHex(fromHsl(hue, saturation, moved))
    if (contrast(hex, ground) >= least) return hex
  }
  return direction === 1 ? WHITE : '#000000'
}

function toHex(rgb: Rgb): string {
  return `#${rgb.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}

function toHsl(rgb: Rgb): [number, number, number] {
  const [r, g, b] = rgb.map((byte) => byte / 255) as Rgb
  const high = Math.max(r, g, b)
  const spread = high - Math.min(r, g, b)
  const lightness = high - spread / 2
  if (spread === 0) return [0, 0, lightness]
  const saturation = spread / (1 - Math.abs(2 * lightness - 1))
  const sector = high === r ? (g - b) / spread + 6 : high === g ? (b - r) / spread + 2 : (r - g) / spread + 4
  return [sector % 6, Math.min(1, saturation), lightness]
}

/** CSS Color 4 section 7.1, hue in sixths of a turn. */
function fromHsl(hue: number, saturation: number, lightness: number): Rgb {
  const reach = saturation * Math.min(lightness, 1 - lightness)
  const channel = (offset: number) => {
    const k = (offset + hue * 2) % 12
    return Math.round(255 * (lightness - reach * Math.max(-1, Math.min(k - 3, 9 - k, 1))))
  }
  return [channel(0), channel(8), channel(4)]
}
