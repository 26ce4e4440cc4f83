import { createPrivateKey, X509Certificate } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { readCertificateFile } from '../../src/certificates/account-certificates-reading.ts'
import {
  CERTIFICATES_IN_FILE_MAX,
  lifeOf,
  PARSED_MAX,
  purposesOf,
} from '../../src/certificates/account-certificates-rules.ts'
import { bitString, element, integer, octets, sequence } from '../../src/certificates/der.ts'
import { makePkcs12 } from '../../src/certificates/pkcs12.ts'
import { isPkcs12 } from '../../src/certificates/pkcs12-reading.ts'
import { DAY } from '../../src/kernel/time.ts'
import { openFolder } from './openssl.ts'
import { makeFiles, PASSWORD } from './own-files-support.ts'

const folder = openFolder()
afterAll(() => folder.close())

const mail = makeFiles(folder, 'mail')
const other = makeFiles(folder, 'other')
const NOW = Date.now()
const read = (file: Uint8Array | string, password = '', now = NOW) =>
  readCertificateFile({ bytes: typeof file === 'string' ? Buffer.from(file) : file, password, now })
const fingerprint = new X509Certificate(mail.text('.pem')).fingerprint256.replaceAll(':', '').toLowerCase()

async function taken(file: Uint8Array | string, password = '') {
  const found = await read(file, password)
  if (!found.ok) throw new Error(found.error)
  return found.value
}

