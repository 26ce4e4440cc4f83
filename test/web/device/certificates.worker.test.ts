import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  certifies,
  freshCsr,
  makeCsr,
  makeKeys,
  readCertificate,
  type TestCsr,
  tamper,
} from '../../support/csr.ts'
import { devicesOf, refusal } from '../../support/devices.ts'
import {
  bindings,
  breakDatabase,
  call,
  inD1,
  issueCode,
  makePerson,
  makeTestDevice,
  seedWorld,
  services,
  time,
} from '../../support/world.ts'
import { giveIdentity, takeIdentity } from '../est/support.ts'

beforeAll(async () => {
  await seedWorld()
  await giveIdentity()
  await giveIdentity('linux', 'certificate')
})
beforeEach(time.start)
afterEach(() => vi.restoreAllMocks())

const PATH = '/device/v1/certificates'
const DAY = 86_400_000

/** A device that has redeemed, with its own certificate call. */
async function makeDevice(options: Parameters<typeof issueCode>[1] & { name?: string } = {}) {
  const person = await makePerson(options.name ? { name: options.name } : {})
  const device = await makeTestDevice()
  const { code } = await issueCode(person, options)
  const { body } = await device.redeem({ code })
  const { token } = body.credential
  return {
    ...{ person, device, token },
    id: body.device.id as string,
    async certify(csr: TestCsr | string, headers: Record<string, string> = {}) {
      const proof = { dpop: await device.proofFor('POST', PATH, token), authorization: `DPoP ${token}` }
      return call('POST', PATH, { ...proof, ...headers }, { csr: typeof csr === 'string' ? csr : csr.pem })
    },
  }
}

const certificatesOf = (deviceId: string) =>
  inD1(
    'SELECT serial, reason, revoked_at FROM issued_certificates WHERE device_id = ? ORDER BY created_at, rowid',
    deviceId,
  )

describe('a device has its key certified', () => {
  test.each(['pem', 'base64'] as const)('sent as %s', async (form) => {
    const { person, certify } = await makeDevice()
    const csr = await freshCsr()
    const { status, body, headers } = await certify(csr[form])
    expect(status).toBe(201)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(Object.keys(body).toSorted()).toEqual(['certificate', 'chain', 'ends_at', 'renew_after', 'serial'])
    expect(certifies(body.certificate, csr)).toBe(true)
    const certificate = readCertificate(body.certificate)
    expect(certificate.subject).toBe(`CN=${person.address}`)
    expect(body.ends_at).toBe(certificate.notAfter.toISOString())
    expect(body.serial).toBe(certificate.serialNumber)
    const [authority] = await services.certificates.listAuthorities(1)
    expect(body.chain.map((pem: string) => pem.trim())).toEqual([authority?.pem.trim()])
    const { publicKey } = readCertificate(body.chain[0])
    expect(await certificate.verify({ publicKey, date: new Date(time.now()) })).toBe(true)
  })

  test('what the request says of itself counts for nothing, and names are only names', async () => {
    await giveIdentity('windows', 'agent', 'CN={{account.name}},O={{organisation.name}}')
    const { certify } = await makeDevice({ platform: 'windows', name: 'Eve, O=Evil\\+CN=root' })
    const { body } = await certify(await makeCsr(await makeKeys(), 'Managing Director'))
    // RFC 4514: the text begins with the last part of the name.
    const names = readCertificate(body.certificate).subjectName.toJSON()
    expect(names).toEqual([{ O: ['Acme Robotics'] }, { CN: ['Eve, O=Evil\\+CN=root'] }])
  })

  test('and renews it with the same call before two thirds of its life are over', async () => {
    const { id, certify } = await makeDevice()
    const keys = await makeKeys()
    const first = await certify(await makeCsr(keys))
    const life = Date.parse(first.body.ends_at) - time.now()
    expect((Date.parse(first.body.renew_after) - time.now()) / life).toBeCloseTo(2 / 3, 2)
    time.pass(Date.parse(first.body.renew_after) - time.now())
    const second = await certify(await makeCsr(keys))
    expect(Date.parse(second.body.ends_at)).toBeGreaterThan(Date.parse(first.body.ends_at))
    expect(await certificatesOf(id)).toMatchObject([
      { serial: first.body.serial, reason: 'superseded' },
      { serial: second.body.serial, reason: null },
    ])
  })

  test('two at once: both are answered, and one supersedes the other', async () => {
    const { id, certify } = await makeDevice()
    const answers = await Promise.all([certify(await freshCsr()), certify(await freshCsr())])
    expect(answers.map(({ status }) => status)).toEqual([201, 201])
    const rows = await certificatesOf(id)
    expect(rows).toHaveLength(2)
    expect(rows.filter(({ revoked_at: at }) => at === null)).toHaveLength(1)
  })

  test('with a bearer credential', async () => {
    const { code } = await issueCode(await makePerson())
    const key = { 'idempotency-key': 'an-idempotency-key-of-128-bits' }
    const { token } = (await call('POST', '/device/v1/redeem', key, { code })).body.credential
    const { pem } = await freshCsr()
    const answer = await call('POST', PATH, { authorization: `Bearer ${token}` }, { csr: pem })
    expect(answer.status).toBe(201)
  })
})

