import { execFileSync } from 'node:child_process'
import { createPrivateKey } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { renderAppleProfile } from '../../src/artefacts/index.ts'
import { makeSigner } from '../../src/certificates/cms.ts'
import { plainInput } from './apple-samples.ts'
import { readPlist } from './plist-reader.ts'

/** A profile within its signature, as `openssl` reads it: with a chain that an organisation may have uploaded. */

let folder = ''
const at = (name: string) => join(folder, name)
const openssl = (...words: string[]) => execFileSync('openssl', words, { cwd: folder, stdio: 'pipe' })

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-signed-'))
  const ec = ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256']
  const rsa = ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048']
  openssl('genpkey', ...ec, '-out', 'root.key')
  openssl('req', '-x509', '-new', '-key', 'root.key', '-subj', '/CN=Root', '-days', '30', '-out', 'root.pem')
  for (const [name, algorithm] of [['ec', ec] as const, ['rsa', rsa] as const]) {
    openssl('genpkey', ...algorithm, '-out', `${name}.key`)
    openssl('req', '-new', '-key', `${name}.key`, '-subj', `/CN=Signer ${name}`, '-out', `${name}.csr`)
    const usage = ['-days', '30', '-extfile', 'usage.cnf']
    writeFileSync(at('usage.cnf'), 'keyUsage=critical,digitalSignature\nextendedKeyUsage=emailProtection\n')
    openssl(
      'x509',
      '-req',
      '-in',
      `${name}.csr`,
      '-CA',
      'root.pem',
      '-CAkey',
      'root.key',
      ...usage,
      '-out',
      `${name}.pem`,
    )
  }
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const signerWith = (name: string) =>
  makeSigner({
    chain: [readFileSync(at(`${name}.pem`), 'utf8'), readFileSync(at('root.pem'), 'utf8')],
    key: createPrivateKey(readFileSync(at(`${name}.key`), 'utf8')),
  })(Date.now())

describe('a signed profile', () => {
  test.each(['ec', 'rsa'])('verifies and comes out byte for byte (%s)', async (name) => {
    const body = String(renderAppleProfile(plainInput).body)
    writeFileSync(at('profile.der'), await signerWith(name)(new TextEncoder().encode(body)))
    const read = openssl(
      'cms',
      '-verify',
      '-binary',
      '-inform',
      'DER',
      '-in',
      'profile.der',
      '-CAfile',
      'root.pem',
    )
    expect(read.toString('utf8')).toBe(body)
    expect(() => readPlist(read.toString('utf8'))).not.toThrow()
  })

  test('does not verify once a letter of it is another', async () => {
    const body = new TextEncoder().encode(String(renderAppleProfile(plainInput).body))
    const signed = Buffer.from(await signerWith('ec')(body))
    signed[signed.indexOf('Acme Robotics')] = 'B'.charCodeAt(0)
    writeFileSync(at('spoilt.der'), signed)
    expect(() =>
      openssl('cms', '-verify', '-binary', '-inform', 'DER', '-in', 'spoilt.der', '-CAfile', 'root.pem'),
    ).toThrow(/digest|verification failure/i)
  })
})
