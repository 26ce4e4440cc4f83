import { exports } from 'cloudflare:workers'
import { createHmac } from 'node:crypto'
import 'reflect-metadata'
import * as pkijs from 'pkijs'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { endDerivedStatement } from '../../../src/derived-credentials/index.ts'
import { DAY, HOUR, MINUTE } from '../../../src/kernel/time.ts'
import { openDatabase, runBatch } from '../../../src/runtime/database.ts'
import { readCertificate } from '../../support/csr.ts'
import { makeSupervisor, type TestStaff } from '../../support/staff.ts'
import { makeVisitor, type Page, type Visitor } from '../../support/visitor.ts'
import {
  BASE,
  bindings,
  inD1,
  issueCode,
  makePerson,
  makeTestDevice,
  seedWorld,
  services,
  settle,
  type TestPerson,
  time,
  watchTrips,
} from '../../support/world.ts'

/** Derived credentials from the portal: by an external module, and by the organisation's own authority. */

const MODULE = 'https://dc.example/start?tenant=7'
let supervisor: TestStaff
let secret: string

beforeAll(async () => {
  time.start()
  await seedWorld()
  supervisor = await makeSupervisor()
  await allow(['register', 'derived_credential'])
})
beforeEach(time.start)
afterEach(() => vi.restoreAllMocks())

const allow = (permissions: string[]) =>
  inD1('UPDATE account_templates SET permissions = ?', JSON.stringify(permissions))
const useModule = (url: string | null) => inD1('UPDATE service SET derived_credential_url = ?', url)

/** Somebody with an active device of their own, in a browser. */
async function makeOwner() {
  const person = await makePerson({ name: "Ada O'Neill" })
  const visitor = makeVisitor()
  visitor.cookies.set('__Host-latchkey', person.secret)
  const deviceId = await addDevice(person)
  return { person, visitor, deviceId, path: `/portal/devices/${deviceId}/derived` }
}

async function addDevice(person: TestPerson, { active = true } = {}): Promise<string> {
  const code = await issueCode(person)
  const device = await makeTestDevice()
  const redeemed = await device.redeem({ code: code.code })
  if (active) await device.checkIn(redeemed.body.credential.token)
  await settle(person.account.ref)
  return redeemed.body.device.id
}

const rowsOf = (deviceId: string) =>
  inD1('SELECT * FROM derived_credentials WHERE device_id = ? ORDER BY created_at, rowid', deviceId)
const statesOf = async (deviceId: string) => (await rowsOf(deviceId)).map(({ state }) => state)
const present = async (person: TestPerson, deviceId: string) =>
  (await services.deviceExtras.read(person.account, deviceId, time.now())).credential
const auditOf = async (deviceId: string) =>
  (
    await inD1(
      "SELECT action FROM audit WHERE device_id = ? AND action LIKE 'derived%' ORDER BY rowid",
      deviceId,
    )
  ).map(({ action }) => action)

/** The way to the module, as its link on the page says. */
function moduleLink(page: Page): URL {
  const href = /href="(https:\/\/dc\.example[^"]*)"/.exec(page.html)?.[1]
  if (!href) throw new Error(`no link to the module: ${page.status}`)
  return new URL(href.replaceAll('&amp;', '&'))
}

/** What a module that holds `key` answers to a request. */
function answerTo(link: URL, result: string, key = secret, state = link.searchParams.get('state')): string {
  const text = `state=${state}&result=${result}`
  const signature = createHmac('sha256', key).update(text).digest('base64url')
  return `/portal/derived/return?${text}&signature=${signature}`
}

/** As a browser that another site sends here. */
const comeBack = (visitor: Visitor, path: string) => visitor.get(path, { 'sec-fetch-site': 'cross-site' })

