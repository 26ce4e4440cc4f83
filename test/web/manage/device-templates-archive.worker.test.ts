import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { makeManager, type TestStaff } from '../../support/staff.ts'
import { catchMail, makeVisitor, register } from '../../support/visitor.ts'
import {
  d1Prototype,
  inD1,
  issueCode,
  makePerson,
  makeTestDevice,
  seedWorld,
  services,
  settle,
  time,
} from '../../support/world.ts'
import {
  ACME,
  auditOf,
  find,
  makeForeignTemplate,
  makeTemplate,
  openEditor,
  PATH,
  SAVE,
} from './device-templates-support.ts'

/** Nothing that is in use goes away under somebody's hands (fault 35). */

let manager: TestStaff
const offer = (platform: string, id: string) =>
  inD1('INSERT OR REPLACE INTO organisation_platforms VALUES (1, ?, ?, 0)', platform, id)
const withdraw = (platform: string) =>
  inD1('DELETE FROM organisation_platforms WHERE organisation_id = 1 AND platform = ?', platform)
let agentTemplate = ''
beforeAll(async () => {
  time.start()
  await seedWorld()
  agentTemplate = (await services.templates.findOffered(ACME, 'agent'))?.id ?? ''
})
beforeEach(async () => {
  time.start()
  manager = await makeManager()
})
afterEach(async () => {
  vi.restoreAllMocks()
  await inD1('UPDATE device_templates SET archived_at = NULL WHERE id = ?', agentTemplate)
  await offer('agent', agentTemplate)
})

describe('archiving', () => {
  test('asks first, then it leaves the list, and comes back when asked', async () => {
    const { id, path } = await makeTemplate(manager.visitor, 'linux', 'Retiring')
    const asked = await manager.visitor.get(`${path}/archive`)
    expect(asked.html).toContain('No device uses it.')
    expect((await find(id))?.archivedAt).toBeNull()
    expect((await manager.visitor.post(`${path}/archive`, {})).location).toBe(`${PATH}?done=archived`)
    expect((await manager.visitor.get(PATH)).html).not.toContain('Retiring')
    expect((await manager.visitor.get(`${PATH}?show=archived`)).html).toContain('Retiring')
    const page = await manager.visitor.get(path)
    expect(page.html).toContain(`action="${path}/unarchive"`)
    expect((await manager.visitor.get(`${path}/archive`)).location).toBe(path)
    expect((await manager.visitor.post(`${path}/unarchive`, {})).location).toBe(`${path}?done=unarchived`)
    expect((await manager.visitor.get(PATH)).html).toContain('Retiring')
    expect((await auditOf(id)).map(({ action }) => action)).toEqual([
      'device_template.created',
      'device_template.archived',
      'device_template.restored',
    ])
  })

  test('is refused while device setup offers it, by GET and by POST, and says where to go', async () => {
    const path = `${PATH}/${agentTemplate}`
    const asked = await manager.visitor.get(`${path}/archive`)
    expect(asked.html).toContain('It is offered in device setup')
    expect(asked.html).not.toContain('<form method="post" action="/manage/device-templates')
    const refused = await manager.visitor.post(`${path}/archive`, {})
    expect(refused.status).toBe(409)
    expect(refused.html).toContain('href="/manage/setup')
    expect((await find(agentTemplate))?.archivedAt).toBeNull()
    expect((await auditOf(agentTemplate)).map(({ action }) => action)).not.toContain(
      'device_template.archived',
    )
  })

  test('is refused where setup begins to offer it at that very moment, and leaves no trace', async () => {
    const { id, path } = await makeTemplate(manager.visitor)
    const batch = d1Prototype.batch
    vi.spyOn(d1Prototype, 'batch').mockImplementationOnce(async function (this: D1Database, statements) {
      await offer('chromeos', id)
      return batch.call(this, statements) as never
    })
    const answer = await manager.visitor.post(`${path}/archive`, {})
    expect(answer.location).toBe(`${path}/archive`)
    expect((await manager.visitor.get(`${path}/archive`)).html).toContain('It is offered in device setup')
    expect((await find(id))?.archivedAt).toBeNull()
    expect(await auditOf(id)).toHaveLength(1)
    await withdraw('chromeos')
  })

  test('at the very moment in which setup begins to offer it keeps setup from it, and says so', async () => {
    const { id } = await makeTemplate(manager.visitor, 'chromeos')
    const batch = d1Prototype.batch
    const rows = () => inD1('SELECT * FROM organisation_platforms WHERE organisation_id = 1 ORDER BY 2')
    const before = await rows()
    const form = Object.fromEntries(
      before.map((row) => [`platform.${row.platform}`, String(row.device_template_id)]),
    )
    vi.spyOn(d1Prototype, 'batch')
      // The first one reads what there is to choose from.
      .mockImplementationOnce(function (this: D1Database, statements) {
        return batch.call(this, statements) as never
      })
      .mockImplementationOnce(async function (this: D1Database, statements) {
        await inD1('UPDATE device_templates SET archived_at = 1 WHERE id = ?', id)
        return batch.call(this, statements) as never
      })
    const answer = await manager.visitor.post('/manage/setup/devices', {
      panel: 'platforms',
      ...form,
      'platform.chromeos': id,
    })
    expect(answer.status).toBe(422)
    expect(answer.html).toContain('id="platform.chromeos-error"')
    expect(await rows()).toEqual(before)
  })

  test('twice at once leaves one trace', async () => {
    const { id, path } = await makeTemplate(manager.visitor)
    await Promise.all([1, 2, 3].map(() => manager.visitor.post(`${path}/archive`, {})))
    await manager.visitor.post(`${path}/archive`, {})
    expect((await auditOf(id)).map(({ action }) => action)).toEqual([
      'device_template.created',
      'device_template.archived',
    ])
    await Promise.all([1, 2].map(() => manager.visitor.post(`${path}/unarchive`, {})))
    expect(await auditOf(id)).toHaveLength(3)
  })

  test('says how many living devices keep it', async () => {
    const person = await makePerson()
    const code = await issueCode(person)
    await (await makeTestDevice()).redeem({ code: code.code })
    await settle(person.account.ref)
    await withdraw('agent')
    const { html } = await manager.visitor.get(`${PATH}/${agentTemplate}/archive`)
    expect(html).toMatch(/One device uses it\.|\d+ devices use it\./)
    expect((await manager.visitor.get(PATH)).html).toContain('in use')
  })
})

