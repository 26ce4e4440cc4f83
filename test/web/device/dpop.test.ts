import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { beforeAll, describe, expect, test } from 'vitest'
import { makeKeyring } from '../../../src/kernel/secrets.ts'
import { makeDeviceKey, makeProof, thumbprintOf } from '../../../src/tools/device/proof.ts'
import { makeNonce, verifyProof } from '../../../src/web/device/dpop.ts'

const NOW = 1_800_000_000_000
const keys = makeKeyring({
  current: { id: 'k1', bytes: new Uint8Array(32) },
  previous: null,
  naming: new Uint8Array(32),
})
const SECONDS = NOW / 1000
const TARGET = 'https://setup.acme.example/device/v1/check-in'
let key: Awaited<ReturnType<typeof makeDeviceKey>>
beforeAll(async () => {
  key = await makeDeviceKey()
})

const check = (proof: string, change: Partial<Parameters<typeof verifyProof>[0]> = {}) =>
  verifyProof({ proof, method: 'POST', target: TARGET, token: null, now: NOW, keys, ...change })
const make = (change: Partial<Parameters<typeof makeProof>[0]> = {}) =>
  makeProof({ key, method: 'POST', url: TARGET, issuedAt: SECONDS, ...change })

/** A proof of which anything may be wrong. */
async function forge(change: { header?: object; claims?: object; leakPrivateKey?: boolean }) {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true })
  const jwk = await exportJWK(change.leakPrivateKey ? privateKey : publicKey)
  const claims = { jti: 'one', htm: 'POST', htu: TARGET, iat: SECONDS, ...change.claims }
  return new SignJWT(claims)
    .setProtectedHeader({ typ: 'dpop+jwt', alg: 'ES256', jwk, ...change.header })
    .sign(privateKey)
}

describe('a proof', () => {
  test('names the key that signed it', async () => {
    expect(await check(await make())).toMatchObject({ thumbprint: await thumbprintOf(key) })
  })

  test('holds for five minutes either way, and no longer', async () => {
    for (const offset of [-300, 300])
      expect(await check(await make({ issuedAt: SECONDS + offset }))).not.toBeNull()
    for (const offset of [-301, 301])
      expect(await check(await make({ issuedAt: SECONDS + offset }))).toBe('use_nonce')
  })

  test('holds for its method and target only, whatever query and fragment say', async () => {
    expect(await check(await make({ url: `${TARGET}?a=1#b` }))).not.toBeNull()
    expect(await check(await make({ method: 'GET' }))).toBeNull()
    expect(await check(await make({ url: `${TARGET}/` }))).toBeNull()
    expect(await check(await make({ url: TARGET.replace('acme', 'evil') }))).toBeNull()
  })

  test('with a token holds for that token only', async () => {
    expect(await check(await make({ token: 'mine' }), { token: 'mine' })).not.toBeNull()
    expect(await check(await make({ token: 'other' }), { token: 'mine' })).toBeNull()
    expect(await check(await make(), { token: 'mine' })).toBeNull()
  })
})

describe('a device whose clock is wrong', () => {
  const year = 365 * 24 * 3600

  test('is asked for our nonce, and with it its clock no longer matters', async () => {
    const nonce = makeNonce(keys, NOW)
    for (const offset of [-10 * year, 10 * year])
      expect(await check(await make({ issuedAt: SECONDS + offset, nonce }))).toMatchObject({
        thumbprint: await thumbprintOf(key),
      })
  })

  test('gets no further with a nonce that is old, of the future, or not ours', async () => {
    const other = makeKeyring({
      current: { id: 'k1', bytes: new Uint8Array(32).fill(1) },
      previous: null,
      naming: new Uint8Array(32),
    })
    const nonces = [
      makeNonce(keys, NOW - 301_000),
      makeNonce(keys, NOW + 60_000),
      makeNonce(other, NOW),
      'nonsense',
      '',
    ]
    for (const nonce of nonces)
      expect(await check(await make({ issuedAt: SECONDS + year, nonce }))).toBe('use_nonce')
  })
})

describe('is refused', () => {
  test.each([
    ['of another type', { header: { typ: 'JWT' } }],
    ['without a jti', { claims: { jti: undefined } }],
    ['with an empty jti', { claims: { jti: '' } }],
    ['with an endless jti', { claims: { jti: 'x'.repeat(257) } }],
    ['without an iat', { claims: { iat: undefined } }],
    ['that carries the private key', { leakPrivateKey: true }],
    ['without a key', { header: { jwk: undefined } }],
  ])('a proof %s', async (_name, change) => expect(await check(await forge(change))).toBeNull())

  test('control: the forge makes proofs that hold', async () =>
    expect(await check(await forge({}))).not.toBeNull())

  test('a proof signed by another key than the one it shows', async () => {
    const [header = '', payload = ''] = (await make()).split('.')
    const signature = (await forge({})).split('.')[2]
    expect(await check(`${header}.${payload}.${signature}`)).toBeNull()
  })

  test('a proof that nobody signed, and what is no proof', async () => {
    const none = `${btoa('{"typ":"dpop+jwt","alg":"none"}')}.${btoa('{}')}.`
    for (const text of ['', 'a.b.c', none, 'x'.repeat(5000)]) expect(await check(text)).toBeNull()
  })
})