describe('the secret of the module', () => {
  const PATH = '/supervise/service/derived'

  test('is missing at first: nobody is sent anywhere, and the supervisor is told', async () => {
    await useModule(MODULE)
    const { visitor, path, deviceId } = await makeOwner()
    expect((await visitor.post(path, {})).status).toBe(503)
    expect(await rowsOf(deviceId)).toEqual([])
    expect((await supervisor.visitor.get(PATH)).html).toContain('Not ready')
  })

  test('is shown once, sealed, and never in the audit; a new one ends the former', async () => {
    const asked = await supervisor.visitor.get(`${PATH}/secret`)
    expect([asked.status, asked.html.includes('shown this once')]).toEqual([200, true])
    const shown: string[] = []
    for (let turn = 0; turn < 2; turn += 1) {
      const page = await supervisor.visitor.post(`${PATH}/secret`, {})
      expect(page.headers.get('cache-control')).toBe('no-store')
      shown.push(/id="module-secret"[^>]*value="([\w-]{43})"/.exec(page.html)?.[1] ?? '')
    }
    expect(new Set(shown).size).toBe(2)
    secret = shown[1] ?? ''
    const page = await supervisor.visitor.get(PATH)
    expect(page.html).toContain('Ready')
    const kept = JSON.stringify([
      await inD1('SELECT * FROM service'),
      await inD1('SELECT * FROM audit'),
      page.html,
    ])
    for (const one of shown) expect([one.length, kept.includes(one)]).toEqual([43, false])
    expect(kept).toMatch(/derivedCredentialSecret[^}]*set.*derivedCredentialSecret[^}]*changed/)
    // The other settings leave it alone.
    const door = await services.organisations.openDoor('acme')
    if (!door.ok) throw new Error('acme is closed')
    await services.supervision.configure(
      door.value.service,
      {
        ...{ defaultOrganisation: 'acme', provisionCodeSeconds: '700', derivedCredentialUrl: MODULE },
        ...{ ownersMayProvision: true, logDeviceFacts: true, androidSmsCode: false, dailyMessages: '' },
        ...{ helpdeskEmail: '', helpdeskPhone: '', helpdeskUrl: '' },
      },
      { kind: 'supervisor', id: supervisor.account.id },
      time.now(),
    )
    expect(await services.moduleSecret.state()).toBe('set')
    const { visitor, path } = await makeOwner()
    const link = moduleLink(await visitor.post(path, {}))
    expect((await comeBack(visitor, answerTo(link, 'success', shown[0]))).status).toBe(403)
    expect((await comeBack(visitor, answerTo(link, 'success'))).status).toBe(200)
  })
})

