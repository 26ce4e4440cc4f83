import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { makeProof } from '../../../src/tools/device/proof.ts'
import { freshCsr, makeCsr, makeKeys } from '../../support/csr.ts'
import {
  inD1,
  issueCode,
  makePerson,
  makeTestDevice,
  seedWorld,
  services,
  time,
} from '../../support/world.ts'
import { basic, byCode, certificatesOf, enrol, giveIdentity, refusal } from './support.ts'

beforeAll(async () => {
  await seedWorld()
  await giveIdentity()
})
beforeEach(time.start)
afterEach(() => vi.restoreAllMocks())

const PATH = '/simplereenroll'
const REFUSED = { status: 401, code: 'invalid_credential' }

async function enrolled(kind: Parameters<typeof makeKeys>[0] = 'P-256') {
  const person = await makePerson()
  const keys = await makeKeys(kind)
  const issued = await issueCode(person)
  const answer = await enrol(byCode(issued), await makeCsr(keys))
  const id = answer.headers.get('device-id') ?? ''
  const token = answer.headers.get('device-credential') ?? ''
  return { person, keys, issued, id, token, serial: certificatesOf(answer)[0]?.serialNumber }
}

describe('a device renews its certificate', () => {
  test.each([
    ['by Basic with its id', '/simplereenroll', (id: string, token: string) => basic(id, token)],
    ['by Bearer', '/simplereenroll', (_id: string, token: string) => `Bearer ${token}`],
    ['at the door of the first one', '/simpleenroll', (id: string, token: string) => basic(id, token)],
    ['at a labelled door', '/acme/simplereenroll', (id: string, token: string) => basic(id, token)],
  ])('%s, and the one before is superseded', async (_name, path, authorise) => {
    const { keys, id, token, serial } = await enrolled()
    time.pass(200 * 86_400_000)
    const answer = await enrol(authorise(id, token), await makeCsr(keys), { path })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('device-credential')).toBeNull()
    const next = certificatesOf(answer)[0]
    expect(next?.notAfter.getTime()).toBeGreaterThan(time.now() + 300 * 86_400_000)
    const rows = await inD1(
      'SELECT serial, reason FROM issued_certificates WHERE device_id = ? ORDER BY created_at',
      id,
    )
    expect(rows).toEqual([
      { serial, reason: 'superseded' },
      { serial: next?.serialNumber, reason: null },
    ])
  })

  test('with a key of any kind', async () => {
    const { keys, id, token } = await enrolled('RSA-2048')
    expect((await enrol(basic(id, token), await makeCsr(keys), { path: PATH })).status).toBe(200)
  })

  test('changes its key with a proof of the one before (DPoP)', async () => {
    const { keys, id, token } = await enrolled()
    const key = await crypto.subtle.exportKey('jwk', keys.pair.privateKey)
    const url = `http://localhost:8787/.well-known/est${PATH}`
    const issuedAt = Math.floor(time.now() / 1000)
    const dpop = await makeProof({ key: key as never, method: 'POST', url, issuedAt, token })
    const next = await freshCsr()
    const answer = await enrol(`DPoP ${token}`, next, { path: PATH, headers: { dpop } })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('device-id')).toBe(id)
  })
})

describe('is refused', () => {
  test('a stolen credential with the key of the thief', async () => {
    const { id, token } = await enrolled()
    expect(refusal(await enrol(basic(id, token), await freshCsr(), { path: PATH }))).toEqual(REFUSED)
  })

  test('the credential of a device that proves its key, without the proof', async () => {
    const device = await makeTestDevice()
    const { code } = await issueCode(await makePerson())
    const { token } = (await device.redeem({ code })).body.credential
    for (const authorization of [basic('dev', token), `Bearer ${token}`])
      expect(refusal(await enrol(authorization, await freshCsr(), { path: PATH }))).toEqual(REFUSED)
  })

  test('a code, a PIN, nothing: only a device renews', async () => {
    const { person, issued, keys } = await enrolled()
    const csr = await makeCsr(keys)
    for (const authorization of [byCode(issued), basic(`acme\\${person.address}`, issued.pin)])
      expect(refusal(await enrol(authorization, csr, { path: PATH }))).toEqual(REFUSED)
    expect(refusal(await enrol(null, csr, { path: PATH })).code).toBe('authentication_required')
  })

  test('a credential that another took the place of', async () => {
    const { person, keys, id, token } = await enrolled()
    time.pass(48 * 3_600_000)
    expect((await enrol(byCode(await issueCode(person)), await makeCsr(keys))).status).toBe(200)
    expect(refusal(await enrol(basic(id, token), await makeCsr(keys), { path: PATH }))).toEqual(REFUSED)
  })

  test('an account that was disabled meanwhile, until it is enabled again', async () => {
    const { person, keys, id, token } = await enrolled()
    const actor = { kind: 'manager', id: 'm' } as const
    await services.provisioning.setDisabled({ account: person.account, disabled: true, actor })
    const csr = await makeCsr(keys)
    expect(refusal(await enrol(basic(id, token), csr, { path: PATH }))).toEqual({
      status: 403,
      code: 'setup_disabled',
    })
    await services.provisioning.setDisabled({ account: person.account, disabled: false, actor })
    expect((await enrol(basic(id, token), csr, { path: PATH })).status).toBe(200)
  })

  test('a device that is retired', async () => {
    const { keys, id, token } = await enrolled()
    await inD1("UPDATE devices SET lifecycle = 'retired' WHERE id = ?", id)
    expect(refusal(await enrol(basic(id, token), await makeCsr(keys), { path: PATH }))).toEqual(REFUSED)
  })

  test('a credential that is made up', async () => {
    const token = `dev_${'A'.repeat(22)}.1.${'B'.repeat(43)}`
    expect(refusal(await enrol(basic('dev', token), await freshCsr(), { path: PATH }))).toEqual(REFUSED)
  })
})
