import { createPublicKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { calculateJwkThumbprint } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { element, sequence } from '../../src/certificates/der.ts'
import { readRequest } from '../../src/certificates/requests.ts'
import { certifyKey, makeIssuer } from './making-support.ts'
import { type Folder, openFolder, openssl } from './openssl.ts'

let folder: Folder
let good: Uint8Array
beforeAll(() => {
  folder = openFolder()
  good = request(['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256'])
})
afterAll(() => folder.close())

function request(options: string[], subject = '/CN=device'): Uint8Array {
  const key = folder.path('some.key')
  const made = openssl(
    ...['req', '-new', ...options, '-nodes', '-keyout', key, '-utf8', '-subj', subject, '-outform', 'DER'],
  )
  return Uint8Array.from(made)
}

const EC = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256']
const refusalOf = async (csr: Uint8Array) => {
  const read = await readRequest(csr)
  return read.ok ? 'accepted' : read.error
}

describe('keys that are too weak, or that nothing here can use', () => {
  test.each<[string, string[]]>([
    ['RSA with 1024 bits', ['-newkey', 'rsa:1024']],
    ['RSA with 2047 bits', ['-newkey', 'rsa:2047']],
    ['RSA for PSS only', ['-newkey', 'rsa-pss', '-pkeyopt', 'rsa_keygen_bits:2048']],
    ['EC on P-521', ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-521']],
    ['EC on P-192', ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime192v1']],
    ['EC on the curve of Bitcoin', ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:secp256k1']],
    ['EC with a curve of its own', [...EC, '-pkeyopt', 'ec_param_enc:explicit']],
    ['Ed448', ['-newkey', 'ed448']],
  ])('%s', async (_name, options) => {
    expect(await refusalOf(request(options))).toBe('weak_key')
  })
})

describe('what is no request, or not by who holds the key', () => {
  test('any byte that was changed', async () => {
    expect(await refusalOf(good)).toBe('accepted')
    for (let at = 0; at < good.length; at += 7) {
      const changed = good.slice()
      changed[at] = (changed[at] ?? 0) ^ 0x01
      expect([at, await refusalOf(changed)]).not.toEqual([at, 'accepted'])
    }
  })

  test('the key of one with the signature of another', async () => {
    const other = request(EC)
    const signature = other.subarray(-60)
    const mixed = good.slice(0, Math.min(good.length, other.length))
    mixed.set(signature, mixed.length - signature.length)
    expect(await refusalOf(mixed)).toBe('bad_request')
  })

  test('bytes before or after it, a part of it, PEM, hex, a certificate, nothing', async () => {
    const { authority } = await makeIssuer()
    const pem = openssl('req', '-inform', 'DER', '-in', folder.file('good.der', good))
    for (const bytes of [
      Buffer.concat([good, Buffer.of(0)]),
      Buffer.concat([Buffer.of(0), good]),
      good.slice(0, -1),
      good.slice(0, 20),
      new Uint8Array(pem),
      Buffer.from(Buffer.from(good).toString('hex')),
      Buffer.from(Buffer.from(good).toString('base64')),
      Buffer.from(authority.pem),
      new Uint8Array(),
    ])
      expect(await refusalOf(bytes)).toBe('bad_request')
  })

  test('a megabyte of garbage, and one that looks like a request, cost nothing', async () => {
    const garbage = crypto.getRandomValues(new Uint8Array(65_536))
    const much = Buffer.concat(Array.from({ length: 16 }, () => garbage))
    const wrapped = sequence(sequence(much), sequence(), element(3, Uint8Array.of(0)))
    const from = performance.now()
    for (const bytes of [much, wrapped, Buffer.alloc(1_048_576, 0x30), Buffer.alloc(1_048_576)])
      expect(await refusalOf(bytes)).toBe('bad_request')
    expect(performance.now() - from).toBeLessThan(100)
  })

  test('sequences in sequences, as deep as they go', async () => {
    let deep: Uint8Array = new Uint8Array()
    while (deep.length < 16_000) deep = sequence(deep)
    const info = sequence(Uint8Array.of(2, 1, 0), sequence(), sequence(deep, deep.subarray(0, 0)))
    expect(await refusalOf(deep)).toBe('bad_request')
    expect(await refusalOf(sequence(info, sequence(), element(3, Uint8Array.of(0))))).toBe('bad_request')
  })

  test('an RSA key whose exponent is 1', async () => {
    const spki = request(['-newkey', 'rsa:2048'])
    const at = Buffer.from(spki).indexOf(Buffer.from('0203010001', 'hex'))
    expect(at).toBeGreaterThan(0)
    spki.set([2, 3, 0, 0, 1], at)
    expect(await refusalOf(spki)).toBe('weak_key')
  })

  test('a signed request whose algorithm, or the numbers of its signature, have another tag', async () => {
    const ecdsa = Buffer.from(good).indexOf(Buffer.from('300a06082a8648ce3d0403', 'hex'))
    expect(ecdsa).toBeGreaterThan(0)
    for (const [at, tag] of [
      [ecdsa, 0xa0],
      [good.indexOf(2, ecdsa + 17), 10],
    ] as const) {
      const changed = good.slice()
      changed[at] = tag
      expect(await refusalOf(changed)).toBe('bad_request')
    }
  })

  test('whatever bytes there are: a refusal, never an exception', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      // The request itself with some of its bytes replaced.
      fc
        .array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 8 })
        .map((changes) => {
          const changed = good.slice()
          for (const [at, value] of changes) changed[at % good.length] = value
          return changed
        })
        .filter((changed) => Buffer.compare(changed, good) !== 0),
    )
    await fc.assert(
      fc.asyncProperty(bytes, async (csr) => {
        expect(['bad_request', 'weak_key']).toContain(await refusalOf(csr))
      }),
      { numRuns: 300 },
    )
  })
})

