import type { en } from './en/index.ts'

/** Every text a person reads, in one locale. English is the measure: a key that German lacks fails to compile. */
export type Copy = typeof en
