import { and, eq, inArray } from 'drizzle-orm'
import type { Database } from '../runtime/database.ts'
import { devices } from './schema.ts'
import { LIVING } from './types.ts'

/** The living device of whichever organisation that has this key (RFC 7638 thumbprint). */
export async function findKeyHolder(database: Database, thumbprint: string): Promise<string | null> {
  const [row] = await database
    .select({ id: devices.id })
    .from(devices)
    .where(and(eq(devices.keyThumbprint, thumbprint), inArray(devices.lifecycle, LIVING)))
    .limit(1)
  return row?.id ?? null
}
