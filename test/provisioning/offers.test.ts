import { expect, test, vi } from 'vitest'
import { findOffer, offerOf } from '../../src/provisioning/offers.ts'
import { openDatabase } from '../../src/runtime/database.ts'

test('while D1 is away nothing is offered, and a device is told to come again', async () => {
  const error = vi.spyOn(console, 'error').mockReturnValue()
  const answer = { raw: () => Promise.reject(new Error('it is away')) }
  const database = openDatabase({ prepare: () => ({ bind: () => answer }) } as unknown as D1Database)
  expect(await findOffer(database, 'ref', 'ios')).toEqual({ ok: false, error: 'temporarily_unavailable' })
  expect(JSON.stringify(error.mock.calls)).toContain('offer.database_down')
  expect(JSON.stringify(error.mock.calls)).toContain('it is away')
  error.mockRestore()
})

test('an offer says whether its devices get a certificate', () => {
  const account = { defaultOwnership: 'inherit', permissions: [] }
  const organisation = { defaultOwnership: 'company', ownershipChoosable: true }
  const template = {
    id: 'tpl_1',
    version: 2,
    ownership: { default: 'inherit', choosable: true },
    reports: 'agent',
  }
  const identityOf = (settings: object) =>
    offerOf('agent', {
      account,
      organisation,
      template: { ...template, settings: { policies: {}, ...settings } },
    } as never).template.identity
  expect(identityOf({})).toBe(false)
  expect(identityOf({ identity: null })).toBe(false)
  expect(identityOf({ identity: { subject: 'CN=x' } })).toBe(true)
})
