import { mkdtemp, readFile, stat, writeFile } from 'node:fs/promises'
import { createServer as createWebServer } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseMasterKey } from '../../src/kernel/secrets.ts'
import { describeDoors, findClaim } from '../../src/tools/start/doors.ts'
import { quietEnvironment } from '../../src/tools/start/environment.ts'
import { readStartOptions } from '../../src/tools/start/options.ts'
import { findFreePort, isPortFree } from '../../src/tools/start/ports.ts'
import { addMissingSecrets, ensureSecretsFile, readSecret } from '../../src/tools/start/secrets-file.ts'

test('a first start makes secrets that the Worker accepts, for their owner alone', async () => {
  const path = join(await mkdtemp(join(tmpdir(), 'latchkey-')), '.dev.vars')
  expect(await ensureSecretsFile(path)).toEqual(['MASTER_KEY', 'NAMING_KEY', 'BOOTSTRAP_SECRET'])
  const text = await readFile(path, 'utf8')
  expect(parseMasterKey(/^MASTER_KEY="(.+)"$/m.exec(text)?.[1] ?? '')?.id).toBe('k1')
  expect(/^NAMING_KEY="([A-Za-z0-9_-]{43})"$/m.test(text)).toBe(true)
  expect(await readSecret(path, 'BOOTSTRAP_SECRET')).toMatch(/^[A-Za-z0-9_-]{22}$/)
  expect((await stat(path)).mode & 0o777).toBe(0o600)
})

test('a later start changes nothing, and adds only what is missing', async () => {
  const path = join(await mkdtemp(join(tmpdir(), 'latchkey-')), '.dev.vars')
  await writeFile(path, '# mine\nMASTER_KEY = k9:abc')
  expect(await ensureSecretsFile(path)).toEqual(['NAMING_KEY', 'BOOTSTRAP_SECRET'])
  const text = await readFile(path, 'utf8')
  expect(text).toMatch(
    /^# mine\nMASTER_KEY = k9:abc\nNAMING_KEY="[A-Za-z0-9_-]{43}"\nBOOTSTRAP_SECRET="[A-Za-z0-9_-]{22}"\n$/,
  )
  expect(await ensureSecretsFile(path)).toEqual([])
  expect(await readFile(path, 'utf8')).toBe(text)
})

test('two starts never make the same secrets; a comment is no secret', () => {
  expect(addMissingSecrets('').text).not.toBe(addMissingSecrets('').text)
  expect(addMissingSecrets('# MASTER_KEY="…"\n').added).toContain('MASTER_KEY')
})

test('the command line wins over the environment, the environment over what is usual', () => {
  expect(readStartOptions([], {})).toMatchObject({
    port: 8787,
    state: '.wrangler/state',
    baseUrl: 'http://localhost:8787',
  })
  expect(readStartOptions([], { PORT: '9000', STATE: '/tmp/s' })).toMatchObject({
    port: 9000,
    state: '/tmp/s',
  })
  expect(readStartOptions(['--port', '9001'], { PORT: '9000' })).toMatchObject({ port: 9001 })
  expect(readStartOptions(['--base-url', 'https://phone.example/'], {}).baseUrl).toBe('https://phone.example')
})

test.each([
  [['--port', '0']],
  [['--port', 'http']],
  [['--port', '70000']],
  [['--base-url', 'http://192.168.0.2:8787']],
  [['--base-url', 'https://phone.example/path']],
  [['--nonsense']],
])('an option that cannot work is refused: %s', (args) => {
  expect(() => readStartOptions(args, {})).toThrow()
})

test('a child sees no proxy, whatever the case of its name, and keeps the rest', () => {
  const closed = 'http://127.0.0.1:9'
  const environment = quietEnvironment({
    HTTP_PROXY: closed,
    https_proxy: closed,
    ALL_PROXY: closed,
    PATH: '/bin',
  })
  expect(environment).toMatchObject({ PATH: '/bin', WRANGLER_SEND_METRICS: 'false', NO_PROXY: '*' })
  expect(Object.values(environment)).not.toContain(closed)
})

test('a port that somebody listens on is not free', async () => {
  const port = await findFreePort()
  expect(await isPortFree(port)).toBe(true)
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  expect(await isPortFree(port)).toBe(false)
  await new Promise((resolve) => server.close(resolve))
  expect(await isPortFree(port)).toBe(true)
})

test.each([
  ['NAME="one"', 'one'],
  ["export NAME = 'one' # mine", 'one'],
  ['NAME=one\nOTHER=two', 'one'],
  ['# NAME=one', null],
  ['NAME=', null],
  ['OTHER=two', null],
])('a secret is read as wrangler reads it: %j', async (text, value) => {
  const path = join(await mkdtemp(join(tmpdir(), 'latchkey-')), '.dev.vars')
  await writeFile(path, text)
  expect(await readSecret(path, 'NAME')).toBe(value)
})

test('the table tells how to claim the service while nobody has, and then no more', async () => {
  let page = '<input name="secret">'
  const server = createWebServer((_request, answer) => void answer.end(page))
  const port = await findFreePort()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${port}`
  const baseUrl = 'https://phone.example'
  const table = async (secret: string | null) =>
    describeDoors({ url: baseUrl, state: 'here', claim: await findClaim({ url, baseUrl, secret }) })
  expect(await table('the-secret')).toContain('https://phone.example/supervise/claim')
  expect(await table('the-secret')).toContain('the-secret')
  expect(await table(null)).not.toContain('claim')
  page = '<p>This service has its supervisor</p>'
  expect(await table('the-secret')).not.toContain('the-secret')
  await new Promise((resolve) => server.close(resolve))
  expect(await table('the-secret')).toContain('/manage')
})

test('the table names the door that signs in at once on this machine alone, never behind a tunnel', () => {
  const table = (url: string) => describeDoors({ url, state: 'here', claim: null })
  expect(table('http://localhost:8787')).toMatch(/http:\/\/localhost:8787\/dev +only here/)
  expect(table('http://127.0.0.1:8787')).toMatch(/\/dev +only here/)
  expect(table('https://phone.example')).not.toMatch(/\/dev /)
  expect(table('https://localhost.example')).not.toMatch(/\/dev /)
})
