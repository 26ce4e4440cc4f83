import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { DAY } from '../../src/kernel/time.ts'
import type { IssueCodeInput } from '../../src/referee/index.ts'
import { inD1, makePerson, rowsIn, seedWorld, sessionOf, settle, time } from '../support/world.ts'

/** What a session makes of a device that answers its phase 1 profile, and what it writes down. */

beforeAll(seedWorld)
beforeEach(time.start)

const browser = 'a-browser'
const manager = { kind: 'manager', id: 'acc_manager' } as const

async function prepare() {
  const person = await makePerson()
  const { organisationId, id: accountId, ref, address, locale } = person.account
  const session = sessionOf(ref)
  const [template] = await inD1(
    "SELECT id FROM device_templates WHERE organisation_id = 1 AND platform = 'ios'",
  )
  const input: IssueCodeInput = {
    ...{ organisationId, accountId, ref, actor: manager, notify: { address, locale } },
    ...{ platform: 'ios', ownership: 'company', ownershipOpen: false, confirmation: 'tap', reports: 'ota' },
    template: { id: String(template?.id), version: 1, policies: {}, identity: false },
    ...{ validitySeconds: 600, checkInSeconds: 3600, deviceLimit: null },
  }
  const issued = await session.issueCode(input)
  const secret = (issued.ok && issued.value.credentials?.secret) || ''
  const redeemed = await session.redeem({
    by: { kind: 'url', secret, pin: null },
    holder: { kind: 'browser', hash: browser },
    facts: { name: 'Ada’s iPad' },
    ownership: null,
  })
  const deviceId = redeemed.ok ? redeemed.value.deviceId : 'dev_none'
  const key = (await session.showClaim({ deviceId, browser }))?.artefactKey ?? ''
  const taken = await session.takeArtefact({ deviceId, key })
  const challenge = (taken.ok && taken.value.challenge) || ''
  const grantId = issued.ok ? issued.value.id : ''
  return {
    ref,
    session,
    deviceId,
    challenge,
    grantId,
    off: (disabled: boolean) =>
      session.setDisabled({
        organisationId,
        accountId,
        ref,
        actor: manager,
        notify: { address, locale },
        disabled,
      }),
    report: (
      facts: { udid: string; model?: string; os_version?: string } = { udid: 'one' },
      logFacts = true,
    ) => session.reportOta({ deviceId, challenge, facts, logFacts }),
    async told(action: string) {
      await settle(ref)
      const rows = await inD1(
        'SELECT actor_kind, actor_id, detail FROM audit WHERE account_id = ? AND action = ? ORDER BY rowid',
        accountId,
        action,
      )
      return rows.map(({ detail, ...actor }) => ({ ...actor, ...JSON.parse(String(detail)) }))
    },
  }
}
const REFUSED = { ok: false, error: 'invalid_provision_code' }
const failed = (reason: string, grant: string | null = null) => ({
  ...{ actor_kind: 'device', actor_id: 'unknown' },
  ...{ reason, count: 1, grant },
})

describe('a device that answers', () => {
  test('is active from then on, and says what it is where the service wants to know', async () => {
    for (const [facts, logFacts, more] of [
      [{ model: 'iPad', os_version: '26' }, true, { model: 'iPad', osVersion: '26' }],
      [{ model: 'iPad' }, true, { model: 'iPad' }],
      [{ os_version: '26' }, true, { osVersion: '26' }],
      [{ model: 'iPad', os_version: '26' }, false, {}],
    ] as const) {
      const { deviceId, report, told, ref } = await prepare()
      expect(await report({ udid: 'one', ...facts }, logFacts)).toMatchObject({
        ok: true,
        value: { confirmedAt: time.now(), artefactKey: expect.stringMatching(/^[\w-]{22}$/) },
      })
      expect(await told('device.confirmed')).toEqual([
        { actor_kind: 'device', actor_id: deviceId, platform: 'ios', by: 'ota', ...more },
      ])
      const [claim] = await rowsIn(ref, 'SELECT state, confirmed_by, facts FROM claims')
      expect({ ...claim, facts: JSON.parse(String(claim?.facts)) }).toEqual({
        ...{ state: 'confirmed', confirmed_by: 'device' },
        facts: { name: 'Ada’s iPad', udid: 'one', ...facts },
      })
    }
  })

  test('again within the day is answered alike, and told of once', async () => {
    const { report, told } = await prepare()
    const first = await report()
    time.pass(DAY - 1)
    expect(await report()).toEqual(first)
    expect(await told('device.confirmed')).toHaveLength(1)
    time.pass(1)
    expect(await report()).toEqual(REFUSED)
    expect(await told('device.provisioning_failed')).toMatchObject([{ reason: 'window_closed' }])
  })
})

describe('is refused, and written down with the reason', () => {
  test('a challenge that is none', async () => {
    const { session, deviceId, told } = await prepare()
    const wrong = { challenge: 'K'.repeat(22), facts: { udid: 'one' }, logFacts: true }
    expect(await session.reportOta({ deviceId, ...wrong })).toEqual(REFUSED)
    expect(await session.reportOta({ deviceId: 'dev_none', ...wrong })).toEqual(REFUSED)
    expect(await told('device.provisioning_failed')).toEqual([failed('unknown_secret')])
  })

  test('another device with the same challenge, and its owner is warned once', async () => {
    const { report, told, grantId } = await prepare()
    await report()
    expect([await report({ udid: 'two' }), await report({ udid: 'three' })]).toEqual([REFUSED, REFUSED])
    expect(await told('device.provisioning_failed')).toEqual([failed('used', grantId)])
    expect(await told('theft.suspected')).toEqual([
      { actor_kind: 'device', actor_id: 'unknown', grant: grantId, mailed: false },
    ])
  })

  test('a device that ended', async () => {
    const { session, deviceId, report, told, grantId } = await prepare()
    await session.endDevice({ deviceId, as: 'deleted', actor: manager })
    expect(await report()).toEqual(REFUSED)
    expect(await told('device.provisioning_failed')).toEqual([failed('revoked', grantId)])
  })

  test('an account that is off, which is said', async () => {
    const { report, off, told, grantId } = await prepare()
    await off(true)
    expect(await report()).toEqual({ ok: false, error: 'setup_disabled' })
    expect(await told('device.provisioning_failed')).toEqual([failed('setup_disabled', grantId)])
    await off(false)
    expect((await report()).ok).toBe(true)
  })
})
