export { type AccountTemplates, makeAccountTemplates } from './account-templates.ts'
export { type Entrances, makeEntrances } from './entrances.ts'
export { type Identities, makeIdentities } from './identities.ts'
export { makePasskeys, type Passkeys } from './passkeys.ts'
export { makePeople, type People } from './people.ts'
export { type DetailErrors, needsDetails } from './rules.ts'
export { type Accounts, type Entered, isStaff, makeAccounts, type SessionOptions } from './service.ts'
export type { SessionRead } from './store.ts'
export {
  type Account,
  type AccountRole,
  type AccountState,
  type AccountTemplate,
  type Assurance,
  type AtLimit,
  PERMISSIONS,
  type Permission,
  type WebSession,
} from './types.ts'