describe('a file is taken', () => {
  test.each([
    ['PEM', mail.text('.pem'), false],
    ['PEM with CRLF and words around', `Bag\r\n${mail.text('.pem').replaceAll('\n', '\r\n')}`, false],
    ['DER', mail.der(), false],
    ['PEM with PKCS#8', mail.text('.pem') + mail.text('.key'), true],
    ['PEM with SEC 1, the key first', mail.keyAs('ec') + mail.text('.pem'), true],
  ] as const)('as %s', async (_, file, hasKey) => {
    const found = await taken(file)
    expect(found).toMatchObject({
      ...{ fingerprint, subject: 'CN=Ada Lovelace,O=Acme', issuer: 'CN=Root of mail' },
      commonName: 'Ada Lovelace',
      usages: ['digital_signature', 'key_encipherment', 'email_protection', 'client_auth'],
    })
    expect(found.pkcs8 !== null).toBe(hasKey)
  })

  test.each([
    ['as OpenSSL writes it today', []],
    ['with AES-128 and SHA-384', ['-keypbe', 'AES-128-CBC', '-certpbe', 'AES-128-CBC', '-macalg', 'sha384']],
    ['with 3DES and SHA-1', ['-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES', '-macalg', 'sha1']],
    ['with certificates that are open to see', ['-certpbe', 'NONE']],
  ])('as PKCS#12, %s', async (_, args) => {
    const found = await taken(mail.pkcs12(...args), PASSWORD)
    expect(found).toMatchObject({ fingerprint, commonName: 'Ada Lovelace' })
    expect(found.chain.map((der) => new X509Certificate(der).subject.split('\n').at(-1))).toEqual([
      'CN=Ada Lovelace',
      'CN=Root of mail',
    ])
    const key = createPrivateKey({ key: Buffer.from(found.pkcs8 ?? []), format: 'der', type: 'pkcs8' })
    expect(new X509Certificate(mail.text('.pem')).checkPrivateKey(key)).toBe(true)
  })

  test('as PKCS#12 of our own making, and with one that is protected by an empty password', async () => {
    const { chain, pkcs8 } = await taken(mail.pkcs12(), PASSWORD)
    const again = await makePkcs12({
      ...{ pkcs8: pkcs8 ?? new Uint8Array(), password: 'BCDF', name: 'Mail' },
      chain: chain.map((der) => new X509Certificate(der).toString()),
    })
    expect(await taken(again, 'BCDF')).toMatchObject({ fingerprint })
    expect(await taken(mail.pkcs12('-passout', 'pass:'))).toMatchObject({ fingerprint })
  })

  test('with a key in PKCS#8 that its password opens', async () => {
    const key = mail.keyAs('pkcs8', '-topk8', '-v2', 'aes-256-cbc', '-passout', 'pass:open me')
    expect((await taken(mail.text('.pem') + key, 'open me')).pkcs8).not.toBeNull()
    expect(await read(mail.text('.pem') + key)).toEqual({ ok: false, error: 'password_needed' })
    expect(await read(mail.text('.pem') + key, 'wrong')).toEqual({ ok: false, error: 'wrong_password' })
  })

  test('with RSA, its chain in any order', async () => {
    const rsa = makeFiles(folder, 'rsa', ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048'])
    const found = await taken(rsa.text('-root.pem') + rsa.text('.pem'))
    expect(found).toMatchObject({ commonName: 'Ada Lovelace', pkcs8: null })
    expect(found.chain).toHaveLength(2)
  })
})

describe('a file is refused', () => {
  const refused = async (file: Uint8Array | string, password?: string, now?: number) => {
    const found = await read(file, password, now)
    return found.ok ? 'taken' : found.error
  }

  test('without its password, with a wrong one, or when it was changed', async () => {
    const file = mail.pkcs12()
    expect(await refused(file)).toBe('password_needed')
    expect(await refused(file, 'pass-Word')).toBe('wrong_password')
    // The last bytes are the MAC's salt and count; those in the middle are what it protects.
    const changed = Uint8Array.from(file)
    changed[400] = (changed[400] ?? 0) ^ 1
    expect(await refused(changed, PASSWORD)).not.toBe('taken')
    expect(await refused(file.subarray(0, file.length - 3), PASSWORD)).toBe('unreadable')
  })

  test('with words of its own where it is protected by RC2, without a MAC, or by rounds without end', async () => {
    expect(await refused(mail.pkcs12('-legacy'), PASSWORD)).toBe('protection')
    expect(await refused(mail.pkcs12('-nomac'), PASSWORD)).toBe('protection')
    expect(await refused(mail.pkcs12('-iter', '200000'), PASSWORD)).toBe('protection')
  })

  test('when its key is of another certificate, is not accepted, or there are several', async () => {
    expect(await refused(mail.text('.pem') + other.text('.key'))).toBe('key_mismatch')
    expect(await refused(mail.text('.pem') + mail.text('.key') + other.text('.key'))).toBe('several_keys')
    expect(await refused(mail.text('.key'))).toBe('no_certificate')
    const weak = makeFiles(folder, 'weak', ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:1024'])
    expect(await refused(weak.text('.pem'))).toBe('weak_key')
    const edwards = makeFiles(folder, 'edwards', ['-algorithm', 'ED25519'])
    expect(await refused(edwards.text('.pem') + edwards.text('.key'))).toBe('weak_key')
  })

  test('when certificates do not belong together, it has ended, or it is something else', async () => {
    expect(await refused(mail.text('.pem') + other.text('.pem'))).toBe('not_a_chain')
    expect(await refused(mail.text('.pem') + mail.text('.key') + other.text('.pem'))).toBe('not_a_chain')
    expect(await refused(mail.der(), '', NOW + 301 * DAY)).toBe('ended')
    for (const junk of ['', 'hello', '0\x82', Buffer.alloc(5000, 0x30), mail.der().subarray(0, 90)])
      expect(await refused(junk)).toBe('unreadable')
    expect(await refused(Buffer.alloc(300_000, 0x30))).toBe('too_large')
  })
})

test('a file that is made to keep its reader busy is turned away before anything of it is worked through', async () => {
  const refused = async (file: Uint8Array | string) => {
    const found = await read(file, PASSWORD)
    return found.ok ? 'taken' : found.error
  }
  // Each would be compared with each other.
  expect(await refused(mail.text('.pem').repeat(CERTIFICATES_IN_FILE_MAX + 1))).toBe('chain_too_long')
  expect(await refused(sequence(octets(new Uint8Array(PARSED_MAX)), integer(1), integer(1)))).toBe(
    'too_large',
  )
  // An object identifier of so many arcs becomes as many objects, wherever it hides.
  const arcs = element(0x06, new Uint8Array(100_000).fill(1))
  const hidden = [arcs, octets(arcs), octets(Buffer.concat([arcs, Uint8Array.of(0)])), bitString(arcs)]
  for (const inside of hidden) {
    const file = sequence(integer(3), inside, integer(1))
    expect([isPkcs12(file), await refused(file)]).toEqual([false, 'too_large'])
  }
  const open = Buffer.concat([Uint8Array.of(0x30, 0x80), integer(3), arcs, Uint8Array.of(0, 0)])
  expect(isPkcs12(open)).toBe(false)
  expect(isPkcs12(sequence(integer(3), arcs.subarray(0, 0)))).toBe(true)
  const named = sequence(sequence(element(0x06, new Uint8Array(8000).fill(1))), integer(1), integer(1))
  expect(await refused(named)).toBe('unreadable')
  // Lengths that reach out, nesting without end, indefinite without end.
  for (const hex of ['3084ffffffff020103', '3088ffffffffffffffff020103', '3080'.repeat(60_000)])
    expect(await refused(Buffer.from(hex, 'hex'))).toBe('unreadable')
  let deep: Uint8Array = integer(3)
  for (let level = 0; level < 3000; level += 1) deep = level % 2 ? octets(deep) : sequence(deep)
  expect(await refused(sequence(integer(3), deep, deep))).toBe('unreadable')
  expect(await refused(sequence(deep, integer(1), integer(1)))).not.toBe('taken')
})

test('usages come down to what people know', () => {
  const mails = ['digital_signature', 'key_encipherment', 'email_protection', 'client_auth']
  expect(purposesOf(mails)).toEqual(['mail_encryption', 'mail_signature', 'client'])
  expect(purposesOf(['digital_signature', 'email_protection'])).toEqual(['mail_signature'])
  expect(purposesOf(['email_protection'])).toEqual(['mail_encryption', 'mail_signature'])
  expect(purposesOf(['key_agreement'])).toEqual(['encryption'])
  expect(purposesOf(['cert_sign', 'crl_sign'])).toEqual(['authority'])
  expect(purposesOf(['digital_signature', 'other'])).toEqual(['other'])
  expect(purposesOf([])).toEqual(['any'])
  expect([40, 29, 0].map((days) => lifeOf({ endsAt: NOW + days * DAY }, NOW))).toEqual([
    ...['valid', 'soon', 'ended'],
  ])
})
