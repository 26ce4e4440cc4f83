import { X509Certificate } from 'node:crypto'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { PAGE_SIZE } from '../../../src/kernel/paging.ts'
import { DAY } from '../../../src/kernel/time.ts'
import { rowsReadBy } from '../../support/rows-read.ts'
import { makeManager, type TestStaff } from '../../support/staff.ts'
import {
  call,
  inD1,
  issueCode,
  makePerson,
  makeTestDevice,
  seedWorld,
  services,
  settle,
  time,
  watchTrips,
} from '../../support/world.ts'
import {
  ACME,
  insertIssued,
  issue,
  makeBought,
  makeForeignCertificate,
  uploadSigner,
} from './certificates-support.ts'
import { audited } from './people-support.ts'

let manager: TestStaff
beforeAll(async () => {
  time.start()
  await seedWorld()
})
beforeEach(async () => {
  time.start()
  await inD1('DELETE FROM issued_certificates')
  manager = await makeManager()
})
afterEach(() => vi.restoreAllMocks())

const AT = '/manage/certificates/issued'
const get = (path: string) => manager.visitor.get(path)
const post = (path: string, form: Record<string, string> = {}) => manager.visitor.post(path, form)
const serialsIn = (html: string) =>
  [...html.matchAll(/issued\/([0-9a-f]{32,40})"/g)].map(([, serial]) => serial)

/** Somebody with a device that was set up, and a certificate of it. */
async function makeHolder(subject?: string) {
  const person = await makePerson({ name: 'Ada Lovelace' })
  const code = await issueCode(person)
  const device = await makeTestDevice()
  const redeemed = await device.redeem({ code: code.code, device: { name: 'Ada’s tablet' } })
  await settle(person.account.ref)
  const deviceId = String(redeemed.body.device.id)
  const serial = await issue({ deviceId, accountId: person.account.id, ...(subject && { subject }) })
  return { person, deviceId, serial }
}

test('an organisation without certificates is told when there will be some', async () => {
  expect((await get(AT)).html).toContain('No certificate has been issued yet')
})

test('a certificate is listed with its device and its owner, and has a page and a file', async () => {
  const { person, deviceId, serial } = await makeHolder('CN=Ada Lovelace')
  const { html } = await get(AT)
  for (const part of [
    'CN=Ada Lovelace',
    'Ada’s tablet',
    `href="/manage/accounts/${person.account.id}"`,
    'Valid',
  ])
    expect(html).toContain(part)
  const page = await get(`${AT}/${serial}`)
  expect(page.status).toBe(200)
  const pem = await get(`${AT}/${serial}/pem`)
  expect(new X509Certificate(pem.html).serialNumber.toLowerCase()).toBe(serial)
  expect(pem.headers.get('content-disposition')).toContain(`certificate-${serial}.pem`)
  const text = page.html.replaceAll('<wbr/>', '')
  for (const part of [serial, 'Ada’s tablet', 'Ada Lovelace', new X509Certificate(pem.html).fingerprint256])
    expect(text).toContain(part)
  expect((await get(`/manage/accounts/${person.account.id}`)).html).toContain(`issued?device=${deviceId}`)
})

test('a subject that is markup, very long, or runs the other way stays a subject', async () => {
  const subjects = [
    'CN=<script>alert(1)</script>',
    'CN="><img src=x onerror=alert(1)>',
    `CN=${'ש'.repeat(60)}`,
    'CN=👩🏽‍💻 Ada\\, O’Brien',
    `CN=${'A'.repeat(10_000)}`,
    '',
  ]
  const { serial, deviceId } = await makeHolder()
  for (const [index, subject] of subjects.entries()) {
    await inD1('UPDATE issued_certificates SET subject = ? WHERE serial = ?', subject, serial)
    await inD1('UPDATE devices SET name = ? WHERE id = ?', `<i>${index}</i>`, deviceId)
    for (const path of ['', `/${serial}`, `/${serial}/revoke`]) {
      const page = await get(`${AT}${path}`)
      expect([path, page.status]).toEqual([path, 200])
      expect(page.html).not.toMatch(/<script>alert|<img src=x|<i>\d/)
    }
  }
  await inD1('UPDATE issued_certificates SET subject = ? WHERE serial = ?', subjects[0], serial)
  expect((await get(AT)).html).toContain('CN=&lt;script&gt;alert(1)&lt;/script&gt;')
})

describe('the list', () => {
  test('is filtered by state and by device, and filters that nobody offers filter nothing', async () => {
    const [valid, revoked, ended] = [await makeHolder(), await makeHolder(), await makeHolder()]
    await inD1('UPDATE issued_certificates SET ends_at = ? WHERE serial = ?', time.now() - DAY, ended.serial)
    await post(`${AT}/${revoked.serial}/revoke`, { reason: 'superseded' })
    const listed = async (query: string) => serialsIn((await get(`${AT}?${query}`)).html).sort()
    expect(await listed('state=valid')).toEqual([valid.serial])
    expect(await listed('state=revoked')).toEqual([revoked.serial])
    expect(await listed('state=ended')).toEqual([ended.serial])
    const all = [valid.serial, revoked.serial, ended.serial].sort()
    for (const query of ['', 'state=living', "state='--", 'after=%7B', 'device=%00', 'device=1 OR 1'])
      expect(await listed(query), query).toEqual(all)
    expect(await listed(`device=${revoked.deviceId}`)).toEqual([revoked.serial])
    expect(await listed(`device=${revoked.deviceId}&state=valid`)).toEqual([])
    const none = await get(`${AT}?device=${revoked.deviceId}&state=valid`)
    expect(none.html).toContain('There is no such certificate')
    expect(none.html).toContain(`name="device" value="${revoked.deviceId}"`)
  })

  test('comes in pages that hold each certificate once', async () => {
    await issue()
    await insertIssued(120)
    const seen: (string | undefined)[] = []
    let path: string | null = AT
    while (path) {
      const { html }: { html: string } = await get(path)
      seen.push(...serialsIn(html))
      path = /href="([^"]*after=[^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? null
    }
    expect(seen).toHaveLength(121)
    expect(new Set(seen).size).toBe(121)
  })

  test('reads rows for its page only, however many devices and certificates there are', async () => {
    const { deviceId } = await makeHolder()
    await insertIssued(300)
    await inD1('UPDATE issued_certificates SET device_id = ? || serial WHERE serial LIKE ?', 'dev_', '5000%')
    const columns = (await inD1("SELECT name FROM pragma_table_info('devices')"))
      .map(({ name }) => String(name))
      .filter((name) => !['id', 'key_thumbprint'].includes(name))
    await inD1(
      `INSERT INTO devices (id, ${columns.join(', ')}) SELECT c.device_id, ${columns.map((name) => `d.${name}`).join(', ')}
       FROM issued_certificates c, devices d WHERE d.id = ? AND c.device_id != d.id`,
      deviceId,
    )
    for (const query of ['', '?state=valid', '?state=ended', `?device=${deviceId}`]) {
      const read = await rowsReadBy(() => get(`${AT}${query}`))
      expect(read, query).toBeGreaterThan(0)
      expect(read, query).toBeLessThanOrEqual(5 * PAGE_SIZE)
    }
  })

  test('asks D1 three times at most, and so does every other page of certificates', async () => {
    const { serial } = await makeHolder()
    const { id } = await services.certificates.ensureAuthority(ACME, time.now())
    const paths = ['', '/signer', '/signer/remove', '/rotate', `/authorities/${id}/pem`, '/issued']
    const own = ['?state=valid', '?state=revoked', `/${serial}`, `/${serial}/pem`, `/${serial}/revoke`]
    for (const path of [...paths, ...own.map((one) => `/issued${one}`)]) {
      const trips = watchTrips()
      expect((await get(`/manage/certificates${path}`)).status, path).toBe(200)
      expect(trips.count(), path).toBeLessThanOrEqual(3)
      trips.stop()
    }
    const bought = await makeBought()
    const upload = { chain: bought.chain, secretKey: bought.key }
    const changes: [string, () => Promise<{ status: number }>][] = [
      ['revoke', () => post(`${AT}/${serial}/revoke`, { reason: 'superseded' })],
      ['the list after it', () => call('GET', `/crl/${id}.crl`)],
      ['upload', () => uploadSigner(manager, upload)],
      ['remove', () => post('/manage/certificates/signer/remove')],
      ['rotate', () => post('/manage/certificates/rotate')],
      ['create', () => post('/manage/certificates/create')],
    ]
    for (const [name, change] of changes) {
      const trips = watchTrips()
      expect((await change()).status, name).toBeLessThan(304)
      expect(trips.count(), name).toBeLessThanOrEqual(3)
      trips.stop()
    }
  })
})

describe('revoking', () => {
  test('asks first, notes why, and puts the certificate on the public list at once', async () => {
    const { serial, person, deviceId } = await makeHolder()
    const { id } = await services.certificates.ensureAuthority(ACME, time.now())
    const crl = async () =>
      Buffer.from((await services.certificates.readCrl(id, time.now())) ?? []).toString('hex')
    expect(await crl()).not.toContain(serial)
    const question = await get(`${AT}/${serial}/revoke`)
    expect(question.html).toContain('It is put on the public list')
    expect(await crl()).not.toContain(serial)
    const revoked = await post(`${AT}/${serial}/revoke`, { reason: 'key_compromise' })
    expect(revoked.location).toBe(`${AT}/${serial}?done=revoked`)
    expect(await crl()).toContain(serial)
    const page = await get(revoked.location ?? '')
    for (const part of ['Revoked. The public list has it.', 'Its key may be known to somebody else'])
      expect(page.html).toContain(part)
    expect(page.html).not.toContain(`${serial}/revoke"`)
    expect((await audited('certificate.revoked')).at(-1)).toMatchObject({
      organisation_id: 1,
      actor_id: manager.account.id,
      account_id: person.account.id,
      device_id: deviceId,
    })

    const again = await post(`${AT}/${serial}/revoke`, { reason: 'superseded' })
    expect(again.location).toBe(`${AT}/${serial}?done=already`)
    expect((await get(`${AT}/${serial}/revoke`)).location).toBe(`${AT}/${serial}`)
    expect(await services.certificates.findIssued(1, serial)).toMatchObject({ reason: 'key_compromise' })
  })

  test('for a reason that nobody offers is for none that is told', async () => {
    const { serial } = await makeHolder()
    await post(`${AT}/${serial}/revoke`, { reason: 'ca_compromise' })
    expect(await services.certificates.findIssued(1, serial)).toMatchObject({ reason: 'unspecified' })
  })
})

test("another organisation's authority and certificates are not found, and not touched", async () => {
  const foreign = await makeForeignCertificate()
  const before = await inD1('SELECT * FROM issued_certificates WHERE organisation_id = 77')
  const at = `${AT}/${foreign.serial}`
  for (const path of [
    at,
    `${at}/pem`,
    `${at}/revoke`,
    `/manage/certificates/authorities/${foreign.authority}/pem`,
  ]) {
    const page = await get(path)
    expect([path, page.status]).toEqual([path, 404])
    expect(page.html).not.toContain('Hank Scorpio')
  }
  expect((await post(`${at}/revoke`, { reason: 'superseded' })).status).toBe(404)
  for (const path of ['', '?state=valid'])
    expect((await get(`${AT}${path}`)).html).not.toContain('Hank Scorpio')
  expect((await get('/manage/certificates')).html).not.toContain(foreign.authority)
  const [row] = await inD1('SELECT device_id FROM issued_certificates WHERE organisation_id = 77')
  expect(serialsIn((await get(`${AT}?device=${row?.device_id}`)).html)).toEqual([])
  for (const serial of ['0', 'zz', '%00', '..%2f', 'A'.repeat(32), '4'.repeat(5000)])
    expect((await get(`${AT}/${serial}`)).status, serial).toBe(404)
  expect(await inD1('SELECT * FROM issued_certificates WHERE organisation_id = 77')).toEqual(before)
})
