import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { revokeStatements } from '../../src/certificates/index.ts'
import { DAY } from '../../src/kernel/time.ts'
import { openDatabase, runBatch } from '../../src/runtime/database.ts'
import { certifies, freshCsr, type KeyKind, readCertificate, tamper } from '../support/csr.ts'
import { bindings, inD1, seedWorld, services, time, watchTrips } from '../support/world.ts'
import {
  ACME,
  audited,
  clear,
  GLOBEX,
  MANAGER,
  makeIdentity,
  SUBJECT,
  seedGlobex,
} from './storage-support.ts'

/** Certificates as they are issued, shown and revoked. */

beforeAll(async () => {
  time.start()
  await seedWorld()
  await seedGlobex()
})
beforeEach(async () => {
  time.start()
  await clear()
})
afterEach(() => vi.restoreAllMocks())

const { certificates } = services
const database = openDatabase(bindings.db)
const asked = (deviceId = 'dev_a') => ({
  ...{ organisation: ACME, accountId: 'acc_ada', deviceId, subject: SUBJECT, now: time.now() },
})

describe('certifying a request', () => {
  test.each<KeyKind>(['P-256', 'P-384', 'Ed25519', 'RSA-2048'])('with a key of %s', async (kind) => {
    const csr = await freshCsr(kind)
    const given = await certificates.certify({ ...asked(), csr: csr.der })
    if (!given.ok) throw new Error(given.error)
    const { certificate, chain } = given.value
    expect(certifies(certificate.pem, csr)).toBe(true)
    expect(chain).toEqual([(await certificates.ensureAuthority(ACME, time.now())).pem])
    const read = readCertificate(certificate.pem)
    const { publicKey } = readCertificate(chain[0] ?? '')
    expect(await read.verify({ publicKey, date: new Date(time.now()) })).toBe(true)
    expect(read.serialNumber).toBe(certificate.serial)
    expect(read.notAfter.getTime()).toBe(certificate.endsAt)
    expect(Math.round((certificate.endsAt - time.now()) / DAY)).toBe(365)
    expect(await certificates.findIssued(1, certificate.serial)).toEqual(certificate)
    expect(await audited('certificate.issued')).toMatchObject([
      { actor_kind: 'device', device_id: 'dev_a', account_id: 'acc_ada' },
    ])
  })

  test.each<[string, KeyKind, string]>([
    ['tampered', 'P-256', 'bad_request'],
    ['weak', 'RSA-1024', 'weak_key'],
    ['on a curve that is not accepted', 'P-521', 'weak_key'],
  ])('that is %s is refused, and nothing is written', async (what, kind, error) => {
    const made = await freshCsr(kind)
    const { der } = what === 'tampered' ? tamper(made) : made
    const trips = watchTrips()
    expect(await certificates.certify({ ...asked(), csr: der })).toEqual({ ok: false, error })
    expect(await certificates.readCsr(der)).toEqual({ ok: false, error })
    expect(trips.count()).toBe(0)
    trips.stop()
  })

  test('ends with its authority at the latest', async () => {
    const authority = await certificates.ensureAuthority(ACME, time.now())
    time.pass(authority.endsAt - time.now() - 10 * DAY)
    const { endsAt } = await makeIdentity()
    expect(endsAt).toBe(authority.endsAt)
  })

  test('asks D1 twice, and once more when there is no authority yet', async () => {
    const csr = await freshCsr()
    for (const expected of [3, 2]) {
      const trips = watchTrips()
      await certificates.certify({ ...asked(), csr: csr.der })
      expect(trips.count()).toBe(expected)
      trips.stop()
    }
  })

  test('for a subject that is no name fails instead of guessing', async () => {
    const csr = await freshCsr()
    const input = { ...asked(), csr: csr.der, subject: { ...SUBJECT, subject: 'CN=Lovelace, Ada' } }
    expect(await certificates.certify(input).catch((error: Error) => error.message)).toContain('RFC 4514')
    expect(await inD1('SELECT serial FROM issued_certificates')).toEqual([])
  })
})

