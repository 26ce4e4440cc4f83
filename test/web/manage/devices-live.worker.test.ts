import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makeManager, type TestStaff } from '../../support/staff.ts'
import { makeVisitor } from '../../support/visitor.ts'
import { inD1, makePerson, makeTestDevice, seedWorld, settle, time, watchTrips } from '../../support/world.ts'
import { insertDevice, insertForeign, invite, lineOf, rowsOf, textOf } from './devices-support.ts'

/** What keeps the list of devices fresh while somebody looks at it. */

const HOUR = 60 * 60_000

let manager: TestStaff
beforeAll(async () => {
  time.start()
  await seedWorld()
  manager = await makeManager()
})
beforeEach(time.start)

type Changes = { since: number; rows: { id: string; html: string | null }[] }

async function changesSince(since: number, query = ''): Promise<Changes> {
  const answer = await manager.visitor.get(`/manage/devices/changes?since=${since}${query}`)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toContain('application/json')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  return JSON.parse(answer.html)
}

test('the page says where its changes are, with its own filters, and names the script', async () => {
  const { html } = await manager.visitor.get('/manage/devices?platform=ios&q=a')
  expect(html).toContain(
    `data-poll="/manage/devices/changes?q=a&amp;platform=ios" data-since="${time.now()}"`,
  )
  expect(html).toContain('src="/assets/live-list.js"')
})

test('the line of a slot turns into the device: same id, line by line what the page would show', async () => {
  time.pass(HOUR)
  const person = await makePerson({ name: 'Mary Jackson' })
  const invitation = await invite(person)
  const since = time.now()
  const before = await changesSince(since)
  expect(before.rows.map(({ id }) => id)).toContain(invitation.slot)
  expect(textOf(before.rows.find(({ id }) => id === invitation.slot)?.html ?? '')).toContain('Invited')

  time.pass(60_000)
  const device = await makeTestDevice()
  const redeemed = await device.redeem({ code: invitation.code, pin: invitation.pin })
  expect(redeemed.status).toBe(201)
  expect(redeemed.body.device.id).toBe(invitation.slot)
  await settle(person.account.ref)
  const pending = await changesSince(before.since)
  const row = pending.rows.find(({ id }) => id === invitation.slot)
  expect(textOf(row?.html ?? '')).toContain('Pending…')

  await device.checkIn(redeemed.body.credential.token, { facts: { name: 'Mary’s phone' } })
  const active = await changesSince(pending.since)
  const line = active.rows.find(({ id }) => id === invitation.slot)?.html ?? ''
  expect(textOf(line)).toContain('Mary’s phone')
  const page = (await manager.visitor.get('/manage/devices')).html
  expect(page).toContain(line)
  expect(lineOf(page, invitation.slot)).toContain('Active')
})

describe('with filters', () => {
  test('what no longer fits is told as gone, what fits as its line', async () => {
    time.pass(2 * HOUR)
    const person = await makePerson()
    const id = await insertDevice(person, { name: 'Turning', platform: 'ios' })
    const since = time.now()
    const told = async (query: string) => (await changesSince(since, query)).rows.find((row) => row.id === id)
    expect((await told('&status=active'))?.html).toContain('Turning')
    expect(await told('&status=pending')).toEqual({ id, html: null })
    expect(await told('&platform=linux')).toEqual({ id, html: null })
    await inD1(`UPDATE devices SET lifecycle = 'deleted' WHERE id = '${id}'`)
    expect(await told('')).toEqual({ id, html: null })
    expect((await told('&status=ended'))?.html).toContain('Turning')
  })
})

test('changes overlap by half a minute, and older ones are not told again', async () => {
  time.pass(3 * HOUR)
  const person = await makePerson()
  const late = await insertDevice(person, { changed_at: time.now() - 20_000 })
  const old = await insertDevice(person, { changed_at: time.now() - 60_000 })
  const ids = (await changesSince(time.now())).rows.map(({ id }) => id)
  expect(ids).toContain(late)
  expect(ids).not.toContain(old)
})

test('nothing of another organisation is told', async () => {
  time.pass(4 * HOUR)
  const id = await insertForeign()
  expect((await changesSince(time.now() - HOUR)).rows.map((row) => row.id)).not.toContain(id)
})

test('who is signed out is sent away, and the script stops there', async () => {
  const answer = await makeVisitor().get('/manage/devices/changes?since=1')
  expect(answer.status).toBe(303)
})

test('asking costs at most three round trips, the session included, slots among the lines', async () => {
  time.pass(5 * HOUR)
  await invite(await makePerson())
  for (const path of ['/manage/devices', `/manage/devices/changes?since=${time.now()}`]) {
    const trips = watchTrips()
    const { html } = await manager.visitor.get(path)
    const count = trips.count()
    trips.stop()
    expect(html).toContain('Invitation sent')
    expect(count, path).toBeLessThanOrEqual(3)
  }
})

test('a since that is none, or lies ahead, is now', async () => {
  time.pass(6 * HOUR)
  for (const since of ['', 'soon', '-5', '9'.repeat(30), String(time.now() + HOUR)]) {
    const answer = await manager.visitor.get(`/manage/devices/changes?since=${since}`)
    expect(answer.status, since).toBe(200)
    expect(JSON.parse(answer.html).since).toBe(time.now())
  }
  expect(rowsOf('<tr data-row="a"><tr data-row="b">')).toEqual(['a', 'b'])
})
