export const LOCALES = ['en', 'de', 'fr', 'es', 'cs', 'ar'] as const
export type Locale = (typeof LOCALES)[number]
export const DEFAULT_LOCALE: Locale = 'en'

/** What each language calls itself, as people look for it in a list. */
export const LANGUAGE_NAMES: Record<Locale, string> = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
  cs: 'Čeština',
  ar: 'العربية',
}

/** Which way a language is written. */
export function directionOf(locale: Locale): 'ltr' | 'rtl' {
  return locale === 'ar' ? 'rtl' : 'ltr'
}

/**
 * The tag with which dates, numbers and lists are written (`Intl`). English as in Britain. Arabic with the digits
 * 0 to 9, which its readers type here and which stand in PINs and versions, and with the 24 hours of all others.
 */
export function intlTag(locale: Locale): string {
  if (locale === 'en') return 'en-GB'
  return locale === 'ar' ? 'ar-u-hc-h23-nu-latn' : locale
}

export function isLocale(text: unknown): text is Locale {
  return LOCALES.includes(text as Locale)
}

/**
 * The best locale for an `Accept-Language` header (RFC 9110 section 12.5.4): highest weight first, the
 * primary subtag decides (`de-AT` is served `de`). Returns null when none of ours is asked for.
 */
export function matchLocale(header: string | null | undefined): Locale | null {
  if (!header) return null
  const asked = header
    .slice(0, 256)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';')
      const weight = parameters.map((parameter) => /^\s*q=([0-9.]+)\s*$/.exec(parameter)?.[1]).find(Boolean)
      return { primary: tag.trim().toLowerCase().split('-')[0], weight: weight ? Number(weight) : 1 }
    })
    .filter((range) => range.weight > 0)
    .sort((one, other) => other.weight - one.weight)
  for (const range of asked) if (isLocale(range.primary)) return range.primary
  return null
}

/** A text in several locales; English is always there. */
export type Localised = { en: string } & Partial<Record<Locale, string>>

export function inLocale(text: Localised, locale: Locale): string {
  return text[locale] ?? text.en
}
