/** Query values and long tokens never reach a log line, whatever a caller passes. */
const SECRET_QUERY = /([?&][a-z_]+=)[^&\s"']+/gi
const LONG_TOKEN = /[A-Za-z0-9_-]{20,}(?:\.[A-Za-z0-9_-]+)*/g

export type LogFields = Record<string, string | number | boolean | null | undefined>

/** One JSON line. `event` is a fixed word; fields are ids, counts and codes, never what a person typed. */
export function log(level: 'info' | 'warn' | 'error', event: string, fields: LogFields = {}): void {
  console[level](JSON.stringify({ level, event, ...fields }))
}

/** The text of an unknown error, fit for a log: message only, secrets masked, 300 characters at most. */
export function describeError(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  return text.replace(SECRET_QUERY, '$1…').replace(LONG_TOKEN, '…').slice(0, 300)
}
