import { describe, expect, test } from 'vitest'
import type { Account } from '../../src/accounts/index.ts'
import { decideArrival, needsUserinfo, readEmail } from '../../src/accounts/oidc-rules.ts'
import { ok, refuse } from '../../src/kernel/result.ts'

describe('the address that a provider vouches for', () => {
  const address = 'ada@acme.example'
  test.each<[string, Record<string, unknown>, Record<string, unknown> | null, string, unknown]>([
    ['verified in the ID token', { email: address, email_verified: true }, null, 'email', ok(address)],
    ['verified, written as a text', { email: address, email_verified: 'true' }, null, 'email', ok(address)],
    ['verified in the userinfo', {}, { email: address, email_verified: true }, 'email', ok(address)],
    [
      'in the token, verified in the userinfo',
      { email: address },
      { email: address, email_verified: true },
      'email',
      ok(address),
    ],
    [
      'the userinfo speaks of another address',
      { email: address },
      { email: 'eve@acme.example', email_verified: true },
      'email',
      refuse('not_verified'),
    ],
    [
      'the token says no, whatever the userinfo says',
      { email: address, email_verified: false },
      { email: address, email_verified: true },
      'email',
      refuse('not_verified'),
    ],
    ['not verified', { email: address, email_verified: false }, null, 'email', refuse('not_verified')],
    ['nothing said', { email: address }, null, 'email', refuse('not_verified')],
    ['truthy is not true', { email: address, email_verified: 1 }, null, 'email', refuse('not_verified')],
    ['verified, but none', { email_verified: true }, {}, 'email', refuse('no_address')],
    ['a list', { email: [address], email_verified: true }, null, 'email', refuse('no_address')],
    ['another claim, which the manager chose', { upn: address }, null, 'upn', ok(address)],
    ['a name that every object has', {}, null, 'constructor', refuse('no_address')],
  ])('%s', (_name, token, userinfo, claim, expected) => {
    expect(readEmail(token, userinfo, claim)).toEqual(expected)
  })

  test('userinfo is asked only where the token leaves something open', () => {
    expect(needsUserinfo({ email: address, email_verified: false }, 'email')).toBe(false)
    expect(needsUserinfo({ email: address }, 'email')).toBe(true)
    expect(needsUserinfo({}, 'upn')).toBe(true)
    expect(needsUserinfo({ upn: address }, 'upn')).toBe(false)
  })
})

describe('who comes in', () => {
  const account = (change: Partial<Account>) =>
    ({
      id: 'acc_1',
      role: 'device_owner',
      state: 'active',
      address: 'ada@acme.example',
      ...change,
    }) as Account
  const owner = account({})
  const manager = account({ role: 'manager' })
  const base: Parameters<typeof decideArrival>[0] = {
    purpose: 'sign-in',
    forOwners: true,
    bound: null,
    byAddress: null,
    taken: false,
    address: ok('ada@acme.example'),
    accepted: true,
    finished: true,
  }
  const decide = (change: Partial<typeof base>) => {
    const decided = decideArrival({ ...base, ...change })
    if (!decided.ok) return decided.error.code
    return `${decided.value.account?.role ?? 'new'}${decided.value.bind ? ', bound now' : ''}`
  }

  test.each<[string, Partial<typeof base>, string]>([
    ['a manager by address', { byAddress: manager }, 'manager, bound now'],
    ['a manager who is known', { bound: manager }, 'manager'],
    ['a manager outside the rule', { bound: manager, accepted: false }, 'manager'],
    [
      'a manager, the provider names no address',
      { bound: manager, address: refuse('no_address') },
      'manager',
    ],
    ['an unknown manager without address', { address: refuse('not_verified') }, 'not_verified'],
    [
      'a manager at /setup, outside the rule',
      { bound: manager, purpose: 'setup', accepted: false },
      'not_accepted',
    ],
    ['a manager where owners may not', { bound: manager, forOwners: false }, 'manager'],
    ['a stranger', {}, 'no_account'],
    ['a stranger at /setup', { purpose: 'setup' }, 'new, bound now'],
    ['a stranger at /setup, outside the rule', { purpose: 'setup', accepted: false }, 'not_accepted'],
    ['a stranger at /setup, not finished', { purpose: 'setup', finished: false }, 'organisation_unfinished'],
    ['a stranger at /setup where owners may not', { purpose: 'setup', forOwners: false }, 'not_for_owners'],
    ['an owner', { byAddress: owner }, 'device_owner, bound now'],
    ['an owner where owners may not', { bound: owner, forOwners: false }, 'not_for_owners'],
    [
      'a known owner whose address the rule no longer accepts',
      { bound: owner, accepted: false },
      'not_accepted',
    ],
    [
      'a known owner without a verified address',
      { bound: owner, address: refuse('not_verified') },
      'not_verified',
    ],
    ['an address that another subject has', { byAddress: manager, taken: true }, 'other_person'],
    [
      'a known one whose new address is taken',
      { bound: owner, byAddress: manager, taken: true },
      'device_owner',
    ],
    ['somebody who is switched off', { bound: account({ state: 'disabled' }) }, 'account_disabled'],
    ['somebody who is deleted', { byAddress: account({ state: 'deleted' }) }, 'account_disabled'],
    ['a supervisor', { byAddress: account({ role: 'supervisor' }) }, 'no_account'],
  ])('%s', (_name, change, expected) => {
    expect(decide(change)).toBe(expected)
  })
})
