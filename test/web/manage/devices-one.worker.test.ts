import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makeManager, type TestStaff } from '../../support/staff.ts'
import { inD1, issueCode, makePerson, makeTestDevice, seedWorld, settle, time } from '../../support/world.ts'
import { insertDevice, insertForeign, invite, lineOf, textOf } from './devices-support.ts'

/** One device, and what managers do about one or several. */

const HOUR = 60 * 60_000

let manager: TestStaff
beforeAll(async () => {
  time.start()
  await seedWorld()
  manager = await makeManager()
})
beforeEach(time.start)

const read = async (path: string) => textOf((await manager.visitor.get(path)).html)

/** A device that redeemed and checked in. */
async function makeLiving() {
  const person = await makePerson()
  const { code } = await issueCode(person)
  const device = await makeTestDevice()
  const { body } = await device.redeem({
    code,
    device: { name: 'Ada’s phone', model: 'Pixel 12', serial: 'SN 1' },
  })
  const token = String(body.credential.token)
  await device.checkIn(token)
  await settle(person.account.ref)
  const id = String(body.device.id)
  return { person, device, token, id, path: `/manage/devices/${id}` }
}

describe('the page of a device', () => {
  test('tells what is known: facts, owner, template, how it came, and what happened', async () => {
    const { person, path } = await makeLiving()
    const { html, status } = await manager.visitor.get(path)
    expect(status).toBe(200)
    const text = textOf(html)
    for (const told of ['Pixel 12', 'SN 1', person.address, 'version 1 (the newest)', 'A provision code'])
      expect(text).toContain(told)
    expect(html).toContain(`href="/manage/accounts/${person.account.id}"`)
    expect(html).toContain(`href="/manage/device-templates/`)
    expect(text).toMatch(/What happened .*provisioned successfully/)
  })

  test('says when its template has moved on', async () => {
    const { id, path } = await makeLiving()
    await inD1(
      'UPDATE device_templates SET version = version + 1 WHERE id = (SELECT template_id FROM devices WHERE id = ?)',
      id,
    )
    expect(await read(path)).toContain('there is a newer one: version 2')
    await inD1('UPDATE device_templates SET version = version - 1 WHERE version = 2')
  })

  test('says why it does not respond, since when, what it may not do, and what helps', async () => {
    const id = await insertDevice(await makePerson(), {
      name: 'Shut',
      permissions: JSON.stringify({ location: false, camera: true }),
      unresponsive_since: time.now() - 2 * HOUR,
      unresponsive_reason: JSON.stringify({ kind: 'permissions', names: ['location'] }),
    })
    const text = await read(`/manage/devices/${id}`)
    for (const told of [
      'Lost permission: location',
      'Since 2 hours ago',
      'location: not allowed',
      'camera: allowed',
    ])
      expect(text).toContain(told)
    expect(text).toContain('Its owner can allow it again')
  })

  test('of one that has ended stays readable and offers no end', async () => {
    const id = await insertDevice(await makePerson(), {
      name: 'Old',
      lifecycle: 'replaced',
      ended_at: time.now() - HOUR,
      ended_reason: 'replaced',
    })
    const { html } = await manager.visitor.get(`/manage/devices/${id}`)
    expect(textOf(html)).toContain('Replaced Another device took its place. 1 hour ago')
    expect(html).not.toContain(`/manage/devices/${id}/delete`)
    expect((await manager.visitor.get(`/manage/devices/${id}/delete`)).location).toContain('trouble=ended')
  })

  test('of a slot shows its invitation and leads to it', async () => {
    const person = await makePerson({ name: 'Mary Jackson' })
    const { id, slot } = await invite(person)
    const { html } = await manager.visitor.get(`/manage/devices/${slot}`)
    expect(html).toContain(`href="/manage/invitations/${id}"`)
    expect(textOf(html)).toContain('Mary Jackson')
    expect(textOf(html)).not.toContain('Last connection')
  })

  test('is not found for a device of another organisation, whatever is asked of it', async () => {
    const id = await insertForeign()
    for (const act of ['', '/renew', '/delete'])
      expect((await manager.visitor.get(`/manage/devices/${id}${act}`)).status).toBe(404)
    for (const act of ['note', 'renew', 'delete'])
      expect((await manager.visitor.post(`/manage/devices/${id}/${act}`, { note: 'x' })).status, act).toBe(
        404,
      )
    const [row] = await inD1('SELECT note, lifecycle FROM devices WHERE id = ?', id)
    expect(row).toEqual({ note: '', lifecycle: 'active' })
  })
})

describe('notes', () => {
  test('are kept with their lines, and that they changed is noted', async () => {
    const { path, id } = await makeLiving()
    const saved = await manager.visitor.post(`${path}/note`, {
      note: 'Cracked screen.\r\n<b>Spare</b> in May.',
    })
    expect(saved.location).toBe(`${path}?done=noted`)
    const { html } = await manager.visitor.get(path)
    expect(html).toContain('Cracked screen.\n&lt;b&gt;Spare&lt;/b&gt; in May.')
    expect(
      await inD1("SELECT id FROM audit WHERE action = 'device.noted' AND device_id = ?", id),
    ).toHaveLength(1)
  })

  test('that are too long are refused at the field and stay as they were typed', async () => {
    const { path } = await makeLiving()
    const refused = await manager.visitor.post(`${path}/note`, { note: 'x'.repeat(2001) })
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('id="note-error"')
    expect(refused.html).toContain('x'.repeat(2001))
  })
})

