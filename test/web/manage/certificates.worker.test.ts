import { exports } from 'cloudflare:workers'
import { X509Certificate } from 'node:crypto'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { DAY } from '../../../src/kernel/time.ts'
import { makeManager, type TestStaff } from '../../support/staff.ts'
import { breakDatabase, call, inD1, seedWorld, services, time, watchTrips } from '../../support/world.ts'
import { ACME } from './certificates-support.ts'
import { audited } from './people-support.ts'

beforeAll(async () => {
  time.start()
  await seedWorld()
})
let manager: TestStaff
beforeEach(async () => {
  time.start()
  manager = await makeManager()
})
afterEach(() => vi.restoreAllMocks())

const AT = '/manage/certificates'
const get = (path: string) => manager.visitor.get(path)
const post = (path: string, form: Record<string, string> = {}) => manager.visitor.post(path, form)
const textOf = (html: string) =>
  html
    .replaceAll('<wbr/>', '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
const fingerprintIn = (html: string) =>
  /(?:[0-9A-F]{2}:){31}[0-9A-F]{2}/.exec(textOf(html).replaceAll(/ ?: ?/g, ':'))?.[0]

describe('the authority', () => {
  test('is made when a manager asks for it, and by no look at a page', async () => {
    const before = await get(AT)
    expect(before.status).toBe(200)
    expect(before.html).toContain('There is no authority yet')
    for (const path of ['/rotate', '/issued', '/signer', '/signer/remove'])
      expect((await get(`${AT}${path}`)).status, path).toBe(200)
    expect(await services.certificates.listAuthorities(1)).toEqual([])
    expect((await post(`${AT}/create`)).location).toBe(`${AT}?done=created`)
    expect(await services.certificates.listAuthorities(1)).toHaveLength(1)
    await post(`${AT}/create`)
    expect(await services.certificates.listAuthorities(1)).toHaveLength(1)
  })

  test('is shown with the fingerprint of what can be downloaded, as PEM and as DER', async () => {
    const authority = await services.certificates.ensureAuthority(ACME, time.now())
    const page = await get(AT)
    const { raw, fingerprint256 } = new X509Certificate(authority.pem)
    expect(fingerprintIn(page.html)).toBe(fingerprint256)
    expect(page.html).toContain(`${services.baseUrl}/crl/${authority.id}.crl`)
    const pem = await get(`${AT}/authorities/${authority.id}/pem`)
    expect(new X509Certificate(pem.html).fingerprint256).toBe(fingerprint256)
    expect(pem.headers.get('content-disposition')).toMatch(/^attachment; filename="acme-authority\.pem"$/)
    const der = await bytesAt(`/ca/${authority.id}.crt`)
    expect(der.bytes.equals(raw)).toBe(true)
    expect(page.html).toContain(`href="/ca/${authority.id}.crt"`)
  })

  test('is rotated after a question: the new one issues, the old one stays trusted until it ends', async () => {
    const old = await services.certificates.ensureAuthority(ACME, time.now())
    expect(textOf((await get(`${AT}/rotate`)).html)).toContain('must trust the new certificate too')
    time.pass(1000)
    expect((await post(`${AT}/rotate`)).location).toBe(`${AT}?done=rotated`)
    const issuing = await services.certificates.ensureAuthority(ACME, time.now())
    expect(issuing.id).not.toBe(old.id)
    const { html } = await get(`${AT}?done=rotated`)
    expect(textOf(html)).toContain('A new authority issues from now on')
    expect(textOf(html)).toContain('Retired, and still trusted')
    for (const { id } of [old, issuing]) {
      expect(html).toContain(`href="/ca/${id}.crt"`)
      expect((await get(`${AT}/authorities/${id}/pem`)).status).toBe(200)
    }
    const [entry] = (await audited('authority.rotated')).slice(-1)
    expect(entry).toMatchObject({ organisation_id: 1, actor_id: manager.account.id })

    await inD1('UPDATE certificate_authorities SET ends_at = ? WHERE id = ?', time.now(), old.id)
    expect((await get(AT)).html).not.toContain(`href="/ca/${old.id}.crt"`)
  })

  test('that ends within a month is a matter for the overview, and so is one that has ended', async () => {
    const { id } = await services.certificates.ensureAuthority(ACME, time.now())
    const attention = async (endsAt: number) => {
      await inD1('UPDATE certificate_authorities SET ends_at = ? WHERE id = ?', endsAt, id)
      return textOf((await get('/manage')).html)
    }
    expect(await attention(time.now() + 31 * DAY)).not.toContain('Your certificate authority')
    expect(await attention(time.now() + 29.5 * DAY)).toContain('Your certificate authority ends in 29 days')
    expect(await attention(time.now() + DAY / 2)).toContain('Your certificate authority ends within a day')
    expect(await attention(time.now() - DAY)).toContain('Your certificate authority has ended')
    await attention(time.now() + 3000 * DAY)
  })
})

async function bytesAt(path: string, headers: Record<string, string> = {}) {
  const answer = await exports.default.fetch(`${services.baseUrl}${path}`, { headers })
  const bytes = Buffer.from(await answer.arrayBuffer())
  return { status: answer.status, headers: answer.headers, bytes }
}

describe('the public addresses', () => {
  test('give the list of what was revoked and the certificate to anybody, with an ETag and for minutes', async () => {
    const { id } = await services.certificates.ensureAuthority(ACME, time.now())
    for (const [path, type] of [
      [`/crl/${id}.crl`, 'application/pkix-crl'],
      [`/ca/${id}.crt`, 'application/pkix-cert'],
    ] as const) {
      const first = await bytesAt(path)
      expect([path, first.status, first.headers.get('content-type')]).toEqual([path, 200, type])
      expect(first.headers.get('cache-control')).toBe('public, max-age=300')
      expect(first.headers.getSetCookie()).toEqual([])
      expect(first.bytes[0]).toBe(0x30)
      const etag = first.headers.get('etag') ?? ''
      expect(etag).toMatch(/^"[\w-]{22}"$/)
      for (const told of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
        const again = await bytesAt(path, { 'if-none-match': told })
        expect([told, again.status, again.bytes.length]).toEqual([told, 304, 0])
      }
      expect((await bytesAt(path, { 'if-none-match': '"other"' })).status).toBe(200)
    }
  })

  test('know nothing of ids that are none, and look nothing up for what cannot be one', async () => {
    const { id } = await services.certificates.ensureAuthority(ACME, time.now())
    const unknown = `${id.slice(0, -4)}AAAA`
    for (const path of [`/crl/${unknown}.crl`, `/ca/${unknown}.crt`])
      expect((await call('GET', path)).status, path).toBe(404)
    const trips = watchTrips()
    for (const name of [
      id,
      `${id}.der`,
      `${id}.crt.crl`,
      '.crl',
      '%00.crl',
      `${'x'.repeat(5000)}.crl`,
      `../${id}.crl`,
    ])
      expect((await call('GET', `/crl/${name}`)).status, name).toBe(404)
    expect((await call('GET', `/crl/${id}.crt`)).status).toBe(404)
    expect((await call('GET', `/ca/${id}.crl`)).status).toBe(404)
    expect(trips.count()).toBe(0)
    trips.stop()
  })

  test('answer 503 or 500 without a word of what went wrong when D1 is down', async () => {
    const { id } = await services.certificates.ensureAuthority(ACME, time.now())
    const broken = breakDatabase()
    vi.spyOn(console, 'error').mockImplementation(() => {})
    const answer = await call('GET', `/crl/${id}.crl`)
    broken.mend()
    expect(answer.status).toBeGreaterThanOrEqual(500)
    expect(String(answer.body)).not.toContain('D1_ERROR')
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })
})
