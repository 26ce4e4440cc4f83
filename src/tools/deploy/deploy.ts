import { productionConfiguration, readNames } from './configuration.ts'
import { isUnknownWorker, readValues, secretsToUpload, toLine } from './secrets.ts'
import { readSettings, SAMPLE } from './settings.ts'

export const FILES = {
  toml: 'wrangler.toml',
  settings: 'production.json',
  configuration: 'wrangler.production.toml',
  /** The secrets that were made; to be kept somewhere else, then deleted. */
  kept: 'production.secrets.env',
  /** What one upload brings; deleted behind it. */
  upload: '.production.upload.env',
} as const
type FileName = (typeof FILES)[keyof typeof FILES]

/** What deploying touches, handed in so that it can be played without an account. */
export type DeployWorld = {
  /** Runs wrangler to its end. `account`: whose, where the login knows several. */
  wrangler(args: string[], account: string | null): Promise<{ code: number; output: string }>
  /** Builds what is served as it is. */
  build(): Promise<void>
  /** Null: there is no such file. */
  read(name: FileName): Promise<string | null>
  /** Readable by nobody else. */
  write(name: FileName, text: string): Promise<void>
  remove(name: FileName): Promise<void>
  /** The status of an address; null where nobody answers. */
  probe(url: string): Promise<number | null>
  say(line: string): void
}

/**
 * From a folder and a login to a service that answers, as often as one likes: what is there stays as it is. Throws an
 * `Error` fit to be shown; the next run goes on where this one ended. `prepareOnly` ends before anything is migrated or
 * uploaded: a dump is to be imported first.
 */
export async function deploy(
  world: DeployWorld,
  options: { dryRun: boolean; prepareOnly?: boolean },
): Promise<void> {
  const { say } = world
  const text = await world.read(FILES.settings)
  const toml = (await world.read(FILES.toml)) ?? ''
  const names = readNames(toml)
  if (options.dryRun) return plan(world, names)
  if (text === null) {
    await world.write(FILES.settings, SAMPLE)
    throw new Error(
      `There was no ${FILES.settings}: a sample was written. Put your own values in, then run this again.`,
    )
  }
  const settings = readSettings(text)
  const { accountId } = settings
  const config = ['-c', FILES.configuration]

  const run = async (what: string, ...args: string[]) => {
    const { code, output } = await world.wrangler(args, accountId)
    if (code !== 0) throw new Error(`${what} failed (wrangler ${args.join(' ')}):\n${output.trim()}`)
    return output
  }

  await checkLogin(world, accountId)
  const databaseId = await findDatabase()
  for (const queue of names.queues)
    if ((await world.wrangler(['queues', 'info', queue], accountId)).code === 0) say(`Queue ${queue}: there`)
    else {
      await run(`Making the queue ${queue}`, 'queues', 'create', queue)
      say(`Queue ${queue}: made`)
    }
  await world.write(FILES.configuration, productionConfiguration(toml, settings, databaseId))
  if (options.prepareOnly) return say(`Wrote ${FILES.configuration}. Nothing was migrated or uploaded.`)
  await checkMail()

  const present = await listSecrets()
  const kept = (await world.read(FILES.kept)) ?? ''
  const { MASTER_KEY, NAMING_KEY } = readValues(kept)
  if (!present.includes('MASTER_KEY') && !(MASTER_KEY && NAMING_KEY)) await refuseOtherKeys()
  const { file, values } = secretsToUpload(present, kept)
  const made = Object.keys(values)
  say(made.length > 0 ? `Secrets: ${made.join(', ')} made` : 'Secrets: there')

  say('Migrating the database')
  await run('Migrating', 'd1', 'migrations', 'apply', names.database, '--remote', ...config)
  await world.build()
  say('Uploading')
  if (made.length === 0) await run('Uploading', 'deploy', ...config)
  else {
    await world.write(FILES.kept, file)
    await world.write(FILES.upload, Object.entries(values).map(toLine).join(''))
    try {
      await run('Uploading', 'deploy', ...config, '--secrets-file', FILES.upload)
    } finally {
      await world.remove(FILES.upload)
    }
  }
  await tell()

  async function findDatabase(): Promise<string> {
    const list = async () => {
      const read = JSON.parse(jsonOf(await run('Listing databases', 'd1', 'list', '--json')))
      return (read as { name: string; uuid: string }[]).find(({ name }) => name === names.database)?.uuid
    }
    const there = await list()
    const { databaseId: known, jurisdiction, location } = settings
    if (known !== null && there !== known)
      throw new Error(
        `${FILES.settings} names the database ${known}, but this account has ${there ?? 'none of that name'}. Nothing was changed: is it the right account?`,
      )
    if (there) {
      say(`Database ${names.database}: there`)
      await rememberDatabase(there)
      return there
    }
    const where = jurisdiction ? ['--jurisdiction', jurisdiction] : location ? ['--location', location] : []
    await run('Making the database', 'd1', 'create', names.database, ...where)
    const created = await list()
    if (!created)
      throw new Error(`The database ${names.database} was made, and is not listed. Run this again.`)
    say(`Database ${names.database}: made`)
    await rememberDatabase(created)
    return created
  }

  async function rememberDatabase(id: string): Promise<void> {
    if (settings.databaseId === id) return
    const written = { ...(JSON.parse(text ?? '{}') as object), databaseId: id }
    await world.write(FILES.settings, `${JSON.stringify(written, null, 2)}\n`)
  }

  async function listSecrets(): Promise<string[]> {
    const args = ['secret', 'list', '--format', 'json', ...config]
    const { code, output } = await world.wrangler(args, accountId)
    if (code === 0) return (JSON.parse(jsonOf(output)) as { name: string }[]).map(({ name }) => name)
    // Whatever else is the matter: without knowing what is set, nothing is set.
    if (!isUnknownWorker(output)) throw new Error(`Listing the secrets failed:\n${output.trim()}`)
    return []
  }

  /** A new key would make everything unreadable that another one sealed. */
  async function refuseOtherKeys(): Promise<void> {
    const ask = async (sql: string) => {
      const args = ['d1', 'execute', names.database, '--remote', '--json', '--command', sql, ...config]
      const read = JSON.parse(jsonOf(await run('Looking into the database', ...args)))
      return Number((read as { results: { n: number }[] }[])[0]?.results[0]?.n ?? 0)
    }
    const tables = await ask(`SELECT count(*) AS n FROM sqlite_master WHERE name = 'accounts'`)
    if (tables === 0 || (await ask('SELECT count(*) AS n FROM accounts')) === 0) return
    throw new Error(
      `The database has people in it, and the Worker has no MASTER_KEY. A new one would make all unreadable that the former sealed, so none is made. Put the former MASTER_KEY and NAMING_KEY into ${FILES.kept} as NAME="value" lines, then run this again. If they are lost, read "When MASTER_KEY changes" in docs/operating.md.`,
    )
  }

  async function checkMail(): Promise<void> {
    if ((settings.vars.MAIL_TRANSPORT ?? 'cloudflare') !== 'cloudflare') return
    const domain = settings.mailFrom.replace(/^.*@|>$/g, '')
    const { code, output } = await world.wrangler(['email', 'sending', 'list'], accountId)
    if (code === 0 && output.includes(domain)) say(`E-mail from ${domain}: set up`)
    else
      say(
        `E-mail from ${domain}: not found in Cloudflare's e-mail service. Without it no code arrives: "npx wrangler email sending enable ${domain}", or another MAIL_TRANSPORT.`,
      )
  }

  async function tell(): Promise<void> {
    const { baseUrl } = settings
    const status = await world.probe(`${baseUrl}/sign-in`)
    say(
      status === 200
        ? `${baseUrl} answers.`
        : `${baseUrl} does not answer yet (${status ?? 'nobody there'}): a new domain takes some minutes.`,
    )
    for (const path of ['/setup', '/manage', '/supervise', '/supervise/health']) say(`  ${baseUrl}${path}`)
    if (made.length === 0) return
    say(
      `Keep what is in ${FILES.kept} where you keep keys, and delete the file: without MASTER_KEY a backup is of little use.`,
    )
    if (values.BOOTSTRAP_SECRET)
      say(`Claim the service at ${baseUrl}/supervise/claim, once, with: ${values.BOOTSTRAP_SECRET}`)
  }
}

