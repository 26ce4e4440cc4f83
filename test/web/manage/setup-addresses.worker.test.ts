import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { makeManager, type TestStaff } from '../../support/staff.ts'
import { catchMail, makeVisitor, type Visitor } from '../../support/visitor.ts'
import { bindings, inD1, seedWorld, services, time, watchTrips } from '../../support/world.ts'

const RULE = '[^@]+@acme\\.example'
const PAGE = '/manage/setup/addresses'

let manager: TestStaff
let visitor: Visitor
beforeAll(async () => {
  time.start()
  await seedWorld()
})
beforeEach(async () => {
  time.start()
  manager = await makeManager()
  visitor = manager.visitor
})
afterEach(async () => {
  vi.restoreAllMocks()
  await inD1('UPDATE organisations SET email_rule = ? WHERE id = 1', RULE)
  await inD1('DELETE FROM email_exceptions')
})

const storedRule = async () =>
  (await inD1('SELECT email_rule FROM organisations WHERE id = 1'))[0]?.email_rule
const listed = () => inD1('SELECT address, verdict FROM email_exceptions ORDER BY address')
const saveRule = (emailRule: string, more: Record<string, string> = {}) =>
  visitor.post(PAGE, { panel: 'rule', emailRule, hintEn: '', hintDe: '', act: 'save', ...more })
const except = (addresses: string, verdict: string) =>
  visitor.post(PAGE, { panel: 'exceptions', addresses, verdict })

describe('the tester', () => {
  test('says of each address whether it matches and why not, without script, and saves nothing', async () => {
    await except('mallory@acme.example', 'refuse')
    const tryThese =
      'ada@acme.example\nada@acme.example.evil.example\nmallory@acme.example\nädä@acme.example\n<b>'
    const page = await saveRule('.*@acme.example', { act: 'try', tryThese })
    expect(page.status).toBe(200)
    expect(page.html).toContain('Matches the rule.')
    expect(page.html).toContain('Only “ada@acme.example” matches.')
    expect(page.html).toContain('refused whatever the rule says')
    expect(page.html).toContain('Has letters that e-mail addresses cannot have here')
    expect(page.html).toContain('&lt;b&gt;')
    expect(page.html).not.toContain('<b>')
    expect(page.html).toContain('A dot stands for any character')
    expect(page.html).toContain('.*@acme\\.example</code>')
    expect(await storedRule()).toBe(RULE)
  })

  test('of a rule that is none says why, and keeps rule and addresses', async () => {
    const page = await saveRule('(a', { act: 'try', tryThese: 'ada@acme.example' })
    expect(page.status).toBe(422)
    expect(page.html).toContain('id="emailRule-error"')
    expect(page.html).toContain('>(a</textarea>')
    expect(page.html).toContain('>ada@acme.example</textarea>')
  })

  test('sends nothing and asks no address gate', async () => {
    const get = vi.spyOn(bindings.addressGates, 'get')
    const send = vi.spyOn(bindings.messages, 'send')
    await saveRule('.*', { act: 'try', tryThese: 'ada@acme.example' })
    expect([get.mock.calls.length, send.mock.calls.length]).toEqual([0, 0])
  })
})

describe('an expensive rule is refused when it is saved, with the reason', () => {
  test.each([
    ['(((a{100}){100}){100})', /would take too long|not a pattern/],
    ['((a{1,30}){1,30})@x', /would take too long/],
    ['(x{1,500}y{1,500}){1,10}', /would take too long|not a pattern/],
    ['a'.repeat(513), /at most 512 characters/],
    ['(a)\\1', /not a pattern/],
    ['(?=a)a', /not a pattern/],
    ['(?<=a)a', /not a pattern/],
    ['a**', /not a pattern/],
    ['[a-', /not a pattern/],
  ])('%s', async (pattern, reason) => {
    const page = await saveRule(pattern)
    expect(page.status).toBe(422)
    expect(/<p id="emailRule-error"[^>]*>([\s\S]*?)<\/p>/.exec(page.html)?.[1]).toMatch(reason)
    expect(await storedRule()).toBe(RULE)
  })

  test.each(['(a+)+@x', '(a|a)*b@acme\\.example', '(.*)*@x'])(
    '%s stalls only other engines: it is saved, and long addresses are answered at once',
    async (pattern) => {
      expect((await saveRule(pattern)).status).toBe(303)
      const email = `${'a'.repeat(64)}@${'a'.repeat(60)}.example`
      expect((await makeVisitor().post('/setup/acme', { email })).status).toBe(422)
    },
  )
})

