import type { EdgeContext } from './edge.ts'

/**
 * Whether who asks has it already: `If-None-Match` names it, weak or strong, one of several, or any (RFC 9110
 * section 13.1.2).
 */
export function hasAlready(c: EdgeContext, etag: string): boolean {
  const told = (c.req.header('if-none-match') ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''))
  return told.includes(etag) || told.includes('*')
}
