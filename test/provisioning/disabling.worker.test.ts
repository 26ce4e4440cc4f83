import { runDurableObjectAlarm } from 'cloudflare:test'
import { exports } from 'cloudflare:workers'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { projectDisabledStatements } from '../../src/accounts/index.ts'
import { HOUR } from '../../src/kernel/time.ts'
import type { Actor } from '../../src/referee/index.ts'
import { openDatabase, runBatch } from '../../src/runtime/database.ts'
import { REFUSED, refusal } from '../support/devices.ts'
import { makeManager } from '../support/staff.ts'
import { visitorOf } from '../support/visitor.ts'
import {
  BASE,
  bindings,
  breakDatabase,
  d1Prototype,
  inD1,
  issueCode,
  makePerson,
  makeTestDevice,
  rowsIn,
  seedWorld,
  services,
  sessionOf,
  settle,
  type TestPerson,
  tablesIn,
  time,
} from '../support/world.ts'

beforeAll(seedWorld)
beforeEach(time.start)
afterEach(() => vi.restoreAllMocks())

const manager: Actor = { kind: 'manager', id: 'acc_manager' }
const setDisabled = ({ account }: TestPerson, disabled: boolean) =>
  services.provisioning.setDisabled({ account, disabled, actor: manager })
const disabledAtOf = async ({ account }: TestPerson) =>
  (await inD1('SELECT disabled_at FROM accounts WHERE id = ?', account.id))[0]?.disabled_at
const OFF = { status: 403, code: 'setup_disabled' }

async function withDevice() {
  const person = await makePerson()
  const device = await makeTestDevice()
  const { token } = (await device.redeem({ code: (await issueCode(person)).code })).body.credential
  expect((await device.checkIn(token)).status).toBe(200)
  return { person, device, checkIn: () => device.checkIn(token) }
}

async function watch(person: TestPerson, grantId: string) {
  const answer = await exports.default.fetch(`${BASE}/setup/acme/ready/${grantId}/live`, {
    headers: { upgrade: 'websocket', origin: BASE, cookie: `__Host-latchkey=${person.secret}` },
  })
  const socket = answer.webSocket
  if (!socket) throw new Error(`no socket: ${answer.status}`)
  socket.accept()
  const closed = new Promise<number>((resolve) =>
    socket.addEventListener('close', ({ code }) => resolve(code)),
  )
  return { closed }
}

