import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { DAY } from '../../src/kernel/time.ts'
import { readCertificate } from '../support/csr.ts'
import { inD1, seedWorld, services, time, watchTrips } from '../support/world.ts'
import {
  ACME,
  anotherIsolate,
  audited,
  clear,
  GLOBEX,
  MANAGER,
  makeIdentity,
  seedGlobex,
} from './storage-support.ts'

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

describe('an authority', () => {
  test('is made on first use, for ten years, and is the same from then on', async () => {
    expect(await certificates.listAuthorities(1)).toEqual([])
    const made = await certificates.ensureAuthority(ACME, time.now())
    expect(made.name).toBe('CN=Acme Robotics device CA,O=Acme Robotics')
    expect(Math.round((made.endsAt - time.now()) / DAY)).toBe(3652)
    expect(readCertificate(made.pem).notAfter.getTime()).toBe(made.endsAt)
    time.pass(1000)
    expect(await certificates.ensureAuthority(ACME, time.now())).toEqual(made)
    expect(await certificates.readAuthority(made.id)).toEqual(made)
    expect(await audited('authority.created')).toMatchObject([{ organisation_id: 1, actor_kind: 'system' }])
  })

  test('that twelve ask for at once is one', async () => {
    const asked = Array.from({ length: 12 }, () => anotherIsolate().ensureAuthority(ACME, time.now()))
    const ids = new Set((await Promise.all(asked)).map(({ id }) => id))
    expect(ids.size).toBe(1)
    expect(await certificates.listAuthorities(1)).toHaveLength(1)
    expect(await audited('authority.created')).toHaveLength(1)
  })

  test('belongs to one organisation', async () => {
    const [acme, globex] = await Promise.all(
      [ACME, GLOBEX].map((one) => certificates.ensureAuthority(one, time.now())),
    )
    expect(acme?.id).not.toBe(globex?.id)
    expect(await certificates.listAuthorities(1)).toEqual([acme])
    expect(await certificates.listAuthorities(77)).toEqual([globex])
  })

  test('of an organisation that does not exist is not made', async () => {
    const asked = certificates.ensureAuthority({ id: 4040, name: 'Nobody' }, time.now()).catch(() => 'failed')
    expect(await asked).toBe('failed')
  })

  test('has no private key in the clear anywhere in D1, nor has a signer', async () => {
    await certificates.signerOf(ACME, time.now())
    await makeIdentity()
    const tables = await inD1(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'",
    )
    // What every PKCS#8 of a key on P-256 begins with: the longest run of bytes that base64 keeps.
    const beginning = 'MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQ'
    for (const { name } of tables) {
      const text = JSON.stringify(await inD1(`SELECT * FROM "${name}"`))
      expect([name, text.includes(beginning) || /PRIVATE KEY/.test(text)]).toEqual([name, false])
    }
    const [row] = await inD1('SELECT sealed_key FROM certificate_authorities')
    expect(row?.sealed_key).toMatch(/^k1\.[\w-]{16}\.[\w-]{180,}$/)
  })
})

describe('rotation', () => {
  test('another issues from then on; the old one, and what it issued, stays', async () => {
    const old = await certificates.ensureAuthority(ACME, time.now())
    const before = await makeIdentity()
    const signer = await certificates.signerOf(ACME, time.now())
    time.pass(DAY)
    const next = await certificates.rotateAuthority({ organisation: ACME, actor: MANAGER, now: time.now() })
    expect(next.name).toBe('CN=Acme Robotics device CA 2,O=Acme Robotics')
    expect(await certificates.listAuthorities(1)).toEqual([next, { ...old, retiredAt: time.now() }])
    const after = await makeIdentity()
    expect(after.chain[1]).toBe(next.pem)
    expect(before.chain[1]).toBe(old.pem)
    for (const { chain } of [before, after])
      expect(await certificates.verifyClient(chain[0] ?? '', time.now())).not.toBeNull()
    const renewed = await certificates.signerOf(ACME, time.now())
    expect([signer.chain[1], renewed.chain[1]]).toEqual([old.pem, next.pem])
    expect(await audited('authority.rotated')).toMatchObject([{ actor_id: 'acc_manager' }])
  })

  test('that two ask for at once happens once', async () => {
    await certificates.ensureAuthority(ACME, time.now())
    const input = { organisation: ACME, actor: MANAGER, now: time.now() }
    const made = await Promise.all([1, 2, 3].map(() => anotherIsolate().rotateAuthority(input)))
    expect(new Set(made.map(({ id }) => id)).size).toBe(1)
    expect(await certificates.listAuthorities(1)).toHaveLength(2)
    expect(await audited('authority.rotated')).toHaveLength(1)
  })

  test('happens by itself when the authority has ended, and not before', async () => {
    const old = await certificates.ensureAuthority(ACME, time.now())
    time.pass(old.endsAt - time.now() - 1)
    expect((await certificates.ensureAuthority(ACME, time.now())).id).toBe(old.id)
    time.pass(1)
    expect((await certificates.ensureAuthority(ACME, time.now())).id).not.toBe(old.id)
    expect(await audited('authority.rotated')).toMatchObject([{ actor_kind: 'system' }])
  })
})