describe('archived while somebody is setting up', () => {
  test('a code that was issued before is redeemed, and its device gets its settings', async () => {
    const person = await makePerson()
    const code = await issueCode(person)
    await withdraw('agent')
    expect((await manager.visitor.post(`${PATH}/${agentTemplate}/archive`, {})).status).toBe(303)

    const device = await makeTestDevice()
    const redeemed = await device.redeem({ code: code.code })
    expect(redeemed.status).toBe(201)
    await settle(person.account.ref)
    const { token } = redeemed.body.credential
    const configuration = await device.configuration(token)
    expect(configuration.status).toBe(200)
    expect(configuration.body.template.id).toBe(agentTemplate)
    expect(await device.checkIn(token)).toMatchObject({ status: 200, body: { status: 'active' } })
  })

  test('a link that was sent before still opens, and is claimed', async () => {
    const [own] = await inD1(
      "SELECT device_template_id AS id FROM organisation_platforms WHERE platform = 'linux'",
    )
    const linux = String(own?.id)
    const person = await makePerson()
    const code = await issueCode(person, { platform: 'linux' })
    const link = `/p/${code.ref}?k=${code.secret}`
    const laptop = makeVisitor()
    expect((await laptop.get(link)).status).toBe(200)
    await withdraw('linux')
    expect((await manager.visitor.post(`${PATH}/${linux}/archive`, {})).status).toBe(303)
    expect((await laptop.get(link)).status).toBe(200)
    const claimed = await laptop.post(`/p/${code.ref}`, { k: code.secret })
    expect(claimed.location).toContain(`/p/${code.ref}/dev_`)
    expect((await laptop.get(claimed.location ?? '')).status).toBe(200)
    await manager.visitor.post(`${PATH}/${linux}/unarchive`, {})
    await offer('linux', linux)
  })

  test('who has not chosen yet is told that the device is not offered, and may choose another', async () => {
    const visitor = makeVisitor()
    await register(visitor, catchMail(), 'between@acme.example')
    expect((await visitor.get('/setup/acme/device')).html).toContain('value="agent"')
    await withdraw('agent')
    await manager.visitor.post(`${PATH}/${agentTemplate}/archive`, {})
    const refused = await visitor.post('/setup/acme/device', { platform: 'agent', ownership: 'company' })
    expect(refused.status).toBe(422)
    expect(refused.html).not.toContain('value="agent"')
    expect(refused.html).toContain('value="linux"')
  })
})

test("another organisation's template does not exist, wherever its id is named", async () => {
  const theirs = await makeForeignTemplate()
  const path = `${PATH}/${theirs.id}`
  const { visitor } = manager
  const own = await makeTemplate(visitor)
  const editor = await openEditor(visitor, own.path)
  const stolen = { ...editor.fields(), template: theirs.id, name: 'Ours now' }
  const answers = [
    await visitor.get(path),
    await visitor.get(`${path}/preview`),
    await visitor.get(`${path}/history`),
    await visitor.get(`${path}/history/1`),
    await visitor.post(`${path}/history/1`, {}),
    await visitor.get(`${path}/copy`),
    await visitor.post(`${path}/copy`, { platform: 'linux', name: 'Stolen' }),
    await visitor.get(`${path}/archive`),
    await visitor.post(`${path}/archive`, {}),
    await visitor.post(`${path}/unarchive`, {}),
    await visitor.post(SAVE, { ...stolen, do: 'save' }),
    await visitor.post(SAVE, { ...stolen, do: 'save', version: '99' }),
    await visitor.post(SAVE, { ...stolen, do: 'preview' }),
    await visitor.post(SAVE, { ...stolen, add: 'wifi' }),
    await visitor.post(SAVE, { do: 'save' }),
  ]
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404))
  expect(answers.some(({ html }) => html.includes('Theirs alone'))).toBe(false)
  expect((await visitor.get(PATH)).html).not.toContain('Theirs alone')
  expect(await services.templates.findTemplate(2, theirs.id)).toMatchObject({
    name: 'Theirs alone',
    version: 1,
    archivedAt: null,
  })
  expect(await services.templates.readHistory(ACME, theirs.id, null)).toEqual({ rows: [], next: null })
})
