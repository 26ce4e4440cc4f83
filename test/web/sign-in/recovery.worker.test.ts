import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { DAY, MINUTE } from '../../../src/kernel/time.ts'
import {
  enrol,
  enterByPasskey,
  makeFirstPasskey,
  makeNewManager,
  staffCookie,
} from '../../support/sign-in.ts'
import { catchMail, type MailCatcher, makeVisitor, type Visitor } from '../../support/visitor.ts'
import { BASE, inD1, seedWorld, services, time } from '../../support/world.ts'

beforeAll(seedWorld)
let visitor: Visitor
let mail: MailCatcher
beforeEach(() => {
  time.start()
  visitor = makeVisitor()
  mail = catchMail()
})
afterEach(() => vi.restoreAllMocks())

const supervisor = { kind: 'supervisor', id: 'acc_test' } as const

async function lose() {
  const manager = await makeNewManager()
  const at = makeVisitor()
  const { authenticator } = await enrol(at, mail, manager.address)
  time.pass(MINUTE)
  const issue = async () => {
    const { url } = await services.entrances.issueRecovery(manager.account, supervisor, time.now())
    expect(url.startsWith(`${BASE}/sign-in/recover?k=`)).toBe(true)
    return { path: url.slice(BASE.length), k: url.split('k=')[1] ?? '' }
  }
  return { ...manager, at, former: authenticator, issue }
}

describe('a recovery link', () => {
  test('leads to a new passkey; then the old ones and all sessions are dead', async () => {
    const { account, address, at, former, issue } = await lose()
    const { path, k } = await issue()
    expect((await visitor.get(path)).html).toContain(address)
    expect((await at.get('/account')).status).toBe(200)
    const used = await visitor.post('/sign-in/recover', { k })
    expect(used.location).toBe('/sign-in/passkey/new')
    expect((await at.get('/account')).location).toContain('/sign-in')
    expect(await inD1('SELECT id FROM passkeys WHERE account_id = ?', account.id)).toHaveLength(1)
    const { authenticator, made } = await makeFirstPasskey(visitor)
    expect(made.location).toBe('/manage')
    expect((await enterByPasskey(makeVisitor(), former)).status).toBe(422)
    expect((await enterByPasskey(makeVisitor(), authenticator)).location).toBe('/manage')
    const audited = await inD1(
      "SELECT action, actor_id FROM audit WHERE account_id = ? AND action LIKE 'recovery.%' ORDER BY rowid",
      account.id,
    )
    expect(audited).toEqual([
      { action: 'recovery.issued', actor_id: 'acc_test' },
      { action: 'recovery.used', actor_id: account.id },
    ])
  })

  test('is fetched any number of times without being used up', async () => {
    const { issue } = await lose()
    const { path, k } = await issue()
    for (let visit = 0; visit < 20; visit += 1) expect((await makeVisitor().get(path)).status).toBe(200)
    expect((await visitor.post('/sign-in/recover', { k })).status).toBe(303)
  })

  test('works once: of two browsers at the same time one goes on, and the audit tells of the other', async () => {
    const { account, issue } = await lose()
    const { k, path } = await issue()
    const both = await Promise.all([visitor, makeVisitor()].map((who) => who.post('/sign-in/recover', { k })))
    expect(both.map(({ status }) => status).sort()).toEqual([303, 410])
    expect((await makeVisitor().post('/sign-in/recover', { k })).status).toBe(410)
    expect((await makeVisitor().get(path)).status).toBe(410)
    const refused = "SELECT id FROM audit WHERE account_id = ? AND action = 'recovery.refused'"
    expect(await inD1(refused, account.id)).toHaveLength(1)
  })

  test('makes one passkey: the browser that used it cannot make a second', async () => {
    const { issue } = await lose()
    const { k } = await issue()
    await visitor.post('/sign-in/recover', { k })
    const kept = new Map(visitor.cookies)
    expect((await makeFirstPasskey(visitor)).made.status).toBe(303)
    const copy = makeVisitor()
    for (const [name, value] of kept) copy.cookies.set(name, value)
    expect((await makeFirstPasskey(copy)).made.status).toBe(422)
    expect(staffCookie(copy)).toBeNull()
  })

  test('ends after a day, when a newer one was issued, and when its person is switched off', async () => {
    const { account, issue } = await lose()
    const first = await issue()
    const second = await issue()
    expect((await visitor.get(first.path)).status).toBe(410)
    expect((await visitor.get(second.path)).status).toBe(200)
    await inD1('UPDATE accounts SET disabled_at = 1 WHERE id = ?', account.id)
    expect((await visitor.post('/sign-in/recover', { k: second.k })).status).toBe(410)
    await inD1('UPDATE accounts SET disabled_at = NULL WHERE id = ?', account.id)
    time.pass(DAY)
    expect((await visitor.post('/sign-in/recover', { k: second.k })).status).toBe(410)
  })

  test('is stored as a hash, and an unknown one leaves no trace', async () => {
    const { issue } = await lose()
    const { k } = await issue()
    expect(JSON.stringify(await inD1('SELECT * FROM recovery_links'))).not.toContain(k)
    const before = await inD1('SELECT count(*) AS n FROM audit')
    for (const wrong of ['', 'x', 'A'.repeat(43)])
      expect((await visitor.post('/sign-in/recover', { k: wrong })).status).toBe(410)
    expect(await inD1('SELECT count(*) AS n FROM audit')).toEqual(before)
  })
})

test('owners need none', async () => {
  const { account } = await makeNewManager()
  const owner = { ...account, role: 'device_owner' as const }
  await expect(async () => services.entrances.issueRecovery(owner, supervisor, time.now())).rejects.toThrow()
})
