import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { MINUTE } from '../../src/kernel/time.ts'
import { database, deliver, deps, post, rowOf, startDelivery } from '../support/delivery.ts'
import { makeManager, type TestStaff } from '../support/staff.ts'
import { catchMail } from '../support/visitor.ts'
import {
  BASE,
  bindings,
  inD1,
  makePerson,
  makeTestDevice,
  rowsIn,
  seedWorld,
  services,
  sessionOf,
  settle,
  type TestPerson,
  time,
} from '../support/world.ts'

beforeAll(seedWorld)
let manager: TestStaff
let person: TestPerson
beforeEach(async () => {
  await startDelivery()
  time.start()
  deps.baseUrl = BASE
  deps.grantOf = (ref, grantId) => services.provisioning.sessionOf(ref).showGrant(grantId)
  manager = await makeManager()
  person = await makePerson({ name: 'Ada' })
})
afterEach(() => vi.restoreAllMocks())

/** A manager sends a code; the message stays in the outbox. */
async function send(platform = 'agent') {
  vi.spyOn(bindings.messages, 'sendBatch').mockResolvedValue(undefined as never)
  const path = `/manage/accounts/${person.account.id}`
  const sent = await manager.visitor.post(`${path}/reprovision`, { platform })
  expect(sent.location).toBe(`${path}?done=sent`)
  const rows = await inD1("SELECT * FROM messages WHERE kind = 'provision_code' ORDER BY rowid DESC")
  const row = rows[0] ?? {}
  return { row, reference: { kind: 'message', owner: 'd1', id: String(row.id) } as const }
}

const linkIn = (text = '') => /https?:\/\/\S+\/p\/\S+/.exec(text)?.[0] ?? ''
const pinIn = (text = '') => (/\b([0-9]{4}) ([0-9]{4})\b/.exec(text) ?? []).slice(1).join('')

describe('a code that a manager sends', () => {
  test('goes out with link and PIN, and the link works only with the PIN', async () => {
    const { reference } = await send()
    expect(await deliver([reference])).toEqual({ acked: ['q0'], retried: [] })
    expect(post.sent).toHaveLength(1)
    const [mail] = post.sent
    expect(mail?.to).toBe(person.address)
    const [link, pin] = [linkIn(mail?.text), pinIn(mail?.text)]
    expect(link).toContain(`/p/${person.account.ref}?k=`)
    expect(pin).toMatch(/^[0-9]{8}$/)
    expect(mail?.text).toContain('12:10 UTC')
    const code = `${person.account.ref}.${new URL(link).searchParams.get('k')}`
    const device = await makeTestDevice()
    expect((await device.redeem({ code })).body).toMatchObject({ code: 'pin_required' })
    expect((await device.redeem({ code, pin })).body).toMatchObject({ account: { username: person.address } })
    expect(await rowOf(reference)).toMatchObject({ state: 'sent' })
  })

  test('leaves no secret in the row, the audit or a log line', async () => {
    const lines: string[] = []
    for (const level of ['info', 'warn', 'error'] as const)
      vi.spyOn(console, level).mockImplementation((line) => void lines.push(String(line)))
    const { row, reference } = await send()
    await deliver([reference])
    await settle(person.account.ref)
    const [mail] = post.sent
    const secrets = [new URL(linkIn(mail?.text)).searchParams.get('k') ?? '', pinIn(mail?.text)]
    const kept = JSON.stringify([row, await rowOf(reference), await inD1('SELECT * FROM audit'), lines])
    for (const secret of secrets) {
      expect(secret.length).toBeGreaterThan(7)
      expect(kept).not.toContain(secret)
    }
    const [entry] = await inD1(
      "SELECT * FROM audit WHERE action = 'account.reprovisioned' AND account_id = ?",
      person.account.id,
    )
    expect(entry).toMatchObject({ actor_kind: 'manager', actor_id: manager.account.id })
  })

  test.each([
    [
      'was revoked',
      async (grantId: string) => {
        const actor = { kind: 'manager', id: 'x' } as const
        await sessionOf(person.account.ref).revokeGrant({ grantId, actor })
      },
    ],
    ['was superseded', async () => void (await send())],
    ['has ended', async () => time.pass(11 * MINUTE)],
    [
      'belongs to somebody who was disabled',
      async () => {
        const { account } = person
        await services.provisioning.setDisabled({
          account,
          disabled: true,
          actor: { kind: 'manager', id: 'x' },
        })
      },
    ],
  ] as [string, (grantId: string) => Promise<void>][])(
    'that %s is not sent: the message is obsolete',
    async (_name, end) => {
      const { row, reference } = await send()
      await end(JSON.parse(String(row.payload)).grantId)
      expect(await deliver([reference])).toEqual({ acked: ['q0'], retried: [] })
      expect(post.sent).toEqual([])
      expect(await rowOf(reference)).toMatchObject({ state: 'obsolete', last_error: 'grant_ended' })
    },
  )

  test('waits while its provision session does not answer', async () => {
    const { reference } = await send()
    const { grantOf } = deps
    deps.grantOf = () => Promise.reject(new Error('the object is away'))
    expect((await deliver([reference])).retried).toHaveLength(1)
    deps.grantOf = grantOf
    time.pass(2 * MINUTE)
    await deliver([reference], 2)
    expect(post.sent).toHaveLength(1)
  })

  test('supersedes the unused one for the same kind of device, and no other', async () => {
    for (const platform of ['agent', 'linux', 'agent']) {
      await send(platform)
      time.pass(1000)
    }
    const states = await rowsIn(person.account.ref, 'SELECT platform, state FROM grants ORDER BY created_at')
    expect(states).toEqual([
      { platform: 'agent', state: 'superseded' },
      { platform: 'linux', state: 'issued' },
      { platform: 'agent', state: 'issued' },
    ])
  })

  test('reaches the mailbox through the queue', async () => {
    vi.restoreAllMocks()
    time.start()
    const mail = catchMail()
    await manager.visitor.post(`/manage/accounts/${person.account.id}/reprovision`, { platform: 'agent' })
    const { text } = await mail.mailTo(person.address)
    expect(await mail.all()).toHaveLength(1)
    expect(linkIn(text)).toContain(`/p/${person.account.ref}?k=`)
  })
})

test('no code is made for somebody who is not active, or for a device that is not offered', async () => {
  const path = `/manage/accounts/${person.account.id}/reprovision`
  expect((await manager.visitor.post(path, { platform: 'toaster' })).status).toBe(422)
  await inD1("UPDATE accounts SET state = 'unapproved' WHERE id = ?", person.account.id)
  const refused = await manager.visitor.post(path, { platform: 'agent' })
  expect([refused.status, refused.html.includes('not active')]).toEqual([422, true])
  expect(await database.$client.prepare('SELECT count(*) AS n FROM messages').first()).toEqual({ n: 0 })
})
