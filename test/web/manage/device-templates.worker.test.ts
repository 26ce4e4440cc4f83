import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { MINUTE } from '../../../src/kernel/time.ts'
import { makeManager, type TestStaff } from '../../support/staff.ts'
import { inD1, seedWorld, services, time, watchTrips } from '../../support/world.ts'
import {
  ACME,
  auditOf,
  find,
  makeEditor,
  makeTemplate,
  openEditor,
  PATH,
} from './device-templates-support.ts'

let manager: TestStaff
beforeAll(async () => {
  time.start()
  await seedWorld()
})
beforeEach(async () => {
  time.start()
  manager = await makeManager()
})
afterEach(() => vi.restoreAllMocks())

describe('a new template', () => {
  test('begins with instructions in every language and how its platform reports', async () => {
    const { id, path } = await makeTemplate(manager.visitor, 'ios', 'Phones')
    const template = await find(id)
    expect(template).toMatchObject({ platform: 'ios', name: 'Phones', version: 1, reports: 'none' })
    expect(template?.instructions.en).toContain('Safari')
    expect(template?.instructions.de).toContain('Safari')
    const page = await manager.visitor.get(`${path}?done=created`)
    expect(page.html).toContain('The template is made.')
    expect(await auditOf(id)).toMatchObject([
      { action: 'device_template.created', actor_kind: 'manager', actor_id: manager.account.id },
    ])
  })

  test.each([
    [{ platform: 'linux', name: '' }, 'Fill this in.'],
    [{ platform: 'linux', name: 'x'.repeat(121) }, 'Enter at most 120 characters.'],
    [{ platform: 'linux', name: 'a\u202eb' }, 'Some of these characters cannot be shown.'],
    [{ platform: 'toaster', name: 'Toasters' }, 'Choose one of these.'],
    [{ platform: '__proto__', name: 'Toasters' }, 'Choose one of these.'],
  ])('is refused at its field, and keeps what was typed: %j', async (form, words) => {
    const before = (await services.templates.listTemplates(ACME)).length
    const page = await manager.visitor.post(`${PATH}/new`, form)
    expect(page.status).toBe(422)
    expect(page.html).toContain(words)
    expect(page.html).toContain(`value="${form.name}"`)
    expect(await services.templates.listTemplates(ACME)).toHaveLength(before)
  })
})

