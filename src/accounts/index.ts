export { type DetailErrors, needsDetails } from './rules.ts'
export { type Accounts, type Entered, makeAccounts } from './service.ts'
export type { Account, AccountTemplate, WebSession } from './types.ts'
