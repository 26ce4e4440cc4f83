import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { DAY, MINUTE } from '../../../src/kernel/time.ts'
import { runMinute } from '../../../src/minute.ts'
import { makeManager } from '../../support/staff.ts'
import { catchMail, type MailCatcher, makeVisitor, register } from '../../support/visitor.ts'
import { bindings, inD1, makePerson, seedWorld, services, time, watchTrips } from '../../support/world.ts'
import {
  ACME,
  counted,
  endDay,
  limit,
  passed,
  setUp,
  signIn,
  startDay,
  stubSiteverify,
  turnOn,
} from './limits-support.ts'

/** What strangers can cause is bounded; what is known to a browser is not held back by it. */

let mail: MailCatcher

beforeAll(seedWorld)
beforeEach(() => {
  startDay()
  mail = catchMail()
})
afterEach(endDay)

const mailsTo = async (address: string) =>
  (await mail.all()).filter(({ to }) => String(to).includes(address)).length

describe('the limit of codes an hour', () => {
  test('holds strangers back in plain words, and opens again with the hour', async () => {
    await limit(ACME, 2)
    expect((await setUp('one@acme.example')).status).toBe(303)
    expect((await setUp('two@acme.example')).status).toBe(303)
    time.pass(10 * MINUTE)
    const third = await setUp('three@acme.example')
    expect(third.status).toBe(429)
    expect(third.headers.get('retry-after')).toBe(String(50 * 60))
    expect(third.html).toContain('No more codes within this hour')
    expect(third.html).toContain('in 50 minutes')
    expect(third.html).toContain('value="three@acme.example"')
    expect(third.html).not.toContain('challenges.cloudflare.com')
    expect(third.headers.get('content-security-policy')).not.toContain('challenges.cloudflare.com')
    expect([await counted(ACME, 'setup'), await counted(ACME, 'codes')]).toEqual([2, 1])
    time.pass(50 * MINUTE)
    expect((await setUp('three@acme.example')).status).toBe(303)
    await mail.codeFor('three@acme.example')
  })

  test('of twenty at the same moment lets exactly the limit through', async () => {
    await limit(ACME, 5)
    const ask = { organisationId: ACME, door: 'setup', checked: false, checkDown: false } as const
    const admitted = await Promise.all(
      Array.from({ length: 20 }, () => services.limits.admitAsk(ask, time.now())),
    )
    expect(admitted.filter(({ ok }) => ok)).toHaveLength(5)
    expect([await counted(ACME, 'setup'), await counted(ACME, 'codes')]).toEqual([5, 15])
  })

  test('does not hold back who signed in with that address in this browser, at neither door', async () => {
    const ada = makeVisitor()
    await register(ada, mail, 'known@acme.example')
    await limit(0, 1)
    await limit(ACME, 1)
    await Promise.all(
      ['a', 'b', 'c'].flatMap((name) => [setUp(`${name}@acme.example`), signIn(`${name}@x.example`)]),
    )
    time.pass(16 * MINUTE)
    ada.cookies.delete('__Host-latchkey')
    expect((await setUp('known@acme.example', ada)).status).toBe(303)
    expect((await ada.post('/setup/acme/code/again', {})).location).toBe('/setup/acme/code?sent=again')
    expect((await signIn('known@acme.example', ada)).status).toBe(303)
    // The same person in another browser, and another address in this one, are strangers.
    for (const stranger of [await signIn('known@acme.example'), await signIn('other@acme.example', ada)])
      expect([stranger.status, stranger.html.includes('No more codes within')]).toEqual([429, true])
  })

  test('cannot be filled by one address, or one passed check, over and over: what mails nothing counts nothing', async () => {
    turnOn('limits')
    stubSiteverify(() => passed('sign-in'))
    const visitor = makeVisitor()
    const checked = { 'cf-turnstile-response': 'good' }
    for (let turn = 0; turn < 3; turn += 1)
      expect((await signIn('again@x.example', visitor, turn === 0 ? checked : {})).status).toBe(303)
    const trips = watchTrips()
    for (let turn = 0; turn < 4; turn += 1)
      expect((await signIn('again@x.example', visitor)).status).toBe(429)
    expect(trips.count()).toBeLessThanOrEqual(4 * 3)
    trips.stop()
    expect([await counted(0, 'sign_in_checked'), await counted(0, 'sign_in')]).toEqual([3, 0])
  })

  test('and strangers who ask for codes to an address leave those of its owner’s browser alone', async () => {
    const ada = makeVisitor()
    await register(ada, mail, 'target@acme.example')
    for (let turn = 0; turn < 3; turn += 1) {
      time.pass(16 * MINUTE)
      for (let sends = 0; sends < 4; sends += 1) await signIn('target@acme.example')
    }
    expect((await signIn('target@acme.example')).status).toBe(429)
    expect((await signIn('target@acme.example', ada)).status).toBe(303)
  })

  test('tells nobody who has an account: same status, body, headers and work, before it bites and after', async () => {
    const known = await makePerson({ address: 'member@acme.example' })
    const compare = async (address: string) => {
      const visitor = makeVisitor()
      const trips = watchTrips()
      const answers = [await signIn(address, visitor), await setUp(address, visitor)]
      const count = trips.count()
      trips.stop()
      return {
        count,
        answers: answers.map(({ status, html, headers, location }) => ({
          ...{ status, location },
          html: html.replaceAll(address, '…').replaceAll(/data-options="[^"]*"|value="\{[^"]*"/g, ''),
          headers: [...headers].map(([name]) => name).filter((name) => name !== 'content-length'),
        })),
      }
    }
    for (const codes of [1000, 0]) {
      await limit(0, codes)
      await limit(ACME, codes)
      const [member, stranger] = [await compare(known.address), await compare('nobody@acme.example')]
      expect(member).toEqual(stranger)
      expect(member.answers.map(({ status }) => status)).toEqual(codes === 0 ? [429, 429] : [303, 303])
    }
  })
})

test('a day that is full takes nobody new, and everybody who has an account', async () => {
  await makePerson({ address: 'here@acme.example' })
  await limit(ACME, null, 1)
  await register(makeVisitor(), mail, 'last-place@acme.example')
  const late = makeVisitor()
  await setUp('late@acme.example', late)
  const code = await mail.codeFor('late@acme.example')
  const trips = watchTrips()
  const refused = await late.post('/setup/acme/code', { code })
  expect(trips.count()).toBeLessThanOrEqual(3)
  trips.stop()
  expect(refused.status).toBe(429)
  expect(refused.html).toContain('Your address is proved, but registration is full for today')
  expect(await inD1("SELECT 1 FROM accounts WHERE address = 'late@acme.example'")).toEqual([])
  const member = makeVisitor()
  await setUp('here@acme.example', member)
  const own = await member.post('/setup/acme/code', { code: await mail.codeFor('here@acme.example') })
  expect(own.location).toBe('/setup/acme/about')
  // Two that want the last place at the same moment: one of them gets it.
  await limit(ACME, null, 2)
  const door = await services.organisations.openDoor('acme')
  if (!door.ok) throw new Error('acme is closed')
  const { organisation } = door.value
  const entered = await Promise.all(
    ['x', 'y', 'z'].map((name) =>
      services.accounts.enter({
        ...{ organisation, address: `${name}-place@acme.example`, locale: 'en', stranger: true },
        now: time.now(),
      }),
    ),
  )
  expect(entered.map((one) => (one.ok ? 'in' : one.error)).toSorted()).toEqual([
    'in',
    'people_full',
    'people_full',
  ])
})

describe('the human check', () => {
  test('is asked for once the limit is reached, on that page alone, and lets people go on', async () => {
    turnOn('limits')
    await limit(ACME, 1)
    const tokens = stubSiteverify(() => passed('setup'))
    const first = await makeVisitor().get('/setup/acme')
    expect(first.html).not.toContain('cf-turnstile')
    expect(first.headers.get('content-security-policy')).not.toContain('cloudflare')
    expect((await setUp('first@acme.example')).status).toBe(303)
    const visitor = makeVisitor({ headers: { 'accept-language': 'en' } })
    const asked = await setUp('second@acme.example', visitor)
    expect(asked.status).toBe(422)
    expect(asked.html).toContain('data-sitekey="0x4AAAsite" data-action="setup" data-language="en"')
    expect(asked.html).toContain('<script src="https://challenges.cloudflare.com/turnstile/v0/api.js"')
    expect(asked.html).toMatch(/<noscript>.*This check needs JavaScript/s)
    const policy = asked.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("script-src 'self' https://challenges.cloudflare.com;")
    expect(policy).toContain('frame-src https://challenges.cloudflare.com')
    expect(policy).not.toContain('unsafe')
    expect(tokens).toEqual([])
    const sent = await setUp('second@acme.example', visitor, { 'cf-turnstile-response': 'good' })
    expect(sent.location).toBe('/setup/acme/code')
    await mail.codeFor('second@acme.example')
    // What was passed for an address holds for it for a while, and for no other.
    time.pass(MINUTE)
    expect((await visitor.post('/setup/acme/code/again', {})).location).toBe('/setup/acme/code?sent=again')
    expect((await setUp('third@acme.example', visitor)).status).toBe(422)
    expect(tokens).toEqual(['good'])
  })

  test('that was not passed mails nothing: made up, too old, used before, of another page', async () => {
    turnOn('always')
    const answers: Record<string, unknown> = {
      forged: { success: false, 'error-codes': ['invalid-input-response'] },
      old: { success: false, 'error-codes': ['timeout-or-duplicate'] },
      elsewhere: passed('sign-in'),
      host: { ...passed('setup'), hostname: 'evil.example' },
    }
    stubSiteverify((token) => answers[token])
    for (const token of Object.keys(answers)) {
      const refused = await setUp(`${token}@acme.example`, makeVisitor(), { 'cf-turnstile-response': token })
      expect(refused.status, token).toBe(422)
      expect(refused.html, token).toContain('The check could not be confirmed')
      expect(refused.html, token).toContain('cf-turnstile')
    }
    const without = await signIn('without@acme.example')
    expect([without.status, without.html.includes('data-action="sign-in"')]).toEqual([422, true])
    expect(await counted(0, 'sign_in')).toBe(0)
    expect((await makeVisitor().get('/setup/acme')).html).toContain('cf-turnstile')
    expect((await makeVisitor().get('/setup/acme/code')).html).not.toContain('cf-turnstile')
    expect(await mail.all()).toEqual([])
  })

  test('that Cloudflare does not answer lets codes go within the limit, and no further', async () => {
    turnOn('always')
    await limit(ACME, 1)
    vi.spyOn(globalThis, 'fetch').mockRejectedValue(new DOMException('timed out', 'TimeoutError'))
    vi.spyOn(console, 'warn').mockImplementation(() => {})
    const token = { 'cf-turnstile-response': 'any' }
    expect((await setUp('within@acme.example', makeVisitor(), token)).status).toBe(303)
    const beyond = await setUp('beyond@acme.example', makeVisitor(), token)
    expect([beyond.status, beyond.html.includes('No more codes within this hour')]).toEqual([429, true])
    expect(await counted(0, 'check')).toBe(2)
    await mail.codeFor('within@acme.example')
    expect(await mailsTo('beyond@acme.example')).toBe(0)
  })

  test('has an end as well: five times the limit', async () => {
    await limit(ACME, 2)
    const ask = { organisationId: ACME, door: 'setup', checked: true, checkDown: false } as const
    const asks = await Promise.all(
      Array.from({ length: 14 }, () => services.limits.admitAsk(ask, time.now())),
    )
    expect(asks.filter(({ ok }) => ok)).toHaveLength(10)
  })
})

describe('alarms', () => {
  test('reach the overview at once and every manager once a day', async () => {
    const manager = await makeManager({ address: 'boss@acme.example' })
    await inD1(
      "UPDATE accounts SET role = 'device_owner' WHERE role = 'manager' AND id <> ?",
      manager.account.id,
    )
    await limit(ACME, 1)
    await setUp('one-more@acme.example')
    await setUp('two-more@acme.example')
    const trips = watchTrips()
    const { html } = await manager.visitor.get('/manage')
    expect(trips.count()).toBeLessThanOrEqual(3)
    trips.stop()
    expect(html).toContain('Codes were held back once')
    expect(html).toContain('href="/manage/setup/protection"')
    const told = async () =>
      inD1(
        "SELECT id FROM messages WHERE kind = 'alarm' AND recipient = ? AND payload LIKE '%\"codes\"%'",
        manager.address,
      )
    await runMinute(bindings)
    await runMinute(bindings)
    expect(await told()).toHaveLength(1)
    const sent = (await mail.all()).find(
      ({ to, subject }) => String(to).includes(manager.address) && /Codes/.test(subject),
    )
    expect(sent?.text).toContain(`${bindings.baseUrl}/manage`)
    time.pass(DAY)
    await runMinute(bindings)
    expect(await told()).toHaveLength(1)
    await limit(ACME, 0)
    await setUp('three-more@acme.example')
    await runMinute(bindings)
    expect(await told()).toHaveLength(2)
  })
})
