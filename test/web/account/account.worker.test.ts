import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { makeAuthenticator, optionsIn } from '../../support/authenticator.ts'
import { enrol, enterByPasskey, makeNewManager, proveAddress, staffCookie } from '../../support/sign-in.ts'
import { catchMail, type MailCatcher, makeVisitor, type Visitor } from '../../support/visitor.ts'
import { BASE, bindings, inD1, makePerson, seedWorld, time, watchTrips } from '../../support/world.ts'

beforeAll(seedWorld)
let visitor: Visitor
let mail: MailCatcher
beforeEach(() => {
  time.start()
  visitor = makeVisitor()
  mail = catchMail()
})
afterEach(() => vi.restoreAllMocks())

/** A manager at work, and the id of their only passkey. */
async function enterManager() {
  const manager = await makeNewManager()
  const { authenticator } = await enrol(visitor, mail, manager.address)
  return { ...manager, authenticator, passkey: authenticator.stored[0]?.id ?? '' }
}

async function addPasskey(who: Visitor, name: string, authenticator = makeAuthenticator({ origin: BASE })) {
  const page = await who.get('/account/passkeys/new')
  const added = await who.post('/account/passkeys/new', {
    name,
    response: authenticator.create(optionsIn(page.html)),
  })
  return { added, authenticator, id: authenticator.stored.at(-1)?.id ?? '' }
}

const actionsOf = (accountId: string) =>
  inD1("SELECT action FROM audit WHERE account_id = ? AND action LIKE 'passkey.%' ORDER BY rowid", accountId)

