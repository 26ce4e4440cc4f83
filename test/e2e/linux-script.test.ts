import { execFile, spawnSync } from 'node:child_process'
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readKeyfile } from '../artefacts/keyfile-reader.ts'
import { getCode, giveIdentity, makeClient } from '../support/local-people.ts'
import { rentServer } from './support/server.ts'

/** The script for Linux, really run: dash, curl and openssl against a server that was started. */

const run = promisify(execFile)
const { baseUrl } = await rentServer()
const PLACE = 'etc/latchkey/acme'

let folder: string
const at = (...names: string[]) => join(folder, ...names)
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-linux-'))
  await giveIdentity(baseUrl, 'Linux')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const hrefIn = (html: string, pattern: RegExp) => (pattern.exec(html)?.[1] ?? '').replaceAll('&amp;', '&')

/** Somebody claims in a browser, opens the files and downloads the script. */
async function download() {
  const { address, url } = await getCode(baseUrl, 'linux')
  const browser = makeClient(baseUrl)
  const { pathname, searchParams } = new URL(url)
  await browser.get(`${url}&here=1`)
  const claimed = await browser.post(pathname, { k: searchParams.get('k') ?? '' })
  const opened = await browser.get(hrefIn(claimed.html, /href="(\/p\/[^"]+\/files\?k=[\w-]+)"/))
  const file = await browser.get(hrefIn(opened.html, /href="(\/p\/[^"]+\/file\?n=script[^"]+)"/))
  expect([claimed.status, opened.status, file.status]).toEqual([200, 200, 200])
  const page = async () => (await browser.get(claimed.path)).html
  return { address, page, script: file.html }
}

const env = (root: string) => Object.assign({ ...process.env }, { LATCHKEY_ROOT: at(root) })

function play(script: string, root: string) {
  const { status, stdout, stderr } = spawnSync('dash', [script], {
    cwd: folder,
    env: env(root),
    encoding: 'utf8',
    timeout: 60_000,
  })
  return { status, stdout, stderr }
}

test('a Linux computer redeems, makes its own key, gets certificate and Wi-Fi, and is active', async () => {
  const { address, page, script } = await download()
  await writeFile(at('setup.sh'), script)
  await chmod(at('setup.sh'), 0o700)
  expect(await page()).toContain('data-state="redeemed"')

  const played = play('setup.sh', 'one')
  expect(played, played.stderr).toMatchObject({ status: 0, stderr: '' })
  expect(played.stdout).toContain('Connected to Acme')
  expect(await page()).toContain('data-state="active"')

  // The key was made here and is what the certificate says; the service's authority signed it.
  const cert = at('one', PLACE, 'device.pem')
  const [{ stdout: certified }, { stdout: own }, { stdout: subject }] = await Promise.all([
    run('openssl', ['x509', '-in', cert, '-noout', '-pubkey']),
    run('openssl', ['pkey', '-in', at('one', PLACE, 'device.key'), '-pubout']),
    run('openssl', ['x509', '-in', cert, '-noout', '-subject', '-ext', 'subjectAltName']),
  ])
  expect(certified).toBe(own)
  expect(subject).toContain(address)
  const answer = await fetch(`${baseUrl}/.well-known/est/acme/cacerts`)
  await writeFile(at('ca.p7'), Buffer.from(await answer.text(), 'base64'))
  const { stdout: ca } = await run('openssl', ['pkcs7', '-inform', 'DER', '-in', at('ca.p7'), '-print_certs'])
  await writeFile(at('ca.pem'), ca)
  const checks = ['-x509_strict', '-purpose', 'sslclient', '-CAfile', at('ca.pem')]
  expect((await run('openssl', ['verify', ...checks, cert])).stdout).toContain(': OK')

  // What NetworkManager reads is whole, and nobody else may read it.
  const connections = at('one', 'etc/NetworkManager/system-connections')
  const names = await readdir(connections)
  expect(names.length).toBeGreaterThan(0)
  for (const name of names) {
    const groups = readKeyfile(await readFile(join(connections, name), 'utf8'))
    expect(groups.get('connection')?.get('type')).toMatch(/^(?:wifi|vpn)$/)
    expect((await stat(join(connections, name))).mode & 0o777).toBe(0o600)
  }
  for (const name of ['device.key', 'credential', 'holder'])
    expect((await stat(at('one', PLACE, name))).mode & 0o777).toBe(0o600)

  // Run again it is the same device; its hourly report works by itself; another computer gets nothing.
  const before = await readFile(at('one', PLACE, 'credential'), 'utf8')
  expect(play('setup.sh', 'one').status).toBe(0)
  expect(await readFile(at('one', PLACE, 'credential'), 'utf8')).toBe(before)
  await run('dash', [at('one', PLACE, 'check-in'), `/${PLACE}`], { env: env('one') })
  const other = play('setup.sh', 'two')
  expect(other.status).toBe(1)
  expect(other.stderr).toContain('The service said no.')
  expect(await readdir(at('two', 'etc/NetworkManager/system-connections'))).toEqual([])
})

test('a script that was stopped halfway goes on when it is run again', async () => {
  const { page, script } = await download()
  // The service has gone by the time the certificate is asked for.
  await writeFile(
    at('half.sh'),
    script.replace('post /device/v1/check-in', 'false && post /device/v1/check-in'),
  )
  await writeFile(at('whole.sh'), script)
  expect(play('half.sh', 'three').status).toBe(1)
  expect(await page()).toContain('data-state="redeemed"')
  expect(play('whole.sh', 'three').status).toBe(0)
  expect(await page()).toContain('data-state="active"')
})
