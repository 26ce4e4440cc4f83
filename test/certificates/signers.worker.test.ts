import { X509Certificate } from 'node:crypto'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { DAY } from '../../src/kernel/time.ts'
import { inD1, seedWorld, services, time, watchTrips } from '../support/world.ts'
import { makeBought } from '../web/manage/certificates-support.ts'
import { ACME, anotherIsolate, audited, clear, GLOBEX, MANAGER, seedGlobex } from './storage-support.ts'

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
const content = new TextEncoder().encode('<plist/>')
const isWithin = (part: Uint8Array, whole: Uint8Array) => Buffer.from(whole).includes(Buffer.from(part))

describe('the built-in signer', () => {
  test('is made once, also when many ask at once, and signs with its chain', async () => {
    const signers = await Promise.all(
      Array.from({ length: 6 }, () => anotherIsolate().signerOf(ACME, time.now())),
    )
    expect(new Set(signers.map(({ chain }) => chain.join())).size).toBe(1)
    expect(await audited('certificate.issued')).toMatchObject([{ actor_kind: 'system' }])
    expect(await inD1('SELECT kind, device_id FROM issued_certificates')).toEqual([
      { kind: 'signer', device_id: null },
    ])
    const [signer] = signers
    const signed = (await signer?.sign(content)) ?? new Uint8Array()
    expect(isWithin(content, signed)).toBe(true)
    for (const pem of signer?.chain ?? []) expect(isWithin(new X509Certificate(pem).raw, signed)).toBe(true)
  })

  test('asks D1 once from then on', async () => {
    await certificates.signerOf(ACME, time.now())
    const trips = watchTrips()
    await certificates.signerOf(ACME, time.now())
    expect(trips.count()).toBe(1)
    trips.stop()
  })

  test('is renewed a month before its end, and not before', async () => {
    const first = await certificates.signerOf(ACME, time.now())
    time.pass(first.endsAt - time.now() - 30 * DAY)
    expect((await certificates.signerOf(ACME, time.now())).chain).toEqual(first.chain)
    time.pass(1)
    const renewed = await Promise.all([1, 2, 3].map(() => anotherIsolate().signerOf(ACME, time.now())))
    expect(new Set(renewed.map(({ endsAt }) => endsAt)).size).toBe(1)
    expect(renewed[0]?.endsAt).toBeGreaterThan(first.endsAt + 300 * DAY)
    expect(await inD1('SELECT serial FROM issued_certificates')).toHaveLength(2)
  })

  test('is not made again and again when its authority ends soon', async () => {
    const { endsAt } = await certificates.ensureAuthority(ACME, time.now())
    time.pass(endsAt - time.now() - 20 * DAY)
    const first = await certificates.signerOf(ACME, time.now())
    expect(first.endsAt).toBe(endsAt)
    expect((await certificates.signerOf(ACME, time.now())).chain).toEqual(first.chain)
    expect(await inD1('SELECT serial FROM issued_certificates')).toHaveLength(1)
  })

  test('that was revoked signs nothing more: another takes its place', async () => {
    const first = await certificates.signerOf(ACME, time.now())
    const [row] = await inD1('SELECT serial FROM issued_certificates')
    await certificates.revoke({
      ...{ organisationId: 1, serial: String(row?.serial), reason: 'key_compromise', actor: MANAGER },
      now: time.now(),
    })
    expect((await certificates.signerOf(ACME, time.now())).chain[0]).not.toBe(first.chain[0])
  })
})

describe('an uploaded signer', () => {
  const save = async (bought: { chain: string; key: string }, organisationId = 1) =>
    certificates.saveSigner({
      ...{ organisationId, chainPem: bought.chain, keyPem: bought.key, actor: MANAGER, now: time.now() },
    })

  test('signs in place of the built-in one, for its organisation only, until it is removed', async () => {
    expect((await save(await makeBought())).ok).toBe(true)
    const signer = await certificates.signerOf(ACME, time.now())
    expect(signer.source).toBe('uploaded')
    expect(isWithin(new X509Certificate(signer.chain[1] ?? '').raw, await signer.sign(content))).toBe(true)
    expect((await certificates.signerOf(GLOBEX, time.now())).source).toBe('built_in')
    expect(await certificates.findSigner(77)).toBeNull()
    expect(await certificates.findSigner(1)).toMatchObject({
      ...{ subject: 'CN=Profiles of Acme', issuer: 'CN=Bought Root', keyKind: 'ec' },
    })
    const removal = { organisationId: 77, actor: MANAGER, now: time.now() }
    expect(await certificates.removeSigner(removal)).toEqual({ ok: false, error: 'not_found' })
    expect((await certificates.removeSigner({ ...removal, organisationId: 1 })).ok).toBe(true)
    expect((await certificates.signerOf(ACME, time.now())).source).toBe('built_in')
    expect(await audited('signer.removed')).toMatchObject([{ organisation_id: 1 }])
  })

  test('is sealed at rest, and its change is told without its key', async () => {
    const [first, second] = [await makeBought(), await makeBought({ name: 'CN=Second' })]
    await save(first)
    await save(second)
    const kept = JSON.stringify([
      await inD1('SELECT * FROM organisation_signers'),
      await inD1('SELECT * FROM audit'),
    ])
    for (const { key } of [first, second])
      for (const line of key.split('\n').slice(1, 3)) expect(kept).not.toContain(line)
    const told = (await audited('signer.changed')).map(({ detail }) => detail.changes)
    expect(told[1]).toContainEqual({ field: 'subject', before: 'CN=Profiles of Acme', after: 'CN=Second' })
    expect(await inD1('SELECT source FROM organisation_signers')).toHaveLength(1)
  })

  test('that has ended, or whose master key is gone, gives way to the built-in one', async () => {
    await save(await makeBought({ endsIn: 10 * DAY }))
    const other = anotherIsolate({ masterKey: 9 })
    expect((await other.signerOf(GLOBEX, time.now())).source).toBe('built_in')
    const bereft = await other.signerOf(ACME, time.now())
    expect(bereft.source).toBe('built_in')
    time.pass(10 * DAY)
    const [seen] = [await other.signerOf(ACME, time.now())]
    expect(seen.source).toBe('built_in')
    expect(await certificates.findSigner(1)).not.toBeNull()
  })

  test('that is refused leaves the one before as it is', async () => {
    await save(await makeBought())
    const refused = await save({ chain: (await makeBought()).chain, key: (await makeBought()).key })
    expect(refused).toEqual({ ok: false, error: { key: { code: 'other_key' } } })
    expect(await certificates.findSigner(1)).toMatchObject({ subject: 'CN=Profiles of Acme' })
    expect(await audited('signer.changed')).toHaveLength(1)
  })
})
