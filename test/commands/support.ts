import type { Account, Permission } from '../../src/accounts/index.ts'
import type { Command, CommandKind } from '../../src/commands/index.ts'
import { setUpDevice } from '../support/devices.ts'
import { call, inD1, makePerson, services, type TestPerson, time } from '../support/world.ts'

export const ACME = 1

/** Somebody who may do everything with their devices. */
export async function makeOwner() {
  const person = await makePerson()
  const more: Permission[] = ['lock', 'locate', 'wipe', 'retire']
  const permissions = [...new Set([...person.account.permissions, ...more])]
  return { ...person, account: { ...person.account, permissions } }
}

/** A device that reported once, as it speaks over HTTP. */
export async function setUp(person: TestPerson, ownership: 'company' | 'personal' = 'company') {
  const { device, token, id } = await setUpDevice(person, { code: { ownership } })
  return {
    ...{ id, token, device },
    /** What the next check-in brings. */
    checkIn: async () => (await device.checkIn(token)).body,
    async answer(commandId: string, body: Record<string, unknown>) {
      const path = `/device/v1/commands/${commandId}/result`
      const headers = { dpop: await device.proofFor('POST', path, token), authorization: `DPoP ${token}` }
      return call('POST', path, headers, body)
    },
  }
}

/** Asks in the name of the owner; it must be taken. */
export async function ask(account: Account, deviceId: string, kind: CommandKind): Promise<Command> {
  const asked = await services.commands.ask(act(account, deviceId, kind))
  if (!asked.ok) throw new Error(asked.error)
  return asked.value
}

export const act = (account: Account, deviceId: string, kind: CommandKind) => ({
  account,
  deviceId,
  kind,
  actor: { kind: 'owner' as const, id: account.id },
  now: time.now(),
})

/** Forgets every command, and what the audit says of them. */
export async function clearCommands(): Promise<void> {
  await inD1('DELETE FROM device_commands')
  // The minute that some tests run seals what was written.
  await inD1('DROP TRIGGER IF EXISTS audit_sealed_kept')
  await inD1("DELETE FROM audit WHERE action LIKE 'command.%'")
}

export const stateOf = async (id: string) =>
  (await inD1('SELECT state FROM device_commands WHERE id = ?', id))[0]?.state
