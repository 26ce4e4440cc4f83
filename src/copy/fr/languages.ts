import type { languages as english } from '../en/languages.ts'
import { plural } from '../plural.ts'

export const languages: typeof english = {
  label: 'Langue',
  others: 'Autres langues',
  written: (written) =>
    written === 0
      ? 'aucun texte'
      : plural('fr', written, { one: `${written} texte`, other: `${written} textes` }),
  othersHint: 'Quand une langue n’a pas de texte, ses lecteurs voient le texte anglais.',
}