describe('disabling an account', () => {
  test('ends its codes at once, at every door', async () => {
    const person = await makePerson()
    const { code, pin, grant, ref } = await issueCode(person)
    expect(await setDisabled(person, true)).toEqual({ ok: true, value: null })
    const device = await makeTestDevice()
    expect(refusal(await device.redeem({ code }))).toEqual(OFF)
    expect(refusal(await device.redeem({ site: '4711', username: person.address, code: pin }))).toEqual(
      REFUSED,
    )
    expect(await rowsIn(ref, 'SELECT state, sealed FROM grants')).toEqual([
      { state: 'revoked', sealed: null },
    ])
    await setDisabled(person, false)
    expect(refusal(await device.redeem({ code }))).toEqual(REFUSED)
    expect((await services.provisioning.showGrant(person.account, grant.id))?.credentials).toBeNull()
  })

  test('no new code is issued, for its owner or a manager', async () => {
    const person = await makePerson()
    await setDisabled(person, true)
    await expect(issueCode(person)).rejects.toThrow('setup_disabled')
    await setDisabled(person, false)
    expect((await issueCode(person)).grant.state).toBe('issued')
  })

  test('a role that changes closes sockets too: every session ended with it', async () => {
    const [colleague, person] = [await makeManager(), await makePerson()]
    const { grant } = await issueCode(person)
    const socket = await watch(person, grant.id)
    const changed = await colleague.visitor.post(`/manage/accounts/${person.account.id}/role`, {
      role: 'manager',
    })
    expect(changed.location).toContain('done=role')
    expect(await socket.closed).toBe(4401)
    await expect(watch(person, grant.id)).rejects.toThrow('no socket')
  })

  test('web sessions and sockets are dead, and no socket comes back', async () => {
    const person = await makePerson()
    const { grant } = await issueCode(person)
    expect((await visitorOf(person).get(`/setup/acme/ready/${grant.id}`)).status).toBe(200)
    const socket = await watch(person, grant.id)
    await setDisabled(person, true)
    expect(await socket.closed).toBe(4401)
    expect((await visitorOf(person).get(`/setup/acme/ready/${grant.id}`)).location).toBe('/setup/acme')
    await expect(watch(person, grant.id)).rejects.toThrow('no socket')
    expect(await inD1('SELECT id FROM web_sessions WHERE account_id = ?', person.account.id)).toEqual([])
  })

  test('its devices hear setup_disabled, and go on as they were once it is enabled', async () => {
    const { person, checkIn } = await withDevice()
    await setDisabled(person, true)
    expect(refusal(await checkIn())).toEqual(OFF)
    await setDisabled(person, false)
    expect((await checkIn()).body.status).toBe('active')
  })

  test('a device that is still waiting for its first check-in is not confirmed', async () => {
    const person = await makePerson()
    const device = await makeTestDevice()
    const { token } = (await device.redeem({ code: (await issueCode(person)).code })).body.credential
    const spy = vi.spyOn(d1Prototype, 'batch').mockRejectedValue(new Error('D1_ERROR: connection lost'))
    await setDisabled(person, true)
    // D1 does not know yet: the session itself refuses.
    expect(refusal(await device.checkIn(token))).toEqual(OFF)
    spy.mockRestore()
  })

  test('the audit says who did it, and repeating it changes nothing', async () => {
    const person = await makePerson()
    await issueCode(person)
    await setDisabled(person, true)
    const since = await disabledAtOf(person)
    expect(since).toBe(time.now())
    time.pass(HOUR)
    expect(await setDisabled(person, true)).toEqual({ ok: true, value: null })
    expect(await disabledAtOf(person)).toBe(since)
    await setDisabled(person, false)
    expect(await disabledAtOf(person)).toBeNull()
    const told = await inD1(
      `SELECT action, actor_kind, actor_id FROM audit WHERE account_id = ? AND actor_kind = 'manager' ORDER BY at, id`,
      person.account.id,
    )
    expect(told.map(({ action }) => action).sort()).toEqual([
      'account.disabled',
      'account.enabled',
      'provision_code.revoked',
    ])
    expect(new Set(told.map(({ actor_id }) => actor_id))).toEqual(new Set([manager.id]))
  })

  test('an account that never had a code gets its session with this first real write', async () => {
    const person = await makePerson()
    expect(await setDisabled(person, false)).toEqual({ ok: true, value: null })
    expect(await tablesIn(person.account.ref)).toEqual([])
    await setDisabled(person, true)
    expect(await disabledAtOf(person)).toBe(time.now())
    expect(await rowsIn(person.account.ref, 'SELECT address, disabled_at FROM session')).toEqual([
      { address: person.address, disabled_at: time.now() },
    ])
  })
})

describe('while D1 does not answer', () => {
  test('codes are dead all the same, the manager hears it, and the alarm finishes it', async () => {
    const person = await makePerson()
    const { ref, grant } = await issueCode(person)
    await settle(ref)
    const broken = breakDatabase()
    expect(await setDisabled(person, true)).toEqual({ ok: false, error: 'temporarily_unavailable' })
    expect(await rowsIn(ref, 'SELECT state FROM grants')).toEqual([{ state: 'revoked' }])
    broken.mend()
    expect(await disabledAtOf(person)).toBeNull()
    // Its session still counts in D1, but no socket opens.
    await expect(watch(person, grant.id)).rejects.toThrow('no socket')
    expect(await runDurableObjectAlarm(sessionOf(ref))).toBe(true)
    expect(await disabledAtOf(person)).toBe(time.now())
  })

  test('asking again waits for what has not landed', async () => {
    const person = await makePerson()
    const broken = breakDatabase()
    await setDisabled(person, true)
    expect((await setDisabled(person, true)).ok).toBe(false)
    broken.mend()
    expect((await setDisabled(person, true)).ok).toBe(true)
    expect(await disabledAtOf(person)).toBe(time.now())
  })

  test('an event that arrives a second time, late, does not disable again', async () => {
    const person = await makePerson()
    const { ref, id: accountId, organisationId } = person.account
    await setDisabled(person, true)
    await setDisabled(person, false)
    const repeated = projectDisabledStatements(
      openDatabase(bindings.db),
      { organisationId, accountId, disabledAt: time.now() },
      { auditId: `${ref}.1`, at: time.now() },
    )
    expect(await inD1('SELECT action FROM audit WHERE id = ?', `${ref}.1`)).toEqual([
      { action: 'account.disabled' },
    ])
    await runBatch(openDatabase(bindings.db), repeated)
    expect(await disabledAtOf(person)).toBeNull()
  })
})
