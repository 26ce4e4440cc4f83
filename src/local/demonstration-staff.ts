import type { Accounts, Entered, Entrances, Managers } from '../accounts/index.ts'
import type { Locale } from '../kernel/locale.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import type { Instant } from '../kernel/time.ts'
import type { Organisations } from '../organisations/index.ts'
import type { Actor } from '../referee/index.ts'

/** People of the demonstration who work at `/manage` and `/supervise`, for a look at these pages on a laptop. */
export const STAFF = {
  manager: { address: 'manager@acme.example', door: '/manage', at: 'acme' },
  supervisor: { address: 'supervisor@latchkey.example', door: '/supervise', at: null },
} as const

export type StaffRole = keyof typeof STAFF

export function isStaffRole(text: unknown): text is StaffRole {
  return typeof text === 'string' && Object.hasOwn(STAFF, text)
}

/** `no_organisation`: the demonstration is not there, or is off. `closed`: the account was disabled. */
export type StaffRefusal = 'no_organisation' | 'closed'

const ACTOR: Actor = { kind: 'system', id: 'demonstration' }

type Rooms = {
  accounts: Accounts
  entrances: Entrances
  managers: Managers
  organisations: Organisations
}

/**
 * Signs in somebody of the demonstration without address and passkey. The account is made when it is first asked
 * for, by an invitation as a supervisor would send it; asked again, it is the same one. The session counts as one
 * that a passkey opened, because nothing less opens these doors.
 */
export async function enterAsStaff(
  rooms: Rooms,
  input: { role: StaffRole; userAgent: string; former: string | null; locale: Locale; now: Instant },
): Promise<Result<Entered, StaffRefusal>> {
  const { role, userAgent, former, now } = input
  const { address, at } = STAFF[role]
  const find = async () => {
    const entrances = await rooms.entrances.listEntrances(address)
    return entrances.find(
      ({ account, organisation }) => account.role === role && (at === null || organisation.slug === at),
    )
  }
  let known = await find()
  if (!known) {
    const invitation = { email: address, locale: input.locale, actor: ACTOR, now }
    if (at === null) await rooms.managers.inviteSupervisor(invitation)
    else {
      const door = await rooms.organisations.openDoor(at)
      if (!door.ok) return refuse('no_organisation')
      await rooms.managers.invite(door.value.organisation.id, invitation)
    }
    // A refusal says that another request was quicker, which is as well, or that the account is disabled.
    known = await find()
  }
  if (!known) return refuse('closed')
  return ok(await rooms.accounts.openSession(known.account, { assurance: 'passkey', userAgent, former }, now))
}
