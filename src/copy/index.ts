import type { Locale } from '../kernel/locale.ts'
import { en } from './en/index.ts'
import { importLanguage } from './import-language.ts'
import type { Copy } from './types.ts'

export type { Copy } from './types.ts'

/** What this isolate has read so far. English is part of the Worker; the others come when they are asked for. */
const read = new Map<Locale, Copy>([['en', en]])

/**
 * Every text in this language. The first reader of a language other than English waits until its module is
 * loaded; a module that cannot be loaded throws.
 */
export async function copyFor(locale: Locale): Promise<Copy> {
  const known = read.get(locale)
  if (known) return known
  // The promise is not kept: a request must not wait for what another request began.
  const copy = await importLanguage(locale)
  read.set(locale, copy)
  return copy
}
