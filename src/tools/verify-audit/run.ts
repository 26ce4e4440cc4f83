import { type Keyring, makeKeyring, parseMasterKey } from '../../kernel/secrets.ts'
import { readSecret } from '../start/secrets-file.ts'
import { readVerifyOptions, VERIFY_HELP, type VerifyOptions } from './options.ts'
import { describeReport } from './report.ts'
import { openPath, openWrangler } from './sources.ts'
import { verifyAudit } from './verify.ts'

type Environment = Record<string, string | undefined>

async function readKeys(options: VerifyOptions, environment: Environment): Promise<Keyring | null> {
  if (options.withoutKey) return null
  const read = async (name: string) =>
    parseMasterKey(environment[name] || ((await readSecret(options.secretsFile, name)) ?? ''))
  const current = await read('MASTER_KEY')
  if (!current)
    throw new Error(
      `MASTER_KEY is neither in the environment nor in ${options.secretsFile}; --without-key does without it.`,
    )
  // Heads are signed with a key that derives from the master key; objects' names play no part.
  return makeKeyring({ current, previous: await read('MASTER_KEY_PREVIOUS'), naming: new Uint8Array(32) })
}

/** What the tool says, and the code it ends with. Throws an `Error` fit to be shown where it cannot check. */
export async function runVerify(
  args: string[],
  environment: Environment,
): Promise<{ code: 0 | 1; said: string }> {
  const options = readVerifyOptions(args)
  if (options.help) return { code: 0, said: VERIFY_HELP }
  const keys = await readKeys(options, environment)
  const source = options.path === null ? openWrangler(options.database) : await openPath(options.path)
  const reports = await verifyAudit(source, keys, options.anchors).finally(() => source.close())
  const wrong = reports.filter(({ findings }) => findings.length > 0).length
  const said = [
    `The audit of ${source.name}`,
    ...reports.map((report) => describeReport(report, keys !== null)),
    wrong === 0 ? 'All is well.' : `Something is wrong in ${wrong} of ${reports.length} organisations.`,
  ]
  return { code: wrong === 0 ? 0 : 1, said: said.join('\n') }
}