async function checkLogin(world: DeployWorld, accountId: string | null): Promise<void> {
  const { code, output } = await world.wrangler(['whoami', '--json'], accountId)
  if (code !== 0)
    throw new Error(
      'Wrangler is not signed in: "npx wrangler login", or CLOUDFLARE_API_TOKEN in the environment.',
    )
  const { accounts = [] } = JSON.parse(jsonOf(output)) as { accounts?: { id: string; name: string }[] }
  if (accountId === null && accounts.length > 1)
    throw new Error(
      `This login knows several accounts. Put one into ${FILES.settings} as "accountId": ${accounts.map(({ id, name }) => `${id} (${name})`).join(', ')}`,
    )
}

/** Wrangler may say something before its JSON. */
function jsonOf(output: string): string {
  const begin = output.search(/^[[{]/m)
  return begin < 0 ? output : output.slice(begin)
}

function plan({ say }: DeployWorld, names: ReturnType<typeof readNames>): void {
  const steps = [
    `Read ${FILES.settings}; without one, write a sample and end`,
    'Check that wrangler is signed in',
    `Make the database ${names.database}, if there is none`,
    ...names.queues.map((queue) => `Make the queue ${queue}, if there is none`),
    `Write ${FILES.configuration}`,
    "Look whether the sender's domain is set up",
    'Make MASTER_KEY, NAMING_KEY and BOOTSTRAP_SECRET where they are not set; never in place of one that is',
    'Apply migrations to the database',
    'Build what is served as it is',
    `Upload the Worker ${names.worker} with its objects, cron, queues and new secrets`,
    'Ask the service whether it answers',
  ]
  for (const [index, step] of steps.entries()) say(`${index + 1}. ${step}`)
  say('Nothing was done.')
}
