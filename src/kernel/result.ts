/** An expected outcome: what was asked for, or a refusal as a value. Exceptions are for what nobody expects. */
export type Result<Value, Refusal> = { ok: true; value: Value } | { ok: false; error: Refusal }

export function ok<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value }
}

export function refuse<Refusal>(error: Refusal): { ok: false; error: Refusal } {
  return { ok: false, error }
}

/** Marks the end of an exhaustive switch: a case that was forgotten fails to compile. */
export function unreachable(value: never): never {
  throw new Error(`unexpected case: ${JSON.stringify(value)}`)
}
