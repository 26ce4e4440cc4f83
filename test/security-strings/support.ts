import { openDatabase, readBatch } from '../../src/runtime/database.ts'
import { setUpDevice } from '../support/devices.ts'
import {
  bindings,
  call,
  inD1,
  makePerson,
  seedWorld,
  services,
  type TestPerson,
  time,
} from '../support/world.ts'

/** Devices that fetch security strings, and systems that verify them. */

export const PATH = '/device/v1/security-strings'
export const VERIFY = '/api/v1/security-strings/verify'
export const ACTOR = { kind: 'manager', id: 'acc_manager' } as const

/** The API key with which `verify` asks. */
export let key: string

export async function startStrings(): Promise<void> {
  time.start()
  await seedWorld()
  await allow()
  key = await makeKey(1)
}

/** Lets people fetch strings: all of them, or those of one template. */
export async function allow(templateId?: string): Promise<void> {
  await inD1(
    `UPDATE account_templates SET permissions = '["register","pin","qr","security_strings"]'
     WHERE organisation_id = 1 AND (?1 IS NULL OR id = ?1)`,
    templateId ?? null,
  )
}

export async function makeKey(organisationId: number, endsOn = '') {
  const made = await services.apiKeys.make(
    { organisationId, actor: ACTOR, now: time.now() },
    { name: 'VPN gateway', scopes: ['security_strings'], endsOn, once: '' },
  )
  if (!made.ok) throw new Error(JSON.stringify(made.error))
  return made.value.secret
}

/** A device that is set up, with its own way to fetch strings. */
export async function makeHolder(person: TestPerson, options: { checkIn?: boolean } = {}) {
  const set = await setUpDevice(person, { facts: { name: 'Desk' }, ...options })
  return {
    ...set,
    async fetch() {
      const dpop = await set.device.proofFor('POST', PATH, set.token)
      return call('POST', PATH, { dpop, authorization: `DPoP ${set.token}` })
    },
  }
}

/** Somebody with an active device and its strings. */
export async function makeOwner() {
  const person = await makePerson()
  const holder = await makeHolder(person)
  const { body } = await holder.fetch()
  return { person, holder, batch: body.batch as string, strings: body.strings as string[] }
}

export type Asked = { username: string; position: number; string: string; device?: string }
export const verify = (asked: { [Name in keyof Asked]?: Asked[Name] | undefined }, presented = key) =>
  call('POST', VERIFY, { authorization: `Bearer ${presented}` }, asked)
export const at = (owner: { person: { address: string }; strings: string[] }, position: number): Asked => ({
  ...{ username: owner.person.address, position },
  string: owner.strings[position - 1] ?? '',
})

/** What a check-in tells of them. */
export async function readState(id: string) {
  const { statement, read } = services.securityStrings.fetchState({ organisationId: 1, id, epoch: 1 })
  const [rows = []] = await readBatch(openDatabase(bindings.db), [statement])
  return read(rows)
}

export const batchesOf = (deviceId: string) =>
  inD1(
    'SELECT id, used, failures, void_reason FROM security_batches WHERE device_id = ? ORDER BY created_at, rowid',
    deviceId,
  )
export const auditedFor = async (accountId: string, action: string) =>
  (
    await inD1('SELECT detail FROM audit WHERE account_id = ? AND action = ? ORDER BY at', accountId, action)
  ).map(({ detail }) => JSON.parse(String(detail)))
