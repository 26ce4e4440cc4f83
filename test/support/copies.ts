import { type Copy, copyFor } from '../../src/copy/index.ts'
import { LOCALES, type Locale } from '../../src/kernel/locale.ts'

/** Every language, read before the tests begin. */
export const COPIES = Object.fromEntries(
  await Promise.all(LOCALES.map(async (locale) => [locale, await copyFor(locale)] as const)),
) as Record<Locale, Copy>

/** What a mail is made of, with the texts of its language. */
export function inWords<Options extends { locale: Locale }>(options: Options): Options & { catalogue: Copy } {
  return { ...options, catalogue: COPIES[options.locale] }
}
