import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { asCsr, freshCsr, makeCsr, makeKeys, tamper } from '../../support/csr.ts'
import { devicesOf } from '../../support/devices.ts'
import {
  bindings,
  breakDatabase,
  inD1,
  issueCode,
  makePerson,
  rowsIn,
  seedWorld,
  services,
  settle,
  tablesIn,
  time,
} from '../../support/world.ts'
import { ask, basic, byCode, byPin, EST, enrol, giveIdentity, refusal, takeIdentity } from './support.ts'

beforeAll(async () => {
  await seedWorld()
  await giveIdentity()
  await giveIdentity('linux')
})
beforeEach(time.start)
afterEach(() => vi.restoreAllMocks())

const UNAUTHORISED = { status: 401, code: 'invalid_provision_code' }
const grantStates = async (ref: string) =>
  (await rowsIn(ref, 'SELECT state FROM grants')).map(({ state }) => state)

describe('a request that cannot be certified leaves the code untouched', () => {
  test.each([
    ['nothing', () => ''],
    ['no base64', () => 'certificate, please'],
    ['base64 of something else', () => btoa('hello')],
    ['an empty sequence', () => asCsr(Uint8Array.of(0x30, 0)).base64],
    ['a length that reaches out', () => asCsr(Uint8Array.of(0x30, 0x82, 0xff, 0xff, 1)).base64],
    ['half a request', async () => asCsr((await freshCsr()).der.slice(0, 90)).base64],
    ['bytes behind it', async () => asCsr(Uint8Array.of(...(await freshCsr()).der, 0, 0)).base64],
    ['a signature of another key', async () => tamper(await freshCsr()).base64],
    ['more than a request can be', async () => (await freshCsr()).base64.repeat(80)],
  ])('%s', async (_name, make) => {
    const person = await makePerson()
    const issued = await issueCode(person)
    const answer = await enrol(byCode(issued), await make())
    expect(refusal(answer)).toEqual({ status: 400, code: 'invalid_certificate_request' })
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(await grantStates(issued.ref)).toEqual(['issued'])
    expect((await enrol(byCode(issued), await freshCsr())).status).toBe(200)
  })

  test.each(['P-521', 'RSA-1024'] as const)('a key of %s', async (kind) => {
    const person = await makePerson()
    const issued = await issueCode(person)
    const csr = await freshCsr(kind)
    expect(refusal(await enrol(byCode(issued), csr))).toEqual({ status: 400, code: 'key_not_accepted' })
    expect(await grantStates(issued.ref)).toEqual(['issued'])
  })

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/json', 'application/pkcs10x'])(
    'sent as %s',
    async (type) => {
      const person = await makePerson()
      const issued = await issueCode(person)
      const answer = await enrol(byCode(issued), await freshCsr(), { type })
      expect(refusal(answer)).toEqual({ status: 415, code: 'unsupported_media_type' })
      expect(await grantStates(issued.ref)).toEqual(['issued'])
    },
  )

  test('a body that is too large', async () => {
    const answer = await enrol(basic('a', 'b'), 'A'.repeat(70 * 1024))
    expect(refusal(answer)).toEqual({ status: 413, code: 'too_large' })
  })

  test('a template without an identity; the person and the audit learn why', async () => {
    const person = await makePerson()
    const issued = await issueCode(person, { platform: 'windows' })
    const csr = await freshCsr()
    for (const authorization of [byCode(issued), byPin(person, issued)])
      expect(refusal(await enrol(authorization, csr))).toEqual({ status: 403, code: 'not_entitled' })
    expect(await grantStates(issued.ref)).toEqual(['issued'])
    await settle(issued.ref)
    expect(
      await inD1(
        `SELECT json_extract(detail, '$.reason') AS reason FROM audit
         WHERE action = 'device.provisioning_failed' AND account_id = ?`,
        person.account.id,
      ),
    ).toEqual([{ reason: 'no_identity' }])
  })
})

