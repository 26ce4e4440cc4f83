import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { proveAddress } from '../../support/sign-in.ts'
import { makeManager, type TestStaff } from '../../support/staff.ts'
import { catchMail, type MailCatcher, makeVisitor, register } from '../../support/visitor.ts'
import { inD1, makePerson, seedWorld, settle, time } from '../../support/world.ts'
import { accountAt, accountTemplateId, audited, newPerson } from './people-support.ts'

/** How people come to have an account: added by hand, or let in after they registered. */

let manager: TestStaff
let mail: MailCatcher
let templateId = ''
beforeAll(async () => {
  await seedWorld()
  templateId = await accountTemplateId()
})
beforeEach(async () => {
  time.start()
  mail = catchMail()
  manager = await makeManager()
})
afterEach(() => vi.restoreAllMocks())

const get = (path: string) => manager.visitor.get(path)
const post = (path: string, form: Record<string, string> = {}) => manager.visitor.post(path, form)

describe('somebody who is added by hand', () => {
  test('waits until the address is proved, whatever the e-mail rule says', async () => {
    const added = await post(
      '/manage/accounts/new',
      newPerson(templateId, { address: ' Joan@Elsewhere.example ' }),
    )
    const row = await accountAt('joan@elsewhere.example')
    expect(added.location).toBe(`/manage/accounts/${row?.id}?done=added`)
    expect(row).toMatchObject({
      state: 'invited',
      role: 'device_owner',
      name: 'Joan Clarke',
      name_key: 'joan clarke',
      locale: 'de',
      groups: '["Workshop","Berlin"]',
      changed_at: time.now(),
    })
    expect(await inD1('SELECT proved_at FROM account_addresses WHERE account_id = ?', row?.id)).toEqual([
      { proved_at: 0 },
    ])
    const page = await get(added.location ?? '')
    expect(page.html).toContain('Nothing was sent')
    expect(page.html).toContain('not proved yet')
    expect((await audited('account.added')).at(-1)).toMatchObject({
      account_id: row?.id,
      actor_id: manager.account.id,
    })

    const joan = makeVisitor()
    expect((await joan.post('/setup/acme', { email: 'joan@elsewhere.example' })).status).toBe(422)
    const entered = await proveAddress(joan, mail, 'joan@elsewhere.example')
    expect(entered.location).toBe('/portal')
    expect(await accountAt('joan@elsewhere.example')).toMatchObject({ id: row?.id, state: 'active' })
    expect((await get(added.location ?? '')).html).not.toContain('not proved yet')
  })

  test('with an address that is known leads to the account that has it', async () => {
    const person = await makePerson()
    const refused = await post(
      '/manage/accounts/new',
      newPerson(templateId, { address: person.address.toUpperCase() }),
    )
    expect(refused.status).toBe(422)
    expect(refused.html).toContain(`href="/manage/accounts/${person.account.id}"`)
    expect(refused.html).toContain('value="Joan Clarke"')
  })

  test('is told at each field what is wrong, and what was typed stays', async () => {
    const typed = {
      address: 'nobody',
      name: 'x'.repeat(121),
      phone: '12',
      groups: 'g'.repeat(61),
      template: 'act_globex',
      role: 'supervisor',
      locale: 'xx',
    }
    const refused = await post('/manage/accounts/new', newPerson(templateId, typed))
    expect(refused.status).toBe(422)
    for (const field of Object.keys(typed)) expect(refused.html).toContain(`id="${field}-error"`)
    expect(refused.html).toContain('value="nobody"')
    expect(refused.html).toContain(`value="${'g'.repeat(61)}"`)
  })
})

describe('approval', () => {
  const wait = async () => {
    const person = await makePerson()
    await inD1("UPDATE accounts SET state = 'unapproved' WHERE id = ?", person.account.id)
    return person
  }

  test('lets somebody in, once, and a mail tells them', async () => {
    const person = await wait()
    const path = `/manage/accounts/${person.account.id}`
    expect((await get('/manage/accounts?state=unapproved')).html).toContain(person.address)
    expect((await post(`${path}/approve`)).location).toBe(`${path}?done=approved`)
    expect((await post(`${path}/approve`)).location).toBe(`${path}?done=unchanged`)
    expect(await accountAt(person.address)).toMatchObject({ state: 'active', changed_at: time.now() })
    expect((await mail.mailTo(person.address)).text).toContain('/setup/acme')
    expect((await mail.all()).filter(({ to }) => String(to).includes(person.address))).toHaveLength(1)
    expect(
      (await audited('account.approved')).filter((row) => row.account_id === person.account.id),
    ).toHaveLength(1)
  })

  test('of all asks once and says how many', async () => {
    const people = [await wait(), await wait(), await wait()]
    expect((await get('/manage/accounts/approve-all')).html).toContain('3 accounts may set up devices')
    expect((await post('/manage/accounts/approve-all')).location).toBe(
      '/manage/accounts?done=approvedAll&count=3',
    )
    for (const { address } of people) expect(await accountAt(address)).toMatchObject({ state: 'active' })
    expect((await get('/manage/accounts/approve-all')).html).toContain('Nobody is waiting')
  })

  test('refused disables, and the audit says why', async () => {
    const person = await wait()
    const path = `/manage/accounts/${person.account.id}`
    expect((await post(`${path}/refuse`, { reason: 'Left the company' })).location).toBe(
      `${path}?done=refused`,
    )
    await settle(person.account.ref)
    expect(await accountAt(person.address)).toMatchObject({ disabled_at: expect.any(Number) })
    expect((await get('/manage/accounts?state=unapproved')).html).not.toContain(person.address)
    expect(String((await audited('account.changed')).at(-1)?.detail)).toContain('Left the company')
  })
})

test('who registers where approval is asked for waits, is let in by a manager, and goes on', async () => {
  await inD1('UPDATE organisations SET approval_required = 1 WHERE id = 1')
  const visitor = makeVisitor()
  await register(visitor, mail, 'waits@acme.example')
  const row = await accountAt('waits@acme.example')
  expect(row).toMatchObject({ state: 'unapproved' })
  await post(`/manage/accounts/${row?.id}/approve`)
  const chosen = await visitor.post('/setup/acme/device', { platform: 'agent', ownership: 'company' })
  expect(chosen.location).toMatch(/^\/setup\/acme\/ready/)
  await inD1('UPDATE organisations SET approval_required = 0 WHERE id = 1')
})
