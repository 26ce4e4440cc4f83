import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { DAY, HOUR, SECOND } from '../../src/kernel/time.ts'
import {
  type Answer,
  bindings,
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
beforeEach(time.start)
afterEach(() => vi.restoreAllMocks())

const codeOf = (answer: Answer) => [answer.status, answer.body.code]
const devicesOf = (accountId: string) =>
  inD1('SELECT id, lifecycle FROM devices WHERE account_id = ?', accountId)
const statesIn = async (ref: string) =>
  (await rowsIn(ref, 'SELECT state FROM grants ORDER BY created_at')).map(({ state }) => state)

/** Every D1 batch fails until the spy is restored; returns how many were tried. */
function breakBatches() {
  return vi.spyOn(d1Prototype, 'batch').mockRejectedValue(new Error('D1_ERROR: network connection lost'))
}

async function prepareCode(options: Parameters<typeof issueCode>[1] = {}) {
  const person = await makePerson()
  const code = await issueCode(person, options)
  await settle(code.ref)
  return { ...code, person, device: await makeTestDevice() }
}

describe('D1', () => {
  test('fails after the claim: 503, and the retry heals to one device', async () => {
    const { code, ref, person, device } = await prepareCode()
    const spy = breakBatches()
    const answer = await device.redeem({ code })
    expect(codeOf(answer)).toEqual([503, 'temporarily_unavailable'])
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(spy).toHaveBeenCalled()
    expect(await statesIn(ref)).toEqual(['exhausted'])
    expect(await devicesOf(person.account.id)).toEqual([])
    spy.mockRestore()
    time.pass(2 * SECOND)
    const healed = await device.redeem({ code })
    expect(healed.status).toBe(201)
    expect(await devicesOf(person.account.id)).toEqual([{ id: healed.body.device.id, lifecycle: 'pending' }])
  })

  test('fails after the claim and the device never asks again: the alarm finishes it', async () => {
    const { code, ref, person, device } = await prepareCode()
    const spy = breakBatches()
    await device.redeem({ code })
    spy.mockRestore()
    time.pass(HOUR)
    expect(await runDurableObjectAlarm(sessionOf(ref))).toBe(true)
    expect(await devicesOf(person.account.id)).toHaveLength(1)
  })

  test('is down before the claim: 503, and the code is untouched', async () => {
    const { code, ref, device } = await prepareCode()
    const broken = breakDatabase()
    expect(codeOf(await device.redeem({ code }))).toEqual([503, 'temporarily_unavailable'])
    broken.mend()
    expect(await statesIn(ref)).toEqual(['issued'])
    expect((await device.redeem({ code })).status).toBe(201)
  })

  test('refuses an event for a constraint: it is parked, and what follows lands', async () => {
    const { ref, person } = await prepareCode()
    await runInDurableObject(sessionOf(ref), (_session, state) => {
      state.storage.sql.exec(`UPDATE grants SET template_id = 'tpl_gone'`)
    })
    const { secret } = await services.provisioning
      .showGrant(person.account, String((await rowsIn(ref, 'SELECT id FROM grants'))[0]?.id))
      .then((grant) => grant?.credentials ?? { secret: '' })
    const device = await makeTestDevice()
    expect(codeOf(await device.redeem({ code: `${ref}.${secret}` }))).toEqual([
      503,
      'temporarily_unavailable',
    ])
    expect(await rowsIn(ref, 'SELECT parked_reason FROM outbox')).toEqual([
      { parked_reason: expect.stringContaining('FOREIGN KEY') },
    ])
    await issueCode(person)
    await settle(ref)
    const created = await inD1(
      `SELECT id FROM audit WHERE account_id = ? AND action = 'provision_code.created'`,
      person.account.id,
    )
    expect(created).toHaveLength(2)
  })
})

describe('the object', () => {
  test('crashes while D1 is slow: the claim is durable and the same device gets the same answer', async () => {
    const { code, ref, person, device } = await prepareCode()
    const spy = vi.spyOn(d1Prototype, 'batch').mockImplementation(() => new Promise(() => {}))
    const lost = device.redeem({ code })
    // Polled, not awaited: a promise that the object settles would carry this test into the crash.
    await vi.waitFor(() => expect(spy).toHaveBeenCalled())
    // The call into a crashing object may never settle: what counts is what the device hears.
    void runInDurableObject(sessionOf(ref), (_session, state) => state.abort('crash')).catch(() => null)
    expect(codeOf(await lost)).toEqual([503, 'temporarily_unavailable'])
    spy.mockRestore()
    expect(await statesIn(ref)).toEqual(['exhausted'])
    const [claim] = await rowsIn(ref, 'SELECT device_id FROM claims')
    time.pass(SECOND)
    const again = await device.redeem({ code })
    expect(again.body.device.id).toBe(claim?.device_id)
    expect(await devicesOf(person.account.id)).toHaveLength(1)
  })

  test('is evicted between all steps and relies on no memory', async () => {
    const { code, ref, person, device } = await prepareCode()
    const evict = () => evictDurableObject(sessionOf(ref))
    await evict()
    const redeemed = await device.redeem({ code })
    await evict()
    await device.checkIn(redeemed.body.credential.token)
    await evict()
    expect(await devicesOf(person.account.id)).toMatchObject([{ lifecycle: 'active' }])
    expect(codeOf(await device.redeem({ code }))).toEqual([403, 'invalid_provision_code'])
  })
})

describe('the alarm', () => {
  test('twice, early or late it does what is due and no more', async () => {
    const { ref, person, grant } = await prepareCode()
    const expired = () =>
      inD1(
        `SELECT id FROM audit WHERE account_id = ? AND action = 'provision_code.expired'`,
        person.account.id,
      )
    await runAlarm(ref)
    expect(await statesIn(ref)).toEqual(['issued'])
    time.pass(DAY)
    await runAlarm(ref)
    await runAlarm(ref, { retryCount: 1 })
    expect(await statesIn(ref)).toEqual(['expired'])
    expect(await expired()).toHaveLength(1)
    const [row] = await rowsIn(ref, 'SELECT sealed, ended_at FROM grants')
    expect(row).toEqual({ sealed: null, ended_at: grant.validUntil })
  })

  test('that always fails is armed again near its last retry', async () => {
    const { ref } = await prepareCode()
    await runInDurableObject(sessionOf(ref), async (session, state) => {
      await state.storage.deleteAlarm()
      vi.spyOn(state.storage, 'transactionSync').mockImplementation(() => {
        throw new Error('disk')
      })
      await expect(session.alarm({ retryCount: 0, isRetry: false } as AlarmInvocationInfo)).rejects.toThrow(
        'disk',
      )
      await session.alarm({ retryCount: 5, isRetry: true } as AlarmInvocationInfo)
      expect(await state.storage.getAlarm()).toBeGreaterThan(time.now())
    })
  })

  test('does not spin: once nothing is due for long, it stands far ahead or not at all', async () => {
    const { ref, code, device } = await prepareCode()
    const { token } = (await device.redeem({ code })).body.credential
    await device.checkIn(token)
    for (const days of [1, 2, 31, 40]) {
      time.pass(days * DAY)
      await runAlarm(ref)
      const alarm = await runInDurableObject(sessionOf(ref), (_session, state) => state.storage.getAlarm())
      expect(alarm === null || alarm >= time.now() + HOUR).toBe(true)
    }
  })
})

describe('PINs', () => {
  const wrong = (pin: string) => (pin === '00000000' ? '11111111' : '00000000')

  test('guessed from many client addresses they are locked after five, the URL lives on, the lock is told', async () => {
    const { ref, code, pin, person, device } = await prepareCode()
    const guess = async (index: number) => {
      const other = await makeTestDevice()
      const body = { site: '4711', username: person.address, code: wrong(pin) }
      const { exports } = await import('cloudflare:workers')
      return exports.default.fetch(`${bindings.baseUrl}/device/v1/redeem`, {
        method: 'POST',
        headers: {
          dpop: await other.proofFor('POST', '/device/v1/redeem'),
          'content-type': 'application/json',
          'cf-connecting-ip': `198.51.100.${index}`,
        },
        body: JSON.stringify(body),
      })
    }
    for (let index = 0; index < 100; index += 1) expect((await guess(index)).status).toBe(403)
    expect(await rowsIn(ref, 'SELECT pin_failures FROM session')).toEqual([{ pin_failures: 5 }])
    const right = await device.redeem({ site: '4711', username: person.address, code: pin })
    expect(codeOf(right)).toEqual([403, 'invalid_provision_code'])
    await settle(ref)
    expect(
      await inD1(`SELECT id FROM audit WHERE account_id = ? AND action = 'pin.locked'`, person.account.id),
    ).toHaveLength(1)
    expect((await device.redeem({ code })).status).toBe(201)
  })

  test('a right one before the fifth wrong one clears the count', async () => {
    const { ref, pin, person, device } = await prepareCode()
    const type = (code: string) => device.redeem({ site: '4711', username: person.address, code })
    for (let index = 0; index < 4; index += 1) await type(wrong(pin))
    expect((await type(pin)).status).toBe(201)
    expect(await rowsIn(ref, 'SELECT pin_failures FROM session')).toEqual([{ pin_failures: 0 }])
  })

  test('the PIN of a code that is over clears no count: an old one does not buy more guesses', async () => {
    const { ref, pin: old, person, device } = await prepareCode()
    const { pin } = await issueCode(person)
    const type = (code: string) => device.redeem({ site: '4711', username: person.address, code })
    const neither = ['00000000', '11111111', '22222222'].find((one) => one !== old && one !== pin) ?? ''
    for (let index = 0; index < 4; index += 1) await type(neither)
    expect((await type(old)).status).toBe(403)
    expect(await rowsIn(ref, 'SELECT pin_failures FROM session')).toEqual([{ pin_failures: 4 }])
    await type(neither)
    expect((await type(pin)).status).toBe(403)
    expect(await rowsIn(ref, 'SELECT pin_failures FROM session')).toEqual([{ pin_failures: 5 }])
  })

  test('a crash after the try gives no free guess: the try was counted', async () => {
    const { ref, pin, person, device } = await prepareCode()
    await device.redeem({ site: '4711', username: person.address, code: wrong(pin) })
    await runInDurableObject(sessionOf(ref), (_session, state) => state.abort('crash')).catch(() => null)
    expect(await rowsIn(ref, 'SELECT pin_failures FROM session')).toEqual([{ pin_failures: 1 }])
  })

  test('where the code asks for one, the URL alone says so only after its secret matched', async () => {
    const { ref, code, pin, device } = await prepareCode({ confirmation: 'pin' })
    expect(codeOf(await device.redeem({ code: `${ref}.${'D'.repeat(22)}` }))).toEqual([
      403,
      'invalid_provision_code',
    ])
    expect(codeOf(await device.redeem({ code }))).toEqual([403, 'pin_required'])
    expect(codeOf(await device.redeem({ code, pin: wrong(pin) }))).toEqual([403, 'invalid_provision_code'])
    expect((await device.redeem({ code, pin })).status).toBe(201)
  })

  test('five wrong ones behind a URL close that URL only; the address still works', async () => {
    const { code, pin, person, device } = await prepareCode({ confirmation: 'pin' })
    for (let index = 0; index < 5; index += 1) await device.redeem({ code, pin: wrong(pin) })
    expect(codeOf(await device.redeem({ code, pin }))).toEqual([403, 'invalid_provision_code'])
    expect((await device.redeem({ site: '4711', username: person.address, code: pin })).status).toBe(201)
  })
})

describe('clocks', () => {
  test('a clock that jumps back before the making of a code ends it instead of prolonging it', async () => {
    const { code, ref, device } = await prepareCode()
    time.pass(-HOUR)
    expect((await device.redeem({ code })).status).toBe(403)
    expect(await rowsIn(ref, 'SELECT count(*) AS claims FROM claims')).toEqual([{ claims: 0 }])
  })
})
