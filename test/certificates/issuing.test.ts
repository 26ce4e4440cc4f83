import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeCrl } from '../../src/certificates/crl.ts'
import { makeKeyPair, readPkcs8 } from '../../src/certificates/keys.ts'
import type { Issuer } from '../../src/certificates/making.ts'
import { makePkcs12 } from '../../src/certificates/pkcs12.ts'
import { readRequest } from '../../src/certificates/requests.ts'
import { DAY } from '../../src/kernel/time.ts'
import { BASE, certifyKey, freshSerial, makeIssuer, NOW } from './making-support.ts'
import { type Folder, openFolder, openssl, told } from './openssl.ts'

let folder: Folder
let issuer: Issuer & { pkcs8: Uint8Array }
let ca: string
beforeAll(async () => {
  folder = openFolder()
  issuer = await makeIssuer('Acme Robotics')
  ca = folder.file('ca.pem', issuer.authority.pem)
})
afterAll(() => folder.close())

const KINDS: [string, string[]][] = [
  ['P-256', ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256']],
  ['P-384', ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-384']],
  ['Ed25519', ['-newkey', 'ed25519']],
  ['RSA-2048', ['-newkey', 'rsa:2048']],
  ['RSA-3072', ['-newkey', 'rsa:3072']],
]

function request(name: string, options: string[], subject = '/CN=Somebody Else'): Uint8Array {
  const key = folder.path(`${name}.key`)
  return openssl('req', '-new', ...options, '-nodes', '-keyout', key, '-subj', subject, '-outform', 'DER')
}

function textOf(pem: string): string {
  return openssl('x509', '-in', folder.file('text.pem', pem), '-noout', '-text').toString()
}

describe('the authority', () => {
  test('is a root that openssl accepts to the letter, and certifies only ends', () => {
    expect(told('verify', '-x509_strict', '-CAfile', ca, ca).text).toContain(': OK')
    const text = textOf(issuer.authority.pem)
    for (const part of [
      'CN = Acme Robotics device CA',
      'CA:TRUE, pathlen:0',
      'Certificate Sign, CRL Sign',
      'X509v3 Subject Key Identifier',
      'ecdsa-with-SHA256',
      'NIST CURVE: P-256',
    ])
      expect(text).toContain(part)
  })

  test('has a name that no other generation has', async () => {
    const { authority } = await makeIssuer('Acme Robotics', 2)
    expect(textOf(authority.pem)).toContain('CN = Acme Robotics device CA 2')
  })
})

describe('a key that is certified', () => {
  test.each(KINDS)('%s, asked for by openssl, passes its strict check', async (name, options) => {
    const read = await readRequest(request(name, options))
    if (!read.ok) throw new Error(read.error)
    const pem = await certifyKey(issuer, read.value, {
      keyUsage: ['digital_signature', 'key_encipherment'],
    })
    const path = folder.file(`${name}.pem`, pem)
    const strict = ['verify', '-x509_strict', '-purpose', 'sslclient', '-CAfile', ca, path]
    expect(told(...strict)).toMatchObject({ status: 0 })
    expect(told('verify', '-purpose', 'sslserver', '-CAfile', ca, path).status).not.toBe(0)
    const text = textOf(pem)
    for (const part of [
      'CA:FALSE',
      'TLS Web Client Authentication',
      'X509v3 Authority Key Identifier',
      'X509v3 Subject Key Identifier',
      `URI:${BASE}/crl/${issuer.authority.id}.crl`,
      `CA Issuers - URI:${BASE}/ca/${issuer.authority.id}.crt`,
      'email:ada@acme.example',
      'Subject: O = Acme, CN = ada@acme.example',
    ])
      expect(text).toContain(part)
    expect(text).not.toContain('Somebody Else')
    expect(text.includes('Key Encipherment')).toBe(name.startsWith('RSA'))
    const certified = openssl('x509', '-in', path, '-noout', '-pubkey')
    const own = openssl('pkey', '-in', folder.path(`${name}.key`), '-pubout')
    expect(certified.equals(own)).toBe(true)
  })

  test('has a subject in the order of RFC 4514', async () => {
    const { publicKey } = await makeKeyPair()
    const subject = 'CN=Lovelace\\, Ada,OU=Engines,O=Acme'
    const pem = await certifyKey(issuer, { publicKey, kind: 'ec' }, { subject })
    const args = ['x509', '-in', folder.file('name.pem', pem), '-noout', '-subject', '-nameopt', 'RFC2253']
    expect(openssl(...args).toString()).toBe(`subject=${subject}\n`)
  })

  test('without a subject is known by its address alone, which is critical then', async () => {
    const { publicKey } = await makeKeyPair()
    const pem = await certifyKey(issuer, { publicKey, kind: 'ec' }, { subject: 'CN=' })
    expect(textOf(pem)).toMatch(/Subject Alternative Name: critical\s+email:ada@acme\.example/)
    const path = folder.file('nameless.pem', pem)
    expect(told('verify', '-x509_strict', '-purpose', 'sslclient', '-CAfile', ca, path).status).toBe(0)
  })

  test('by another authority of the same name is not accepted', async () => {
    const other = await makeIssuer('Acme Robotics')
    const { publicKey } = await makeKeyPair()
    const path = folder.file('other.pem', await certifyKey(other, { publicKey, kind: 'ec' }))
    expect(told('verify', '-CAfile', ca, path).status).not.toBe(0)
  })
})

describe('a list of what was revoked', () => {
  const list = (number: number, entries: Parameters<typeof makeCrl>[0]['entries']) =>
    makeCrl({
      ...{ pem: issuer.authority.pem, key: readPkcs8(issuer.pkcs8), number, entries },
      ...{ thisUpdate: NOW - 1000, nextUpdate: NOW + 7 * DAY },
    })
  const der = (bytes: Uint8Array) => ['-inform', 'DER', '-in', folder.file('list.crl', bytes)]

  test('is version 2, numbered, dated, signed, and says why', async () => {
    const [one, other] = [freshSerial(), freshSerial()]
    const bytes = list(300, [
      { serial: one, revokedAt: NOW - DAY, reason: 'key_compromise' },
      { serial: other, revokedAt: Date.UTC(2051, 0, 1), reason: 'unspecified' },
    ])
    const verified = told('crl', ...der(bytes), '-verify', '-CAfile', ca, '-noout', '-text')
    expect(verified.text).toContain('verify OK')
    for (const part of ['Version 2', 'Next Update', 'X509v3 Authority Key Identifier', 'Key Compromise'])
      expect(verified.text).toContain(part)
    expect(verified.text).toMatch(/CRL Number:\s+300/)
    expect(verified.text.match(/Serial Number: [0-9A-F]{32}/g)).toEqual(
      [one, other].map((serial) => `Serial Number: ${serial.toUpperCase()}`),
    )
    expect(verified.text.match(/X509v3 CRL Reason Code/g)).toHaveLength(1)
  })

  test('may be empty, and hold thousands', () => {
    const empty = told('crl', ...der(list(1, [])), '-verify', '-CAfile', ca, '-noout', '-text')
    expect(empty.text).toContain('verify OK')
    expect(empty.text).toContain('No Revoked Certificates')
    const entries = Array.from({ length: 5000 }, () => {
      return { serial: freshSerial(), revokedAt: NOW, reason: 'superseded' as const }
    })
    const text = told('crl', ...der(list(2, entries)), '-verify', '-CAfile', ca, '-noout', '-text').text
    expect(text).toContain('verify OK')
    expect(text.match(/Superseded/g)).toHaveLength(5000)
  })

  test('makes openssl refuse what stands in it, and only that', async () => {
    const serial = freshSerial()
    const { publicKey } = await makeKeyPair()
    const revoked = folder.file(
      'revoked.pem',
      await certifyKey(issuer, { publicKey, kind: 'ec' }, { serial }),
    )
    const good = folder.file('good.pem', await certifyKey(issuer, { publicKey, kind: 'ec' }))
    const bytes = list(1, [{ serial, revokedAt: NOW, reason: 'superseded' }])
    const pem = folder.file('list.pem', openssl('crl', ...der(bytes), '-outform', 'PEM'))
    const check = ['verify', '-crl_check', '-x509_strict', '-CRLfile', pem, '-CAfile', ca]
    expect(told(...check, revoked).text).toContain('certificate revoked')
    expect(told(...check, good)).toMatchObject({ status: 0 })
  })

  test('that was changed is refused', () => {
    const bytes = list(1, [{ serial: freshSerial(), revokedAt: NOW, reason: 'superseded' }])
    bytes[120] = (bytes[120] ?? 0) ^ 1
    expect(told('crl', ...der(bytes), '-verify', '-CAfile', ca, '-noout').text).not.toContain('verify OK')
  })
})

test('an identity as PKCS#12: AES-256 under PBKDF2, a MAC of SHA-256, key and chain within', async () => {
  const pair = await makeKeyPair()
  const own = await certifyKey(issuer, { publicKey: pair.publicKey, kind: 'ec' })
  const bytes = await makePkcs12({
    ...{ pkcs8: pair.pkcs8, chain: [own, issuer.authority.pem], password: 'BCDF-GHJK' },
    name: 'Ärzte & Söhne “Acme”',
  })
  const path = folder.file('identity.p12', bytes)
  const { status, text } = told('pkcs12', '-info', '-in', path, '-passin', 'pass:BCDF-GHJK', '-nodes')
  expect(status, text).toBe(0)
  expect(text).toContain('MAC: sha256, Iteration 2048')
  expect(text.match(/PBES2, PBKDF2, AES-256-CBC, Iteration 10000, PRF hmacWithSHA256/g)).toHaveLength(2)
  expect(text.match(/BEGIN CERTIFICATE/g)).toHaveLength(2)
  // Key and certificate are marked as belonging together, the authority is not.
  expect(text.match(/localKeyID: (?:[0-9A-F]{2} ){20}/g)).toHaveLength(2)
  const key = openssl('pkcs12', '-in', path, '-passin', 'pass:BCDF-GHJK', '-nodes', '-nocerts')
  const asPublic = openssl('pkey', '-in', folder.file('identity.key', key), '-pubout')
  const certified = openssl('x509', '-in', folder.file('identity.pem', own), '-noout', '-pubkey')
  expect(asPublic.equals(certified)).toBe(true)
  expect(told('pkcs12', '-in', path, '-passin', 'pass:BCDF-GHJX', '-nodes').status).not.toBe(0)
})
