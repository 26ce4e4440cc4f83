import { createHmac } from 'node:crypto'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { endDerivedStatement } from '../../../src/derived-credentials/index.ts'
import { MINUTE } from '../../../src/kernel/time.ts'
import { openDatabase, runBatch } from '../../../src/runtime/database.ts'
import { makeSupervisor, type TestStaff } from '../../support/staff.ts'
import { makeVisitor, type Page, type Visitor } from '../../support/visitor.ts'
import { bindings, inD1, services, time, watchTrips } from '../../support/world.ts'
import {
  allow,
  auditOf,
  makeDerivedOwner,
  present,
  rowsOf,
  startDerived,
  statesOf,
  useModule,
} from './derived-support.ts'

/** Derived credentials from the portal, by an external module. */

const MODULE = 'https://dc.example/start?tenant=7'
let supervisor: TestStaff
let secret: string

beforeAll(async () => {
  await startDerived()
  supervisor = await makeSupervisor()
})
beforeEach(time.start)
afterEach(() => vi.restoreAllMocks())

/** The way to the module, as its link on the page says. */
function moduleLink(page: Page): URL {
  const href = /href="(https:\/\/dc\.example[^"]*)"/.exec(page.html)?.[1]
  if (!href) throw new Error(`no link to the module: ${page.status}`)
  return new URL(href.replaceAll('&amp;', '&'))
}

/** What a module that holds `key` answers to a request. */
function answerTo(link: URL, result: string, key = secret, state = link.searchParams.get('state')): string {
  const text = `state=${state}&result=${result}`
  const signature = createHmac('sha256', key).update(text).digest('base64url')
  return `/portal/derived/return?${text}&signature=${signature}`
}

/** As a browser that another site sends here. */
const comeBack = (visitor: Visitor, path: string) => visitor.get(path, { 'sec-fetch-site': 'cross-site' })

describe('the secret of the module', () => {
  const PATH = '/supervise/service/derived'

  test('is missing at first: nobody is sent anywhere, and the supervisor is told', async () => {
    await useModule(MODULE)
    const { visitor, path, deviceId } = await makeDerivedOwner()
    expect((await visitor.post(path, {})).status).toBe(503)
    expect(await rowsOf(deviceId)).toEqual([])
    expect((await supervisor.visitor.get(PATH)).html).toContain('Not ready')
  })

  test('is shown once, sealed, and never in the audit; a new one ends the former', async () => {
    const asked = await supervisor.visitor.get(`${PATH}/secret`)
    expect([asked.status, asked.html.includes('shown this once')]).toEqual([200, true])
    const shown: string[] = []
    for (let turn = 0; turn < 2; turn += 1) {
      const page = await supervisor.visitor.post(`${PATH}/secret`, {})
      expect(page.headers.get('cache-control')).toBe('no-store')
      shown.push(/id="module-secret"[^>]*value="([\w-]{43})"/.exec(page.html)?.[1] ?? '')
    }
    expect(new Set(shown).size).toBe(2)
    secret = shown[1] ?? ''
    const page = await supervisor.visitor.get(PATH)
    expect(page.html).toContain('Ready')
    const kept = JSON.stringify([
      await inD1('SELECT * FROM service'),
      await inD1('SELECT * FROM audit'),
      page.html,
    ])
    for (const one of shown) expect([one.length, kept.includes(one)]).toEqual([43, false])
    expect(kept).toMatch(/derivedCredentialSecret[^}]*set.*derivedCredentialSecret[^}]*changed/)
    // The other settings leave it alone.
    const door = await services.organisations.openDoor('acme')
    if (!door.ok) throw new Error('acme is closed')
    await services.supervision.configure(
      door.value.service,
      {
        ...{ defaultOrganisation: 'acme', provisionCodeSeconds: '700', derivedCredentialUrl: MODULE },
        ...{ ownersMayProvision: true, logDeviceFacts: true, androidSmsCode: false, dailyMessages: '' },
        ...{ helpdeskEmail: '', helpdeskPhone: '', helpdeskUrl: '' },
      },
      { kind: 'supervisor', id: supervisor.account.id },
      time.now(),
    )
    expect(await services.moduleSecret.state()).toBe('set')
    const { visitor, path } = await makeDerivedOwner()
    const link = moduleLink(await visitor.post(path, {}))
    expect((await comeBack(visitor, answerTo(link, 'success', shown[0]))).status).toBe(403)
    expect((await comeBack(visitor, answerTo(link, 'success'))).status).toBe(200)
  })
})

