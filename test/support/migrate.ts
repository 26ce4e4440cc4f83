// Libraries that are bundled apart look for it as they are loaded, whoever comes first.
import 'reflect-metadata'
import { applyD1Migrations, type D1Migration } from 'cloudflare:test'
import { env } from 'cloudflare:workers'

/** Worker tests run on the real migrations, applied once a file. */
const { DB, TEST_MIGRATIONS } = env as unknown as { DB: D1Database; TEST_MIGRATIONS: D1Migration[] }
await applyD1Migrations(DB, TEST_MIGRATIONS)
