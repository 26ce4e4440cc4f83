import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { DAY, SECOND } from '../../src/kernel/time.ts'
import type { RedeemInput } from '../../src/referee/index.ts'
import { thumbprintOf } from '../../src/tools/device/proof.ts'
import {
  inD1,
  issueCode,
  makePerson,
  makeTestDevice,
  seedWorld,
  sessionOf,
  settle,
  time,
} from '../support/world.ts'

/** What a session shows a browser of a claim: the secrets in it are for whoever holds it, as long as they open something. */

beforeAll(seedWorld)
beforeEach(time.start)

const own = 'the-hash-of-a-cookie'

async function claim(platform: 'ios' | 'agent' = 'ios') {
  const person = await makePerson()
  const { ref, secret, grant } = await issueCode(person, { platform })
  const session = sessionOf(ref)
  const redeem = (by: RedeemInput['by'], holder: RedeemInput['holder']) =>
    session.redeem({ by, holder, facts: {}, ownership: null })
  const redeemed = await redeem({ kind: 'url', secret, pin: null }, { kind: 'browser', hash: own })
  const deviceId = redeemed.ok ? redeemed.value.deviceId : 'dev_none'
  const show = async (browser = own) => {
    const shown = await session.showClaim({ deviceId, browser })
    return (
      shown && {
        moved: shown.moved,
        state: shown.state,
        secrets: [shown.artefactKey, shown.confirmKey, shown.ticket].map((one) => typeof one === 'string'),
      }
    )
  }
  return { person, ref, session, deviceId, grant, redeem, show }
}

describe('of a claim', () => {
  test('its browser has all secrets for a day, and then only the one that says it is installed', async () => {
    const { show, session, deviceId, person, ref } = await claim()
    const fresh = { moved: false, state: 'claimed', secrets: [true, true, true] }
    expect(await show()).toEqual(fresh)
    time.pass(DAY - SECOND)
    expect(await show()).toEqual(fresh)
    time.pass(SECOND)
    expect(await show()).toEqual({ ...fresh, secrets: [false, true, false] })
    const actor = { kind: 'owner', id: person.account.id } as const
    await session.endDevice({ deviceId, as: 'deleted', actor })
    await settle(ref)
    expect(await show()).toEqual({ moved: false, state: 'revoked', secrets: [false, false, false] })
  })

  test('that went on elsewhere its former browser sees how it fares, and no secret', async () => {
    const { show, session, deviceId, redeem } = await claim('agent')
    const shown = await session.showClaim({ deviceId, browser: own })
    const holder = { kind: 'device_key', thumbprint: 'a-thumbprint', jti: 'one' } as const
    expect((await redeem({ kind: 'ticket', ticket: shown?.ticket ?? '' }, holder)).ok).toBe(true)
    expect(await show()).toEqual({ moved: true, state: 'claimed', secrets: [false, false, false] })
    expect(await show('another')).toBeNull()
  })

  test('that a key holds nothing is shown to whoever names the key as a browser: thumbprints are no secrets', async () => {
    const person = await makePerson()
    const device = await makeTestDevice()
    const { code, ref } = await issueCode(person)
    const { body } = await device.redeem({ code })
    const browser = await thumbprintOf(device.key)
    expect(await sessionOf(ref).showClaim({ deviceId: body.device.id, browser })).toBeNull()
    expect(await sessionOf(ref).sayInstalled({ deviceId: body.device.id, by: { browser } })).toEqual({
      ok: false,
      error: 'unknown',
    })
  })

  test('the first download is told, and no other', async () => {
    const { session, deviceId, ref } = await claim()
    const key = (await session.showClaim({ deviceId, browser: own }))?.artefactKey ?? ''
    const first = await session.takeArtefact({ deviceId, key })
    expect(first).toMatchObject({ ok: true, value: { moved: false, downloadsLeft: 2, challenge: null } })
    time.pass(SECOND)
    const second = await session.takeArtefact({ deviceId, key })
    expect(second).toMatchObject({ ok: true, value: { deliveredAt: time.now() - SECOND, downloadsLeft: 1 } })
    await settle(ref)
    const told = await inD1(
      "SELECT at FROM audit WHERE action = 'profile.delivered' AND device_id = ?",
      deviceId,
    )
    expect(told).toEqual([{ at: time.now() - SECOND }])
  })
})
