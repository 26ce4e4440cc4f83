import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { invite } from '../../support/invitations.ts'
import { makeManager, type TestStaff } from '../../support/staff.ts'
import { inD1, makePerson, seedWorld, time, watchTrips } from '../../support/world.ts'
import {
  fieldOf,
  fieldsOf,
  holdJobs,
  invitationOf,
  LIST,
  NEW,
  press as pressOf,
  send,
} from './invitations-support.ts'

/** Inviting people by their addresses: typed, pasted or in a CSV file. */

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

const everything = async () => [
  await inD1('SELECT * FROM accounts ORDER BY id'),
  await inD1('SELECT * FROM invitation_jobs ORDER BY id'),
  await inD1('SELECT * FROM invitation_items ORDER BY id'),
  await inD1('SELECT * FROM audit ORDER BY id'),
]
const look = (text: string, more: [string, string][] = []) =>
  send(manager, NEW, [['kind', 'addresses'], ['text', text], ...more])
const press = (html: string, by: Record<string, string> = {}) => pressOf(manager, html, by)

describe('addresses that are typed or pasted', () => {
  test('are shown with what would happen to each, and nothing changes', async () => {
    const known = await makePerson({ name: 'Known Person' })
    await invite(known)
    const before = await everything()
    const trips = watchTrips()
    const page = await look(
      [`Joan <${unique('joan')}>`, known.address.toUpperCase(), unique('joan'), 'nobody at all'].join('\n'),
    )
    expect(trips.count()).toBeLessThanOrEqual(3)
    trips.stop()
    expect(page.status).toBe(200)
    for (const part of [
      unique('joan'),
      'Joan',
      'New account',
      'Known Person',
      'Gets a new one',
      'One person has an invitation that still works',
      'stands in row 1 already',
      'Enter a whole e-mail address',
      'Send to 2 people',
      'Leave out the 2 who cannot be invited',
    ])
      expect(page.html, part).toContain(part)
    expect(page.html).not.toContain('Text message')
    expect(await everything()).toEqual(before)
  })

  test('are invited by a job once they were looked at; the new ones get accounts', async () => {
    const known = await makePerson()
    const page = await look(`"Joan Clarke" <${unique('joan')}>\n${known.address}`)
    const done = await press(page.html)
    expect(done.status).toBe(303)
    expect(done.location).toMatch(/^\/manage\/invitations\/jobs\/job_/)
    const running = await manager.visitor.get(done.location ?? '')
    expect(running.headers.get('refresh')).toBe('4')
    expect(running.html).toContain('0 of 2')
    expect(running.html).toMatch(/<progress[^>]*value="0"[^>]*max="2"/)
    expect((await manager.visitor.get(LIST)).html).toContain('Being sent now')
    await queue.work()
    const over = await manager.visitor.get(done.location ?? '')
    expect(over.headers.get('refresh')).toBeNull()
    expect(over.html).toContain('2 of 2')
    expect((await manager.visitor.get(LIST)).html).not.toContain('Being sent now')
    const [joan] = await inD1(
      'SELECT * FROM accounts WHERE address = ? AND organisation_id = 1',
      unique('joan'),
    )
    expect(joan).toMatchObject({ name: 'Joan Clarke', state: 'invited' })
    for (const address of [unique('joan'), known.address])
      expect(await invitationOf(address)).toMatchObject({
        channel: 'email',
        recipient: address,
        ended_at: null,
      })
  })

  test('with errors are sent only if these are to be left out; what was typed stays', async () => {
    const page = await look(`${unique('good')}\nnobody at all`)
    const refused = await press(page.html)
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('Some people cannot be invited')
    expect(refused.html).toContain('nobody at all')
    const done = await press(refused.html, { skip: 'yes' })
    expect(done.status).toBe(303)
    await queue.work()
    expect(await invitationOf(unique('good'))).toBeDefined()
  })

  test('can be changed before sending: shown again first, and an emptied one is left out', async () => {
    const page = await look(`"Joan" <${unique('jaon')}>\nnobody at all\n${unique('third')}`)
    const fields = fieldsOf(page.html)
    const before = await everything()
    const again = await press(page.html, {
      [fieldOf(fields, unique('jaon'))]: unique('joan'),
      [fieldOf(fields, 'nobody at all')]: '',
    })
    expect([again.status, again.html.includes('with your changes')]).toEqual([200, true])
    expect(await everything()).toEqual(before)
    expect(again.html).toContain('Send to 2 people')
    expect((await press(again.html)).status).toBe(303)
    await queue.work()
    expect(await invitationOf(unique('joan'))).toBeDefined()
    expect(await invitationOf(unique('third'))).toBeDefined()
    expect(await inD1('SELECT id FROM accounts WHERE address = ?', unique('jaon'))).toEqual([])
  })

  test('a changed address cannot bring a second one in with it', async () => {
    const page = await look(unique('one'))
    const name = fieldOf(fieldsOf(page.html), unique('one'))
    const again = await press(page.html, { [name]: `${unique('two')}, ${unique('three')}` })
    expect(again.html).toContain('Enter a whole e-mail address')
    expect(again.html).not.toContain('Send to')
  })

  test('what changed since it was shown is shown again instead of being done', async () => {
    const page = await look(unique('late'))
    await makePerson({ address: unique('late') })
    const moved = await press(page.html)
    expect([moved.status, moved.html.includes('Something has changed since you looked')]).toEqual([422, true])
    expect((await press(moved.html)).status).toBe(303)
  })

  test('another channel than was shown is looked at first; without a message nobody is written to', async () => {
    const page = await look(unique('quiet'))
    const again = await press(page.html, { channel: 'none' })
    expect([again.status, again.html.includes('Make invitations for one person')]).toEqual([200, true])
    const done = await press(again.html)
    await queue.work()
    expect((await manager.visitor.get(done.location ?? '')).html).toContain('Invitations made')
    expect(await invitationOf(unique('quiet'))).toMatchObject({ channel: 'none', status: 'sent' })
    const [count] = await inD1('SELECT count(*) AS n FROM messages WHERE recipient = ?', unique('quiet'))
    expect(count?.n).toBe(0)
  })

  test('a text message is refused where the service sends none', async () => {
    const page = await look(unique('text'), [['channel', 'sms']])
    expect(fieldsOf(page.html)).toContainEqual(['shown_channel', 'email'])
  })

  test.each([
    ['', 'Enter an address'],
    [`${'a@b.example\n'.repeat(3)}${'x'.repeat(922_000)}`, 'more than 900 KB'],
    [
      Array.from({ length: 10_001 }, (_, index) => `p${index}@b.example`).join('\n'),
      'more than 10000 people',
    ],
  ])('%#: what cannot be read says why at the field', async (text, says) => {
    const refused = await look(text)
    expect([refused.status, refused.html.includes(says)]).toEqual([422, true])
  })
})

