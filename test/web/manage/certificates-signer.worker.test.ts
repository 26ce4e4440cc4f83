import { X509Certificate } from 'node:crypto'
import { KeyUsageFlags } from '@peculiar/x509'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { DAY } from '../../../src/kernel/time.ts'
import { makeManager, type TestStaff } from '../../support/staff.ts'
import { inD1, seedWorld, services, time } from '../../support/world.ts'
import { ACME, errorsIn, makeBought, uploadSigner } from './certificates-support.ts'
import { audited } from './people-support.ts'

let manager: TestStaff
beforeAll(async () => {
  time.start()
  await seedWorld()
})
beforeEach(async () => {
  time.start()
  await inD1('DELETE FROM organisation_signers')
  manager = await makeManager()
})
afterEach(() => vi.restoreAllMocks())

const AT = '/manage/certificates'
const get = (path: string) => manager.visitor.get(path)
const textOf = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

describe('the certificate that signs profiles', () => {
  test.each(['as files', 'as texts'])(
    'is uploaded %s, shown without its key, and signs from then on',
    async (how) => {
      const bought = await makeBought()
      const saved = await uploadSigner(
        manager,
        how === 'as files'
          ? { chainFile: bought.chain.replaceAll('\n', '\r\n'), secretKeyFile: bought.key }
          : { chain: bought.chain, secretKey: bought.key },
      )
      expect(errorsIn(saved.html)).toEqual({})
      expect(saved.location).toBe(`${AT}?done=signer`)
      const { html } = await get(saved.location ?? '')
      for (const part of ['CN=Profiles of Acme', 'CN=Bought Root', 'Your uploaded certificate signs'])
        expect(html).toContain(part)
      const [certificate] = bought.chain.split('\n\n')
      expect(html.replaceAll('<wbr/>', '')).toContain(new X509Certificate(certificate ?? '').fingerprint256)
      const secret = bought.key.split('\n')[1] ?? ''
      expect(secret.length).toBeGreaterThan(40)
      for (const path of ['', '/signer', '/signer/remove'])
        expect((await get(`${AT}${path}`)).html).not.toContain(secret)
      expect(await services.certificates.signerOf(ACME, time.now())).toMatchObject({ source: 'uploaded' })
      const entries = await audited('signer.changed')
      expect(entries.length).toBeGreaterThan(0)
      expect(JSON.stringify(entries)).not.toContain(secret)
      expect(JSON.stringify(await inD1('SELECT * FROM organisation_signers'))).not.toContain(secret)
    },
  )

  test('is removed after a question; the built-in one signs again', async () => {
    const bought = await makeBought()
    await uploadSigner(manager, { chain: bought.chain, secretKey: bought.key })
    expect(textOf((await get(`${AT}/signer/remove`)).html)).toContain('private key are deleted')
    expect(await services.certificates.findSigner(1)).not.toBeNull()
    const removed = await manager.visitor.post(`${AT}/signer/remove`, {})
    expect(removed.location).toBe(`${AT}?done=signer_removed`)
    expect(textOf((await get(AT)).html)).toContain('Your own authority signs')
    expect(await services.certificates.signerOf(ACME, time.now())).toMatchObject({ source: 'built_in' })
    expect((await manager.visitor.post(`${AT}/signer/remove`, {})).location).toBe(AT)
  })

  test('that ends within a month is a matter for the overview', async () => {
    const attention = async (endsIn: number) => {
      const bought = await makeBought({ endsIn: 300 * DAY })
      await uploadSigner(manager, { chain: bought.chain, secretKey: bought.key })
      await inD1('UPDATE organisation_signers SET ends_at = ?', time.now() + endsIn)
      return textOf((await get('/manage')).html)
    }
    expect(await attention(40 * DAY)).not.toContain('signs your profiles')
    expect(await attention(12.5 * DAY)).toContain('The certificate that signs your profiles ends in 12 days')
    expect(await attention(-DAY)).toContain('The certificate that signs your profiles has ended')
    expect(textOf((await get(AT)).html)).toContain('Upload its successor')
  })
})

describe('an upload that is not what it should be is refused at its field', () => {
  const encrypted = (key: string) => key.replaceAll('PRIVATE KEY', 'ENCRYPTED PRIVATE KEY')

  test.each<[string, 'chain' | 'secretKey', () => Promise<Parameters<typeof uploadSigner>[1]>]>([
    ['nothing at all', 'chain', async () => ({})],
    ['a chain without a key', 'secretKey', async () => ({ chain: (await makeBought()).chain })],
    ['a key without a chain', 'chain', async () => ({ secretKey: (await makeBought()).key })],
    [
      'the key of another certificate',
      'secretKey',
      async () => ({ chain: (await makeBought()).chain, secretKey: (await makeBought()).key }),
    ],
    [
      'a certificate that has ended',
      'chain',
      async () => {
        const { chain, key } = await makeBought({ endsIn: -DAY })
        return { chain, secretKey: key }
      },
    ],
    [
      'a certificate that may not sign',
      'chain',
      async () => {
        const { chain, key } = await makeBought({ usage: KeyUsageFlags.keyEncipherment })
        return { chain, secretKey: key }
      },
    ],
    [
      'an encrypted key',
      'secretKey',
      async () => {
        const { chain, key } = await makeBought()
        return { chain, secretKey: encrypted(key) }
      },
    ],
    [
      'a text that is no PEM',
      'chain',
      async () => ({ chain: 'MIIB<b>not a certificate</b>', secretKey: (await makeBought()).key }),
    ],
    [
      'bytes of another kind of file',
      'chain',
      async () => ({
        chainFile: Uint8Array.from({ length: 4000 }, (_, index) => index % 251),
        secretKey: (await makeBought()).key,
      }),
    ],
    [
      'the two in each other’s place',
      'chain',
      async () => {
        const { chain, key } = await makeBought()
        return { chain: key, secretKey: chain }
      },
    ],
    [
      'a file much larger than any chain',
      'chain',
      async () => ({ chainFile: 'x'.repeat(500_000), secretKey: (await makeBought()).key }),
    ],
  ])('%s', async (_what, field, make) => {
    const fields = await make()
    const refused = await uploadSigner(manager, fields)
    expect(refused.status).toBe(422)
    expect(Object.keys(errorsIn(refused.html))).toContain(field)
    expect(errorsIn(refused.html)[field]?.length).toBeGreaterThan(10)
    expect(await services.certificates.findSigner(1)).toBeNull()
    const [, secret] = /PRIVATE KEY-----\n(.{40})/.exec(`${fields.secretKey} ${fields.chain}`) ?? []
    if (secret) expect(refused.html).not.toContain(secret)
    if (fields.chain?.startsWith('-----BEGIN CERTIFICATE'))
      expect(refused.html).toContain(fields.chain.split('\n')[1])
    expect(refused.html).not.toContain('<b>not')
  })
})
