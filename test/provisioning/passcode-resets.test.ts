import { expect, test } from 'vitest'
import { makeKeyring } from '../../src/kernel/secrets.ts'
import { issuePasscodeReset, usePasscodeReset } from '../../src/provisioning/passcode-resets.ts'
import type { PasscodeReset } from '../../src/provisioning/types.ts'
import { itsSession, KEYS, remember } from './memory.ts'
import { claim } from './samples.ts'

const keys = makeKeyring(KEYS)
const deviceId = 'dev_1' as const

function make() {
  const { memory, context } = remember({ session: itsSession, claims: [claim] }, keys)
  const resets: PasscodeReset[] = []
  const passcodeResets = {
    find: () => resets.at(-1) ?? null,
    save: (one: PasscodeReset) => void resets.push(one),
  }
  Object.assign(context.store, { passcodeResets })
  const issued = issuePasscodeReset(context, { deviceId, actor: { kind: 'owner', id: 'acc_1' } })
  if (!issued.ok) throw new Error(issued.error)
  return { memory, context, resets, issued: issued.value }
}

test('a PIN is sealed for the session and the reset that it belongs to: moved elsewhere it opens nothing', () => {
  const { resets, issued } = make()
  const sealed = resets[0]?.sealed ?? ''
  expect(keys.open(sealed, `passcode/ref/${issued.id}`)).toBe(issued.pin)
  expect(keys.open(sealed, 'passcode/ref/rst_other')).toBeNull()
  expect(keys.open(sealed, '')).toBeNull()
})

test('a PIN of a device that is forgotten is none', () => {
  const { memory, context, issued } = make()
  memory.claims.length = 0
  expect(usePasscodeReset(context, { deviceId, pin: issued.pin ?? '' })).toEqual({
    ok: false,
    error: 'invalid_pin',
  })
})
