import type { AccountRef } from '../../kernel/ids.ts'

/** `<base>/p/<ref>?k=<secret>`: the secret travels in the query, which logs redact, never in the path. */
export function provisionUrl(baseUrl: string, ref: AccountRef, secret: string): string {
  return `${baseUrl}/p/${ref}?k=${secret}`
}
