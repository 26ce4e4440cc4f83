import type { Child } from 'hono/jsx'
import type { FieldProblems } from '../../../kernel/fields.ts'
import { DEFAULT_LOCALE, directionOf, type Locale } from '../../../kernel/locale.ts'
import { problemAt } from '../../ui/controls.tsx'
import type { Frame } from '../../ui/frame.ts'
import { OTHER_LOCALES, OtherLanguages } from '../../ui/languages.tsx'
import type { Texts } from '../texts-by-language.ts'

/** What the field of one language shows. */
type Said = {
  locale: Locale
  value: string
  error: string | null
  direction: 'ltr' | 'rtl'
  language: Locale
}

/** A text in every language: English first, the others folded away unless one of them was refused. */
export function TextsInAll(props: {
  frame: Frame
  texts: Texts
  problems: FieldProblems
  /** As problems name it: `hint` of `hint.fr`. */
  field: string
  control: (said: Said) => Child
}) {
  const { frame, texts, problems, field, control } = props
  const said = (locale: Locale): Said => ({
    locale,
    value: texts[locale],
    error: problemAt(frame.copy, problems, `${field}.${locale}`),
    direction: directionOf(locale),
    language: locale,
  })
  const others = OTHER_LOCALES.map(said)
  return (
    <>
      {control(said(DEFAULT_LOCALE))}
      <OtherLanguages
        frame={frame}
        written={others.filter(({ value }) => value.trim() !== '').length}
        open={others.some(({ error }) => error !== null)}
      >
        {others.map(control)}
      </OtherLanguages>
    </>
  )
}
