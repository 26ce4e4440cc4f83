import { setUpDevice } from '../../support/devices.ts'
import { visitorOf } from '../../support/visitor.ts'
import { inD1, makePerson, seedWorld, services, type TestPerson, time } from '../../support/world.ts'

/** Owners who ask for a derived credential, and what is kept of it. */

export async function startDerived(): Promise<void> {
  time.start()
  await seedWorld()
  await allow(['register', 'derived_credential'])
}

export const allow = (permissions: string[]) =>
  inD1('UPDATE account_templates SET permissions = ?', JSON.stringify(permissions))
/** Null: from the own authority. */
export const useModule = (url: string | null) => inD1('UPDATE service SET derived_credential_url = ?', url)

/** Somebody with an active device of their own, in a browser. */
export async function makeDerivedOwner() {
  const person = await makePerson({ name: "Ada O'Neill" })
  const { id: deviceId } = await setUpDevice(person)
  return { person, visitor: visitorOf(person), deviceId, path: `/portal/devices/${deviceId}/derived` }
}

export const rowsOf = (deviceId: string) =>
  inD1('SELECT * FROM derived_credentials WHERE device_id = ? ORDER BY created_at, rowid', deviceId)
export const statesOf = async (deviceId: string) => (await rowsOf(deviceId)).map(({ state }) => state)
export const present = async (person: TestPerson, deviceId: string) =>
  (await services.deviceExtras.read(person.account, deviceId, time.now())).credential
export const auditOf = async (deviceId: string) =>
  (
    await inD1(
      "SELECT action FROM audit WHERE device_id = ? AND action LIKE 'derived%' ORDER BY rowid",
      deviceId,
    )
  ).map(({ action }) => action)
