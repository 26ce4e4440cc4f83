/** Where Turnstile's script and frame come from. */
export const TURNSTILE_ORIGIN = 'https://challenges.cloudflare.com'

/**
 * What a page of ours may load and do. `guest`: the one other origin whose script and frame this page shows, and no
 * other page.
 */
export function pagePolicy(baseUrl: string, guest: string | null = null): string {
  const sockets = baseUrl.replace(/^http/, 'ws')
  return [
    "default-src 'none'",
    `script-src 'self'${guest === null ? '' : ` ${guest}`}`,
    "style-src 'self'",
    "img-src 'self' data:",
    `connect-src 'self' ${sockets}`,
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    ...(guest === null ? [] : [`frame-src ${guest}`]),
  ].join('; ')
}