describe('renew', () => {
  test('asks first and says what is sent; then one message waits, and no code or invitation was made', async () => {
    const { person, path, id } = await makeLiving()
    const asked = await read(`${path}/renew`)
    expect(asked).toContain(`An e-mail goes to ${person.address}`)
    expect(asked).toContain('no PIN or QR code changes')
    const before = await inD1('SELECT count(*) AS count FROM invitations')
    const done = await manager.visitor.post(`${path}/renew`, {})
    expect(done.location).toBe(`${path}?done=renewed`)
    expect(await inD1('SELECT count(*) AS count FROM invitations')).toEqual(before)
    const messages = await inD1(
      "SELECT id FROM messages WHERE kind = 'renewal' AND account_id = ?",
      person.account.id,
    )
    expect(messages).toHaveLength(1)
    expect(
      await inD1("SELECT id FROM audit WHERE action = 'device.renewed' AND device_id = ?", id),
    ).toHaveLength(1)
    const again = await manager.visitor.post(`${path}/renew`, {})
    expect(again.location).toBe(`${path}?trouble=too_soon`)
    expect(await read(`${path}?trouble=too_soon`)).toContain('within the last hour')
  })
})

describe('delete', () => {
  test('says what follows; then the credential is dead, and the record stays', async () => {
    const { path, id, device, token, person } = await makeLiving()
    const asked = await read(`${path}/delete`)
    for (const told of [
      'stops working at once',
      'are revoked',
      'place is free again',
      'stays there: profiles',
    ])
      expect(asked).toContain(told)
    const done = await manager.visitor.post(`${path}/delete`, {})
    expect(done.location).toBe(`${path}?done=deleted`)
    await settle(person.account.ref)
    expect((await device.checkIn(token)).status).toBe(401)
    expect(await inD1('SELECT lifecycle FROM devices WHERE id = ?', id)).toEqual([{ lifecycle: 'deleted' }])
    expect(await read(path)).toContain('Deleted')
  })

  test('of a slot deactivates its invitation', async () => {
    const person = await makePerson()
    const invitation = await invite(person)
    const path = `/manage/devices/${invitation.slot}`
    const { html } = await manager.visitor.get(`${path}/delete`)
    expect(textOf(html)).toContain('Deactivate the invitation')
    const done = await manager.visitor.post(`${path}/delete`, { slot: 'yes' })
    expect(done.location).toBe(`${path}?done=deactivated`)
    await settle(person.account.ref)
    expect(await inD1('SELECT status FROM invitations WHERE id = ?', invitation.id)).toEqual([
      { status: 'deactivated' },
    ])
    const device = await makeTestDevice()
    expect((await device.redeem({ code: invitation.code, pin: invitation.pin })).status).toBe(403)
  })
})

describe('several at once', () => {
  const chosen = (act: string, ids: string[]) =>
    manager.visitor.ask('POST', '/manage/devices/bulk', {
      form: [['act', act], ['back', '?platform=agent'], ...ids.map((id) => ['id', id])] as never,
    })

  test('are asked about by name, then done; who could not be is told with the reason', async () => {
    const [one, two] = [await makeLiving(), await makeLiving()]
    const over = await insertDevice(one.person, { name: 'Over', lifecycle: 'deleted', ended_at: time.now() })
    const foreign = await insertForeign()
    const ids = [one.id, two.id, over, foreign]
    const asked = await chosen('delete', ids)
    expect(asked.status).toBe(303)
    const page = await manager.visitor.get(asked.location ?? '')
    expect(textOf(page.html)).toContain('Delete 2 devices?')
    expect(textOf(page.html)).toContain('One is left out')
    expect(page.html).not.toContain(foreign)
    const done = await manager.visitor.ask('POST', '/manage/devices/delete', {
      form: ids.map((id) => ['id', id]) as never,
    })
    expect(done.status).toBe(303)
    const told = await read(done.location ?? '')
    expect(told).toContain('Deleted: 2 devices.')
    expect(told).toContain('Not done for one device: It has ended already.')
    expect(told).toContain('Not done for one device: It is not here any more.')
    expect(await inD1('SELECT lifecycle FROM devices WHERE id = ?', foreign)).toEqual([
      { lifecycle: 'active' },
    ])
  })

  test('are renewed with a message each', async () => {
    const [one, two] = [await makeLiving(), await makeLiving()]
    const asked = await chosen('renew', [one.id, two.id])
    expect(await read(asked.location ?? '')).toContain('Renew 2 devices?')
    const done = await manager.visitor.ask('POST', '/manage/devices/renew', {
      form: [one.id, two.id].map((id) => ['id', id]) as never,
    })
    expect(await read(done.location ?? '')).toContain('E-mails are on their way for 2 devices.')
  })

  test('nothing chosen leads back to the list as it was filtered', async () => {
    const answer = await chosen('delete', [])
    expect(answer.location).toBe('/manage/devices?platform=agent&trouble=nothing')
    expect(await read(answer.location ?? '')).toContain('Choose a device first')
  })
})

test('the list tells nothing that an address invents', async () => {
  const text = await read('/manage/devices?done=<b>&trouble=<i>:9,ended:x&count=-1')
  expect(text).not.toContain('&lt;b&gt;')
  expect(lineOf('', 'none')).toBe('')
})
