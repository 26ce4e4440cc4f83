import { beforeAll, beforeEach, expect, test } from 'vitest'
import { MINUTE } from '../../src/kernel/time.ts'
import { findOffer } from '../../src/provisioning/offers.ts'
import type { Holder, IssueInvitationInput, RedeemInput } from '../../src/referee/index.ts'
import { openDatabase } from '../../src/runtime/database.ts'
import { invite } from '../support/invitations.ts'
import { bindings, inD1, makePerson, rowsIn, seedWorld, sessionOf, settle, time } from '../support/world.ts'
import { keyOf } from './samples.ts'

/** What a session makes of an invitation that is redeemed, and what it writes down. */

beforeAll(seedWorld)
beforeEach(time.start)

const browser: Holder = { kind: 'browser', hash: 'a-browser' }

async function prepare(options: Partial<IssueInvitationInput> = {}) {
  const person = await makePerson()
  const invited = await invite(person, options)
  const offer = await findOffer(openDatabase(bindings.db), invited.ref, 'agent')
  if (!offer.ok) throw new Error(offer.error)
  const redeem = (holder: Holder, more: Partial<RedeemInput> = { offer: offer.value }) =>
    sessionOf(invited.ref).redeem({
      by: { kind: 'url', secret: invited.secret, pin: null },
      holder,
      facts: {},
      ownership: null,
      ...more,
    })
  const audit = async (action: string) => {
    await settle(invited.ref)
    const rows = await inD1(
      'SELECT detail FROM audit WHERE account_id = ? AND action = ? ORDER BY rowid',
      person.account.id,
      action,
    )
    return rows.map(({ detail }) => JSON.parse(String(detail)))
  }
  return { ...invited, offer: offer.value, redeem, audit }
}

test('a key that came before is known without naming its platform; a browser, which may want another, is asked', async () => {
  const { redeem } = await prepare()
  const holder = keyOf()
  const [key, shown] = [await redeem(holder), await redeem(browser)]
  expect([key.ok, shown.ok]).toEqual([true, true])
  const again = await redeem(keyOf(holder.thumbprint), {})
  expect(again.ok && again.value.deviceId).toBe(key.ok && key.value.deviceId)
  expect(await redeem(browser, {})).toEqual({ ok: false, error: 'offer_required' })
  expect(await redeem(keyOf(), {})).toEqual({ ok: false, error: 'offer_required' })
})

test('where a PIN is wanted, too, the platform is asked for first, and no PIN is counted', async () => {
  const { redeem, ref, secret } = await prepare({ confirmation: 'pin' })
  for (const pin of [null, '00000000'])
    expect(await redeem(keyOf(), { by: { kind: 'url', secret, pin } })).toEqual({
      ok: false,
      error: 'offer_required',
    })
  expect(await rowsIn(ref, 'SELECT pin_failures FROM invitations')).toEqual([{ pin_failures: 0 }])
})

test('a proof that was shown before brings an answer no second time, and nothing new either', async () => {
  const { redeem } = await prepare()
  const [proof, other] = [keyOf(), keyOf()]
  expect((await redeem(proof)).ok).toBe(true)
  expect(await redeem(proof)).toEqual({ ok: false, error: 'proof_replayed' })
  await redeem(other)
  expect(await redeem({ ...other, thumbprint: keyOf().thumbprint })).toEqual({
    ok: false,
    error: 'proof_replayed',
  })
})

test('a wrong PIN behind the link is written down as that', async () => {
  const { redeem, audit, invitation, secret, offer } = await prepare({ confirmation: 'pin' })
  expect(await redeem(browser, { offer })).toEqual({ ok: false, error: 'pin_required' })
  const wrong = await redeem(browser, { offer, by: { kind: 'url', secret, pin: '0' } })
  expect(wrong).toMatchObject({ ok: false, error: 'invalid_provision_code' })
  expect(await audit('device.provisioning_failed')).toEqual([
    { reason: 'wrong_pin', count: 1, grant: invitation.id },
  ])
})

test('the first device accepts it, and terms that were agreed to stand with their version', async () => {
  const { ref, redeem, audit, invitation, offer } = await prepare()
  expect((await redeem(browser, { offer, termsVersion: 7 })).ok).toBe(true)
  time.pass(MINUTE)
  expect((await redeem(keyOf())).ok).toBe(true)
  const grants = await rowsIn(ref, 'SELECT id, kind, state, invitation_id, pin_mac, sealed FROM grants')
  const own = { kind: 'provision_code', state: 'exhausted', invitation_id: invitation.id, pin_mac: null }
  expect(grants).toEqual(
    [1, 2].map(() => ({ id: expect.stringMatching(/^grt_[\w-]{22}$/), ...own, sealed: null })),
  )
  expect(await audit('invitation.accepted')).toEqual([{ invitation: invitation.id }])
  expect(await audit('account.completed')).toEqual([{ termsVersion: 1 }, { termsVersion: 7 }])
})
