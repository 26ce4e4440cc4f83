import 'reflect-metadata'

import { createPrivateKey, createPublicKey } from 'node:crypto'
import { mkdtemp, readFile, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Pkcs10CertificateRequest } from '@peculiar/x509'
import { expect, test } from 'vitest'
import { DEVICE_HELP, readCommand } from '../../src/tools/device/arguments.ts'
import { filesBeside, makeCsr, openKey, saveCertificate } from '../../src/tools/device/certificate.ts'

const folder = () => mkdtemp(join(tmpdir(), 'latchkey-'))

test('the key is made once, kept for its owner alone, and never part of the request', async () => {
  const files = filesBeside(join(await folder(), 'kept', 'device.json'))
  expect(files.key).toMatch(/kept\/device\.key$/)
  const key = await openKey(files.key)
  expect((await stat(files.key)).mode & 0o777).toBe(0o600)
  expect(await openKey(files.key)).toBe(await readFile(files.key, 'utf8'))

  const csr = new Pkcs10CertificateRequest(await makeCsr(key, 'dev_1'))
  expect(await csr.verify()).toBe(true)
  expect(csr.subject).toBe('CN=dev_1')
  const publicKey = createPublicKey(createPrivateKey(key)).export({ format: 'der', type: 'spki' })
  expect(Buffer.from(csr.publicKey.rawData).equals(publicKey)).toBe(true)
  const secret = Buffer.from(String(createPrivateKey(key).export({ format: 'jwk' }).d), 'base64url')
  expect(Buffer.from(csr.rawData).includes(secret)).toBe(false)
})

test('certificate and chain are files that openssl reads', async () => {
  const files = filesBeside(join(await folder(), 'state'))
  const pem = (text: string) => `-----BEGIN CERTIFICATE-----\n${text}\n-----END CERTIFICATE-----`
  await saveCertificate(files, { certificate: pem('MA=='), chain: [pem('MQ=='), `${pem('Mg==')}\n`] })
  expect(await readFile(files.certificate, 'utf8')).toBe(`${pem('MA==')}\n`)
  expect(await readFile(files.chain, 'utf8')).toBe(`${pem('MQ==')}\n${pem('Mg==')}\n`)
})

test('the command line has a certificate, and says so', () => {
  expect(readCommand(['certificate']).command).toEqual({ kind: 'certificate' })
  const { options } = readCommand(['redeem', 'http://localhost:1/p/r?k=s', '--certificate'])
  expect(options.certificate).toBe(true)
  expect(readCommand(['check-in']).options.certificate).toBe(false)
  expect(DEVICE_HELP).toMatch(/^ {2}certificate .+certified/m)
  expect(DEVICE_HELP).toMatch(/^ {2}--certificate /m)
})
