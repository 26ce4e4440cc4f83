// Before anything of the library: it reads types at run time.
import 'reflect-metadata'

import { Pkcs10CertificateRequest, Pkcs10CertificateRequestGenerator, X509Certificate } from '@peculiar/x509'

/** Keys and certificate requests (RFC 2986) as devices make them. */

export const KEY_KINDS = {
  'P-256': { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' },
  'P-384': { name: 'ECDSA', namedCurve: 'P-384', hash: 'SHA-384' },
  'P-521': { name: 'ECDSA', namedCurve: 'P-521', hash: 'SHA-512' },
  Ed25519: { name: 'Ed25519' },
  'RSA-2048': rsa(2048),
  'RSA-1024': rsa(1024),
} as const

export type KeyKind = keyof typeof KEY_KINDS

function rsa(modulusLength: number) {
  const publicExponent = Uint8Array.of(1, 0, 1)
  return { name: 'RSASSA-PKCS1-v1_5', modulusLength, publicExponent, hash: 'SHA-256' }
}

export type DeviceKeys = { kind: KeyKind; pair: CryptoKeyPair }

export async function makeKeys(kind: KeyKind = 'P-256'): Promise<DeviceKeys> {
  const pair = await crypto.subtle.generateKey(KEY_KINDS[kind], true, ['sign', 'verify'])
  return { kind, pair: pair as CryptoKeyPair }
}

export type TestCsr = { der: Uint8Array; base64: string; pem: string }

/** A request for the keys; `name` is what it would like to be called. */
export async function makeCsr(keys: DeviceKeys, name = 'Somebody Else'): Promise<TestCsr> {
  const request = await Pkcs10CertificateRequestGenerator.create({
    name: [{ CN: [name] }],
    keys: keys.pair,
    signingAlgorithm: KEY_KINDS[keys.kind],
  })
  return asCsr(new Uint8Array(request.rawData))
}

export async function freshCsr(kind: KeyKind = 'P-256'): Promise<TestCsr> {
  return makeCsr(await makeKeys(kind))
}

/** The same request with its last bit turned: the signature does not fit. */
export function tamper({ der }: TestCsr): TestCsr {
  return asCsr(der.map((byte, index) => (index === der.length - 1 ? byte ^ 1 : byte)))
}

export function asCsr(der: Uint8Array): TestCsr {
  const base64 = Buffer.from(der).toString('base64')
  const lines = base64.replaceAll(/(.{64})/g, '$1\n').trim()
  const pem = `-----BEGIN CERTIFICATE REQUEST-----\n${lines}\n-----END CERTIFICATE REQUEST-----\n`
  return { der, base64, pem }
}

const same = (one: ArrayBuffer, other: ArrayBuffer) => Buffer.from(one).equals(Buffer.from(other))

/** Whether the certificate is for the key of the request. */
export function certifies(certificate: string | Uint8Array, csr: TestCsr): boolean {
  const { publicKey } = new X509Certificate(certificate as string)
  return same(publicKey.rawData, new Pkcs10CertificateRequest(csr.der).publicKey.rawData)
}

export const readCertificate = (certificate: string | Uint8Array) =>
  new X509Certificate(certificate as string)
