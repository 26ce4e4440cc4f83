const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/
/** Letters, or punycode: the URL parser turns every way to write an IPv4 address into one that ends in digits. */
const TOP_LABEL = /^(?:[a-z]{2,63}|xn--[a-z0-9-]{2,59})$/
/** Names that mean something inside a network and nothing outside of it (RFC 6761, 6762, 8375, 9476; ICANN). */
const INNER = new Set(
  'localhost local localdomain internal intranet private corp home lan invalid test onion arpa alt'.split(
    ' ',
  ),
)

/** Whether a host name, lower case, means something on the public Internet. No address is a name. */
export function isPublicName(hostname: string): boolean {
  const labels = hostname.split('.')
  const top = labels.at(-1) ?? ''
  return (
    hostname.length <= 253 &&
    labels.length > 1 &&
    labels.every((label) => LABEL.test(label)) &&
    TOP_LABEL.test(top) &&
    !INNER.has(top)
  )
}

/**
 * Whether we may send to this address: https at a public name, by whatever port, and nothing in it that hides
 * where it goes. Addresses in numbers, loopback and names of inner networks are refused (SSRF).
 */
export function isPublicHttps(text: string): boolean {
  if (!/^[\x21-\x7e]+$/.test(text) || text.includes('\\') || !URL.canParse(text)) return false
  const url = new URL(text)
  const plain = url.username === '' && url.password === '' && url.hash === ''
  return url.protocol === 'https:' && plain && isPublicName(url.hostname)
}
