import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { makeEntrances } from '../../../src/accounts/index.ts'
import { MINUTE } from '../../../src/kernel/time.ts'
import { openDatabase } from '../../../src/runtime/database.ts'
import { enterByPasskey, makeFirstPasskey } from '../../support/sign-in.ts'
import { makeVisitor, type Visitor } from '../../support/visitor.ts'
import { BASE, bindings, inD1, seedWorld, services, time } from '../../support/world.ts'

beforeAll(seedWorld)
let visitor: Visitor
beforeEach(() => {
  time.start()
  visitor = makeVisitor()
})
afterEach(() => vi.restoreAllMocks())

const SECRET = bindings.bootstrapSecret ?? ''
const KATHERINE = { email: 'katherine@latchkey.example', name: 'Katherine Johnson' }
const database = openDatabase(bindings.db)
const entrancesWith = (bootstrapSecret: string | null) =>
  makeEntrances({ database, baseUrl: BASE, bootstrapSecret })

const refusals = () => inD1("SELECT id FROM audit WHERE organisation_id = 0 AND action = 'bootstrap.refused'")
const supervisors = () => inD1('SELECT id FROM accounts WHERE organisation_id = 0')

// In the order of the life of an installation: the secret can be used once only.

test('what is wrong with the form stands at its fields; the secret is never given back', async () => {
  const page = await visitor.get('/supervise/claim')
  expect(page.html).toContain('name="secret"')
  const refused = await visitor.post('/supervise/claim', { secret: SECRET, email: 'kat <b>', name: '' })
  expect(refused.status).toBe(422)
  expect(refused.html).toContain('value="kat &lt;b&gt;"')
  expect(refused.html).not.toContain(SECRET)
  expect(await supervisors()).toEqual([])
})

test('a wrong secret makes nobody; however often, the audit has one row a quarter of an hour', async () => {
  for (const secret of ['wrong', `${SECRET}x`, SECRET.slice(1), 'wrong']) {
    const refused = await visitor.post('/supervise/claim', { ...KATHERINE, secret })
    expect([refused.status, refused.html.includes(KATHERINE.email)]).toEqual([403, true])
  }
  expect(await refusals()).toHaveLength(1)
  time.pass(15 * MINUTE)
  await visitor.post('/supervise/claim', { ...KATHERINE, secret: 'wrong' })
  expect(await refusals()).toHaveLength(2)
  expect(await supervisors()).toEqual([])
})

test('the secret makes one supervisor, even for two at the same time, who then makes a passkey', async () => {
  const other = makeVisitor()
  const [one, two] = await Promise.all([
    visitor.post('/supervise/claim', { ...KATHERINE, secret: SECRET }),
    other.post('/supervise/claim', { email: 'thief@evil.example', name: 'Thief', secret: SECRET }),
  ])
  expect([one.status, two.status].sort()).toEqual([303, 403])
  expect(await supervisors()).toHaveLength(1)
  const { authenticator, made } = await makeFirstPasskey(one.status === 303 ? visitor : other)
  expect(made.location).toBe('/supervise')
  expect((await enterByPasskey(makeVisitor(), authenticator)).location).toBe('/supervise')
  expect(await inD1("SELECT detail FROM audit WHERE action = 'bootstrap.used'")).toHaveLength(1)
  const everything = JSON.stringify([
    await inD1('SELECT * FROM spent_once'),
    await inD1('SELECT * FROM audit'),
  ])
  expect(everything).not.toContain(SECRET)
})

test('afterwards the page is shut, and the used secret is refused in the words for a wrong one', async () => {
  const page = await visitor.get('/supervise/claim')
  expect(page.html).not.toContain('name="secret"')
  const before = (await refusals()).length
  time.pass(60 * MINUTE)
  const used = await visitor.post('/supervise/claim', { ...KATHERINE, secret: SECRET })
  const wrong = await visitor.post('/supervise/claim', { ...KATHERINE, secret: 'wrong' })
  expect([used.status, wrong.status]).toEqual([403, 403])
  expect(used.html).toBe(wrong.html)
  expect(await refusals()).toHaveLength(before + 1)
  expect(await supervisors()).toHaveLength(1)
})

test('a new secret brings back a supervisor who lost every passkey, and never forgets the old one', async () => {
  const [{ address } = { address: '' }] = await inD1('SELECT address FROM accounts WHERE organisation_id = 0')
  const form = { email: String(address), name: 'Anybody', secret: 'another-bootstrap-secret' }
  time.pass(MINUTE)
  await services.accounts.deleteEnded(time.now() + 1000 * 60 * MINUTE)
  expect(await entrancesWith(SECRET).readBootstrap()).toBe('used')
  const claimed = await entrancesWith(form.secret).claim(form, 'en', time.now())
  if (!claimed.ok) throw new Error(claimed.error.code)
  expect(claimed.value).toMatchObject({ organisationId: 0, replaces: true })
  expect(await supervisors()).toHaveLength(1)
  expect(await inD1('SELECT id FROM web_sessions WHERE organisation_id = 0')).toEqual([])
})

test('without a secret nobody claims anything', async () => {
  const entrances = entrancesWith(null)
  expect(await entrances.readBootstrap()).toBe('unconfigured')
  for (const secret of ['', 'null', 'undefined']) {
    const claimed = await entrances.claim({ ...KATHERINE, secret }, 'en', time.now())
    expect(claimed).toEqual({ ok: false, error: { code: 'unconfigured' } })
  }
})
