import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { ITEM_ATTEMPTS } from '../../src/invitations/rules.ts'
import { MINUTE } from '../../src/kernel/time.ts'
import {
  bindings,
  breakDatabase,
  d1Prototype,
  inD1,
  makePerson,
  runAlarm,
  seedWorld,
  sessionOf,
  settle,
  time,
} from '../support/world.ts'
import { acme, drain, MANAGER, makeQueue, makeRoom, send } from './support.ts'

/** The room with the people's real provision sessions behind it. */

const queue = makeQueue()
const room = makeRoom(queue, bindings.provisionSessions)

beforeAll(async () => {
  time.start()
  await seedWorld()
})
beforeEach(() => {
  time.start()
  queue.waiting.splice(0)
  for (const level of ['info', 'warn', 'error'] as const) vi.spyOn(console, level).mockReturnValue()
})

const by = () => ({ actor: MANAGER, now: time.now() })
const one = (id: string, organisationId = 1) => ({ organisationId, id, ...by() })

async function invite(channel: 'email' | 'none' = 'email') {
  const person = await makePerson()
  const organisation = await acme()
  const invited = await room.inviteOne({ organisation, account: person.account, channel, ...by() })
  if (!invited.ok) throw new Error(invited.error)
  return { ...person, organisation, view: invited.value, id: invited.value.id }
}

const invitationsOf = (accountId: string) =>
  inD1('SELECT id, state, status FROM invitations WHERE account_id = ? ORDER BY created_at, rowid', accountId)

test('the same item delivered three times at once is one invitation and one message', async () => {
  const { account } = await makePerson()
  const { jobId } = await send(room, { kind: 'accounts', ids: [account.id] })
  const [job] = queue.waiting.splice(0)
  if (!job) throw new Error('no job')
  await Promise.all([room.deliver(job, time.now()), room.deliver(job, time.now())])
  const items = queue.waiting.splice(0)
  expect(items.filter(({ kind }) => kind === 'invitation_item')).toHaveLength(1)
  await Promise.all([...items, ...items, ...items].map((item) => room.deliver(item, time.now())))
  time.pass(MINUTE)
  for (const item of items) await room.deliver(item, time.now())
  await settle(account.ref)
  expect(await invitationsOf(account.id)).toHaveLength(1)
  const messages = await inD1(
    "SELECT * FROM messages WHERE account_id = ? AND kind = 'invitation'",
    account.id,
  )
  expect(messages).toHaveLength(1)
  expect(messages[0]).toMatchObject({ recipient: account.address, state: 'queued' })
  expect(await room.readJob(1, jobId)).toMatchObject({ total: 1, done: 1, failed: 0, skipped: 0 })
})

test('an invitation that was decided while D1 was away counts as done, and lands by itself', async () => {
  const { account } = await makePerson()
  const { jobId } = await send(room, { kind: 'accounts', ids: [account.id] })
  const [job] = queue.waiting.splice(0)
  if (!job) throw new Error('no job')
  await room.deliver(job, time.now())
  const [item] = queue.waiting.splice(0)
  if (!item) throw new Error('no item')
  await inD1('UPDATE invitation_items SET attempts = ? WHERE id = ?', ITEM_ATTEMPTS - 1, item.id)
  const batch = vi.spyOn(d1Prototype, 'batch').mockRejectedValueOnce(new Error('D1_ERROR: connection lost'))
  await room.deliver(item, time.now())
  batch.mockRestore()
  expect(await room.readJob(1, jobId)).toMatchObject({ done: 1, failed: 0 })
  time.pass(MINUTE)
  await runAlarm(account.ref)
  expect(await invitationsOf(account.id)).toMatchObject([{ state: 'issued' }])
})

test('an item that comes again after a newer invitation does not bring the old one back', async () => {
  const { account } = await makePerson()
  await send(room, { kind: 'accounts', ids: [account.id] })
  await drain(room, queue)
  const [first] = await invitationsOf(account.id)
  const [item] = await inD1('SELECT id FROM invitation_items WHERE account_id = ?', account.id)
  time.pass(MINUTE)
  const newer = await room.resend({ organisation: await acme(), id: String(first?.id), ...by() })
  expect(newer.ok).toBe(true)
  await inD1("UPDATE invitation_items SET state = 'queued' WHERE id = ?", item?.id)
  await room.deliver({ kind: 'invitation_item', owner: 'd1', id: String(item?.id) }, time.now())
  await settle(account.ref)
  expect((await invitationsOf(account.id)).map(({ state }) => state)).toEqual(['superseded', 'issued'])
})

describe('a superseded invitation', () => {
  test('is dead at once, also for those who hold its link or its PIN', async () => {
    const { account, id, view, organisation } = await invite()
    const old = view.credentials
    time.pass(MINUTE)
    const newer = await room.resend({ organisation, id, ...by() })
    if (!newer.ok || !old || !newer.value.credentials) throw new Error('it was not sent')
    expect(newer.value.id).not.toBe(id)
    const session = sessionOf(account.ref)
    const opened = await session.openInvitation({ secret: old.secret })
    expect(opened === null || opened.state === 'superseded').toBe(true)
    expect((await session.provePin({ pin: old.pin })).ok).toBe(false)
    expect(await room.credentials(one(id))).toEqual({ ok: false, error: 'ended' })
    expect((await invitationsOf(account.id)).map(({ status }) => status)).toEqual(['superseded', 'sending'])
    const living = await session.livingInvitation()
    expect(living?.id).toBe(newer.value.id)
  })
})

