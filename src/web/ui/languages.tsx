import type { Child } from 'hono/jsx'
import { DEFAULT_LOCALE, directionOf, LANGUAGE_NAMES, LOCALES } from '../../kernel/locale.ts'
import type { Option } from './controls.tsx'
import type { Frame } from './frame.ts'

/** Every language by its own name, for a select. */
export const LANGUAGE_OPTIONS: Option[] = LOCALES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))

/** The languages beside English, in their order. */
export const OTHER_LOCALES = LOCALES.filter((locale) => locale !== DEFAULT_LOCALE)

/** The fields of a text in all languages but English, folded away; how many have a text is said before. */
export function OtherLanguages(props: { frame: Frame; written: number; open: boolean; children?: Child }) {
  const { languages: words } = props.frame.copy
  return (
    <details class="min-w-0 rounded-field border border-base-300" open={props.open}>
      <summary class="cursor-pointer px-4 py-2.5">
        <span class="font-medium">{words.others}</span>{' '}
        <span class="text-sm text-base-content/70">({words.written(props.written)})</span>
      </summary>
      <div class="grid gap-4 border-t border-base-300 p-4">
        <p class="text-sm text-base-content/70">{words.othersHint}</p>
        {props.children}
      </div>
    </details>
  )
}

/** Every language by its own name; the page comes again in the one that is chosen. Nothing where accounts decide. */
export function LanguageChoice({ frame }: { frame: Frame }) {
  const { copy, languages, locale: present } = frame
  if (!languages) return null
  return (
    <nav aria-label={copy.languages.label} class="basis-full">
      <ul class="-mx-2 flex flex-wrap">
        {LOCALES.map((locale) => (
          <li>
            {locale === present ? (
              <span aria-current="true" class="block px-2 py-1.5 font-medium text-base-content">
                {LANGUAGE_NAMES[locale]}
              </span>
            ) : (
              <a
                href={`${languages}${locale}`}
                lang={locale}
                hreflang={locale}
                dir={directionOf(locale)}
                rel="nofollow"
                class="block px-2 py-1.5 underline-offset-4 hover:text-base-content hover:underline"
              >
                {LANGUAGE_NAMES[locale]}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}
