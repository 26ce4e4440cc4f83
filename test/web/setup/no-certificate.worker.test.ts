import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { claim, phone, prepare, profileIn } from '../../support/phones.ts'
import { inD1, seedWorld, services, time } from '../../support/world.ts'

/** The template asks for a certificate of the device, and none can be made: the page says so by name. */

const ACME = { id: 1, name: 'Acme Robotics' }
const SUBJECT = '{"subject":"CN={{account.email}}","keyUsage":["digital_signature"]}'

beforeEach(async () => {
  time.start()
  await seedWorld()
  const asks = `UPDATE device_templates SET settings = json_set(settings, '$.identity', json(?)) WHERE platform = 'ios'`
  await inD1(asks, SUBJECT)
})
afterEach(() => vi.restoreAllMocks())

/** As after a master key that is gone: what it sealed cannot be opened. */
const loseKey = () => inD1("UPDATE certificate_authorities SET sealed_key = 'v1.gone'")

/** A phone whose page offers the profile. */
async function beforeDownload() {
  const { code } = await prepare()
  const safari = phone()
  const claimed = await claim(safari, code)
  const page = claimed.location ?? ''
  return { safari, page, href: profileIn((await safari.get(page)).html) }
}

describe('a profile whose device needs a certificate', () => {
  test('is not handed out without it', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    await services.certificates.signerOf(ACME, time.now())
    await loseKey()
    const { safari, href } = await beforeDownload()
    const answer = await safari.get(href)
    expect(answer.status).toBe(503)
    expect(answer.headers.get('content-type')).toContain('text/html')
    expect(answer.html).toContain('The certificate of your device is missing')
    expect((await safari.get(href, { 'accept-language': 'de' })).html).toContain(
      'Das Zertifikat Ihres Geräts fehlt',
    )
  })

  test('that nobody can sign either uses up no download', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    await services.certificates.ensureAuthority(ACME, time.now())
    await inD1('DELETE FROM organisation_signers')
    await loseKey()
    const { safari, href } = await beforeDownload()
    for (let tries = 0; tries < 4; tries += 1) expect((await safari.get(href)).status).toBe(503)
    await services.certificates.rotateAuthority({
      ...{ organisation: ACME, actor: { kind: 'manager', id: 'acc_m' }, now: time.now() },
    })
    const served = await safari.get(href)
    expect([served.status, served.headers.get('content-type')]).toEqual([
      200,
      'application/x-apple-aspen-config',
    ])
    expect(served.html).toContain('com.apple.security.pkcs12')
  })

  test('says so where the device got ten certificates within a day', async () => {
    const { safari, page, href } = await beforeDownload()
    const deviceId = page.split('/').at(-1) ?? ''
    for (let count = 0; count < 10; count += 1)
      await services.certificates.makeIdentity({
        ...{ organisation: ACME, accountId: null, deviceId, now: time.now() },
        subject: { subject: 'CN=Ada', email: '', keyUsage: [] },
      })
    const answer = await safari.get(href)
    expect(answer.status).toBe(429)
    expect(answer.html).toContain('Enough certificates for today')
  })
})
