import type { Account } from './types.ts'

/** Whether somebody still has to accept the organisation's present terms. */
export function owesTerms(
  account: Pick<Account, 'termsVersion'>,
  organisation: { terms: unknown; termsVersion: number },
): boolean {
  return organisation.terms !== null && account.termsVersion !== organisation.termsVersion
}
