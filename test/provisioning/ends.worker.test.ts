import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { MINUTE } from '../../src/kernel/time.ts'
import type { Holder, RedeemInput } from '../../src/referee/index.ts'
import { inD1, issueCode, makePerson, rowsIn, seedWorld, sessionOf, settle, time } from '../support/world.ts'
import { keyOf } from './samples.ts'

/** What ends a code that was made for a device, and who did it. */

beforeAll(seedWorld)
beforeEach(time.start)

async function prepare() {
  const person = await makePerson()
  const { ref } = person.account
  const session = sessionOf(ref)
  const setUp = async (options: Parameters<typeof issueCode>[1], holder: Holder) => {
    const code = await issueCode(person, options)
    const by: RedeemInput['by'] = { kind: 'url', secret: code.secret, pin: null }
    const redeemed = await session.redeem({ by, holder, facts: {}, ownership: null })
    if (!redeemed.ok) throw new Error(redeemed.error)
    time.pass(MINUTE)
    return redeemed.value.deviceId
  }
  const endOf = async (grantId: string) => {
    await settle(ref)
    return inD1(
      `SELECT actor_kind, actor_id, action FROM audit
       WHERE account_id = ? AND json_extract(detail, '$.grant') = ? AND action LIKE 'provision_code.%'
       ORDER BY rowid DESC LIMIT 1`,
      person.account.id,
      grantId,
    )
  }
  return { person, ref, session, setUp, endOf }
}

describe('a code that sets a device up again ends', () => {
  test('with the device, by whoever ended that', async () => {
    const { person, ref, session, setUp, endOf } = await prepare()
    const id = await setUp({ deviceLimit: null }, keyOf())
    const { grant } = await issueCode(person, { deviceLimit: null, device: { id, as: 'reprovision' } })
    const actor = { kind: 'manager', id: 'acc_manager' } as const
    expect((await session.endDevice({ deviceId: id, as: 'retired', actor })).ok).toBe(true)
    expect(await endOf(grant.id)).toEqual([
      { actor_kind: 'manager', actor_id: 'acc_manager', action: 'provision_code.revoked' },
    ])
    expect(await rowsIn(ref, `SELECT state, sealed FROM grants WHERE id = '${grant.id}'`)).toEqual([
      { state: 'revoked', sealed: null },
    ])
  })

  test('by the device that takes its place at the limit', async () => {
    const { person, setUp, endOf } = await prepare()
    const limit = { deviceLimit: 1, atLimit: 'replace' } as const
    const old = await setUp(limit, keyOf())
    const other = await issueCode(person, { ...limit, platform: 'linux' })
    const { grant } = await issueCode(person, { ...limit, device: { id: old, as: 'reprovision' } })
    const redeemed = await sessionOf(other.ref).redeem({
      by: { kind: 'url', secret: other.secret, pin: null },
      holder: keyOf(),
      facts: {},
      ownership: null,
    })
    expect(await endOf(grant.id)).toEqual([
      {
        actor_kind: 'device',
        actor_id: redeemed.ok && redeemed.value.deviceId,
        action: 'provision_code.revoked',
      },
    ])
  })

  test('by the device that goes on with its key', async () => {
    const { person, session, setUp, endOf } = await prepare()
    const many = { deviceLimit: null }
    const key = keyOf()
    const old = await setUp(many, key)
    const passed = await setUp({ ...many, platform: 'linux' }, { kind: 'browser', hash: 'a-browser' })
    const { grant } = await issueCode(person, { ...many, device: { id: old, as: 'reprovision' } })
    const ticket = (await session.showClaim({ deviceId: passed, browser: 'a-browser' }))?.ticket ?? ''
    const moved = await session.redeem({
      by: { kind: 'ticket', ticket },
      holder: keyOf(key.thumbprint),
      facts: {},
      ownership: null,
    })
    expect(moved).toMatchObject({ ok: true, value: { deviceId: passed } })
    expect(await endOf(grant.id)).toEqual([
      { actor_kind: 'device', actor_id: passed, action: 'provision_code.revoked' },
    ])
  })
})

test('disabling an account, and enabling it again, keeps what its session knows of limits and PINs', async () => {
  const { person, ref, session } = await prepare()
  const { pin } = await issueCode(person, { deviceLimit: 3, atLimit: 'replace' })
  const wrong = pin === '000000' ? '000001' : '000000'
  for (let tries = 0; tries < 5; tries += 1) await session.provePin({ pin: wrong })
  const read = () => rowsIn(ref, 'SELECT device_limit, at_limit, pin_failures, pin_locked_at FROM session')
  const before = await read()
  expect(before).toEqual([
    { device_limit: 3, at_limit: 'replace', pin_failures: expect.any(Number), pin_locked_at: time.now() },
  ])
  const { organisationId, id: accountId, address, locale } = person.account
  const actor = { kind: 'manager', id: 'acc_manager' } as const
  for (const disabled of [true, false])
    expect(
      await session.setDisabled({
        organisationId,
        accountId,
        ref,
        actor,
        disabled,
        notify: { address, locale },
      }),
    ).toEqual({ ok: true, value: null })
  expect(await read()).toEqual(before)
})
