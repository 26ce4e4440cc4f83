import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makeManager, type TestStaff } from '../../support/staff.ts'
import { inD1, issueCode, makePerson, makeTestDevice, seedWorld, settle, time } from '../../support/world.ts'
import { insertDevice, insertForeign, invite, lineOf, rowsOf, textOf } from './devices-support.ts'

/** The list of devices as a manager sees it: its lines, filters, pages, views, and the list as a file. */

const MINUTE = 60_000
const HOUR = 60 * MINUTE

let manager: TestStaff
beforeAll(async () => {
  time.start()
  await seedWorld()
  manager = await makeManager()
})
beforeEach(async () => {
  time.start()
  await inD1('DELETE FROM devices')
  await inD1('DELETE FROM device_totals')
})

const show = async (query = '') => {
  const page = await manager.visitor.get(`/manage/devices${query}`)
  expect(page.status).toBe(200)
  return page.html
}

describe('a line', () => {
  test('of a slot shows its person and how the invitation fares; nothing is known of a device', async () => {
    const person = await makePerson({ name: 'Mary Jackson' })
    const { slot } = await invite(person)
    const line = lineOf(await show(), slot)
    expect(line).toContain('Mary Jackson')
    expect(line).toContain(person.address)
    expect(line).toContain('Invited Invitation sent')
    await inD1(`UPDATE invitations SET delivery = 'failed' WHERE account_id = '${person.account.id}'`)
    expect(lineOf(await show(), slot)).toContain('Delivery failed')
    await inD1(`UPDATE invitations SET opened_at = 1 WHERE account_id = '${person.account.id}'`)
    expect(lineOf(await show(), slot)).toContain('Invitation opened')
  })

  test('of a slot says apart from "opened" that its link was fetched', async () => {
    const person = await makePerson()
    const { slot } = await invite(person)
    await inD1(`UPDATE invitations SET fetched_at = 1 WHERE account_id = '${person.account.id}'`)
    const line = lineOf(await show(), slot)
    expect(line).toContain('possibly by a mail scanner')
    expect(line).not.toContain('opened')
  })

  test('says "Pending…" until the facts are in, then what the device is', async () => {
    const person = await makePerson()
    const { code } = await issueCode(person)
    const device = await makeTestDevice()
    const { body } = await device.redeem({ code })
    await settle(person.account.ref)
    const id = String(body.device.id)
    expect(lineOf(await show(), id)).toContain('Pending…')
    expect(lineOf(await show(), id)).toContain('Waiting for its first check-in')
    await device.checkIn(body.credential.token, { facts: { name: 'Ada’s phone', model: 'Pixel 12' } })
    const line = lineOf(await show(), id)
    expect(line).toContain('Ada’s phone Pixel 12')
    expect(line).toContain('Active')
    expect(line).not.toContain('Pending')
    expect(line).toContain('now')
  })

  test('of a device that does not respond says why and since when, and stands first', async () => {
    const person = await makePerson()
    const silent = await insertDevice(person, {
      name: 'Silent',
      last_seen_at: time.now() - 26 * HOUR,
      unresponsive_since: time.now() - 24 * HOUR,
      unresponsive_reason: JSON.stringify({ kind: 'silent' }),
      registered_at: time.now() - 90 * HOUR,
    })
    const shut = await insertDevice(person, {
      name: 'Shut',
      unresponsive_since: time.now() - HOUR,
      unresponsive_reason: JSON.stringify({ kind: 'permissions', names: ['location', 'odd_one'] }),
      registered_at: time.now() - 80 * HOUR,
    })
    const fine = await insertDevice(person, { name: 'Fine' })
    const html = await show()
    expect(rowsOf(html)).toEqual([shut, silent, fine])
    expect(lineOf(html, silent)).toContain('Not responding No check-in since yesterday')
    expect(lineOf(html, shut)).toContain('Lost permission: location, odd one')
    expect(textOf(html)).toContain('Not responding 2 Pending 0 Active 1')
  })

  test('carries no markup of what a device calls itself', async () => {
    const person = await makePerson()
    await insertDevice(person, { name: '<img src=x onerror=alert(1)>' })
    const html = await show()
    expect(html).not.toContain('<img src=x')
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;')
  })
})

