import type { Payload } from './apple-payload.ts'
import { toXmlText } from './apple-text.ts'

/** Opens in the browser, never full screen: what it shows keeps its address bar. A Mac knows neither key. */
export function webClip(part: string, link: { label: string; url: string }, mac: boolean): Payload {
  return {
    part,
    type: 'com.apple.webClip.managed',
    name: link.label,
    content: {
      URL: toPlainUrl(link.url),
      Label: toXmlText(link.label),
      ...(!mac && { FullScreen: false, IsRemovable: true }),
    },
  }
}

/** Apple's parsers of addresses know RFC 3986 only: the host in punycode, everything else percent-encoded. */
function toPlainUrl(url: string): string {
  const plain = URL.canParse(url) ? new URL(url).href : toXmlText(url)
  return plain.replace(/["<>\\^`{|}]/g, (sign) => encodeURIComponent(sign))
}
