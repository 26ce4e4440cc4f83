import { setUpDevice } from '../support/devices.ts'
import { inD1, type TestPerson, time } from '../support/world.ts'

/** What managers do with single devices. */

export const ACME = 1
export const OTHER = 2
export const actor = { kind: 'manager' as const, id: 'acc_manager' }

export const act = (deviceId: string, organisationId = ACME) => ({
  organisationId,
  deviceId,
  actor,
  now: time.now(),
})

/** A device that reported once. */
export const setUp = (person: TestPerson) =>
  setUpDevice(person, { facts: { name: 'Ada’s phone', model: 'T14' } })

export const auditOf = (deviceId: string, action: string) =>
  inD1('SELECT * FROM audit WHERE device_id = ? AND action = ? ORDER BY rowid', deviceId, action)
