import type { Payload } from './apple-payload.ts'

/** Opens in the browser, never full screen: what it shows keeps its address bar. A Mac knows neither key. */
export function webClip(part: string, link: { label: string; url: string }, mac: boolean): Payload {
  return {
    part,
    type: 'com.apple.webClip.managed',
    name: link.label,
    content: {
      URL: toPlainUrl(link.url),
      Label: link.label,
      ...(!mac && { FullScreen: false, IsRemovable: true }),
    },
  }
}

/** An address that its own parser would write no other way, as most are. */
const PLAIN_URL = /^https:\/\/(?:[a-z0-9]+(?:-[a-z0-9]+)*\.)+[a-z]+(?!.*(?:\/\.|%2[Ee]))\/[\w\-.~/?=&%]*$/

/** Apple's parsers of addresses know RFC 3986 only: the host in punycode, everything else percent-encoded. */
function toPlainUrl(url: string): string {
  if (PLAIN_URL.test(url)) return url
  const plain = URL.canParse(url) ? new URL(url).href : url
  return plain.replace(/["<>\\^`{|}]/g, (sign) => encodeURIComponent(sign))
}
