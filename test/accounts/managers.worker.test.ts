import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { readContent } from '../../src/messaging/content.ts'
import type { Actor } from '../../src/referee/index.ts'
import { holdQueue } from '../support/queue.ts'
import { makeManager, makeSupervisor } from '../support/staff.ts'
import { inD1, makePerson, seedWorld, services, time } from '../support/world.ts'

beforeAll(seedWorld)
let queued: unknown[] = []
beforeEach(() => {
  time.start()
  queued = holdQueue().waiting
})
afterEach(() => vi.restoreAllMocks())

const ACME = 1
const actor: Actor = { kind: 'supervisor', id: 'acc_supervisor' }
const { managers } = services
const invitation = (email: string) => ({ email, locale: 'en' as const, actor, now: time.now() })

const accountOf = async (address: string, organisationId = ACME) => {
  const [row] = await inD1(
    `SELECT a.* FROM accounts a JOIN account_addresses d ON d.account_id = a.id
      WHERE d.address = ? AND d.organisation_id = ?`,
    address,
    organisationId,
  )
  return row
}
const mailsTo = (address: string) => inD1('SELECT * FROM messages WHERE recipient = ?', address)

describe('inviting a manager', () => {
  test('makes an invited account whose address nobody has proved, and sends one mail', async () => {
    const invited = await managers.invite(ACME, invitation(' Grace@Partner.Example '))
    expect(invited?.ok).toBe(true)
    expect(await accountOf('grace@partner.example')).toMatchObject({
      role: 'manager',
      state: 'invited',
      name: '',
    })
    expect(
      await inD1("SELECT proved_at FROM account_addresses WHERE address = 'grace@partner.example'"),
    ).toEqual([{ proved_at: 0 }])
    const [mail, ...more] = await mailsTo('grace@partner.example')
    expect(more).toEqual([])
    expect(queued).toEqual([{ kind: 'message', owner: 'd1', id: mail?.id }])
    expect(readContent(mail as never)).toEqual({
      kind: 'manager_invited',
      payload: { organisation: 'Acme Robotics' },
    })
    expect(await inD1("SELECT actor_id FROM audit WHERE action = 'manager.invited'")).toContainEqual({
      actor_id: actor.id,
    })
  })

  test('an address that has an account becomes a manager with it, and what it was signed in to ends', async () => {
    const person = await makePerson()
    await managers.invite(ACME, invitation(person.address))
    expect(await accountOf(person.address)).toMatchObject({
      id: person.account.id,
      role: 'manager',
      state: 'active',
    })
    expect(await services.accounts.findSession(ACME, person.secret, time.now())).toBeNull()
  })

  test('twice is told at the field; two at once make one account', async () => {
    await managers.invite(ACME, invitation('twice@acme.example'))
    expect(await managers.invite(ACME, invitation('twice@acme.example'))).toEqual({
      ok: false,
      error: { email: { code: 'taken' } },
    })
    const both = await Promise.all([
      managers.invite(ACME, invitation('race@acme.example')),
      managers.invite(ACME, invitation('race@acme.example')),
    ])
    expect(both.filter((one) => one?.ok)).toHaveLength(1)
    expect(await mailsTo('race@acme.example')).toHaveLength(1)
  })

  test('does not bring back whom the organisation disabled or removed', async () => {
    const person = await makePerson()
    await inD1('UPDATE accounts SET disabled_at = 1 WHERE id = ?', person.account.id)
    const refused = { ok: false, error: { email: { code: 'not_accepted' } } }
    expect(await managers.invite(ACME, invitation(person.address))).toEqual(refused)
    await inD1("UPDATE accounts SET disabled_at = NULL, state = 'deleted' WHERE id = ?", person.account.id)
    expect(await managers.invite(ACME, invitation(person.address))).toEqual(refused)
  })

  test('of no organisation, or the service’s own, makes nothing', async () => {
    expect(await managers.invite(999, invitation('a@b.example'))).toBeNull()
    expect(await managers.invite(0, invitation('a@b.example'))).toBeNull()
    expect(await managers.readTeam(0)).toBeNull()
    expect(await accountOf('a@b.example', 0)).toBeUndefined()
  })

  test('is sent once more only to who waits for it', async () => {
    const invited = await managers.invite(ACME, invitation('again@acme.example'))
    const id = invited?.ok ? invited.value.id : ''
    expect((await managers.remind(ACME, id, actor, time.now()))?.id).toBe(id)
    expect(await mailsTo('again@acme.example')).toHaveLength(2)
    expect(await managers.remind(0, id, actor, time.now())).toBeNull()
    const { account } = await makeManager()
    expect(await managers.remind(ACME, account.id, actor, time.now())).toBeNull()
  })
})

