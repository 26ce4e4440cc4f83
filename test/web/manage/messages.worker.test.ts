import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { makeManager, type TestStaff } from '../../support/staff.ts'
import { bindings, inD1, makePerson, seedWorld, time, watchTrips } from '../../support/world.ts'

const PATH = '/manage/messages'

let manager: TestStaff
beforeAll(seedWorld)
beforeEach(async () => {
  time.start()
  await inD1('DELETE FROM messages')
  manager = await makeManager()
})
afterEach(() => vi.restoreAllMocks())

type Row = {
  id: string
  state?: string
  recipient?: string
  error?: string
  account?: string | null
  organisation?: number
}
const put = ({
  id,
  state = 'sent',
  recipient = 'ada@acme.example',
  error,
  account = null,
  organisation = 1,
}: Row) =>
  inD1(
    `INSERT INTO messages (id, organisation_id, account_id, kind, channel, recipient, locale, payload, state, attempts,
       last_error, created_at, queued_at, changed_at, sent_at)
     VALUES (?1, ?2, ?3, 'invitation', 'email', ?4, 'en', ?5, ?6, 2, ?7, ?8, ?8, ?8, iif(?6 = 'sent', ?8, NULL))`,
    id,
    organisation,
    account,
    recipient,
    JSON.stringify({ ref: 'ref_secretly', invitationId: 'inv_1', reminder: 0 }),
    state,
    error ?? null,
    time.now(),
  )

describe('the list', () => {
  test('names the reader, says the state, the reason and what to do, and nothing of the payload', async () => {
    const { account } = await makePerson({ name: 'Ada <b>Lovelace' })
    await put({ id: 'msg_a', state: 'failed', error: 'rejected', account: account.id })
    await put({ id: 'msg_b', state: 'obsolete', error: 'grant_ended', recipient: 'bob@acme.example' })
    await put({ id: 'msg_c', organisation: 2, recipient: 'eve@other.example' })
    const trips = watchTrips()
    const { html, status } = await manager.visitor.get(PATH)
    expect(trips.count()).toBeLessThanOrEqual(3)
    trips.stop()
    expect(status).toBe(200)
    for (const part of [
      'Ada &lt;b&gt;Lovelace',
      'The receiving server would not take it',
      'not needed any more',
      'bob@acme.example',
    ])
      expect(html).toContain(part)
    expect(html).not.toMatch(/ref_secretly|eve@other|Ada <b>/)
  })

  test('is narrowed by state and by the beginning of an address', async () => {
    await put({ id: 'msg_a', state: 'failed', error: 'unheard_of' })
    await put({ id: 'msg_b', recipient: 'bob@acme.example' })
    const failed = (await manager.visitor.get(`${PATH}?state=failed`)).html
    expect(failed).toContain('ada@acme.example')
    expect(failed).toContain('The reason is not known')
    expect(failed).not.toContain('bob@acme.example')
    const found = (await manager.visitor.get(`${PATH}?q=BOB`)).html
    expect(found).toContain('bob@acme.example')
    expect(found).not.toContain('ada@acme.example')
    expect((await manager.visitor.get(`${PATH}?q=zoe`)).html).toContain('No message fits')
  })

  test('says what to do while it is empty', async () => {
    expect((await manager.visitor.get(PATH)).html).toContain('Nothing has been sent yet')
  })
})

describe('a message', () => {
  test('that failed is sent again from its page, and its history says who did it', async () => {
    const { account } = await makePerson()
    await put({ id: 'msg_a', state: 'failed', error: 'bounced', account: account.id })
    const send = vi.spyOn(bindings.messages, 'sendBatch').mockResolvedValue(undefined as never)
    const page = await manager.visitor.get(`${PATH}/msg_a`)
    expect(page.html).toContain('Ask the person for another address')
    expect(page.html).toContain(`action="${PATH}/msg_a/retry"`)
    const trips = watchTrips()
    const retried = await manager.visitor.post(`${PATH}/msg_a/retry`, {})
    expect(trips.count()).toBeLessThanOrEqual(3)
    trips.stop()
    expect(retried).toMatchObject({ status: 303, location: `${PATH}/msg_a?done=retried` })
    expect(send).toHaveBeenCalledOnce()
    const after = (await manager.visitor.get(`${PATH}/msg_a?done=retried`)).html
    for (const part of ['It is on its way again', 'Put on its way again', 'Grace Hopper', 'waiting'])
      expect(after).toContain(part)
    expect(after).not.toContain('/retry"')
  })

  test('that did not fail cannot be sent again', async () => {
    await put({ id: 'msg_a' })
    expect((await manager.visitor.get(`${PATH}/msg_a`)).html).not.toContain('/retry"')
    expect((await manager.visitor.post(`${PATH}/msg_a/retry`, {})).status).toBe(404)
  })
})

test('all that failed are sent again by one press', async () => {
  const send = vi.spyOn(bindings.messages, 'sendBatch').mockResolvedValue(undefined as never)
  for (const id of ['msg_a', 'msg_b']) await put({ id, state: 'failed', error: 'unavailable' })
  const { html } = await manager.visitor.get(PATH)
  expect(html).toContain(`action="${PATH}/retry-failed"`)
  const pressed = await manager.visitor.post(`${PATH}/retry-failed`, {})
  expect(pressed.location).toBe(`${PATH}?done=retried_all`)
  expect(send.mock.calls[0]?.[0]).toHaveLength(2)
  expect((await manager.visitor.post(`${PATH}/retry-failed`, {})).location).toBe(`${PATH}?done=nothing`)
})