describe('saving', () => {
  test('makes the next version, and the history says who changed what, before and after', async () => {
    const { id, path } = await makeTemplate(manager.visitor)
    const editor = await openEditor(manager.visitor, path)
    time.pass(MINUTE)
    const saved = await editor.save({ name: 'Laptops', checkInSeconds: '900', 'notes.de': 'Hinweis' })
    expect(saved.location).toBe(`${path}?done=saved`)
    expect(await find(id)).toMatchObject({
      version: 2,
      name: 'Laptops',
      checkInSeconds: 900,
      notes: { en: '', de: 'Hinweis' },
      changedAt: time.now(),
    })
    expect((await auditOf(id)).at(-1)).toMatchObject({
      action: 'device_template.changed',
      detail: {
        name: 'Laptops',
        version: 2,
        changes: expect.arrayContaining([{ field: 'checkInSeconds', before: 3600, after: 900 }]),
      },
    })
    const { html } = await manager.visitor.get(`${path}/history`)
    expect(html).toContain('Seconds between reports: 3600 → 900')
    expect(html).toContain('Grace Hopper')
    expect(html).toContain('The first version that is known')
  })

  test('what is there already makes no version and leaves no trace', async () => {
    const { id, path } = await makeTemplate(manager.visitor)
    const editor = await openEditor(manager.visitor, path)
    expect((await editor.save()).location).toBe(`${path}?done=unchanged`)
    expect((await find(id))?.version).toBe(1)
    expect(await auditOf(id)).toHaveLength(1)
  })

  test('everything of the form comes back as it was filled in', async () => {
    const { path } = await makeTemplate(manager.visitor, 'android')
    const editor = await openEditor(manager.visitor, path)
    const typed = {
      'instructions.en': '# Do\n\n- *this*',
      'instructions.de': '# Tun\n\n- *dies*',
      'notes.en': 'A note',
      'ownership.default': 'company',
      'passcode.mode': 'optional',
      'passcode.minLength': '6',
      'passcode.alphanumeric': 'yes',
      'passcode.maxAgeDays': '90',
      'passcode.lockAfterMinutes': '5',
      'passcode.maxFailedTries': '10',
      'agentApp.name': 'Acme Agent',
      'agentApp.playPackage': 'example.acme.agent',
      'agentApp.windowsStore': 'https://apps.microsoft.com/detail/9wzdncrfj3q8',
      userCertificates: 'yes',
      'identity.on': 'yes',
      'identity.subject': 'CN={{account.email}},O={{organisation.name}}',
      'identity.keyUsage.digital_signature': 'yes',
      'extras.android': '{\n  "a": 1\n}',
      'extras.agent': '{\n  "b": [\n    "{{device.id}}"\n  ]\n}',
    }
    expect((await editor.save({ ...typed, 'agentApp.appStore': '123456789' })).location).toContain(
      'done=saved',
    )
    await editor.open()
    const again = editor.fields()
    expect(again).toMatchObject(typed)
    expect(again['agentApp.appStore']).toBe('https://apps.apple.com/app/id123456789')
  })

  test('by two at once: the second is told what the first changed, and puts theirs in its place on purpose', async () => {
    const { id, path } = await makeTemplate(manager.visitor)
    const other = await makeManager({ name: 'Hedy Lamarr' })
    const [mine, theirs] = [await openEditor(manager.visitor, path), await openEditor(other.visitor, path)]
    await theirs.save({ checkInSeconds: '600' })
    const refused = await mine.save({ name: 'Mine' })
    expect(refused.status).toBe(409)
    expect(refused.html).toContain('Somebody else saved in the meantime')
    expect(refused.html).toContain('Seconds between reports: 3600 → 600')
    expect(mine.fields()).toMatchObject({ name: 'Mine', version: '2', checkInSeconds: '3600' })
    expect(await find(id)).toMatchObject({ version: 2, checkInSeconds: 600 })

    expect((await mine.save()).location).toBe(`${path}?done=saved`)
    expect(await find(id)).toMatchObject({ version: 3, name: 'Mine', checkInSeconds: 3600 })
  })

  test('at the very same moment: one version, one trace, and the other is told', async () => {
    const { id, path } = await makeTemplate(manager.visitor)
    const editors = await Promise.all([1, 2, 3].map(() => openEditor(manager.visitor, path)))
    const answers = await Promise.all(editors.map((editor, index) => editor.save({ name: `Racer ${index}` })))
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409, 409])
    expect((await find(id))?.version).toBe(2)
    expect(await auditOf(id)).toHaveLength(2)
  })

  test('a form that names no version is stale, not a way around', async () => {
    const { id, path } = await makeTemplate(manager.visitor)
    for (const version of ['', '0', '-1', '1e3', '99999999999999999999'])
      expect((await (await openEditor(manager.visitor, path)).save({ version, name: 'x' })).status).toBe(409)
    expect((await find(id))?.version).toBe(1)
  })
})

describe('history', () => {
  test('leads back: what going back changes is said first, and it is a version of its own', async () => {
    const { id, path } = await makeTemplate(manager.visitor, 'linux', 'First')
    await (await openEditor(manager.visitor, path)).save({ name: 'Second' })
    const asked = await manager.visitor.get(`${path}/history/1`)
    expect(asked.html).toContain('Name: Second → First')
    expect((await find(id))?.name).toBe('Second')
    const done = await manager.visitor.post(`${path}/history/1`, {})
    expect(done.location).toBe(`${path}?done=restored`)
    expect(await find(id)).toMatchObject({ version: 3, name: 'First' })
    expect((await auditOf(id)).at(-1)?.detail).toMatchObject({ restored: 1, version: 3 })
    expect((await manager.visitor.post(`${path}/history/1`, {})).location).toBe(`${path}?done=unchanged`)
  })

  test.each(['0', '9', '-1', '1.5', 'x', '1e0'])('has no version %s', async (version) => {
    const { path } = await makeTemplate(manager.visitor)
    expect((await manager.visitor.get(`${path}/history/${version}`)).status).toBe(404)
    expect((await manager.visitor.post(`${path}/history/${version}`, {})).status).toBe(404)
  })

  test('is paged, every version once', async () => {
    const { path, id } = await makeTemplate(manager.visitor)
    for (let version = 2; version <= 24; version += 1) {
      const editor = await openEditor(manager.visitor, path)
      await editor.save({ checkInSeconds: String(1000 + version) })
    }
    const first = await services.templates.readHistory(ACME, id, null)
    const second = await services.templates.readHistory(ACME, id, first.next)
    expect(first.rows.map(({ version }) => version)).toEqual(Array.from({ length: 20 }, (_, one) => 24 - one))
    expect(second.rows.map(({ version }) => version)).toEqual([4, 3, 2, 1])
    expect(first.rows.at(-1)?.changes).toEqual([{ field: 'checkInSeconds', before: 1004, after: 1005 }])
    expect([second.next, second.rows.at(-1)?.changes]).toEqual([null, null])
    expect((await manager.visitor.get(`${path}/history?after=${first.next}`)).html).toContain('Version 4')
  })
})

