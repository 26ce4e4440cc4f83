import { exports } from 'cloudflare:workers'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Organisation } from '../../../src/organisations/index.ts'
import { makeManager, type TestStaff } from '../../support/staff.ts'
import { makeVisitor, type Visitor } from '../../support/visitor.ts'
import { BASE, inD1, makePerson, seedWorld, services, time, watchTrips } from '../../support/world.ts'

let manager: TestStaff
let visitor: Visitor
let original: Record<string, unknown>
beforeAll(async () => {
  time.start()
  await seedWorld()
  const [row] = await inD1('SELECT * FROM organisations WHERE id = 1')
  original = row ?? {}
})
beforeEach(async () => {
  time.start()
  manager = await makeManager()
  visitor = manager.visitor
})
afterEach(async () => {
  vi.restoreAllMocks()
  const names = Object.keys(original)
  await inD1(
    `UPDATE organisations SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE id = 1`,
    ...Object.values(original),
  )
  await inD1('DELETE FROM email_exceptions')
})

const organisation = async (): Promise<Organisation> => {
  const door = await services.organisations.openDoor('acme')
  if (!door.ok) throw new Error(door.error.code)
  return door.value.organisation
}

/** The newest audit row of that action. */
async function audited(action: string) {
  const [row] = await inD1(
    'SELECT actor_kind, actor_id, detail FROM audit WHERE organisation_id = 1 AND action = ? ORDER BY rowid DESC LIMIT 1',
    action,
  )
  return row && { ...row, detail: JSON.parse(String(row.detail)) }
}

async function countAudit(): Promise<number> {
  const [row] = await inD1('SELECT count(*) AS n FROM audit')
  return Number(row?.n)
}

const GENERAL = '/manage/setup'
const ADDRESSES = '/manage/setup/addresses'
const PEOPLE = '/manage/setup/people'
const DEVICES = '/manage/setup/devices'

test.each([GENERAL, ADDRESSES, PEOPLE, DEVICES, '/manage/setup/off', '/manage/setup/logo/remove'])(
  '%s opens for managers, in both languages, and asks D1 at most three times',
  async (path) => {
    const trips = watchTrips()
    const page = await visitor.get(path)
    const count = trips.count()
    trips.stop()
    expect([page.status, count <= 3]).toEqual([200, true])
    await inD1("UPDATE accounts SET locale = 'de' WHERE id = ?", manager.account.id)
    expect((await visitor.get(path)).html).toContain('lang="de"')
    expect((await makeVisitor().get(path)).location).toContain('/sign-in')
  },
)

test('a device owner does not come in', async () => {
  const { secret } = await makePerson()
  const owner = makeVisitor()
  owner.cookies.set('__Host-latchkey-staff', secret)
  expect((await owner.get(GENERAL)).status).toBe(403)
  expect((await owner.post(GENERAL, { panel: 'identity', name: 'Mine' })).status).toBe(403)
  expect((await organisation()).name).toBe('Acme Robotics')
})

