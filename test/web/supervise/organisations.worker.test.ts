import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { makeManager, makeSupervisor, type TestStaff } from '../../support/staff.ts'
import { makeVisitor, visitorOf } from '../../support/visitor.ts'
import {
  inD1,
  issueCode,
  makePerson,
  makeTestDevice,
  seedWorld,
  services,
  settle,
  time,
  watchTrips,
} from '../../support/world.ts'

beforeAll(seedWorld)
let staff: TestStaff
beforeEach(async () => {
  time.start()
  staff = await makeSupervisor()
})
afterEach(() => vi.restoreAllMocks())

const get = (path: string) => staff.visitor.get(path)
const post = (path: string, form: Record<string, string> = {}) => staff.visitor.post(path, form)

let made = 0
async function make(change: Record<string, string> = {}) {
  made += 1
  const form = {
    name: `Nova ${made}`,
    slug: `nova-${made}`,
    siteId: String(80_000 + made),
    accent: '#17559a',
  }
  const created = await post('/supervise/organisations/new', { ...form, ...change })
  expect(created.status).toBe(303)
  return created.location?.split('?')[0] ?? ''
}

describe('a supervisor', () => {
  test('makes an organisation with a site id that was suggested, and reads what is missing', async () => {
    const { html } = await get('/supervise/organisations/new')
    const siteId = /name="siteId"[^>]* value="(\d{5})"/.exec(html)?.[1] ?? ''
    const path = await make({ name: 'Nova & Söhne', slug: 'nova', siteId })
    const page = await get(`${path}?done=created`)
    expect(page.html).toContain('The organisation is there, switched off')
    expect(page.html).toContain('Invite a manager: nobody looks after')
    expect(page.html).toContain('Until then no address is accepted')
    expect(page.html).toContain('Nova &amp; Söhne')
    expect((await get('/supervise?q=nova')).html).toContain('/setup/nova')
    expect((await makeVisitor().get('/setup/nova')).status).toBe(503)
  })

  test('is told what is taken at the field, and what was typed stays', async () => {
    const form = { name: 'Other "Acme"', slug: 'acme', siteId: '4711', accent: '#aa0000' }
    const refused = await post('/supervise/organisations/new', form)
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('id="slug-error"')
    expect(refused.html).toContain('id="siteId-error"')
    expect(refused.html).toContain('value="Other &quot;Acme&quot;"')
    expect(refused.html).toContain('value="#aa0000"')
  })

  test('renames one; the old link ends, the new one opens', async () => {
    const path = await make()
    await post(`${path}/on`)
    const before = await get(path)
    expect(before.html).toContain('QR codes with the old one stop working')
    const slug = `renamed-${made}`
    const saved = await post(path, { name: 'Renamed', slug, siteId: String(80_000 + made) })
    expect(saved.location).toBe(`${path}?done=saved`)
    expect((await makeVisitor().get(`/setup/nova-${made}`)).status).toBe(404)
    expect((await makeVisitor().get(`/setup/${slug}`)).status).toBe(200)
    const refused = await post(path, { name: 'Typed', slug: 'acme', siteId: '1' })
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('value="Typed"')
  })

  test('an id that is none, organisation 0 and another organisation’s manager are not found', async () => {
    const { account } = await makeManager()
    const path = await make()
    for (const id of ['0', '999', '-1', '1e3', 'x', '01'])
      for (const rest of ['', '/off', '/on', '/managers/acc_1'])
        expect((await get(`/supervise/organisations/${id}${rest}`)).status, `${id}${rest}`).toBe(404)
    for (const act of ['/remove', '/recovery', '/invite-again'])
      expect((await post(`${path}/managers/${account.id}${act}`)).status, act).toBe(404)
    expect((await get(`${path}/managers/${account.id}`)).status).toBe(404)
    expect((await post('/supervise/organisations/0/managers', { email: 'a@b.example' })).status).toBe(404)
    expect((await post('/supervise/organisations/0/off')).status).toBe(404)
    expect(await inD1('SELECT role FROM accounts WHERE id = ?', account.id)).toEqual([{ role: 'manager' }])
  })

  test('invites a manager, makes a recovery link that is shown once, and removes them', async () => {
    const path = await make()
    const invited = await post(`${path}/managers`, { email: 'grace@nova.example' })
    expect(invited.location).toBe(`${path}?done=invited`)
    const [account] = await inD1("SELECT id FROM accounts WHERE address = 'grace@nova.example'")
    const one = `${path}/managers/${account?.id}`
    expect((await get(one)).html).toContain('Send the invitation again')
    expect((await post(`${one}/invite-again`)).location).toBe(`${one}?done=reminded`)
    const again = await post(`${path}/managers`, { email: 'grace@nova.example' })
    expect([again.status, again.html.includes('This person is a manager here already.')]).toEqual([422, true])
    expect(again.html).toContain('value="grace@nova.example"')

    await inD1("UPDATE accounts SET state = 'active' WHERE id = ?", account?.id)
    expect((await get(`${one}/recovery`)).html).toContain('works once, within a day')
    const link = await post(`${one}/recovery`)
    expect(link.status).toBe(200)
    expect(link.headers.get('cache-control')).toBe('no-store')
    expect(link.html).toMatch(/\/sign-in\/recover\?k=[\w-]{43}/)
    expect((await get(one)).html).not.toContain('recover?k=')

    const asked = await get(`${one}/remove`)
    expect(asked.html).toContain('Nobody else manages this organisation.')
    expect((await post(`${one}/remove`)).location).toBe(`${path}?done=removed`)
    expect((await get(one)).status).toBe(404)
  })

  test('every page and act asks D1 at most three times', async () => {
    const path = await make()
    await post(`${path}/managers`, { email: `trips-${made}@nova.example` })
    const [account] = await inD1('SELECT id FROM accounts WHERE address = ?', `trips-${made}@nova.example`)
    const one = `${path}/managers/${account?.id}`
    const names = { name: 'N', slug: `nova-${made}`, siteId: String(80_000 + made), accent: '#17559a' }
    const trips: Record<string, number> = {}
    const count = async (name: string, work: () => Promise<unknown>) => {
      const watched = watchTrips()
      await work()
      trips[name] = watched.count()
      watched.stop()
    }
    for (const page of [
      '/supervise',
      '/supervise?q=n',
      '/supervise/organisations/new',
      path,
      `${path}/off`,
      one,
    ])
      await count(`GET ${page}`, () => get(page))
    await count('POST new, refused', () => post('/supervise/organisations/new', names))
    await count('POST new', () =>
      post('/supervise/organisations/new', { ...names, slug: 'three', siteId: '33333' }),
    )
    await count('POST names', () => post(path, { ...names, name: 'Other' }))
    await count('POST names, taken', () => post(path, { ...names, slug: 'acme' }))
    await count('POST invite', () => post(`${path}/managers`, { email: 'new@nova.example' }))
    await count('POST invite, refused', () => post(`${path}/managers`, { email: 'new@nova.example' }))
    await count('POST invite again', () => post(`${one}/invite-again`))
    await count('POST recovery', () => post(`${one}/recovery`))
    await count('POST remove', () => post(`${one}/remove`))
    await count('POST on', () => post(`${path}/on`))
    await count('POST off', () => post(`${path}/off`))
    for (const [name, number] of Object.entries(trips)) expect(number, name).toBeLessThanOrEqual(3)
  })
})

