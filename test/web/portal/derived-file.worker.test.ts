import { exports } from 'cloudflare:workers'
import 'reflect-metadata'
import * as pkijs from 'pkijs'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { DAY, HOUR, MINUTE } from '../../../src/kernel/time.ts'
import { readCertificate } from '../../support/csr.ts'
import { setUpDevice } from '../../support/devices.ts'
import { makeOwner, type Page, type Visitor } from '../../support/visitor.ts'
import { BASE, inD1, services, time, watchTrips } from '../../support/world.ts'
import {
  auditOf,
  makeDerivedOwner,
  present,
  rowsOf,
  startDerived,
  statesOf,
  useModule,
} from './derived-support.ts'

/** Derived credentials from the portal, as a file of the organisation's own authority. */

beforeAll(async () => {
  await startDerived()
  await useModule(null)
})
beforeEach(time.start)
afterEach(() => vi.restoreAllMocks())

/** What the page with the password gives: what opens the file, and what fetches it. */
function readPage({ html }: Page) {
  const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(html)?.[1] ?? ''
  const password = /id="activation-password"[^>]*value="([^"]+)"/.exec(html)?.[1] ?? ''
  return { password, form: { id: hidden('id'), k: hidden('k') } }
}

const fetchFile = (visitor: Visitor, path: string, form: Record<string, string>) => {
  return exports.default.fetch(`${BASE}${path}/file`, {
    method: 'POST',
    headers: {
      'sec-fetch-site': 'same-origin',
      cookie: [...visitor.cookies].map((pair) => pair.join('=')).join('; '),
    },
    body: new URLSearchParams(form),
  })
}

/** The certificate and the private key in a PKCS#12. Throws for a wrong password. */
async function open(bytes: ArrayBuffer, password: string) {
  const text = Uint8Array.from(new TextEncoder().encode(password)).buffer
  const pfx = pkijs.PFX.fromBER(bytes)
  await pfx.parseInternalValues({ password: text, checkIntegrity: true })
  const safe = pfx.parsedValue?.authenticatedSafe
  if (!safe) throw new Error('there is nothing in the file')
  await safe.parseInternalValues({ safeContents: [{}, { password: text }] })
  const contents: { value: pkijs.SafeContents }[] = safe.parsedValue.safeContents
  const bags = contents.flatMap(({ value }) => value.safeBags)
  const [keyBag, certificateBag] = bags.map(({ bagValue }) => bagValue)
  await (keyBag as unknown as { parseInternalValues(how: object): Promise<void> }).parseInternalValues({
    password: text,
  })
  const pkcs8 = (keyBag as pkijs.PKCS8ShroudedKeyBag).parsedValue?.toSchema().toBER()
  const der = (certificateBag as pkijs.CertBag).parsedValue.toSchema().toBER()
  return { pkcs8: pkcs8 as ArrayBuffer, certificate: readCertificate(new Uint8Array(der)) }
}

const certificatesOf = (deviceId: string) =>
  inD1('SELECT * FROM issued_certificates WHERE device_id = ? ORDER BY rowid', deviceId)