describe('credentials', () => {
  test('are shown while the invitation lives, and each look stands in the audit', async () => {
    const { account, id, view } = await invite()
    const looks = () =>
      inD1(
        "SELECT actor_id, detail FROM audit WHERE action = 'invitation.credentials_shown' AND account_id = ?",
        account.id,
      )
    const shown = await room.credentials(one(id))
    if (!shown.ok) throw new Error(shown.error)
    expect(shown.value.credentials).toEqual(view.credentials)
    expect(shown.value.invitation).toMatchObject({ id, ref: account.ref, living: true })
    expect(await looks()).toHaveLength(1)
    expect(JSON.stringify(await looks())).not.toContain(view.credentials?.secret)
    expect(JSON.stringify(await looks())).not.toContain(view.credentials?.pin)

    const renewed = await room.renewPin(one(id))
    if (!renewed.ok) throw new Error(renewed.error)
    expect(renewed.value.credentials?.secret).toBe(view.credentials?.secret)
    expect(renewed.value.credentials?.pin).not.toBe(view.credentials?.pin)

    const ended = await room.deactivate(one(id))
    expect(ended.ok && ended.value.state).toBe('revoked')
    expect(await room.credentials(one(id))).toEqual({ ok: false, error: 'ended' })
    expect(await room.renewPin(one(id))).toEqual({ ok: false, error: 'ended' })
    expect(await looks()).toHaveLength(1)
    expect(await room.find(1, id)).toMatchObject({ status: 'deactivated', living: false })
  })

  test('are not shown where that cannot be written down', async () => {
    const { id } = await invite()
    const found = vi.spyOn(Object.getPrototypeOf(bindings.db) as D1Database, 'batch')
    found.mockRejectedValue(new Error('D1_ERROR: network connection lost'))
    let shown: unknown = null
    try {
      shown = await room.credentials(one(id))
    } catch {
      shown = 'nothing'
    }
    found.mockRestore()
    expect(shown).toBe('nothing')
  })
})

test('nothing can be done with an invitation of another organisation', async () => {
  const { id, account } = await invite()
  const organisation = { ...(await acme()), id: 7 }
  const foreign = { ok: false, error: 'not_found' }
  expect(await room.credentials(one(id, 7))).toEqual(foreign)
  expect(await room.deactivate(one(id, 7))).toEqual(foreign)
  expect(await room.renewPin(one(id, 7))).toEqual(foreign)
  expect(await room.resend({ organisation, id, ...by() })).toEqual(foreign)
  expect(await room.inviteOne({ organisation, account, channel: 'email', ...by() })).toEqual(foreign)
  const byId = { organisation, accountId: account.id, channel: 'email' as const, ...by() }
  expect(await room.inviteOne(byId)).toEqual(foreign)
  expect(await room.find(1, id)).toMatchObject({ status: 'sending' })
})

test('what is sent asks for the PIN; what a manager shows asks for what the organisation says', async () => {
  expect((await invite('email')).view.confirmation).toBe('pin')
  expect((await invite('none')).view.confirmation).toBe('tap')
})

test('the lifetime and the limit of the organisation hold for the invitation', async () => {
  await inD1('UPDATE organisations SET invitation_days = 14, invitation_device_limit = 3 WHERE id = 1')
  const { id } = await invite()
  await inD1('UPDATE organisations SET invitation_days = NULL, invitation_device_limit = NULL WHERE id = 1')
  const found = await room.find(1, id)
  expect(found).toMatchObject({ deviceLimit: 3, validUntil: time.now() + 14 * 24 * 60 * MINUTE })
})

test.each([
  ["state = 'unapproved'", 'account_unapproved'],
  ['disabled_at = 5', 'account_disabled'],
  ["state = 'deleted'", 'not_found'],
])('nobody is invited with %s: %s', async (change, error) => {
  const { account } = await makePerson()
  await inD1(`UPDATE accounts SET ${change} WHERE id = ?`, account.id)
  const asked = { organisation: await acme(), accountId: account.id, channel: 'email' as const, ...by() }
  expect(await room.inviteOne(asked)).toEqual({ ok: false, error })
  expect(await invitationsOf(account.id)).toEqual([])
})

test('while D1 is away an item comes again, and then brings one invitation', async () => {
  const { account } = await makePerson()
  await send(room, { kind: 'accounts', ids: [account.id] })
  const [job] = queue.waiting.splice(0)
  if (!job) throw new Error('no job')
  const broken = breakDatabase()
  expect((await room.deliver(job, time.now())).retryInSeconds).toBeGreaterThan(0)
  broken.mend()
  await room.deliver(job, time.now())
  const [item] = queue.waiting.splice(0)
  if (!item) throw new Error('no item')
  const again = breakDatabase()
  expect((await room.deliver(item, time.now())).retryInSeconds).toBeGreaterThan(0)
  again.mend()
  expect(await room.deliver(item, time.now())).toEqual({ retryInSeconds: null })
  await settle(account.ref)
  expect(await invitationsOf(account.id)).toHaveLength(1)
})