describe('the list of what was revoked', () => {
  const serialsIn = (crl: Uint8Array | null, ...serials: string[]) => {
    const text = Buffer.from(crl ?? []).toString('hex')
    return serials.map((serial) => text.includes(serial))
  }

  test('is the same until something is revoked, and has the next number then', async () => {
    const [one, other] = [await makeIdentity(), await makeIdentity()]
    const { id } = await certificates.ensureAuthority(ACME, time.now())
    const first = await certificates.readCrl(id, time.now())
    time.pass(60_000)
    expect(await anotherIsolate().readCrl(id, time.now())).toEqual(first)
    const { serial } = one
    const input = { organisationId: 1, actor: MANAGER, reason: 'key_compromise', now: time.now() } as const
    expect(await certificates.revoke({ ...input, serial })).toEqual({ ok: true, value: null })
    const second = await certificates.readCrl(id, time.now())
    expect(serialsIn(first, one.serial, other.serial)).toEqual([false, false])
    expect(serialsIn(second, one.serial, other.serial)).toEqual([true, false])
    const rows = await inD1('SELECT crl_number, revocations, crl_revocations FROM certificate_authorities')
    expect(rows).toEqual([{ crl_number: 2, revocations: 1, crl_revocations: 1 }])
  })

  test('of a retired authority goes on', async () => {
    const { serial } = await makeIdentity()
    const old = await certificates.ensureAuthority(ACME, time.now())
    const next = await certificates.rotateAuthority({ organisation: ACME, actor: MANAGER, now: time.now() })
    await certificates.revoke({
      ...{ organisationId: 1, serial, reason: 'superseded', actor: MANAGER, now: time.now() },
    })
    expect(serialsIn(await certificates.readCrl(old.id, time.now()), serial)).toEqual([true])
    expect(serialsIn(await certificates.readCrl(next.id, time.now()), serial)).toEqual([false])
  })

  test('made by many at once is one, under one number', async () => {
    const { id } = await certificates.ensureAuthority(ACME, time.now())
    const lists = await Promise.all(Array.from({ length: 8 }, () => anotherIsolate().readCrl(id, time.now())))
    expect(new Set(lists.map((list) => Buffer.from(list ?? []).toString('hex'))).size).toBe(1)
    expect(await inD1('SELECT crl_number FROM certificate_authorities')).toEqual([{ crl_number: 1 }])
  })

  test('is made anew after a day, and forgets what ended long ago', async () => {
    const { serial, endsAt } = await makeIdentity()
    const { id } = await certificates.ensureAuthority(ACME, time.now())
    await certificates.revoke({
      ...{ organisationId: 1, serial, reason: 'unspecified', actor: MANAGER, now: time.now() },
    })
    const first = await certificates.readCrl(id, time.now())
    time.pass(DAY + 1)
    const second = await certificates.readCrl(id, time.now())
    expect(second).not.toEqual(first)
    time.pass(endsAt - time.now() + DAY)
    expect(serialsIn(await certificates.readCrl(id, time.now()), serial)).toEqual([true])
    time.pass(7 * DAY)
    expect(serialsIn(await certificates.readCrl(id, time.now()), serial)).toEqual([false])
  })

  test('is read with one question to D1', async () => {
    const { id } = await certificates.ensureAuthority(ACME, time.now())
    await certificates.readCrl(id, time.now())
    const trips = watchTrips()
    await certificates.readCrl(id, time.now())
    expect(trips.count()).toBe(1)
    trips.stop()
  })

  test('of an authority that nobody knows is none', async () => {
    expect(await certificates.readCrl('ca_unknown', time.now())).toBeNull()
    expect(await certificates.readAuthority('ca_unknown')).toBeNull()
  })
})

describe('a master key that is gone', () => {
  test('keeps the authority from issuing, but not from being rotated, and its last list stays', async () => {
    const { id } = await certificates.ensureAuthority(ACME, time.now())
    const list = await certificates.readCrl(id, time.now())
    const bereft = anotherIsolate({ masterKey: 9 })
    vi.spyOn(console, 'error').mockImplementation(() => {})
    const input = {
      organisation: ACME,
      ...{ accountId: null, deviceId: 'dev_x', now: time.now() },
      subject: { subject: 'CN=x', email: '', keyUsage: [] },
    }
    const failed = await bereft.makeIdentity(input).catch((error: Error) => error.message)
    expect(failed).toContain('rotate it')
    time.pass(2 * DAY)
    expect(await bereft.readCrl(id, time.now())).toEqual(list)
    await bereft.rotateAuthority({ organisation: ACME, actor: MANAGER, now: time.now() })
    expect(await bereft.makeIdentity({ ...input, now: time.now() })).toMatchObject({
      value: { chain: { length: 2 } },
    })
    expect(await bereft.signerOf(ACME, time.now())).toMatchObject({ source: 'built_in' })
  })
})