describe('becoming active', () => {
  test('a device that reports by its certificate is active when it got it', async () => {
    const { person, certify } = await makeDevice({ platform: 'linux' })
    expect(await devicesOf(person.account.id)).toMatchObject([
      { lifecycle: 'pending', reports: 'certificate' },
    ])
    expect((await certify(await freshCsr())).status).toBe(201)
    expect(await devicesOf(person.account.id)).toMatchObject([
      { lifecycle: 'active', confirmed_by: 'device' },
    ])
  })

  test('an agent still has to check in', async () => {
    const { person, device, token, certify } = await makeDevice()
    await certify(await freshCsr())
    expect(await devicesOf(person.account.id)).toMatchObject([{ lifecycle: 'pending', reports: 'agent' }])
    expect((await device.checkIn(token)).body.status).toBe('active')
  })
})

describe('a request that is refused', () => {
  test.each([
    ['bad base64', () => 'no+base64!', 'invalid_certificate_request'],
    ['nothing', () => '', 'invalid_certificate_request'],
    ['a certificate', () => btoa('0\u0003\u0002\u0001\u0001'), 'invalid_certificate_request'],
    ['a broken signature', async () => tamper(await freshCsr()).pem, 'invalid_certificate_request'],
    ['a short RSA key', async () => (await freshCsr('RSA-1024')).pem, 'key_not_accepted'],
    ['a curve that is not accepted', async () => (await freshCsr('P-521')).pem, 'key_not_accepted'],
    ['one that is far too long', () => 'A'.repeat(20_000), 'invalid_request'],
  ])('%s', async (_name, make, code) => {
    const { id, certify } = await makeDevice()
    expect(refusal(await certify(await make()))).toEqual({ status: 400, code })
    expect(await certificatesOf(id)).toEqual([])
  })

  test('a body without a request', async () => {
    const { token } = await makeDevice()
    const answer = await call('POST', PATH, { authorization: `Bearer ${token}` }, { request: 'x' })
    expect(refusal(answer)).toEqual({ status: 400, code: 'invalid_request' })
  })

  test('where the template has no identity', async () => {
    await takeIdentity('android')
    const { certify } = await makeDevice({ platform: 'android' })
    expect(refusal(await certify(await freshCsr()))).toEqual({ status: 403, code: 'not_entitled' })
  })

  test('over the coarse shield', async () => {
    const { certify } = await makeDevice()
    vi.spyOn(bindings.deviceLimit, 'limit').mockResolvedValue({ success: false })
    expect(refusal(await certify(await freshCsr()))).toEqual({ status: 429, code: 'rate_limited' })
  })
})

