import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { makeManager, type TestStaff } from '../../support/staff.ts'
import { inD1, makePerson, seedWorld, time } from '../../support/world.ts'
import {
  fieldOf,
  fieldsOf,
  holdJobs,
  invitationOf,
  NEW,
  press as pressOf,
  send,
} from './invitations-support.ts'
import { makeForeigner } from './people-support.ts'

/** Inviting people who have an account already. */

let manager: TestStaff
let queue: ReturnType<typeof holdJobs>
let turn = 0
beforeAll(seedWorld)
beforeEach(async () => {
  time.start()
  queue = holdJobs()
  manager = await makeManager()
  turn += 1
})
afterEach(() => vi.restoreAllMocks())

const unique = (name: string) => `${name}-${turn}@sent.example`
const press = (html: string, by: Record<string, string> = {}) => pressOf(manager, html, by)

describe('accounts', () => {
  test('are found, ticked and invited; the mail may go elsewhere', async () => {
    const person = await makePerson({ address: unique('zuse'), name: 'Konrad' })
    const list = await manager.visitor.get(`${NEW}?by=accounts&q=zuse-${turn}`)
    expect(list.html).toContain(`value="${person.account.id}"`)
    const page = await send(manager, NEW, [
      ['kind', 'accounts'],
      ['id', person.account.id],
    ])
    const name = fieldOf(fieldsOf(page.html), unique('zuse'))
    const again = await press(page.html, { [name]: unique('elsewhere') })
    expect(again.html).toContain('with your changes')
    expect((await press(again.html)).status).toBe(303)
    await queue.work()
    expect(await invitationOf(unique('zuse'))).toMatchObject({ recipient: unique('elsewhere') })
  })

  test('none ticked says what to do', async () => {
    const refused = await send(manager, NEW, [['kind', 'accounts']])
    expect([refused.status, refused.html.includes('Tick somebody first')]).toEqual([422, true])
  })

  test('all that match are invited, edited ones among them', async () => {
    for (const name of ['a', 'b', 'c']) await makePerson({ address: unique(`match-${name}`) })
    const page = await send(manager, NEW, [
      ['kind', 'filter'],
      ['q', 'match-'],
    ])
    expect(page.html).toContain('Send to 3 people')
    const name = fieldOf(fieldsOf(page.html), unique('match-b'))
    const again = await press(page.html, { [name]: '' })
    expect(again.html).toContain('Send to 2 people')
    expect((await press(again.html)).status).toBe(303)
    const straight = await press(page.html)
    const [job] = await inD1(
      'SELECT total FROM invitation_jobs WHERE id = ?',
      straight.location?.split('/').at(-1),
    )
    expect(job?.total).toBe(3)
  })

  test('come along from their own page and from the list of accounts', async () => {
    const { account } = await makePerson({ name: 'Radia Perlman' })
    const own = await manager.visitor.get(`/manage/accounts/${account.id}`)
    expect(own.html).toContain(`href="${NEW}?id=${account.id}"`)
    const page = await manager.visitor.get(`${NEW}?id=${account.id}`)
    expect([page.status, page.html.includes('Send to one person')]).toEqual([200, true])
    expect(page.html).toContain('Radia Perlman')
    const bulk = await manager.visitor.post('/manage/accounts/bulk', { id: account.id, act: 'invite' })
    expect(bulk.location).toBe(`${NEW}?id=${account.id}`)
  })

  test('of another organisation are nobody', async () => {
    const foreign = await makeForeigner()
    const page = await send(manager, NEW, [
      ['kind', 'accounts'],
      ['id', foreign],
    ])
    expect(page.status).toBe(422)
    expect(page.html).not.toContain('Hank')
    const { account } = await makePerson()
    const mixed = await send(manager, NEW, [
      ['kind', 'accounts'],
      ['id', foreign],
      ['id', account.id],
    ])
    expect(mixed.html).toContain('Send to one person')
    expect(mixed.html).not.toContain('Hank')
    await press(mixed.html)
    expect(await inD1('SELECT * FROM invitation_items WHERE account_id = ?', foreign)).toEqual([])
  })
})