describe('passkeys', () => {
  test('are added, renamed and removed, and each leaves a trace', async () => {
    const { account, passkey } = await enterManager()
    const { added, authenticator, id } = await addPasskey(visitor, 'Key on my ring')
    expect(added.location).toBe('/account?done=added')
    expect((await visitor.get('/account?done=added')).html).toContain('Key on my ring')
    expect((await enterByPasskey(makeVisitor(), authenticator)).location).toBe('/manage')
    const renamed = await visitor.post(`/account/passkeys/${id}`, { name: ' Yellow key ' })
    expect(renamed.location).toBe('/account?done=renamed')
    const asked = await visitor.get(`/account/passkeys/${passkey}/remove`)
    expect(asked.html).toContain(`action="/account/passkeys/${passkey}/remove"`)
    const removed = await visitor.post(`/account/passkeys/${passkey}/remove`, {})
    expect(removed.location).toBe('/account?done=removed')
    expect(await inD1('SELECT name FROM passkeys WHERE account_id = ?', account.id)).toEqual([
      { name: 'Yellow key' },
    ])
    expect((await actionsOf(account.id)).map(({ action }) => action)).toEqual([
      'passkey.added',
      'passkey.added',
      'passkey.renamed',
      'passkey.removed',
    ])
  })

  test('the last one of a manager stays', async () => {
    const { account, passkey } = await enterManager()
    const asked = await visitor.get(`/account/passkeys/${passkey}/remove`)
    expect(asked.html).not.toContain(`action="/account/passkeys/${passkey}/remove"`)
    expect((await visitor.post(`/account/passkeys/${passkey}/remove`, {})).status).toBe(422)
    expect(await inD1('SELECT id FROM passkeys WHERE account_id = ?', account.id)).toHaveLength(1)
  })

  test('the last one stays, too, when both are removed at the same time', async () => {
    const { account, passkey } = await enterManager()
    const { id } = await addPasskey(visitor, 'Second')
    const both = [passkey, id].map((one) => visitor.post(`/account/passkeys/${one}/remove`, {}))
    const answers = (await Promise.all(both)).map(({ status }) => status)
    expect(answers.sort()).toEqual([303, 422])
    expect(await inD1('SELECT id FROM passkeys WHERE account_id = ?', account.id)).toHaveLength(1)
    const removals = (await actionsOf(account.id)).filter(({ action }) => action === 'passkey.removed')
    expect(removals).toHaveLength(1)
  })

  test('one that is removed twice at the same time is removed once, and the other answer says so', async () => {
    const { account } = await enterManager()
    await addPasskey(visitor, 'Second')
    const { id } = await addPasskey(visitor, 'Third')
    const both = [id, id].map((one) => visitor.post(`/account/passkeys/${one}/remove`, {}))
    const answers = (await Promise.all(both)).map(({ status }) => status)
    expect(answers.sort()).toEqual([303, 404])
    const removals = (await actionsOf(account.id)).filter(({ action }) => action === 'passkey.removed')
    expect(removals).toHaveLength(1)
  })

  test('an owner may remove the last one', async () => {
    const { account, address } = await makePerson()
    await proveAddress(visitor, mail, address)
    const { id } = await addPasskey(visitor, 'Phone')
    expect((await visitor.post(`/account/passkeys/${id}/remove`, {})).status).toBe(303)
    expect(await inD1('SELECT id FROM passkeys WHERE account_id = ?', account.id)).toEqual([])
  })

  test('of somebody else are not found', async () => {
    const { passkey } = await enterManager()
    const other = makeVisitor()
    const { address } = await makeNewManager()
    await enrol(other, mail, address)
    await addPasskey(other, 'Second')
    const path = `/account/passkeys/${passkey}`
    for (const page of [
      await other.get(path),
      await other.get(`${path}/remove`),
      await other.post(path, { name: 'Mine now' }),
      await other.post(`${path}/remove`, {}),
    ])
      expect(page.status).toBe(404)
    expect(await inD1('SELECT name FROM passkeys WHERE id = ?', passkey)).toEqual([{ name: 'Laptop' }])
  })

  test('a name that is none is said at the field, and what was typed is kept', async () => {
    const { passkey } = await enterManager()
    for (const name of ['', '   ', 'x'.repeat(61), 'turned\u202e']) {
      const refused = await visitor.post(`/account/passkeys/${passkey}`, { name })
      expect([refused.status, refused.html.includes('aria-invalid="true"')]).toEqual([422, true])
    }
  })

  test('one that is known cannot be added again, nor an answer be used twice', async () => {
    await enterManager()
    const authenticator = makeAuthenticator({ origin: BASE })
    const page = await visitor.get('/account/passkeys/new')
    const response = authenticator.create(optionsIn(page.html))
    const cookies = new Map(visitor.cookies)
    expect((await visitor.post('/account/passkeys/new', { name: 'Key', response })).status).toBe(303)
    expect((await visitor.post('/account/passkeys/new', { name: 'Key', response })).status).toBe(422)
    for (const [name, value] of cookies) visitor.cookies.set(name, value)
    expect((await visitor.post('/account/passkeys/new', { name: 'Key', response })).status).toBe(422)
  })

  test('an attestation that names a certificate is dropped unread: nothing is fetched', async () => {
    await enterManager()
    const fetched = vi.spyOn(globalThis, 'fetch')
    const { added } = await addPasskey(visitor, 'Key', makeAuthenticator({ origin: BASE, attests: true }))
    expect(added.status).toBe(303)
    expect(fetched).not.toHaveBeenCalled()
  })
})

