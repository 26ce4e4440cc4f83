import type { z } from 'zod'
import { ok, type Result, refuse } from './result.ts'

/** Something has not the shape that is asked for: which field, and what would be accepted. */
export type ShapeRefusal = { code: 'invalid'; field: string; reason: string }

/** What the schema reads, or the first thing that is wrong with it. Never repeats a value. */
export function checkShape<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): Result<z.infer<Schema>, ShapeRefusal> {
  const read = schema.safeParse(value)
  if (read.success) return ok(read.data)
  const issue = read.error.issues[0]
  return refuse({
    code: 'invalid',
    field: issue?.path.join('.') ?? '',
    reason: issue?.message ?? 'not accepted',
  })
}
