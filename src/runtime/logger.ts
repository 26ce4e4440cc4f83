/** Query values and long tokens never reach a log line, whatever a caller passes. */
const SECRET_QUERY = /([?&][a-z_]+=)[^&\s"']+/gi
const QUERY_VALUES = /\nparams:[\s\S]*/
const LONG_TOKEN = /[A-Za-z0-9_-]{20,}(?:\.[A-Za-z0-9_-]+)*/g

export type LogFields = Record<string, string | number | boolean | null | undefined>

/** One JSON line. `event` is a fixed word; fields are ids, counts and codes, never what a person typed. */
export function log(level: 'info' | 'warn' | 'error', event: string, fields: LogFields = {}): void {
  console[level](JSON.stringify({ level, event, ...fields }))
  watcher?.(level, event, fields)
}

type Watcher = (level: 'info' | 'warn' | 'error', event: string, fields: LogFields) => void
let watcher: Watcher | null = null

/** Hears of every line; the one before hears no more. It must not throw. */
export function watchLog(heard: Watcher): void {
  watcher = heard
}

/** The text of an unknown error, fit for a log: messages only, the cause's first, secrets masked, 300 characters at most. */
export function describeError(error: unknown): string {
  const causes: string[] = []
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    // A query that failed brings along what it was asked with, typed by whoever.
    causes.unshift(`${cause.name}: ${cause.message.replace(QUERY_VALUES, '')}`)
  const text = causes.length > 0 ? causes.join('; ') : String(error)
  return text.replace(SECRET_QUERY, '$1…').replace(LONG_TOKEN, '…').slice(0, 300)
}
