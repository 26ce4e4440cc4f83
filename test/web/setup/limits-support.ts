import { vi } from 'vitest'
import { HOUR } from '../../../src/kernel/time.ts'
import { makeVisitor, type Visitor } from '../../support/visitor.ts'
import { bindings, inD1, time } from '../../support/world.ts'

/** Strangers who ask for codes, and what bounds them. */

export const ACME = 1
let days = 0

/** Each test has a day of its own. Call in `beforeEach`. */
export function startDay(): void {
  time.start()
  days += 1
  time.pass(days * 24 * HOUR)
}

/** Call in `afterEach`. */
export async function endDay(): Promise<void> {
  vi.restoreAllMocks()
  bindings.turnstile = null
  await inD1('DELETE FROM abuse_limits')
}

export const limit = (
  organisationId: number,
  hourlyCodes: number | null,
  dailyPeople: number | null = null,
) =>
  inD1(
    'INSERT OR REPLACE INTO abuse_limits (organisation_id, hourly_codes, daily_people, changed_at) VALUES (?, ?, ?, 0)',
    ...[organisationId, hourlyCodes, dailyPeople],
  )
export const setUp = (
  address: string,
  visitor: Visitor = makeVisitor(),
  extra: Record<string, string> = {},
) => visitor.post('/setup/acme', { email: address, ...extra })
export const signIn = (
  address: string,
  visitor: Visitor = makeVisitor(),
  extra: Record<string, string> = {},
) => visitor.post('/sign-in', { email: address, ...extra })
export const counted = async (organisationId: number, kind: string) =>
  (
    await inD1(
      'SELECT sum(count) AS count FROM abuse_counters WHERE organisation_id = ? AND kind = ? AND hour >= ?',
      ...[organisationId, kind, Math.floor(time.now() / HOUR)],
    )
  )[0]?.count ?? 0

/** Cloudflare, as it would answer a token. */
export function stubSiteverify(answer: (token: string) => unknown) {
  const tokens: string[] = []
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (url, init) => {
    // What a Worker cannot ask is refused here as it is there.
    new Request(url, init)
    const { response } = JSON.parse(String(init?.body))
    tokens.push(response)
    return Response.json(answer(response))
  })
  return tokens
}
export const turnOn = (mode: 'limits' | 'always') => {
  bindings.turnstile = { siteKey: '0x4AAAsite', secret: '0x4AAAsecret', mode, hostname: 'localhost' }
}
export const passed = (action: string) => ({ success: true, hostname: 'localhost', action })
