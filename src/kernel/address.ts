/** RFC 5321 section 4.5.3.1, as corrected by erratum 1690: the longest address that can be used. */
const ADDRESS_MAX = 254
const LOCAL_PART_MAX = 64
const DOMAIN_MAX = 253

// Refused even at the ends: what a form field cannot contain did not come from a form field.
// biome-ignore lint/suspicious/noControlCharactersInRegex: refusing them is the point
const CONTROL = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u2028\u2029]/
/** RFC 5321 section 4.1.2, Dot-string; ASCII, before anything is lower-cased. No quoted local parts. */
const LOCAL_PART = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
/** No ASCII but letters, digits, hyphens and dots: the URL parser must never see anything it acts on. */
const DOMAIN_INPUT = /^(?:[A-Za-z0-9.-]|[\u00a0-\uffff])+$/
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/
/** Letters only, or punycode: keeps out addresses of machines, written as numbers in whatever base. */
const TOP_LABEL = /^(?:[a-z]{2,63}|xn--[a-z0-9-]{2,59})$/

/**
 * The one spelling of an e-mail address: trimmed, lower case, punycode domain (UTS 46), plus-tag kept, ASCII,
 * at most 254 characters. Null for what is not an address, or not one that mail reaches from here: quoted or
 * non-ASCII local parts, control characters, undotted or numeric domains, look-alikes that only compatibility
 * mapping turns into ASCII (U+212A in place of K).
 */
export function normaliseAddress(text: string): string | null {
  if (text.length > 4 * ADDRESS_MAX || CONTROL.test(text)) return null
  const [local = '', domainText = '', ...rest] = text.trim().split('@')
  if (rest.length > 0 || local.length > LOCAL_PART_MAX || !LOCAL_PART.test(local)) return null
  const domain = normaliseDomain(domainText)
  if (!domain) return null
  const address = `${local.toLowerCase()}@${domain}`
  return address.length <= ADDRESS_MAX ? address : null
}

function normaliseDomain(text: string): string | null {
  if (!DOMAIN_INPUT.test(text)) return null
  const ascii = isAscii(text)
  const domain = ascii ? text.toLowerCase() : toPunycode(text)
  if (!domain || domain.length > DOMAIN_MAX) return null
  const labels = domain.split('.')
  const top = labels.at(-1) ?? ''
  return labels.length > 1 && TOP_LABEL.test(top) && labels.every((label) => LABEL.test(label))
    ? domain
    : null
}

function toPunycode(domain: string): string | null {
  const url = `http://${domain}`
  if (!URL.canParse(url)) return null
  const mapped = new URL(url).hostname
  const labels = mapped.split('.')
  const given = domain.split('.')
  const honest =
    labels.length === given.length && given.every((label, index) => isHonest(label, labels[index]))
  return honest ? mapped : null
}

/** A label outside ASCII must stay one: it becomes punycode, not a plain name it merely resembles. */
function isHonest(given: string, mapped: string | undefined): boolean {
  return isAscii(given) || mapped?.startsWith('xn--') === true
}

function isAscii(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the whole ASCII range is meant
  return /^[\u0000-\u007f]*$/.test(text)
}
