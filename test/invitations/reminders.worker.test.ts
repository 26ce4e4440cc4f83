import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { DAY, MINUTE } from '../../src/kernel/time.ts'
import { inD1, makePerson, seedWorld, time } from '../support/world.ts'
import { acme, MANAGER, makeQueue, makeRoom, makeSessions } from './support.ts'

beforeAll(async () => {
  time.start()
  await seedWorld()
  await inD1("UPDATE organisations SET reminder_days = '[2,7]' WHERE id = 1")
})
beforeEach(() => {
  time.start()
  for (const level of ['info', 'warn', 'error'] as const) vi.spyOn(console, level).mockReturnValue()
})

async function makeInvited(channel: 'email' | 'none' = 'email') {
  const queue = makeQueue()
  const room = makeRoom(queue, makeSessions().namespace)
  const person = await makePerson()
  const organisation = await acme()
  const { account } = person
  const by = { actor: MANAGER, now: time.now() }
  const invited = await room.inviteOne({ organisation, account, channel, ...by })
  if (!invited.ok) throw new Error(invited.error)
  const { id } = invited.value
  const sent = () => inD1("UPDATE messages SET state = 'sent' WHERE invitation_id = ?", id)
  const reminders = async () =>
    (await inD1('SELECT id FROM messages WHERE invitation_id = ? AND id LIKE ?', id, `msg.${id}.r%`)).map(
      (row) => String(row.id).replace(`msg.${id}`, ''),
    )
  await sent()
  return { room, queue, id, account, organisation, by, sent, reminders }
}

test('somebody who did not accept is reminded on the days that the organisation set, each time once', async () => {
  const { room, queue, id, sent, reminders, account } = await makeInvited()
  expect(await room.sendDueReminders(time.now())).toBe(0)
  time.pass(2 * DAY - MINUTE)
  expect(await room.sendDueReminders(time.now())).toBe(0)
  time.pass(2 * MINUTE)
  const both = await Promise.all([room.sendDueReminders(time.now()), room.sendDueReminders(time.now())])
  expect(Math.max(...both)).toBe(1)
  expect(await reminders()).toEqual(['.r1'])
  expect(queue.waiting.at(-1)).toEqual({ kind: 'message', owner: 'd1', id: `msg.${id}.r1` })
  const [message] = await inD1('SELECT * FROM messages WHERE id = ?', `msg.${id}.r1`)
  expect(message).toMatchObject({ kind: 'invitation', recipient: account.address, channel: 'email' })
  expect(JSON.parse(String(message?.payload))).toEqual({ ref: account.ref, invitationId: id, reminder: 1 })
  expect(await room.find(1, id)).toMatchObject({ reminded: 1, status: 'sending' })

  await sent()
  expect(await room.sendDueReminders(time.now())).toBe(0)
  time.pass(5 * DAY)
  expect(await room.sendDueReminders(time.now())).toBe(1)
  expect(await reminders()).toEqual(['.r1', '.r2'])
  time.pass(400 * DAY)
  expect(await room.sendDueReminders(time.now())).toBe(0)
  expect(await room.find(1, id)).toMatchObject({ reminded: 2, remindAt: null })
})

test('days on which nobody reminded do not all come at once', async () => {
  const { room, reminders, id } = await makeInvited()
  time.pass(30 * DAY)
  expect(await room.sendDueReminders(time.now())).toBe(1)
  expect(await reminders()).toEqual(['.r1'])
  expect(await room.find(1, id)).toMatchObject({ remindAt: null })
})

test.each([
  ['opened_at = 5, accepted_at = 5', 'accepted it'],
  ["state = 'superseded'", 'has a newer one'],
  ["state = 'revoked'", 'lost it'],
  ['valid_until = 5', 'let it run out'],
])('nobody is reminded who %s (%s)', async (change) => {
  const { room, reminders, id } = await makeInvited()
  await inD1(`UPDATE invitations SET ${change} WHERE id = ?`, id)
  time.pass(3 * DAY)
  expect(await room.sendDueReminders(time.now())).toBe(0)
  expect(await reminders()).toEqual([])
  expect(await room.find(1, id)).toMatchObject({ remindAt: null })
})

test('somebody whose mail came back, or whose account is off, waits for the next day of the schedule', async () => {
  const { room, reminders, id, account } = await makeInvited()
  await inD1('UPDATE accounts SET disabled_at = 1 WHERE id = ?', account.id)
  time.pass(3 * DAY)
  expect(await room.sendDueReminders(time.now())).toBe(0)
  expect((await room.find(1, id))?.remindAt).toBe(time.now() + 4 * DAY)
  await inD1('UPDATE accounts SET disabled_at = NULL WHERE id = ?', account.id)
  time.pass(4 * DAY)
  expect(await room.sendDueReminders(time.now())).toBe(1)
  expect(await reminders()).toEqual(['.r1'])
})

test('an invitation that no message brought reminds nobody', async () => {
  const { room, id } = await makeInvited('none')
  expect(await room.find(1, id)).toMatchObject({ remindAt: null, channel: 'none' })
})

test('a person who is left out stays so with the next invitation, until a manager says otherwise', async () => {
  const { room, id, account, organisation, by, reminders, sent } = await makeInvited()
  const set = (invitation: string, off: boolean, organisationId = 1) =>
    room.setReminders({ organisationId, id: invitation, off, actor: MANAGER, now: time.now() })
  expect(await set(id, true, 0)).toEqual({ ok: false, error: 'not_found' })
  expect(await room.find(1, id)).toMatchObject({ remindersOff: false })
  expect((await set(id, true)).ok).toBe(true)
  time.pass(3 * DAY)
  expect(await room.sendDueReminders(time.now())).toBe(0)
  expect(await reminders()).toEqual([])

  time.pass(MINUTE)
  const again = await room.resend({ organisation, id, ...by })
  if (!again.ok) throw new Error(again.error)
  expect(await room.find(1, again.value.id)).toMatchObject({ remindersOff: true, remindAt: null })
  const now = time.now()
  expect((await set(again.value.id, false)).ok).toBe(true)
  expect(await room.find(1, again.value.id)).toMatchObject({ remindersOff: false, remindAt: now + 2 * DAY })
  await sent()
  const entries = await inD1(
    "SELECT detail FROM audit WHERE action = 'invitation.reminders_changed' AND account_id = ?",
    account.id,
  )
  expect(entries.map(({ detail }) => JSON.parse(String(detail)).changes)).toEqual([
    [{ field: 'reminders', before: true, after: false }],
    [{ field: 'reminders', before: false, after: true }],
  ])
})