describe('a copy', () => {
  test('for another platform takes everything along and says what cannot reach it', async () => {
    const { path } = await makeTemplate(manager.visitor, 'linux', 'Laptops')
    const editor = await openEditor(manager.visitor, path)
    await editor.add('policies')
    await editor.save({ 'policies.0.name': 'grace', 'policies.0.value': '{{account.email}}' })
    const form = await manager.visitor.get(`${path}/copy`)
    expect(form.html).toContain('value="Laptops (copy)"')
    const copied = await manager.visitor.post(`${path}/copy`, { platform: 'ios', name: 'Phones' })
    const id = /(tpl_[\w-]+)\?done=copied$/.exec(copied.location ?? '')?.[1] ?? ''
    expect(await find(id)).toMatchObject({
      platform: 'ios',
      name: 'Phones',
      version: 1,
      reports: 'none',
      settings: { policies: { grace: '{{account.email}}' } },
    })
    const page = await manager.visitor.get(`${PATH}/${id}`)
    expect(page.html).toContain('Set here, but it does not reach the device')
    expect(page.html).toContain('Only an agent app understands it')
  })

  test('is refused at the field', async () => {
    const { path } = await makeTemplate(manager.visitor)
    const refused = await manager.visitor.post(`${path}/copy`, { platform: 'toaster', name: 'Kept' })
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('value="Kept"')
    expect((await manager.visitor.post(`${path}/copy`, { platform: 'linux', name: ' ' })).status).toBe(422)
  })
})

test('every request asks D1 at most three times', async () => {
  const { path } = await makeTemplate(manager.visitor)
  const editor = makeEditor(manager.visitor, path)
  const { visitor } = manager
  const asks: Record<string, () => Promise<unknown>> = {
    list: () => visitor.get(PATH),
    new: () => visitor.get(`${PATH}/new`),
    create: () => visitor.post(`${PATH}/new`, { platform: 'linux', name: 'Trips' }),
    edit: () => editor.open(),
    add: () => editor.add('wifi'),
    preview: () => editor.preview(),
    refused: () => editor.save(),
    remove: () => editor.remove('wifi.0'),
    saved: () => editor.save({ name: 'Trips 2' }),
    stale: () => editor.save({ name: 'Trips 3' }),
    preview_page: () => visitor.get(`${path}/preview?locale=de`),
    history: () => visitor.get(`${path}/history`),
    version: () => visitor.get(`${path}/history/1`),
    restore: () => visitor.post(`${path}/history/1`, {}),
    copy: () => visitor.get(`${path}/copy`),
    copied: () => visitor.post(`${path}/copy`, { platform: 'ios', name: 'Trips 4' }),
    archive: () => visitor.get(`${path}/archive`),
    archived: () => visitor.post(`${path}/archive`, {}),
    unarchived: () => visitor.post(`${path}/unarchive`, {}),
  }
  for (const [name, ask] of Object.entries(asks)) {
    const trips = watchTrips()
    await ask()
    expect(trips.count(), name).toBeLessThanOrEqual(3)
    expect(trips.count(), name).toBeGreaterThan(0)
    trips.stop()
  }
  expect(await inD1("SELECT count(*) AS n FROM device_templates WHERE name LIKE 'Trips%'")).toEqual([
    { n: 2 },
  ])
})