describe('by the external module', () => {
  beforeEach(() => useModule(MODULE))

  test('leads there by a link, tells what it needs, signed, and comes back with an issued credential', async () => {
    const { visitor, person, deviceId, path } = await makeOwner()
    const page = await visitor.post(path, {})
    expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-store'])
    // No form leads to another site: `form-action` would keep a browser from following it.
    expect(page.headers.get('content-security-policy')).toContain("form-action 'self'")
    const link = moduleLink(page)
    expect(Object.fromEntries(link.searchParams)).toEqual({
      tenant: '7',
      account: person.address,
      name: "Ada O'Neill",
      device: deviceId,
      platform: 'agent',
      organisation: '4711',
      return_to: 'http://localhost:8787/portal/derived/return',
      state: expect.stringMatching(/^[\w-]{22}$/),
      expires: String((time.now() + 30 * MINUTE) / 1000),
      signature: expect.any(String),
    })
    const [signed = '', signature] = link.search.slice(1).split('&signature=')
    expect(createHmac('sha256', secret).update(signed).digest('base64url')).toBe(signature)
    expect(JSON.stringify(await rowsOf(deviceId))).not.toContain(link.searchParams.get('state'))
    expect(await present(person, deviceId)).toMatchObject({ state: 'started', kind: 'external' })

    const session = vi.spyOn(bindings.provisionSessions, 'get')
    const trips = watchTrips()
    const back = await comeBack(visitor, answerTo(link, 'success'))
    expect([back.status, trips.count() <= 3]).toEqual([200, true])
    trips.stop()
    expect(session).toHaveBeenCalled()
    expect(await present(person, deviceId)).toMatchObject({ state: 'issued', finishedAt: time.now() })
    expect(await auditOf(deviceId)).toEqual(['derived_credential.started', 'derived_credential.issued'])

    const before = await rowsOf(deviceId)
    time.pass(MINUTE)
    // A page that is reloaded says the same; another answer to the same state is none.
    expect((await comeBack(visitor, answerTo(link, 'success'))).status).toBe(200)
    expect((await comeBack(visitor, answerTo(link, 'failure'))).status).toBe(409)
    expect(await rowsOf(deviceId)).toEqual(before)
    expect(await auditOf(deviceId)).toHaveLength(2)
  })

  test('is refused where anything is not what the module signed, and the right answer still counts', async () => {
    const { visitor, deviceId, path } = await makeOwner()
    const link = moduleLink(await visitor.post(path, {}))
    const good = answerTo(link, 'success')
    const failure = answerTo(link, 'failure')
    const eve = await makeOwner()
    const other = moduleLink(await eve.visitor.post(eve.path, {}))
    for (const [bad, status] of [
      [good.replace('result=success', 'result=failure'), 403],
      [`${good}x`, 403],
      [good.replace(/signature=.*/, ''), 403],
      [good.replace(/signature=.*/, `signature=${link.searchParams.get('signature')}`), 403],
      [answerTo(link, 'success', `${secret}x`), 403],
      [answerTo(link, 'maybe'), 404],
      [answerTo(link, 'success', secret, 'AAAAAAAAAAAAAAAAAAAAAA'), 404],
      [answerTo(other, 'success'), 404],
      ['/portal/derived/return', 200],
    ] as const) {
      const page = await comeBack(visitor, bad)
      expect([bad, page.status]).toEqual([bad, status])
      expect(page.html).toMatch(/href="\/portal/)
    }
    expect(await statesOf(deviceId)).toEqual(['started'])
    expect((await comeBack(visitor, failure)).status).toBe(200)
    expect(await statesOf(deviceId)).toEqual(['failed'])
    expect((await comeBack(visitor, good)).status).toBe(409)
  })

  test('counts in the session of the account that began it only', async () => {
    const [ada, eve] = [await makeOwner(), await makeOwner()]
    const link = moduleLink(await ada.visitor.post(ada.path, {}))
    expect((await comeBack(eve.visitor, answerTo(link, 'success'))).status).toBe(404)
    expect((await comeBack(makeVisitor(), answerTo(link, 'success'))).location).toContain('/sign-in')
    expect(await statesOf(ada.deviceId)).toEqual(['started'])
    expect((await eve.visitor.post(ada.path, {})).status).toBe(404)
    expect((await eve.visitor.get(`${ada.path}/new`)).status).toBe(404)
  })

  test('counts for half an hour, for the newest beginning, and for the device as it was', async () => {
    const { visitor, deviceId, path } = await makeOwner()
    const first = moduleLink(await visitor.post(path, {}))
    const second = moduleLink(await visitor.post(path, {}))
    expect((await comeBack(visitor, answerTo(first, 'success'))).status).toBe(404)
    time.pass(30 * MINUTE)
    expect((await comeBack(visitor, answerTo(second, 'success'))).status).toBe(410)
    const third = moduleLink(await visitor.post(path, {}))
    await inD1('UPDATE devices SET epoch = epoch + 1 WHERE id = ?', deviceId)
    expect((await comeBack(visitor, answerTo(third, 'success'))).status).toBe(410)
    const fourth = moduleLink(await visitor.post(path, {}))
    await inD1("UPDATE devices SET lifecycle = 'retired' WHERE id = ?", deviceId)
    expect((await comeBack(visitor, answerTo(fourth, 'success'))).status).toBe(410)
    expect((await visitor.post(path, {})).status).toBe(409)
    expect(await statesOf(deviceId)).toEqual(['started'])
  })

  test('asks before another takes the place of the one that was issued, until the device is set up again', async () => {
    const { visitor, person, deviceId, path } = await makeOwner()
    await comeBack(visitor, answerTo(moduleLink(await visitor.post(path, {})), 'success'))
    expect((await visitor.post(path, {})).location).toBe(`${path}/new`)
    expect((await visitor.get(`${path}/new`)).html).toContain(`action="${path}/new"`)
    const link = moduleLink(await visitor.post(`${path}/new`, {}))
    // What was issued holds until there is another.
    expect(await present(person, deviceId)).toMatchObject({ state: 'issued' })
    time.pass(1)
    await comeBack(visitor, answerTo(link, 'success'))
    expect(await statesOf(deviceId)).toEqual(['ended', 'issued'])
    await inD1('UPDATE devices SET epoch = epoch + 1 WHERE id = ?', deviceId)
    expect(await present(person, deviceId)).toBeNull()
    expect((await visitor.post(path, {})).status).toBe(200)
  })

  test('ends with its device, and repeating that changes nothing', async () => {
    const { visitor, deviceId, path } = await makeOwner()
    const link = moduleLink(await visitor.post(path, {}))
    const database = openDatabase(bindings.db)
    const end = (organisationId: number, at: number) =>
      runBatch(database, [endDerivedStatement(database, { organisationId, deviceId, at })])
    await end(77, time.now())
    await end(1, time.now() - 1)
    expect(await statesOf(deviceId)).toEqual(['started'])
    await end(1, time.now())
    const ended = await rowsOf(deviceId)
    await end(1, time.now() + 1)
    expect(await rowsOf(deviceId)).toEqual(ended)
    expect((await comeBack(visitor, answerTo(link, 'success'))).status).toBe(410)
  })
})

describe('without the permission', () => {
  test('nothing of it can be done, and an answer that is on its way changes nothing', async () => {
    await useModule(MODULE)
    const { visitor, deviceId, path } = await makeOwner()
    const link = moduleLink(await visitor.post(path, {}))
    await allow(['register', 'wipe'])
    try {
      for (const act of [path, `${path}/new`]) expect((await visitor.post(act, {})).status).toBe(403)
      const file = await visitor.post(`${path}/file`, { id: 'x', k: 'AAAAAAAAAAAAAAAAAAAAAA' })
      expect(file.status).toBe(403)
      expect((await visitor.get(`${path}/new`)).status).toBe(403)
      expect((await comeBack(visitor, answerTo(link, 'success'))).status).toBe(403)
      expect(await statesOf(deviceId)).toEqual(['started'])
    } finally {
      await allow(['register', 'derived_credential'])
    }
  })
})

describe('from the own authority', () => {
  beforeEach(() => useModule(null))

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

  test('is a file that the shown password opens, with a certificate of the person and its key', async () => {
    const { visitor, person, deviceId, path } = await makeOwner()
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
    const { visitor, deviceId, path } = await makeOwner()
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
    const [ada, eve] = [await makeOwner(), await makeOwner()]
    const { form } = readPage(await ada.visitor.post(ada.path, {}))
    const second = await addDevice(ada.person)
    for (const [visitor, path, sent, status] of [
      [eve.visitor, ada.path, form, 404],
      [eve.visitor, eve.path, form, 404],
      [ada.visitor, `/portal/devices/${second}/derived`, form, 404],
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
    const { visitor, person, deviceId, path } = await makeOwner()
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
    const person = await makePerson()
    const visitor = makeVisitor()
    visitor.cookies.set('__Host-latchkey', person.secret)
    const deviceId = await addDevice(person, { active: false })
    expect((await visitor.post(`/portal/devices/${deviceId}/derived`, {})).status).toBe(409)
    expect(await rowsOf(deviceId)).toEqual([])
  })
})
