import type { languages as english } from '../en/languages.ts'

/** Choosing a language, and writing a text in several. */
export const languages: typeof english = {
  /** Stands before the names of the languages, at the foot of a page. */
  label: 'اللغة',
  /** The texts in all languages but English; folded away at first. */
  others: 'لغات أخرى',
  /** `written` of them have a text. */
  written: (written) => (written === 0 ? 'لا شيء بعد' : `المكتوبة: ${written}`),
  othersHint: 'إذا لم يكن للغة نص، يرى قارئوها النص الإنجليزي.',
}
