import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { MINUTE } from '../../src/kernel/time.ts'
import { setUpDevice } from '../support/devices.ts'
import { inD1, issueCode, makePerson, rowsIn, seedWorld, settle, time } from '../support/world.ts'

beforeAll(seedWorld)
beforeEach(time.start)
afterEach(() => vi.restoreAllMocks())

const statesOf = (ref: string) => rowsIn(ref, 'SELECT platform, state FROM grants ORDER BY created_at, rowid')

describe('a new code', () => {
  test('finds the one before it expired, where nothing had noted that yet', async () => {
    const person = await makePerson()
    const { ref } = await issueCode(person)
    time.pass(11 * MINUTE)
    await issueCode(person)
    expect(await statesOf(ref)).toEqual([
      { platform: 'agent', state: 'expired' },
      { platform: 'agent', state: 'issued' },
    ])
  })

  test('that names a device supersedes what names it too, and no code for another platform', async () => {
    const person = await makePerson()
    const { id } = await setUpDevice(person)
    const device = { id, as: 'reprovision' } as never
    const { ref } = await issueCode(person, { platform: 'linux' })
    await issueCode(person, { device })
    await issueCode(person, { device, platform: 'windows' })
    expect((await statesOf(ref)).slice(1)).toEqual([
      { platform: 'linux', state: 'issued' },
      { platform: 'agent', state: 'superseded' },
      { platform: 'windows', state: 'issued' },
    ])
  })

  test.each([
    ['reprovision', 'again'],
    ['replace', 'replaces'],
  ])('to %s a device names it in the audit', async (as, word) => {
    const person = await makePerson()
    const { id } = await setUpDevice(person)
    const { ref } = await issueCode(person, { device: { id, as } as never })
    await settle(ref)
    const created = `SELECT detail FROM audit WHERE account_id = ? AND device_id = ? AND action = 'provision_code.created'`
    const [told] = await inD1(created, person.account.id, id)
    const { again, replaces } = JSON.parse(String(told?.detail))
    expect({ again, replaces }).toEqual({ again: undefined, replaces: undefined, [word]: id })
  })
})
