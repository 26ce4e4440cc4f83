import { applyD1Migrations, type D1Migration, reset } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { renewServices } from './world.ts'

const { DB, TEST_MIGRATIONS } = env as unknown as { DB: D1Database; TEST_MIGRATIONS: D1Migration[] }

const TRIES = 200

async function isEmpty(): Promise<boolean> {
  const { results } = await DB.prepare(`SELECT 1 FROM sqlite_master WHERE name = 'd1_migrations'`).all()
  return results.length === 0
}

/** Leaves empty tables, made by the real migrations, no objects, and services that remember nothing. */
export async function emptyStorage(): Promise<void> {
  // What a file of before left running keeps its objects from being deleted for a moment.
  for (let tries = 0; !(await isEmpty()); tries += 1) {
    if (tries === TRIES) throw new Error('the storage of the file before could not be emptied')
    await reset()
    if (tries > 0) await new Promise((resolve) => setTimeout(resolve, 25))
  }
  await applyD1Migrations(DB, TEST_MIGRATIONS)
  renewServices()
}
