/** What a link carries: the code of a grant, or the handover ticket of a browser's claim. */
export type ProvisionLink = { baseUrl: string } & ({ code: string } | { ticket: string })

/**
 * Takes a link apart: `<base>/p/<ref>?k=<secret>` (`/i/` for an invitation) into the base and the code
 * `<ref>.<secret>`, `<base>/p/<ref>?t=<ticket>` into the base and the ticket `<ref>.<ticket>`. Null for anything
 * else.
 */
export function parseProvisionUrl(text: string): ProvisionLink | null {
  const url = URL.canParse(text) ? new URL(text) : null
  const ref = url && /^\/[pi]\/([A-Za-z0-9_-]+)$/.exec(url.pathname)?.[1]
  const ticket = url?.searchParams.get('t')
  const secret = ticket ?? url?.searchParams.get('k')
  if (!ref || !secret || !/^[A-Za-z0-9_-]+$/.test(secret)) return null
  const pair = `${ref}.${secret}`
  return { baseUrl: url.origin, ...(ticket ? { ticket: pair } : { code: pair }) }
}
