import { runInDurableObject } from 'cloudflare:test'
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { DAY, HOUR, MINUTE } from '../../src/kernel/time.ts'
import { ProvisionSessionStore } from '../../src/provisioning/provision-session-store.ts'
import { type RedeemInput, SOCKET_HEADERS } from '../../src/referee/index.ts'
import {
  breakDatabase,
  inD1,
  issueCode,
  makePerson,
  makeTestDevice,
  rowsIn,
  runAlarm,
  seedWorld,
  sessionOf,
  settle,
  time,
} from '../support/world.ts'

/** What a page hears that watches a code, a claim or the portal, as it happens. */

beforeAll(seedWorld)
beforeEach(time.start)

/** A socket as the Worker opens it once it has checked whose it is. */
async function watch(ref: string, what: Record<string, string>, session = 'ses_1') {
  const headers = {
    upgrade: 'websocket',
    [SOCKET_HEADERS.session]: session,
    [SOCKET_HEADERS.endsAt]: String(time.now() + 365 * DAY),
    ...what,
  }
  const { webSocket: socket, status } = await sessionOf(ref).fetch('https://session/live', { headers })
  if (!socket) throw new Error(`no socket: ${status}`)
  const heard: string[] = []
  socket.addEventListener('message', ({ data }) => {
    heard.push(String(data))
  })
  const closed = new Promise<number>((resolve) =>
    socket.addEventListener('close', ({ code }) => resolve(code)),
  )
  socket.accept()
  return {
    socket,
    closed,
    /** What was heard since the last time. What was sent before an answer came is there by then. */
    async heard() {
      await sessionOf(ref).showGrant('grt_none')
      return heard.splice(0).map((text) => (text.startsWith('{') ? Object.values(JSON.parse(text))[0] : text))
    },
  }
}

async function prepare(options: Parameters<typeof issueCode>[1] = { deviceLimit: null }) {
  const person = await makePerson()
  const code = await issueCode(person, options)
  await settle(code.ref)
  const page = await watch(code.ref, { [SOCKET_HEADERS.grant]: code.grant.id })
  expect(await page.heard()).toEqual(['waiting'])
  return { person, ...code, ...page, session: sessionOf(code.ref) }
}
const actor = { kind: 'manager', id: 'acc_manager' } as const

describe('a page that watches its code hears', () => {
  test('that the link was opened, once, which D1 learns by itself; that a device came, and that it spoke', async () => {
    const { secret, code, heard, session, person } = await prepare()
    await session.openLink({ secret })
    expect(await heard()).toEqual(['opened'])
    await session.openLink({ secret })
    expect(await heard()).toEqual([])
    await vi.waitFor(async () => {
      const opened = "SELECT id FROM audit WHERE account_id = ? AND action = 'provision_code.opened'"
      expect(await inD1(opened, person.account.id)).toHaveLength(1)
    })
    const device = await makeTestDevice()
    const { body } = await device.redeem({ code })
    expect(await heard()).toEqual(['redeemed'])
    await device.checkIn(body.credential.token)
    expect(await heard()).toEqual(['active'])
  })

  test('that its profile was fetched, and that its owner says it is installed', async () => {
    const { secret, heard, session } = await prepare({ platform: 'ios' })
    const browser = 'a-browser'
    const by: RedeemInput['by'] = { kind: 'url', secret, pin: null }
    const redeemed = await session.redeem({
      by,
      holder: { kind: 'browser', hash: browser },
      facts: {},
      ownership: null,
    })
    const deviceId = redeemed.ok ? redeemed.value.deviceId : 'dev_none'
    expect(await heard()).toEqual(['redeemed'])
    const key = (await session.showClaim({ deviceId, browser }))?.artefactKey ?? ''
    await session.takeArtefact({ deviceId, key })
    expect(await heard()).toEqual(['delivered'])
    await session.takeArtefact({ deviceId, key: 'wrong' })
    expect(await heard()).toEqual([])
    await session.sayInstalled({ deviceId, by: { browser } })
    expect(await heard()).toEqual(['active'])
  })

  test('that its time ran out, or that the device never finished', async () => {
    const late = await prepare()
    time.pass(DAY)
    await runAlarm(late.ref)
    expect(await late.heard()).toEqual(['ended'])
    const silent = await prepare()
    await (await makeTestDevice()).redeem({ code: silent.code })
    expect(await silent.heard()).toEqual(['redeemed'])
    await settle(silent.ref)
    time.pass(8 * DAY)
    await runAlarm(silent.ref)
    expect(await silent.heard()).toEqual(['ended'])
  })

  test('that its time was over, as soon as somebody tries anything', async () => {
    const K = 'K'.repeat(22)
    const browser = { kind: 'browser', hash: 'a-browser' } as const
    for (const attempt of [
      ({ session }: Awaited<ReturnType<typeof prepare>>) => session.provePin({ pin: '00000000' }),
      ({ session }: Awaited<ReturnType<typeof prepare>>) =>
        session.reportOta({ deviceId: 'dev_none', challenge: K, facts: { udid: 'one' }, logFacts: false }),
      ({ session }: Awaited<ReturnType<typeof prepare>>) =>
        session.redeem({
          by: { kind: 'url', secret: K, pin: null },
          holder: browser,
          facts: {},
          ownership: null,
        }),
    ]) {
      const watched = await prepare()
      time.pass(HOUR)
      await attempt(watched)
      expect(await watched.heard()).toEqual(['ended'])
    }
  })

  test('that somebody ended it, or asked for another one', async () => {
    const first = await prepare()
    await first.session.revokeGrant({ grantId: first.grant.id, actor })
    expect(await first.heard()).toEqual(['ended'])
    const second = await prepare()
    await issueCode(second.person, { deviceLimit: null })
    expect(await second.heard()).toEqual(['ended'])
  })

  test('that its device lost its place to another one', async () => {
    const limit = { deviceLimit: 1, atLimit: 'replace' } as const
    const { person, code, heard } = await prepare(limit)
    await (await makeTestDevice()).redeem({ code })
    expect(await heard()).toEqual(['redeemed'])
    time.pass(MINUTE)
    const next = await issueCode(person, limit)
    await heard()
    await (await makeTestDevice()).redeem({ code: next.code })
    expect(await heard()).toEqual(['ended'])
  })

  test('nothing when somebody types its PIN, or its link is fetched', async () => {
    const { heard, session, pin, secret, ref } = await prepare()
    expect((await session.provePin({ pin })).ok).toBe(true)
    await session.inspectLink({ secret, fetched: true, browser: null })
    const fetched = await rowsIn(ref, 'SELECT fetched_at FROM grants')
    time.pass(MINUTE)
    await session.inspectLink({ secret, fetched: true, browser: null })
    // Of several times it is the first that counts.
    expect(await rowsIn(ref, 'SELECT fetched_at FROM grants')).toEqual(fetched)
    expect(fetched).toEqual([{ fetched_at: time.now() - MINUTE }])
    expect(await heard()).toEqual([])
  })

  test('nothing of what happens to others', async () => {
    const { person, heard } = await prepare()
    const other = await issueCode(person, { deviceLimit: null, platform: 'linux' })
    await heard()
    await (await makeTestDevice()).redeem({ code: other.code })
    expect(await heard()).toEqual([])
  })
})

