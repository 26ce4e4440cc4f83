import { makeId, makeRef } from '../kernel/ids.ts'
import { randomBytes } from '../kernel/secrets.ts'
import type { PersonRole } from './people-list-rules.ts'
import type { PersonDetails } from './people-rules.ts'
import type { Account } from './types.ts'

/** Somebody whom a manager enters. What the template says of them is read with every session. */
export function makeAccount(input: {
  organisationId: number
  address: string
  details: PersonDetails
  role: PersonRole
}): Account {
  const { organisationId, address, details, role } = input
  return {
    ...details,
    id: makeId('acc', randomBytes(16)),
    organisationId,
    ref: makeRef(randomBytes(16)),
    role,
    state: 'invited',
    address,
    termsVersion: null,
    deviceLimit: null,
    atLimit: 'refuse',
    permissions: [],
    defaultOwnership: 'inherit',
  }
}