describe('a panel saves by itself, and the audit tells before and after', () => {
  test('name and helpdesk', async () => {
    const form = {
      panel: 'identity',
      name: ' Acme & Söhne ',
      helpdeskEmail: 'it@acme.example',
      helpdeskPhone: '',
      helpdeskUrl: 'https://help.acme.example/',
    }
    expect((await visitor.post(GENERAL, form)).location).toBe('/manage/setup?done=identity')
    expect(await organisation()).toMatchObject({
      name: 'Acme & Söhne',
      helpdesk: { email: 'it@acme.example', phone: null, url: 'https://help.acme.example/' },
    })
    expect(await audited('organisation.configured')).toMatchObject({
      actor_kind: 'manager',
      actor_id: manager.account.id,
      detail: {
        changed: 'identity',
        changes: expect.arrayContaining([
          { field: 'name', before: 'Acme Robotics', after: 'Acme & Söhne' },
          { field: 'helpdeskPhone', before: '+44 20 7946 0000', after: null },
        ]),
      },
    })
    const page = await visitor.get('/manage/setup?done=identity')
    expect(page.html).toContain('Name and helpdesk are saved.')
    expect(page.html).toContain('value="Acme &amp; Söhne"')
  })

  test('saving what is already so writes nothing', async () => {
    const before = await countAudit()
    await visitor.post(GENERAL, { panel: 'accent', accent: '#15559a' })
    expect(await countAudit()).toBe(before)
  })

  test('the colour; "Show it first" shows how it reads and saves nothing', async () => {
    const shown = await visitor.post(GENERAL, { panel: 'accent', accent: '#FFDD00', act: 'look' })
    expect(shown.status).toBe(200)
    expect(shown.html).toContain('value="#ffdd00"')
    expect(shown.html).toContain('too pale to read on light pages')
    expect(shown.html).not.toContain('style="')
    expect((await organisation()).accent).toBe('#15559a')
    await visitor.post(GENERAL, { panel: 'accent', accent: '#FFDD00', act: 'save' })
    expect((await organisation()).accent).toBe('#ffdd00')
    expect((await visitor.get('/setup/acme')).html).toContain('theme.css?v=ffdd00')
  })

  test('what holds for devices, and what a person gets then', async () => {
    const form = { panel: 'rules', defaultOwnership: 'company', pinRequired: 'yes' }
    expect((await visitor.post(DEVICES, form)).location).toBe('/manage/setup/devices?done=devices')
    expect(await organisation()).toMatchObject({
      defaultOwnership: 'company',
      ownershipChoosable: false,
      confirmation: 'pin',
      qrEnabled: false,
    })
  })

  test('invitations', async () => {
    await visitor.post(DEVICES, { panel: 'invitations', invitationDays: ' 14 ', invitationDeviceLimit: '' })
    expect(await organisation()).toMatchObject({ invitationDays: 14, invitationDeviceLimit: null })
    await visitor.post(DEVICES, { panel: 'invitations', invitationDays: '', invitationDeviceLimit: '3' })
    expect(await organisation()).toMatchObject({ invitationDays: null, invitationDeviceLimit: 3 })
  })
})