describe('a page of the portal hears', () => {
  test('of every device about which D1 learned something, and of codes without one', async () => {
    const { ref, code, person } = await prepare()
    const portal = await watch(ref, { [SOCKET_HEADERS.portal]: '1' })
    const device = await makeTestDevice()
    const { body } = await device.redeem({ code })
    expect(await portal.heard()).toEqual([body.device.id])
    await issueCode(person, { deviceLimit: null })
    await settle(ref)
    expect(await portal.heard()).toContain(null)
  })

  test('of a device of which something else changed, whatever the session knows of it', async () => {
    const { ref, session } = await prepare()
    const portal = await watch(ref, { [SOCKET_HEADERS.portal]: '1' })
    await session.announce({ deviceId: 'dev_renamed' })
    expect(await portal.heard()).toEqual(['dev_renamed'])
  })
})

describe('sockets', () => {
  test('answer a page that asks whether they live', async () => {
    const { ref } = await prepare()
    const { socket, heard } = await watch(ref, { [SOCKET_HEADERS.portal]: '1' })
    socket.send('ping')
    await vi.waitFor(async () => expect(await heard()).toEqual(['pong']))
  })

  test('are refused for what is not there', async () => {
    const { ref } = await prepare()
    for (const what of [
      {},
      { [SOCKET_HEADERS.grant]: 'grt_none' },
      { [SOCKET_HEADERS.device]: 'dev_none', [SOCKET_HEADERS.session]: 'a-browser' },
    ])
      await expect(watch(ref, what)).rejects.toThrow('no socket: 404')
    await runInDurableObject(sessionOf('tables'), (_session, { storage }) => {
      new ProvisionSessionStore(storage).migrate()
    })
    for (const name of ['nobody', 'tables'])
      await expect(watch(name, { [SOCKET_HEADERS.device]: 'dev_none' })).rejects.toThrow('no socket: 404')
  })

  test('close when the account is deleted, before D1 has heard of it', async () => {
    const { person, ref, session, closed } = await prepare()
    const { organisationId, id: accountId, address, locale } = person.account
    const broken = breakDatabase()
    await session.closeAccount({ organisationId, accountId, ref, actor, notify: { address, locale } })
    expect(await closed).toBe(4401)
    broken.mend()
  })

  test('close with their web session, and all of them with the account; one that is enabled again keeps them', async () => {
    const { person, ref, grant, session } = await prepare()
    const about = { [SOCKET_HEADERS.grant]: grant.id }
    const [one, other] = [await watch(ref, about, 'ses_one'), await watch(ref, about, 'ses_other')]
    await session.closeSockets({ sessionId: 'ses_one' })
    expect(await one.closed).toBe(4401)
    await issueCode(person, { deviceLimit: null })
    expect(await other.heard()).toContain('ended')
    const { organisationId, id: accountId, address, locale } = person.account
    const input = { organisationId, accountId, ref, actor, notify: { address, locale } }
    await session.setDisabled({ ...input, disabled: true })
    expect(await other.closed).toBe(4401)
    await expect(watch(ref, about)).rejects.toThrow('no socket: 404')
    await session.setDisabled({ ...input, disabled: false })
    const later = await watch(ref, { [SOCKET_HEADERS.portal]: '1' })
    await session.setDisabled({ ...input, disabled: false })
    await issueCode(person, { deviceLimit: null })
    await settle(ref)
    expect(await later.heard()).toContain(null)
    await session.closeSockets({ sessionId: null })
    expect(await later.closed).toBe(4401)
  })
})
