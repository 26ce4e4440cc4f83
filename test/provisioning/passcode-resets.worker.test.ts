import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { MINUTE } from '../../src/kernel/time.ts'
import {
  issueCode,
  makePerson,
  makeTestDevice,
  rowsIn,
  seedWorld,
  sessionOf,
  time,
} from '../support/world.ts'

/** A PIN with which somebody may set their device's passcode anew, as its session decides it. */

beforeAll(seedWorld)
beforeEach(time.start)

const actor = { kind: 'owner', id: 'acc_owner' } as const
const REFUSED = { ok: false, error: 'invalid_pin' }

async function prepare() {
  const person = await makePerson()
  const { code, ref } = await issueCode(person)
  const { body } = await (await makeTestDevice()).redeem({ code })
  const deviceId = body.device.id as `dev_${string}`
  const session = sessionOf(ref)
  const issued = await session.issuePasscodeReset({ deviceId, actor })
  const pin = (issued.ok && issued.value.pin) || ''
  const { organisationId, id: accountId, address, locale } = person.account
  const account = { organisationId, accountId, ref, actor, notify: { address, locale } }
  return {
    ref,
    session,
    deviceId,
    pin,
    wrong: [...pin].toReversed().join('') === pin ? '00000000' : [...pin].toReversed().join(''),
    use: (typed: string) => session.usePasscodeReset({ deviceId, pin: typed }),
    show: () => session.showPasscodeReset({ deviceId }),
    off: (disabled: boolean) => session.setDisabled({ ...account, disabled }),
  }
}

describe('a PIN for a passcode', () => {
  test('is shown while it waits, and not after it was used or its time is over', async () => {
    const { pin, use, show, ref } = await prepare()
    expect(await rowsIn(ref, 'SELECT id FROM passcode_resets')).toEqual([
      { id: expect.stringMatching(/^rst_[\w-]{22}$/) },
    ])
    expect(await show()).toMatchObject({ state: 'waiting', pin, usedAt: null })
    expect(await use(pin)).toEqual({ ok: true, value: { usedAt: time.now() } })
    expect(await show()).toMatchObject({ state: 'used', pin: null, usedAt: time.now() })
    const late = await prepare()
    time.pass(10 * MINUTE)
    expect(await late.show()).toMatchObject({ state: 'over', pin: null, usedAt: null })
    expect(await late.use(late.pin)).toEqual(REFUSED)
  })

  test('ends with the fifth wrong try', async () => {
    const { pin, wrong, use, show } = await prepare()
    for (let tries = 0; tries < 4; tries += 1) expect(await use(wrong)).toEqual(REFUSED)
    expect(await show()).toMatchObject({ state: 'waiting', pin })
    expect(await use(wrong)).toEqual(REFUSED)
    expect(await show()).toMatchObject({ state: 'over', pin: null })
    expect(await use(pin)).toEqual(REFUSED)
  })

  test('that was used is answered again in its time, and no more once five were wrong', async () => {
    const { pin, wrong, use } = await prepare()
    const used = { ok: true, value: { usedAt: time.now() } }
    expect(await use(pin)).toEqual(used)
    time.pass(MINUTE)
    for (let tries = 0; tries < 4; tries += 1) expect(await use(wrong)).toEqual(REFUSED)
    // The right one is no try.
    expect([await use(pin), await use(pin)]).toEqual([used, used])
    expect(await use(wrong)).toEqual(REFUSED)
    expect(await use(pin)).toEqual(REFUSED)
  })

  test('is of no use while the account is off, and is not made then', async () => {
    const { pin, session, deviceId, use, show, off } = await prepare()
    await off(true)
    const OFF = { ok: false, error: 'setup_disabled' }
    expect([await use(pin), await session.issuePasscodeReset({ deviceId, actor })]).toEqual([OFF, OFF])
    expect(await show()).toMatchObject({ state: 'over', pin: null })
    await off(false)
    expect((await use(pin)).ok).toBe(true)
  })
})
