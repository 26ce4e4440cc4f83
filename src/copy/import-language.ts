import type { Locale } from '../kernel/locale.ts'
import type { Copy } from './types.ts'

/** One language from its source. A built Worker has `import-built-language.ts` in the place of this file. */
export const importLanguage = (locale: Locale): Promise<Copy> => SOURCES[locale]()

const SOURCES: Record<Locale, () => Promise<Copy>> = {
  en: async () => (await import('./en/index.ts')).en,
  de: async () => (await import('./de/index.ts')).de,
  fr: async () => (await import('./fr/index.ts')).fr,
  es: async () => (await import('./es/index.ts')).es,
  cs: async () => (await import('./cs/index.ts')).cs,
  ar: async () => (await import('./ar/index.ts')).ar,
}
