import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, test } from 'vitest'
import { productionConfiguration, readNames } from '../../src/tools/deploy/configuration.ts'
import { type DeployWorld, deploy } from '../../src/tools/deploy/deploy.ts'
import { readSettings } from '../../src/tools/deploy/settings.ts'

const TOML = readFileSync('wrangler.toml', 'utf8')
const SETTINGS = { baseUrl: 'https://setup.acme.example', mailFrom: 'Acme <no-reply@acme.example>' }
const UUID = '6f3c1a52-0000-4000-8000-000000000001'

/** Cloudflare, as far as these commands go. */
function makeCloud() {
  const cloud = {
    databases: [] as { name: string; uuid: string }[],
    queues: [] as string[],
    secrets: null as string[] | null,
    people: 0,
    migrated: 0,
    fails: '',
    accounts: [{ id: 'one', name: 'Acme' }],
    commands: [] as string[],
    said: [] as string[],
    files: { 'wrangler.toml': TOML, 'production.json': JSON.stringify(SETTINGS) } as Record<string, string>,
    uploaded: {} as Record<string, string>,
  }
  const answer = (output: unknown, code = 0) => ({
    code,
    output: typeof output === 'string' ? output : `note\n${JSON.stringify(output)}`,
  })
  const world: DeployWorld = {
    async wrangler(args) {
      const line = args.join(' ')
      cloud.commands.push(line)
      if (cloud.fails && line.startsWith(cloud.fails)) return answer('some trouble', 1)
      if (line.startsWith('whoami')) return answer({ accounts: cloud.accounts })
      if (line.startsWith('d1 list')) return answer(cloud.databases)
      if (line.startsWith('d1 create')) cloud.databases.push({ name: args[2] ?? '', uuid: UUID })
      if (line.startsWith('d1 migrations')) cloud.migrated += 1
      if (line.startsWith('d1 execute'))
        return answer([{ results: [{ n: line.includes('sqlite_master') ? cloud.migrated : cloud.people }] }])
      if (line.startsWith('queues info')) return answer('', cloud.queues.includes(args[2] ?? '') ? 0 : 1)
      if (line.startsWith('queues create')) cloud.queues.push(args[2] ?? '')
      if (line.startsWith('secret list'))
        return cloud.secrets === null
          ? answer('This Worker does not exist on your account. [code: 10007]', 1)
          : answer(cloud.secrets.map((name) => ({ name })))
      if (line.startsWith('deploy')) {
        const brought = args.includes('--secrets-file') ? (cloud.files['.production.upload.env'] ?? '') : ''
        for (const [, name = '', value = ''] of brought.matchAll(/^(\w+)="(.*)"$/gm))
          cloud.uploaded[name] = value
        cloud.secrets = [...new Set([...(cloud.secrets ?? []), ...Object.keys(cloud.uploaded)])]
      }
      return answer('')
    },
    build: async () => void cloud.commands.push('(build)'),
    read: async (name) => cloud.files[name] ?? null,
    async write(name, text) {
      cloud.files[name] = text
    },
    remove: async (name) => void delete cloud.files[name],
    probe: async () => 200,
    say: (line) => void cloud.said.push(line),
  }
  return {
    cloud,
    run: (dryRun = false, prepareOnly = false) => deploy(world, { dryRun, prepareOnly }),
  }
}

let { cloud, run } = makeCloud()
beforeEach(() => ({ cloud, run } = makeCloud()))

const changing = () =>
  cloud.commands.filter((line) => !/ (list|info)\b|^whoami|^d1 execute|^email/.test(line))

test('the first run makes everything in order, migrates before it uploads, and tells the bootstrap secret once', async () => {
  await run()
  expect(changing()).toEqual([
    'd1 create latchkey',
    'queues create latchkey-messages-dead',
    'queues create latchkey-messages',
    'd1 migrations apply latchkey --remote -c wrangler.production.toml',
    '(build)',
    'deploy -c wrangler.production.toml --secrets-file .production.upload.env',
  ])
  expect(Object.keys(cloud.uploaded)).toEqual(['MASTER_KEY', 'NAMING_KEY', 'BOOTSTRAP_SECRET'])
  expect(cloud.said.filter((line) => line.includes(cloud.uploaded.BOOTSTRAP_SECRET ?? '?'))).toHaveLength(1)
  expect(cloud.said.join()).not.toContain(cloud.uploaded.MASTER_KEY)
  expect(cloud.files['.production.upload.env']).toBeUndefined()
  expect(cloud.files['production.secrets.env']).toContain(`MASTER_KEY="${cloud.uploaded.MASTER_KEY}"`)
  expect(cloud.commands.join()).not.toContain(cloud.uploaded.MASTER_KEY)
})

