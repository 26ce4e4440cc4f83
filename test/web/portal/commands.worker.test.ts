import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { PERMISSIONS } from '../../../src/accounts/types.ts'
import { MINUTE } from '../../../src/kernel/time.ts'
import { makeOwner, setUp } from '../../commands/support.ts'
import { makeManager } from '../../support/staff.ts'
import { type Visitor, visitorOf } from '../../support/visitor.ts'
import { inD1, seedWorld, time } from '../../support/world.ts'

/** What owners and managers ask of devices, at their doors. */

let ada: Awaited<ReturnType<typeof makeOwner>>
let owner: Visitor
let phone: Awaited<ReturnType<typeof setUp>>

const allow = (permissions: readonly string[]) =>
  inD1('UPDATE account_templates SET permissions = ?', JSON.stringify(permissions))

beforeAll(async () => {
  time.start()
  await seedWorld()
  ada = await makeOwner()
  owner = visitorOf(ada)
  phone = await setUp(ada)
})
beforeEach(async () => {
  time.start()
  await allow(PERMISSIONS)
  await inD1('DELETE FROM device_commands')
})

const page = () => `/portal/devices/${phone.id}`
const region = async (visitor: Visitor = owner) => (await visitor.get(`${page()}/status`)).html
const commands = () => inD1('SELECT kind, state, params FROM device_commands ORDER BY rowid')

describe('an owner', () => {
  test('asks for a lock and sees it wait, be delivered, and done', async () => {
    const asked = await owner.post(`${page()}/commands/lock`, {})
    expect([asked.status, asked.location]).toEqual([303, `${page()}?done=asked`])
    expect((await owner.get(asked.location ?? '')).html).toContain('does it when it checks in next')
    expect(await region()).toContain('Waiting for the device to check in: usually within an hour.')
    const [command] = (await phone.checkIn()).commands
    time.pass(MINUTE)
    expect(await region()).toMatch(/Delivered <time[^>]*>1 minute ago<\/time>/)
    await phone.answer(command.id, { status: 'failed', message: '<b>No screen' })
    const failed = await region()
    expect(failed).toContain('It says: “&lt;b&gt;No screen”')
    expect(failed).toContain('ask the helpdesk')
  })

  test('sees where the device is as coordinates, with how sure and how old they are, for a day', async () => {
    await owner.post(`${page()}/commands/locate`, {})
    const [command] = (await phone.checkIn()).commands
    const at = '2050-11-20T12:00:00Z'
    await phone.answer(command.id, {
      status: 'done',
      location: { latitude: 52.5200066, longitude: -13.404954, accuracy: 11.2, at },
    })
    const shown = await region()
    expect(shown).toContain('52.52001, -13.40495')
    expect(shown).toContain('href="geo:52.52001,-13.40495;u=12"')
    expect(shown).toContain('give or take 12 m')
    const { visitor } = await makeManager()
    const managed = await visitor.get(`/manage/devices/${phone.id}/commands`)
    expect(managed.html).not.toContain('52.52')
    expect(managed.html).toContain('Only its owner sees where it was.')
    time.pass(25 * 60 * MINUTE)
    expect(await region()).toContain('forgotten by now')
  })

  test('wipes only after saying that they know what is lost, which depends on whose it is', async () => {
    const path = `${page()}/commands/wipe`
    expect((await owner.get(path)).html).toContain('Everything on it is erased: apps, photos')
    const unticked = await owner.post(path, { scope: 'everything' })
    expect([unticked.status, await commands()]).toEqual([422, []])
    expect(unticked.html).toContain('Tick this to go on.')
    await inD1("UPDATE devices SET ownership = 'personal' WHERE id = ?", phone.id)
    const mine = await owner.get(path)
    expect(mine.html).toContain('Everything else stays')
    expect(mine.html).not.toContain('apps, photos, messages')
    // It became the organisation’s while the page was open: it loses no more than the page said.
    await inD1("UPDATE devices SET ownership = 'company' WHERE id = ?", phone.id)
    expect((await owner.post(path, { understood: 'yes', scope: 'organisation_data' })).status).toBe(303)
    expect(await commands()).toEqual([
      { kind: 'wipe', state: 'queued', params: '{"scope":"organisation_data"}' },
    ])
  })

  test('cancels what the device has not got, and asks again', async () => {
    await owner.post(`${page()}/commands/retire`, {})
    const [, cancel = ''] = /action="([^"]+\/cancel)"/.exec(await region()) ?? []
    expect((await owner.post(cancel, {})).location).toBe(`${page()}?done=cancelled`)
    expect((await owner.post(cancel, {})).location).toBe(`${page()}?trouble=too_late`)
    expect(await region()).toContain('The device never got it.')
  })

  test('meets neither button nor page nor act of what they are not permitted', async () => {
    const needs = {
      lock: 'lock',
      unlock: 'lock',
      ring: 'lock',
      locate: 'locate',
      wipe: 'wipe',
      retire: 'retire',
      end: 'retire',
    }
    for (const [act, permission] of Object.entries(needs)) {
      await allow(PERMISSIONS.filter((one) => one !== permission))
      const path = `${page()}/commands/${act}`
      expect((await owner.post(path, { understood: 'yes' })).status, act).toBe(403)
      if (['wipe', 'retire', 'end'].includes(act)) expect((await owner.get(path)).status, act).toBe(403)
      expect(await region(), act).not.toContain(`${path}"`)
    }
    expect(await commands()).toEqual([])
    await allow([])
    expect(await region()).not.toContain('/commands/')
  })

  test('signs a device off at once that cannot be told, and learns what is left to do by hand', async () => {
    const silent = await setUp(ada)
    await inD1("UPDATE devices SET reports = 'none' WHERE id = ?", silent.id)
    const path = `/portal/devices/${silent.id}`
    const { html } = await owner.get(path)
    expect(html).toContain('Nothing on this device listens')
    expect((await owner.get(`${path}/commands/retire`)).location).toBe(`${path}/commands/end`)
    expect((await owner.get(`${path}/commands/end`)).html).toContain('by hand')
    expect((await owner.post(`${path}/commands/lock`, {})).location).toBe(`${path}?trouble=unreachable`)
    expect((await owner.post(`${path}/commands/end`, {})).location).toBe(`${path}?done=ended`)
    expect((await owner.post(`${path}/commands/end`, {})).location).toBe(`${path}?trouble=ended`)
  })
})

test('a manager asks in their own name, which the owner sees; never where it is', async () => {
  const { visitor } = await makeManager()
  const path = `/manage/devices/${phone.id}/commands`
  const one = (await visitor.get(`/manage/devices/${phone.id}`)).html
  expect(one).toContain(`${path}/ring"`)
  expect(one).not.toContain(`${path}/locate`)
  expect((await visitor.post(`${path}/locate`, {})).status).toBe(404)
  const asked = await visitor.post(`${path}/lock`, { message: 'Please call 030 1234' })
  expect([asked.status, asked.location]).toEqual([303, `${path}?done=asked`])
  expect(await commands()).toEqual([
    { kind: 'lock', state: 'queued', params: '{"message":"Please call 030 1234"}' },
  ])
  const seen = await region()
  expect(seen).toContain('Grace Hopper (manager) asked')
  expect(seen).not.toContain('/cancel"')
  expect((await visitor.get(path)).html).toContain('You asked')
})
