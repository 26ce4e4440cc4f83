import type { languages as english } from '../en/languages.ts'
import { plural } from '../plural.ts'

export const languages: typeof english = {
  label: 'Jazyk',
  others: 'Další jazyky',
  written: (written) =>
    written === 0
      ? 'zatím žádný'
      : plural('cs', written, {
          one: `${written} napsaný`,
          few: `${written} napsané`,
          other: `${written} napsaných`,
        }),
  othersHint: 'Kde jazyk text nemá, uvidí jeho čtenáři anglický.',
}
