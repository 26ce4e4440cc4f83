import { expect, test, vi } from 'vitest'
import { findOffer } from '../../src/provisioning/offers.ts'
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
