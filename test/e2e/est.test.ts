import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readCommand } from '../../src/tools/device/arguments.ts'
import { certify, checkIn, redeem } from '../../src/tools/device/commands.ts'
import { getCode, giveIdentity } from '../support/local-people.ts'
import { rentServer } from './support/server.ts'

/** EST and the reference client against a server that was started, with curl and the machine's openssl. */

const run = promisify(execFile)
const { baseUrl } = await rentServer()
const est = `${baseUrl}/.well-known/est`

let folder: string
const at = (name: string) => join(folder, name)
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-est-'))
  await giveIdentity(baseUrl)
  await fetchAuthorities()
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function openssl(...args: string[]): Promise<string> {
  const { stdout } = await run('openssl', args, { cwd: folder })
  return stdout
}

/** Status, headers and body of a call as curl makes it. */
async function curl(...args: string[]): Promise<{ status: number; headers: string; body: string }> {
  const { stdout } = await run('curl', ['-sS', '-D', at('headers'), '-w', '\n%{http_code}', ...args])
  const cut = stdout.lastIndexOf('\n')
  return {
    status: Number(stdout.slice(cut + 1)),
    headers: await readFile(at('headers'), 'utf8'),
    body: stdout.slice(0, cut),
  }
}

/** Base64 of a degenerate SignedData, as openssl reads it into PEM. */
async function unpack(body: string, name: string): Promise<void> {
  expect(body).toMatch(/^[A-Za-z0-9+/]+={0,2}$/)
  await writeFile(at(`${name}.p7`), Buffer.from(body, 'base64'))
  await writeFile(at(name), await openssl('pkcs7', '-inform', 'DER', '-in', `${name}.p7`, '-print_certs'))
}

async function fetchAuthorities(): Promise<void> {
  const { status, body } = await curl(`${est}/acme/cacerts`)
  expect(status).toBe(200)
  await unpack(body, 'ca.pem')
}

const verify = (name: string) =>
  openssl('verify', '-x509_strict', '-purpose', 'sslclient', '-CAfile', 'ca.pem', name)

const ALGORITHMS: [string, string[]][] = [
  ['P-256', ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256']],
  ['P-384', ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-384']],
  ['RSA', ['-newkey', 'rsa:2048']],
  ['Ed25519', ['-newkey', 'ed25519']],
]

async function makeRequest(name: string, algorithm: string[]): Promise<void> {
  const out = ['-keyout', `${name}.key`, '-outform', 'DER', '-out', `${name}.csr`]
  await openssl('req', '-new', '-nodes', ...algorithm, '-subj', '/CN=whoever', ...out)
  await openssl('base64', '-in', `${name}.csr`, '-out', `${name}.b64`)
}

const post = (user: string, request: string, path = '/simpleenroll') =>
  curl('-u', user, '-H', 'Content-Type: application/pkcs10', '--data-binary', `@${at(request)}`, est + path)

describe('a device with nothing but curl and openssl', () => {
  test.each(ALGORITHMS)('enrols and renews a key of %s; openssl trusts both', async (name, algorithm) => {
    const { address, pin } = await getCode(baseUrl)
    await makeRequest(name, algorithm)
    const first = await post(`acme\\${address}:${pin}`, `${name}.b64`)
    expect([first.status, first.body.slice(0, 80)]).toEqual([200, expect.stringMatching(/^MI/)])
    await unpack(first.body, `${name}.crt`)
    expect(await verify(`${name}.crt`)).toContain(': OK')
    const [subject, key] = [
      await openssl('x509', '-in', `${name}.crt`, '-noout', '-subject', '-ext', 'subjectAltName'),
      await openssl('x509', '-in', `${name}.crt`, '-noout', '-pubkey'),
    ]
    expect(subject).toContain(address)
    expect(subject).not.toContain('whoever')
    expect(key).toBe(await openssl('pkey', '-in', `${name}.key`, '-pubout'))

    const [, id = ''] = /^device-id: (\S+)/im.exec(first.headers) ?? []
    const [, credential = ''] = /^device-credential: (\S+)/im.exec(first.headers) ?? []
    const again = await post(`${id}:${credential}`, `${name}.b64`, '/simplereenroll')
    expect(again.status).toBe(200)
    await unpack(again.body, `${name}-2.crt`)
    expect(await verify(`${name}-2.crt`)).toContain(': OK')
    expect(await openssl('x509', '-in', `${name}-2.crt`, '-noout', '-serial')).not.toBe(
      await openssl('x509', '-in', `${name}.crt`, '-noout', '-serial'),
    )
  })

  test('is asked who it is, and told in JSON what went wrong', async () => {
    await makeRequest('nobody', ALGORITHMS[0]?.[1] ?? [])
    const type = ['-H', 'Content-Type: application/pkcs10', '--data-binary', `@${at('nobody.b64')}`]
    const anonymous = await curl(...type, `${est}/simpleenroll`)
    expect(anonymous.status).toBe(401)
    expect(anonymous.headers).toMatch(/^www-authenticate: Basic /im)
    expect(anonymous.headers).toMatch(/^content-type: application\/problem\+json/im)
    expect(JSON.parse(anonymous.body)).toMatchObject({ code: 'authentication_required' })
    expect((await post('acme\\nobody@acme.example:12345678', 'nobody.b64')).status).toBe(401)
  })

  test('control: openssl does not trust it under another authority', async () => {
    await openssl(
      'req',
      '-x509',
      '-nodes',
      '-newkey',
      'rsa:2048',
      '-keyout',
      'o.key',
      '-out',
      'other.pem',
      '-subj',
      '/CN=o',
    )
    await expect(openssl('verify', '-CAfile', 'other.pem', 'P-256.crt')).rejects.toThrow()
  })
})

test('the reference client redeems, gets its certificate and renews it', async () => {
  const { url } = await getCode(baseUrl)
  const { command, options } = readCommand(['redeem', url, '--certificate', '--state', at('device.json')])
  if (command.kind !== 'redeem') throw new Error('not a redeem command')
  const said: string[] = []
  const say = (text: string) => void said.push(text)
  await redeem(command, options, say)
  expect(said.join('\n')).toContain(at('device.crt'))
  expect(await verify('device.crt')).toContain(': OK')
  const key = await openssl('pkey', '-in', 'device.key', '-pubout')
  const first = await readFile(at('device.crt'), 'utf8')
  expect(await openssl('x509', '-in', 'device.crt', '-noout', '-pubkey')).toBe(key)
  expect((await readFile(at('device-chain.crt'), 'utf8')).trim()).toContain('BEGIN CERTIFICATE')

  await certify({ ...options, certificate: false }, say)
  expect(await readFile(at('device.crt'), 'utf8')).not.toBe(first)
  expect(await verify('device.crt')).toContain(': OK')
  expect(await openssl('x509', '-in', 'device.crt', '-noout', '-pubkey')).toBe(key)

  const renewed = await readFile(at('device.crt'), 'utf8')
  await checkIn(options, say)
  expect(await readFile(at('device.crt'), 'utf8')).toBe(renewed)
  const state = JSON.parse(await readFile(at('device.json'), 'utf8'))
  state.certificate.renewAfter = '2020-01-01T00:00:00.000Z'
  await writeFile(at('device.json'), JSON.stringify(state))
  await checkIn(options, say)
  expect(await readFile(at('device.crt'), 'utf8')).not.toBe(renewed)
})
