import { LAST_CHARACTER } from '../kernel/text.ts'

/** Sorts behind everything that an address may begin with, but for itself; an address has an `@` as well. */
const MARK = '~'

/** Sorts behind every name. */
export const TOMBSTONE_NAME_KEY = LAST_CHARACTER

/** What stands in the place of a deleted account's address: no mail can go there, and no two are the same. */
export function tombstoneOf(accountId: string): string {
  return MARK + accountId
}

/** Whether an account's address says that the account was deleted. */
export function isTombstone(address: string): boolean {
  return address.startsWith(MARK) && !address.includes('@')
}