describe('a CSV file', () => {
  const csv = (text: string) =>
    send(manager, NEW, [
      ['kind', 'csv'],
      ['file', new File([text], 'people.csv')],
    ])

  test('is looked at row by row, and its addresses can be changed', async () => {
    const page = await csv(
      `name;E-Mail;phone;shoe size\r\n=1+1;${unique('ada')};+44 7400 123456;38\r\n\r\nGrace;wrong;;\r\n`,
    )
    expect(page.html).toContain('not read: shoe size')
    expect(page.html).toContain('Address of row 4')
    const name = fieldOf(fieldsOf(page.html), 'wrong')
    const again = await press(page.html, { [name]: unique('grace') })
    expect(again.html).toContain('Send to 2 people')
    expect((await press(again.html)).status).toBe(303)
    const rows = await inD1(
      'SELECT name, phone FROM accounts WHERE address IN (?, ?) ORDER BY address',
      ...[unique('ada'), unique('grace')],
    )
    expect(rows).toEqual([
      { name: '=1+1', phone: '+447400123456' },
      { name: 'Grace', phone: null },
    ])
  })

  test('that is none is refused, and what was pasted stays', async () => {
    const zip = await send(manager, NEW, [
      ['kind', 'csv'],
      ['file', new File([new Uint8Array([80, 75, 3, 4, 0, 0])], 'people.csv')],
    ])
    expect([zip.status, zip.html.includes('This is no CSV file')]).toEqual([422, true])
    const pasted = await send(manager, NEW, [
      ['kind', 'csv'],
      ['text', 'name\nKeep <me>'],
    ])
    expect([pasted.status, pasted.html.includes('one of them must be called address')]).toEqual([422, true])
    expect(pasted.html).toContain('Keep &lt;me&gt;')
  })

  test('of many lists only who cannot be invited', async () => {
    const lines = Array.from({ length: 300 }, (_, index) => unique(`many-${index}`))
    const page = await csv(`address\n${lines.join('\n')}\nwrong one\n`)
    expect(page.html).toContain('These are 301 people')
    const shown = fieldsOf(page.html).filter(([name]) => name.startsWith('address.'))
    expect(shown.map(([, value]) => value)).toEqual(['wrong one'])
    const done = await press(page.html, { skip: 'yes' })
    const [job] = await inD1(
      'SELECT total FROM invitation_jobs WHERE id = ?',
      done.location?.split('/').at(-1),
    )
    expect(job?.total).toBe(300)
  })
})

test('where setup is switched off nobody is invited, and the page says where to switch it on', async () => {
  await inD1('UPDATE organisations SET setup_open = 0 WHERE id = 1')
  const refused = await look(unique('closed'))
  expect([refused.status, refused.html.includes('Switch it on under Device setup')]).toEqual([422, true])
  expect(refused.html).toContain(unique('closed'))
  await inD1('UPDATE organisations SET setup_open = 1 WHERE id = 1')
})