describe('sessions', () => {
  test('are listed with their browser; one of them is ended from another, at once', async () => {
    const { authenticator } = await enterManager()
    const lost = makeVisitor({ headers: { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Firefox/140.0' } })
    await enterByPasskey(lost, authenticator)
    const page = await visitor.get('/account')
    expect(page.html).toContain('Firefox, Windows')
    const [, path = ''] =
      /href="(\/account\/sessions\/[\w-]+\/end)"[^>]*>[^<]*<span[^>]*> Firefox/.exec(page.html) ?? []
    expect((await visitor.get(path)).html).toContain(`action="${path}"`)
    expect((await visitor.post(path, {})).location).toBe('/account?done=ended')
    expect((await lost.get('/account')).location).toContain('/sign-in')
    expect((await visitor.get('/account')).status).toBe(200)
  })

  test('all others are ended together, and this one stays', async () => {
    const { authenticator, account } = await enterManager()
    const others = [makeVisitor(), makeVisitor()]
    for (const other of others) await enterByPasskey(other, authenticator)
    const end = await visitor.post('/account/sessions/others/end', {})
    expect(end.location).toBe('/account?done=others-ended')
    for (const other of others) expect((await other.get('/account')).location).toContain('/sign-in')
    expect((await visitor.get('/account')).status).toBe(200)
    expect(await inD1('SELECT id FROM web_sessions WHERE account_id = ?', account.id)).toHaveLength(1)
  })

  test('ending one’s own is signing out', async () => {
    const { account } = await enterManager()
    const [{ id } = { id: '' }] = await inD1('SELECT id FROM web_sessions WHERE account_id = ?', account.id)
    const end = await visitor.post(`/account/sessions/${id}/end`, {})
    expect(end.location).toBe('/sign-in?done=signed-out')
    expect(staffCookie(visitor)).toBeNull()
  })

  test('of somebody else are not found', async () => {
    const { account } = await enterManager()
    const [{ id } = { id: '' }] = await inD1('SELECT id FROM web_sessions WHERE account_id = ?', account.id)
    const other = makeVisitor()
    await proveAddress(other, mail, (await makePerson()).address)
    expect((await other.get(`/account/sessions/${id}/end`)).status).toBe(404)
    expect((await other.post(`/account/sessions/${id}/end`, {})).status).toBe(404)
    expect((await visitor.get('/account')).status).toBe(200)
  })

  test('an owner’s sockets close with their session; who works here holds none', async () => {
    const ends = async () => {
      const told = vi.spyOn(bindings.provisionSessions, 'get')
      const page = await visitor.get('/account')
      const [, path = ''] = /href="(\/account\/sessions\/[\w-]{43}\/end)"/.exec(page.html) ?? []
      expect((await visitor.post(path, {})).status).toBe(303)
      const calls = told.mock.calls.length
      told.mockRestore()
      return calls
    }
    await proveAddress(visitor, mail, (await makePerson()).address)
    expect(await ends()).toBe(1)
    await enterManager()
    expect(await ends()).toBe(0)
  })
})

test('name and language are kept with the account, and the audit says what they were', async () => {
  const { account } = await enterManager()
  const refused = await visitor.post('/account/profile', { name: ' ', locale: 'xx' })
  expect(refused.status).toBe(422)
  expect((await visitor.post('/account/profile', { name: ' Ada  King ', locale: 'de' })).status).toBe(303)
  const page = await visitor.get('/account')
  expect(page.html).toContain('<html lang="de"')
  expect(page.html).toContain('value="Ada King"')
  const [row] = await inD1(
    "SELECT detail FROM audit WHERE action = 'account.changed' AND account_id = ?",
    account.id,
  )
  expect(JSON.parse(String(row?.detail)).changes.map(({ field }: { field: string }) => field)).toEqual([
    'name',
    'locale',
  ])
})

test('nobody comes in without being signed in, and comes back afterwards', async () => {
  expect((await visitor.get('/account')).location).toBe('/sign-in?to=%2Faccount')
})

test('no page and no act asks D1 more than three times', async () => {
  const { authenticator, passkey } = await enterManager()
  const { id } = await addPasskey(visitor, 'Second')
  await enterByPasskey(makeVisitor(), authenticator)
  const acts: [string, () => Promise<{ status: number }>][] = [
    ['account', () => visitor.get('/account')],
    ['new', () => visitor.get('/account/passkeys/new')],
    ['rename', () => visitor.post(`/account/passkeys/${id}`, { name: 'Third' })],
    ['remove', () => visitor.post(`/account/passkeys/${passkey}/remove`, {})],
    ['others', () => visitor.post('/account/sessions/others/end', {})],
    ['sign out', () => visitor.post('/sign-out', {})],
  ]
  for (const [name, act] of acts) {
    const trips = watchTrips()
    const { status } = await act()
    expect([name, status < 400, trips.count()]).toEqual([name, true, Math.min(3, trips.count())])
    trips.stop()
  }
})
