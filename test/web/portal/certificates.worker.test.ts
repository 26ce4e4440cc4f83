import { X509Certificate } from 'node:crypto'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { forgetAccountCertificatesStatement } from '../../../src/certificates/index.ts'
import { fromPem, readPemChain, toPem } from '../../../src/certificates/pem.ts'
import { makePkcs12 } from '../../../src/certificates/pkcs12.ts'
import { DAY } from '../../../src/kernel/time.ts'
import { openDatabase, runBatch } from '../../../src/runtime/database.ts'
import { makeOwner } from '../../support/visitor.ts'
import { bindings, inD1, services, time } from '../../support/world.ts'
import { makeBought } from '../manage/certificates-support.ts'
import { LEGACY_PKCS12 } from './legacy-pkcs12.ts'
import {
  allow,
  bought,
  clearCertificates,
  mailUse,
  PATH,
  PERMITTED,
  rowsOf,
  startCertificates,
  upload,
} from './own-certificates-support.ts'

/** Certificates that owners bring themselves. */

let ada: Awaited<ReturnType<typeof makeOwner>>

beforeAll(async () => {
  ada = await startCertificates()
})
beforeEach(clearCertificates)
afterEach(() => vi.restoreAllMocks())

const audited = async (action: string) =>
  (await inD1('SELECT * FROM audit WHERE action = ?', action)).map(({ detail, ...row }) => ({
    ...row,
    detail: JSON.parse(String(detail)),
  }))

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
