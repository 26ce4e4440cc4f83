import { exports } from 'cloudflare:workers'
import { X509Certificate } from 'node:crypto'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { fromPem } from '../../../src/certificates/pem.ts'
import { readPkcs12 } from '../../../src/certificates/pkcs12-reading.ts'
import { DAY } from '../../../src/kernel/time.ts'
import { setUpDevice } from '../../support/devices.ts'
import { claim, phone, profileIn } from '../../support/phones.ts'
import { makeOwner } from '../../support/visitor.ts'
import { BASE, inD1, issueCode, type TestPerson, time, watchTrips } from '../../support/world.ts'
import { makeBought } from '../manage/certificates-support.ts'
import {
  bought,
  clearCertificates,
  mailUse,
  PATH,
  rowsOf,
  startCertificates,
  upload,
} from './own-certificates-support.ts'

/** The devices that get the certificates which their owners brought. */

let ada: Awaited<ReturnType<typeof makeOwner>>

beforeAll(async () => {
  ada = await startCertificates()
})
beforeEach(clearCertificates)
afterEach(() => vi.restoreAllMocks())

/** A device with an agent, as it checks in. */
async function addAgent(person: TestPerson) {
  const { device, token } = await setUpDevice(person, { checkIn: false })
  const etag = async () => (await device.checkIn(token)).body.configuration_etag as string
  return { etag, configuration: () => device.configuration(token), checkIn: () => device.checkIn(token) }
}

describe('a device whose template asks for its owner’s certificates', () => {
  test('reads them, with keys; its ETag changes when one comes, goes or ends, and not by itself', async () => {
    const owner = await makeOwner()
    const agent = await addAgent(owner.person)
    const before = await agent.etag()
    expect((await agent.configuration()).body.user_certificates).toEqual([])

    const made = await makeBought({ ...mailUse, endsIn: 20 * DAY })
    await upload(owner.visitor, made.chain + made.key, { name: 'Mail' })
    const after = await agent.etag()
    expect(after).not.toBe(before)
    expect(await agent.etag()).toBe(after)
    const answer = await agent.configuration()
    expect(answer.headers.get('etag')).toBe(after)
    const [told] = answer.body.user_certificates
    expect(told).toMatchObject({ name: 'Mail', chain: [expect.stringContaining('BEGIN CERTIFICATE')] })
    expect(new X509Certificate(told.certificate).subject).toBe('CN=Ada at work')
    expect(told.private_key.replaceAll(/\s/g, '')).toBe(made.key.replaceAll(/\s/g, ''))

    const [row] = await rowsOf()
    const page = await owner.visitor.get(`${PATH}/${row?.id}/delete`)
    expect(page.html).toContain('One of your devices gets it by')
    await owner.visitor.post(`${PATH}/${row?.id}/delete`, {})
    expect(await agent.etag()).toBe(before)

    await upload(owner.visitor, made.chain + made.key, { name: 'Mail' })
    expect(await agent.etag()).toBe(after)
    time.pass(20 * DAY)
    expect(await agent.etag()).toBe(before)
    expect((await ada.visitor.get(PATH)).html).not.toContain('Mail')
  })

  test('costs one read more, and others none', async () => {
    const agent = await addAgent((await makeOwner()).person)
    await agent.checkIn()
    const count = async () => {
      const trips = watchTrips()
      await agent.checkIn()
      const counted = trips.count()
      trips.stop()
      return counted
    }
    const asking = await count()
    const all = "UPDATE device_templates SET settings = json_set(settings, '$.userCertificates', json(?))"
    await inD1(all, 'false')
    const usual = await count()
    expect((await agent.configuration()).body).not.toHaveProperty('user_certificates')
    await inD1(all, 'true')
    expect([asking - usual, asking <= 3]).toEqual([1, true])
  })

  test('gets them in its profile: PKCS#12 that its password opens, and one without a key as it is', async () => {
    const { person, visitor } = await makeOwner()
    const [mail, plain] = [await bought(), await makeBought({ name: 'CN=No key' })]
    await upload(visitor, mail.chain + mail.key, { name: 'Mail' })
    await upload(visitor, plain.chain, { name: 'Plain' })
    const safari = phone()
    const code = await issueCode(person, { platform: 'ios' })
    const page = (await claim(safari, code)).location ?? ''
    const { html: text } = await safari.get(profileIn((await safari.get(page)).html))
    const data = (type: string) =>
      [...text.matchAll(/<dict>(?:(?!<dict>)[\s\S])*?<\/dict>/g)]
        .map(([dict]) => dict)
        .filter((dict) => dict.includes(`<string>${type}</string>`))
        .map((dict) => ({
          password: /<key>Password<\/key>\s*<string>([^<]+)/.exec(dict)?.[1] ?? '',
          bytes: Uint8Array.from(
            Buffer.from(/<data>([^<]+)/.exec(dict)?.[1]?.replaceAll(/\s/g, '') ?? '', 'base64'),
          ),
        }))
    const [file] = data('com.apple.security.pkcs12')
    const opened = readPkcs12(file?.bytes ?? new Uint8Array(), file?.password ?? '')
    if (!opened.ok) throw new Error(opened.error)
    expect(opened.value.certificates).toHaveLength(2)
    expect(Buffer.from(opened.value.keys[0] ?? [])).toEqual(Buffer.from(fromPem(mail.key)))
    const [bare] = data('com.apple.security.pkcs1')
    expect(new X509Certificate(bare?.bytes ?? new Uint8Array()).subject).toBe('CN=No key')
  })

  test('downloads them where there is no single file, with the password that the page shows', async () => {
    const { person, visitor } = await makeOwner()
    const mail = await bought()
    await upload(visitor, mail.chain + mail.key, { name: 'Mail' })
    const browser = phone('Mozilla/5.0 (Windows NT 10.0; Win64; x64)')
    const code = await issueCode(person, { platform: 'windows' })
    const page = (await browser.get((await claim(browser, code)).location ?? '')).html
    const set = (await browser.get(/href="(\/p\/[^"]+\/files\?k=[\w-]+)"/.exec(page)?.[1] ?? '')).html
    expect(set).toContain('Your own certificates')
    const password = /id="ownCertificate-password"[^>]*value="([^"]+)"/.exec(set)?.[1] ?? ''
    const href = /href="(\/p\/[^"]+n=own-[^"]+)"/.exec(set)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const answer = await exports.default.fetch(new URL(href, BASE))
    expect(answer.headers.get('content-type')).toBe('application/x-pkcs12')
    const opened = readPkcs12(new Uint8Array(await answer.arrayBuffer()), password)
    expect(opened.ok && opened.value.keys).toHaveLength(1)
  })
})
