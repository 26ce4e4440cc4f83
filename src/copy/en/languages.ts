/** Choosing a language, and writing a text in several. */
export const languages = {
  /** Stands before the names of the languages, at the foot of a page. */
  label: 'Language',
  /** The texts in all languages but English; folded away at first. */
  others: 'Other languages',
  /** `written` of them have a text. */
  written: (written: number) => (written === 0 ? 'none yet' : `${written} written`),
  othersHint: 'Where a language has no text, its readers see the English one.',
}