describe('whoever is not the device', () => {
  const REFUSED = { status: 401, code: 'invalid_credential' }

  test('has a token without its key', async () => {
    const { token } = await makeDevice()
    const thief = await makeTestDevice()
    const { pem: csr } = await freshCsr()
    const dpop = await thief.proofFor('POST', PATH, token)
    const withProof = await call('POST', PATH, { dpop, authorization: `DPoP ${token}` }, { csr })
    expect(refusal(withProof)).toEqual(REFUSED)
    expect(refusal(await call('POST', PATH, { authorization: `Bearer ${token}` }, { csr }))).toEqual(REFUSED)
    expect(refusal(await call('POST', PATH, {}, { csr }))).toEqual(REFUSED)
  })

  test('replays a proof of another call, or an old one', async () => {
    const { device, token } = await makeDevice()
    const { pem: csr } = await freshCsr()
    const other = await device.proofFor('POST', '/device/v1/check-in', token)
    const ask = (dpop: string) => call('POST', PATH, { dpop, authorization: `DPoP ${token}` }, { csr })
    expect(refusal(await ask(other))).toEqual(REFUSED)
    const old = await device.proofFor('POST', PATH, token)
    time.pass(6 * 60_000)
    expect(refusal(await ask(old))).toEqual({ status: 401, code: 'use_dpop_nonce' })
  })

  test('caught a token and its proof on their way, and sends them with a key of their own', async () => {
    const { id, device, token } = await makeDevice()
    const headers = { dpop: await device.proofFor('POST', PATH, token), authorization: `DPoP ${token}` }
    const own = await call('POST', PATH, headers, { csr: (await freshCsr()).pem })
    expect(own.status).toBe(201)
    expect(refusal(await call('POST', PATH, headers, { csr: (await freshCsr()).pem }))).toEqual(REFUSED)
    expect(await certificatesOf(id)).toMatchObject([{ serial: own.body.serial, reason: null }])
  })

  test('has the key of a device of another account', async () => {
    const [victim, thief] = [await makeDevice(), await makeDevice()]
    const pair = {
      privateKey: await crypto.subtle.importKey(
        'jwk',
        victim.device.key as JsonWebKey,
        { name: 'ECDSA', namedCurve: 'P-256' },
        true,
        ['sign'],
      ),
      publicKey: await crypto.subtle.importKey(
        'jwk',
        { ...(victim.device.key as object), d: undefined } as never,
        { name: 'ECDSA', namedCurve: 'P-256' },
        true,
        ['verify'],
      ),
    } as CryptoKeyPair
    const csr = await makeCsr({ kind: 'P-256', pair })
    expect(refusal(await thief.certify(csr))).toEqual({ status: 409, code: 'key_in_use' })
    expect((await victim.certify(csr)).status).toBe(201)
  })
})

describe('what has ended', () => {
  const REFUSED = { status: 401, code: 'invalid_credential' }

  test('a retired device, a disabled account, an organisation that is off', async () => {
    const { id, person, certify } = await makeDevice()
    const actor = { kind: 'manager', id: 'm' } as const
    await services.provisioning.setDisabled({ account: person.account, disabled: true, actor })
    const csr = await freshCsr()
    expect(refusal(await certify(csr))).toEqual({ status: 403, code: 'setup_disabled' })
    await services.provisioning.setDisabled({ account: person.account, disabled: false, actor })
    await inD1('UPDATE organisations SET enabled = 0 WHERE id = 1')
    expect(refusal(await certify(csr))).toEqual({ status: 403, code: 'setup_disabled' })
    await inD1('UPDATE organisations SET enabled = 1 WHERE id = 1')
    await inD1("UPDATE devices SET lifecycle = 'retired' WHERE id = ?", id)
    expect(refusal(await certify(csr))).toEqual(REFUSED)
    expect(await certificatesOf(id)).toEqual([])
  })

  test('a database that is away: 503, and the same request again', async () => {
    const { certify } = await makeDevice()
    const csr = await freshCsr()
    const broken = breakDatabase()
    const answer = await certify(csr)
    broken.mend()
    expect(refusal(answer)).toEqual({ status: 503, code: 'temporarily_unavailable' })
    expect((await certify(csr)).status).toBe(201)
  })

  test('the certificate of one organisation is unknown to another', async () => {
    const { certify } = await makeDevice()
    const { serial } = (await certify(await freshCsr())).body
    expect(await services.certificates.findIssued(2, serial)).toBeNull()
    expect(await services.certificates.findIssued(1, serial)).toMatchObject({ serial })
    time.pass(DAY)
  })
})