describe('what is refused stands at its field, keeps what was typed and changes nothing', () => {
  test.each<[string, Record<string, string>, string]>([
    [GENERAL, { panel: 'identity', name: '' }, 'name'],
    [GENERAL, { panel: 'identity', name: 'a\u202eb' }, 'name'],
    [GENERAL, { panel: 'identity', name: 'Acme', helpdeskEmail: 'no address <b>' }, 'helpdeskEmail'],
    [GENERAL, { panel: 'identity', name: 'Acme', helpdeskPhone: 'call us' }, 'helpdeskPhone'],
    [GENERAL, { panel: 'identity', name: 'Acme', helpdeskUrl: 'javascript:alert(1)' }, 'helpdeskUrl'],
    [GENERAL, { panel: 'identity', name: 'Acme', helpdeskUrl: 'http://help.example/' }, 'helpdeskUrl'],
    [GENERAL, { panel: 'accent', accent: 'red' }, 'accent'],
    [GENERAL, { panel: 'accent', accent: '#12345g', act: 'look' }, 'accent'],
    [GENERAL, { panel: 'logo' }, 'logo'],
    [ADDRESSES, { panel: 'rule', emailRule: '(', hintEn: '', hintDe: '' }, 'emailRule'],
    [ADDRESSES, { panel: 'rule', emailRule: '.*', hintEn: '', hintDe: 'nur Deutsch' }, 'hintEn'],
    [ADDRESSES, { panel: 'exceptions', addresses: '', verdict: 'accept' }, 'addresses'],
    [ADDRESSES, { panel: 'exceptions', addresses: 'a@b.example', verdict: 'maybe' }, 'verdict'],
    [ADDRESSES, { panel: 'exceptions', addresses: 'a@b.example\nno <i>', verdict: 'accept' }, 'addresses'],
    [PEOPLE, { panel: 'entry', accountTemplateId: '' }, 'accountTemplateId'],
    [PEOPLE, { panel: 'terms', termsEn: '', termsDe: 'Nur Deutsch' }, 'termsEn'],
    [DEVICES, { panel: 'rules', defaultOwnership: 'nobody' }, 'defaultOwnership'],
    [DEVICES, { panel: 'invitations', invitationDays: '0' }, 'invitationDays'],
    [DEVICES, { panel: 'invitations', invitationDays: '1.5' }, 'invitationDays'],
    [DEVICES, { panel: 'invitations', invitationDeviceLimit: 'many' }, 'invitationDeviceLimit'],
    [DEVICES, { panel: 'nothing' }, ''],
  ])('%s %j', async (path, form, field) => {
    const before = [await organisation(), await countAudit()]
    const trips = watchTrips()
    const page = await visitor.post(path, form)
    expect(trips.count()).toBeLessThanOrEqual(3)
    trips.stop()
    expect(page.status).toBe(422)
    if (field !== '') expect(page.html).toMatch(new RegExp(`id="${field}-error"`))
    for (const typed of Object.values(form).filter((value) => /[<@(]|Deutsch|call|1\.5|many/.test(value)))
      expect(page.html).toContain(typed.replaceAll('<', '&lt;').replaceAll('>', '&gt;'))
    expect([await organisation(), await countAudit()]).toEqual(before)
  })
})

describe('the logo', () => {
  async function upload(content: string | Uint8Array, type = 'image/svg+xml') {
    const body = new FormData()
    body.set('panel', 'logo')
    body.set('logo', new File([content as string], 'logo', { type }))
    const headers = {
      'sec-fetch-site': 'same-origin',
      cookie: [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    }
    return exports.default.fetch(`${BASE}/manage/setup`, {
      method: 'POST',
      body,
      headers,
      redirect: 'manual',
    })
  }

  test('is served made safe, with a policy of its own, and its address changes', async () => {
    const before = (await organisation()).logoVersion
    const answer = await upload(
      '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script><path d="M0 0h9"/></svg>',
      'image/png',
    )
    expect(answer.headers.get('location')).toBe('/manage/setup?done=logo')
    const { logoVersion } = await organisation()
    expect(logoVersion).not.toBe(before)
    const logo = await makeVisitor().get(`/setup/acme/logo?v=${logoVersion}`)
    expect(logo.html).toBe('<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9"/></svg>')
    expect(logo.headers.get('content-type')).toBe('image/svg+xml')
    expect(logo.headers.get('content-security-policy')).toContain('sandbox')
    expect(logo.headers.get('x-content-type-options')).toBe('nosniff')
    expect((await audited('logo.changed'))?.detail).toMatchObject({ type: 'image/svg+xml' })
  })

  test.each(['<svg xmlns="http://www.w3.org/2000/svg"/>', 'GIF89a', 'x'.repeat(30_000)])(
    'that is none is refused',
    async (content) => {
      const before = (await organisation()).logoVersion
      const answer = await upload(content)
      expect(answer.status).toBe(422)
      expect(await answer.text()).toContain('id="logo-error"')
      expect((await organisation()).logoVersion).toBe(before)
    },
  )

  test('can be removed, after asking once', async () => {
    expect((await visitor.get('/manage/setup/logo/remove')).html).toContain('first letter of the name')
    expect((await organisation()).logoVersion).not.toBeNull()
    await visitor.post('/manage/setup/logo/remove', {})
    expect((await organisation()).logoVersion).toBeNull()
    expect((await makeVisitor().get('/setup/acme/logo')).status).toBe(404)
  })
})

describe('terms', () => {
  test('that change have a new version, and people are asked again', async () => {
    const person = await makePerson()
    const owner = makeVisitor()
    owner.cookies.set('__Host-latchkey', person.secret)
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
    const other = {
      ...original,
      id: 2,
      slug: 'other',
      site_id: '4712',
      name: 'Other',
      account_template_id: null,
    }
    await inD1(
      `INSERT OR IGNORE INTO organisations (${Object.keys(other).join(', ')}) VALUES (${Object.keys(other).map(() => '?')})`,
      ...Object.values(other),
    )
    for (const table of ['account_templates', 'device_templates']) {
      const [row] = await inD1(`SELECT * FROM ${table} WHERE organisation_id = 1 LIMIT 1`)
      const foreign = { ...row, id: `${table}_foreign`, organisation_id: 2 }
      const archived = { ...row, id: `${table}_archived`, archived_at: 1 }
      for (const copy of [foreign, archived])
        await inD1(
          `INSERT OR IGNORE INTO ${table} (${Object.keys(copy).join(', ')}) VALUES (${Object.keys(copy).map(() => '?')})`,
          ...Object.values(copy),
        )
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

test('a manager changes the organisation of their session, whatever the form says', async () => {
  const other = await inD1('SELECT name, accent FROM organisations WHERE id = 2')
  await visitor.post(`${GENERAL}?organisation=2`, {
    panel: 'identity',
    name: 'Taken',
    organisationId: '2',
    id: '2',
  })
  expect(await inD1('SELECT name, accent FROM organisations WHERE id = 2')).toEqual(other)
  expect((await organisation()).name).toBe('Taken')
})
