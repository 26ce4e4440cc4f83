import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { copyRows } from '../../support/rows.ts'
import { makeManager, type TestStaff } from '../../support/staff.ts'
import { type Visitor, visitorOf } from '../../support/visitor.ts'
import { inD1, makePerson, time } from '../../support/world.ts'
import {
  audited,
  DEVICES,
  makeOtherOrganisation,
  organisation,
  PEOPLE,
  restoreAcme,
  startSetup,
} from './setup-support.ts'

/** The terms that people accept, and the templates that they and their devices get. */

let manager: TestStaff
let visitor: Visitor
beforeAll(startSetup)
beforeEach(async () => {
  time.start()
  manager = await makeManager()
  visitor = manager.visitor
})
afterEach(async () => {
  vi.restoreAllMocks()
  await restoreAcme()
})

describe('terms', () => {
  test('that change have a new version, and people are asked again', async () => {
    const person = await makePerson()
    const owner = visitorOf(person)
    expect((await owner.get('/setup/acme/device')).status).toBe(200)
    const { termsVersion, terms } = await organisation()

    await visitor.post(PEOPLE, { panel: 'terms', termsEn: terms?.en ?? '', termsDe: terms?.de ?? '' })
    expect((await organisation()).termsVersion).toBe(termsVersion)
    expect((await owner.get('/setup/acme/device')).status).toBe(200)

    await visitor.post(PEOPLE, { panel: 'terms', termsEn: 'New **terms**', termsDe: '' })
    expect(await organisation()).toMatchObject({
      termsVersion: termsVersion + 1,
      terms: { en: 'New **terms**' },
    })
    expect((await owner.get('/setup/acme/device')).location).toBe('/setup/acme/about')
    expect((await owner.get('/setup/acme/about')).html).toContain('<strong>terms</strong>')
    await owner.post('/setup/acme/about', { name: 'Ada', terms: 'yes' })
    expect((await owner.get('/setup/acme/device')).status).toBe(200)
  })

  test('are kept whole where a line ends as browsers send it', async () => {
    const { termsVersion } = await organisation()
    await visitor.post(PEOPLE, { panel: 'terms', termsEn: 'One\r\n\r\nTwo', termsDe: '' })
    await visitor.post(PEOPLE, { panel: 'terms', termsEn: 'One\r\n\r\nTwo', termsDe: '' })
    expect(await organisation()).toMatchObject({
      terms: { en: 'One\n\nTwo' },
      termsVersion: termsVersion + 1,
    })
  })
})

describe('templates', () => {
  beforeEach(async () => {
    await makeOtherOrganisation()
    for (const table of ['account_templates', 'device_templates']) {
      const [known] = await inD1(`SELECT 1 FROM ${table} WHERE id = '${table}_foreign'`)
      if (known) continue
      const [row] = await inD1(`SELECT id FROM ${table} WHERE organisation_id = 1 LIMIT 1`)
      for (const change of [
        { id: `${table}_foreign`, organisation_id: 2 },
        { id: `${table}_archived`, archived_at: 1 },
      ])
        await copyRows(table, `id = '${row?.id}'`, () => change)
    }
  })

  const platformMap = () =>
    inD1(
      'SELECT platform, device_template_id FROM organisation_platforms WHERE organisation_id = 1 ORDER BY 1',
    )
  const asForm = (rows: Record<string, unknown>[]) =>
    Object.fromEntries(rows.map((row) => [`platform.${row.platform}`, String(row.device_template_id)]))

  test.each(['account_templates_foreign', 'account_templates_archived', 'act_supervisor', 'nothing'])(
    'for new people: %s is refused',
    async (accountTemplateId) => {
      const before = (await organisation()).accountTemplateId
      const page = await visitor.post(PEOPLE, { panel: 'entry', accountTemplateId })
      expect(page.status).toBe(422)
      expect(page.html).not.toContain(`value="${accountTemplateId}"`)
      expect((await organisation()).accountTemplateId).toBe(before)
    },
  )

  test.each(['device_templates_foreign', 'device_templates_archived', 'nothing'])(
    'for a platform: %s is refused, whatever else is chosen',
    async (id) => {
      const before = await platformMap()
      const form = { ...asForm(before), 'platform.ios': id, 'platform.linux': '' }
      const page = await visitor.post(DEVICES, { panel: 'platforms', ...form })
      expect(page.status).toBe(422)
      expect(page.html).toContain('id="platform.ios-error"')
      expect(await platformMap()).toEqual(before)
    },
  )

  test("another platform's template is refused", async () => {
    const before = await platformMap()
    const form = asForm(before)
    const crossed = { ...form, 'platform.ios': form['platform.android'] ?? '' }
    expect((await visitor.post(DEVICES, { panel: 'platforms', ...crossed })).status).toBe(422)
    expect(await platformMap()).toEqual(before)
  })

  test('an empty one takes the platform off the offer, and back', async () => {
    const before = await platformMap()
    const form = asForm(before)
    const saved = await visitor.post(DEVICES, { panel: 'platforms', ...form, 'platform.linux': '' })
    expect(saved.location).toBe('/manage/setup/devices?done=platforms')
    expect((await platformMap()).map(({ platform }) => platform)).not.toContain('linux')
    expect((await audited('organisation.configured'))?.detail.changes).toEqual([
      { field: 'linux', before: form['platform.linux'], after: null },
    ])
    await visitor.post(DEVICES, { panel: 'platforms', ...form })
    expect(await platformMap()).toEqual(before)
  })
})
