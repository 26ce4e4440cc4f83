import type { Locale } from '../kernel/locale.ts'

/** What a language says for one, two, a few, many and all others (CLDR plural categories); `other` is always there. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

const rules = new Map<string, Intl.PluralRules>()

/** The form that the language uses with this number (UTS 35 part 3, cardinal); the number itself is in the form. */
export function plural(locale: Locale, count: number, forms: PluralForms): string {
  let rule = rules.get(locale)
  if (!rule) {
    rule = new Intl.PluralRules(locale)
    rules.set(locale, rule)
  }
  return forms[rule.select(count)] ?? forms.other
}
