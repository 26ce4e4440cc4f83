import type { z } from 'zod'
import { checkShape } from '../../kernel/shape.ts'
import type { EdgeContext } from '../http/edge.ts'
import { sendProblem } from '../http/problems.tsx'
import { deviceProblem, type Refusal } from './problems.ts'

/** What belongs to one device. */
export const PRIVATE = { 'cache-control': 'no-store' }

export function refuse(c: EdgeContext, ...refusal: Refusal): Response {
  return sendProblem(c, deviceProblem(...refusal))
}

/** The body as its schema reads it; a string says what is wrong with it. */
export async function readBody<Schema extends z.ZodType>(
  c: EdgeContext,
  schema: Schema,
): Promise<z.infer<Schema> | string> {
  const json: unknown = await c.req.json().catch(() => undefined)
  if (json === undefined) return 'The body must be JSON.'
  const read = checkShape(schema, json)
  return read.ok ? read.value : `${read.error.field || 'body'}: ${read.error.reason}`
}
