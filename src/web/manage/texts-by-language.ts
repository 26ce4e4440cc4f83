import { LOCALES, type Locale, type Localised } from '../../kernel/locale.ts'

/** A text as a form has it in every language; empty where there is none. */
export type Texts = Record<Locale, string>

/** The field of such a text: `hintFr`. */
export function fieldIn(name: string, locale: Locale): string {
  return `${name}${locale.charAt(0).toUpperCase()}${locale.slice(1)}`
}

/** What was typed, by language. */
export function readTexts(name: string, read: (field: string) => string): Texts {
  return Object.fromEntries(LOCALES.map((locale) => [locale, read(fieldIn(name, locale))])) as Texts
}

/** What is kept, as the form shows it. */
export function textsOf(text: Localised | null): Texts {
  return Object.fromEntries(LOCALES.map((locale) => [locale, text?.[locale] ?? ''])) as Texts
}