describe('from the own authority', () => {
  test('is a file that the shown password opens, with a certificate of the person and its key', async () => {
    const { visitor, person, deviceId, path } = await makeDerivedOwner()
    const page = await visitor.post(path, {})
    expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-store'])
    const { password, form } = readPage(page)
    expect(password).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{4}(-[BCDFGHJKLMNPQRSTVWXZ]{4}){3}$/)
    expect(await certificatesOf(deviceId)).toEqual([])
    await services.certificates.ensureAuthority({ id: 1, name: 'Acme' }, time.now())

    const trips = watchTrips()
    const file = await fetchFile(visitor, path, form)
    expect([file.status, trips.count() <= 3]).toEqual([200, true])
    trips.stop()
    expect(file.headers.get('content-type')).toBe('application/x-pkcs12')
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="acme-derived.p12"')
    const bytes = await file.arrayBuffer()
    await expect(open(bytes.slice(0), `${password}X`).catch(() => 'closed')).resolves.toBe('closed')
    const { pkcs8, certificate } = await open(bytes, password)
    expect(certificate.subject).toBe("O=Acme Robotics, CN=Ada O'Neill")
    expect(certificate.notAfter.getTime() - time.now()).toBe(365 * DAY)
    const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
    const key = await crypto.subtle.importKey('pkcs8', pkcs8, algorithm, false, ['sign'])
    const text = new TextEncoder().encode('text')
    const signed = await crypto.subtle.sign(algorithm, key, text)
    const publicKey = await certificate.publicKey.export(algorithm, ['verify'])
    expect(await crypto.subtle.verify(algorithm, publicKey, signed, text)).toBe(true)

    const [stored] = await certificatesOf(deviceId)
    expect(stored).toMatchObject({ kind: 'derived', serial: certificate.serialNumber, revoked_at: null })
    // It says who its owner is; it is not the device.
    expect(await services.certificates.verifyClient(String(stored?.pem), time.now())).toBeNull()
    expect(await present(person, deviceId)).toMatchObject({
      ...{ state: 'issued', kind: 'built_in', serial: certificate.serialNumber },
      endsAt: certificate.notAfter.getTime(),
    })
    expect(await auditOf(deviceId)).toEqual(['derived_credential.started', 'derived_credential.issued'])
    const kept = JSON.stringify([await rowsOf(deviceId), await inD1('SELECT * FROM audit')])
    for (const one of [password, form.k, Buffer.from(pkcs8).toString('base64')])
      expect(kept).not.toContain(one)
  })

  test('is made once; a button that was pressed twice gets another, and the first is revoked', async () => {
    const { visitor, deviceId, path } = await makeDerivedOwner()
    const { form, password } = readPage(await visitor.post(path, {}))
    expect((await visitor.get(`${path}/file?id=${form.id}&k=${form.k}`)).status).toBe(404)
    expect((await fetchFile(visitor, path, form)).status).toBe(200)
    time.pass(MINUTE)
    const again = await fetchFile(visitor, path, form)
    const { certificate } = await open(await again.arrayBuffer(), password)
    const living = (await certificatesOf(deviceId)).filter(({ revoked_at }) => revoked_at === null)
    expect(living.map(({ serial }) => serial)).toEqual([certificate.serialNumber])
    time.pass(MINUTE)
    const before = JSON.stringify([await certificatesOf(deviceId), await rowsOf(deviceId)])
    expect((await fetchFile(visitor, path, form)).status).toBe(410)
    expect(JSON.stringify([await certificatesOf(deviceId), await rowsOf(deviceId)])).toBe(before)
  })

  test('is given to nobody else, not with another secret, not late, and not for a device that has ended', async () => {
    const [ada, eve] = [await makeDerivedOwner(), await makeDerivedOwner()]
    const { form } = readPage(await ada.visitor.post(ada.path, {}))
    const second = await setUpDevice(ada.person)
    for (const [visitor, path, sent, status] of [
      [eve.visitor, ada.path, form, 404],
      [eve.visitor, eve.path, form, 404],
      [ada.visitor, `/portal/devices/${second.id}/derived`, form, 404],
      [ada.visitor, ada.path, { ...form, k: 'AAAAAAAAAAAAAAAAAAAAAA' }, 410],
      [ada.visitor, ada.path, { ...form, k: '' }, 404],
      [ada.visitor, ada.path, { ...form, id: 'drv_AAAAAAAAAAAAAAAAAAAAAA' }, 404],
    ] as const)
      expect([path, (await fetchFile(visitor, path, sent)).status]).toEqual([path, status])
    time.pass(HOUR)
    expect((await fetchFile(ada.visitor, ada.path, form)).status).toBe(410)
    const fresh = readPage(await ada.visitor.post(ada.path, {}))
    await inD1("UPDATE devices SET lifecycle = 'pending' WHERE id = ?", ada.deviceId)
    expect((await fetchFile(ada.visitor, ada.path, fresh.form)).status).toBe(410)
    await inD1("UPDATE devices SET lifecycle = 'active' WHERE id = ?", ada.deviceId)
    expect((await fetchFile(ada.visitor, ada.path, fresh.form)).status).toBe(200)
    expect(await certificatesOf(eve.deviceId)).toEqual([])
    expect(await certificatesOf(ada.deviceId)).toHaveLength(1)
  })

  test('takes the place of the one before, and leaves the certificate of the device alone', async () => {
    const { visitor, person, deviceId, path } = await makeDerivedOwner()
    const identity = () =>
      services.certificates.makeIdentity({
        organisation: { id: 1, name: 'Acme' },
        accountId: person.account.id,
        deviceId,
        subject: { subject: 'CN=x', email: person.address, keyUsage: [] },
        now: time.now(),
      })
    await identity()
    await fetchFile(visitor, path, readPage(await visitor.post(path, {})).form)
    time.pass(MINUTE)
    expect((await visitor.post(path, {})).location).toBe(`${path}/new`)
    const { form } = readPage(await visitor.post(`${path}/new`, {}))
    expect(await present(person, deviceId)).toMatchObject({ state: 'issued' })
    await fetchFile(visitor, path, form)
    expect(await statesOf(deviceId)).toEqual(['ended', 'issued'])
    await identity()
    const found = await certificatesOf(deviceId)
    expect(found.map(({ kind, revoked_at, reason }) => [kind, revoked_at, reason])).toEqual([
      ['device', time.now() + DAY, 'superseded'],
      ['derived', time.now(), 'superseded'],
      ['derived', null, null],
      ['device', null, null],
    ])
    // A manager who revokes it makes room for another.
    const serial = String(found[2]?.serial)
    const actor = { kind: 'manager', id: 'x' } as const
    await services.certificates.revoke({
      ...{ organisationId: 1, serial, reason: 'key_compromise', actor, now: time.now() },
    })
    expect(await present(person, deviceId)).toMatchObject({ state: 'ended' })
    expect((await visitor.post(path, {})).status).toBe(200)
  })

  test('is not for a device that is not active yet', async () => {
    const { person, visitor } = await makeOwner()
    const { id: deviceId } = await setUpDevice(person, { checkIn: false })
    expect((await visitor.post(`/portal/devices/${deviceId}/derived`, {})).status).toBe(409)
    expect(await rowsOf(deviceId)).toEqual([])
  })
})
