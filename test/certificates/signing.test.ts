import { createPrivateKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeSigner } from '../../src/certificates/cms.ts'
import { makeKeyPair, readPkcs8 } from '../../src/certificates/keys.ts'
import { describeChain, readUpload } from '../../src/certificates/uploads.ts'
import { DAY, HOUR } from '../../src/kernel/time.ts'
import { certifyKey, makeIssuer, NOW } from './making-support.ts'
import { type Folder, openFolder, openssl, told } from './openssl.ts'

let folder: Folder
beforeAll(() => {
  folder = openFolder()
  makeChain('ec', ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-384'])
  makeChain('rsa', ['-newkey', 'rsa:2048'])
  makeChain('weak', ['-newkey', 'rsa:1024'])
  makeChain('ed', ['-newkey', 'ed25519'])
})
afterAll(() => folder.close())

/** Root, authority below it, and the signer's certificate, as somebody buys them. */
function makeChain(name: string, key: string[], extensions = 'keyUsage=critical,digitalSignature') {
  const at = (part: string) => folder.path(`${name}-${part}`)
  const self = ['-x509', '-nodes', '-days', '3650', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256']
  openssl('req', ...self, '-keyout', at('root.key'), '-out', at('root.pem'), '-subj', `/CN=${name} Root`)
  const sign = (part: string, above: string, extension: string, subject: string, options: string[]) => {
    const config = folder.file(`${name}-${part}.cnf`, `${extension}\nsubjectKeyIdentifier=hash\n`)
    openssl(
      ...['req', '-new', ...options, '-nodes', '-keyout', at(`${part}.key`), '-out', at(`${part}.csr`)],
      ...['-subj', subject],
    )
    openssl(
      ...['x509', '-req', '-in', at(`${part}.csr`), '-CA', at(`${above}.pem`), '-CAkey', at(`${above}.key`)],
      ...['-CAcreateserial', '-days', '100', '-extfile', config, '-out', at(`${part}.pem`)],
    )
  }
  const ec = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256']
  const authority = 'basicConstraints=critical,CA:TRUE\nkeyUsage=keyCertSign'
  sign('middle', 'root', authority, `/CN=${name} Authority`, ec)
  sign('own', 'middle', extensions, '/O=Acme, Inc./CN=Profiles of Acme', key)
}

const read = (name: string) => readFileSync(folder.path(name), 'utf8')
const chainOf = (name: string) => ['own', 'middle', 'root'].map((part) => read(`${name}-${part}.pem`))
const upload = (chainPem: string, keyPem: string, now = NOW + HOUR) => readUpload({ chainPem, keyPem, now })

describe('signed as CMS', () => {
  const content = Buffer.from('<?xml version="1.0"?>\r\n<plist>☃\n</plist>\n')

  test.each(['ec', 'rsa'])('with a bought %s chain: openssl gives the very bytes back', async (name) => {
    const given = await upload(chainOf(name).join(''), read(`${name}-own.key`))
    if (!given.ok) throw new Error(JSON.stringify(given.error))
    const sign = makeSigner({ chain: given.value.chain, key: readPkcs8(given.value.pkcs8) })(NOW)
    const path = folder.file('signed.der', await sign(content))
    const out = folder.path('content')
    const verify = ['cms', '-verify', '-binary', '-inform', 'DER', '-in', path, '-out', out]
    const root = folder.path(`${name}-root.pem`)
    expect(told(...verify, '-purpose', 'any', '-CAfile', root).text).toContain('successful')
    expect(readFileSync(out).equals(content)).toBe(true)
    const printed = openssl('cms', '-cmsout', '-print', '-inform', 'DER', '-in', path).toString()
    expect(printed).toContain('signingTime')
    expect(printed).toContain('sha256')
    if (name === 'rsa') expect(printed).toMatch(/signatureAlgorithm:\s+algorithm: rsaEncryption/)
    // As an older reader of PKCS #7 takes it.
    expect(told('smime', '-verify', '-binary', '-inform', 'DER', '-in', path, '-noverify').status).toBe(0)
    expect(openssl('pkcs7', '-print_certs', '-inform', 'DER', '-in', path).toString()).toContain(
      'Profiles of Acme',
    )
  })

  test('with what the built-in authority issued, for any size of content', async () => {
    const issuer = await makeIssuer()
    const pair = await makeKeyPair()
    const own = await certifyKey(
      issuer,
      { publicKey: pair.publicKey, kind: 'ec' },
      { kind: 'signer', subject: 'CN=Acme', email: '' },
    )
    const chain = [own, issuer.authority.pem]
    const sign = makeSigner({ chain, key: readPkcs8(pair.pkcs8) })(NOW)
    const ca = folder.file('ca.pem', issuer.authority.pem)
    for (const size of [0, 1, 127, 128, 255, 256, 65_535, 65_536, 300_000]) {
      const bytes = Buffer.alloc(size, 'x')
      const path = folder.file('built-in.der', await sign(bytes))
      const out = folder.path('built-in')
      const verify = ['cms', '-verify', '-binary', '-inform', 'DER', '-in', path, '-out', out, '-CAfile', ca]
      expect([size, told(...verify, '-x509_strict').status]).toEqual([size, 0])
      expect(readFileSync(out).equals(bytes)).toBe(true)
    }
    expect(
      told('verify', '-purpose', 'sslclient', '-CAfile', ca, folder.file('own.pem', own)).status,
    ).not.toBe(0)
  })

  test('is refused when a bit of it was turned', async () => {
    const issuer = await makeIssuer()
    const pair = await makeKeyPair()
    const own = await certifyKey(issuer, { publicKey: pair.publicKey, kind: 'ec' }, { kind: 'signer' })
    const key = readPkcs8(pair.pkcs8)
    const signed = await makeSigner({ chain: [own, issuer.authority.pem], key })(NOW)(content)
    const at = Buffer.from(signed).indexOf('plist')
    signed[at] = (signed[at] ?? 0) ^ 1
    const path = folder.file('turned.der', signed)
    const verify = ['cms', '-verify', '-inform', 'DER', '-in', path, '-noverify', '-out', '/dev/null']
    expect(told(...verify).status).not.toBe(0)
  })
})

describe('an upload', () => {
  test.each(['ec', 'rsa'])('of a %s chain is taken in any order, with other text between', async (name) => {
    const chain = chainOf(name)
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 0, 2, 2],
    ]) {
      const text = order.map((index) => `subject=/CN=x\r\n${chain[index]}`).join('\n')
      const given = await upload(text, read(`${name}-own.key`))
      if (!given.ok) throw new Error(JSON.stringify(given.error))
      expect(given.value.chain.map((pem) => pem.trim())).toEqual(chain.map((pem) => pem.trim()))
      const serial = openssl('x509', '-in', folder.path(`${name}-own.pem`), '-noout', '-serial').toString()
      expect(serial.trim().toLowerCase()).toBe(`serial=${given.value.serial}`)
      expect(given.value.endsAt - NOW).toBeGreaterThan(99 * DAY)
      expect(describeChain(given.value.chain)).toEqual({
        subject: 'CN=Profiles of Acme,O=Acme\\, Inc.',
        issuer: `CN=${name} Authority`,
        keyKind: name,
      })
    }
  })

  test('of a key in any of the usual PEM forms is taken', async () => {
    const keys = [
      openssl('rsa', '-in', folder.path('rsa-own.key'), '-traditional'),
      openssl('pkey', '-in', folder.path('rsa-own.key')),
    ]
    for (const key of keys)
      expect(await upload(chainOf('rsa').join(''), String(key))).toMatchObject({ ok: true })
    const ec = openssl('ec', '-in', folder.path('ec-own.key'))
    expect(String(ec)).toContain('BEGIN EC PRIVATE KEY')
    expect(await upload(chainOf('ec').join(''), String(ec))).toMatchObject({ ok: true })
  })

  test('that lacks the root is taken, for devices have it', async () => {
    const [own, middle] = chainOf('ec')
    const key = read('ec-own.key')
    expect(await upload(`${own}${middle}`, key)).toMatchObject({ ok: true })
    expect(await upload(`${own}`, key)).toMatchObject({ ok: true })
  })

  test.each<[string, string, () => [chain: string, key: string, now?: number]]>([
    ['nothing', 'chain missing, key missing', () => ['', ' ']],
    ['words', 'chain not_a_certificate, key not_a_key', () => ['certificate', 'key']],
    ['the key as chain', 'chain not_a_certificate', () => [read('ec-own.key'), read('ec-own.key')]],
    [
      'a certificate that is cut off',
      'chain not_a_certificate',
      () => [`${chainOf('ec')[0]?.slice(0, -80)}\n-----END CERTIFICATE-----`, read('ec-own.key')],
    ],
    [
      'something else in PEM',
      'chain not_a_certificate',
      () => ['-----BEGIN CERTIFICATE-----\nMAMCAQA=\n-----END CERTIFICATE-----', read('ec-own.key')],
    ],
    [
      'a key with a password',
      'key not_a_key',
      () => [
        chainOf('ec').join(''),
        String(openssl('pkey', '-in', folder.path('ec-own.key'), '-aes256', '-passout', 'pass:secret')),
      ],
    ],
    [
      'an older key with a password',
      'key not_a_key',
      () => [
        chainOf('rsa').join(''),
        String(
          openssl(
            ...[
              'rsa',
              '-in',
              folder.path('rsa-own.key'),
              '-traditional',
              '-aes256',
              '-passout',
              'pass:secret',
            ],
          ),
        ),
      ],
    ],
    ['a weak key', 'key not_a_key', () => [chainOf('weak').join(''), read('weak-own.key')]],
    ['an Ed25519 key', 'key not_a_key', () => [chainOf('ed').join(''), read('ed-own.key')]],
    ['the key of another', 'key other_key', () => [chainOf('ec').join(''), read('rsa-own.key')]],
    [
      'a certificate that does not belong to it',
      'chain not_a_chain',
      () => [[...chainOf('ec'), chainOf('rsa')[2]].join(''), read('ec-own.key')],
    ],
    ['a gap', 'chain not_a_chain', () => [[chainOf('ec')[0], chainOf('ec')[2]].join(''), read('ec-own.key')]],
    [
      'one that has ended',
      'chain not_valid_now',
      () => [chainOf('ec').join(''), read('ec-own.key'), NOW + 101 * DAY],
    ],
    [
      'one that begins tomorrow',
      'chain not_valid_now',
      () => [chainOf('ec').join(''), read('ec-own.key'), NOW - DAY],
    ],
    [
      'a huge text',
      'chain not_a_certificate',
      () => [chainOf('ec').join('').repeat(200), read('ec-own.key')],
    ],
    [
      'too many certificates',
      'chain not_a_certificate',
      () => [`${chainOf('ec')[0]}`.repeat(11), read('ec-own.key')],
    ],
  ])('of %s is refused at its field', async (_name, expected, make) => {
    const given = await upload(...make())
    if (given.ok) throw new Error('it was taken')
    const told = Object.entries(given.error).map(([field, { code }]) => `${field} ${code}`)
    expect(told.join(', ')).toBe(expected)
  })

  test('of a certificate that may not sign is refused', async () => {
    makeChain('usage', ['-newkey', 'rsa:2048'], 'keyUsage=critical,keyEncipherment')
    expect(await upload(chainOf('usage').join(''), read('usage-own.key'))).toEqual({
      ok: false,
      error: { chain: { code: 'not_for_signing' } },
    })
  })

  test('by a name that imitates: signed by nobody above it is refused', async () => {
    makeChain('copy', ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256'])
    const [own] = chainOf('copy')
    // An authority of the same name and another key.
    openssl(
      ...['req', '-x509', '-new', '-key', folder.path('ec-root.key'), '-subj', '/CN=copy Authority'],
      ...['-out', folder.path('false.pem')],
    )
    expect(await upload(`${own}${read('false.pem')}`, read('copy-own.key'))).toMatchObject({
      error: { chain: { code: 'not_a_chain' } },
    })
  })
})

test('keys of a chain are read as they are kept', () => {
  const key = createPrivateKey(read('rsa-own.key'))
  const pkcs8 = key.export({ format: 'der', type: 'pkcs8' })
  expect(readPkcs8(new Uint8Array(pkcs8)).equals(key)).toBe(true)
})
