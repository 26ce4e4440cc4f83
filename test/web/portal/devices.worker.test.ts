import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { PERMISSIONS } from '../../../src/accounts/types.ts'
import { saveReportedStatement } from '../../../src/devices/index.ts'
import { DAY } from '../../../src/kernel/time.ts'
import { openDatabase, runBatch } from '../../../src/runtime/database.ts'
import { makeSupervisor } from '../../support/staff.ts'
import { visitorOf } from '../../support/visitor.ts'
import {
  BASE,
  bindings,
  inD1,
  issueCode,
  makePerson,
  makeTestDevice,
  seedWorld,
  services,
  settle,
  time,
  watchTrips,
} from '../../support/world.ts'

beforeAll(seedWorld)
beforeEach(time.start)
afterEach(() => vi.restoreAllMocks())

/** Somebody who is signed in, with a device that has checked in. */
async function makeOwner(facts: Record<string, string> = { name: 'agent-7', model: 'Bench 2' }) {
  const person = await makePerson()
  const device = await makeTestDevice()
  const { code } = await issueCode(person)
  const { credential, device: made } = (await device.redeem({ code })).body
  const checkIn = (told: Record<string, string> = facts) => device.checkIn(credential.token, { facts: told })
  await checkIn()
  await settle(person.account.ref)
  const id = String(made.id)
  return { person, visitor: visitorOf(person), id, page: `/portal/devices/${id}`, checkIn }
}

const rowOf = async (id: string) => (await inD1('SELECT * FROM devices WHERE id = ?', id))[0]
const entriesOf = (id: string, action: string) =>
  inD1('SELECT detail FROM audit WHERE device_id = ? AND action = ?', id, action)

/** Lets the people of Acme's account template do this and nothing else, until `restore` is called. */
async function permit(permissions: string[]): Promise<() => Promise<unknown>> {
  const [before] = await inD1('SELECT permissions FROM account_templates WHERE organisation_id = 1')
  const set = (json: unknown) =>
    inD1('UPDATE account_templates SET permissions = ? WHERE organisation_id = 1', json)
  await set(JSON.stringify(permissions))
  return () => set(before?.permissions)
}

test('somebody sees their own devices; a colleague’s is not found, by no address and for no act', async () => {
  const [ada, eve] = [await makeOwner({ name: 'Ada’s box' }), await makeOwner({ name: 'Eve’s box' })]
  const list = await ada.visitor.get('/portal')
  expect(list.status).toBe(200)
  expect(list.html).toContain('Ada’s box')
  expect(list.html).not.toContain('Eve’s box')
  expect((await ada.visitor.get(ada.page)).html).toContain('Ada’s box')

  const before = await rowOf(eve.id)
  for (const path of ['', '/status', '/ownership']) {
    const page = await ada.visitor.get(eve.page + path)
    expect([path, page.status]).toEqual([path, 404])
    expect(page.html).not.toContain('Eve’s box')
  }
  expect((await ada.visitor.post(`${eve.page}/name`, { name: 'Mine' })).status).toBe(404)
  expect((await ada.visitor.post(`${eve.page}/ownership`, { ownership: 'personal' })).status).toBe(404)
  expect(await rowOf(eve.id)).toEqual(before)
  const { visitor } = await makeSupervisor()
  expect((await visitor.get('/portal')).status).toBe(403)
})

test('a name that its owner gives stays whatever the device calls itself, until it is emptied', async () => {
  const { person, visitor, id, page, checkIn } = await makeOwner()
  const named = await visitor.post(`${page}/name`, { name: '  Workbench ' })
  expect(named.location).toBe(`${page}?done=named`)
  time.pass(DAY)
  expect((await checkIn({ name: 'agent-8', model: 'Bench 3' })).status).toBe(200)
  const report = { organisationId: 1, deviceId: id, facts: { name: 'agent-9' }, at: time.now() }
  const database = openDatabase(bindings.db)
  await runBatch(database, [saveReportedStatement(database, report)])
  expect(await rowOf(id)).toMatchObject({ name: 'Workbench', name_key: 'workbench', model: 'Bench 3' })
  expect((await visitor.get('/portal')).html).toContain('Workbench')
  const [entry] = await entriesOf(id, 'device.renamed')
  expect(JSON.parse(String(entry?.detail)).changes).toEqual([
    { field: 'name', before: 'agent-7', after: 'Workbench' },
  ])

  expect((await visitor.post(`${page}/name`, { name: ' ' })).location).toBe(`${page}?done=unnamed`)
  await checkIn({ name: 'agent-8' })
  expect(await rowOf(id)).toMatchObject({ name: 'agent-8', name_key: 'agent-8', name_given: 0 })
  expect(await services.myDevices.find(person.account, id)).toMatchObject({
    name: 'agent-8',
    nameGiven: false,
  })
})

test('a name that is too long, or would turn text around, is refused and kept in the field', async () => {
  const { visitor, id, page } = await makeOwner()
  for (const name of [`"><b>${'x'.repeat(80)}`, 'a\u202eb']) {
    const refused = await visitor.post(`${page}/name`, { name })
    expect(refused.status).toBe(422)
    expect(refused.html).toMatch(/id="name-error"/)
    expect(refused.html).toContain(
      name.replaceAll('"', '&quot;').replaceAll('>', '&gt;').replaceAll('<', '&lt;'),
    )
  }
  expect(await rowOf(id)).toMatchObject({ name: 'agent-7' })
})