describe('what a request says of itself', () => {
  test.each([
    ['markup', '/CN=<script>alert(1)<\\/script>'],
    ['another organisation', '/O=Evil/CN=root/emailAddress=root@evil.example'],
    ['several values in one', '/CN=a+CN=b+OU=c'],
    ['right to left and emoji', '/CN=ש👩🏽‍💻'],
    ['many parts', `/CN=x${'/OU=y'.repeat(80)}`],
    ['nothing', '/'],
  ])('%s, is not in the certificate', async (_name, subject) => {
    const config = folder.file(
      'req.cnf',
      [
        '[req]\ndistinguished_name=dn\nreq_extensions=ext\nprompt=no\nstring_mask=utf8only\n[dn]\n[ext]',
        'basicConstraints=critical,CA:TRUE\nkeyUsage=keyCertSign\nextendedKeyUsage=serverAuth',
        'subjectAltName=DNS:evil.example,email:root@evil.example\nnsComment=evil',
      ].join('\n'),
    )
    const csr = request([...EC, '-config', config], subject)
    const read = await readRequest(csr)
    if (!read.ok) throw new Error(read.error)
    const issuer = await makeIssuer()
    const pem = await certifyKey(issuer, read.value)
    const text = openssl('x509', '-in', folder.file('made.pem', pem), '-noout', '-text').toString()
    expect(text).toContain('Subject: O = Acme, CN = ada@acme.example')
    expect(text).toContain('CA:FALSE')
    for (const word of ['evil', 'Evil', 'script', 'Certificate Sign', 'Server Authentication', 'DNS:'])
      expect(text).not.toContain(word)
  })
})

test.each<[string, string[]]>([
  ['P-256', EC],
  ['Ed25519', ['-newkey', 'ed25519']],
  ['RSA', ['-newkey', 'rsa:2048']],
])('the thumbprint is that of RFC 7638: %s', async (_name, options) => {
  const read = await readRequest(request(options))
  const jwk = createPublicKey(readFileSync(folder.path('some.key'))).export({ format: 'jwk' })
  expect(read).toMatchObject({ ok: true, value: { thumbprint: await calculateJwkThumbprint(jwk) } })
})
