import { expect, test } from 'vitest'
import { makeKeyring } from '../../src/kernel/secrets.ts'
import { DAY } from '../../src/kernel/time.ts'
import { claimSecret } from '../../src/provisioning/handover.ts'
import { reportOta } from '../../src/provisioning/ota.ts'
import type { Claim } from '../../src/provisioning/types.ts'
import { itsSession, KEYS, type Memory, remember } from './memory.ts'
import { claim, grant } from './samples.ts'

const keys = makeKeyring(KEYS)
const phone: Claim = { ...claim, platform: 'ios', reports: 'ota', holderKind: 'browser', holder: 'a-browser' }
const exhausted = { ...grant, platform: 'ios' as const, state: 'exhausted' as const }

function report(change: Partial<Claim> = {}, facts = {}, holds: Partial<Memory> = {}) {
  const held = { ...phone, ...change }
  const { memory, context } = remember(
    { session: itsSession, grants: [exhausted], claims: [held], ...holds },
    keys,
  )
  const challenge = claimSecret(keys, 'challenge', held) ?? ''
  const input = { deviceId: 'dev_1' as const, challenge, facts: { udid: 'one', ...facts }, logFacts: true }
  return { answer: reportOta(context, input), events: memory.events, claims: memory.claims }
}
const REFUSED = { ok: false, error: 'invalid_provision_code' }
const reasonOf = ({ events }: ReturnType<typeof report>) => events.map(({ audit }) => audit.detail.reason)

test('a device that answers its challenge is active, and gets the key of the page that its browser shows', () => {
  const { answer, events, claims } = report()
  const artefactKey = claimSecret(keys, 'artefact', phone)
  expect(answer).toMatchObject({ ok: true, value: { grantId: 'grt_1', rev: 8, artefactKey } })
  expect(claims).toMatchObject([{ state: 'confirmed', confirmedBy: 'device', facts: { udid: 'one' } }])
  expect(Object.keys(events[0]?.audit.detail ?? {})).toEqual(['platform', 'by'])
})

test('what it says of itself is told where it says it', () => {
  const { events } = report({}, { model: 'iPad', os_version: '26' })
  expect(events[0]?.audit.detail).toEqual({ platform: 'ios', by: 'ota', model: 'iPad', osVersion: '26' })
})

test('one that answered before is answered alike, and nothing more is told', () => {
  const before = { state: 'confirmed', confirmedAt: 5, facts: { udid: 'one' } } as const
  const { answer, events } = report(before)
  expect(answer).toMatchObject({ ok: true, value: { confirmedAt: 5, rev: 7 } })
  expect(events).toEqual([])
})

test('a challenge of what is not set up that way is none', () => {
  for (const attempt of [
    ...[report({ reports: 'none' }), report({}, {}, { grants: [] }), report({}, {}, { claims: [] })],
    report({ deviceId: 'dev_2' }),
  ]) {
    expect(attempt.answer).toEqual(REFUSED)
    expect(reasonOf(attempt)).toEqual(['unknown_secret'])
  }
  expect(report({}, {}, { session: null }).answer).toEqual(REFUSED)
})

test('a device that ended, was never finished, or comes after a day is refused with the reason', () => {
  for (const [change, reason] of [
    [{ state: 'abandoned' }, 'window_closed'],
    [{ state: 'revoked' }, 'revoked'],
    [{ claimedAt: claim.claimedAt - DAY }, 'window_closed'],
  ] as const) {
    const attempt = report(change)
    expect(attempt.answer).toEqual(REFUSED)
    expect(reasonOf(attempt)).toEqual([reason])
  }
})

test('another device with the same challenge is refused, and told of as a theft once', () => {
  const before = { state: 'confirmed', confirmedAt: 5, facts: { udid: 'two' } } as const
  const { answer, events } = report(before)
  expect(answer).toEqual(REFUSED)
  expect(events.map(({ audit }) => audit.action)).toEqual(['theft.suspected', 'device.provisioning_failed'])
  const known = report(before, {}, { grants: [{ ...exhausted, theftAt: 3 }] })
  expect(known.events.map(({ audit }) => audit.action)).toEqual(['device.provisioning_failed'])
})