describe('whoever is not let in', () => {
  test('is told how to come in', async () => {
    const answer = await enrol(null, await freshCsr())
    expect(refusal(answer)).toEqual({ status: 401, code: 'authentication_required' })
    expect(answer.headers.get('www-authenticate')).toMatch(/^Basic realm="[^"]+", charset="UTF-8"$/)
  })

  test.each([
    ['a wrong PIN', (address: string) => basic(`acme\\${address}`, '00000000')],
    ['somebody unknown', () => basic('acme\\nobody@acme.example', '12345678')],
    ['a code of nobody', () => basic('', `${'A'.repeat(22)}.${'B'.repeat(22)}`)],
    ['a password of no kind', (address: string) => basic(`acme\\${address}`, 'letmein')],
  ])('%s gets the one answer', async (_name, authorise) => {
    const person = await makePerson()
    await issueCode(person)
    const answer = await enrol(authorise(person.address), await freshCsr())
    expect(refusal(answer)).toEqual(UNAUTHORISED)
    expect(answer.headers.get('www-authenticate')).toMatch(/^Basic /)
  })

  test.each([
    ['no colon', `Basic ${btoa('nobody')}`],
    ['no base64', 'Basic ???'],
    ['nothing', 'Basic '],
    ['endless', `Basic ${'QUFB'.repeat(400)}`],
    ['another scheme', 'Digest username="a"'],
  ])('an Authorization with %s is none', async (_name, authorization) => {
    const answer = await enrol(authorization, await freshCsr())
    expect(refusal(answer)).toEqual({ status: 401, code: 'invalid_credential' })
  })

  test('a PIN without a site, and with a site that is none', async () => {
    const person = await makePerson()
    const { pin } = await issueCode(person)
    const csr = await freshCsr()
    const none = await enrol(basic(person.address, pin), csr)
    expect(refusal(none)).toEqual({ status: 404, code: 'unknown_site' })
    expect(none.problem.detail).toContain('/.well-known/est/')
    const wrong = await enrol(basic(`nowhere\\${person.address}`, pin), csr)
    expect(refusal(wrong)).toEqual({ status: 404, code: 'unknown_site' })
    const nobody = await enrol(basic('acme\\', pin), csr)
    expect(refusal(nobody)).toEqual({ status: 401, code: 'user_not_set' })
  })

  test('five wrong PINs lock them here as at every door; the code goes on working', async () => {
    const person = await makePerson()
    const issued = await issueCode(person)
    const csr = await freshCsr()
    for (let index = 0; index < 5; index += 1)
      await enrol(basic(`acme\\${person.address}`, `0000000${index}`), csr)
    expect(refusal(await enrol(byPin(person, issued), csr))).toEqual(UNAUTHORISED)
    expect((await enrol(byCode(issued), csr)).status).toBe(200)
  })

  test('a stranger who guesses writes nothing in any object', async () => {
    const ref = 'C'.repeat(22)
    await enrol(basic('', `${ref}.${'B'.repeat(22)}`), await freshCsr())
    expect(await tablesIn(ref)).toEqual([])
  })

  test('what goes over the coarse shield waits', async () => {
    vi.spyOn(bindings.deviceLimit, 'limit').mockResolvedValue({ success: false })
    for (const path of ['/simpleenroll', '/simplereenroll'])
      expect(refusal(await enrol(basic('a', 'b'), 'A', { path }))).toEqual({
        status: 429,
        code: 'rate_limited',
      })
    const answer = await ask('GET', `${EST}/cacerts`, {})
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '60'])
  })
})

