import * as z from 'zod'
import { ALARM_KINDS } from '../kernel/alarms.ts'
import { PLATFORMS } from '../kernel/platform.ts'
import type { MessageRow } from './schema.ts'
import type { MessageContent } from './types.ts'

const idSchema = z.string().min(1).max(64)

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
      ref: idSchema,
      grantId: idSchema,
      platform: z.enum(PLATFORMS),
      pinElsewhere: z.boolean().optional(),
    }),
  }),
  z.object({ kind: z.literal('approved'), payload: z.strictObject({}) }),
  z.object({
    kind: z.literal('alarm'),
    payload: z.object({
      alarm: z.enum(ALARM_KINDS),
      count: z.number().int().min(1),
      since: z.number().int(),
    }),
  }),
  z.object({
    kind: z.literal('manager_invited'),
    payload: z.object({ organisation: z.string().max(200).nullable() }),
  }),
  z.object({
    kind: z.literal('invitation'),
    payload: z.object({
      ref: idSchema,
      invitationId: idSchema,
      reminder: z.number().int().min(0),
    }),
  }),
  z.object({
    kind: z.literal('renewal'),
    payload: z.object({
      ref: idSchema,
      deviceId: idSchema,
      deviceName: z.string().max(200).nullable(),
      platform: z.enum(PLATFORMS).nullable(),
      state: z.enum(['invited', 'pending', 'active', 'silent', 'permissions', 'ended']),
      permissions: z.array(z.string().max(200)).max(200),
      grant: z.object({ kind: z.enum(['invitation', 'provision_code']), id: idSchema }).nullable(),
    }),
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
