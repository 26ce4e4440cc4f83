/** `npm run deploy`: makes what is missing in Cloudflare, migrates and uploads. `--dry-run` tells the steps; `--prepare-only` ends before anything is migrated. */
import { spawn } from 'node:child_process'
import { chmod, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { type DeployWorld, deploy } from './deploy/deploy.ts'

const root = join(import.meta.dirname, '..', '..')
const command = join(
  dirname(createRequire(import.meta.url).resolve('wrangler/package.json')),
  'wrangler-dist/cli.js',
)

function runNode(args: string[], account: string | null): Promise<{ code: number; output: string }> {
  const environment = { ...process.env, ...(account !== null && { CLOUDFLARE_ACCOUNT_ID: account }) }
  return new Promise((resolve) => {
    // No terminal behind it: wrangler asks nothing, and takes its defaults.
    const child = spawn(process.execPath, ['--no-warnings', ...args], {
      cwd: root,
      env: { ...environment, WRANGLER_SEND_METRICS: 'false', NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text
      })
    child.once('error', (error) => resolve({ code: 1, output: error.message }))
    child.once('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

const world: DeployWorld = {
  wrangler: (args, account) => runNode([command, ...args], account),
  async build() {
    const { code, output } = await runNode([join(root, 'src/tools/build-assets.ts')], null)
    if (code !== 0) throw new Error(`Building failed:\n${output}`)
  },
  read: (name) => readFile(join(root, name), 'utf8').catch(() => null),
  async write(name, text) {
    await writeFile(join(root, name), text, { mode: 0o600 })
    await chmod(join(root, name), 0o600)
  },
  remove: (name) => rm(join(root, name), { force: true }),
  probe: (url) =>
    fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(10_000) }).then(
      ({ status }) => status,
      () => null,
    ),
  say: (line) => void process.stdout.write(`${line}\n`),
}

try {
  const { values } = parseArgs({
    options: {
      'dry-run': { type: 'boolean', default: false },
      'prepare-only': { type: 'boolean', default: false },
    },
  })
  await deploy(world, { dryRun: values['dry-run'], prepareOnly: values['prepare-only'] })
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
