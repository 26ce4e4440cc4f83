import { eq } from 'drizzle-orm'
import type { Database } from '../runtime/database.ts'
import { keyRotation } from './schema.ts'

export type RotationRow = Omit<typeof keyRotation.$inferSelect, 'id'>

export async function readRotation(database: Database): Promise<RotationRow | null> {
  const [row] = await database.select().from(keyRotation).where(eq(keyRotation.id, 1)).limit(1)
  return row ?? null
}

export async function saveRotation(database: Database, row: RotationRow): Promise<void> {
  await database
    .insert(keyRotation)
    .values({ id: 1, ...row })
    .onConflictDoUpdate({ target: keyRotation.id, set: row })
}
