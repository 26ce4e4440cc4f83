import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type Browser, chromium } from 'playwright-core'

/**
 * Chromium from npm, for a machine on which nothing was installed: binary, libraries and one font come from
 * `@sparticuz/chromium`. Unpacked once a version into `node_modules/.cache`, by a rename, so that processes
 * which start at the same time do not meet half a browser.
 */

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const { version } = createRequire(import.meta.url)('../../node_modules/@sparticuz/chromium/package.json') as {
  version: string
}

/** The package's own list closes the browser with its first context (`--single-process`): this is ours. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The package unpacks into `os.tmpdir()`, its libraries only where it believes to be on a server of AWS. */
const UNPACK = `import('@sparticuz/chromium').then((module) => module.default.executablePath())`

/** Starts a headless Chromium. The caller closes it. `debuggingPort`: where other tools than Playwright find it. */
export async function launchBrowser(options: { debuggingPort?: number } = {}): Promise<Browser> {
  const home = await unpackOnce()
  await nameFonts(home)
  const { debuggingPort } = options
  return chromium.launch({
    executablePath: join(home, 'chromium'),
    args: debuggingPort ? [...ARGUMENTS, `--remote-debugging-port=${debuggingPort}`] : ARGUMENTS,
    env: {
      ...process.env,
      LD_LIBRARY_PATH: [join(home, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
      FONTCONFIG_FILE: join(home, 'fonts.conf'),
    },
  })
}

let unpacking: Promise<string> | null = null

function unpackOnce(): Promise<string> {
  unpacking ??= unpack()
  return unpacking
}

async function unpack(): Promise<string> {
  const cache = join(root, 'node_modules', '.cache', 'chromium')
  const home = join(cache, version)
  if (existsSync(home)) return home
  await mkdir(cache, { recursive: true })
  const draft = await mkdtemp(join(cache, 'draft-'))
  try {
    await promisify(execFile)(process.execPath, ['--input-type=module', '-e', UNPACK], {
      cwd: root,
      env: { ...process.env, TMPDIR: draft, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
    })
    await rename(draft, home).catch((error: unknown) => {
      if (!existsSync(home)) throw error
    })
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
  return home
}

/** Paths in it are absolute, and a checkout may have moved or been copied since. */
async function nameFonts(home: string): Promise<void> {
  const path = join(home, 'fonts.conf')
  const configuration = fontConfiguration(home)
  if ((await readFile(path, 'utf8').catch(() => null)) === configuration) return
  const draft = `${path}.${process.pid}`
  await writeFile(draft, configuration)
  await rename(draft, path)
}

/** The package's font first, so that pictures look alike on every machine; the system's for what it lacks. */
function fontConfiguration(home: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(home, 'fonts', 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(home, 'font-cache')}</cachedir>
  <alias binding="strong"><family>system-ui</family><prefer><family>Open Sans</family></prefer></alias>
  <alias binding="strong"><family>sans-serif</family><prefer><family>Open Sans</family></prefer></alias>
  <alias binding="strong"><family>monospace</family><prefer><family>DejaVu Sans Mono</family></prefer></alias>
</fontconfig>
`
}
