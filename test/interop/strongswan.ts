import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { getCode } from '../support/local-people.ts'
import { ask, run } from './programs.ts'
import type { TlsDoor } from './tls.ts'

/** What is missing for it, in words; null where everything is there. */
export async function missingForStrongSwan(): Promise<string | null> {
  const help = await ask('pki', '--est', '--help')
  if (help === null)
    return "strongSwan's pki is not installed. Debian and Ubuntu: sudo apt install strongswan-pki"
  if (!help.includes('--estca') && !help.includes('-userpass'))
    return 'This pki cannot speak EST: strongSwan 5.9.8 or later can.'
  if ((await ask('openssl', 'version')) === null)
    return 'openssl is not installed. Debian and Ubuntu: sudo apt install openssl'
  return null
}

const KINDS = [
  ['ecdsa', '256'],
  ['rsa', '2048'],
] as const

/** Authorities, a first certificate, a lost answer, a renewal: EST (RFC 7030) as `pki` speaks it. */
export async function tryStrongSwan(options: {
  folder: string
  baseUrl: string
  door: TlsDoor
  say(text: string): void
}): Promise<void> {
  const { folder, baseUrl, door, say } = options
  const at = (name: string) => join(folder, name)
  const server = ['--url', door.url, '--cacert', door.trust]

  await run('pki', '--estca', ...server, '--caout', at('ca.pem'), '--outform', 'pem', '--force')
  say(`pki --estca: ${await run('openssl', 'x509', '-in', at('ca.pem'), '-noout', '-subject')}`.trim())

  async function enrol(what: string, request: string, userpass: string): Promise<void> {
    const args = ['--cacert', at('ca.pem'), '--in', request, '--userpass', userpass, '--outform', 'pem']
    await writeFile(at('device.crt'), await run('pki', '--est', ...server, ...args))
    const verify = ['-x509_strict', '-purpose', 'sslclient', '-CAfile', at('ca.pem'), at('device.crt')]
    await run('openssl', 'verify', ...verify)
    const serial = await run('openssl', 'x509', '-in', at('device.crt'), '-noout', '-serial')
    say(`pki --est, ${what}: ${String(serial).trim()}, openssl trusts it`)
  }

  for (const [type, size] of KINDS) {
    const [key, request] = [at(`${type}.key`), at(`${type}.csr`)]
    await writeFile(key, await run('pki', '--gen', '--type', type, '--size', size, '--outform', 'pem'))
    await writeFile(request, await run('pki', '--req', '--in', key, '--type', type, '--dn', 'CN=whoever'))
    const { address, pin, code } = await getCode(baseUrl)
    await enrol(`${type} ${size}, PIN`, request, `acme\\${address}:${pin}`)
    await enrol(`${type} ${size}, the code once more`, request, `anybody:${code}`)
    const { id, credential } = await readCredential(baseUrl, await run('base64', '-w0', request), code)
    await enrol(`${type} ${size}, renewed by the device`, request, `${id}:${credential}`)
  }
}

/** `pki` throws the headers away in which the device's credential comes. */
async function readCredential(baseUrl: string, csr: Buffer, code: string) {
  const answer = await fetch(`${baseUrl}/.well-known/est/simpleenroll`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`:${code}`)}`, 'content-type': 'application/pkcs10' },
    body: String(csr),
  })
  return { id: answer.headers.get('device-id'), credential: answer.headers.get('device-credential') }
}
