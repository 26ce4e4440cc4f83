import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { makeManager, type TestStaff } from '../../support/staff.ts'
import { makeVisitor, type Visitor } from '../../support/visitor.ts'
import { inD1, makePerson, time, watchTrips } from '../../support/world.ts'
import {
  ADDRESSES,
  audited,
  countAudit,
  DEVICES,
  GENERAL,
  makeOtherOrganisation,
  organisation,
  PEOPLE,
  restoreAcme,
  startSetup,
} from './setup-support.ts'

/** The pages on which managers set up their organisation, panel by panel, and its logo. */

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
  const upload = (content: string | Uint8Array, type = 'image/svg+xml') =>
    visitor.send(GENERAL, [
      ['panel', 'logo'],
      ['logo', new File([content as string], 'logo', { type })],
    ])

  test('is served made safe, with a policy of its own, and its address changes', async () => {
    const before = (await organisation()).logoVersion
    const answer = await upload(
      '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script><path d="M0 0h9"/></svg>',
      'image/png',
    )
    expect(answer.location).toBe('/manage/setup?done=logo')
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
      expect(answer.html).toContain('id="logo-error"')
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

test('a manager changes the organisation of their session, whatever the form says', async () => {
  await makeOtherOrganisation()
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
