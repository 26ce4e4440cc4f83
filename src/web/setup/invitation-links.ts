import type { AccountRef } from '../../kernel/ids.ts'

/** `<base>/i/<ref>?k=<secret>`: where an invitation leads. The secret travels in the query, never in the path. */
export function invitationUrl(baseUrl: string, ref: AccountRef, secret: string): string {
  return `${baseUrl}/i/${ref}?k=${secret}`
}