describe('what changes on the way', () => {
  const off = (column: string, on: number) => inD1(`UPDATE organisations SET ${column} = ? WHERE id = 1`, on)

  test('an organisation that is switched off', async () => {
    const person = await makePerson()
    const issued = await issueCode(person)
    await off('enabled', 0)
    const answer = await enrol(byCode(issued), await freshCsr())
    const authorities = await ask('GET', `${EST}/acme/cacerts`, {})
    await off('enabled', 1)
    expect(refusal(answer)).toEqual({ status: 403, code: 'setup_disabled' })
    expect(refusal(authorities)).toEqual({ status: 403, code: 'setup_disabled' })
    expect(await grantStates(issued.ref)).toEqual(['issued'])
  })

  test('switched off between claim and certificate: the same request goes on later', async () => {
    const person = await makePerson()
    const issued = await issueCode(person)
    const csr = await freshCsr()
    await inD1(
      `CREATE TRIGGER switch_off AFTER INSERT ON devices BEGIN
         UPDATE organisations SET enabled = 0 WHERE id = 1; END`,
    )
    const answer = await enrol(byCode(issued), csr)
    await inD1('DROP TRIGGER switch_off')
    expect(refusal(answer)).toEqual({ status: 403, code: 'setup_disabled' })
    expect(await devicesOf(person.account.id)).toMatchObject([{ lifecycle: 'pending' }])
    await off('enabled', 1)
    expect((await enrol(byCode(issued), csr)).status).toBe(200)
    expect(await devicesOf(person.account.id)).toMatchObject([{ lifecycle: 'active' }])
  })

  test('an account that is disabled', async () => {
    const person = await makePerson()
    const issued = await issueCode(person)
    const actor = { kind: 'manager', id: 'm' } as const
    await services.provisioning.setDisabled({ account: person.account, disabled: true, actor })
    const answer = await enrol(byCode(issued), await freshCsr())
    expect(refusal(answer)).toEqual({ status: 403, code: 'setup_disabled' })
  })

  test('the device limit, which leaves the code untouched', async () => {
    const person = await makePerson()
    const first = await issueCode(person, { deviceLimit: 1 })
    const second = await issueCode(person, { deviceLimit: 1, platform: 'linux' })
    expect((await enrol(byCode(first), await freshCsr())).status).toBe(200)
    const answer = await enrol(byCode(second), await freshCsr())
    expect(refusal(answer)).toEqual({ status: 409, code: 'device_limit_reached' })
  })

  test('the template loses its identity after the code was made', async () => {
    const person = await makePerson()
    const issued = await issueCode(person, { platform: 'linux' })
    await takeIdentity('linux')
    const csr = await freshCsr()
    expect(refusal(await enrol(byCode(issued), csr)).code).toBe('not_entitled')
    await giveIdentity('linux')
    expect((await enrol(byCode(issued), csr)).status).toBe(200)
  })

  test('a database that is away: try again, nothing is lost', async () => {
    const person = await makePerson()
    const issued = await issueCode(person)
    const csr = await freshCsr()
    const broken = breakDatabase()
    const answer = await enrol(byCode(issued), csr)
    broken.mend()
    expect(refusal(answer)).toEqual({ status: 503, code: 'temporarily_unavailable' })
    expect(answer.headers.get('retry-after')).toBeTruthy()
    expect((await enrol(byCode(issued), csr)).status).toBe(200)
  })
})

describe('the request of another device', () => {
  test("sent with one's own code is refused: its key lives in another account", async () => {
    const [victim, thief] = [await makePerson(), await makePerson()]
    const csr = await freshCsr()
    expect((await enrol(byCode(await issueCode(victim)), csr)).status).toBe(200)
    const issued = await issueCode(thief)
    expect(refusal(await enrol(byCode(issued), csr))).toEqual({ status: 409, code: 'key_in_use' })
    expect(await grantStates(issued.ref)).toEqual(['issued'])
  })

  test('control: with a key of their own they get in', async () => {
    const person = await makePerson()
    expect((await enrol(byCode(await issueCode(person)), await makeCsr(await makeKeys()))).status).toBe(200)
  })
})

test('a page of another site gets nowhere: its browser may not send this content type unasked', async () => {
  const person = await makePerson()
  const issued = await issueCode(person)
  const headers = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])
    expect((await enrol(byCode(issued), await freshCsr(), { type, headers })).status).toBe(415)
  const preflight = await ask('OPTIONS', `${EST}/simpleenroll`, headers)
  expect(preflight.headers.get('access-control-allow-origin')).toBeNull()
  expect(preflight.status).toBe(404)
})
