import { evictDurableObject, runInDurableObject } from 'cloudflare:test'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { HOUR, MINUTE } from '../../src/kernel/time.ts'
import {
  breakDatabase,
  d1Prototype,
  inD1,
  issueCode,
  makePerson,
  makeTestDevice,
  rowsIn,
  runAlarm,
  seedWorld,
  services,
  sessionOf,
  settle,
  time,
} from '../support/world.ts'

beforeAll(seedWorld)
beforeEach(async () => {
  time.start()
  await inD1('DELETE FROM waiting_outboxes')
  for (const level of ['info', 'warn', 'error'] as const) vi.spyOn(console, level).mockReturnValue()
})
afterEach(() => vi.restoreAllMocks())

const waiting = () => inD1('SELECT * FROM waiting_outboxes')
const retry = (ref: string) =>
  services.operations.retry(ref, { kind: 'supervisor', id: 'acc_supervisor' }, time.now())
const notices = (ref: string) => rowsIn(ref, 'SELECT told FROM outbox_notice')

/** A session with an event that D1 refuses for good. */
async function park() {
  const person = await makePerson()
  const code = await issueCode(person)
  await settle(code.ref)
  const [grant] = await rowsIn(code.ref, 'SELECT template_id FROM grants')
  await runInDurableObject(sessionOf(code.ref), (_session, state) => {
    state.storage.sql.exec(`UPDATE grants SET template_id = 'tpl_gone'`)
  })
  const device = await makeTestDevice()
  await device.redeem({ code: code.code })
  return { ...code, person, device, templateId: String(grant?.template_id) }
}

/** What refused the parked event is mended. */
const mend = (ref: string, templateId: string) =>
  runInDurableObject(sessionOf(ref), (_session, state) => {
    state.storage.sql.exec(`UPDATE outbox SET event = replace(event, 'tpl_gone', ?)`, templateId)
  })

describe('an outbox that does not empty', () => {
  test('a parked event is shown with its account and the reason', async () => {
    const { ref, person } = await park()
    expect(await waiting()).toEqual([
      {
        ref,
        organisation_id: 1,
        account_id: person.account.id,
        waiting: 0,
        parked: 1,
        reason: 'FOREIGN KEY constraint failed',
        since: time.now(),
        changed_at: time.now(),
      },
    ])
    const operation = await services.operations.read(time.now())
    expect(operation.waiting).toMatchObject([{ ref, address: person.address, organisation: 'Acme Robotics' }])
    expect(operation.waitingCount).toBe(1)
  })

  test('trying again lands it once the cause is mended, and the line goes', async () => {
    const { ref, person, templateId } = await park()
    expect(await retry(ref)).toEqual({ ok: true, value: { waiting: 0, parked: 1 } })
    expect(await waiting()).toHaveLength(1)
    await mend(ref, templateId)
    expect(await retry(ref)).toEqual({ ok: true, value: { waiting: 0, parked: 0 } })
    expect(await waiting()).toEqual([])
    expect(await notices(ref)).toEqual([])
    const audited = await inD1(
      "SELECT organisation_id, actor_id, detail FROM audit WHERE action = 'outbox.retried' AND account_id = ? ORDER BY rowid",
      person.account.id,
    )
    expect(audited.map((row) => ({ ...row, detail: JSON.parse(String(row.detail)) }))).toEqual([
      { organisation_id: 1, actor_id: 'acc_supervisor', detail: { waiting: 0, parked: 1 } },
      { organisation_id: 1, actor_id: 'acc_supervisor', detail: { waiting: 0, parked: 0 } },
    ])
    expect(await inD1('SELECT lifecycle FROM devices WHERE account_id = ?', person.account.id)).toEqual([
      { lifecycle: 'pending' },
    ])
    expect(await retry(ref)).toEqual({ ok: false, error: 'unknown' })
  })

  test('an object that was evicted in between still knows that it told', async () => {
    const { ref, person, templateId } = await park()
    await evictDurableObject(sessionOf(ref))
    await mend(ref, templateId)
    await runInDurableObject(sessionOf(ref), (_session, state) => {
      state.storage.sql.exec('UPDATE outbox SET parked_reason = NULL')
    })
    await issueCode(person)
    await settle(ref)
    await vi.waitFor(async () => expect(await waiting()).toEqual([]))
  })

  test('D1 goes away right after it refused: it is told when D1 is back, by the alarm', async () => {
    const person = await makePerson()
    const code = await issueCode(person)
    await settle(code.ref)
    await runInDurableObject(sessionOf(code.ref), (_session, state) => {
      state.storage.sql.exec(`UPDATE grants SET template_id = 'tpl_gone'`)
    })
    const device = await makeTestDevice()
    const original = d1Prototype.batch
    let broken: ReturnType<typeof breakDatabase> | null = null
    const refusing = vi.spyOn(d1Prototype, 'batch').mockImplementation(async function (
      this: D1Database,
      ...given
    ) {
      try {
        return await original.apply(this, given)
      } catch (error) {
        refusing.mockRestore()
        broken = breakDatabase()
        throw error
      }
    } as typeof original)
    await device.redeem({ code: code.code })
    await vi.waitFor(async () => expect(await notices(code.ref)).toEqual([{ told: '' }]))
    ;(broken as ReturnType<typeof breakDatabase> | null)?.mend()
    expect(await waiting()).toEqual([])
    const alarm = await runInDurableObject(sessionOf(code.ref), (_session, state) => state.storage.getAlarm())
    expect(alarm).toBe(time.now() + 5 * MINUTE)
    await runAlarm(code.ref)
    expect(await waiting()).toHaveLength(1)
  })

  test('an event that D1 did not take three times is shown once D1 can be asked', async () => {
    const person = await makePerson()
    await issueCode(person)
    const { ref } = person.account
    await settle(ref)
    const batch = vi.spyOn(d1Prototype, 'batch').mockRejectedValue(new Error('D1_ERROR: too busy'))
    await issueCode(person)
    for (let tries = 0; tries < 4; tries += 1) {
      await runAlarm(ref)
      time.pass(HOUR)
    }
    expect(await waiting()).toMatchObject([{ ref, parked: 0, reason: 'D1 did not answer' }])
    batch.mockRestore()
    await runAlarm(ref)
    expect(await waiting()).toEqual([])
  })

  test('as long as all goes well nothing of it is written anywhere', async () => {
    const person = await makePerson()
    const code = await issueCode(person)
    const device = await makeTestDevice()
    const { body } = await device.redeem({ code: code.code })
    await device.checkIn(body.credential.token)
    await settle(code.ref)
    expect(await notices(code.ref)).toEqual([])
    expect(await waiting()).toEqual([])
  })
})
