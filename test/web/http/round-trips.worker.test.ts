import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { catchMail, makeVisitor } from '../../support/visitor.ts'
import { makeTestDevice, seedWorld, settle, time, watchTrips } from '../../support/world.ts'

beforeAll(seedWorld)
beforeEach(time.start)
afterEach(() => vi.restoreAllMocks())

/** Counts how often D1 is asked while `work` runs: a batch is one round trip. */
async function countTrips(work: () => Promise<unknown>): Promise<number> {
  const trips = watchTrips()
  await work()
  const count = trips.count()
  trips.stop()
  return count
}

test('every request of the main job asks D1 at least once and at most three times', async () => {
  const mail = catchMail()
  const visitor = makeVisitor()
  const trips: Record<string, number> = {}
  const count = async <Answer>(name: string, work: () => Promise<Answer>): Promise<Answer> => {
    let answer: Answer | undefined
    trips[name] = await countTrips(async () => {
      answer = await work()
    })
    return answer as Answer
  }

  await count('GET /setup', () => visitor.get('/setup'))
  await count('GET start', () => visitor.get('/setup/acme'))
  await count('POST start', () => visitor.post('/setup/acme', { email: 'trips@acme.example' }))
  const code = await mail.codeFor('trips@acme.example')
  await count('GET code', () => visitor.get('/setup/acme/code'))
  await count('POST code, a new account', () => visitor.post('/setup/acme/code', { code }))
  await count('GET about', () => visitor.get('/setup/acme/about'))
  await count('POST about', () => visitor.post('/setup/acme/about', { name: 'Ada', terms: 'yes' }))
  await count('GET device', () => visitor.get('/setup/acme/device'))
  await count('POST device, nothing chosen', () => visitor.post('/setup/acme/device', {}))
  const chosen = await visitor.post('/setup/acme/device', { platform: 'agent', ownership: 'company' })
  const { html } = await count('GET ready', () => visitor.get(chosen.location ?? ''))
  await count('GET status', () => visitor.get(`${chosen.location}/status`))
  const [, ref = '', secret = ''] = /\/p\/([\w-]{22})\?k=([\w-]{22})/.exec(html) ?? []
  await settle(ref)
  await count('GET link', () => visitor.get(`/p/${ref}?k=${secret}`))
  const device = await makeTestDevice()
  const redeemed = await count('POST redeem', () => device.redeem({ code: `${ref}.${secret}` }))
  const { token } = redeemed.body.credential
  await count('GET configuration', () => device.configuration(token))
  await count('POST check-in, the first', () => device.checkIn(token))
  await count('POST sign-out', () => visitor.post('/setup/acme/sign-out', {}))

  for (const [name, number] of Object.entries(trips)) {
    expect(number, name).toBeGreaterThanOrEqual(1)
    expect(number, name).toBeLessThanOrEqual(3)
  }
  expect(trips['POST redeem']).toBe(2)
  expect(trips['GET start']).toBe(1)
})
