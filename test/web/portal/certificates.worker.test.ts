import { exports } from 'cloudflare:workers'
import { X509Certificate } from 'node:crypto'
import { KeyUsageFlags } from '@peculiar/x509'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { forgetAccountCertificatesStatement } from '../../../src/certificates/index.ts'
import { fromPem, readPemChain, toPem } from '../../../src/certificates/pem.ts'
import { makePkcs12 } from '../../../src/certificates/pkcs12.ts'
import { readPkcs12 } from '../../../src/certificates/pkcs12-reading.ts'
import { DAY } from '../../../src/kernel/time.ts'
import { openDatabase, runBatch } from '../../../src/runtime/database.ts'
import { claim, phone, profileIn } from '../../support/phones.ts'
import { makeVisitor, type Visitor } from '../../support/visitor.ts'
import {
  BASE,
  bindings,
  inD1,
  issueCode,
  makePerson,
  makeTestDevice,
  seedWorld,
  services,
  type TestPerson,
  time,
  watchTrips,
} from '../../support/world.ts'
import { errorsIn, makeBought } from '../manage/certificates-support.ts'
import { LEGACY_PKCS12 } from './legacy-pkcs12.ts'

/** Certificates that owners bring themselves, and the devices that get them. */

const PATH = '/portal/certificates'
const PERMITTED = ['register', 'pin', 'qr', 'upload_certificates']
let ada: Awaited<ReturnType<typeof makeOwner>>

beforeAll(async () => {
  time.start()
  await seedWorld()
  await allow(PERMITTED)
  await inD1("UPDATE device_templates SET settings = json_set(settings, '$.userCertificates', json('true'))")
  await inD1("UPDATE device_templates SET reports = 'none' WHERE platform = 'windows'")
  ada = await makeOwner()
})
beforeEach(async () => {
  time.start()
  await inD1('DELETE FROM account_certificates')
  await inD1('DELETE FROM audit')
})
afterEach(() => vi.restoreAllMocks())

const allow = (permissions: string[]) =>
  inD1('UPDATE account_templates SET permissions = ?', JSON.stringify(permissions))

async function makeOwner() {
  const person = await makePerson()
  const visitor = makeVisitor()
  visitor.cookies.set('__Host-latchkey', person.secret)
  return { person, visitor }
}

const rowsOf = () => inD1('SELECT * FROM account_certificates ORDER BY created_at, id')
const audited = async (action: string) =>
  (await inD1('SELECT * FROM audit WHERE action = ?', action)).map(({ detail, ...row }) => ({
    ...row,
    detail: JSON.parse(String(detail)),
  }))