describe('an identity', () => {
  test('gives what the device had one more day, and no other device', async () => {
    const [first, other] = [await makeIdentity({ deviceId: 'dev_a' }), await makeIdentity()]
    const foreign = await makeIdentity({ organisation: GLOBEX, deviceId: 'dev_a' })
    const second = await makeIdentity({ deviceId: 'dev_a' })
    const states = await inD1('SELECT serial, reason FROM issued_certificates WHERE revoked_at IS NOT NULL')
    expect(states).toEqual([{ serial: first.serial, reason: 'superseded' }])
    for (const { chain } of [first, other, foreign, second])
      expect(await certificates.verifyClient(chain[0] ?? '', time.now())).not.toBeNull()
    time.pass(DAY)
    expect(await certificates.verifyClient(first.chain[0] ?? '', time.now())).toBeNull()
    expect(await certificates.verifyClient(second.chain[0] ?? '', time.now())).not.toBeNull()
  })

  test('of many repetitions gives none a longer day', async () => {
    const first = await makeIdentity({ deviceId: 'dev_a' })
    await makeIdentity({ deviceId: 'dev_a' })
    time.pass(DAY - 1)
    await makeIdentity({ deviceId: 'dev_a' })
    time.pass(1)
    expect(await certificates.verifyClient(first.chain[0] ?? '', time.now())).toBeNull()
  })

  test('that was superseded stands in the list a day later, and can be revoked at once', async () => {
    const { id } = await certificates.ensureAuthority(ACME, time.now())
    const [first, stolen] = [
      await makeIdentity({ deviceId: 'dev_a' }),
      await makeIdentity({ deviceId: 'dev_b' }),
    ]
    for (const deviceId of ['dev_a', 'dev_b']) await makeIdentity({ deviceId })
    const listed = async () => {
      const list = Buffer.from((await certificates.readCrl(id, time.now())) ?? []).toString('hex')
      return [list.includes(first.serial), list.includes(stolen.serial)]
    }
    expect(await listed()).toEqual([false, false])
    const { serial } = stolen
    const revocation = { organisationId: 1, serial, reason: 'key_compromise', actor: MANAGER } as const
    expect(await certificates.revoke({ ...revocation, now: time.now() })).toMatchObject({ ok: true })
    expect(await certificates.verifyClient(stolen.chain[0] ?? '', time.now())).toBeNull()
    expect(await listed()).toEqual([false, true])
    time.pass(DAY)
    expect(await listed()).toEqual([true, true])
  })

  test('is refused to a device that had ten within a day, in the same two questions to D1', async () => {
    for (let count = 0; count < 10; count += 1) await makeIdentity({ deviceId: 'dev_a' })
    const csr = await freshCsr()
    const input = { ...asked(), deviceId: 'dev_a', csr: csr.der }
    const rows = await inD1('SELECT * FROM issued_certificates ORDER BY serial')
    const trips = watchTrips()
    expect(await certificates.certify({ ...input, now: time.now() })).toEqual({
      ok: false,
      error: 'rate_limited',
    })
    expect(trips.count()).toBe(2)
    trips.stop()
    expect(await inD1('SELECT * FROM issued_certificates ORDER BY serial')).toEqual(rows)
    expect(await audited('certificate.issued')).toHaveLength(10)
    await makeIdentity({ deviceId: 'dev_b' })
    await makeIdentity({ organisation: GLOBEX, deviceId: 'dev_a' })
    time.pass(DAY)
    expect((await certificates.certify({ ...input, now: time.now() })).ok).toBe(true)
  })

  test('ends with its device although it has another day', async () => {
    const first = await makeIdentity({ deviceId: 'dev_a' })
    await makeIdentity({ deviceId: 'dev_a' })
    const ended = { organisationId: 1, deviceId: 'dev_a', reason: 'cessation_of_operation' } as const
    await runBatch(database, revokeStatements(database, { ...ended, now: time.now() }))
    expect(await certificates.verifyClient(first.chain[0] ?? '', time.now())).toBeNull()
    expect(await certificates.findIssued(1, first.serial)).toMatchObject({ revokedAt: time.now() })
  })

  test('has a password of twelve letters that nobody mistakes, and no key is kept', async () => {
    const { password, pkcs12, chain } = await makeIdentity()
    expect(password).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{12}$/)
    expect(pkcs12[0]).toBe(0x30)
    expect(chain).toHaveLength(2)
    const kept = JSON.stringify(await inD1('SELECT * FROM issued_certificates'))
    expect(kept).not.toContain(password)
    expect(JSON.stringify(await audited('certificate.issued'))).not.toContain(password)
  })

  test('two at once: one lives', async () => {
    await certificates.ensureAuthority(ACME, time.now())
    await Promise.all([1, 2, 3, 4].map(() => makeIdentity({ deviceId: 'dev_a' })))
    const living = await inD1('SELECT serial FROM issued_certificates WHERE revoked_at IS NULL')
    expect(living).toHaveLength(1)
  })
})