test('whose device it is changes by its owner where all leave it open, after asking, and once', async () => {
  const { visitor, id, page } = await makeOwner()
  const way = `${page}/ownership`
  expect((await visitor.get(page)).html).toContain(`href="${way}"`)
  const asked = await visitor.get(way)
  expect(asked.html).toMatch(/a wipe removes only what/)
  expect(asked.html).toContain('<input type="hidden" name="ownership" value="personal"/>')
  for (const _ of [1, 2])
    expect((await visitor.post(way, { ownership: 'personal' })).location).toBe(`${page}?done=personal`)
  expect(await rowOf(id)).toMatchObject({ ownership: 'personal' })
  expect(await entriesOf(id, 'device.ownership_changed')).toHaveLength(1)
  expect((await visitor.get(page)).html).toContain('only what the organisation brought is removed')
})

test('what is not permitted is neither shown nor done', async () => {
  const { visitor, id, page } = await makeOwner()
  const restore = await permit([])
  try {
    const main = (html: string) => html.slice(html.indexOf('<main'), html.indexOf('</main>'))
    const waysOn = (html: string) =>
      [...main(html).matchAll(/(?:href|action)="([^"]+)"/g)].map(([, to]) => to)
    expect(waysOn((await visitor.get('/portal')).html)).toEqual([page])
    expect(waysOn((await visitor.get(page)).html)).toEqual(['/portal', `${page}/name`])
    expect((await visitor.get(`${page}/ownership`)).status).toBe(403)
    expect((await visitor.post(`${page}/ownership`, { ownership: 'personal' })).status).toBe(403)
  } finally {
    await restore()
  }
  await inD1('UPDATE organisations SET ownership_choosable = 0 WHERE id = 1')
  expect((await visitor.post(`${page}/ownership`, { ownership: 'personal' })).status).toBe(403)
  await inD1('UPDATE organisations SET ownership_choosable = 1 WHERE id = 1')
  expect(await rowOf(id)).toMatchObject({ ownership: 'company' })
})

test('a device that is over leaves the list; its page says what ended it and takes no name', async () => {
  const { person, visitor, id, page } = await makeOwner()
  const actor = { kind: 'owner', id: person.account.id } as const
  await services.provisioning.sessionOf(person.account.ref).endDevice({ deviceId: id, actor, as: 'retired' })
  await settle(person.account.ref)
  const list = await visitor.get('/portal')
  expect(list.html).not.toContain(page)
  expect(list.html).toContain('href="/portal?ended=1"')
  expect((await visitor.get('/portal?ended=1')).html).toContain(page)
  const over = await visitor.get(page)
  expect(over.html).toContain('It was signed off')
  expect(over.html).not.toContain(`action="${page}/name"`)
  expect((await visitor.post(`${page}/name`, { name: 'Ghost' })).location).toBe(`${page}?trouble=ended`)
  expect((await visitor.get(`${page}/ownership`)).location).toBe(`${page}?trouble=ended`)
  expect(await rowOf(id)).toMatchObject({ name: 'agent-7' })
})

test('an owner who comes back stays signed in, and the pages ask D1 seldom', async () => {
  const { person, visitor, page } = await makeOwner()
  time.pass(29 * DAY)
  const back = await visitor.get('/portal')
  expect([back.status, back.headers.get('set-cookie')]).toEqual([
    200,
    expect.stringContaining('__Host-latchkey='),
  ])
  time.pass(29 * DAY)
  expect((await visitor.get('/portal')).status).toBe(200)
  // Session and devices; and what was asked of the device, with what it has of a derived credential.
  const restore = await permit([...PERMISSIONS])
  const most = { '/portal': 2, '/portal/status': 2, [page]: 3, [`${page}/status`]: 3 }
  for (const [path, count] of Object.entries(most)) {
    const trips = watchTrips()
    const { html } = await visitor.get(path)
    expect(trips.count(), path).toBeLessThanOrEqual(count)
    trips.stop()
    if (path.startsWith(page)) expect(html).toContain(`action="${page}/derived"`)
  }
  await restore()
  time.pass(31 * DAY)
  expect((await visitor.get('/portal')).location).toBe('/sign-in?to=%2Fportal')
  expect(person.secret).toBe(visitor.cookies.get('__Host-latchkey'))
})

test('the socket opens for our own pages alone, and the fragments have only what changes', async () => {
  const { visitor, page } = await makeOwner()
  const upgrade = { upgrade: 'websocket' }
  const evil = { ...upgrade, origin: 'https://evil.example' }
  expect((await visitor.get('/portal/live', evil)).status).toBe(403)
  expect((await visitor.get('/portal/live', { ...upgrade, origin: BASE })).status).toBe(101)
  const regions = (html: string) => [...html.matchAll(/data-region="(\w+)"/g)].map(([, name]) => name)
  const [whole, part] = [await visitor.get(page), await visitor.get(`${page}/status`)]
  expect(regions(part.html)).toEqual(regions(whole.html))
  expect(regions(part.html)).toEqual(expect.arrayContaining(['state', 'facts', 'commands', 'open']))
  expect(part.html).not.toMatch(/<html|name="name"/)
  expect(regions((await visitor.get('/portal/status')).html)).toEqual(['open', 'list'])
})
