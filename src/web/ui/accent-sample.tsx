import { intlTag, type Locale } from '../../kernel/locale.ts'
import { type Accent, contrast, fitAccent, GROUNDS } from './theme.ts'

export type AccentWords = {
  light: string
  dark: string
  sample: string
  link: string
  ratio(colour: string, ratio: string): string
}

/** How an accent looks as button and link, on a light and on a dark page, and how well it reads there. */
export function AccentSamples(props: { accent: string; words: AccentWords; locale: Locale }) {
  const { accent, words, locale } = props
  const fitted = fitAccent(accent)
  return (
    <div class="grid gap-4 sm:grid-cols-2">
      <Sample
        label={words.light}
        ground={GROUNDS.light}
        accent={fitted.light}
        words={words}
        locale={locale}
      />
      <Sample label={words.dark} ground={GROUNDS.dark} accent={fitted.dark} words={words} locale={locale} />
    </div>
  )
}

/** Our pages forbid inline styles: the colours are attributes of a drawing. */
function Sample(props: {
  label: string
  ground: { page: string; card: string }
  accent: Accent
  words: AccentWords
  locale: Locale
}) {
  const { label, ground, accent, words, locale } = props
  const number = new Intl.NumberFormat(intlTag(locale), {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  })
  const least = Math.min(
    contrast(accent.primary, ground.card),
    contrast(accent.primary, ground.page),
    contrast(accent.content, accent.primary),
  )
  return (
    <figure class="grid content-start gap-1.5">
      <svg
        viewBox="0 0 240 72"
        aria-hidden="true"
        class="w-full max-w-80 rounded-field border border-base-content/25 forced-color-adjust-none"
      >
        <rect width="240" height="72" fill={ground.page} />
        <rect x="8" y="8" width="224" height="56" rx="8" fill={ground.card} />
        <rect x="20" y="20" width="104" height="32" rx="6" fill={accent.primary} />
        <text x="72" y="41" text-anchor="middle" font-size="14" fill={accent.content}>
          {words.sample}
        </text>
        <text x="144" y="41" font-size="14" fill={accent.primary} text-decoration="underline">
          {words.link}
        </text>
      </svg>
      <figcaption class="text-sm">
        <span class="font-medium">{label}</span>
        <span class="block text-base-content/70 tabular-nums">
          {words.ratio(accent.primary, number.format(Math.floor(least * 10) / 10))}
        </span>
      </figcaption>
    </figure>
  )
}

/** How far an accent moved until it could be read: beyond this it is no longer the colour that was chosen. */
const FAR = { light: 1.8, dark: 5 }

/** Where the accent is shown so differently that its organisation should know. */
export function movedFar(accent: string): { light: boolean; dark: boolean } {
  const { light, dark } = fitAccent(accent)
  return {
    light: contrast(accent, light.primary) > FAR.light,
    dark: contrast(accent, dark.primary) > FAR.dark,
  }
}
