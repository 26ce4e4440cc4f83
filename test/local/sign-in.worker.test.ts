import { createExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import production from '../../src/index.ts'
import local from '../../src/local.ts'
import { routeTable } from '../../src/web/http/routes.ts'
import { BASE, bindings, inD1, seedWorld, services, time } from '../support/world.ts'

beforeAll(seedWorld)
beforeEach(() => {
  time.start()
  // The mail is no part of this: a delivery that is under way at the end would keep the run from ending.
  vi.spyOn(bindings.messages, 'sendBatch').mockResolvedValue(undefined as never)
})
afterEach(() => vi.restoreAllMocks())

type Change = { method?: string; headers?: Record<string, string>; env?: object }

/** A request to the laptop's Worker, or with `worker` to another one. */
async function ask(path: string, change: Change = {}, worker: { fetch: typeof local.fetch } = local) {
  const request = new Request(`${BASE}${path}`, {
    method: change.method ?? 'GET',
    headers: change.headers ?? {},
    redirect: 'manual',
  })
  const context = createExecutionContext()
  return worker.fetch(
    request as Parameters<typeof local.fetch>[0],
    (change.env ?? env) as Parameters<typeof local.fetch>[1],
    context,
  )
}

const OWN = { 'sec-fetch-site': 'same-origin', origin: BASE }
const signIn = (role: string, change: Change = {}) =>
  ask(`/dev/sign-in?as=${role}`, { method: 'POST', headers: OWN, ...change })

const cookieIn = (answer: Response) =>
  /(__Host-latchkey-staff=[\w-]{43});/.exec(answer.headers.get('set-cookie') ?? '')?.[1]

const sessions = () => inD1('SELECT id FROM web_sessions')
const staff = () => inD1("SELECT address FROM accounts WHERE role <> 'device_owner' ORDER BY address")

test('reading the page signs nobody in and makes nobody', async () => {
  const page = await ask('/dev')
  expect(page.status).toBe(200)
  const text = await page.text()
  expect(text).toContain('Only on this laptop')
  expect(text).toContain('action="/dev/sign-in?as=manager"')
  expect(text).not.toContain('<script')
  for (const path of ['/dev/sign-in', '/dev/sign-in?as=supervisor']) {
    const answer = await ask(path)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/dev'])
    expect(answer.headers.get('set-cookie')).toBeNull()
  }
  expect(await sessions()).toEqual([])
  expect(await staff()).toEqual([])
})

test.each([
  ['manager', '/manage', '/supervise'],
  ['supervisor', '/supervise', '/manage'],
])('a %s is signed in at once, at %s and not at %s', async (role, door, other) => {
  const answer = await signIn(role)
  expect([answer.status, answer.headers.get('location')]).toEqual([303, door])
  expect(answer.headers.get('set-cookie')).toMatch(/; HttpOnly; Secure; SameSite=Lax/)
  const cookie = cookieIn(answer) ?? ''
  expect((await ask(door, { headers: { cookie } })).status).toBe(200)
  expect((await ask(other, { headers: { cookie } })).status).toBe(403)
})

test('asked again, or twice at once, it is the same account, and the former session has ended', async () => {
  const former = cookieIn(await signIn('manager')) ?? ''
  const [again] = await Promise.all([
    signIn('manager', { headers: { ...OWN, cookie: former } }),
    signIn('manager'),
  ])
  expect((await ask('/manage', { headers: { cookie: cookieIn(again) ?? '' } })).status).toBe(200)
  expect((await ask('/manage', { headers: { cookie: former } })).status).toBe(303)
  expect((await staff()).filter(({ address }) => address === 'manager@acme.example')).toHaveLength(1)
})

test('another site’s page cannot press the button', async () => {
  const before = await sessions()
  const [foreign, without] = [{ 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }, {}]
  for (const headers of [foreign, without]) {
    const answer = await signIn('supervisor', { headers })
    expect(answer.status).toBe(403)
    expect(answer.headers.get('set-cookie')).toBeNull()
  }
  expect(await sessions()).toEqual(before)
})

test.each(['owner', 'constructor', ''])('nobody is signed in as %j', async (role) => {
  const answer = await signIn(role)
  expect(answer.status).toBe(422)
  expect(answer.headers.get('set-cookie')).toBeNull()
})

test('behind a tunnel, where others come in too, it signs nobody in', async () => {
  const BASE_URL = 'https://phone.example'
  const headers = { ...OWN, origin: BASE_URL }
  const answer = await signIn('supervisor', { headers, env: { ...env, BASE_URL } })
  expect(answer.status).toBe(403)
  expect(answer.headers.get('set-cookie')).toBeNull()
  expect(await (await ask('/dev', { env: { ...env, BASE_URL } })).text()).not.toContain('<form')
})

test('a disabled account stays out', async () => {
  await signIn('manager')
  await inD1("UPDATE accounts SET disabled_at = ? WHERE address = 'manager@acme.example'", time.now())
  const answer = await signIn('manager')
  expect([answer.status, answer.headers.get('set-cookie')]).toEqual([409, null])
  await inD1("UPDATE accounts SET disabled_at = NULL WHERE address = 'manager@acme.example'")
})

test('it does not use up the bootstrap secret', async () => {
  await signIn('supervisor')
  expect(await services.entrances.readBootstrap()).toBe('open')
})

test('the Worker that is deployed has none of it', async () => {
  const before = await sessions()
  for (const [method, path] of [
    ['GET', '/dev'],
    ['GET', '/dev/sign-in?as=manager'],
    ['POST', '/dev/sign-in?as=manager'],
    ['POST', '/dev/sign-in?as=supervisor'],
    ['GET', '/dev/mailbox'],
    ['POST', '/dev/seed'],
  ] as const) {
    const answer = await ask(path, { method, headers: OWN }, production as unknown as typeof local)
    expect([path, answer.status]).toEqual([path, 404])
    expect(answer.headers.get('set-cookie')).toBeNull()
  }
  expect(await sessions()).toEqual(before)
  expect(routeTable.filter(({ path }) => path.startsWith('/dev') && !path.startsWith('/device'))).toEqual([])
})
