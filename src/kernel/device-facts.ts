import * as z from 'zod'
import { PLATFORMS } from './platform.ts'
import { isPrintable } from './text.ts'

/** Printable text of at most `max` characters. */
function factText(max: number) {
  return z.string().trim().min(1).max(max).refine(isPrintable, 'control characters are not accepted')
}

/** What a device may say of itself, at redeem and at check-in. Every field is optional. */
export const deviceFactsSchema = z.object({
  platform: z.enum(PLATFORMS).optional(),
  name: factText(120).optional(),
  model: factText(120).optional(),
  manufacturer: factText(120).optional(),
  os_version: factText(60).optional(),
  serial: factText(60).optional(),
  imei: factText(20).optional(),
  udid: factText(80).optional(),
  phone_number: factText(30).optional(),
  carrier: factText(60).optional(),
  agent_version: factText(40).optional(),
})

export type DeviceFacts = z.infer<typeof deviceFactsSchema>
