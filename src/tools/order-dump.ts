/** `npm run order-dump -- dump.sql restore.sql`: makes what `wrangler d1 export` wrote fit to be imported. */
import { readFile, writeFile } from 'node:fs/promises'
import { orderDump } from './order-dump/order.ts'

const [from, to] = process.argv.slice(2)
if (!from || !to || from === to) {
  process.stderr.write(
    'npm run order-dump -- <what wrangler d1 export wrote> <another file, to be imported>\n',
  )
  process.exitCode = 2
} else {
  // It holds everything that the database holds.
  await writeFile(to, orderDump(await readFile(from, 'utf8')), { mode: 0o600 })
  process.stdout.write(`Wrote ${to}: tables, then rows, then indexes and triggers.\n`)
}
