import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { inD1, NOON, seedWorld, services, time } from '../../support/world.ts'
import { ask, certificatesOf, EST, refusal } from './support.ts'

beforeAll(seedWorld)
beforeEach(time.start)
afterEach(() => vi.restoreAllMocks())

const cacerts = (label = '') => ask('GET', `${EST}${label}/cacerts`, {})
const pems = (answer: Awaited<ReturnType<typeof cacerts>>) =>
  certificatesOf(answer).map((certificate) => certificate.toString('pem').trim())

test('the authority of the default organisation, or of the one that the path names', async () => {
  const answer = await cacerts()
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('application/pkcs7-mime; smime-type=certs-only')
  const [authority] = await services.certificates.listAuthorities(1)
  expect(pems(answer)).toEqual([authority?.pem.trim()])
  for (const label of ['/acme', '/4711', '/ACME']) expect((await cacerts(label)).text).toBe(answer.text)
})

test('asked by many at once for the first time, it is one authority', async () => {
  await inD1(
    `INSERT INTO organisations (id, slug, site_id, name, enabled, accent, email_rule, terms_version,
       phone_required, confirmation, created_at, changed_at)
     SELECT 7, 'other', '4712', 'Other', 1, accent, email_rule, terms_version, phone_required, confirmation, ?, ?
     FROM organisations WHERE id = 1`,
    NOON,
    NOON,
  )
  const answers = await Promise.all([...'12345'].map(() => cacerts('/other')))
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
  expect(await services.certificates.listAuthorities(7)).toHaveLength(1)
  expect((await cacerts()).text).not.toBe(answers[0]?.text)
})

test('after a rotation the new one first, then the old one until it ends', async () => {
  const before = pems(await cacerts())
  const organisation = { id: 1, name: 'Acme Robotics' }
  await services.certificates.rotateAuthority({
    organisation,
    actor: { kind: 'manager', id: 'm' },
    now: time.now(),
  })
  const after = pems(await cacerts())
  expect(after).toHaveLength(2)
  expect(after[1]).toBe(before[0])
})

test('an organisation that is none, and one that is not named where there is no default', async () => {
  for (const label of ['/nowhere', '/9999', '/%2e%2e'])
    expect(refusal(await cacerts(label))).toEqual({
      status: 404,
      code: label === '/%2e%2e' ? 'not_found' : 'unknown_site',
    })
  await inD1('UPDATE service SET default_organisation_id = NULL')
  const answer = await cacerts()
  await inD1('UPDATE service SET default_organisation_id = 1')
  expect(refusal(answer)).toEqual({ status: 404, code: 'unknown_site' })
})

test('what EST offers besides is not there', async () => {
  for (const path of ['/csrattrs', '/serverkeygen', '/fullcmc', '/acme/csrattrs'])
    expect(refusal(await ask('GET', `${EST}${path}`, {}))).toEqual({ status: 404, code: 'not_found' })
})
