import { expect, test } from 'vitest'
import { makeKeyring } from '../../src/kernel/secrets.ts'
import { redeem } from '../../src/provisioning/redeem.ts'
import type { RedeemInput } from '../../src/referee/index.ts'
import { itsSession, KEYS, type Memory, remember } from './memory.ts'
import { grant, keyOf } from './samples.ts'

function claim(by: RedeemInput['by'], holds: Partial<Memory> = {}) {
  const { memory, context } = remember({ session: itsSession, grants: [grant], ...holds }, makeKeyring(KEYS))
  Object.assign(context.store, { rememberProof: () => true, findGrantBySecret: () => null })
  Object.assign(context.store.invitations, { find: () => null, findBySecret: () => null })
  return { ...redeem(context, { by, holder: keyOf(), facts: {}, ownership: null }), memory }
}
const refused = { ok: false, error: 'invalid_provision_code' }

test('a session without a row has nothing to redeem, and writes nothing', () => {
  const { result, memory } = claim({ kind: 'proved', grantId: 'grt_1' }, { session: null })
  expect(result).toEqual(refused)
  expect(memory.claims).toEqual([])
})

test('a code whose PIN was proved is claimed by its id, and by no other', () => {
  expect(claim({ kind: 'proved', grantId: 'grt_1' }).result).toMatchObject({ ok: true })
  expect(claim({ kind: 'proved', grantId: 'grt_2' }).result).toEqual(refused)
})