describe('by the external module', () => {
  beforeEach(() => useModule(MODULE))

  test('leads there by a link, tells what it needs, signed, and comes back with an issued credential', async () => {
    const { visitor, person, deviceId, path } = await makeDerivedOwner()
    const page = await visitor.post(path, {})
    expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-store'])
    // No form leads to another site: `form-action` would keep a browser from following it.
    expect(page.headers.get('content-security-policy')).toContain("form-action 'self'")
    const link = moduleLink(page)
    expect(Object.fromEntries(link.searchParams)).toEqual({
      tenant: '7',
      account: person.address,
      name: "Ada O'Neill",
      device: deviceId,
      platform: 'agent',
      organisation: '4711',
      return_to: 'http://localhost:8787/portal/derived/return',
      state: expect.stringMatching(/^[\w-]{22}$/),
      expires: String((time.now() + 30 * MINUTE) / 1000),
      signature: expect.any(String),
    })
    const [signed = '', signature] = link.search.slice(1).split('&signature=')
    expect(createHmac('sha256', secret).update(signed).digest('base64url')).toBe(signature)
    expect(JSON.stringify(await rowsOf(deviceId))).not.toContain(link.searchParams.get('state'))
    expect(await present(person, deviceId)).toMatchObject({ state: 'started', kind: 'external' })

    const session = vi.spyOn(bindings.provisionSessions, 'get')
    const trips = watchTrips()
    const back = await comeBack(visitor, answerTo(link, 'success'))
    expect([back.status, trips.count() <= 3]).toEqual([200, true])
    trips.stop()
    expect(session).toHaveBeenCalled()
    expect(await present(person, deviceId)).toMatchObject({ state: 'issued', finishedAt: time.now() })
    expect(await auditOf(deviceId)).toEqual(['derived_credential.started', 'derived_credential.issued'])

    const before = await rowsOf(deviceId)
    time.pass(MINUTE)
    // A page that is reloaded says the same; another answer to the same state is none.
    expect((await comeBack(visitor, answerTo(link, 'success'))).status).toBe(200)
    expect((await comeBack(visitor, answerTo(link, 'failure'))).status).toBe(409)
    expect(await rowsOf(deviceId)).toEqual(before)
    expect(await auditOf(deviceId)).toHaveLength(2)
  })

  test('is refused where anything is not what the module signed, and the right answer still counts', async () => {
    const { visitor, deviceId, path } = await makeDerivedOwner()
    const link = moduleLink(await visitor.post(path, {}))
    const good = answerTo(link, 'success')
    const failure = answerTo(link, 'failure')
    const eve = await makeDerivedOwner()
    const other = moduleLink(await eve.visitor.post(eve.path, {}))
    for (const [bad, status] of [
      [good.replace('result=success', 'result=failure'), 403],
      [`${good}x`, 403],
      [good.replace(/signature=.*/, ''), 403],
      [good.replace(/signature=.*/, `signature=${link.searchParams.get('signature')}`), 403],
      [answerTo(link, 'success', `${secret}x`), 403],
      [answerTo(link, 'maybe'), 404],
      [answerTo(link, 'success', secret, 'AAAAAAAAAAAAAAAAAAAAAA'), 404],
      [answerTo(other, 'success'), 404],
      ['/portal/derived/return', 200],
    ] as const) {
      const page = await comeBack(visitor, bad)
      expect([bad, page.status]).toEqual([bad, status])
      expect(page.html).toMatch(/href="\/portal/)
    }
    expect(await statesOf(deviceId)).toEqual(['started'])
    expect((await comeBack(visitor, failure)).status).toBe(200)
    expect(await statesOf(deviceId)).toEqual(['failed'])
    expect((await comeBack(visitor, good)).status).toBe(409)
  })

  test('counts in the session of the account that began it only', async () => {
    const [ada, eve] = [await makeDerivedOwner(), await makeDerivedOwner()]
    const link = moduleLink(await ada.visitor.post(ada.path, {}))
    expect((await comeBack(eve.visitor, answerTo(link, 'success'))).status).toBe(404)
    expect((await comeBack(makeVisitor(), answerTo(link, 'success'))).location).toContain('/sign-in')
    expect(await statesOf(ada.deviceId)).toEqual(['started'])
    expect((await eve.visitor.post(ada.path, {})).status).toBe(404)
    expect((await eve.visitor.get(`${ada.path}/new`)).status).toBe(404)
  })

  test('counts for half an hour, for the newest beginning, and for the device as it was', async () => {
    const { visitor, deviceId, path } = await makeDerivedOwner()
    const first = moduleLink(await visitor.post(path, {}))
    const second = moduleLink(await visitor.post(path, {}))
    expect((await comeBack(visitor, answerTo(first, 'success'))).status).toBe(404)
    time.pass(30 * MINUTE)
    expect((await comeBack(visitor, answerTo(second, 'success'))).status).toBe(410)
    const third = moduleLink(await visitor.post(path, {}))
    await inD1('UPDATE devices SET epoch = epoch + 1 WHERE id = ?', deviceId)
    expect((await comeBack(visitor, answerTo(third, 'success'))).status).toBe(410)
    const fourth = moduleLink(await visitor.post(path, {}))
    await inD1("UPDATE devices SET lifecycle = 'retired' WHERE id = ?", deviceId)
    expect((await comeBack(visitor, answerTo(fourth, 'success'))).status).toBe(410)
    expect((await visitor.post(path, {})).status).toBe(409)
    expect(await statesOf(deviceId)).toEqual(['started'])
  })

  test('asks before another takes the place of the one that was issued, until the device is set up again', async () => {
    const { visitor, person, deviceId, path } = await makeDerivedOwner()
    await comeBack(visitor, answerTo(moduleLink(await visitor.post(path, {})), 'success'))
    expect((await visitor.post(path, {})).location).toBe(`${path}/new`)
    expect((await visitor.get(`${path}/new`)).html).toContain(`action="${path}/new"`)
    const link = moduleLink(await visitor.post(`${path}/new`, {}))
    // What was issued holds until there is another.
    expect(await present(person, deviceId)).toMatchObject({ state: 'issued' })
    time.pass(1)
    await comeBack(visitor, answerTo(link, 'success'))
    expect(await statesOf(deviceId)).toEqual(['ended', 'issued'])
    await inD1('UPDATE devices SET epoch = epoch + 1 WHERE id = ?', deviceId)
    expect(await present(person, deviceId)).toBeNull()
    expect((await visitor.post(path, {})).status).toBe(200)
  })

  test('ends with its device, and repeating that changes nothing', async () => {
    const { visitor, deviceId, path } = await makeDerivedOwner()
    const link = moduleLink(await visitor.post(path, {}))
    const database = openDatabase(bindings.db)
    const end = (organisationId: number, at: number) =>
      runBatch(database, [endDerivedStatement(database, { organisationId, deviceId, at })])
    await end(77, time.now())
    await end(1, time.now() - 1)
    expect(await statesOf(deviceId)).toEqual(['started'])
    await end(1, time.now())
    const ended = await rowsOf(deviceId)
    await end(1, time.now() + 1)
    expect(await rowsOf(deviceId)).toEqual(ended)
    expect((await comeBack(visitor, answerTo(link, 'success'))).status).toBe(410)
  })
})

describe('without the permission', () => {
  test('nothing of it can be done, and an answer that is on its way changes nothing', async () => {
    await useModule(MODULE)
    const { visitor, deviceId, path } = await makeDerivedOwner()
    const link = moduleLink(await visitor.post(path, {}))
    await allow(['register', 'wipe'])
    try {
      for (const act of [path, `${path}/new`]) expect((await visitor.post(act, {})).status).toBe(403)
      const file = await visitor.post(`${path}/file`, { id: 'x', k: 'AAAAAAAAAAAAAAAAAAAAAA' })
      expect(file.status).toBe(403)
      expect((await visitor.get(`${path}/new`)).status).toBe(403)
      expect((await comeBack(visitor, answerTo(link, 'success'))).status).toBe(403)
      expect(await statesOf(deviceId)).toEqual(['started'])
    } finally {
      await allow(['register', 'derived_credential'])
    }
  })
})