test('the second run makes nothing anew: it migrates and uploads', async () => {
  await run()
  const { MASTER_KEY } = cloud.uploaded
  cloud.commands = []
  cloud.said = []
  await run()
  expect(changing()).toEqual([
    'd1 migrations apply latchkey --remote -c wrangler.production.toml',
    '(build)',
    'deploy -c wrangler.production.toml',
  ])
  expect(cloud.uploaded.MASTER_KEY).toBe(MASTER_KEY)
  expect(cloud.said.join('\n')).not.toContain('Claim the service')
})

test.each(['whoami', 'd1 list', 'd1 create', 'queues create', 'd1 migrations', 'deploy'])(
  'where "%s" fails nothing behind it is done, and the next run ends with one set of keys',
  async (step) => {
    cloud.fails = step
    await expect(run()).rejects.toThrow()
    expect(cloud.commands.at(-1)).toMatch(new RegExp(`^${step}`))
    const kept = cloud.files['production.secrets.env']
    cloud.fails = ''
    await run()
    expect(cloud.databases).toHaveLength(1)
    expect(cloud.queues).toHaveLength(2)
    if (kept) expect(kept).toContain(cloud.uploaded.MASTER_KEY)
  },
)

describe('refuses, and changes nothing, where', () => {
  test('it cannot tell which secrets are set', async () => {
    await run()
    const { MASTER_KEY } = cloud.uploaded
    cloud.fails = 'secret list'
    cloud.commands = []
    await expect(run()).rejects.toThrow('Listing the secrets failed')
    expect(changing()).toEqual([])
    expect(cloud.uploaded.MASTER_KEY).toBe(MASTER_KEY)
  })

  test('the database has people in it and the Worker no MASTER_KEY', async () => {
    await run()
    // Its keys were put away, as they should be.
    delete cloud.files['production.secrets.env']
    Object.assign(cloud, { people: 3, secrets: null, uploaded: {}, commands: [] })
    await expect(run()).rejects.toThrow('has people in it')
    expect(changing()).toEqual([])
  })

  test('the account has not the database that was there before', async () => {
    await run()
    cloud.databases = []
    cloud.commands = []
    await expect(run()).rejects.toThrow('is it the right account?')
    expect(changing()).toEqual([])
  })

  test('the login knows several accounts and none is named', async () => {
    cloud.accounts.push({ id: 'two', name: 'Other' })
    await expect(run()).rejects.toThrow('one (Acme), two (Other)')
    expect(changing()).toEqual([])
  })

  test('a secret stands in the file of settings', () => {
    const vars = { SMTP_PASSWORD: 'hunter2' }
    expect(() => readSettings(JSON.stringify({ ...SETTINGS, vars }))).toThrow(
      'wrangler secret put SMTP_PASSWORD',
    )
  })
})

test('into an empty account: it prepares, a dump is imported, and the former keys are used as they are', async () => {
  await run(false, true)
  expect(changing().at(-1)).toBe('queues create latchkey-messages')
  expect(cloud.files['wrangler.production.toml']).toContain(UUID)
  Object.assign(cloud, { people: 3, migrated: 1 })
  cloud.files['production.secrets.env'] = 'MASTER_KEY="k3:former"\nNAMING_KEY="former-too"\n'
  await run()
  expect(cloud.uploaded).toMatchObject({ MASTER_KEY: 'k3:former', NAMING_KEY: 'former-too' })
})

test('--dry-run tells the steps and asks nobody', async () => {
  await run(true)
  expect(cloud.commands).toEqual([])
  expect(cloud.said.at(-1)).toBe('Nothing was done.')
})

test('the configuration is wrangler.toml with this installation’s values', () => {
  const settings = readSettings(JSON.stringify({ ...SETTINGS, vars: { MAIL_TRANSPORT: 'smtp' } }))
  const written = productionConfiguration(TOML, settings, UUID)
  expect(written).toContain(`database_id = "${UUID}"`)
  expect(written).toContain('BASE_URL = "https://setup.acme.example"')
  expect(written).toContain('MAIL_TRANSPORT = "smtp"')
  expect(written).toContain('routes = [{ pattern = "setup.acme.example", custom_domain = true }]')
  expect(written).not.toContain('localhost')
  expect(readNames(written)).toEqual(readNames(TOML))
})