describe('removing a manager', () => {
  test('ends every session and recovery link at once; account and passkeys stay', async () => {
    const { account, visitor } = await makeManager()
    await inD1(
      `INSERT INTO passkeys VALUES ('pk_${account.id}', ?, 1, 'Laptop', x'00', 0, '[]', 0, 0, NULL)`,
      account.id,
    )
    const { url } = await services.entrances.issueRecovery(account, actor, time.now())
    const removed = await managers.remove(ACME, account.id, actor, time.now())
    expect(removed.ok).toBe(true)
    expect(await inD1('SELECT id FROM web_sessions WHERE account_id = ?', account.id)).toEqual([])
    expect((await visitor.get('/manage')).location).toContain('/sign-in')
    const secret = new URL(url).searchParams.get('k') ?? ''
    expect(await services.entrances.findRecovery(secret, time.now())).toBeNull()
    expect(await inD1('SELECT id FROM passkeys WHERE account_id = ?', account.id)).toHaveLength(1)
    expect(await accountOf(account.address)).toMatchObject({ role: 'device_owner', state: 'active' })
  })

  test('of another organisation, or who is none, is unknown and changes nothing', async () => {
    const { account, visitor } = await makeManager()
    const person = await makePerson()
    for (const [organisationId, id] of [
      [2, account.id],
      [0, account.id],
      [ACME, person.account.id],
      [ACME, 'acc_none'],
    ] as const)
      expect(await managers.remove(organisationId, id, actor, time.now())).toEqual({
        ok: false,
        error: 'unknown',
      })
    expect((await visitor.get('/manage')).status).toBe(200)
  })
})

describe('supervisors', () => {
  test('are invited, and come back after they were removed with nothing of before', async () => {
    const one = await makeSupervisor()
    await makeSupervisor()
    await inD1(
      `INSERT INTO passkeys VALUES ('pk_${one.account.id}', ?, 0, 'Key', x'00', 0, '[]', 0, 0, NULL)`,
      one.account.id,
    )
    expect((await managers.removeSupervisor(one.account.id, actor, time.now())).ok).toBe(true)
    expect((await one.visitor.get('/supervise')).location).toContain('/sign-in')
    expect(await inD1('SELECT id FROM passkeys WHERE account_id = ?', one.account.id)).toEqual([])
    expect((await managers.inviteSupervisor(invitation(one.address))).ok).toBe(true)
    expect(await accountOf(one.address, 0)).toMatchObject({
      id: one.account.id,
      role: 'supervisor',
      state: 'invited',
    })
    const [mail] = await mailsTo(one.address)
    expect(readContent(mail as never)).toEqual({ kind: 'manager_invited', payload: { organisation: null } })
  })

  test('the last one who can work stays: invited and disabled ones do not count', async () => {
    await inD1("UPDATE accounts SET state = 'deleted' WHERE organisation_id = 0")
    const one = await makeSupervisor()
    await managers.inviteSupervisor(invitation('waiting@latchkey.example'))
    const other = await makeSupervisor()
    await inD1('UPDATE accounts SET disabled_at = 1 WHERE id = ?', other.account.id)
    expect(await managers.removeSupervisor(one.account.id, actor, time.now())).toEqual({
      ok: false,
      error: 'last',
    })
    expect((await one.visitor.get('/supervise')).status).toBe(200)
    expect(
      await inD1("SELECT id FROM audit WHERE action = 'manager.removed' AND account_id = ?", one.account.id),
    ).toEqual([])
  })

  test('two who remove one another at the same moment: one stays', async () => {
    await inD1("UPDATE accounts SET state = 'deleted' WHERE organisation_id = 0")
    const [one, other] = [await makeSupervisor(), await makeSupervisor()]
    const removed = await Promise.all([
      managers.removeSupervisor(one.account.id, actor, time.now()),
      managers.removeSupervisor(other.account.id, actor, time.now()),
    ])
    expect(removed.filter(({ ok }) => ok)).toHaveLength(1)
  })
})