test('a saved rule decides at once, and the audit tells what it was', async () => {
  expect((await saveRule('[^@]+@beta\\.example', { hintEn: 'addresses of Beta' })).location).toBe(
    `${PAGE}?done=rule`,
  )
  const refused = await makeVisitor().post('/setup/acme', { email: 'ada@acme.example' })
  expect([refused.status, refused.html.includes('addresses of Beta')]).toEqual([422, true])
  expect((await makeVisitor().post('/setup/acme', { email: 'ada@beta.example' })).status).toBe(303)
  const [row] = await inD1(
    "SELECT detail FROM audit WHERE action = 'organisation.configured' ORDER BY rowid DESC LIMIT 1",
  )
  expect(JSON.parse(String(row?.detail)).changes).toContainEqual({
    field: 'emailRule',
    before: RULE,
    after: '[^@]+@beta\\.example',
  })
})

describe('exceptions', () => {
  test('are added one a line, normalised, told in the audit, and removed after asking once', async () => {
    const added = await except(' Guest+1@PARTNER.example \n\nbob@partner.example', 'accept')
    expect(added.location).toBe(`${PAGE}?done=exceptions#exceptions`)
    await except('bob@partner.example', 'refuse')
    expect(await listed()).toEqual([
      { address: 'bob@partner.example', verdict: 'refuse' },
      { address: 'guest+1@partner.example', verdict: 'accept' },
    ])
    const page = await visitor.get(PAGE)
    const [, path = ''] = /href="(\/manage\/setup\/exceptions\/guest[^"]+)"/.exec(page.html) ?? []
    expect((await visitor.get(path)).html).toContain('guest+1@partner.example')
    expect(await listed()).toHaveLength(2)
    expect((await visitor.post(path, {})).status).toBe(303)
    expect(await listed()).toEqual([{ address: 'bob@partner.example', verdict: 'refuse' }])
    expect((await visitor.post(path, {})).status).toBe(404)
    const rows = await inD1(
      "SELECT action, detail FROM audit WHERE action LIKE 'email_exception.%' ORDER BY rowid",
    )
    expect(rows.slice(-3).map((row) => [row.action, JSON.parse(String(row.detail)).changes])).toEqual([
      [
        'email_exception.added',
        [
          { field: 'guest+1@partner.example', before: null, after: 'accept' },
          { field: 'bob@partner.example', before: null, after: 'accept' },
        ],
      ],
      ['email_exception.added', [{ field: 'bob@partner.example', before: 'accept', after: 'refuse' }]],
      ['email_exception.removed', [{ field: 'guest+1@partner.example', before: 'accept', after: null }]],
    ])
  })

  test.each([
    "o'hara/x@partner.example",
    'a%25b@partner.example',
    'a?b#c@partner.example',
    'a&b=c@x.example',
  ])('%s is removed as it stands there', async (address) => {
    await except(address, 'accept')
    expect(await listed()).toHaveLength(1)
    await visitor.post(`/manage/setup/exceptions/${encodeURIComponent(address)}/remove`, {})
    expect(await listed()).toEqual([])
  })

  test('of another organisation are not there', async () => {
    await inD1("INSERT INTO email_exceptions VALUES (0, 'x@foreign.example', 'accept', 1)")
    expect((await visitor.get(PAGE)).html).not.toContain('x@foreign.example')
    expect((await visitor.post('/manage/setup/exceptions/x%40foreign.example/remove', {})).status).toBe(404)
    expect(await listed()).toHaveLength(1)
  })

  test('are at most 200', async () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, index) => `p${index}@x.example`).join('\n')
    expect((await except(many(200), 'accept')).status).toBe(303)
    const trips = watchTrips()
    const page = await except('one-more@x.example', 'accept')
    expect(trips.count()).toBeLessThanOrEqual(3)
    trips.stop()
    expect([page.status, page.html.includes('At most 200.')]).toEqual([422, true])
    expect((await except('p7@x.example', 'refuse')).status).toBe(303)
    expect(await listed()).toHaveLength(200)
  })
})

