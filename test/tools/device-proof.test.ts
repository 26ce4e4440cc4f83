import { createHash } from 'node:crypto'
import { calculateJwkThumbprint, decodeJwt, decodeProtectedHeader, importJWK, jwtVerify } from 'jose'
import { expect, test } from 'vitest'
import { makeDeviceKey, makeProof, thumbprintOf } from '../../src/tools/device/proof.ts'

const url = 'http://localhost:8787/device/v1/redeem?x=1#y'

test('a proof verifies with the key in its header and says method, bare URL and time', async () => {
  const key = await makeDeviceKey()
  const proof = await makeProof({ key, method: 'POST', url, issuedAt: 1_700_000_000 })
  const header = decodeProtectedHeader(proof)
  expect(header).toMatchObject({ typ: 'dpop+jwt', alg: 'ES256', jwk: { kty: 'EC', crv: 'P-256' } })
  const { payload } = await jwtVerify(proof, await importJWK(header.jwk ?? {}, 'ES256'), { typ: 'dpop+jwt' })
  expect(payload).toEqual({
    jti: expect.stringMatching(/^[0-9a-f-]{36}$/),
    htm: 'POST',
    htu: 'http://localhost:8787/device/v1/redeem',
    iat: 1_700_000_000,
  })
})

test('a proof never carries the private key', async () => {
  const key = await makeDeviceKey()
  const proof = await makeProof({ key, method: 'POST', url, issuedAt: 1 })
  expect(key.d).toBeTruthy()
  expect(Object.keys(decodeProtectedHeader(proof).jwk ?? {}).sort()).toEqual(['crv', 'kty', 'x', 'y'])
})

test('a proof of another key does not verify', async () => {
  const [key, stranger] = await Promise.all([makeDeviceKey(), makeDeviceKey()])
  const proof = await makeProof({ key, method: 'POST', url, issuedAt: 1 })
  await expect(
    jwtVerify(proof, await importJWK({ ...stranger, d: undefined } as never, 'ES256')),
  ).rejects.toThrow(/signature/)
})

test('a token binds the proof to itself, a nonce goes along, and every proof is new', async () => {
  const key = await makeDeviceKey()
  const make = () => makeProof({ key, method: 'GET', url, issuedAt: 1, token: 'dev_1.1.abc', nonce: 'n-1' })
  const [one, other] = [decodeJwt(await make()), decodeJwt(await make())]
  expect(one.ath).toBe(createHash('sha256').update('dev_1.1.abc').digest('base64url'))
  expect(one.nonce).toBe('n-1')
  expect(one.jti).not.toBe(other.jti)
})

test('the thumbprint is that of the public key (RFC 7638)', async () => {
  const key = await makeDeviceKey()
  const { d: _private, ...publicKey } = key
  expect(await thumbprintOf(key)).toBe(await calculateJwkThumbprint(publicKey))
})
