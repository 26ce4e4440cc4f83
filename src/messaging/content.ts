import { z } from 'zod'
import { PLATFORMS } from '../kernel/platform.ts'
import type { MessageRow } from './schema.ts'
import type { MessageContent } from './types.ts'

const contentSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('theft_signal'),
    payload: z.object({
      happenedAt: z.number().int(),
      platform: z.enum(PLATFORMS),
      deviceName: z.string().max(120).nullable(),
    }),
  }),
  z.object({
    kind: z.literal('provision_code'),
    payload: z.object({
      ref: z.string().min(1).max(64),
      grantId: z.string().min(1).max(64),
      platform: z.enum(PLATFORMS),
      pinElsewhere: z.boolean().optional(),
    }),
  }),
  z.object({ kind: z.literal('approved'), payload: z.strictObject({}) }),
  z.object({
    kind: z.literal('manager_invited'),
    payload: z.object({ organisation: z.string().max(200).nullable() }),
  }),
])

/** What a row's mail is made of; null when the row cannot be read. */
export function readContent(row: Pick<MessageRow, 'kind' | 'payload'>): MessageContent | null {
  try {
    return contentSchema.parse({ kind: row.kind, payload: JSON.parse(row.payload) })
  } catch {
    return null
  }
}