describe('filters', () => {
  test('state, platform, ownership and search narrow the list, and leave out what does not fit', async () => {
    const [ada, bea] = [await makePerson({ name: 'Ada Lovelace' }), await makePerson({ name: 'Bea Smith' })]
    const phone = await insertDevice(ada, { name: 'Alpha', platform: 'ios', ownership: 'personal' })
    const laptop = await insertDevice(bea, {
      name: 'Beta',
      platform: 'linux',
      serial: 'SN42',
      lifecycle: 'pending',
    })
    const gone = await insertDevice(bea, {
      name: 'Gamma',
      lifecycle: 'deleted',
      ended_at: time.now(),
      ended_reason: 'never finished',
    })
    const { slot } = await invite(await makePerson({ name: 'Cleo Invited' }))
    const found = async (query: string) => rowsOf(await show(query)).sort()
    expect(await found('')).toEqual([phone, laptop, slot].sort())
    expect(await found('?status=ended')).toEqual([gone])
    expect(await found('?status=invited')).toEqual([slot])
    expect(await found('?status=pending')).toEqual([laptop])
    expect(await found('?platform=ios')).toEqual([phone])
    expect(await found('?ownership=personal&status=active')).toEqual([phone])
    expect(await found('?q=alph')).toEqual([phone])
    expect(await found('?q=sn42')).toEqual([laptop])
    expect(await found('?q=bea')).toEqual([laptop])
    expect(await found('?platform=ios&status=pending')).toEqual([])
    expect(lineOf(await show('?status=deleted'), gone)).toContain('never finished its setup')
  })

  test('what an address asks for and nobody knows filters nothing', async () => {
    const id = await insertDevice(await makePerson())
    expect(rowsOf(await show('?status=<script>&platform=amiga&sort=worst'))).toEqual([id])
  })

  test('an empty list says what to do', async () => {
    expect(textOf(await show())).toContain('Invite people to set up theirs')
    expect(textOf(await show('?platform=ios'))).toContain('No device matches')
  })

  test('devices of another organisation are in no list', async () => {
    const id = await insertForeign()
    for (const query of ['', '?status=active', '?sort=name', '?sort=seen', '?platform=agent'])
      expect(rowsOf(await show(query))).not.toContain(id)
  })
})

test('a long list is read page by page: every device once, in its order', async () => {
  const person = await makePerson()
  const ids: string[] = []
  for (let index = 0; index < 53; index++)
    ids.push(await insertDevice(person, { name: `D${index}`, registered_at: time.now() - index * MINUTE }))
  const first = await show()
  const [, next = ''] = /href="(\/manage\/devices\?after=[^"]+)"/.exec(first) ?? []
  const second = await manager.visitor.get(next.replaceAll('&amp;', '&'))
  expect([...rowsOf(first), ...rowsOf(second.html)]).toEqual(ids)
  // Rows of other pages do not come in by themselves here.
  expect(second.html).toContain('data-known')
  expect(first).not.toContain('data-known')
  expect(first).not.toContain('data-whole')
})

describe('saved views', () => {
  const views = '/manage/devices/views'

  test('are saved by name, stand above the list, and go again; nobody else sees them', async () => {
    expect(await show('?platform=ios')).toContain('Save this view')
    const form = (await manager.visitor.get(`${views}?platform=ios&sort=name`)).html
    expect(form).toContain('name="platform" value="ios"')
    const saved = await manager.visitor.post(views, { platform: 'ios', sort: 'name', name: 'iPhones' })
    expect(saved.status).toBe(303)
    expect(saved.location).toBe('/manage/devices?platform=ios&sort=name&done=viewSaved')
    const html = await show('?platform=ios&sort=name')
    expect(html).toMatch(
      /<a href="\/manage\/devices\?platform=ios&amp;sort=name" aria-current="true"[^>]*>iPhones/,
    )

    const colleague = await makeManager()
    expect((await colleague.visitor.get('/manage/devices')).html).not.toContain('iPhones')
    const [, remove = ''] =
      /href="(\/manage\/devices\/views\/[^"]+\/remove)"/.exec((await manager.visitor.get(views)).html) ?? []
    expect((await colleague.visitor.get(remove)).status).toBe(404)
    expect((await colleague.visitor.post(remove, {})).status).toBe(404)
    expect((await manager.visitor.get(remove)).html).toContain('iPhones')
    expect((await manager.visitor.post(remove, {})).location).toBe(`${views}?done=viewRemoved`)
    expect(await show()).not.toContain('iPhones')
  })

  test('a view without a name is refused at the field, and keeps its filters', async () => {
    const refused = await manager.visitor.post(views, { platform: 'ios', name: ' ' })
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('id="name-error"')
    expect(refused.html).toContain('name="platform" value="ios"')
  })
})

test('the list leaves as CSV with its filters, formulas disarmed, and that it left is noted', async () => {
  const person = await makePerson({ name: '=cmd' })
  await insertDevice(person, { name: '+Phone', platform: 'ios' })
  await insertDevice(person, { name: 'Other', platform: 'linux' })
  const file = await manager.visitor.post('/manage/devices/export', { platform: 'ios' })
  expect(file.headers.get('content-type')).toContain('text/csv')
  const lines = file.html.trim().split(/\r?\n/)
  expect(lines).toHaveLength(2)
  expect(lines[1]).toContain("'+Phone")
  expect(lines[1]).toContain("'=cmd")
  const [entry] = await inD1("SELECT detail FROM audit WHERE action = 'devices.exported'")
  expect(String(entry?.detail)).toContain('ios')
})
