import type { languages as english } from '../en/languages.ts'
import { plural } from '../plural.ts'

export const languages: typeof english = {
  label: 'Idioma',
  others: 'Otros idiomas',
  written: (written) =>
    written === 0
      ? 'ninguno todavía'
      : plural('es', written, { one: `${written} escrito`, other: `${written} escritos` }),
  othersHint: 'Si falta el texto en un idioma, quienes lo leen ven el texto en inglés.',
}
