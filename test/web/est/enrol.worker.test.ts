import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { certifies, freshCsr, makeCsr, makeKeys } from '../../support/csr.ts'
import { devicesOf } from '../../support/devices.ts'
import { inD1, issueCode, makePerson, runAlarm, seedWorld, time } from '../../support/world.ts'
import { basic, byCode, byPin, certificatesOf, enrol, giveIdentity, refusal } from './support.ts'

beforeAll(async () => {
  await seedWorld()
  await giveIdentity()
})
beforeEach(time.start)
afterEach(() => vi.restoreAllMocks())

const HOUR = 3_600_000

describe('enrolling with a code', () => {
  test.each([
    ['the PIN, with site and address', byPin],
    ['the PIN, with the site id', (person, issued) => basic(`4711\\${person.address}`, issued.pin)],
    ['the provision code', (_person, issued) => byCode(issued)],
    ['the provision code, whatever the user name', (_person, issued) => basic('printer', issued.code)],
  ] satisfies [string, typeof byPin][])('by %s makes an active device', async (_name, authorise) => {
    const person = await makePerson()
    const csr = await freshCsr()
    const answer = await enrol(authorise(person, await issueCode(person)), csr)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('application/pkcs7-mime; smime-type=certs-only')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const [certificate, ...others] = certificatesOf(answer)
    expect(others).toEqual([])
    expect(certificate && certifies(new Uint8Array(certificate.rawData), csr)).toBe(true)
    expect(certificate?.subject).toBe(`CN=${person.address}`)
    const [device, ...more] = await devicesOf(person.account.id)
    expect(more).toEqual([])
    expect(device).toMatchObject({ lifecycle: 'active', reports: 'certificate', confirmed_by: 'device' })
    expect(answer.headers.get('device-id')).toBe(device?.id)
  })

  test('may name the organisation in the path', async () => {
    for (const label of ['acme', 'ACME', '4711']) {
      const person = await makePerson()
      const authorization = basic(person.address, (await issueCode(person)).pin)
      const answer = await enrol(authorization, await freshCsr(), { path: `/${label}/simpleenroll` })
      expect([label, answer.status]).toEqual([label, 200])
    }
  })

  test('needs the PIN behind the code where the code asks for it', async () => {
    const person = await makePerson()
    const issued = await issueCode(person, { confirmation: 'pin' })
    const csr = await freshCsr()
    expect(refusal(await enrol(byCode(issued), csr))).toEqual({ status: 401, code: 'pin_required' })
    const wrong = await enrol(basic('', `${issued.code}.00000000`), csr)
    expect(refusal(wrong)).toEqual({ status: 401, code: 'invalid_provision_code' })
    expect((await enrol(basic('', `${issued.code}.${issued.pin}`), csr)).status).toBe(200)
  })

  test.each(['P-384', 'Ed25519', 'RSA-2048'] as const)('takes a key of %s', async (kind) => {
    const person = await makePerson()
    const csr = await freshCsr(kind)
    const answer = await enrol(byCode(await issueCode(person)), csr)
    const [certificate] = certificatesOf(answer)
    expect(certificate && certifies(new Uint8Array(certificate.rawData), csr)).toBe(true)
  })
})

describe('a lost answer', () => {
  test('is given again to the same key: one device, one certificate that lives', async () => {
    const person = await makePerson()
    const issued = await issueCode(person)
    const keys = await makeKeys()
    const csr = await makeCsr(keys)
    const first = await enrol(byPin(person, issued), csr)
    // The very same request, and one that the same key signed anew.
    const second = await enrol(byPin(person, issued), csr)
    const third = await enrol(byCode(issued), await makeCsr(keys))
    expect([first.status, second.status, third.status]).toEqual([200, 200, 200])
    const ids = [first, second, third].map(({ headers }) => headers.get('device-id'))
    expect(new Set(ids).size).toBe(1)
    expect(await devicesOf(person.account.id)).toHaveLength(1)
    const living = await inD1(
      'SELECT serial FROM issued_certificates WHERE device_id = ? AND revoked_at IS NULL',
      ids[0],
    )
    expect(living.map(({ serial }) => serial)).toEqual([certificatesOf(third)[0]?.serialNumber])
  })

  test('is not given to another key, nor after a day', async () => {
    const person = await makePerson()
    const issued = await issueCode(person)
    const csr = await freshCsr()
    expect((await enrol(byCode(issued), csr)).status).toBe(200)
    const stranger = await enrol(byCode(issued), await freshCsr())
    expect(refusal(stranger)).toEqual({ status: 401, code: 'invalid_provision_code' })
    expect(
      await inD1(
        "SELECT 1 FROM audit WHERE action = 'theft.suspected' AND account_id = ?",
        person.account.id,
      ),
    ).toHaveLength(1)
    time.pass(25 * HOUR)
    expect(refusal(await enrol(byCode(issued), csr)).status).toBe(401)
    expect(await devicesOf(person.account.id)).toHaveLength(1)
  })

  test('of two that use one code at once, one gets a certificate', async () => {
    const person = await makePerson()
    const issued = await issueCode(person)
    const requests = await Promise.all([...'12345678'].map(() => freshCsr()))
    const answers = await Promise.all(requests.map((csr) => enrol(byCode(issued), csr)))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array(7).fill(401)])
    expect(await devicesOf(person.account.id)).toHaveLength(1)
  })
})

test('the key of a device on a new code is the same device, provisioned again', async () => {
  const person = await makePerson()
  const csr = await freshCsr()
  const first = await enrol(byCode(await issueCode(person)), csr)
  time.pass(48 * HOUR)
  const again = await enrol(byCode(await issueCode(person)), csr)
  expect(again.headers.get('device-id')).toBe(first.headers.get('device-id'))
  expect(again.headers.get('device-credential')).not.toBe(first.headers.get('device-credential'))
  expect(await devicesOf(person.account.id)).toHaveLength(1)
})

test('a device that enrolled is not abandoned, for nothing else will ever report', async () => {
  const person = await makePerson()
  await enrol(byCode(await issueCode(person)), await freshCsr())
  time.pass(8 * 24 * HOUR)
  await runAlarm(person.account.ref)
  expect(await devicesOf(person.account.id)).toMatchObject([{ lifecycle: 'active' }])
})
