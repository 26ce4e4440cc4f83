import { beforeAll, beforeEach, expect, test } from 'vitest'
import { hashSecret } from '../../../src/kernel/secrets.ts'
import { DAY } from '../../../src/kernel/time.ts'
import { makeManager, type TestStaff } from '../../support/staff.ts'
import { inD1, seedWorld, services, time, watchTrips } from '../../support/world.ts'
import { audited, postPairs } from './people-support.ts'

let manager: TestStaff
beforeAll(async () => {
  time.start()
  await seedWorld()
  manager = await makeManager()
})
beforeEach(async () => {
  time.start()
  await inD1('DELETE FROM api_keys')
})

const AT = '/manage/setup/keys'
const textOf = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
const make = (form: { name?: string; scopes?: string; endsOn?: string; once?: string } = {}) =>
  manager.visitor.post(`${AT}/new`, { name: 'VPN gateway', scopes: 'security_strings', endsOn: '', ...form })
const keyIn = (html: string) => /value="(lk_[a-z0-9]{16}_[\w-]{43})"/.exec(html)?.[1] ?? ''

test('without keys the page says what they are for, and how one is used', async () => {
  const { html } = await manager.visitor.get(AT)
  expect(textOf(html)).toContain('Make the first key')
  expect(html).toContain('curl http://localhost:8787/api/v1/security-strings/verify')
})

test('a key is shown once; only its hash is kept, and nothing of it stands in the audit', async () => {
  const made = await make({ endsOn: '2050-12-31' })
  const key = keyIn(made.html)
  expect([made.status, made.headers.get('cache-control')]).toEqual([200, 'no-store'])
  expect(await services.apiKeys.authenticate(key, time.now())).toMatchObject({ ok: true })
  const rows = await inD1('SELECT * FROM api_keys')
  expect(rows).toMatchObject([{ hash: hashSecret(key), hint: key.slice(-4), ends_at: Date.UTC(2051, 0, 1) }])
  const secret = key.split('_').slice(2).join('_')
  const everywhere = [rows, await inD1('SELECT * FROM audit'), (await manager.visitor.get(AT)).html]
  expect(JSON.stringify(everywhere)).not.toContain(secret)
  expect(await audited('api_key.created')).toHaveLength(1)
  const listed = textOf((await manager.visitor.get(AT)).html)
  for (const part of ['VPN gateway', `ends in ${key.slice(-4)}`, 'Active', 'by Grace Hopper', 'Not yet'])
    expect(listed).toContain(part)
})

test('a page that is loaded again makes no second key: the form leads to the list, changed it makes another', async () => {
  const drawn = async () => /name="once" value="([^"]+)"/.exec((await manager.visitor.get(`${AT}/new`)).html)
  const [once, other] = [(await drawn())?.[1] ?? '', (await drawn())?.[1] ?? '']
  const refused = await make({ once, name: '' })
  expect(refused.html).toContain(`name="once" value="${once}"`)
  const key = keyIn((await make({ once })).html)
  const again = await make({ once })
  expect([again.status, again.location]).toEqual([303, AT])
  expect(await inD1('SELECT hash FROM api_keys')).toEqual([{ hash: hashSecret(key) }])
  expect(await services.apiKeys.authenticate(key, time.now())).toMatchObject({ ok: true })
  for (const form of [{ once: other }, { once, name: 'Wi-Fi' }]) expect((await make(form)).status).toBe(200)
  expect(await inD1('SELECT id FROM api_keys')).toHaveLength(3)
})

test.each<[{ name?: string; scopes?: string; endsOn?: string }, string]>([
  [{ name: ' ' }, 'Fill this in.'],
  [{ name: 'x'.repeat(61) }, 'Enter at most 60 characters.'],
  [{ scopes: '' }, 'Choose one of these.'],
  [{ scopes: 'everything' }, 'Choose one of these.'],
  [{ endsOn: '2050-02-30' }, 'such as 2030-03-31'],
  [{ endsOn: 'tomorrow' }, 'such as 2030-03-31'],
  [{ endsOn: '2050-11-19' }, 'still to come'],
])('a form that is not accepted keeps what was typed and makes nothing: %j', async (wrong, words) => {
  const answer = await make(wrong)
  expect(answer.status).toBe(422)
  expect(textOf(answer.html)).toContain(words)
  if (wrong.name === undefined) expect(answer.html).toContain('value="VPN gateway"')
  expect(await inD1('SELECT id FROM api_keys')).toEqual([])
})

test('a key that may do nothing is none', async () => {
  const answer = await postPairs(manager, `${AT}/new`, [['name', 'VPN gateway']])
  expect([answer.status, textOf(answer.html).includes('Fill this in.')]).toEqual([422, true])
})

test('a key is revoked after a question, once, and lets nobody in from then on', async () => {
  const key = keyIn((await make()).html)
  const [row] = await inD1('SELECT id FROM api_keys')
  const path = `${AT}/${row?.id}/revoke`
  expect(textOf((await manager.visitor.get(path)).html)).toContain('turned away from now on')
  expect(await services.apiKeys.authenticate(key, time.now())).toMatchObject({ ok: true })
  const trips = watchTrips()
  expect((await manager.visitor.post(path, {})).location).toBe(`${AT}?done=key_revoked`)
  expect(trips.count()).toBeLessThanOrEqual(3)
  trips.stop()
  expect(await services.apiKeys.authenticate(key, time.now())).toMatchObject({ error: 'invalid_api_key' })
  expect((await manager.visitor.post(path, {})).location).toBe(`${AT}?done=key_already`)
  expect(await audited('api_key.revoked')).toHaveLength(1)
  const { html } = await manager.visitor.get(AT)
  expect(textOf(html)).toContain('Revoked')
  expect(html).not.toContain(path)
})

test('at most 50 keys are in use; revoked and ended ones do not count; the list goes on page by page', async () => {
  const many = (from: number, count: number, ends: number | null) =>
    inD1(
      `INSERT INTO api_keys (id, organisation_id, name, scopes, hash, hint, created_by, created_at, ends_at)
       SELECT 'key_' || value, 1, 'Key ' || value, '["security_strings"]', 'hash' || value, 'AbCd', 'acc_x',
         1000 + value, ?3
       FROM (WITH RECURSIVE n(value) AS (SELECT ?1 UNION ALL SELECT value + 1 FROM n WHERE value < ?1 + ?2 - 1)
         SELECT value FROM n)`,
      ...[from, count, ends],
    )
  await many(100, 10, time.now() - DAY)
  await many(200, 49, null)
  expect((await make()).status).toBe(200)
  const refused = await make()
  expect([refused.status, textOf(refused.html).includes('At most 50.')]).toEqual([422, true])
  const first = await manager.visitor.get(AT)
  const next = /href="([^"]*after=[^"]*)"/.exec(first.html)?.[1] ?? ''
  const second = await manager.visitor.get(next.replaceAll('&amp;', '&'))
  expect([first, second].map(({ html }) => html.match(/ends in /g)?.length)).toEqual([50, 10])
  const trips = watchTrips()
  await manager.visitor.get(AT)
  expect(trips.count()).toBeLessThanOrEqual(3)
  trips.stop()
})
