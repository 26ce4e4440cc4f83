export type ProvisionLink = { baseUrl: string; code: string }

/**
 * Takes a provision URL apart: `<base>/p/<ref>?k=<secret>`, or `/i/` for an invitation, into the base and the
 * code `<ref>.<secret>` that the device API wants. Null for anything else.
 */
export function parseProvisionUrl(text: string): ProvisionLink | null {
  const url = URL.canParse(text) ? new URL(text) : null
  const ref = url && /^\/[pi]\/([A-Za-z0-9_-]+)$/.exec(url.pathname)?.[1]
  const secret = url?.searchParams.get('k')
  if (!ref || !secret || !/^[A-Za-z0-9_-]+$/.test(secret)) return null
  return { baseUrl: url.origin, code: `${ref}.${secret}` }
}
