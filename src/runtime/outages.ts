/** What D1 says where a statement is wrong: trying it again brings the same. */
const WRONG_STATEMENT = /SQLITE_(?:ERROR|CONSTRAINT|MISMATCH|RANGE|TOOBIG)|constraint failed/
const DATABASE_AWAY = /\bD1_ERROR\b/
/** Old code of an object may serve a new Worker for minutes: what was added since is not there yet. */
const CALL_TO_COME = /RPC receiver does not implement the method/
const OBJECT_AWAY = /Durable Object (?:reset|is overloaded|storage)|network connection lost/i

/**
 * Whether an unknown error means that D1 or an object does not answer just now, so that the same request may succeed
 * in a moment; anything else is a fault of our own.
 */
export function isOutage(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { message } = cause
    if (CALL_TO_COME.test(message) || OBJECT_AWAY.test(message)) return true
    if (DATABASE_AWAY.test(message) && !WRONG_STATEMENT.test(message)) return true
    const { retryable, overloaded, durableObjectReset } = cause as Error & Record<string, unknown>
    if (retryable === true || overloaded === true || durableObjectReset === true) return true
  }
  return false
}
