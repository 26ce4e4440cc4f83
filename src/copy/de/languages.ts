import type { languages as english } from '../en/languages.ts'

export const languages: typeof english = {
  label: 'Sprache',
  others: 'Andere Sprachen',
  written: (written) => (written === 0 ? 'noch keine' : `${written} geschrieben`),
  othersHint: 'Wer eine Sprache ohne Text liest, sieht den englischen.',
}
