import type { Account, Passkey, SessionEntry, TeamMember } from '../../src/accounts/index.ts'
import { DAY, HOUR } from '../../src/kernel/time.ts'
import type { Organisation } from '../../src/organisations/index.ts'
import { acme, makeFrame, NOW } from './fixtures.ts'

/** Organisations, accounts and teams for pictures of the pages of those who work here. */

export const manager = makeFrame({ signedInAs: 'margaret@acme.example' })
export const managerDe = makeFrame({ signedInAs: 'margaret@acme.example', locale: 'de' })
export const supervisor = makeFrame({ organisation: null, signedInAs: 'katherine@latchkey.example' })
export const supervisorDe = makeFrame({
  organisation: null,
  signedInAs: 'katherine@latchkey.example',
  locale: 'de',
})

export function makeOrganisation(with_: Partial<Organisation> = {}): Organisation {
  return {
    ...acme,
    id: 1,
    siteId: '4711',
    enabled: true,
    setupOpen: true,
    emailRule: '[^@]+@acme\\.example',
    terms: null,
    termsVersion: 1,
    phoneRequired: false,
    confirmation: 'tap',
    accountTemplateId: 'act_1',
    defaultOwnership: 'personal',
    ownershipChoosable: true,
    qrEnabled: true,
    approvalRequired: false,
    invitationDays: null,
    invitationDeviceLimit: null,
    reminderDays: [],
    dailyMessages: null,
    ...with_,
  }
}

export function makeAccount(with_: Partial<Account> = {}): Account {
  return {
    id: 'acc_1',
    organisationId: 1,
    ref: 'r' as Account['ref'],
    role: 'device_owner',
    state: 'active',
    name: 'Ada Lovelace',
    phone: null,
    locale: 'en',
    address: 'ada@acme.example',
    termsVersion: 1,
    deviceLimit: 3,
    atLimit: 'refuse',
    permissions: [],
    defaultOwnership: 'inherit',
    templateId: 'act_1',
    groups: [],
    ...with_,
  }
}

export function makePasskey(with_: Partial<Passkey> = {}): Passkey {
  return {
    id: 'pk_1',
    accountId: 'acc_1',
    organisationId: 1,
    name: 'MacBook',
    transports: ['internal'],
    backedUp: true,
    createdAt: NOW - 40 * DAY,
    lastUsedAt: NOW - DAY,
    ...with_,
  }
}

export function makeSession(with_: Partial<SessionEntry> = {}): SessionEntry {
  return {
    id: 'ses_1',
    accountId: 'acc_1',
    organisationId: 1,
    endsAt: NOW + 8 * HOUR,
    assurance: 'passkey',
    agent: 'Safari, Mac',
    createdAt: NOW - HOUR,
    ...with_,
  }
}

export function makeMember(with_: Partial<TeamMember> = {}): TeamMember {
  return {
    id: 'acc_1',
    organisationId: 1,
    name: 'Margaret Hamilton',
    address: 'margaret@acme.example',
    state: 'active',
    passkeys: 2,
    signedInAt: NOW - 3 * HOUR,
    ...with_,
  }
}