describe('an organisation that is switched off mid-flow', () => {
  const off = () => post('/supervise/organisations/1/off')
  const on = () => post('/supervise/organisations/1/on')
  afterEach(on)

  test('is asked about once; people, owners and managers are turned away at their next request', async () => {
    const person = await makePerson()
    const owner = visitorOf(person)
    const manager = await makeManager()
    expect((await owner.get('/setup/acme/device')).status).toBe(200)
    expect((await manager.visitor.get('/manage')).status).toBe(200)

    const asked = await get('/supervise/organisations/1/off')
    expect(asked.html).toContain('Nothing is deleted')
    expect((await owner.get('/setup/acme/device')).status).toBe(200)
    expect((await off()).location).toBe('/supervise/organisations/1?done=off')

    for (const answer of [
      await makeVisitor().get('/setup/acme'),
      await owner.get('/setup/acme/device'),
      await owner.post('/setup/acme/device', { platform: 'agent', ownership: 'company' }),
      await manager.visitor.get('/manage'),
      await manager.visitor.post('/manage/setup', { panel: 'identity', name: 'Taken over' }),
    ]) {
      expect(answer.status).toBe(503)
      expect(answer.html).toContain('<h1')
    }
    expect(await inD1('SELECT name FROM organisations WHERE id = 1')).toEqual([{ name: 'Acme Robotics' }])
    await on()
    expect((await owner.get('/setup/acme/device')).status).toBe(200)
    expect((await manager.visitor.get('/manage')).status).toBe(200)
  })

  test('refuses at redeem, code untouched, and at check-in; switched on again both go on', async () => {
    const [one, two] = [await makePerson(), await makePerson()]
    const [code, living] = [await issueCode(one), await issueCode(two)]
    const [device, older] = [await makeTestDevice(), await makeTestDevice()]
    const { body } = await older.redeem({ code: living.code })
    const { token } = body.credential
    expect((await older.checkIn(token)).status).toBe(200)
    await settle(living.ref)
    await off()
    const refused = await device.redeem({ code: code.code })
    expect([refused.status, refused.body.code]).toEqual([403, 'setup_disabled'])
    const checked = await older.checkIn(token)
    expect([checked.status, checked.body.code]).toEqual([403, 'setup_disabled'])
    const link = await makeVisitor().get(`/p/${code.ref}?k=${code.secret}`)
    expect([link.status, link.html.includes('<h1')]).toEqual([503, true])
    await on()
    expect((await device.redeem({ code: code.code })).status).toBe(201)
    expect((await older.checkIn(token)).status).toBe(200)
  })

  test('its page leads to its audit', async () => {
    const path = await make({ name: 'Audited Ltd' })
    const link = /href="(\/supervise\/audit\?organisation=\d+)"/.exec((await get(path)).html)?.[1] ?? ''
    expect(link.endsWith(`=${path.split('/').at(-1)}`)).toBe(true)
    const audit = await get(link)
    expect(audit.html).toContain('Organisation “Audited Ltd” created')
  })

  test('stands in the audit of the organisation, with who did it', async () => {
    await off()
    await off()
    const rows = await inD1(
      "SELECT actor_kind, actor_id FROM audit WHERE organisation_id = 1 AND action = 'organisation.switched_off' AND actor_id = ?",
      staff.account.id,
    )
    expect(rows).toEqual([{ actor_kind: 'supervisor', actor_id: staff.account.id }])
    expect((await services.organisations.findActive(1))?.enabled).toBeUndefined()
  })
})