describe('at the door the exceptions say first, then the rule', () => {
  test('a person whom only an exception accepts registers, with at most three questions to D1 a request', async () => {
    await except('guest@partner.example', 'accept')
    const mail = catchMail()
    const person = makeVisitor()
    const ask = async <Answer>(work: () => Promise<Answer>) => {
      const trips = watchTrips()
      const answer = await work()
      const count = trips.count()
      trips.stop()
      expect(count).toBeLessThanOrEqual(3)
      return answer
    }
    const started = await ask(() => person.post('/setup/acme', { email: 'Guest@partner.example' }))
    expect(started.status).toBe(303)
    const code = await mail.codeFor('guest@partner.example')
    await ask(() => person.get('/setup/acme/code'))
    expect((await ask(() => person.post('/setup/acme/code', { code }))).location).toBe('/setup/acme/about')
    expect(await inD1("SELECT state FROM accounts WHERE address = 'guest@partner.example'")).toEqual([
      { state: 'active' },
    ])
  })

  test('a person whom an exception refuses gets no code, whatever the rule says', async () => {
    await except('mallory@acme.example', 'refuse')
    const get = vi.spyOn(bindings.addressGates, 'get')
    for (const email of ['mallory@acme.example', ' MALLORY@ACME.example'])
      expect((await makeVisitor().post('/setup/acme', { email })).status).toBe(422)
    expect(get).not.toHaveBeenCalled()
    expect((await makeVisitor().post('/setup/acme', { email: 'ada@acme.example' })).status).toBe(303)
  })

  test.each([
    'guest@partner.example.evil.example',
    'guest@evil.example',
    'xguest@partner.example',
    'guest@partner.example\n',
    'guest@p\u0430rtner.example',
    'gue\u017ft@partner.example',
    'guest+tag@partner.example',
  ])('%j does not pass by the exception of another address', async (email) => {
    await except('guest@partner.example', 'accept')
    const get = vi.spyOn(bindings.addressGates, 'get')
    expect((await makeVisitor().post('/setup/acme', { email })).status).toBe(422)
    expect(get).not.toHaveBeenCalled()
  })

  test('an exception that comes between mail and code counts: no account is made', async () => {
    const mail = catchMail()
    const person = makeVisitor()
    await person.post('/setup/acme', { email: 'late@acme.example' })
    const code = await mail.codeFor('late@acme.example')
    await except('late@acme.example', 'refuse')
    expect((await person.post('/setup/acme/code', { code })).status).toBe(422)
    expect(await inD1("SELECT id FROM accounts WHERE address = 'late@acme.example'")).toEqual([])
  })

  test('the exception of one organisation is none at another', async () => {
    const door = await services.organisations.openDoor('acme')
    if (!door.ok) throw new Error('closed')
    await except('guest@partner.example', 'accept')
    const { organisation } = door.value
    const { organisations } = services
    expect(await organisations.admitsAddress(organisation, 'guest@partner.example')).toBe(true)
    expect(await organisations.admitsAddress({ ...organisation, id: 0 }, 'guest@partner.example')).toBe(false)
  })

  test('known and unknown people cause the same work', async () => {
    const work = async (email: string) => {
      const trips = watchTrips()
      const page = await makeVisitor().post('/setup/acme', { email })
      const calls = trips.count()
      trips.stop()
      return [page.status, calls]
    }
    expect(await work(manager.address)).toEqual(await work('stranger@acme.example'))
    await except(`${manager.address}\nnobody@acme.example`, 'refuse')
    expect(await work(manager.address)).toEqual(await work('nobody@acme.example'))
  })
})
