import { exports } from 'cloudflare:workers'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { DAY } from '../../src/kernel/time.ts'
import {
  BASE,
  issueCode,
  makePerson,
  makeTestDevice,
  runAlarm,
  seedWorld,
  sessionOf,
  settle,
  type TestPerson,
  time,
} from '../support/world.ts'

/** What a page hears that watches a code, as it happens. */

beforeAll(seedWorld)
beforeEach(time.start)

async function watch(person: TestPerson, grantId: string) {
  const answer = await exports.default.fetch(`${BASE}/setup/acme/ready/${grantId}/live`, {
    headers: { upgrade: 'websocket', origin: BASE, cookie: `__Host-latchkey=${person.secret}` },
  })
  const socket = answer.webSocket
  if (!socket) throw new Error(`no socket: ${answer.status}`)
  const heard: string[] = []
  socket.addEventListener('message', ({ data }) => {
    heard.push(JSON.parse(String(data)).state)
  })
  socket.accept()
  /** What was heard since the last time. What was sent before an answer came is there by then. */
  return async () => {
    await sessionOf(person.account.ref).showGrant(grantId)
    return heard.splice(0)
  }
}

async function prepare() {
  const person = await makePerson()
  const code = await issueCode(person)
  const heard = await watch(person, code.grant.id)
  expect(await heard()).toEqual(['waiting'])
  return { person, ...code, heard, session: sessionOf(code.ref) }
}

describe('a page that watches its code hears', () => {
  test('that the link was opened, once; that a device came, and that it spoke', async () => {
    const { secret, code, heard, session } = await prepare()
    await session.openLink({ secret })
    expect(await heard()).toEqual(['opened'])
    await session.openLink({ secret })
    expect(await heard()).toEqual([])
    const device = await makeTestDevice()
    const { body } = await device.redeem({ code })
    expect(await heard()).toEqual(['redeemed'])
    await device.checkIn(body.credential.token)
    expect(await heard()).toEqual(['active'])
  })

  test('that its time ran out', async () => {
    const { ref, heard } = await prepare()
    time.pass(DAY)
    await runAlarm(ref)
    expect(await heard()).toEqual(['ended'])
  })

  test('that the device never finished', async () => {
    const { ref, code, heard } = await prepare()
    await (await makeTestDevice()).redeem({ code })
    expect(await heard()).toEqual(['redeemed'])
    await settle(ref)
    time.pass(8 * DAY)
    await runAlarm(ref)
    expect(await heard()).toEqual(['ended'])
  })

  test('that somebody ended it, or asked for another one', async () => {
    const first = await prepare()
    const actor = { kind: 'owner', id: first.person.account.id } as const
    await first.session.revokeGrant({ grantId: first.grant.id, actor })
    expect(await first.heard()).toEqual(['ended'])
    const second = await prepare()
    await issueCode(second.person)
    expect(await second.heard()).toEqual(['ended'])
  })
})