describe('who shows a certificate', () => {
  test('is known as PEM and as DER, until it is revoked or has ended', async () => {
    const { chain, serial, endsAt } = await makeIdentity()
    const [pem = ''] = chain
    const der = new Uint8Array(readCertificate(pem).rawData)
    for (const shown of [pem, `${pem}\r\n`, der])
      expect(await certificates.verifyClient(shown, time.now())).toMatchObject({ serial })
    expect(await certificates.verifyClient(pem, endsAt - 1)).not.toBeNull()
    expect(await certificates.verifyClient(pem, endsAt)).toBeNull()
    expect(await certificates.verifyClient(pem, time.now() - DAY)).toBeNull()
    const revocation = { organisationId: 1, serial, actor: MANAGER, now: time.now() } as const
    await certificates.revoke({ ...revocation, reason: 'superseded' })
    expect(await certificates.verifyClient(pem, time.now())).toBeNull()
  })

  test('is not known by the authority, a signer, a forgery of the serial, or garbage', async () => {
    const { chain } = await makeIdentity()
    const signer = await certificates.signerOf(ACME, time.now())
    const forged = new Uint8Array(readCertificate(chain[0] ?? '').rawData)
    forged[forged.length - 1] = (forged.at(-1) ?? 0) ^ 1
    const trips = watchTrips()
    for (const shown of [chain[1] ?? '', signer.chain[0] ?? '', forged])
      expect(await certificates.verifyClient(shown, time.now())).toBeNull()
    const asked = trips.count()
    for (const shown of ['', 'garbage', chain.join('\n'), new Uint8Array(), new Uint8Array(1_000_000)])
      expect(await certificates.verifyClient(shown, time.now())).toBeNull()
    // What is no certificate is not looked up.
    expect([asked, trips.count()]).toEqual([3, 3])
    trips.stop()
  })
})

describe('revoking', () => {
  const revoke = (serial: string, organisationId = 1) =>
    certificates.revoke({
      ...{ organisationId, serial, reason: 'key_compromise', actor: MANAGER, now: time.now() },
    })

  test('happens once, is recorded with its reason, and takes the serial as people write it', async () => {
    const { serial, deviceId } = await makeIdentity()
    const written = serial.toUpperCase().replace(/(..)(?!$)/g, '$1:')
    expect(await certificates.findIssued(1, written)).toMatchObject({ serial })
    expect(await revoke(written)).toEqual({ ok: true, value: null })
    expect(await revoke(serial)).toEqual({ ok: false, error: 'already' })
    expect(await audited('certificate.revoked')).toMatchObject([
      { actor_id: 'acc_manager', device_id: deviceId, detail: { serial, reason: 'key_compromise' } },
    ])
  })

  test('by many at once is recorded once', async () => {
    const { serial } = await makeIdentity()
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => revoke(serial)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await audited('certificate.revoked')).toHaveLength(1)
    expect(await inD1('SELECT revocations FROM certificate_authorities')).toEqual([{ revocations: 1 }])
  })

  test("another organisation's certificate is not found, and not touched", async () => {
    const { serial } = await makeIdentity({ organisation: GLOBEX })
    expect(await revoke(serial)).toEqual({ ok: false, error: 'not_found' })
    expect(await certificates.findIssued(1, serial)).toBeNull()
    expect(await certificates.listIssued(1, { after: null, now: time.now() })).toEqual({
      rows: [],
      next: null,
    })
    expect(await inD1('SELECT revoked_at FROM issued_certificates')).toEqual([{ revoked_at: null }])
    for (const text of ['', 'x', '%00', "' OR 1=1 --"])
      expect(await revoke(text)).toEqual({ ok: false, error: 'not_found' })
  })

  test('with a device that ends: all of its certificates, once, in the batch of its end', async () => {
    const { serial } = await makeIdentity({ deviceId: 'dev_a' })
    const other = await makeIdentity({ deviceId: 'dev_b' })
    const foreign = await makeIdentity({ organisation: GLOBEX, deviceId: 'dev_a' })
    const input = { organisationId: 1, deviceId: 'dev_a', reason: 'cessation_of_operation' } as const
    for (const later of [0, DAY])
      await runBatch(database, revokeStatements(database, { ...input, now: time.now() + later }))
    expect(await certificates.findIssued(1, serial)).toMatchObject({
      ...{ revokedAt: time.now(), reason: 'cessation_of_operation' },
    })
    expect(await certificates.findIssued(1, other.serial)).toMatchObject({ revokedAt: null })
    expect(await certificates.findIssued(77, foreign.serial)).toMatchObject({ revokedAt: null })
    const { id } = await certificates.ensureAuthority(ACME, time.now())
    const crl = Buffer.from((await certificates.readCrl(id, time.now())) ?? []).toString('hex')
    expect([crl.includes(serial), crl.includes(other.serial)]).toEqual([true, false])
    expect(await inD1('SELECT revocations FROM certificate_authorities WHERE organisation_id = 1')).toEqual([
      { revocations: 1 },
    ])
  })
})
