import type { Locale } from '../kernel/locale.ts'
import { de } from './de/index.ts'
import { en } from './en/index.ts'
import type { Copy } from './types.ts'

export type { Copy } from './types.ts'

const catalogue: Record<Locale, Copy> = { en, de }

export function copyFor(locale: Locale): Copy {
  return catalogue[locale]
}