/** Posts the form with a file, as a browser does. */
async function upload(
  visitor: Visitor,
  file: string | Uint8Array | null,
  fields: { password?: string; name?: string } = {},
) {
  const body = new FormData()
  if (file !== null) body.append('file', new File([file as string], 'some.p12'))
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  const answer = await exports.default.fetch(new URL(PATH, BASE), {
    method: 'POST',
    redirect: 'manual',
    headers: {
      'sec-fetch-site': 'same-origin',
      cookie: [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    },
    body,
  })
  const html = await answer.text()
  return {
    status: answer.status,
    html,
    errors: errorsIn(html),
    location: answer.headers.get('location'),
  }
}

const mailUse = { usage: KeyUsageFlags.keyEncipherment, name: 'CN=Ada at work' }
const bought = () => makeBought(mailUse)

async function pkcs12Of({ chain, key }: { chain: string; key: string }, password: string) {
  const pems = (readPemChain(chain) ?? []).map((der) => toPem(der))
  return makePkcs12({ pkcs8: fromPem(key), chain: pems, password, name: 'Ada' })
}

describe('an upload', () => {
  test('as PKCS#12 is listed with what it is for, sealed at rest, and audited without a secret', async () => {
    const made = await bought()
    const password = 'never kept anywhere'
    const done = await upload(ada.visitor, await pkcs12Of(made, password), { password, name: 'Work mail' })
    expect([done.status, done.location]).toEqual([303, `${PATH}?done=added`])
    const { html } = await ada.visitor.get(`${PATH}?done=added`)
    for (const text of ['Work mail', 'CN=Ada at work', 'CN=Bought Root', 'Encryption', 'With private key'])
      expect(html).toContain(text)
    expect(html).not.toContain('Ends in')
    const [row] = await rowsOf()
    const own = new X509Certificate(made.chain)
    const fingerprint = own.fingerprint256.replaceAll(':', '').toLowerCase()
    expect(row).toMatchObject({ account_id: ada.person.account.id, organisation_id: 1, fingerprint })
    expect(JSON.parse(String(row?.chain))).toHaveLength(2)
    expect(await audited('user_certificate.added')).toMatchObject([
      { account_id: ada.person.account.id, detail: { fingerprint, subject: 'CN=Ada at work' } },
    ])
    const kept = JSON.stringify([await rowsOf(), await inD1('SELECT * FROM audit')])
    expect(kept).not.toContain(password)
    for (const line of made.key.split('\n').slice(1, 3)) expect(kept).not.toContain(line)
  })

  test('as PEM without a key, then the same with its key: one certificate, which has it now', async () => {
    const made = await makeBought({ ...mailUse, endsIn: 10 * DAY })
    expect((await upload(ada.visitor, made.chain)).location).toBe(`${PATH}?done=added`)
    expect((await ada.visitor.get(PATH)).html).toContain('Without private key')
    expect((await upload(ada.visitor, made.chain + made.key)).location).toBe(`${PATH}?done=key_added`)
    expect((await upload(ada.visitor, made.chain)).location).toBe(`${PATH}?done=known`)
    expect(await rowsOf()).toHaveLength(1)
    const { html } = await ada.visitor.get(PATH)
    expect(html).toContain('With private key')
    expect(html).toContain('Ends in 10 days')
    expect(await audited('user_certificate.added')).toHaveLength(2)
  })

  test('as one certificate in DER takes its name from its subject', async () => {
    const [der] = readPemChain((await bought()).chain) ?? []
    expect((await upload(ada.visitor, der ?? null)).status).toBe(303)
    expect(await rowsOf()).toMatchObject([{ name: 'Ada at work', sealed_key: null }])
  })

  test('that is refused says at its field what is accepted, keeps the name and never the password', async () => {
    const file = await pkcs12Of(await bought(), 'right')
    const wrong = await upload(ada.visitor, file, { password: 'quite wrong', name: 'Work mail' })
    expect(wrong.status).toBe(422)
    expect(wrong.errors).toMatchObject({ password: expect.stringContaining('does not open') })
    expect(wrong.html).toContain('value="Work mail"')
    expect(wrong.html).not.toContain('quite wrong')
    expect((await upload(ada.visitor, file)).errors.password).toContain('has a password')
    const [one, other] = [await bought(), await bought()]
    expect((await upload(ada.visitor, one.chain + other.key)).errors.file).toContain('another certificate')
    const legacy = await upload(ada.visitor, LEGACY_PKCS12, { password: 'old' })
    expect(legacy.errors.file).toContain('AES256-SHA256')
    expect(legacy.errors.file).toContain('openssl pkcs12 -export')
    expect((await upload(ada.visitor, null)).errors).toEqual({ file: 'Fill this in.' })
    expect((await upload(ada.visitor, one.chain, { name: 'x'.repeat(61) })).errors.name).toContain('60')
    expect(await rowsOf()).toEqual([])
  })

  test('needs the permission: without it the page shows what is there and no form', async () => {
    const { chain } = await bought()
    await upload(ada.visitor, chain)
    await allow(['register'])
    try {
      expect((await upload(ada.visitor, (await bought()).chain)).status).toBe(403)
      const { html } = await ada.visitor.get(PATH)
      expect(html).toContain('Ada at work')
      expect(html).not.toContain('type="file"')
    } finally {
      await allow(PERMITTED)
    }
    expect(await rowsOf()).toHaveLength(1)
  })

  test('is the last at 20, also when many come at once', async () => {
    const [first] = await Promise.all([bought()])
    await upload(ada.visitor, first.chain)
    for (let index = 0; index < 18; index += 1)
      await inD1(
        `INSERT INTO account_certificates SELECT 'uct_' || ?1, organisation_id, account_id, name, subject, issuer,
           serial, usages, 'f' || ?1, chain, sealed_key, starts_at, ends_at, created_at
         FROM account_certificates LIMIT 1`,
        String(index),
      )
    const files = await Promise.all([bought(), bought(), bought()])
    const answers = await Promise.all(files.map(({ chain }) => upload(ada.visitor, chain)))
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422, 422])
    expect(await rowsOf()).toHaveLength(20)
    expect(await audited('user_certificate.added')).toHaveLength(2)
  })
})

describe('a certificate of somebody else', () => {
  test('is neither shown nor deleted; its owner may', async () => {
    await upload(ada.visitor, (await bought()).chain, { name: 'Only Ada’s' })
    const [row] = await rowsOf()
    const path = `${PATH}/${row?.id}/delete`
    const grace = await makeOwner()
    expect((await grace.visitor.get(PATH)).html).not.toContain('Only Ada’s')
    expect((await grace.visitor.get(path)).status).toBe(404)
    expect((await grace.visitor.post(path, {})).status).toBe(404)
    const foreign = { organisationId: 77, accountId: ada.person.account.id }
    expect(await services.userCertificates.find(foreign, String(row?.id))).toBeNull()
    const removal = { owner: foreign, id: String(row?.id), actor: { kind: 'owner', id: 'x' } as const }
    expect((await services.userCertificates.remove({ ...removal, now: time.now() })).ok).toBe(false)
    await runBatch(openDatabase(bindings.db), [
      forgetAccountCertificatesStatement(openDatabase(bindings.db), foreign),
    ])
    expect(await rowsOf()).toHaveLength(1)

    expect((await ada.visitor.get(path)).html).toContain('None of your devices gets it')
    expect((await ada.visitor.post(path, {})).location).toBe(`${PATH}?done=removed`)
    expect(await rowsOf()).toEqual([])
    expect((await audited('user_certificate.removed'))[0]?.detail).toEqual({
      ...{ fingerprint: row?.fingerprint, subject: 'CN=Ada at work' },
    })
    expect((await ada.visitor.post(path, {})).status).toBe(404)
  })

  test('that is forgotten goes with everything of the account, and nothing else', async () => {
    const grace = await makeOwner()
    for (const { visitor } of [ada, grace]) await upload(visitor, (await bought()).chain)
    const database = openDatabase(bindings.db)
    const { id: accountId } = ada.person.account
    await runBatch(database, [forgetAccountCertificatesStatement(database, { organisationId: 1, accountId })])
    expect(await rowsOf()).toMatchObject([{ account_id: grace.person.account.id }])
  })
})

/** A device with an agent, as it checks in. */
async function addAgent(person: TestPerson) {
  const code = await issueCode(person)
  const device = await makeTestDevice()
  const { token } = (await device.redeem({ code: code.code })).body.credential
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
