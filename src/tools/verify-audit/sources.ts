import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { open, readdir, readFile, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { promisify } from 'node:util'

export type Row = Record<string, unknown>

/** A database that can be asked. `query` is one SELECT without parameters. */
export type Source = { name: string; query(sql: string): Promise<Row[]>; close(): void }

const HEADER = 'SQLite format 3\0'
/** Where wrangler keeps the local D1, below the folder of its state. */
const LOCAL_D1 = ['v3/d1/miniflare-D1DatabaseObject', 'd1/miniflare-D1DatabaseObject']
const ANSWER_MAX = 256 * 1024 * 1024

/** A SQLite file, an SQL dump (`wrangler d1 export`), or a folder of wrangler's state. Throws what can be shown. */
export async function openPath(path: string): Promise<Source> {
  const about = await stat(path).catch(() => null)
  if (!about) throw new Error(`There is nothing at ${path}.`)
  if (about.isDirectory()) return openState(path)
  return (await isSqlite(path)) ? openFile(path) : openDump(path)
}

async function isSqlite(path: string): Promise<boolean> {
  const file = await open(path)
  const { buffer } = await file.read(Buffer.alloc(HEADER.length), 0, HEADER.length, 0)
  await file.close()
  return buffer.toString('latin1') === HEADER
}

async function openState(folder: string): Promise<Source> {
  for (const below of ['', ...LOCAL_D1]) {
    const names = await readdir(join(folder, below)).catch(() => [])
    for (const name of names.filter((one) => one.endsWith('.sqlite'))) {
      const source = openFile(join(folder, below, name))
      if ((await source.query("SELECT 1 FROM sqlite_master WHERE name = 'audit_seals'")).length > 0)
        return source
      source.close()
    }
  }
  throw new Error(`No database with a sealed audit below ${folder}.`)
}

/** Read in one transaction, so that a service which runs meanwhile changes nothing of what is compared. */
function openFile(path: string): Source {
  const database = new DatabaseSync(path, { readOnly: true })
  database.exec('BEGIN')
  return sourceOf(path, database)
}

async function openDump(path: string): Promise<Source> {
  const database = new DatabaseSync(':memory:', { enableForeignKeyConstraints: false })
  try {
    database.exec(await readFile(path, 'utf8'))
  } catch (error) {
    throw new Error(`${path} is neither a database nor an SQL dump: ${(error as Error).message}`)
  }
  return sourceOf(path, database)
}

function sourceOf(name: string, database: DatabaseSync): Source {
  return {
    name,
    query: async (sql) => database.prepare(sql).all() as Row[],
    close: () => database.close(),
  }
}

/** The database in production, or with `--local` wrangler's own: asked through wrangler, which has to be signed in. */
export function openWrangler(database: string, where: string[] = ['--remote']): Source {
  const folder = dirname(createRequire(import.meta.url).resolve('wrangler/package.json'))
  const command = join(folder, 'wrangler-dist/cli.js')
  // What `npm run deploy` writes knows the database's id.
  const deployed = where.includes('--remote') && existsSync('wrangler.production.toml')
  const config = deployed ? ['-c', 'wrangler.production.toml'] : []
  const asking = [
    '--no-warnings',
    command,
    'd1',
    'execute',
    database,
    ...where,
    ...config,
    '--json',
    '--command',
  ]
  return {
    name: database,
    async query(sql) {
      const { stdout } = await promisify(execFile)(process.execPath, [...asking, sql], {
        maxBuffer: ANSWER_MAX,
      })
      const [answer] = JSON.parse(stdout) as { results?: Row[] }[]
      if (!answer?.results) throw new Error('wrangler gave no rows.')
      return answer.results
    },
    close() {},
  }
}
