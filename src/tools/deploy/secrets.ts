import { addMissingSecrets } from '../start/secrets-file.ts'

/** Without these the Worker does not start, and they are made here; whatever else is secret is set by hand. */
export const MADE = ['MASTER_KEY', 'NAMING_KEY', 'BOOTSTRAP_SECRET'] as const

/** Values of a file of `NAME="value"` lines. */
export function readValues(text: string): Record<string, string> {
  const lines = [...text.matchAll(/^\s*([A-Z_]+)\s*=\s*"?([^"\s]+)"?\s*$/gm)]
  return Object.fromEntries(lines.map(([, name, value]) => [name, value]))
}

/**
 * The secrets that are not set yet: those that an interrupted run kept, and new ones in place of the rest. What is set
 * is never among them.
 */
export function secretsToUpload(
  present: string[],
  kept: string,
): { file: string; values: Record<string, string> } {
  const missing = MADE.filter((name) => !present.includes(name))
  if (missing.length === 0) return { file: kept, values: {} }
  const only = Object.entries(readValues(kept)).filter(([name]) => missing.includes(name as never))
  const all = readValues(addMissingSecrets(only.map(([name, value]) => `${name}="${value}"\n`).join('')).text)
  const values = Object.fromEntries(missing.map((name) => [name, all[name] ?? '']))
  return { file: Object.entries(values).map(toLine).join(''), values }
}

export const toLine = ([name, value]: [string, string]) => `${name}="${value}"\n`

/** What `wrangler secret list` says where the Worker was never uploaded. */
export function isUnknownWorker(output: string): boolean {
  return /10007|does not exist on your account|Worker ".+" not found/i.test(output)
}
