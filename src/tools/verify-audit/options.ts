import { parseArgs } from 'node:util'
import type { Anchor } from '../../audit/index.ts'

export type VerifyOptions = {
  /** A database, a dump or a folder of wrangler's state; null: in production, through wrangler. */
  path: string | null
  /** The name of the database in production. */
  database: string
  anchors: Anchor[]
  /** Where the keys are that the environment does not have. */
  secretsFile: string
  withoutKey: boolean
  help: boolean
}

export const VERIFY_HELP = `npm run verify-audit -- [file or folder] [options]

  Checks that no row of the audit was changed, removed, put in or moved since it was sealed. Reads the local
  state (.wrangler/state), a SQLite file, or what "wrangler d1 export" wrote.

  --remote                          the database in production, through wrangler
  --database <name>                 its name (latchkey)
  --head <organisation:rows:hash>   what a log line "audit.sealed" or an earlier run says; may be repeated
  --secrets <file>                  where MASTER_KEY and MASTER_KEY_PREVIOUS are read that are not set (.dev.vars)
  --without-key                     without them: who could write the database could have made all of it anew

  0: all is well; 1: something is wrong; 2: it could not be checked.
`

/** Throws an `Error` fit to be shown. */
export function readVerifyOptions(args: string[]): VerifyOptions {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      remote: { type: 'boolean', default: false },
      database: { type: 'string', default: 'latchkey' },
      head: { type: 'string', multiple: true, default: [] },
      secrets: { type: 'string', default: '.dev.vars' },
      'without-key': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  if (positionals.length > (values.remote ? 0 : 1)) throw new Error('Name one file or folder, or --remote.')
  return {
    path: values.remote ? null : (positionals[0] ?? '.wrangler/state'),
    database: values.database,
    anchors: values.head.map(readAnchor),
    secretsFile: values.secrets,
    withoutKey: values['without-key'],
    help: values.help,
  }
}

function readAnchor(text: string): Anchor {
  const match = /^(\d{1,9}):(\d{1,15}):([A-Za-z0-9_-]{43})$/.exec(text)
  if (!match?.[3]) throw new Error(`--head looks like 1:120:<43 characters>, not "${text}".`)
  return { organisationId: Number(match[1]), count: Number(match[2]), hash: match[3] }
}
