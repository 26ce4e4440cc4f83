import { makeKeyring } from '../../src/kernel/secrets.ts'
import type { Context } from '../../src/provisioning/context.ts'
import type { Claim, Grant, Invitation, Session, SessionEvent } from '../../src/provisioning/types.ts'
import { NOW } from './samples.ts'

/** Of the account that decides. */
export const itsSession: Session = {
  ref: 'ref',
  organisationId: 1,
  accountId: 'acc_1',
  address: 'ada@acme.example',
  locale: 'en',
  deviceLimit: null,
  atLimit: 'refuse',
  rev: 7,
  pinFailures: 0,
  pinLockedAt: null,
  disabledAt: null,
  closedAt: null,
}

export const KEYS = { current: { id: 'k1', bytes: new Uint8Array(32).fill(1) }, naming: new Uint8Array(32) }

export type Memory = {
  session: Session | null
  grants: Grant[]
  claims: Claim[]
  invitations: Invitation[]
  events: SessionEvent[]
}

/** A session's store that is no more than lists, and a context that decides with it. */
export function remember(given: Partial<Omit<Memory, 'events'>>, keys = makeKeyring(KEYS)) {
  const { session = null, grants = [], claims = [], invitations = [] } = given
  const memory: Memory = {
    ...{ session, grants: [...grants], claims: [...claims], invitations: [...invitations], events: [] },
  }
  const put = <One extends { id: string }>(list: One[], one: One) => {
    const index = list.findIndex(({ id }) => id === one.id)
    if (index < 0) list.push(one)
    else list[index] = one
  }
  const store = {
    readSession: () => memory.session && { ...memory.session },
    saveSession: (saved: Session) => {
      memory.session = { ...saved }
    },
    addEvent: (event: SessionEvent) => void memory.events.push(event),
    findGrant: (id: string) => memory.grants.find((grant) => grant.id === id) ?? null,
    listGrants: () => memory.grants,
    saveGrant: (grant: Grant) => put(memory.grants, grant),
    listUnclaimedGrants: () => memory.grants.filter(({ state }) => /issued|opened/.test(state)),
    listClaims: () => memory.claims,
    findClaimOf: (deviceId: string) => memory.claims.findLast((claim) => claim.deviceId === deviceId) ?? null,
    saveClaim: (claim: Claim) => put(memory.claims, claim),
    countFailure: () => true,
    invitations: {
      listAll: () => memory.invitations,
      listOpen: () => memory.invitations.filter(({ state }) => /issued|opened/.test(state)),
      save: (invitation: Invitation) => put(memory.invitations, invitation),
    },
  }
  return { memory, context: { store, keys, now: NOW } as unknown as Context }
}
