/** The device's certificate: a key that never leaves it, the request for it, and the files that come of it. */
// Before anything of the library: it reads types at run time.
import 'reflect-metadata'

import { webcrypto } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { PemConverter, Pkcs10CertificateRequestGenerator } from '@peculiar/x509'

const P256 = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }

/** Where key, certificate and chain are kept, beside the state file. PEM each. */
export type CertificateFiles = { key: string; certificate: string; chain: string }

/** `.state/device.json` -> `.state/device.key`, `.state/device.crt`, `.state/device-chain.crt`. */
export function filesBeside(state: string): CertificateFiles {
  const base = state.replace(/\.json$/, '')
  return { key: `${base}.key`, certificate: `${base}.crt`, chain: `${base}-chain.crt` }
}

/** The key in the file, as PKCS#8; a new P-256 key, written first, where there is none. */
export async function openKey(file: string): Promise<string> {
  const kept = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (kept !== null) return kept
  const pair = await webcrypto.subtle.generateKey(P256, true, ['sign', 'verify'])
  const der = await webcrypto.subtle.exportKey('pkcs8', pair.privateKey)
  const pem = PemConverter.encode(der, 'PRIVATE KEY')
  await writeWhole(file, pem, 0o600)
  return pem
}

/** A certificate request (RFC 2986) for the key, as PEM. Its subject counts for nothing: the service decides it. */
export async function makeCsr(keyPem: string, name: string): Promise<string> {
  const [der = new ArrayBuffer(0)] = PemConverter.decode(keyPem)
  const privateKey = await webcrypto.subtle.importKey('pkcs8', der, P256, true, ['sign'])
  const { kty, crv, x, y } = await webcrypto.subtle.exportKey('jwk', privateKey)
  const publicPart = { kty, crv, x, y } as webcrypto.JsonWebKey
  const publicKey = await webcrypto.subtle.importKey('jwk', publicPart, P256, true, ['verify'])
  const request = await Pkcs10CertificateRequestGenerator.create({
    name: [{ CN: [name] }],
    keys: { privateKey, publicKey } as CryptoKeyPair,
    signingAlgorithm: P256,
  })
  return request.toString('pem')
}

/** Keeps what the service answered. */
export async function saveCertificate(
  files: CertificateFiles,
  answer: { certificate: string; chain: string[] },
): Promise<void> {
  await writeWhole(files.chain, answer.chain.map((pem) => `${pem.trim()}\n`).join(''), 0o644)
  await writeWhole(files.certificate, `${answer.certificate.trim()}\n`, 0o644)
}

/** The whole file or none of it. */
async function writeWhole(file: string, text: string, mode: number): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  const draft = `${file}.${process.pid}.tmp`
  await writeFile(draft, text.endsWith('\n') ? text : `${text}\n`, { mode })
  await rename(draft, file)
}
